"""Jobs that an earlier run of the program left: offered to go on, or to be discarded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from au_studio.analysis.store import discard_kept
from au_studio.errors import AUStudioError
from au_studio.jobs.job import AnalyzeJob, Job, LearningCurveJob, load_job
from au_studio.jobs.places import forget, interrupted, recall, sweep
from au_studio.jobs.protocol import Event, Failed
from au_studio.jobs.tasks import Task
from au_studio.jobs.training_plan import depends_on
from au_studio.texts import tr, tr_n

if TYPE_CHECKING:
    from au_studio.controllers.workspace import Workspace


class InterruptedJobs(QObject):
    """What was under way when the window closed, the program crashed or the power went.

    Parameters
    ----------
    workspace : Workspace
        Holds the study and the queue.

    Signals
    -------
    changed()
        There are others.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.tasks: tuple[Task, ...] = ()
        workspace.study_changed.connect(self._look)
        workspace.jobs.ended.connect(self._on_ended)
        workspace.jobs.changed.connect(self._on_queue_changed)

    def go_on(self, tasks: tuple[Task, ...] | None = None) -> None:
        """Put interrupted jobs (all of them) back into the queue; each goes on where it was."""
        chosen = self.tasks if tasks is None else tasks
        self.tasks = tuple(task for task in self.tasks if task not in chosen)
        queued: list[Task] = []
        for task in chosen:
            ready = replace(task, after=depends_on(task, queued))
            queued.append(ready)
        self._workspace.jobs.add_all(queued)
        self.changed.emit()

    def discard(self, tasks: tuple[Task, ...] | None = None) -> None:
        """Give interrupted jobs up (all of them); what they had come to is deleted."""
        chosen = self.tasks if tasks is None else tasks
        for task in chosen:
            forget(task.file)
            if isinstance(task.job, AnalyzeJob) and task.job.output_h5 is not None:
                discard_kept(Path(task.job.output_h5))
        self.tasks = tuple(task for task in self.tasks if task not in chosen)
        self.changed.emit()

    def _look(self) -> None:
        """Look at a study that has just been opened: nothing of ours writes in it yet."""
        study = self._workspace.study
        self.tasks = ()
        if study is not None and not study.read_only:
            sweep(Path(study.path))
            self.tasks = self._read(Path(study.path) / "jobs")
            learning = [task.title for task in self.tasks if not isinstance(task.job, AnalyzeJob)]
            analyses = len(self.tasks) - len(learning)
            if analyses:
                learning.append(
                    tr_n("the analysis of 1 recording", "the analysis of {n} recordings", analyses)
                )
            if learning:
                text = tr(
                    "Interrupted last time: {names}. View > Jobs goes on where it was.",
                    names=", ".join(learning),
                )
                self._workspace.say(text, "warning")
        self.changed.emit()

    def _on_ended(self, _task: Task, last: Event) -> None:
        """Offer a job that has just failed to go on."""
        study = self._workspace.study
        if study is not None and not study.read_only and isinstance(last, Failed):
            known = {task.file for task in self.tasks}
            fresh = [t for t in self._read(Path(study.path) / "jobs") if t.file not in known]
            if fresh:
                self.tasks = (*self.tasks, *fresh)
                self.changed.emit()

    def _on_queue_changed(self) -> None:
        """Forget what was asked for anew: its job file describes the new one."""
        left = tuple(task for task in self.tasks if not self._workspace.jobs.knows(task.file))
        if left != self.tasks:
            self.tasks = left
            self.changed.emit()

    def _read(self, folder: Path) -> tuple[Task, ...]:
        tasks = []
        for file in interrupted(folder):
            if self._workspace.jobs.knows(file):
                continue
            try:
                job = load_job(file)
            except AUStudioError:
                forget(file)
                continue
            if _writes_in(job, folder.parent):
                title, key = recall(file)
                tasks.append(Task(job, file, title, key))
            else:
                # The study was copied or moved: the job would write where it was before.
                forget(file)
        return tuple(tasks)


def _writes_in(job: Job, study: Path) -> bool:
    """Return whether what a job writes goes into a study's folder."""
    if isinstance(job, LearningCurveJob):  # it has no output: crops are all that it leaves
        return all(Path(recording.crops).is_relative_to(study) for recording in job.recordings)
    output = getattr(job, "output", "") or getattr(job, "output_h5", "") or ""
    return Path(str(output)).is_relative_to(study)
