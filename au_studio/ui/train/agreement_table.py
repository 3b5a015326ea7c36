"""The table of what was rated and how well models agree with it, per action unit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from au_studio.controllers.training_data import AuCount
from au_studio.controllers.training_state import AgreementRow, TrainingState
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.ui.theme import tabular, theme_of

UNDEFINED = "n/a"
ICC_HELP = (
    "ICC(3,1), Shrout & Fleiss (1979): how consistently model and coder order the frames. 1 is perfect, 0 is "
    "no better than chance. It ignores a constant bias, so the mean absolute error stands beside it. It is "
    "undefined, “n/a”, when one of the two never changes."
)
MAE_HELP = "Mean absolute error in steps of the 0–5 scale: 0 is perfect. Lower is better."
_CLEAR_DIFFERENCE = 0.02

_COLUMNS = (
    ("AU", "Action unit"),
    ("rated", "Frames rated 0 to 5 by this coder"),
    ("there (1–5)", "Of these, frames in which the action unit is there"),
    ("not codable", "Frames in which it could not be coded; they do not train"),
    ("ICC new", f"New model on held-out frames. {ICC_HELP}"),
    ("ICC before", f"The model it started from, on the same frames. {ICC_HELP}"),
    ("MAE new", f"New model on held-out frames. {MAE_HELP}"),
    ("MAE before", f"The model it started from, on the same frames. {MAE_HELP}"),
    ("MAE constant", f"Always guessing the mean of the training ratings. {MAE_HELP}"),
)
_NAME, _NEW_ICC, _OLD_ICC, _NEW_MAE, _OLD_MAE = 0, 4, 5, 6, 7


def figure_text(value: float | None) -> str:
    """Return a figure with two decimals; undefined is ``n/a``, never 0."""
    if value is None:
        return UNDEFINED
    return f"{round(value, 2) + 0.0:.2f}".replace("-", "−")  # + 0.0: a rounded −0.004 is 0, not −0


def verdict(new: float | None, old: float | None, *, higher_is_better: bool) -> int:
    """Return 1 if `new` is clearly better than `old`, -1 if clearly worse, else 0 (also when undefined)."""
    if new is None or old is None or abs(new - old) < _CLEAR_DIFFERENCE:
        return 0
    return 1 if (new > old) == higher_is_better else -1


class AgreementTable(QTableWidget):
    """One row per action unit, the mean last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_COLUMNS), parent)
        self.setAccessibleName("Ratings and held-out agreement per action unit")
        for column, (title, tip) in enumerate(_COLUMNS):
            item = QTableWidgetItem(f" {title} ")
            item.setToolTip(tip)
            side = Qt.AlignmentFlag.AlignLeft if column == _NAME else Qt.AlignmentFlag.AlignRight
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self.setHorizontalHeaderItem(column, item)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)

    def set_state(self, state: TrainingState) -> None:
        """Show counts, and figures as far as they are known."""
        figures = {row.au: row for row in state.rows}
        counts = {count.au: count for count in state.summary.counts}
        known = sorted({*counts, *(au for au in figures if au is not None)})
        aus: list[int | None] = [*known, None] if None in figures else [*known]
        self.setRowCount(len(aus))
        for row, au in enumerate(aus):
            count = counts.get(au) if au is not None else None
            self._fill(row, au, count, figures.get(au), final=not state.running)

    def _fill(
        self, row: int, au: int | None, count: AuCount | None, figures: AgreementRow | None, *, final: bool
    ) -> None:
        unit = ACTION_UNITS[au] if au is not None else None
        name = f"{unit.label}  {unit.name}" if unit else "Mean of the action units"
        counts = (
            ("", "", "") if count is None else (str(count.rated), str(count.present), str(count.not_codable))
        )
        texts = [name, *counts, "", "", "", "", ""]
        judged = {}
        if figures is not None:
            values = (figures.icc, figures.base_icc, figures.mae, figures.base_mae, figures.constant_mae)
            texts[_NEW_ICC:] = [figure_text(value) for value in values]
            if not final:
                # While it trains only the new model's figures arrive: the rest is to come, not undefined.
                texts[_NEW_ICC:] = [figure_text(v) if v is not None else "" for v in values]
            judged = {
                _NEW_ICC: verdict(figures.icc, figures.base_icc, higher_is_better=True),
                _NEW_MAE: verdict(figures.mae, figures.base_mae, higher_is_better=False),
            }
        theme = theme_of(self.palette())
        for column, text in enumerate(texts):
            better = judged.get(column, 0)
            # The sign says it, too: colour alone would exclude people.
            item = QTableWidgetItem(f"{'▲ ' if better > 0 else '▼ ' if better < 0 else ''}{text} ")
            font = tabular(self.font())
            if au is None or column in {_NEW_ICC, _NEW_MAE}:
                font.setWeight(QFont.Weight.DemiBold)
            item.setFont(font)
            if better:
                item.setForeground(theme.color("good" if better > 0 else "problem"))
            elif text == UNDEFINED or (count is not None and column == 2 and count.few):
                item.setForeground(theme.color("muted" if text == UNDEFINED else "warning"))
            side = Qt.AlignmentFlag.AlignLeft if column == _NAME else Qt.AlignmentFlag.AlignRight
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            if column == _NAME and unit is not None:
                item.setToolTip(unit.description)
            self.setItem(row, column, item)
