"""The menu of what is shown on the timeline: every action unit, and the rows below them."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

from au_studio.controllers.watch.row_choices import RowChoices, RowsController
from au_studio.texts import tr
from au_studio.ui.watch.row_menu import name_of
from au_studio.ui.watch.rows_view import RowsView


class UnitMenu(QMenu):
    """Shows and hides rows.

    Parameters
    ----------
    rows : RowsController
        Keeps what is hidden.
    view : RowsView
        Knows which rows there are.
    """

    def __init__(self, rows: RowsController, view: RowsView, parent: QWidget) -> None:
        super().__init__(tr("Action &units"), parent)
        self._rows, self._view = rows, view
        rows.changed.connect(self._follow)

    def fill(self) -> None:
        """Offer the rows that there are now."""
        names = [*self._view.row_names(), *self._view.row_names(strips=True)]
        if names != [action.data() for action in self.actions() if not action.isSeparator()]:
            self.clear()
            for name in names:
                if name in self._view.row_names(strips=True)[:1]:
                    self.addSeparator()
                action = self.addAction(name_of(name))
                action.setCheckable(True)
                action.setData(name)
                action.triggered.connect(lambda shown, row=name: self._show(row, shown))
        self._follow(self._rows.choices)

    def _show(self, row: str, shown: bool) -> None:
        self._rows.change(lambda now: now.with_hidden(row, not shown))

    def _follow(self, choices: RowChoices) -> None:
        for action in self.actions():
            action.setChecked(action.data() not in choices.hidden)
