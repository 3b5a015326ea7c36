"""Analysis of many recordings, as jobs, beside the live analysis of the one on the screen."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from au_studio.analysis.models import ModelEntry
from au_studio.controllers.job_runner import Gate, Standing, Task, error_of
from au_studio.jobs.at_once import beside_a_window
from au_studio.jobs.job import AnalyzeJob
from au_studio.jobs.protocol import Done, Event, Failed, Progress
from au_studio.study.recording_list import Status
from au_studio.texts import tr, tr_n
from au_studio.video.options import options_of

if TYPE_CHECKING:
    from au_studio.controllers.workspace import Workspace

Key = tuple[str, str]
"""Recording and model."""

_AT_ONCE = 100
"""Recordings that are queued before the window gets its turn: some 10 ms."""
_FIRST_SECONDS = 3.0
"""Before, a pace is worth nothing."""


class BatchAnalysis(QObject):
    """Puts analyses into the queue of jobs, and brings them home.

    A recording that is on the screen is analysed there, frames at the playhead first: its job is held back
    until another one is shown or the analysis there has failed, and dropped when there is nothing left to do.

    Parameters
    ----------
    workspace : Workspace
        Holds the study, its models and the queue.

    Signals
    -------
    ended(recording_id, model_id, Event)
        An analysis ended, with `Done` or `Failed`.
    """

    ended = Signal(str, str, object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._quiet: set[Key] = set()
        self._pace = FramePace()
        self._screen_works = True
        self._later: ModelEntry | None = None
        self._to_queue: list[tuple[list[str], ModelEntry]] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._queue_more)
        jobs = workspace.jobs
        jobs.gate = self._gate
        jobs.at_once = self._at_once
        jobs.reported.connect(self._on_reported)
        jobs.ended.connect(self._on_ended)
        for moment in (workspace.recording_changed, workspace.models_changed):
            moment.connect(self._make_way)
        workspace.analysis_changed.connect(self._on_analysis_changed)
        workspace.recording_checked.connect(self._on_checked)
        workspace.study_changed.connect(self._forget_later)

    def missing(self, model: ModelEntry) -> list[str]:
        """Return the recordings that lack the analysis that a model would make of them now."""
        broken, work = {Status.PROBLEM, Status.CHECKING}, self._workspace
        items = [item for item in work.recordings() if item.status not in broken]
        if work.model is not None and model.id == work.model.id:
            # Their lines tell it; to look at the study and the disk for each would take long.
            return [item.id for item in items if item.status is not Status.DONE]
        return [item.id for item in items if not work.has_analysis(item.id, model.id)]

    def analyse(self, recording_ids: Sequence[str], model: ModelEntry, *, quiet: bool = False) -> int:
        """Queue the analysis of recordings; those that wait already are not queued twice.

        Parameters
        ----------
        recording_ids : sequence of str
            What to analyse.
        model : ModelEntry
            With which model.
        quiet : bool
            The asker tells of failures himself.

        Returns
        -------
        int
            How many were queued.
        """
        work, study = self._workspace, self._workspace.study
        if study is None:
            return 0
        # Said once, not for each: paths and the study's tables take long for hundreds of recordings.
        known = study.target_persons()
        folder, weights, backend = study.path / "jobs", str(model.path), work.face_finder.name
        tasks: list[Task] = []
        for recording_id in recording_ids:
            item = work.item(recording_id)
            output = work.analysis_path(recording_id, model.id)
            if item is None or item.status is Status.PROBLEM or output is None:
                continue
            key = (recording_id, model.id)
            file = output.with_suffix(".job.json") if work.read_only else folder / _file_name(key)
            if quiet:
                self._quiet.add(key)
            if work.jobs.knows(file):
                continue
            job = AnalyzeJob(
                video=str(item.path),
                model=weights,
                tracks=str(work.tracks_path(recording_id)),
                output_h5=str(output),
                backend=backend,
                target_person=known.get(recording_id),
                rest=work.rest.of(recording_id),
                device=work.device.name,
                stream=options_of(item.path).stream,
                deinterlace=options_of(item.path).deinterlace,
            )
            tasks.append(Task(job, file, tr("Analysing {name}", name=item.name), list(key)))
        if len(tasks) == 1:
            work.jobs.add(tasks[0])
        elif tasks:
            work.jobs.add_all(tasks)
        self._make_way()
        return len(tasks)

    def _job_of(self, key: Key) -> Task | None:
        """Return the job that analyses a recording with a model, if one runs or waits."""
        work = self._workspace
        output = work.analysis_path(*key)
        if work.study is None or output is None:
            return None
        # Nothing is written in a study that is read only: the job lies where its result goes.
        if work.read_only:
            return work.jobs.task_of(output.with_suffix(".job.json"))
        return work.jobs.task_of(work.study.path / "jobs" / _file_name(key))

    def analyse_all(self) -> None:
        """Queue the analysis, with the chosen model, of every recording that lacks it.

        Recordings that are still being checked follow when they have been.
        """
        model = self._workspace.model
        if model is None:
            return
        asked = {key_of(line.task) for line in self._workspace.jobs.lines()}
        fresh = [key for key in self.missing(model) if (key, model.id) not in asked]
        self._to_queue = [(fresh[at : at + _AT_ONCE], model) for at in range(0, len(fresh), _AT_ONCE)]
        self._queue_more()
        checking = self._n_checking()
        self._later = model if checking else None
        told = []
        if fresh:
            told.append(
                tr_n(
                    "1 recording is going to be analysed.",
                    "{n} recordings are going to be analysed.",
                    len(fresh),
                )
            )
        if checking:
            told.append(
                tr_n(
                    "1 recording is still being checked; it follows as soon as it has been.",
                    "{n} recordings are still being checked; each follows as soon as it has been.",
                    checking,
                )
            )
        if told:
            self._workspace.say(" ".join(told))
        elif not self.waiting():
            self._workspace.say(
                tr("Every recording has been analysed with “{name}” already.", name=model.name), "good"
            )

    def leave_to_screen(self, works: bool) -> None:
        """Say whether the recording on the screen is analysed there; if not, its job need not wait."""
        if works != self._screen_works:
            self._screen_works = works
            self._make_way()

    def cancel(self, keys: Sequence[Key]) -> None:
        """Take analyses out of the queue, or end them."""
        for task in self._tasks():
            if key_of(task) in keys:
                self._workspace.jobs.cancel(task)

    def waiting(self) -> int:
        """Return how many analyses run or wait."""
        return self._workspace.jobs.count(AnalyzeJob.kind)

    def seconds_left(self) -> float | None:
        """Return how long all analyses that run and wait still take, at the pace so far; None: not known."""
        work, left = self._workspace, 0.0
        for line in work.jobs.lines():
            if (key := key_of(line.task)) is not None and line.standing is not Standing.HELD:
                item = work.item(key[0])
                frames = line.total or (0 if item is None else item.n_frames)
                left += max(frames - line.done, 0)
        return self._pace.seconds(left, time.monotonic())

    def _n_checking(self) -> int:
        return sum(item.status is Status.CHECKING for item in self._workspace.recordings())

    def _queue_more(self) -> None:
        """Queue some of the recordings that were asked for, and the others when the window had its turn."""
        if self._to_queue:
            self.analyse(*self._to_queue.pop(0))
        self._soon.start() if self._to_queue else self._soon.stop()

    def _forget_later(self) -> None:
        self._later, self._to_queue = None, []
        self._soon.stop()

    def _on_checked(self, recording_id: str) -> None:
        """Queue a recording that was still being checked when all were asked for."""
        model = self._later
        if model is None:
            return
        item = self._workspace.item(recording_id)
        if item is not None and not self._workspace.has_analysis(recording_id, model.id):
            self.analyse([recording_id], model)
        if not self._n_checking():
            self._later = None

    def _tasks(self) -> list[Task]:
        return [line.task for line in self._workspace.jobs.lines() if key_of(line.task) is not None]

    # ---- told by the queue

    def _gate(self, task: Task) -> Gate:
        key, work = key_of(task), self._workspace
        if key is None:
            return Gate.START
        if work.has_analysis(*key):
            return Gate.DROP
        return Gate.HOLD if self._on_screen(key) else Gate.START

    def _at_once(self, task: Task) -> int:
        """Return how many analyses may run on a job's device: on processors as many as they bear."""
        on_processors = self._workspace.jobs.device_of(task) == "cpu"
        return beside_a_window() if on_processors and key_of(task) is not None else 1

    def _on_screen(self, key: Key) -> bool:
        """Return whether an analysis is to be left to the live analysis."""
        work = self._workspace
        if key in self._quiet or not self._screen_works:
            # Somebody waits for this one (an export), or the live analysis has failed.
            return False
        shown = [model.id for model in (work.model, work.compared_model) if model is not None]
        return work.current is not None and key[0] == work.current.id and key[1] in shown

    def _make_way(self) -> None:
        """Leave to the screen what is on it, and take back what was: the others are not asked about."""
        work, jobs = self._workspace, self._workspace.jobs
        for line in jobs.running_lines():
            if (key := key_of(line.task)) is not None and self._on_screen(key):
                jobs.put_back(line.task)
        shown = [model.id for model in (work.model, work.compared_model) if model is not None]
        found: list[Task] = list(jobs.held)
        if work.current is not None:
            here = (self._job_of((work.current.id, model_id)) for model_id in shown)
            found += [task for task in here if task is not None and task not in found]
        jobs.look_again(found)

    def _on_analysis_changed(self, recording_id: str, model_id: str) -> None:
        """Drop the job of an analysis that was made elsewhere, as on the screen."""
        task = self._job_of((recording_id, model_id))
        self._workspace.jobs.look_again([] if task is None else [task])

    def _on_reported(self, task: Task, event: Event) -> None:
        key, model = key_of(task), self._workspace.model
        if key is None or not isinstance(event, Progress) or not event.total:
            return
        self._pace.note(key, event.done, time.monotonic())
        if model is not None and model.id == key[1]:
            self._workspace.set_progress(key[0], event.done / event.total)

    def _on_ended(self, task: Task, last: Event) -> None:
        key, work = key_of(task), self._workspace
        if key is None:
            return
        if not self.waiting():
            self._pace = FramePace()
        stored = work.has_analysis(*key)
        if stored and not (isinstance(last, Done) and last.result.get("dropped")):
            work.analysis_stored(*key)
        elif not stored:
            work.forget_progress(key[0])
        if isinstance(last, Failed) and key not in self._quiet:
            # A recording that is cut short fails, but what could be read of it is stored.
            work.say(last.message, "warning") if stored else work.report(error_of(last))
        self._quiet.discard(key)
        self.ended.emit(*key, last)


class FramePace:
    """How many frames a second several analyses come to together."""

    def __init__(self) -> None:
        self._done: dict[object, int] = {}
        self._frames, self._began = 0, 0.0

    def note(self, key: object, done: int, now: float) -> None:
        """Take in how many frames an analysis has; those of its first report were there before."""
        if not self._done:
            self._began = now
        self._frames += max(done - self._done.get(key, done), 0)
        self._done[key] = done

    def seconds(self, frames: float, now: float) -> float | None:
        """Return how long so many frames take; None before the pace is worth anything."""
        passed = now - self._began
        if not self._frames or passed < _FIRST_SECONDS:
            return None
        return frames * passed / self._frames


def _file_name(key: Key) -> str:
    return f"analyse-{key[0]}-{key[1]}.json"


def key_of(task: Task) -> Key | None:
    """Return recording and model of an analysis; None for other jobs."""
    if not isinstance(task.job, AnalyzeJob) or not isinstance(task.key, (list, tuple)):
        return None
    return str(task.key[0]), str(task.key[1])
