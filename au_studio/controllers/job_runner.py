"""Runs jobs in a child process, one after the other, and tells the UI thread what they say."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from au_studio.errors import AUStudioError
from au_studio.jobs.job import Job, save_job
from au_studio.jobs.process import JobProcess
from au_studio.jobs.protocol import Done, Event, Failed

CommandOf = Callable[[Path], list[str]]
"""Makes the command line that runs a job file."""


@dataclass(frozen=True)
class Task:
    """A job, the file that describes it, and a name for people.

    Attributes
    ----------
    job : Job
        What to do.
    file : Path
        Where the job file is written; it stays there, so that what was done can be read and repeated.
    title : str
        What the window calls it.
    key : object
        Whatever the asker wants to recognise it by.
    """

    job: Job
    file: Path
    title: str
    key: object = field(default=None, compare=False)


class JobRunner(QObject):
    """A queue of jobs; one child process at a time.

    Parameters
    ----------
    command_of : callable, optional
        Another way to run a job file, for tests.

    Signals
    -------
    started(Task)
        A child was started.
    reported(Task, Event)
        A child said something that is not its end.
    ended(Task, Event)
        A child has ended, with `Done` or `Failed`; its process and its files are closed.
    idle()
        Nothing runs and nothing waits any more.
    """

    started = Signal(object)
    reported = Signal(object, object)
    ended = Signal(object, object)
    idle = Signal()
    _said = Signal(object, object)
    _reaped = Signal(object)

    def __init__(self, parent: QObject | None = None, command_of: CommandOf | None = None) -> None:
        super().__init__(parent)
        self._command_of = command_of
        self._waiting: deque[Task] = deque()
        self._task: Task | None = None
        self._process: JobProcess | None = None
        self._reaper: threading.Thread | None = None
        self._last: Event | None = None
        self._said.connect(self._on_said)
        self._reaped.connect(self._on_reaped)

    @property
    def running(self) -> Task | None:
        """The job that runs, or None."""
        return self._task

    @property
    def waiting(self) -> int:
        """Number of jobs that wait."""
        return len(self._waiting)

    def add(self, task: Task) -> None:
        """Run a job, now or when those before it have ended."""
        self._waiting.append(task)
        self._start_next()

    def stop(self) -> None:
        """Ask the running job to finish early and to keep the best it has."""
        if self._process is not None:
            self._process.stop()

    def cancel(self) -> None:
        """Ask the running job to end and to leave no trace; it is killed when it does not obey."""
        if self._process is not None:
            self._process.cancel()

    def clear(self) -> None:
        """Forget the jobs that wait."""
        self._waiting.clear()

    def close(self) -> None:
        """Forget what waits, cancel what runs, and wait until it has ended."""
        self.clear()
        if self._process is not None:
            self._process.cancel()
        if self._reaper is not None:
            self._reaper.join()
            self._reaper = None

    def _start_next(self) -> None:
        if self._task is not None or not self._waiting:
            return
        task = self._task = self._waiting.popleft()
        self._last = None
        try:
            save_job(task.job, task.file)
            command = self._command_of(task.file) if self._command_of else None
            process = JobProcess(task.file, lambda event: self._said.emit(task, event), command)
            process.start()
        except OSError as error:
            self._last = Failed(
                f"{task.title} could not be started.", "Check the disk that the study is on.", str(error)
            )
            self._on_reaped(task)
            return
        self._process = process
        self._reaper = threading.Thread(
            target=self._reap, args=(process, task), name="job reaper", daemon=True
        )
        self.started.emit(task)
        self._reaper.start()

    def _reap(self, process: JobProcess, task: Task) -> None:
        """Wait for the child's end outside the UI thread: a child that unloads torch takes its time."""
        process.wait()
        self._reaped.emit(task)

    def _on_said(self, task: Task, event: Event) -> None:
        if isinstance(event, (Done, Failed)):
            self._last = event
        elif task is self._task:
            self.reported.emit(task, event)

    def _on_reaped(self, task: Task) -> None:
        last = self._last or Failed(f"{task.title} ended without a result.")
        if self._reaper is not None:
            self._reaper.join()
        self._task = self._process = self._reaper = None
        self.ended.emit(task, last)
        self._start_next()
        if self._task is None:
            self.idle.emit()


def error_of(failed: Failed) -> AUStudioError:
    """Return what a child reported as an error to show."""
    return AUStudioError(failed.message, next_step=failed.next_step, details=failed.details)
