"""A job in a child process, without Qt: start, listen, stop, cancel, and kill when it does not obey."""

from __future__ import annotations

import contextlib
import subprocess
import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path

from au_studio import children
from au_studio.jobs.protocol import CANCEL, PAUSE, STOP, Done, Event, Failed, parse
from au_studio.texts import sentence

KILL_AFTER = 10.0
"""Seconds that a child has to obey a cancel."""

LOG_LINES = 200
"""How many of the child's last stderr lines are kept for a crash report."""


def child_command(job_file: Path) -> list[str]:
    """Return the command line that runs a job file in a child process."""
    return children.command("au_studio.jobs", str(job_file))


class JobProcess:
    """One job in one child process.

    Parameters
    ----------
    job_file : Path
        The job (see ``au_studio.jobs.job.save_job``).
    on_event : callable
        Called with every event, from a reader thread. The last event is `Done` or `Failed`, always: a child
        that dies without a word is reported as `Failed` with its log in the details.
    command : list of str, optional
        Another command line to run, e.g. a remote one.
    """

    def __init__(
        self, job_file: Path, on_event: Callable[[Event], None], command: list[str] | None = None
    ) -> None:
        self._command = command or child_command(job_file)
        self._on_event = on_event
        self._log: deque[str] = deque(maxlen=LOG_LINES)
        self._process: subprocess.Popen[str] | None = None
        self._wish: str | None = None
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._killer: threading.Timer | None = None
        self._ended = False

    def start(self) -> None:
        """Start the child; what it was asked for before (another thread may start it) is said to it then.

        Raises
        ------
        OSError
            If it cannot be started.
        """
        process = subprocess.Popen(
            self._command, text=True, encoding="utf-8", errors="replace", **children.piped()
        )
        with self._lock:
            self._process, wish = process, self._wish
        log = threading.Thread(target=self._read_log, name="job log", daemon=True)
        events = threading.Thread(target=self._read_events, args=(log,), name="job events", daemon=True)
        self._threads = [log, events]
        for thread in self._threads:
            thread.start()
        if wish == STOP:
            self._say(wish)
        elif wish is not None:
            self._end_with(wish)

    @property
    def running(self) -> bool:
        """Whether the child is alive."""
        return self._process is not None and self._process.poll() is None

    @property
    def log(self) -> str:
        """The child's last lines on stderr."""
        return "\n".join(self._log)

    def stop(self) -> None:
        """Ask the child to finish early and keep the best it has."""
        self._say(STOP)

    def cancel(self) -> None:
        """Ask the child to end and leave no trace; kill it after `KILL_AFTER` seconds."""
        self._end_with(CANCEL)

    def pause(self) -> None:
        """Ask the child to end and keep its progress; kill it after `KILL_AFTER` seconds."""
        self._end_with(PAUSE)

    def _end_with(self, word: str) -> None:
        self._say(word)
        with self._lock:
            if self._killer is None and self.running:
                self._killer = threading.Timer(KILL_AFTER, self.kill)
                self._killer.daemon = True
                self._killer.start()

    def kill(self) -> None:
        """End the child at once; it has no chance to clean up."""
        if self._process is not None and self.running:
            self._process.kill()

    def wait(self, timeout: float | None = None) -> int | None:
        """Wait until the child has ended and every event was delivered.

        Returns
        -------
        int or None
            The exit code; None when `timeout` seconds were not enough.
        """
        if self._process is None:
            return None
        try:
            code = self._process.wait(timeout)
        except subprocess.TimeoutExpired:
            return None
        for thread in self._threads:
            thread.join(timeout)
        with self._lock:
            killer = self._killer
        if killer is not None:
            killer.cancel()
            killer.join()
        return code

    def _say(self, word: str) -> None:
        with self._lock:
            if self._process is None:
                self._wish = word
                return
        if self._process.stdin is None:
            return
        with contextlib.suppress(OSError, ValueError):
            self._process.stdin.write(word + "\n")
            self._process.stdin.flush()

    def _read_log(self) -> None:
        assert self._process is not None
        assert self._process.stderr is not None
        with self._process.stderr as stream:
            for line in stream:
                self._log.append(line.rstrip("\n"))

    def _read_events(self, log: threading.Thread) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        with self._process.stdout as stream:
            for line in stream:
                event = parse(line)
                if event is None:
                    continue
                self._ended = self._ended or isinstance(event, (Done, Failed))
                self._on_event(event)
        code = self._process.wait()
        log.join()
        with contextlib.suppress(OSError):
            if self._process.stdin is not None:
                self._process.stdin.close()
        if not self._ended:
            self._on_event(
                Failed(
                    sentence("The background job ended without a result (exit code {code}).", code=code),
                    sentence("Start it again; if it happens again, report it together with the details."),
                    self.log,
                )
            )
