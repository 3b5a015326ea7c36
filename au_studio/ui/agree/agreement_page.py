"""The agreement page as the main window hosts it: view, controller, keys and dialogs put together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from au_studio.agreement.tables import Disagreement
from au_studio.coding.pictures import ContextLoop
from au_studio.controllers.agree.agreement import AgreementController
from au_studio.controllers.agree.state import AgreementState
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.stats.agreement import N_LEVELS
from au_studio.texts import tr
from au_studio.ui.actions import make_action
from au_studio.ui.agree.agreement_view import AgreementView
from au_studio.ui.agree.bland_altman_plot import BlandAltmanPlot
from au_studio.ui.agree.confusion_view import ConfusionView
from au_studio.ui.agree.definitions import DefinitionsDialog
from au_studio.ui.code.hold_switch import HoldSwitch
from au_studio.ui.page import Undoing
from au_studio.ui.plot_picture import ask_and_save


class AgreementPage(QWidget):
    """Compares two raters and reconciles them.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.controller = AgreementController(workspace, self)
        self.view = AgreementView(self)
        self.panels = self.view.panels
        self._shown: Disagreement | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._make_actions()
        self._connect()
        self._on_state_changed(self.controller.state)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which the page scrolls."""
        return QSize(980, 520)

    # ---- what the main window asks of a page

    def menu_actions(self) -> Sequence[QAction | None]:
        """Return the actions of the Agree menu; None is a separator."""
        return [
            *self._consensus,
            *(None, self._play, None, self._adopt, None, self._definitions, self._export),
            *(None, *self._pictures),
        ]

    @property
    def undoing(self) -> Undoing:
        """What undo and redo change on this page."""
        return Undoing(self.controller.edits, self.controller.undo, self.controller.redo)

    def page_shown(self) -> None:
        """Compare anew: somebody may just have rated."""
        self.controller.activate()
        self.view.table.setFocus()

    def page_hidden(self) -> None:
        """Compute and play nothing while nobody looks."""
        self._context.end()
        self.controller.rest()

    def close_page(self) -> None:
        """End the worker threads; called once, before the window goes."""
        self.panels.remember()
        self._context.end()
        self.controller.close()

    # ---- building

    def _make_actions(self) -> None:
        controller = self.controller
        self._consensus = [
            make_action(f"agree.consensus_{level}", self, partial(controller.set_consensus, level))
            for level in range(N_LEVELS)
        ]
        self._consensus.append(
            make_action("agree.consensus_not_codable", self, partial(controller.set_consensus, None))
        )
        self._context = HoldSwitch("agree.context", self)
        self._play = make_action("agree.context", self, self._context.toggle)
        self._adopt = make_action("agree.adopt", self, controller.adopt_agreed)
        self._definitions = make_action("agree.definitions", self, self.show_definitions)
        self._export = make_action("agree.export", self, self.ask_export)
        self._pictures = [self._picture_action("confusion", self.view.confusion)]
        self._pictures.append(self._picture_action("differences", self.view.bland_altman))
        for action in self.menu_actions():
            if action is not None:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                # A digit held a moment too long must not settle the next disagreements, too.
                action.setAutoRepeat(False)
                self.addAction(action)

    def _picture_action(self, name: str, plot: ConfusionView | BlandAltmanPlot) -> QAction:
        """Return the action that saves a plot's picture; the plot's context menu has it, too."""
        action = make_action(f"agree.save_{name}", self, partial(self.ask_for_picture, name, plot))
        plot.addAction(action)
        plot.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return action

    def _connect(self) -> None:
        view, controller = self.view, self.controller
        controller.state_changed.connect(self._on_state_changed)
        controller.pictures_changed.connect(view.reconcile.set_pictures)
        controller.picture_failed.connect(self._on_picture_failed)
        controller.context_ready.connect(self._on_context_ready)
        self._context.switched.connect(self._on_context_switched)
        view.first_chosen.connect(controller.choose_first)
        view.second_chosen.connect(controller.choose_second)
        view.with_trained_chosen.connect(controller.choose_with_trained)
        view.definitions_requested.connect(self.show_definitions)
        view.export_requested.connect(self.ask_export)
        view.adopt_requested.connect(controller.adopt_agreed)
        view.table.au_chosen.connect(controller.choose_au)
        view.disagreements.chosen.connect(controller.choose_disagreement)
        view.reconcile.value_chosen.connect(controller.set_consensus)

    # ---- dialogs

    def show_definitions(self) -> None:
        """Say what the figures mean, in a window beside the page."""
        dialog = DefinitionsDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def ask_export(self) -> None:
        """Ask for a file and write the table there."""
        state = self.controller.state
        if not state.can_export or state.first is None or state.second is None:
            self._workspace.say(tr("There is nothing to export yet: no frame was rated by both."), "warning")
            return
        folder = Path(str(QSettings().value("folder", str(Path.home()))))
        name = f"agreement {state.first.name} {state.second.name}.csv".replace("/", "-")
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Export the agreement table"), str(folder / name), tr("Tables (*.csv)")
        )
        if chosen:
            path = Path(chosen)
            self.controller.export(
                path if path.suffix.lower() == ".csv" else path.with_name(f"{path.name}.csv")
            )

    def ask_for_picture(self, name: str, plot: ConfusionView | BlandAltmanPlot) -> None:
        """Ask for a file and save what a plot shows there."""
        state = self.controller.state
        if state.detail is not None and state.first is not None and state.second is not None:
            unit = ACTION_UNITS[state.detail.au].label
            title = f"{unit} {name} {state.first.name} {state.second.name}"
            ask_and_save(plot, title, self._workspace, self)

    # ---- told by the controller

    def _on_state_changed(self, state: AgreementState) -> None:
        if state.disagreement != self._shown:
            self._shown = state.disagreement
            self._context.end()
        self.view.set_state(state)
        self._play.setEnabled(state.disagreement is not None)
        for action in self._consensus:
            action.setEnabled(state.disagreement is not None)
        self._adopt.setEnabled(state.to_adopt > 0)
        self._export.setEnabled(state.can_export)
        for action in self._pictures:
            action.setEnabled(state.detail is not None)

    def _on_context_switched(self, on: bool) -> None:
        picture = self.view.reconcile.picture
        if on:
            picture.announce_context()
            self.controller.request_context()
        else:
            picture.stop_context()

    def _on_context_ready(self, loop: ContextLoop) -> None:
        if self._context.on:
            self.view.reconcile.picture.play_context(loop)

    def _on_picture_failed(self, error: AUStudioError) -> None:
        self.view.reconcile.set_problem(error.shown())
