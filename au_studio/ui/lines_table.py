"""How the tables of the window look: lines to be read and chosen, never a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from au_studio.texts import tr
from au_studio.ui.theme import tabular, theme_of


@dataclass(frozen=True)
class Cell:
    """What stands in one cell: text, tool tip, and its colour's role in the theme (empty: that of text)."""

    text: str
    tip: str = ""
    role: str = ""


def translated(cells: Sequence[Cell]) -> list[Cell]:
    """Return cells that were written down with `mark` in the user's language."""
    return [replace(cell, text=tr(cell.text), tip=tr(cell.tip)) for cell in cells]


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
        # A click does nothing here, but the keyboard must be able to scroll.
        table.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        table.setTabKeyNavigation(False)


def set_titles(table: QTableWidget, titles: Sequence[Cell], *, stretched: int) -> None:
    """Write the header; columns are as wide as their texts, one takes what is left.

    Parameters
    ----------
    table : QTableWidget
        The table; `show_lines` has been called for it.
    titles : sequence of Cell
        One per column.
    stretched : int
        The column that takes the room that is left; it and those before it hold words, the others figures.
    """
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    for column, title in enumerate(titles):
        item = QTableWidgetItem("\n".join(f" {line} " for line in title.text.split("\n")))
        item.setToolTip(title.tip)
        item.setTextAlignment(_side(column, stretched))
        table.setHorizontalHeaderItem(column, item)


def put_line(
    table: QTableWidget, place: int, cells: Sequence[Cell], *, stretched: int, total: bool = False
) -> None:
    """Write one line; the line of a total stands out and cannot be chosen.

    Parameters
    ----------
    table, stretched
        As in `set_titles`.
    place : int
        Which line, from 0.
    cells : sequence of Cell
        One per column.
    total : bool
        Whether it sums the others up.
    """
    font, theme = tabular(table.font()), theme_of(table.palette())
    if total:
        font.setWeight(QFont.Weight.DemiBold)
    for column, cell in enumerate(cells):
        item = QTableWidgetItem(f" {cell.text} ")
        item.setFont(font)
        item.setToolTip(cell.tip)
        item.setTextAlignment(_side(column, stretched))
        if cell.role:
            item.setForeground(theme.color(cell.role))
        if total:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        table.setItem(place, column, item)


def select_line(table: QTableWidget, place: int | None) -> None:
    """Select a line, or none, without telling anybody."""
    with QSignalBlocker(table):
        if place is None:
            table.clearSelection()
        elif place != table.currentRow() or not table.selectedItems():
            table.selectRow(place)
            table.scrollTo(table.model().index(place, 0))


def selected_line(table: QTableWidget) -> int | None:
    """Return which line is selected, or None."""
    return table.currentRow() if table.selectedItems() and table.currentRow() >= 0 else None


def _side(column: int, stretched: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column <= stretched else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
