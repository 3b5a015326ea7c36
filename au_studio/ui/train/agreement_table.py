"""Tables of held-out agreement per action unit: by itself, or beside what was rated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from au_studio.controllers.train.state import TrainingState
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.jobs.training_data import AuCount
from au_studio.jobs.training_results import AgreementRow
from au_studio.texts import mark, tr, tr_n
from au_studio.ui.lines_table import show_lines
from au_studio.ui.theme import tabular, theme_of

UNDEFINED = "n/a"
TOO_FEW = mark("too few")
ICC_HELP = mark(
    "ICC(3,1), Shrout & Fleiss (1979): how consistently model and coder order the frames. 1 is perfect, 0 is "
    "no better than chance. It ignores a constant bias, so the mean absolute error stands beside it. It is "
    "undefined, “n/a”, where the ratings never change; a model that never does has 0 where they do."
)
MAE_HELP = mark("Mean absolute error in steps of the 0–5 scale: 0 is perfect. Lower is better.")
_INTERVAL_HELP = mark(
    "In brackets the 95 % interval: with other persons (or moments) the figure might be anywhere in it."
)

_NOT_CODABLE = (mark("not codable"), mark("Frames in which it could not be coded; they do not train"))
_COUNTS = (
    (mark("rated"), mark("Frames rated 0 to 5 by this coder")),
    (mark("there (1–5)"), mark("Of these, frames in which the action unit is there")),
    _NOT_CODABLE,
)
_FIGURES = (
    (mark("ICC new"), mark("New model on held-out frames. {interval}\n\n{icc}")),
    (mark("ICC before"), mark("The model it started from, on the same frames. {icc}")),
    (
        mark("gain"),
        mark("ICC new minus ICC before. {interval} An interval above 0 means: better, and not by chance."),
    ),
    (mark("MAE new"), mark("New model on held-out frames. {interval}\n\n{mae}")),
    (mark("MAE before"), mark("The model it started from, on the same frames. {mae}")),
    (
        mark("MAE constant"),
        mark(
            "Always guessing the median of the training ratings, the best guess without looking: mostly 0. "
            "{mae}"
        ),
    ),
)
_CODERS = (
    mark("ICC coders"),
    mark("Two coders on the frames that both have rated: what a model can hope for. {icc}"),
)
_NEW_ICC, _GAIN, _NEW_MAE = 0, 2, 3


def figure_text(value: float | None) -> str:
    """Return a figure with two decimals; undefined is ``n/a``, never 0."""
    if value is None:
        return UNDEFINED
    return f"{round(value, 2) + 0.0:.2f}".replace("-", "−")  # + 0.0: a rounded −0.004 is 0, not −0


def interval_text(value: float | None, low: float | None, high: float | None) -> str:
    """Return a figure with its interval, if it has one: ``0.71 [0.62, 0.78]``."""
    text = figure_text(value)
    if value is None or low is None or high is None:
        return text
    return f"{text} [{figure_text(low)}, {figure_text(high)}]"


@dataclass(frozen=True)
class _Cell:
    """One cell: its text, a colour's name (empty: the usual one), a tool tip, and whether it is bold."""

    text: str
    role: str = ""
    tip: str = ""
    bold: bool = False


class EvaluationTable(QTableWidget):
    """One row per action unit, the mean last."""

    def __init__(self, parent: QWidget | None = None, *, counts: bool = False) -> None:
        super().__init__(parent)
        self._counted = counts
        self._shown: tuple[tuple[AgreementRow, ...], dict[int, AuCount], dict[int, float | None], bool] = (
            (), {}, {}, True,
        )  # fmt: skip
        show_lines(self, tr("Held-out agreement per action unit"), air=7, can_choose=False)
        self._set_columns()

    def set_rows(
        self,
        rows: Sequence[AgreementRow],
        *,
        counts: Sequence[AuCount] = (),
        coders: Mapping[int, float | None] | None = None,
        final: bool = True,
    ) -> None:
        """Show figures, and what was rated as far as the table shows that.

        Parameters
        ----------
        rows : sequence of AgreementRow
            Figures, as far as they are known.
        counts : sequence of AuCount
            What was rated.
        coders : mapping of int to float or None
            ICC of two coders by action unit, when two have rated the same frames.
        final : bool
            Whether no more figures will come: what is missing then is undefined.
        """
        shown = (tuple(rows), {count.au: count for count in counts}, dict(coders or {}), final)
        if shown != self._shown:
            self._shown = shown
            self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_shown"):
            self._fill()

    def _set_columns(self) -> None:
        columns = [("AU", mark("Action unit")), *(_COUNTS if self._counted else ()), *_FIGURES]
        if any(value is not None for value in self._shown[2].values()):
            columns.append(_CODERS)
        if self.columnCount() == len(columns):
            return
        self.setColumnCount(len(columns))
        helps = {"interval": tr(_INTERVAL_HELP), "icc": tr(ICC_HELP), "mae": tr(MAE_HELP)}
        for column, (title, tip) in enumerate(columns):
            item = QTableWidgetItem(f" {tr(title)} ")
            item.setToolTip(tr(tip, **helps))
            item.setTextAlignment(_side(column))
            self.setHorizontalHeaderItem(column, item)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _fill(self) -> None:
        rows, counts, coders, final = self._shown
        self._set_columns()
        figures = {row.au: row for row in rows}
        aus: list[int | None] = [*sorted({*counts, *(au for au in figures if au is not None)})]
        if None in figures:
            aus.append(None)
        self.setRowCount(len(aus))
        for place, au in enumerate(aus):
            unit = ACTION_UNITS[au] if au is not None else None
            name = f"{unit.label}  {tr(unit.name)}" if unit else _mean_name(rows)
            cells = [_Cell(name, tip=tr(unit.description) if unit else "")]
            if self._counted:
                cells += _count_cells(counts.get(au) if au is not None else None)
            cells += _figure_cells(figures.get(au), final=final)
            if any(value is not None for value in coders.values()):
                known = [value for value in coders.values() if value is not None]
                mean = sum(known) / len(known) if known else None
                cells.append(_Cell(figure_text(coders.get(au) if au is not None else mean)))
            for column, cell in enumerate(cells):
                self.setItem(place, column, self._item(cell, column, bold=au is None or cell.bold))
        if self._counted:  # a column of zeros takes room from the figures
            unseen = sum(count.not_codable for count in counts.values()) == 0
            self.setColumnHidden(_COUNTS.index(_NOT_CODABLE) + 1, unseen)
        self._keep_names_readable()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self._keep_names_readable()

    def _keep_names_readable(self) -> None:
        """Let the names take what the figures leave, but never less than tells the action units apart."""
        header = self.horizontalHeader()
        figures = sum(header.sectionSize(column) for column in range(1, self.columnCount()))
        least = self.fontMetrics().horizontalAdvance("AU25  lips p…") + 8
        if self.viewport().width() - figures >= least:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        else:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(0, least)

    def _item(self, cell: _Cell, column: int, *, bold: bool) -> QTableWidgetItem:
        item = QTableWidgetItem(f"{cell.text} ")
        font = tabular(self.font())
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        item.setFont(font)
        item.setTextAlignment(_side(column))
        item.setToolTip(cell.tip)
        role = cell.role or ("muted" if cell.text in {UNDEFINED, tr(TOO_FEW)} else "")
        if role:
            item.setForeground(theme_of(self.palette()).color(role))
        return item


class AgreementTable(EvaluationTable):
    """What was rated and how well models agree with it, as the Train page shows it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, counts=True)
        self.setAccessibleName(tr("Ratings and held-out agreement per action unit"))

    def set_state(self, state: TrainingState, rows: Sequence[AgreementRow]) -> None:
        """Show counts, and the given figures as far as they are known."""
        self.set_rows(
            rows, counts=state.summary.counts, coders=dict(state.coder_icc), final=not state.running
        )


def _mean_name(rows: Sequence[AgreementRow]) -> str:
    units = [row for row in rows if row.au is not None]
    compared = any(row.base_icc is not None for row in units)
    in_mean = [row.icc is not None and not (compared and row.base_icc is None) for row in units]
    if all(in_mean):
        return tr("Mean of the action units")
    if not any(in_mean):
        return tr("Mean of the action units: none has an ICC")
    return tr_n("Mean of the 1 with an ICC", "Mean of the {n} with an ICC", sum(in_mean))


def _count_cells(count: AuCount | None) -> list[_Cell]:
    if count is None:
        return [_Cell("")] * len(_COUNTS)
    return [
        _Cell(str(count.rated)),
        _Cell(str(count.present), "warning" if count.few else ""),
        _Cell(str(count.not_codable)),
    ]


def _figure_cells(row: AgreementRow | None, *, final: bool) -> list[_Cell]:
    """Return the cells of one action unit; while it trains, what is not there is still to come."""
    if row is None or (final and row.n == 0):  # nobody rated it: there is nothing to be undefined
        return [_Cell("")] * len(_FIGURES)
    better_icc, better_mae = row.signs
    cells = [
        _judged(interval_text(row.icc, row.icc_low, row.icc_high), better_icc),
        _Cell(figure_text(row.base_icc)),
        _Cell(interval_text(row.gain, row.gain_low, row.gain_high)),
        _judged(interval_text(row.mae, row.mae_low, row.mae_high), better_mae),
        _Cell(figure_text(row.base_mae)),
        _Cell(figure_text(row.constant_mae)),
    ]
    if row.lacking:
        why = row.lacking[:1].upper() + row.lacking[1:] + "."
        for place in (_NEW_ICC, 1, _GAIN):
            cells[place] = _Cell(tr(TOO_FEW), tip=why)
    if not final:
        cells = [_Cell("") if cell.text == UNDEFINED else cell for cell in cells]
    return cells


def _judged(text: str, better: int) -> _Cell:
    # The sign says it, too: colour alone would exclude people.
    sign = "▲ " if better > 0 else "▼ " if better < 0 else ""
    role = "good" if better > 0 else "problem" if better < 0 else ""
    return _Cell(f"{sign}{text}", role, bold=True)


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
