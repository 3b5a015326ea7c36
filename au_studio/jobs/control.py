"""How a running job hears that it should end, where its progress is kept, and how it undoes what it wrote."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import IO

from au_studio.errors import Stopped
from au_studio.jobs.protocol import CANCEL, PAUSE, STOP


class Cancelled(Stopped):
    """The job was told to leave no trace."""


class Paused(Stopped):
    """The job was told to end now and to leave behind what it needs to go on later."""


class Control:
    """Three wishes, set from any thread: *stop* (keep the best), *pause* (go on later), *cancel* (no trace).

    Parameters
    ----------
    state : Path, optional
        Folder in which the job keeps its progress, so that a later run goes on where this one ended, however
        it ended. Without it every run begins anew.
    """

    def __init__(self, state: Path | None = None) -> None:
        self.state = state
        self._stop = threading.Event()
        self._pause = threading.Event()
        self._cancel = threading.Event()
        self._created: list[Path] = []

    def stop(self) -> None:
        """Ask the job to finish early and to keep the best it has."""
        self._stop.set()

    def pause(self) -> None:
        """Ask the job to end now, and to keep its progress for a later run."""
        self._pause.set()
        self._stop.set()

    def cancel(self) -> None:
        """Ask the job to end now and to leave no trace."""
        self._cancel.set()
        self._stop.set()

    def should_stop(self) -> bool:
        """Whether the job should end, for whatever reason."""
        return self._stop.is_set()

    @property
    def cancelled(self) -> bool:
        """Whether the job was told to leave no trace."""
        return self._cancel.is_set()

    @property
    def paused(self) -> bool:
        """Whether the job is to go on later."""
        return self._pause.is_set() and not self.cancelled

    def check(self) -> None:
        """Raise when the job was cancelled or paused.

        Raises
        ------
        Cancelled, Paused
            After :meth:`cancel`, or :meth:`pause`.
        """
        if self.cancelled:
            raise Cancelled("The job was cancelled.")
        if self.paused:
            raise Paused("The job was paused.")

    def created(self, *paths: Path) -> None:
        """Remember files that this job is about to make, and that did not exist, so a cancel removes them."""
        self._created.extend(path for path in paths if not path.exists())

    def remove_created(self) -> None:
        """Delete every file that this job made."""
        for path in self._created:
            path.unlink(missing_ok=True)

    def listen(self, lines: IO[str]) -> threading.Thread:
        """Obey the lines ``stop``, ``pause`` and ``cancel`` in a daemon thread; the end of the stream pauses.

        The stream ends when the parent dies: nobody hears of the result, but whoever comes next can go on.
        """
        wishes = {STOP: self.stop, PAUSE: self.pause, CANCEL: self.cancel}

        def obey() -> None:
            for line in lines:
                if (wish := wishes.get(line.strip())) is not None:
                    wish()
            self.pause()

        thread = threading.Thread(target=obey, name="job control", daemon=True)
        thread.start()
        return thread
