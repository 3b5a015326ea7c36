"""The files of jobs that wait, written beside the window: hundreds of them take seconds on a slow disk."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from au_studio.jobs.job import Job, save_job
from au_studio.jobs.places import forget, remember

_REST = 0.003
"""Seconds between two files."""


class Described(Protocol):
    """What is written of a job: `au_studio.controllers.job_runner.Task` is one."""

    @property
    def job(self) -> Job:
        """What to do."""

    @property
    def file(self) -> Path:
        """Where that is written."""

    @property
    def title(self) -> str:
        """What people call it."""

    @property
    def key(self) -> object:
        """What the asker knows it by."""


class JobFiles(QObject):
    """Writes job files now or soon, and knows which are still to be written.

    Signals
    -------
    failed(task, str)
        A file could not be written, and why; in the thread of this object.
    settled()
        Everything that was to be written or deleted soon has been.
    """

    failed = Signal(object, str)
    settled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._to_do: dict[Path, Described | None] = {}  # None: to be forgotten
        self._writing: Path | None = None
        self._changed = threading.Condition()  # never held while the disk is waited for
        self._hurry = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether something is still to be done."""
        with self._changed:
            return self._thread is not None

    def write(self, task: Described) -> None:
        """Write what describes a job, and that it is not done.

        Raises
        ------
        OSError, au_studio.errors.AUStudioError
            If it can't be written.
        """
        save_job(task.job, task.file)
        remember(task.file, task.title, task.key)

    def write_soon(self, tasks: Iterable[Described]) -> None:
        """Write what describes these jobs in a thread, one after the other."""
        self._soon({task.file: task for task in tasks})

    def forget_soon(self, files: Iterable[Path]) -> None:
        """Mark these jobs as done, or given up, in a thread."""
        self._soon(dict.fromkeys(files))

    def settle(self, task: Described) -> None:
        """Write this one now if it is not written yet; raises as `write` does."""
        if self.drop(task) or not task.file.exists():
            self.write(task)

    def drop(self, task: Described) -> bool:
        """Do not write this one if it has not been yet; return whether it was still to be written."""
        with self._changed:
            self._changed.wait_for(lambda: self._writing != task.file)
            return self._to_do.pop(task.file, None) is not None

    def hurry(self) -> None:
        """Do what is left without resting."""
        self._hurry.set()

    def wait(self) -> None:
        """Wait until everything has been done."""
        self.hurry()
        with self._changed:
            thread = self._thread
        if thread is not None:
            thread.join()

    def _soon(self, wanted: dict[Path, Described | None]) -> None:
        with self._changed:
            self._to_do.update(wanted)
            if self._to_do and self._thread is None:
                self._hurry.clear()
                self._thread = threading.Thread(target=self._work, name="job files", daemon=True)
                self._thread.start()

    def _work(self) -> None:
        while (work := self._next()) is not None:
            file, task = work
            try:
                forget(file) if task is None else self.write(task)
            except Exception as error:  # whatever it was: it is told, and the others are written
                self.failed.emit(task, str(error))
            with self._changed:
                self._writing = None
                self._changed.notify_all()
            # Writing in one go would keep the window waiting for the interpreter.
            self._hurry.wait(_REST)
        self.settled.emit()

    def _next(self) -> tuple[Path, Described | None] | None:
        with self._changed:
            if not self._to_do:
                self._thread = None
                return None
            self._writing = next(iter(self._to_do))
            return self._writing, self._to_do.pop(self._writing)
