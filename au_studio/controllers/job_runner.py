"""The queue of jobs: one child process at a time on each device; visible, and each job can be ended."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from au_studio.errors import AUStudioError
from au_studio.files import write_text
from au_studio.jobs.job import Job, save_job
from au_studio.jobs.places import forget, remember, state_folder
from au_studio.jobs.process import JobProcess
from au_studio.jobs.protocol import Done, Event, Failed, Progress
from au_studio.jobs.time_left import Tempo, TimeLeft

CommandOf = Callable[[Path], list[str]]
"""Makes the command line that runs a job file."""


class Standing(StrEnum):
    """Where a job stands."""

    RUNNING = "running"
    ENDING = "ending"
    WAITING = "waiting"
    HELD = "held back"


class Gate(StrEnum):
    """What is to happen to a job whose turn it is."""

    START = "start"
    HOLD = "hold"
    DROP = "drop"


@dataclass(frozen=True, eq=False)
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
        Whatever the asker wants to recognise it by; JSON values, if it is to be known after a restart.
    after : Task or None
        It needs what this one makes: it waits for it, and is dropped when that one gives nothing.
    expected : mapping of str to float
        Seconds that it is expected to take, per kind of work (`au_studio.jobs.outlook`).
    """

    job: Job
    file: Path
    title: str
    key: object = None
    after: Task | None = None
    expected: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class JobLine:
    """A job as the list of jobs shows it.

    Attributes
    ----------
    task : Task
    standing : Standing
    message : str
        What it is doing.
    done, total : int
        Steps; total 0 = unknown.
    seconds_left : float or None
        Estimate for the whole job; None = unknown.
    """

    task: Task
    standing: Standing
    message: str = ""
    done: int = 0
    total: int = 0
    seconds_left: float | None = None

    @property
    def stoppable(self) -> bool:
        """Whether something can be kept of it when it is stopped early."""
        return self.standing is Standing.RUNNING and self.task.job.kind in {"finetune", "pretrain"}


@dataclass(eq=False)
class _Running:
    """A job with its child process."""

    task: Task
    time_left: TimeLeft
    process: JobProcess | None = None
    reaper: threading.Thread | None = None
    last: Event | None = None
    again: bool = False
    line: JobLine = field(init=False)

    def __post_init__(self) -> None:
        self.line = JobLine(self.task, Standing.RUNNING, "Starting")


class JobRunner(QObject):
    """A queue of jobs; one child process at a time on each device.

    Parameters
    ----------
    command_of : callable, optional
        Another way to run a job file, for tests.

    Attributes
    ----------
    gate : callable
        Asked about a task whose turn it is: start it, hold it back while others pass, or drop it because
        there is nothing left to do. Call `start_next` when the answer may have changed.
    device_of : callable
        Names the device that a task computes on.

    Signals
    -------
    started(Task)
        A child was started.
    reported(Task, Event)
        A child said something that is not its end.
    ended(Task, Event)
        A job has ended, with `Done` or `Failed`; its process and its files are closed. A task that is taken
        out of the queue ends with the result ``cancelled``, one that was dropped with ``dropped``.
    changed()
        The list of jobs, or how far one is, changed.
    idle()
        Nothing runs and nothing waits any more.
    """

    started = Signal(object)
    reported = Signal(object, object)
    ended = Signal(object, object)
    changed = Signal()
    idle = Signal()
    _said = Signal(object, object)
    _reaped = Signal(object)

    def __init__(self, parent: QObject | None = None, command_of: CommandOf | None = None) -> None:
        super().__init__(parent)
        self.command_of = command_of
        self.gate: Callable[[Task], Gate] = lambda _task: Gate.START
        self.device_of: Callable[[Task], str] = lambda task: str(getattr(task.job, "device", ""))
        self._waiting: list[Task] = []
        self._running: dict[str, _Running] = {}
        self._settling = False
        self._tempi: dict[str, Tempo] = {}
        self._said.connect(self._on_said)
        self._reaped.connect(self._on_reaped)

    # ---- what there is

    @property
    def running(self) -> Task | None:
        """The job that runs (the first of several), or None."""
        return next((run.task for run in self._running.values()), None)

    @property
    def waiting(self) -> int:
        """Number of jobs that wait."""
        return len(self._waiting)

    @property
    def busy(self) -> bool:
        """Whether a job runs, or waits for more than a recording to be closed."""
        return bool(self._running) or any(self.gate(task) is Gate.START for task in self._waiting)

    def lines(self) -> tuple[JobLine, ...]:
        """Return every job, the running ones first, then in the order of their turn."""
        held = {Gate.HOLD: Standing.HELD}
        waiting = (JobLine(task, held.get(self.gate(task), Standing.WAITING)) for task in self._waiting)
        return (*(run.line for run in self._running.values()), *waiting)

    def seconds_left(self, tasks: Sequence[Task]) -> float | None:
        """Return the time that the one of these tasks that runs and those that wait still take, or None."""
        runs = [run for run in self._running.values() if run.task in tasks]
        if not runs or runs[0].line.seconds_left is None:
            return None
        waiting = [self._tempo_of(task).seconds(task.expected) for task in tasks if task in self._waiting]
        return runs[0].line.seconds_left + sum(waiting)

    def knows(self, file: Path) -> bool:
        """Return whether the job of this file runs or waits."""
        return any(line.task.file == file for line in self.lines())

    # ---- intentions

    def add(self, task: Task) -> None:
        """Run a job, now or when those before it have ended."""
        try:
            save_job(task.job, task.file)
            remember(task.file, task.title, task.key)
        except (OSError, AUStudioError) as error:
            text = f"{task.title} could not be started."
            self.ended.emit(task, Failed(text, "Check the disk that the study is on.", str(error)))
            return
        self._waiting.append(task)
        self.changed.emit()
        self.start_next()

    def stop(self, task: Task) -> None:
        """Ask a running job to finish early and to keep the best it has."""
        if (run := self._run_of(task)) is not None and run.process is not None:
            run.process.stop()
            self._set_line(run, JobLine(task, Standing.ENDING, "Stopping: the best is being kept…"))

    def cancel(self, task: Task) -> None:
        """End a job so that it leaves no trace; one that waits is taken out of the queue."""
        if task in self._waiting:
            self._waiting.remove(task)
            self._end(task, Done({"cancelled": True}))
        elif (run := self._run_of(task)) is not None and run.process is not None:
            run.process.cancel()
            self._set_line(run, JobLine(task, Standing.ENDING, "Cancelling…"))

    def put_back(self, task: Task) -> None:
        """End a running job's child, and let the job wait for its turn again."""
        if (run := self._run_of(task)) is not None and run.process is not None:
            run.again = True
            run.process.pause()
            self._set_line(run, JobLine(task, Standing.ENDING, "Making way…"))

    def put_aside(self, task: Task) -> None:
        """End a job and keep its progress, to go on when the study is opened again."""
        if task in self._waiting:
            self._waiting.remove(task)
            self.changed.emit()
        elif (run := self._run_of(task)) is not None and run.process is not None:
            run.process.pause()
            self._set_line(run, JobLine(task, Standing.ENDING, "Pausing…"))

    def put_aside_waiting(self) -> None:
        """Put every job aside that waits."""
        for task in list(self._waiting):
            self.put_aside(task)

    def move_up(self, task: Task) -> None:
        """Let a job that waits pass the one before it."""
        place = self._waiting.index(task) if task in self._waiting else 0
        if place > 0 and self._waiting[place - 1] is not task.after:
            self._waiting[place - 1], self._waiting[place] = task, self._waiting[place - 1]
            self.changed.emit()

    def close(self, *, discard: bool = False) -> None:
        """Forget what waits, pause (or cancel) what runs, and wait until it has ended.

        What is paused, and what waited, is on the disk as unfinished, to go on later.
        """
        left, self._waiting = self._waiting, []
        for task in left if discard else ():
            forget(task.file)
        for run in self._running.values():
            if run.process is not None:
                run.process.cancel() if discard else run.process.pause()
        for run in self._running.values():
            if run.reaper is not None:
                run.reaper.join()
            if discard or isinstance(run.last, Done):
                self._tidy(run.task, run.last or Done({"cancelled": True}))
        self._running.clear()
        self.changed.emit()

    def start_next(self) -> None:
        """Start whatever may start now; nothing before everybody has heard how the last job ended."""
        if self._settling:
            return
        for task in list(self._waiting):
            if task not in self._waiting or task.after in (*self._waiting, *self._tasks()):
                continue
            gate = self.gate(task)
            if gate is Gate.DROP:
                self._waiting.remove(task)
                self._end(task, Done({"dropped": True}))
            elif gate is Gate.START and self.device_of(task) not in self._running:
                self._waiting.remove(task)
                self._start(task)

    # ---- inside

    def _tempo_of(self, task: Task) -> Tempo:
        return self._tempi.setdefault(self.device_of(task), Tempo())

    def _tasks(self) -> list[Task]:
        return [run.task for run in self._running.values()]

    def _run_of(self, task: Task) -> _Running | None:
        return next((run for run in self._running.values() if run.task is task), None)

    def _start(self, task: Task) -> None:
        run = self._running[self.device_of(task)] = _Running(task, TimeLeft(self._tempo_of(task)))
        command = self.command_of(task.file) if self.command_of else None
        process = JobProcess(task.file, lambda event: self._said.emit(task, event), command)
        try:
            process.start()
        except OSError as error:
            run.last = Failed(f"{task.title} could not be started.", "Start it again.", str(error))
            self._on_reaped(task)
            return
        run.process = process
        run.reaper = threading.Thread(target=self._reap, args=(process, task), name="job reaper", daemon=True)
        self.started.emit(task)
        self.changed.emit()
        run.reaper.start()

    def _reap(self, process: JobProcess, task: Task) -> None:
        """Wait for the child's end outside the UI thread: a child that unloads torch takes its time."""
        process.wait()
        self._reaped.emit(task)

    def _on_said(self, task: Task, event: Event) -> None:
        run = self._run_of(task)
        if run is None:
            return
        if isinstance(event, (Done, Failed)):
            run.last = event
            return
        if isinstance(event, Progress) and run.line.standing is Standing.RUNNING:
            left = run.time_left.seconds_left(event, time.monotonic())
            self._set_line(run, JobLine(task, Standing.RUNNING, event.message, event.done, event.total, left))
        self.reported.emit(task, event)

    def _set_line(self, run: _Running, line: JobLine) -> None:
        run.line = line
        self.changed.emit()

    def _on_reaped(self, task: Task) -> None:
        run = self._run_of(task)
        if run is None:
            return
        if run.reaper is not None:
            run.reaper.join()
        del self._running[next(key for key, other in self._running.items() if other is run)]
        last = run.last or Failed(f"{task.title} ended without a result.")
        if run.again and isinstance(last, Done) and last.result.get("paused"):
            self._waiting.insert(0, task)
            self.changed.emit()
        else:
            self._settling = True
            try:
                self._end(task, last)
            finally:
                self._settling = False
        self.start_next()
        if not self._running and not self._waiting:
            self.idle.emit()

    def _end(self, task: Task, last: Event) -> None:
        # First whoever asked takes in what was made: the progress is there until then, should the power go.
        self.ended.emit(task, last)
        self._tidy(task, last)
        self.changed.emit()
        if isinstance(last, Failed) or (isinstance(last, Done) and last.result.get("cancelled")):
            for other in [other for other in self._waiting if other.after is task]:
                self.cancel(other)

    @staticmethod
    def _tidy(task: Task, last: Event) -> None:
        """Forget the progress of a job that is done or given up; keep what one that can go on needs."""
        if isinstance(last, Done) and not last.result.get("paused"):
            forget(task.file)
        elif isinstance(last, Failed) and state_folder(task.file).is_dir():
            write_text(state_folder(task.file) / "log.txt", f"{last.message}\n\n{last.details}\n")


def error_of(failed: Failed) -> AUStudioError:
    """Return what a child reported as an error to show."""
    return AUStudioError(failed.message, next_step=failed.next_step, details=failed.details)
