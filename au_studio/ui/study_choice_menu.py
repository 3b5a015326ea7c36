"""Menus in which one thing is chosen for the study; the mark is at the line that is really in use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from au_studio.controllers.workspace import Workspace
from au_studio.texts import tr
from au_studio.ui.actions import make_action


class StudyChoiceMenu(QMenu):
    """One line for each choice, each with its sentence; without a study there is nothing to choose for.

    Parameters
    ----------
    title : str
        The menu's.
    lines : mapping
        Actions of the key map by what they choose.
    workspace : Workspace
        Holds the open study.
    parent : QWidget
        Owner of the menu.
    chosen : callable
        Returns what is in use.
    choose : callable
        Hears what somebody wants; it may refuse.
    """

    def __init__(
        self,
        title: str,
        lines: Mapping[str, str],
        workspace: Workspace,
        parent: QWidget,
        *,
        chosen: Callable[[], str],
        choose: Callable[[str], None],
    ) -> None:
        super().__init__(title, parent)
        self.setToolTipsVisible(True)
        self._workspace, self._chosen, self._choose = workspace, chosen, choose
        group = QActionGroup(self)
        self.actions_by_name = {
            name: make_action(action_id, self, partial(self._on_chosen, name), checkable=True)
            for name, action_id in lines.items()
        }
        for action in self.actions_by_name.values():
            group.addAction(action)
            self.addAction(action)
        workspace.study_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Mark what is in use."""
        self.setEnabled(self._workspace.study is not None)
        self.actions_by_name[self._chosen()].setChecked(True)

    def _on_chosen(self, name: str) -> None:
        self._choose(name)
        # Qt has moved the mark already, also when the choice was refused.
        self.refresh()


def face_finder_menu(workspace: Workspace, parent: QWidget) -> StudyChoiceMenu:
    """Return the menu of the face backends."""
    lines = {
        "mediapipe": "recording.faces_by_mediapipe",
        "face-alignment": "recording.faces_by_face_alignment",
    }
    finder = workspace.face_finder
    title = tr("Fa&ce finder")
    menu = StudyChoiceMenu(title, lines, workspace, parent, chosen=lambda: finder.name, choose=finder.choose)
    finder.changed.connect(menu.refresh)
    return menu


def rest_menu(workspace: Workspace, parent: QWidget) -> StudyChoiceMenu:
    """Return the menu of what recordings are measured from."""
    lines = {kind: f"recording.rest_{kind}" for kind in ("running", "refined", "neutral", "none")}
    rest = workspace.rest
    title = tr("&Measured from")
    menu = StudyChoiceMenu(title, lines, workspace, parent, chosen=lambda: rest.kind, choose=rest.choose)
    rest.changed.connect(menu.refresh)
    return menu
