"""The menu in which the study's face finder is chosen; its mark is at the one that is really in use."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from au_studio.controllers.workspace import Workspace
from au_studio.texts import tr
from au_studio.ui.actions import make_action

_ACTIONS = {
    "mediapipe": "recording.faces_by_mediapipe",
    "face-alignment": "recording.faces_by_face_alignment",
}


class FaceFinderMenu(QMenu):
    """One line for each face backend.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study and its choice; without a study there is nothing to choose for.
    parent : QWidget
        Owner of the menu.
    """

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(tr("Fa&ce finder"), parent)
        self._workspace = workspace
        group = QActionGroup(self)
        self.actions_by_name = {
            name: make_action(action_id, self, partial(self._choose, name), checkable=True)
            for name, action_id in _ACTIONS.items()
        }
        for action in self.actions_by_name.values():
            group.addAction(action)
            self.addAction(action)
        workspace.study_changed.connect(self._show_choice)
        workspace.face_finder.changed.connect(self._show_choice)
        self._show_choice()

    def _choose(self, name: str) -> None:
        self._workspace.face_finder.choose(name)
        # Qt has moved the mark already, also when the choice was refused.
        self._show_choice()

    def _show_choice(self) -> None:
        self.setEnabled(self._workspace.study is not None)
        self.actions_by_name[self._workspace.face_finder.name].setChecked(True)
