"""The first steps, and which of them are done: judged by what is in the study, not by buttons pressed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject

from au_studio.controllers.model_choice import ModelsChange
from au_studio.controllers.published import Published
from au_studio.controllers.workspace import Workspace
from au_studio.stats.verdict import FEWEST_TOLD
from au_studio.study.demo import CODER as DEMO_CODER
from au_studio.study.study import Study
from au_studio.texts import tr


class Step(StrEnum):
    """One of the first steps, in their order."""

    OPEN = "open"
    WATCH = "watch"
    DRAW = "draw"
    CODE = "code"
    TRAIN = "train"
    EXPORT = "export"


@dataclass(frozen=True)
class GuideState:
    """Which steps are done.

    Attributes
    ----------
    done : frozenset of Step
        Steps that are done.
    study : str
        Name of the study that is open, if it is one of the user's own; empty for none.
    how_far : str
        How far the step is that comes next, in a sentence; often empty.
    """

    done: frozenset[Step] = frozenset()
    study: str = ""
    how_far: str = ""

    @property
    def next(self) -> Step | None:
        """The first step that is not done; None when all are."""
        return next((step for step in Step if step not in self.done), None)


_EXPORTED = "guide.exported"


class GuideController(Published[GuideState]):
    """Watches a study and ticks the first steps off.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.

    Signals
    -------
    state_changed(GuideState)
        A step was done, or another study is open.
    """

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(GuideState(), parent)
        self._workspace = workspace
        workspace.study_changed.connect(self.refresh)
        workspace.models_changed.connect(self._on_models_changed)
        # These fire often while recordings are checked and analysed, and tell of one step each.
        workspace.recordings_changed.connect(lambda: self._look_again(Step.OPEN))
        workspace.analysis_changed.connect(self._on_analysis_changed)
        self.refresh()

    def note_exported(self) -> None:
        """Remember in the study that tables were exported."""
        if self._workspace.study is not None:
            self._workspace.study.set_setting(_EXPORTED, True)
        self.refresh()

    def note(self, step: Step) -> None:
        """Tick a step off that was just done here; the study is looked at only when that is news."""
        self._look_again(step)

    def refresh(self) -> None:
        """Look at the study again."""
        self._set(frozenset(step for step in Step if self._is_done(step)))

    def _on_models_changed(self, change: ModelsChange) -> None:
        if change.listed:
            told = (Step.WATCH, Step.CODE, Step.TRAIN)
            others = self._state.done.difference(told)
            self._set(others | {step for step in told if self._is_done(step)}, rated=False)

    def _on_analysis_changed(self, recording_id: str, model_id: str) -> None:
        if Step.WATCH not in self._state.done and self._workspace.has_analysis(recording_id, model_id):
            self._set(self._state.done | {Step.WATCH}, rated=False)

    def _look_again(self, *steps: Step) -> None:
        fresh = {step for step in steps if step not in self._state.done and self._is_done(step)}
        self._set(self._state.done | fresh, rated=Step.CODE in steps)

    def _set(self, done: frozenset[Step], *, rated: bool = True) -> None:
        """Show what is done; how far coding is, is read when somebody `rated`, or it comes next now."""
        work = self._workspace
        name = work.study.name if work.study is not None and not work.is_scratch else ""
        state = GuideState(done, name)
        if state.next is Step.CODE and work.study is not None:
            read = rated or self._state.next is not Step.CODE
            state = replace(state, how_far=_rated_so_far(work.study) if read else self._state.how_far)
        self._publish(state)

    def _is_done(self, step: Step) -> bool:
        study = self._workspace.study
        return study is not None and _CHECKS[step](study, self._workspace)


def _has_curves(_study: Study, workspace: Workspace) -> bool:
    items, models = workspace.recordings(), workspace.models()
    return any(workspace.has_analysis(item.id, model.id) for item in items for model in models)


def _n_rated(study: Study) -> int:
    """Return how many frames are rated, here or elsewhere, without those that the demo brings."""
    coders = study.coders()
    mine = [c.id for c in coders if c.kind == "human"]
    imported = [c.id for c in coders if c.kind == "imported" and c.name != DEMO_CODER]
    return study.n_rated_frames([*mine, *imported])


def _wanted(study: Study) -> int:
    """Return how many frames must be rated before a model learns something that can be told."""
    return min(FEWEST_TOLD, sum(len(sample.pts) for sample in study.samples()) or 1)


def _enough_rated(study: Study, workspace: Workspace) -> bool:
    """Whether enough is rated to go on; whoever has a model of their own needs no step back."""
    return _has_own_model(study, workspace) or _n_rated(study) >= _wanted(study)


def _has_own_model(study: Study, workspace: Workspace) -> bool:
    """Whether a model was made here: its file tells so from the moment on at which it is listed."""
    return any(model.path.is_relative_to(study.path) for model in workspace.models())


def _rated_so_far(study: Study) -> str:
    rated = _n_rated(study)
    return tr("{rated} of the first {wanted} are rated.", rated=rated, wanted=_wanted(study)) if rated else ""


_CHECKS: dict[Step, Callable[[Study, Workspace], bool]] = {
    Step.OPEN: lambda _study, workspace: bool(workspace.recordings()),
    Step.WATCH: _has_curves,
    Step.DRAW: lambda study, _workspace: bool(study.samples()),
    Step.CODE: _enough_rated,
    Step.TRAIN: _has_own_model,
    Step.EXPORT: lambda study, _workspace: bool(study.setting(_EXPORTED, False)),
}
