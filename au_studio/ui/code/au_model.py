"""The action units of one frame as a table model: number, name, rating."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from au_studio.coding.edits import SIDES
from au_studio.coding.session import Cell
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.facs.intensity import LEVELS
from au_studio.facs.visibility import VISIBILITY_CODES
from au_studio.texts import mark, tr

AU_COLUMN, NAME_COLUMN, RATING_COLUMN = range(3)
AnyIndex = QModelIndex | QPersistentModelIndex
_HEADERS = ("AU", mark("FACS name"), mark("Intensity"))


def rating_text(cell: Cell | None) -> str:
    """Return a rating as it is read aloud: ``3 (C, marked)``, ``not codable`` or ``not rated``."""
    if cell is None:
        return tr("not rated")
    if cell.value is None:
        text = tr("not codable")
        if cell.code is not None:
            text += f" ({cell.code}, {VISIBILITY_CODES[cell.code].name})"
    else:
        level = LEVELS[cell.value]
        text = f"{level.value} ({', '.join(part for part in (level.letter, level.meaning) if part)})"
        if cell.side is not None:
            text += f", {SIDES[cell.side]}"
    return tr("{text}, unsure", text=text) if cell.unsure else text


class AuModel(QAbstractTableModel):
    """Twelve rows or so: one per action unit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._aus: tuple[int, ...] = ()
        self._cells: tuple[Cell | None, ...] = ()

    def set_cells(self, aus: tuple[int, ...], cells: tuple[Cell | None, ...]) -> None:
        """Show the ratings of a frame; only rows that differ are painted again."""
        if aus != self._aus:
            self.beginResetModel()
            self._aus, self._cells = aus, cells
            self.endResetModel()
            return
        before, self._cells = self._cells, cells
        for row, (old, new) in enumerate(zip(before, cells, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row, 0), self.index(row, RATING_COLUMN))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of action units."""
        return 0 if parent.isValid() else len(self._aus)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return 3: number, name, rating."""
        return 0 if parent.isValid() else len(_HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the column titles."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return tr(_HEADERS[section])
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, its tool tip, and what a screen reader says."""
        if not index.isValid():
            return None
        unit, cell = ACTION_UNITS[self._aus[index.row()]], self._cells[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (unit.label, tr(unit.name), rating_text(cell))[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{unit.label} {tr(unit.name)}: {rating_text(cell)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{unit.label} {tr(unit.name)}: {tr(unit.description)}"
        return None
