"""Figures of the selected stretch: mean, peak, share of the frames at some intensity, episodes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from au_studio.controllers.stretch import LEVELS, StretchRow
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.ui.fitting import fit_on_screen
from au_studio.ui.lines_table import Cell, put_line, set_titles, show_lines
from au_studio.ui.theme import MARGIN, SPACING

_TITLES = (
    Cell("AU", "Action unit"),
    Cell("mean", "Mean intensity, 0 to 5"),
    Cell("peak", "Highest intensity"),
    *(Cell(f"≥ {level}", f"Share of the frames with an intensity of {level} or more") for level in LEVELS),
    Cell("episodes", "Appearances of the action unit"),
)


class StretchDialog(QDialog):
    """Shows the figures; they can be copied into a table program.

    Parameters
    ----------
    rows : sequence of StretchRow
        One per action unit.
    title : str
        Which stretch of which recording.
    """

    def __init__(self, rows: Sequence[StretchRow], title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Figures of the stretch")
        self.table = QTableWidget(len(rows), len(_TITLES))
        show_lines(self.table, "Figures of the selected stretch per action unit", can_choose=False)
        set_titles(self.table, _TITLES, stretched=0)
        self._lines = [tuple(cell.text for cell in _TITLES)]
        for place, row in enumerate(rows):
            cells = _cells(row)
            put_line(self.table, place, cells, stretched=0)
            self._lines.append(tuple(cell.text for cell in cells))
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = buttons.addButton("&Copy", QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        heading = QLabel(title)
        heading.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * MARGIN, 2 * MARGIN, 2 * MARGIN, MARGIN)
        column.setSpacing(2 * SPACING)
        column.addWidget(heading)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        fit_on_screen(self, 620, 520)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in self._lines))


def _cells(row: StretchRow) -> tuple[Cell, ...]:
    unit = ACTION_UNITS.get(row.au)
    name = f"{unit.label} {unit.name}" if unit is not None else f"AU{row.au:02d}"
    if row.mean is None or row.peak is None:
        return (Cell(name), *(Cell("–") for _ in _TITLES[1:]))
    shares = (Cell(f"{100 * share:.1f} %") for share in row.shares)
    return (Cell(name), Cell(f"{row.mean:.2f}"), Cell(f"{row.peak:.2f}"), *shares, Cell(str(row.episodes)))
