"""The queue of jobs: child processes, as many on each device as it bears; each job can be seen and ended."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer, Signal

from au_studio.controllers.job_files import JobFiles
from au_studio.errors import AUStudioError
from au_studio.jobs.places import tidy
from au_studio.jobs.process import KILL_AFTER, JobProcess
from au_studio.jobs.protocol import Done, Event, Failed, Progress
from au_studio.jobs.tasks import Gate, JobLine, RunningJob, Standing, Task
from au_studio.jobs.time_left import Tempo, TimeLeft
from au_studio.jobs.waiting_line import WaitingLine
from au_studio.texts import shown, tr

__all__ = ["Gate", "JobLine", "JobRunner", "Standing", "Task", "error_of"]

_GIVE_UP_AFTER = KILL_AFTER + 5.0
"""Seconds after which closing no longer waits for a child that can't even be killed."""


class JobRunner(QObject):
    """A queue of jobs; one child process at a time on each device, unless `at_once` says more.

    Attributes
    ----------
    gate : callable
        Asked about a task whose turn it is: start it, hold it back while others pass, or drop it because
        there is nothing left to do. Call `look_again` with the tasks of which the answer may have changed.
    device_of : callable
        Names the device that a task computes on.
    at_once : callable
        Says how many like a task may run on its device; one that is to be alone there waits until it is.

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
        The list of jobs changed, or what one of them is doing other than going on.
    advanced()
        A job that runs came further.
    closing()
        The end of what runs is being waited for.
    idle()
        Nothing runs and nothing waits any more.
    """

    started = Signal(object)
    reported = Signal(object, object)
    ended = Signal(object, object)
    changed = Signal()
    advanced = Signal()
    closing = Signal()
    idle = Signal()
    _said = Signal(object, object)
    _reaped = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.gate: Callable[[Task], Gate] = lambda _task: Gate.START
        self.device_of: Callable[[Task], str] = lambda task: str(getattr(task.job, "device", ""))
        self.at_once: Callable[[Task], int] = lambda _task: 1
        self._files = JobFiles(self)
        self._files.failed.connect(self._on_not_written)
        self._files.settled.connect(self._quit_at_the_end)
        self._loop: QEventLoop | None = None
        self._waiting: WaitingLine[Task] = WaitingLine()
        self._closing = False
        self._running: dict[Task, RunningJob] = {}
        self._settling = False
        self._tempi: dict[str, Tempo] = {}
        self._said.connect(self._on_said)
        self._reaped.connect(self._on_reaped)

    # ---- what there is

    @property
    def running(self) -> Task | None:
        """The job that runs (the first of several), or None."""
        return next(iter(self._running), None)

    @property
    def waiting(self) -> int:
        """Number of jobs that wait."""
        return len(self._waiting)

    @property
    def busy(self) -> bool:
        """Whether a job runs, or waits for more than a recording to be closed."""
        return bool(self._running) or len(self._waiting) > len(self._waiting.held)

    @property
    def held(self) -> tuple[Task, ...]:
        """The jobs that others pass for now."""
        return tuple(self._waiting.held)

    def running_lines(self) -> tuple[JobLine, ...]:
        """Return the jobs that run."""
        return tuple(run.line for run in self._running.values())

    def lines(self, most: int | None = None) -> tuple[JobLine, ...]:
        """Return every job, the running ones first, then (`most` of them) in the order of their turn."""
        held = self._waiting.held
        waiting = (
            JobLine(task, Standing.HELD if task in held else Standing.WAITING)
            for task in islice(self._waiting, most)
        )
        return (*self.running_lines(), *waiting)

    def count(self, kind: str) -> int:
        """Return how many jobs of a kind run or wait."""
        running = sum(task.job.kind == kind for task in self._running)
        return running + self._waiting.count(kind)

    def task_of(self, file: Path) -> Task | None:
        """Return the job of this file that runs or waits, or None."""
        running = (task for task in self._running if task.file == file)
        return next(running, None) or self._waiting.of_file(file)

    def seconds_left(self, tasks: Sequence[Task]) -> float | None:
        """Return the time that those of these tasks that run and those that wait still take, or None."""
        runs = [self._running[task].line.seconds_left for task in tasks if task in self._running]
        known = [left for left in runs if left is not None]
        if not known or len(known) < len(runs):
            return None
        waiting = [self._tempo_of(task).seconds(task.expected) for task in tasks if task in self._waiting]
        return max((sum(known) + sum(waiting)) / len(runs), *known)

    def knows(self, file: Path) -> bool:
        """Return whether the job of this file runs or waits."""
        return self.task_of(file) is not None

    # ---- intentions

    def add(self, task: Task) -> None:
        """Run a job, now or when those before it have ended."""
        try:
            self._files.write(task)
        except (OSError, AUStudioError) as error:
            self.ended.emit(task, _not_started(task, str(error)))
            return
        self._line_up([task])

    def add_all(self, tasks: Sequence[Task]) -> None:
        """Run many jobs, one after the other; their files are written while the first ones run."""
        self._files.write_soon(tasks)
        self._line_up(tasks)

    def _line_up(self, tasks: Sequence[Task]) -> None:
        if self._closing:  # somebody followed up on what has just ended: it goes on next time
            return
        for task in tasks:
            self._waiting.append(task)
        self.changed.emit()
        self.start_next()

    def stop(self, task: Task) -> None:
        """Ask a running job to finish early and to keep the best it has."""
        if (run := self._running.get(task)) is not None and run.process is not None:
            run.process.stop()
            self._set_line(run, JobLine(task, Standing.ENDING, tr("Stopping: the best is being kept…")))

    def cancel(self, task: Task) -> None:
        """End a job so that it leaves no trace; one that waits is taken out of the queue."""
        if task in self._waiting:
            self._waiting.remove(task)
            self._end(task, Done({"cancelled": True}))
        elif (run := self._running.get(task)) is not None and run.process is not None:
            run.process.cancel()
            self._set_line(run, JobLine(task, Standing.ENDING, tr("Cancelling…")))

    def put_back(self, task: Task) -> None:
        """End a running job's child, and let the job wait for its turn again."""
        if (run := self._running.get(task)) is not None and run.process is not None:
            run.again = True
            run.process.pause()
            self._set_line(run, JobLine(task, Standing.ENDING, tr("Making way…")))

    def put_aside(self, task: Task) -> None:
        """End a job and keep its progress, to go on when the study is opened again."""
        if task in self._waiting:
            self._waiting.remove(task)
            self.changed.emit()
        elif (run := self._running.get(task)) is not None and run.process is not None:
            run.process.pause()
            self._set_line(run, JobLine(task, Standing.ENDING, tr("Pausing…")))

    def put_aside_waiting(self) -> None:
        """Put every job aside that waits."""
        for task in list(self._waiting):
            self.put_aside(task)

    def move_up(self, task: Task) -> None:
        """Let a job that waits pass the one before it."""
        if self._waiting.move_up(task, task.after):
            self.changed.emit()

    def close(self, *, discard: bool = False) -> None:
        """Forget what waits, pause (or cancel) what runs, and return when it has ended.

        What is paused, and what waited, is on the disk, to go on later; what was done is taken
        in. Events other than people's go on meanwhile: a child may take seconds, and no window is to hang.
        """
        left = self._waiting.clear()
        if discard:
            self._files.forget_soon(task.file for task in left)
        for run in self._running.values():
            run.given_up = discard
            if run.process is not None:
                run.process.cancel() if discard else run.process.pause()
        if self._closing:
            return
        self._closing = True
        try:
            self._wait_for_the_end()
        finally:
            self._closing = False
            self._running.clear()
        self.changed.emit()

    def start_next(self) -> None:
        """Start whatever may start now; nothing before everybody has heard how the last job ended."""
        if self._settling or self._closing:
            return
        for task in list(self._waiting):
            # The gate is asked last: it looks at the study and the disk.
            if not self._has_room(task) or task not in self._waiting or self._must_wait(task):
                continue
            self._pass_gate(task)

    def look_again(self, tasks: Iterable[Task]) -> None:
        """Ask anew about jobs that wait: whether they are held back, or have nothing left to do."""
        for task in list(tasks):
            if task in self._waiting:
                self._pass_gate(task, may_start=False)
        self.start_next()

    # ---- inside

    def _has_room(self, task: Task) -> bool:
        beside = [one for one in self._running if self.device_of(one) == self.device_of(task)]
        return len(beside) < min(map(self.at_once, (task, *beside)))

    def _must_wait(self, task: Task) -> bool:
        return task.after is not None and (task.after in self._waiting or task.after in self._running)

    def _pass_gate(self, task: Task, *, may_start: bool = True) -> None:
        """Do with a job that waits what the gate says."""
        gate = self.gate(task)
        was_held = task in self._waiting.held
        if gate is Gate.DROP:
            self._waiting.remove(task)
            self._end(task, Done({"dropped": True}))
        elif gate is Gate.HOLD:
            self._waiting.held.add(task)
        else:
            self._waiting.held.discard(task)
            if may_start:
                self._waiting.remove(task)
                self._start(task)
        if was_held != (task in self._waiting.held):
            self.changed.emit()

    def _wait_for_the_end(self) -> None:
        """Let events pass until every child has ended and every file is written."""
        if not self._running and not self._files.busy:
            return
        self.closing.emit()
        self._files.hurry()
        if QCoreApplication.instance() is not None:
            self._loop = loop = QEventLoop()
            QTimer.singleShot(0, self, self._quit_at_the_end)
            patience = QTimer(loop, interval=int(1000 * _GIVE_UP_AFTER))
            patience.timeout.connect(loop.quit)
            patience.start()
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            patience.stop()
            self._loop = None
        self._files.wait()

    def _quit_at_the_end(self) -> None:
        if self._loop is not None and not self._running and not self._files.busy:
            self._loop.quit()

    def _tempo_of(self, task: Task) -> Tempo:
        return self._tempi.setdefault(self.device_of(task), Tempo())

    def _start(self, task: Task) -> None:
        run = self._running[task] = RunningJob(task, TimeLeft(self._tempo_of(task)))
        run.process = JobProcess(task.file, lambda event: self._said.emit(task, event))
        living = partial(self._live, run.process, task)
        run.reaper = threading.Thread(target=living, name="job reaper", daemon=True)
        self.started.emit(task)
        self.changed.emit()
        run.reaper.start()

    def _live(self, process: JobProcess, task: Task) -> None:
        """Start the child and wait for its end outside the UI thread: both take their time."""
        try:
            self._files.settle(task)
            process.start()
            process.wait()
        except Exception as error:  # whatever it was: it is told, and the next job has its turn
            self._said.emit(task, _not_started(task, str(error)))
        self._reaped.emit(task)

    def _on_said(self, task: Task, event: Event) -> None:
        run = self._running.get(task)
        if run is None:
            return
        if isinstance(event, (Done, Failed)):
            run.last = event
            return
        if isinstance(event, Progress) and run.line.standing is Standing.RUNNING:
            left = run.time_left.seconds_left(event, time.monotonic())
            line = JobLine(task, Standing.RUNNING, shown(event.message), event.done, event.total, left)
            run.line = replace(line, fraction=run.time_left.whole.fraction)
            self.advanced.emit()
        self.reported.emit(task, event)

    def _set_line(self, run: RunningJob, line: JobLine) -> None:
        run.line = line
        self.changed.emit()

    def _on_reaped(self, task: Task) -> None:
        run = self._running.get(task)
        if run is None:
            return
        if run.reaper is not None:
            run.reaper.join()
        del self._running[task]
        last = run.last or Failed(tr("{title} ended without a result.", title=task.title))
        if self._closing:
            self._end_closing(run, last)
            self._quit_at_the_end()
            return
        if run.again and isinstance(last, Done) and last.result.get("paused"):
            self._waiting.put_first(task)
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

    def _end_closing(self, run: RunningJob, last: Event) -> None:
        """End a job while closing: one that was done is taken in; nobody has to hear of the others."""
        if isinstance(last, Done) and not last.result.keys() & {"paused", "cancelled"}:
            self._end(run.task, last)
        else:
            tidy(run.task.file, Done({"cancelled": True}) if run.given_up else last)

    def _on_not_written(self, task: Task | None, why: str) -> None:
        if task is not None and task in self._waiting:
            self._waiting.remove(task)
            self.ended.emit(task, _not_started(task, why))
            self.changed.emit()

    def _end(self, task: Task, last: Event) -> None:
        # First whoever asked takes in what was made: the progress is there until then, should the power go.
        self.ended.emit(task, last)
        self._files.drop(task)
        tidy(task.file, last)
        self.changed.emit()
        if isinstance(last, Failed) or (isinstance(last, Done) and last.result.get("cancelled")):
            for other in [other for other in self._waiting if other.after is task]:
                self.cancel(other)


def _not_started(task: Task, why: str) -> Failed:
    told = tr("{title} could not be started.", title=task.title)
    return Failed(told, tr("Check the disk that the study is on."), why)


def error_of(failed: Failed) -> AUStudioError:
    """Return what a child reported as an error to show."""
    return AUStudioError(failed.message, next_step=failed.next_step, details=failed.details)
