"""The first steps, and which of them are done: judged by what is in the study, not by buttons pressed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from au_studio.analysis.models import SHIPPED
from au_studio.controllers.workspace import Workspace


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
    """

    done: frozenset[Step] = frozenset()

    @property
    def next(self) -> Step | None:
        """The first step that is not done; None when all are."""
        return next((step for step in Step if step not in self.done), None)


_EXPORTED = "guide.exported"


class GuideController(QObject):
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

    state_changed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._state = GuideState()
        for signal in (workspace.study_changed, workspace.recordings_changed, workspace.models_changed):
            signal.connect(self.refresh)
        workspace.analysis_changed.connect(lambda *_: self.refresh())
        self.refresh()

    @property
    def state(self) -> GuideState:
        """Which steps are done."""
        return self._state

    def note_exported(self) -> None:
        """Remember in the study that tables were exported."""
        if self._workspace.study is not None:
            self._workspace.study.set_setting(_EXPORTED, True)
        self.refresh()

    def note(self, step: Step) -> None:
        """Tick a step off that was just done here; the study is looked at only when that is news."""
        if step not in self._state.done:
            self.refresh()

    def refresh(self) -> None:
        """Look at the study again."""
        state = GuideState(self._done())
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _done(self) -> frozenset[Step]:
        study, workspace = self._workspace.study, self._workspace
        if study is None:
            return frozenset()
        done = set()
        items = workspace.recordings()
        if items:
            done.add(Step.OPEN)
        if any(workspace.has_analysis(item.id, model.id) for item in items for model in workspace.models()):
            done.add(Step.WATCH)
        if study.samples():
            done.add(Step.DRAW)
        # The demo study brings ratings with it; a step is done when somebody rated here.
        humans = [coder.id for coder in study.coders() if coder.kind == "human"]
        if any(study.ratings(coder_id) for coder_id in humans):
            done.add(Step.CODE)
        if any(model.id != SHIPPED for model in study.models()):
            done.add(Step.TRAIN)
        if study.setting(_EXPORTED, False):
            done.add(Step.EXPORT)
        return frozenset(done)
