"""How the tables of the window look: lines to be read and chosen, never a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableWidget


def show_lines(table: QTableWidget, name: str, *, air: int = 8, can_choose: bool = True) -> None:
    """Make a table a list of lines that cannot be written into.

    Parameters
    ----------
    table : QTableWidget
        The table.
    name : str
        What screen readers call it.
    air : int
        Pixels of a line beside its text's height.
    can_choose : bool
        Whether one line at a time can be selected; otherwise the table only shows.
    """
    table.setAccessibleName(name)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + air)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.horizontalHeader().setHighlightSections(False)
    if can_choose:
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
    else:
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
