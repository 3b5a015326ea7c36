"""The training page as the main window hosts it: view, controller and menu put together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from au_studio.controllers.train.learning_curve import LearningCurveController
from au_studio.controllers.train.state import Phase, TrainingState
from au_studio.controllers.train.training import TrainingController
from au_studio.controllers.workspace import Workspace
from au_studio.ui.actions import make_action
from au_studio.ui.plot_picture import ask_and_save
from au_studio.ui.train.learning_curve_panel import LearningCurvePanel
from au_studio.ui.train.training_view import TrainingView


class TrainingPage(QWidget):
    """Fine-tunes models on ratings.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controller = TrainingController(workspace, self)
        self.view = TrainingView(self)
        self.panels = self.view.panels
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view, 1)
        self.curve = LearningCurveController(workspace, self)
        self.curve_panel = LearningCurvePanel(self)
        column.addWidget(self.curve_panel)
        self.view.results.add_plot(self.curve_panel.plot)
        self._start = make_action("train.start", self, self.view.request_start)
        self._stop = make_action("train.stop", self, self.controller.stop)
        self._cancel = make_action("train.cancel", self, self.controller.cancel)
        save = partial(ask_and_save, workspace=workspace, parent=self)
        self._save_icc = make_action(
            "train.save_icc", self, lambda: save(self.view.results.icc, "mean held-out ICC in training")
        )
        self._save_curve = make_action(
            "train.save_curve", self, lambda: save(self.curve_panel.plot, "held-out ICC by labels")
        )
        self.view.results.icc.offer(self._save_icc)
        self.curve_panel.plot.offer(self._save_curve)
        for action in (self._start, self._stop, self._cancel, self._save_icc, self._save_curve):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
        self.controller.state_changed.connect(self._on_state_changed)
        self.view.base_chosen.connect(self.controller.choose_base)
        self.view.coder_chosen.connect(self.controller.choose_coder)
        self.view.start_requested.connect(self._on_start_requested)
        self.view.stop_requested.connect(self.controller.stop)
        self.view.cancel_requested.connect(self.controller.cancel)
        self.curve.state_changed.connect(lambda _state: self._show_curve())
        self.curve_panel.start_requested.connect(self._on_curve_requested)
        self.curve_panel.stop_requested.connect(self.curve.stop)
        self._on_state_changed(self.controller.state)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which the page scrolls.

        Qt would take the height that the wrapped texts need in the narrowest column, which is never shown.
        """
        return QSize(880, 480)

    def heightForWidth(self, _width: int) -> int:
        """Return the least height: above it, table and plots take what there is."""
        return self.minimumSizeHint().height()

    def close_page(self) -> None:
        """Remember the panels; the queue of jobs belongs to the workspace, and closes with it."""
        self.panels.remember()

    def menu_actions(self) -> Sequence[QAction | None]:
        """Return the actions of the Train menu; None is a separator."""
        return [self._start, None, self._stop, self._cancel, None, self._save_icc, self._save_curve]

    def page_shown(self) -> None:
        """Count the ratings anew: the coder may just have rated."""
        self.controller.refresh()
        self.view.setFocus()

    def page_hidden(self) -> None:
        """Nothing to let go: training goes on behind other pages."""

    def _on_start_requested(self, name: str, use_unsure: bool) -> None:
        self.controller.start(name, use_unsure=use_unsure)

    def _on_curve_requested(self) -> None:
        state = self.controller.state
        if state.coder_id is not None and state.base_id is not None:
            self.curve.start(state.coder_id, state.base_id, use_unsure=self.view.unsure.isChecked())

    def _show_curve(self) -> None:
        state = self.controller.state
        ready = state.can_start and not self.curve.state.running
        self.curve_panel.set_state(self.curve.state, can_start=ready)
        self.view.results.show_plots()
        self._save_curve.setEnabled(bool(self.curve.state.points))

    def _on_state_changed(self, state: TrainingState) -> None:
        self.view.set_state(state)
        self._show_curve()
        self._start.setEnabled(state.can_start)
        self._stop.setEnabled(state.can_stop)
        self._save_icc.setEnabled(bool(state.held_out) and self.view.results.shows_course)
        self._cancel.setEnabled(state.phase in {Phase.RUNNING, Phase.STOPPING})
