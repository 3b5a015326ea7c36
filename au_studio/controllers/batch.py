"""Analysis of many recordings, one job after the other, beside the live analysis of the one on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from au_studio.analysis.models import ModelEntry
from au_studio.controllers.job_runner import Gate, Task, error_of
from au_studio.jobs.job import AnalyzeJob
from au_studio.jobs.protocol import Done, Event, Failed, Progress
from au_studio.study.recording_list import Status

if TYPE_CHECKING:
    from au_studio.controllers.workspace import Workspace

Key = tuple[str, str]
"""Recording and model."""


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
        self._screen_works = True
        jobs = workspace.jobs
        jobs.gate = self._gate
        jobs.reported.connect(self._on_reported)
        jobs.ended.connect(self._on_ended)
        for moment in (workspace.recording_changed, workspace.models_changed):
            moment.connect(self._make_way)
        workspace.analysis_changed.connect(jobs.start_next)

    def missing(self, model: ModelEntry) -> list[str]:
        """Return the recordings that lack the analysis that a model would make of them now."""
        broken = {Status.PROBLEM, Status.CHECKING}
        items = [item for item in self._workspace.recordings() if item.status not in broken]
        return [item.id for item in items if not self._workspace.has_analysis(item.id, model.id)]

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
        work, queued = self._workspace, 0
        for recording_id in recording_ids:
            item, study = work.item(recording_id), work.study
            if item is None or study is None or item.status is Status.PROBLEM:
                continue
            file = Path(study.path) / "jobs" / f"analyse-{recording_id}-{model.id}.json"
            output = work.analysis_path(recording_id, model.id)
            assert output is not None
            if work.read_only:
                # Nothing is written in the study: the job lies where its result goes.
                file = output.with_suffix(".job.json")
            if quiet:
                self._quiet.add((recording_id, model.id))
            if work.jobs.knows(file):
                continue
            job = AnalyzeJob(
                video=str(item.path),
                model=str(model.path),
                tracks=str(work.tracks_path(recording_id)),
                output_h5=str(output),
                backend=work.face_finder.name,
                target_person=work.target_person(recording_id),
                device=work.device.name,
            )
            work.jobs.add(Task(job, file, f"Analysing {item.name}", [recording_id, model.id]))
            queued += 1
        return queued

    def analyse_all(self) -> None:
        """Queue the analysis, with the chosen model, of every recording that lacks it."""
        model = self._workspace.model
        if model is None:
            return
        queued = self.analyse(self.missing(model), model)
        if queued:
            plural = "s are" if queued > 1 else " is"
            self._workspace.say(f"{queued} recording{plural} going to be analysed, one after the other.")
        elif not self.waiting():
            self._workspace.say(f"Every recording has been analysed with “{model.name}” already.", "good")

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
        return len(self._tasks())

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

    def _on_screen(self, key: Key) -> bool:
        """Return whether an analysis is to be left to the live analysis."""
        work = self._workspace
        if key in self._quiet or not self._screen_works:
            # Somebody waits for this one (an export), or the live analysis has failed.
            return False
        shown = [model.id for model in (work.model, work.compared_model) if model is not None]
        return work.current is not None and key[0] == work.current.id and key[1] in shown

    def _make_way(self) -> None:
        for task in self._tasks():
            if (key := key_of(task)) is not None and self._on_screen(key):
                self._workspace.jobs.put_back(task)
        self._workspace.jobs.start_next()

    def _on_reported(self, task: Task, event: Event) -> None:
        key, model = key_of(task), self._workspace.model
        if key is None or not isinstance(event, Progress) or not event.total:
            return
        if model is not None and model.id == key[1]:
            self._workspace.set_progress(key[0], event.done / event.total)

    def _on_ended(self, task: Task, last: Event) -> None:
        key, work = key_of(task), self._workspace
        if key is None:
            return
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


def key_of(task: Task) -> Key | None:
    """Return recording and model of an analysis; None for other jobs."""
    if not isinstance(task.job, AnalyzeJob) or not isinstance(task.key, (list, tuple)):
        return None
    return str(task.key[0]), str(task.key[1])
