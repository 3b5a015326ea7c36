"""The child process that analyses what is on the screen: started ahead of need, spoken to, and ended."""

from __future__ import annotations

import contextlib
import subprocess
import threading
from collections import deque
from collections.abc import Mapping, Sequence
from typing import IO, Any

from PySide6.QtCore import QObject, Signal

from au_studio import children
from au_studio.live.wire import read_message, write_message

_END_AFTER = 2.0
_LINES_KEPT = 60


class AnalysisChild(QObject):
    """One child process; what it says arrives in the thread of this object.

    Parameters
    ----------
    command : sequence of str
        What to start.

    Signals
    -------
    received(message, arrays)
        The child said something (`au_studio.live.wire`).
    ended(code)
        The child has ended unasked, with this exit code.
    """

    received = Signal(object, object)
    ended = Signal(int)
    _over = Signal(int)

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = list(command)
        self._process: subprocess.Popen[bytes] | None = None
        self._reader: threading.Thread | None = None
        self._log: deque[str] = deque()
        self.closing = False
        self._over.connect(self._on_over)

    @property
    def last_words(self) -> str:
        """The last lines that the child wrote on its standard error."""
        return "\n".join(self._log)

    def start(self) -> None:
        """Start the child ahead of need: importing its libraries takes seconds."""
        if self._process is not None:
            return
        self._process = subprocess.Popen(self._command, **children.piped())
        self._log = deque(maxlen=_LINES_KEPT)
        self._reader = threading.Thread(
            target=self._listen, args=(self._process, self._log), name="analysis results", daemon=True
        )
        self._reader.start()

    def say(self, command: Mapping[str, Any]) -> None:
        """Send a command; one that is no longer heard is lost, and the child's end is told anyway."""
        process = self._process
        if process is not None and process.stdin is not None:
            with contextlib.suppress(OSError, ValueError):
                write_message(process.stdin, command)

    def close(self) -> None:
        """End the child and wait for it."""
        self.closing = True
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(OSError):
            assert process.stdin is not None
            process.stdin.close()
        try:
            process.wait(_END_AFTER)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if self._reader is not None:
            self._reader.join()

    def _listen(self, process: subprocess.Popen[bytes], log: deque[str]) -> None:
        assert process.stdout is not None
        assert process.stderr is not None
        errors = threading.Thread(target=_keep_log, args=(process.stderr, log), name="analysis log")
        errors.start()
        with process.stdout:
            while (received := read_message(process.stdout)) is not None:
                if not self.closing:
                    self.received.emit(*received)
        errors.join()
        process.wait()
        if not self.closing:
            self._over.emit(process.returncode)

    def _on_over(self, code: int) -> None:
        if not self.closing and self._process is not None:
            self._process = None
            self.ended.emit(code)


def _keep_log(stream: IO[bytes], log: deque[str]) -> None:
    with stream:
        for line in stream:
            log.append(line.decode("utf-8", "replace").rstrip())
