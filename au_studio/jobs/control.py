"""How a running job hears that it should end, and how it takes back what it wrote."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import IO

from au_studio.errors import Stopped
from au_studio.jobs.protocol import CANCEL, STOP


class Cancelled(Stopped):
    """The job was told to leave no trace."""


class Control:
    """Two wishes, set from any thread: *stop* (keep the best) and *cancel* (leave no trace)."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._cancel = threading.Event()
        self._created: list[Path] = []

    def stop(self) -> None:
        """Ask the job to finish early and to keep the best it has."""
        self._stop.set()

    def cancel(self) -> None:
        """Ask the job to end now and to leave no trace."""
        self._cancel.set()
        self._stop.set()

    def should_stop(self) -> bool:
        """Whether the job should end, for either reason."""
        return self._stop.is_set()

    @property
    def cancelled(self) -> bool:
        """Whether the job was told to leave no trace."""
        return self._cancel.is_set()

    def check(self) -> None:
        """Raise when the job was cancelled.

        Raises
        ------
        Cancelled
            After :meth:`cancel`.
        """
        if self.cancelled:
            raise Cancelled("The job was cancelled.")

    def created(self, *paths: Path) -> None:
        """Remember files that this job is about to make, and that did not exist, so a cancel removes them."""
        self._created.extend(path for path in paths if not path.exists())

    def remove_created(self) -> None:
        """Delete every file that this job made."""
        for path in self._created:
            path.unlink(missing_ok=True)

    def listen(self, lines: IO[str]) -> threading.Thread:
        """Obey the lines ``stop`` and ``cancel`` in a daemon thread; the end of the stream is a cancel.

        The stream ends when the parent dies: nobody would ever read what the job makes.
        """

        def obey() -> None:
            for line in lines:
                if line.strip() == STOP:
                    self.stop()
                elif line.strip() == CANCEL:
                    self.cancel()
            self.cancel()

        thread = threading.Thread(target=obey, name="job control", daemon=True)
        thread.start()
        return thread
