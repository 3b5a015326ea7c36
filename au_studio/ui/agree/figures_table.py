"""The table of agreement: one row per action unit, the mean last."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QTableWidget, QWidget

from au_studio.agreement.comparison import Comparison
from au_studio.agreement.tables import FIGURES, AgreementRow, Figure
from au_studio.facs.action_units import ACTION_UNITS, DISFA_AUS
from au_studio.texts import shown, tr
from au_studio.ui.agree.definitions import DEFINITIONS
from au_studio.ui.lines_table import Cell, put_line, select_line, selected_line, set_titles, show_lines
from au_studio.ui.theme import SPACING

UNDEFINED = "n/a"
_SHARES = {"exact", "within_one", "base_first", "base_second"}
_NAME, _FRAMES, _FIRST_FIGURE = 0, 1, 2


def figure_text(name: str, figure: Figure) -> str:
    """Return a figure as the table shows it: shares in percent, coefficients with their interval."""
    if not figure.defined:
        return UNDEFINED
    if name in _SHARES:
        return f"{100 * figure.value:.0f} %"
    text = _two_decimals(figure.value)
    if not math.isnan(figure.low):
        text += f" [{_two_decimals(figure.low)}, {_two_decimals(figure.high)}]"
    return text


class FiguresTable(QTableWidget):
    """Shows the rows of a comparison.

    Signals
    -------
    au_chosen(int)
        Another action unit is selected.
    """

    au_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, _FIRST_FIGURE + len(FIGURES), parent)
        self._comparison: Comparison | None = None
        show_lines(self, tr("Agreement per action unit"), air=9)
        self.setWordWrap(False)
        self.horizontalHeader().setMinimumSectionSize(36)
        self._set_header(None)
        self.itemSelectionChanged.connect(self._on_selection_changed)

    def comfortable_height(self) -> int:
        """Return the height at which the usual action units and their mean are all in view."""
        rows = (len(DISFA_AUS) + 1) * self.verticalHeader().defaultSectionSize()
        return rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + SPACING

    def set_comparison(self, comparison: Comparison | None) -> None:
        """Show the figures of a comparison, or none."""
        if comparison is self._comparison:
            return
        self._comparison = comparison
        self._fill()

    def select_au(self, au: int | None) -> None:
        """Select an action unit's row without telling anybody."""
        rows = self._comparison.rows if self._comparison is not None else ()
        places = (place for place, row in enumerate(rows) if row.au == au is not None)
        select_line(self, next(places, None))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_comparison"):
            self._fill()

    def _set_header(self, comparison: Comparison | None) -> None:
        names = (comparison.first.name, comparison.second.name) if comparison is not None else None
        titles = [Cell("AU", tr("Action unit")), Cell(tr("frames"), tr("Frames that both rated from 0 to 5"))]
        for name in FIGURES:
            definition = DEFINITIONS[name]
            tip = f"{tr(definition.name)}. {tr(definition.meaning)}\n\n{tr(definition.source)}"
            title = tr(definition.title).replace(" ", "\n", 1)  # the action units' names need the room
            if names is not None and name in {"base_first", "base_second"}:
                rater = names[name == "base_second"]
                title = tr("base {shortened}", shortened=_shortened(rater)).replace(" ", "\n", 1)
                tip = tr(
                    "Share of these frames that {rater} scores at 1 or more.\n\n{meaning}",
                    rater=rater,
                    meaning=tr(definition.meaning),
                )
            titles.append(Cell(title, tip))
        set_titles(self, titles, stretched=_NAME)

    def _fill(self) -> None:
        selected = self._selected_au()
        rows = self._comparison.rows if self._comparison is not None else ()
        with QSignalBlocker(self):
            self._set_header(self._comparison)
            self.setRowCount(len(rows))
            for place, row in enumerate(rows):
                self._fill_row(place, row)
        self.select_au(selected)

    def _fill_row(self, place: int, row: AgreementRow) -> None:
        unit = ACTION_UNITS[row.au] if row.au is not None else None
        name = f"{unit.label}  {tr(unit.name)}" if unit is not None else tr("Mean")
        cells = [
            Cell(
                name,
                f"{tr(unit.name)}: {tr(unit.description)}"
                if unit
                else tr("Unweighted mean of the action units"),
            ),
            Cell(str(row.n)),
        ]
        for figure_name in FIGURES:
            figure: Figure = getattr(row, figure_name)
            doubtful = figure.defined and bool(figure.note) and row.au is not None
            text = figure_text(figure_name, figure)
            role = "muted" if not figure.defined else "warning" if doubtful else ""
            text = f"⚠ {text}" if doubtful else text
            cells.append(Cell(text, self._tip(row, figure_name, figure), role))
        put_line(self, place, cells, stretched=_NAME, total=row.au is None)

    def _tip(self, row: AgreementRow, name: str, figure: Figure) -> str:
        comparison = self._comparison
        if row.au is None and name == "facs_index" and comparison is not None:
            pooled = comparison.facs_index_pooled
            if not math.isnan(pooled):
                return tr(
                    "{note}\nOver all action units together: {pooled}",
                    note=figure.note,
                    pooled=f"{pooled:.2f}",
                ).strip()
        return shown(figure.note)

    def _selected_au(self) -> int | None:
        rows = self._comparison.rows if self._comparison is not None else ()
        place = self.currentRow()
        return rows[place].au if 0 <= place < len(rows) else None

    def _on_selection_changed(self) -> None:
        au = self._selected_au()
        if au is not None and selected_line(self) is not None:
            self.au_chosen.emit(au)


def _shortened(name: str, longest: int = 10) -> str:
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"


def _two_decimals(value: float) -> str:
    return f"{round(value, 2) + 0.0:.2f}".replace("-", "−")  # + 0.0: a rounded −0.004 is 0, not −0
