"""Compares two models in a worker thread, and tells what to show of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject

from au_studio.agreement.model_differences import (
    ModelComparison,
    ModelComparisonRequest,
    Moment,
    PairedCurves,
    compare_models,
)
from au_studio.analysis.model_lineage import parent_of
from au_studio.analysis.models import ModelEntry
from au_studio.analysis.verdict_words import verdict
from au_studio.controllers.background import Background
from au_studio.controllers.published import Published
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.texts import tr


@dataclass(frozen=True)
class ComparingState:
    """What the comparison shows.

    Attributes
    ----------
    models : tuple of (id, name)
        Models to choose from.
    first, second : str or None
        The chosen ones.
    comparison : ModelComparison or None
        How they agree; None while it is computed or when there are not two.
    au : int or None
        The action unit whose curves are shown.
    recording_id : str or None
        The recording whose curves are shown.
    busy : bool
        Whether it is being computed.
    """

    models: tuple[tuple[str, str], ...] = ()
    first: str | None = None
    second: str | None = None
    comparison: ModelComparison | None = None
    au: int | None = None
    recording_id: str | None = None
    busy: bool = False

    @property
    def curves(self) -> PairedCurves | None:
        """The curves of the chosen recording."""
        if self.comparison is None or self.recording_id is None:
            return None
        return self.comparison.curves.get(self.recording_id)

    @property
    def verdict(self) -> str:
        """Say whether one is better than the other, where one was trained from the other; else empty."""
        if self.comparison is None:
            return ""
        first, second = self.comparison.first, self.comparison.second
        for new, before in ((second, first), (first, second)):
            known = before.card.get("sha256")
            if known and new.card.get("parent") == known:
                metrics = new.card.get("metrics")
                told = verdict(metrics) if isinstance(metrics, dict) and metrics.get("mean") else ""
                return (
                    tr(
                        "“{name}” was trained from “{name2}”. {told}",
                        name=new.name,
                        name2=before.name,
                        told=told,
                    )
                    if told
                    else ""
                )
        return ""

    @property
    def missing(self) -> tuple[str, ...]:
        """Say which recordings are not compared, and why."""
        if self.comparison is None:
            return ()
        sentences = []
        for model in (self.comparison.first, self.comparison.second):
            names = [self.comparison.names[key] for key in self.comparison.missing.get(model.id, ())]
            if names:
                shown = ", ".join(names[:3]) + (
                    tr(" and {n} more", n=len(names) - 3) if len(names) > 3 else ""
                )
                sentences.append(tr("“{name}” has not analysed {shown}.", name=model.name, shown=shown))
        return tuple(sentences)


class ModelComparing(Published[ComparingState]):
    """Compares two models of a workspace.

    Parameters
    ----------
    workspace : Workspace
        Holds the study and its models.

    Signals
    -------
    state_changed(ComparingState)
        Show this.
    """

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(ComparingState(), parent)
        self._workspace = workspace
        self._active = False
        self._background = Background(
            "model comparison", self, failure=tr("The models could not be compared.")
        )
        self._background.done.connect(self._take)
        self._background.failed.connect(self._on_failed)
        workspace.models_changed.connect(self.refresh)
        workspace.study_changed.connect(self.refresh)
        workspace.analysis_changed.connect(lambda _recording, _model: self.refresh())

    def activate(self) -> None:
        """Keep the comparison fresh from now on: somebody looks."""
        self._active = True
        self.refresh()

    def rest(self) -> None:
        """Compute nothing while nobody looks."""
        self._active = False

    def close(self) -> None:
        """End the worker thread and wait for it."""
        self._active = False
        self._background.close()

    # ---- choices

    def refresh(self) -> None:
        """Compare again: models or analyses changed."""
        models = tuple((model.id, model.name) for model in self._workspace.models())
        ids = [key for key, _ in models]
        first = self._state.first if self._state.first in ids else self._usual_first()
        second = self._state.second if self._state.second in ids and self._state.second != first else None
        second = second or self._usual_second(first)
        self._publish(replace(self._state, models=models, first=first, second=second))
        self._ask()

    def choose(self, first: str, second: str) -> None:
        """Compare these two, unless that is what is shown."""
        if (first, second) == (self._state.first, self._state.second) and self._state.comparison is not None:
            return
        self._publish(replace(self._state, first=first, second=second, comparison=None))
        self._ask()

    def choose_first(self, model_id: str) -> None:
        """Compare another first model; the one that stood there moves over when they would be the same."""
        second = self._state.first if model_id == self._state.second else self._state.second
        self.choose(model_id, second or "")

    def choose_second(self, model_id: str) -> None:
        """Compare with another second model."""
        first = self._state.second if model_id == self._state.first else self._state.first
        self.choose(first or "", model_id)

    def choose_au(self, au: int) -> None:
        """Show another action unit's curves."""
        self._publish(replace(self._state, au=au))

    def choose_recording(self, recording_id: str) -> None:
        """Show another recording's curves."""
        self._publish(replace(self._state, recording_id=recording_id))

    def choose_moment(self, moment: Moment) -> None:
        """Show the curves that differ at this moment."""
        self._publish(replace(self._state, au=moment.au, recording_id=moment.recording_id))

    @property
    def unread(self) -> str | None:
        """A recording that one of the two has not analysed."""
        comparison = self._state.comparison
        missing = (
            [key for ids in comparison.missing.values() for key in ids] if comparison is not None else []
        )
        return next(iter(missing), None)

    def show_curves(self, recording_id: str) -> None:
        """Open a recording with both models' curves on the Watch page; what is missing is analysed there."""
        first, second = self._state.first, self._state.second
        if first is not None and second is not None:
            self._workspace.choose_model(first, compare_with=second)
            self._workspace.open_recording(recording_id)

    # ---- within

    def _usual_first(self) -> str | None:
        shown = self._workspace.model
        return shown.id if shown is not None else None

    def _usual_second(self, first: str | None) -> str | None:
        """Return the model to compare with: the one on the Watch page, else the parent, else any other."""
        models = self._workspace.models()
        compared = self._workspace.compared_model
        mine = next((model for model in models if model.id == first), None)
        parent = parent_of(mine, models) if mine is not None else None
        usual = (compared, parent, *models)
        return next((model.id for model in usual if model is not None and model.id != first), None)

    def _entry(self, model_id: str | None) -> ModelEntry | None:
        return next((model for model in self._workspace.models() if model.id == model_id), None)

    def _ask(self) -> None:
        study = self._workspace.study
        first, second = self._entry(self._state.first), self._entry(self._state.second)
        if study is None or first is None or second is None:
            self._background.stop()
            self._publish(replace(self._state, comparison=None, busy=False))
            return
        if not self._active:
            return
        work = self._workspace
        analyses = {model.id: work.analysis_paths(model.id) for model in (first, second)}
        request = ModelComparisonRequest(Path(study.path), first, second, work.face_finder.name, analyses)
        self._publish(replace(self._state, busy=True))
        self._background.run(lambda should_stop: compare_models(request, should_stop))

    def _on_failed(self, error: AUStudioError) -> None:
        self._workspace.report(error)
        self._publish(replace(self._state, comparison=None, busy=False))

    def _take(self, comparison: ModelComparison) -> None:
        state = self._state
        recording = state.recording_id if state.recording_id in comparison.curves else None
        moment = comparison.moments[0] if comparison.moments else None
        if recording is None:
            usual = moment.recording_id if moment is not None else None
            recording = usual or next(iter(comparison.curves), None)
        au = state.au if state.au in comparison.aus else None
        if au is None:
            au = moment.au if moment is not None else next(iter(comparison.aus), None)
        self._publish(replace(state, comparison=comparison, recording_id=recording, au=au, busy=False))
