"""The menu in which it is chosen what a study's recordings are measured from."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from au_studio.controllers.workspace import Workspace
from au_studio.texts import tr
from au_studio.ui.actions import make_action

_ACTIONS = {
    "running": "recording.rest_running",
    "refined": "recording.rest_refined",
    "neutral": "recording.rest_neutral",
    "none": "recording.rest_none",
}


class RestMenu(QMenu):
    """One line for each rest, each with its sentence.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study and its choice; without a study there is nothing to choose for.
    parent : QWidget
        Owner of the menu.
    """

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(tr("&Measured from"), parent)
        self.setToolTipsVisible(True)
        self._workspace = workspace
        group = QActionGroup(self)
        self.actions_by_kind = {
            kind: make_action(action_id, self, partial(self._choose, kind), checkable=True)
            for kind, action_id in _ACTIONS.items()
        }
        for action in self.actions_by_kind.values():
            group.addAction(action)
            self.addAction(action)
        workspace.study_changed.connect(self._show_choice)
        workspace.rest.changed.connect(self._show_choice)
        self._show_choice()

    def _choose(self, kind: str) -> None:
        self._workspace.rest.choose(kind)
        # Qt has moved the mark already, also when the choice could not be kept.
        self._show_choice()

    def _show_choice(self) -> None:
        self.setEnabled(self._workspace.study is not None)
        self.actions_by_kind[self._workspace.rest.kind].setChecked(True)
