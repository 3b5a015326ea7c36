"""The models at hand: look at, rename, note, choose, pass on, take in and delete."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from au_studio.analysis.model_lineage import (
    ModelLine,
    by_lineage,
    dependents,
    evaluation_of,
    facts_of,
    line_of,
)
from au_studio.analysis.model_package import SUFFIX
from au_studio.analysis.models import ModelEntry
from au_studio.analysis.store import discard_kept
from au_studio.controllers.models.transfer import ModelTransfer, delete_files
from au_studio.controllers.published import Published
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.files import write_text
from au_studio.texts import tr


@dataclass(frozen=True)
class LibraryState:
    """What the library shows.

    Attributes
    ----------
    lines : tuple of ModelLine
        Every model right after the one that it was trained from.
    chosen : str or None
        Id of the model whose card is open.
    facts : tuple of (name, text)
        What its card says.
    evaluation : mapping
        The held-out agreement on its card; empty without one.
    has_study : bool
        Whether a study is open: without one nothing can be taken in.
    """

    lines: tuple[ModelLine, ...] = ()
    chosen: str | None = None
    facts: tuple[tuple[str, str], ...] = ()
    evaluation: Mapping[str, Any] = field(default_factory=dict)
    has_study: bool = False

    @property
    def line(self) -> ModelLine | None:
        """The line of the chosen model."""
        return next((line for line in self.lines if line.id == self.chosen), None)


class ModelLibrary(Published[LibraryState]):
    """Keeps the list of models and what people do with them.

    Parameters
    ----------
    workspace : Workspace
        Holds the study and its models.

    Signals
    -------
    state_changed(LibraryState)
        Show this.
    """

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(LibraryState(), parent)
        self._workspace = workspace
        self.transfer = ModelTransfer(workspace, self)
        self.transfer.taken_in.connect(self._on_taken_in)
        workspace.models_changed.connect(self.refresh)
        workspace.study_changed.connect(self.refresh)
        self.refresh()

    # ---- what people ask

    def refresh(self) -> None:
        """Read the models again."""
        work = self._workspace
        models, study = work.models(), work.study
        known = {model.id: model for model in study.models()} if study is not None else {}
        default = self._default()
        shown, compared = work.model, work.compared_model
        lines = []
        for model, depth in by_lineage(models):
            note = known[model.id].note if model.id in known else ""
            lines.append(
                replace(
                    line_of(model, depth, own=self._owns(model), note=note),
                    is_default=default == model.id,
                    is_shown=shown is not None and shown.id == model.id,
                    is_compared=compared is not None and compared.id == model.id,
                )
            )
        chosen = self._state.chosen
        if chosen not in {line.id for line in lines}:
            chosen = shown.id if shown is not None else None
        self._show(LibraryState(tuple(lines), chosen, has_study=study is not None))

    def choose(self, model_id: str) -> None:
        """Open a model's card."""
        if any(line.id == model_id for line in self._state.lines):
            self._show(replace(self._state, chosen=model_id))

    def show_curves(self, model_id: str) -> None:
        """Show this model's curves on the Watch page; the ones before stay dashed behind them."""
        before = self._workspace.model
        self._workspace.choose_model(model_id, compare_with=before.id if before is not None else None)

    def rename(self, model_id: str, name: str) -> None:
        """Give a model another name; its file and its id stay."""
        model, name = self._own(model_id), " ".join(name.split())
        study = self._workspace.study
        if model is None or study is None or not name or name == model.name:
            return
        if any(other.name == name for other in self._workspace.models()):
            self._workspace.say(tr("Another model is called “{name}” already.", name=name), "warning")
            return
        try:
            self._register(model)
            study.rename_model(model_id, name)
            card = {**model.card, "name": name}
            write_text(model.path.with_suffix(".json"), json.dumps(card, indent=1, ensure_ascii=False) + "\n")
        except AUStudioError as error:
            self._workspace.report(error)
        self._workspace.refresh_models()

    def set_note(self, model_id: str, note: str) -> None:
        """Keep a note on a model."""
        model, study = self._own(model_id), self._workspace.study
        if model is None or study is None:
            return
        try:
            self._register(model)
            study.set_model_note(model_id, note)
        except AUStudioError as error:
            self._workspace.report(error)
        self.refresh()

    def make_default(self, model_id: str) -> None:
        """Let the study start with this model from now on."""
        study = self._workspace.study
        if study is None:
            return
        try:
            study.set_default_model(model_id)
        except AUStudioError as error:
            self._workspace.report(error)
        self.refresh()

    def export(self, model_id: str, path: Path) -> None:
        """Write a model as one file to pass on."""
        model = self._entry(model_id)
        line = next((line for line in self._state.lines if line.id == model_id), None)
        if model is None or line is None:
            return
        target = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
        self.transfer.export(model, target, line.note)

    def take_in(self, path: Path) -> None:
        """Check a model file and add its model to the study; refuse one that is not what it says."""
        self.transfer.take_in(path)

    def _on_taken_in(self, model_id: str) -> None:
        self._state = replace(self._state, chosen=model_id)
        self._workspace.refresh_models()

    def what_depends_on(self, model_id: str) -> tuple[str, ...]:
        """Say what deleting a model takes along."""
        model = self._own(model_id)
        if model is None:
            return ()
        return dependents(
            model,
            self._workspace.models(),
            [name for _, name in self._analysed(model_id)],
            is_default=self._default() == model_id,
        )

    def jobs_that_need(self, model_id: str) -> tuple[str, ...]:
        """Say which jobs read a model and have not ended: as long as there is one the model has to stay."""
        model, work = self._entry(model_id), self._workspace
        if model is None:
            return ()
        found = [(line.task, line.standing.value) for line in work.jobs.lines()]
        found += [(task, "interrupted") for task in work.interrupted.tasks]
        return tuple(f"{task.title} ({how})" for task, how in found if model.path in task.job.models)

    def delete(self, model_id: str) -> None:
        """Delete a model of the study and the curves made with it; its place in the lineage stays known.

        A model that a job still needs stays.
        """
        model, study, work = self._own(model_id), self._workspace.study, self._workspace
        if model is None or study is None:
            return
        if needing := self.jobs_that_need(model_id):
            work.say(
                tr(
                    "“{name}” was not deleted: it is needed by {names}.",
                    name=model.name,
                    names=", ".join(needing),
                ),
                "warning",
            )
            return
        analyses = [study.analysis_path(key, model_id) for key, _ in self._analysed(model_id)]
        try:
            self._register(model)
            if self._default() == model_id:
                study.set_default_model(None)
            study.remove_model(model_id)
            delete_files(model.path)
            for path in analyses:
                path.unlink(missing_ok=True)
            for recording in study.recordings():
                discard_kept(study.analysis_path(recording.id, model_id))
        except OSError as error:
            work.report(
                AUStudioError(
                    tr(
                        "Some files of “{name}” could not be deleted: {strerror}.",
                        name=model.name,
                        strerror=error.strerror or error,
                    ),
                    next_step=tr("Close other programs that use the study, and delete it again."),
                    details=repr(error),
                )
            )
        except AUStudioError as error:
            work.report(error)
        work.refresh_models()

    # ---- within

    def _show(self, state: LibraryState) -> None:
        model = self._entry(state.chosen)
        if model is not None:
            state = replace(
                state, facts=facts_of(model, self._workspace.models()), evaluation=evaluation_of(model)
            )
        self._publish_anew(state)

    def _entry(self, model_id: str | None) -> ModelEntry | None:
        return next((model for model in self._workspace.models() if model.id == model_id), None)

    def _default(self) -> str | None:
        """Return the id of the model that the study starts with."""
        study, models = self._workspace.study, self._workspace.models()
        wanted = study.default_model if study is not None else None
        return wanted if wanted in {m.id for m in models} else next((m.id for m in models), None)

    def _owns(self, model: ModelEntry) -> bool:
        study = self._workspace.study
        return study is not None and model.path.is_relative_to(study.path)

    def _own(self, model_id: str) -> ModelEntry | None:
        model = self._entry(model_id)
        if model is not None and not self._owns(model):
            self._workspace.say(
                tr("“{name}” ships with AU Studio: it stays as it is.", name=model.name), "warning"
            )
            return None
        return model

    def _register(self, model: ModelEntry) -> None:
        """Enter a model whose two files were put into the study's folder by hand."""
        study = self._workspace.study
        if study is not None and model.id not in {known.id for known in study.models(removed=True)}:
            study.add_model(model.path, model.card, parent=None)

    def _analysed(self, model_id: str) -> list[tuple[str, str]]:
        """Return (id, name) of the recordings whose curves by a model are stored."""
        study = self._workspace.study
        if study is None:
            return []
        return [
            (recording.id, recording.name)
            for recording in study.recordings()
            if study.analysis_path(recording.id, model_id).is_file()
        ]
