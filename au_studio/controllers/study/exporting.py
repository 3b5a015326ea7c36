"""Exporting from the window: analyses what is missing in a child process, writes files in a thread."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from au_studio.agreement.study_facts import facts_of_study
from au_studio.analysis.models import ModelEntry
from au_studio.controllers.background import Background
from au_studio.controllers.batch import Key, key_of
from au_studio.controllers.job_runner import Task, error_of
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError, Stopped
from au_studio.export.names import with_sidecars
from au_studio.export.study_files import ExportPlan, write_tables
from au_studio.export.study_plan import plan_of_study, with_persons
from au_studio.export.values import ValueChoices
from au_studio.jobs.protocol import Done, Event, Failed, Progress
from au_studio.nn.expected_error import ExpectedErrors, expected_errors_in
from au_studio.study.recording_list import RecordingItem, Status
from au_studio.texts import tr


class ExportController(QObject):
    """Writes tables and other files of a study's recordings.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.

    Signals
    -------
    progressed(str, int, int)
        What is being done, and how far it is (total 0 = unknown).
    noticed(str)
        Something to tell that stops nothing.
    finished(list of Path)
        The files are written: these, those beside them that say how they were made included.
    failed(AUStudioError)
        It went wrong; files written before are whole and stay.
    stopped()
        It was stopped by the user.
    """

    progressed = Signal(str, int, int)
    noticed = Signal(str)
    finished = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._plan: ExportPlan | None = None
        self._model = ""
        self._stop = threading.Event()
        self._background = Background("export", self, failure=tr("The export failed."))
        self._background.done.connect(self._on_written)
        self._background.failed.connect(self._finish)
        self._wanted: set[Key] = set()
        self.left_out: list[str] = []
        self._why: AUStudioError | None = None
        workspace.jobs.reported.connect(self._on_reported)
        workspace.batch.ended.connect(self._on_analysed)
        self.noticed.connect(lambda text: workspace.say(text, "warning"))

    # ---- what can be exported

    def recordings(self) -> tuple[RecordingItem, ...]:
        """Return the study's recordings, also those whose video is missing; see `lacks`."""
        study = self._workspace.study
        known = set() if study is None else {recording.id for recording in study.recordings()}
        return tuple(item for item in self._workspace.recordings() if item.id in known)

    def lacks(self, recording_id: str, model_id: str) -> str:
        """Say why a recording cannot be exported with a model now; empty if it can.

        One whose video is missing can, where its values are stored already.
        """
        item = self._workspace.item(recording_id)
        if item is None:
            return tr("It is not in the study any more.")
        if item.status is Status.CHECKING:
            return tr("Its video is being checked.")
        if item.status is Status.PROBLEM and not self._workspace.has_analysis(recording_id, model_id):
            return tr("{message} There are no stored values of this model either.", message=item.message)
        return ""

    def files(self, plan: ExportPlan) -> list[Path]:
        """Return every file that an export writes, with those that say how the others were made."""
        return with_sidecars(plan.files())

    def models(self) -> tuple[ModelEntry, ...]:
        """Return the models at hand whose intensities mean something."""
        return tuple(model for model in self._workspace.models() if model.reads_intensities)

    def coders(self) -> tuple[tuple[str, str], ...]:
        """Return id and name of the study's coders."""
        study = self._workspace.study
        return () if study is None else tuple((coder.id, coder.name) for coder in study.coders())

    def missing(self, recording_ids: Sequence[str], model_id: str) -> list[str]:
        """Return the recordings that lack the analysis that a model would make of them now."""
        return [key for key in recording_ids if not self._workspace.has_analysis(key, model_id)]

    def plan(
        self,
        recording_ids: Sequence[str],
        formats: Sequence[str],
        model_id: str,
        coder_ids: Sequence[str],
        folder: Path,
        *,
        values: ValueChoices | None = None,
    ) -> ExportPlan | None:
        """Return what an export would write, or None without a study or model."""
        study = self._workspace.study
        model = next((m for m in self._workspace.models() if m.id == model_id), None)
        if study is None or model is None:
            return None
        return plan_of_study(
            study,
            model,
            recording_ids,
            formats,
            coder_ids=coder_ids,
            folder=folder,
            values=values,
            videos={item.id: Path(item.path) for item in self._workspace.recordings()},
            place_of=self._workspace.place_of,
        )

    def errors_of(self, model_id: str) -> ExpectedErrors | None:
        """Return how far off a model may be, when that is on its card."""
        model = next((m for m in self._workspace.models() if m.id == model_id), None)
        return None if model is None else expected_errors_in(model.card)

    # ---- doing it

    @property
    def running(self) -> bool:
        """Whether an export is being made."""
        return self._plan is not None

    def start(self, plan: ExportPlan, model_id: str) -> None:
        """Analyse what is missing, then write."""
        if self.running:
            return
        self._plan, self._model = plan, model_id
        self.left_out = []
        self._stop.clear()
        model = next(m for m in self._workspace.models() if m.id == model_id)
        for source in plan.sources:
            if why := self.lacks(source.recording_id, model_id):
                self._leave_out(source.recording_id, AUStudioError(why))
        missing = self.missing([source.recording_id for source in self._plan.sources], model_id)
        self._wanted = {(key, model_id) for key in missing}
        self._workspace.batch.analyse(missing, model, quiet=True)
        if not missing:
            self._write_rest()

    def cancel(self) -> None:
        """Stop; files that are written already are whole and stay."""
        self._stop.set()
        self._workspace.batch.cancel(list(self._wanted))

    def close(self) -> None:
        """Stop and wait for the end."""
        self._stop.set()
        self._background.close()

    def _write(self) -> None:
        plan = self._plan
        assert plan is not None
        plan = with_persons(plan, self._workspace, self._model)
        if "methods" in plan.formats:
            keys = [source.recording_id for source in plan.sources]
            study = self._workspace.study
            assert study is not None
            facts = facts_of_study(study, self._workspace.models(), keys, self._model)
            plan = replace(plan, facts=facts)
        self._background.run(lambda _stop: self._work(plan))

    def _work(self, plan: ExportPlan) -> list[Path] | None:
        try:
            written = write_tables(
                plan,
                lambda done, total, name: self.progressed.emit(tr("Writing {name}", name=name), done, total),
                self._stop.is_set,
                self.noticed.emit,
            )
        except Stopped:  # by the user, who is told so: it is no error, and no silence either
            return None
        return with_sidecars(written)

    def _on_written(self, files: list[Path] | None) -> None:
        self._finish(Stopped(tr("The export was stopped.")) if files is None else files)

    def _finish(self, outcome: object) -> None:
        self._plan = None
        if isinstance(outcome, Stopped):
            self.stopped.emit()
        elif isinstance(outcome, AUStudioError):
            self.failed.emit(outcome)
        else:
            self.finished.emit(outcome)

    def _on_reported(self, task: Task, event: Event) -> None:
        if isinstance(event, Progress) and key_of(task) in self._wanted:
            self.progressed.emit(task.title, event.done, event.total)

    def _on_analysed(self, recording_id: str, model_id: str, last: Event) -> None:
        key = (recording_id, model_id)
        if self._plan is None or key not in self._wanted:
            return
        self._wanted.discard(key)
        cancelled = isinstance(last, Done) and last.result.get("cancelled")
        if cancelled or self._stop.is_set():
            self._give_up(Stopped(tr("The export was stopped.")))
            return
        if isinstance(last, Failed):
            if not self._workspace.has_analysis(*key):
                self._leave_out(recording_id, error_of(last))
            else:
                # A recording that is cut short fails, but what could be read of it is stored.
                self._workspace.say(
                    tr("{message} What could be read is exported.", message=last.message), "warning"
                )
        if not self._wanted:
            self._write_rest()

    def _leave_out(self, recording_id: str, why: AUStudioError) -> None:
        """Take a recording out of the export: it stops none of the others."""
        assert self._plan is not None
        left = [source for source in self._plan.sources if source.recording_id == recording_id]
        self.left_out += [f"{source.name}: {why}" for source in left]
        self._why = why
        kept = tuple(source for source in self._plan.sources if source.recording_id != recording_id)
        self._plan = replace(self._plan, sources=kept)

    def _write_rest(self) -> None:
        """Write what can be written; if nothing can, say why not."""
        assert self._plan is not None
        if self._plan.sources:
            self._write()
        else:
            why = self._why or AUStudioError(tr("There is nothing to export."))
            self._finish(why)

    def _give_up(self, why: AUStudioError) -> None:
        left, self._wanted = list(self._wanted), set()
        self._workspace.batch.cancel(left)
        self._finish(why)
