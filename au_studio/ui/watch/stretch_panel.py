"""Figures of the selected stretch: mean, peak, share of the frames at some intensity, episodes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QTableWidget, QVBoxLayout, QWidget

from au_studio.controllers.stretch import LEVELS, StretchRow
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.texts import mark, tr
from au_studio.ui.fitting import ElidedLabel
from au_studio.ui.lines_table import Cell, put_line, set_titles, show_lines
from au_studio.ui.theme import SPACING, tabular


def _titles() -> list[Cell]:
    share = mark("Share of the frames at {level} or more, in %")
    return [
        Cell("AU", tr("Action unit")),
        Cell(tr("mean"), tr("Mean intensity, 0 to 5")),
        Cell(tr("peak"), tr("Highest intensity")),
        *(Cell(f"%≥{level}", tr(share, level=level)) for level in LEVELS),
        Cell(tr("ep."), tr("Episodes: appearances of the action unit")),
    ]


class StretchPanel(QWidget):
    """Shows the figures; they can be copied into a table program.

    Signals
    -------
    export_requested()
        Write the frames of the stretch.
    mark_requested()
        Set a marker over the stretch.
    """

    export_requested = Signal()
    mark_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = ElidedLabel("", self)
        self.table = QTableWidget(0, len(_titles()))
        show_lines(self.table, tr("Figures of the selected stretch per action unit"), air=4, can_choose=False)
        set_titles(self.table, _titles(), stretched=0)
        small = tabular(self.font(), 0.9)
        self.table.setFont(small)
        header = self.table.horizontalHeader()
        header.setFont(small)
        # The panel is narrow, and the first column is what everybody needs to read.
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(320)
        self._lines: list[tuple[str, ...]] = []
        self.copy = QPushButton(tr("&Copy"))
        self.copy.setToolTip(tr("Copy the figures for a table program"))
        self.copy.clicked.connect(self._copy)
        self.export = QPushButton(tr("E&xport…"))
        self.export.setToolTip(tr("Export this stretch: a table of its frames"))
        self.export.clicked.connect(self.export_requested)
        self.mark = QPushButton(tr("&Mark…"))
        self.mark.setToolTip(tr("Set an event marker over this stretch"))
        self.mark.clicked.connect(self.mark_requested)
        buttons = QHBoxLayout()
        for button in (self.copy, self.export, self.mark):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACING, SPACING // 2, SPACING, SPACING // 2)
        column.setSpacing(SPACING)
        column.addWidget(self.heading)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        self.set_figures((), tr("Select a stretch on the axis of time."))

    def sizeHint(self) -> QSize:
        """Return a size that shows all columns."""
        return QSize(330, 320)

    def set_figures(self, rows: Sequence[StretchRow], title: str) -> None:
        """Show these figures, one row per action unit, and say of which stretch they are."""
        self.heading.setText(title)
        self.table.setRowCount(len(rows))
        self._lines = [tuple(cell.text for cell in _titles())]
        for place, row in enumerate(rows):
            cells = _cells(row)
            put_line(self.table, place, cells, stretched=0)
            self._lines.append(tuple(cell.text for cell in cells))
        for button in (self.copy, self.export, self.mark):
            button.setEnabled(bool(rows))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in self._lines))


def _cells(row: StretchRow) -> tuple[Cell, ...]:
    unit = ACTION_UNITS.get(row.au)
    label, name = (unit.label, tr(unit.name)) if unit is not None else (f"AU{row.au:02d}", "")
    if row.mean is None or row.peak is None:
        return (Cell(label, name), *(Cell("–") for _ in _titles()[1:]))
    shares = (Cell(f"{100 * share:.0f}", f"{100 * share:.2f} %") for share in row.shares)
    return (
        Cell(label, name),
        Cell(f"{row.mean:.2f}"),
        Cell(f"{row.peak:.2f}"),
        *shares,
        Cell(str(row.episodes)),
    )
