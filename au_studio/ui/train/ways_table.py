"""Two ways of training side by side, on the same held-out frames."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from au_studio.facs.action_units import ACTION_UNITS
from au_studio.jobs.training_results import AgreementRow, WayResult
from au_studio.texts import tr
from au_studio.ui.lines_table import show_lines
from au_studio.ui.theme import tabular, theme_of
from au_studio.ui.train.agreement_table import ICC_HELP, MAE_HELP, figure_text


class WaysTable(QTableWidget):
    """One row per action unit, the mean last: ICC and MAE before, and after each way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        show_lines(self, tr("Held-out agreement of each way of training"), air=10, can_choose=False)

    def set_results(self, results: Sequence[WayResult], *, within: bool) -> None:
        """Show what each way has come to, for other frames of the persons who were rated or for others."""
        names = [tr("adapted first") if result.adapted else tr("fine-tuned only") for result in results]
        titles = ["AU", *(f"{figure} {name}" for figure in ("ICC", "MAE") for name in (tr("before"), *names))]
        self.setColumnCount(len(titles))
        for column, title in enumerate(titles):
            item = QTableWidgetItem(f" {title} ")
            self.setHorizontalHeaderItem(column, item)
            item.setToolTip(
                tr(MAE_HELP) if title.startswith("MAE") else tr(ICC_HELP) if column else tr("Action unit")
            )
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        judged = [result.within if within else result.judged for result in results]
        rows = [{row.au: row for row in judgement.rows} for judgement in judged]
        aus: list[int | None] = [*sorted({au for table in rows for au in table if au is not None})]
        if any(None in table for table in rows):
            aus.append(None)
        self.setRowCount(len(aus))
        for number, au in enumerate(aus):
            self._fill(number, au, [table.get(au) for table in rows])

    def _fill(self, number: int, au: int | None, rows: Sequence[AgreementRow | None]) -> None:
        unit = ACTION_UNITS[au] if au is not None else None
        first = next((row for row in rows if row is not None), None)
        before = (None, None) if first is None else (first.base_icc, first.base_mae)
        cells = [(f"{unit.label}  {tr(unit.name)}" if unit else tr("Mean of the action units"), 0)]
        for place, (figure, old) in enumerate((("icc", before[0]), ("mae", before[1]))):
            cells.append((figure_text(old), 0))
            cells += [
                (figure_text(None if row is None else getattr(row, figure)), row.signs[place] if row else 0)
                for row in rows
            ]
        theme = theme_of(self.palette())
        for column, (text, better) in enumerate(cells):
            item = QTableWidgetItem(f"{'▲ ' if better > 0 else '▼ ' if better < 0 else ''}{text} ")
            font = tabular(self.font())
            if au is None:
                font.setWeight(QFont.Weight.DemiBold)
            item.setFont(font)
            if better:
                item.setForeground(theme.color("good" if better > 0 else "problem"))
            side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(number, column, item)
