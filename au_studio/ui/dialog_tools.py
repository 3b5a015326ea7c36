"""What offers dialogs in a window's menus: its actions need a study, and focus comes back to the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog

from au_studio.ui.actions import make_action
from au_studio.ui.main_window import MainWindow


class DialogTools(QObject):
    """The base of those that add such actions.

    Parameters
    ----------
    window : MainWindow
        The window.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._of_study: list[QAction] = []
        window.workspace.study_changed.connect(self._on_study_changed)

    def _action(self, name: str, slot: Callable[[], object]) -> QAction:
        """Make an action of the key map that can be used while a study is open."""
        action = make_action(name, self._window, slot)
        action.setEnabled(self._window.workspace.study is not None)
        self._of_study.append(action)
        return action

    def _open(self, dialog: QDialog) -> None:
        """Show a dialog over the window until it is closed."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._window.activateWindow)
        dialog.open()

    def _on_study_changed(self) -> None:
        for action in self._of_study:
            action.setEnabled(self._window.workspace.study is not None)
