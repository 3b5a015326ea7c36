"""The Edit menu: undo and redo of what was changed on the page that is shown, or in the study as a whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from au_studio.texts import tr
from au_studio.ui.actions import make_action
from au_studio.ui.page import Undoing


class EditMenu(QMenu):
    """Undoes whichever came last: a change on the page, or one of the study.

    What was done on another page is left alone: undo on the Agree page must not lead to a coder's ratings,
    because coding is blind.

    Parameters
    ----------
    page : callable
        Returns what undo means on the page that is shown; None where nothing can be undone.
    parent : QObject
        The window.
    """

    def __init__(self, page: Callable[[], Undoing | None], parent: QObject) -> None:
        super().__init__(tr("&Edit"))
        self._page = page
        self._study: Undoing | None = None
        self._heard: list[object] = []
        self.undo = make_action("edit.undo", parent, self._undo)
        self.redo = make_action("edit.redo", parent, self._redo)
        for action in (self.undo, self.redo):
            action.setAutoRepeat(False)
            self.addAction(action)
        self.refresh()

    def set_study(self, undoing: Undoing) -> None:
        """Take in the changes of the study as a whole."""
        self._study = undoing
        self.refresh()

    def refresh(self) -> None:
        """Say what undo and redo would do: another page is shown, or something was changed."""
        for undoing in self._all():
            if undoing.history not in self._heard:
                self._heard.append(undoing.history)
                undoing.history.listeners.append(self.refresh)
        undo, redo = self._next_undo(), self._next_redo()
        for action, word, text in (
            (self.undo, tr("Undo"), undo.history.undo_text if undo is not None else ""),
            (self.redo, tr("Redo"), redo.history.redo_text if redo is not None else ""),
        ):
            action.setEnabled(bool(text))
            action.setText(f"&{word} {text}".rstrip())

    def _all(self) -> list[Undoing]:
        return [undoing for undoing in (self._page(), self._study) if undoing is not None]

    def _next_undo(self) -> Undoing | None:
        return max(self._all(), key=lambda undoing: undoing.history.made_last, default=None)

    def _next_redo(self) -> Undoing | None:
        return max(self._all(), key=lambda undoing: undoing.history.undone_last, default=None)

    def _undo(self) -> None:
        if (undoing := self._next_undo()) is not None:
            undoing.undo()

    def _redo(self) -> None:
        if (undoing := self._next_redo()) is not None:
            undoing.redo()
