"""The dialog that compares conditions: effect sizes, figures, cautions; saved for R, SPSS and papers."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QFormLayout, QTableWidget, QTabWidget, QVBoxLayout, QWidget

from au_studio.conditions.comparing import ConditionComparison, Effect
from au_studio.conditions.measures import MEASURES
from au_studio.conditions.tables import EFFECT_NAMES
from au_studio.conditions.words import P_EXPLAINED, design_text, interval_text, number_text, p_text
from au_studio.controllers.study.drawing_figures import FigureController, FigureState
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.figures.kinds import OF_CONDITIONS, FigureRequest
from au_studio.texts import mark, tr
from au_studio.ui.fields import choice, scrolled, wrapped
from au_studio.ui.forms import align
from au_studio.ui.lines_table import Cell, put_line, set_titles, show_lines, translated
from au_studio.ui.study.drawing_dialog import DrawingDialog
from au_studio.ui.theme import MARGIN

_FIGURES = {
    "effects": mark("Effect sizes"),
    "values": mark("Every person"),
    "mean-curves": mark("Mean curves"),
}
assert set(_FIGURES) == OF_CONDITIONS
_TITLES = (
    Cell(mark("action unit")),
    Cell(mark("first"), mark("Mean over persons in the first condition.")),
    Cell(mark("second"), mark("Mean over persons in the second condition.")),
    Cell(mark("difference"), mark("Second minus first, with its 95 % interval over persons.")),
    Cell(
        mark("effect size"),
        mark("d_z of paired differences, or Hedges’ g of independent persons, with its interval."),
    ),
    Cell("p", P_EXPLAINED),
    Cell(mark("p (Holm)"), P_EXPLAINED),
)


class ConditionsDialog(DrawingDialog):
    """Compares conditions of the open study.

    Parameters
    ----------
    controller : FigureController
        Does it.
    """

    def __init__(self, controller: FigureController, parent: QWidget | None = None) -> None:
        super().__init__(controller, tr("Compare conditions"), parent)
        self.measure = choice(tr("Measure"), ((key, tr(text)) for key, text in MEASURES.items()))
        self.figure = choice(tr("Figure"), ((key, tr(text)) for key, text in _FIGURES.items()))
        self.table = QTableWidget(0, len(_TITLES))
        show_lines(self.table, tr("Effect sizes"), can_choose=False)
        set_titles(self.table, translated(_TITLES), stretched=0)
        self.notes = wrapped()
        self.notes.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.notes.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("What came of it"))
        self.tabs.tabBar().setAccessibleName(tr("What came of it"))
        self.problem = wrapped()
        self.problem.hide()
        self.save_tables = self._button(tr("Save &tables…"))
        self.save_figure = self._button(tr("Save &figure…"))
        self.save_tables.setToolTip(
            tr("Long tables for R or SPSS, one value a row, and the effect sizes (CSV).")
        )
        self._build()
        for box in (self.measure, self.figure):
            box.currentIndexChanged.connect(self._ask)
        self.save_tables.clicked.connect(self._on_save_tables)
        self.save_figure.clicked.connect(self._on_save_figure)
        self._set_state(controller.state)

    def _build(self) -> None:
        form = QFormLayout()
        form.addRow(tr("Mea&sure"), self.measure)
        form.addRow(tr("F&igure"), self.figure)
        align(self.division.form, self.readings.form, form)
        self.tabs.addTab(self.table, tr("&Effect sizes"))
        self.tabs.addTab(self.preview, tr("Fi&gure"))
        self.tabs.addTab(scrolled(self.notes, tr("To beware of")), tr("To &beware of"))
        found = QVBoxLayout()
        found.addWidget(self.problem)
        found.addWidget(self.tabs, 1)
        self._lay_out((self.division, self.readings, form), tr("What is compared"), 330, found)

    def kind_of_figure(self) -> str:
        """Return the chosen figure."""
        return str(self.figure.currentData())

    def request(self) -> FigureRequest | None:
        """Return which comparison is wanted; None without a study."""
        reading = self.readings.request()
        if reading is None:
            return None
        return FigureRequest(
            self.kind_of_figure(),
            reading,
            aus=self.readings.aus(),
            division=self.division.division(),
            design=self.division.chosen_design(),
            measure=str(self.measure.currentData()),
        )

    def _set_state(self, state: FigureState) -> None:
        super()._set_state(state)
        self.save_tables.setEnabled(state.comparison is not None and not state.busy)
        self.save_figure.setEnabled(state.comparison is not None and not state.busy)
        if state.busy:
            return
        self._fill_table(state.comparison)
        self.problem.setText(state.problem)
        self.problem.setVisible(bool(state.problem))
        found = state.comparison
        lines = () if found is None else (*found.cautions, *found.notices, tr(P_EXPLAINED))
        self.notes.setText("".join(f"<p>{escape(line)}</p>" for line in lines))

    def _fill_table(self, comparison: ConditionComparison | None) -> None:
        effects = comparison.effects_of(str(self.measure.currentData())) if comparison is not None else ()
        self.table.setRowCount(0)
        pair = ("", "")
        for effect in effects:
            assert comparison is not None
            if (effect.first, effect.second) != pair:
                pair = (effect.first, effect.second)
                self._put_title(design_text(effect, comparison.unit))
            self._put_effect(effect, comparison.unit)

    def _put_title(self, text: str) -> None:
        place = self.table.rowCount()
        self.table.setRowCount(place + 1)
        put_line(self.table, place, [Cell(text), *[Cell("")] * (len(_TITLES) - 1)], stretched=0, total=True)
        self.table.setSpan(place, 0, 1, len(_TITLES))

    def _put_effect(self, effect: Effect, unit: str) -> None:
        c, place = effect.contrast, self.table.rowCount()
        self.table.setRowCount(place + 1)
        known = ACTION_UNITS[effect.au]
        tested = tr("Unit of analysis: {unit}. {p_explained}", unit=unit, p_explained=tr(P_EXPLAINED))
        cells = [
            Cell(f"{known.label} {tr(known.name)}"),
            Cell(number_text(c.mean_first), effect.first),
            Cell(number_text(c.mean_second), effect.second),
            Cell(interval_text(c.difference)),
            Cell(interval_text(c.effect), EFFECT_NAMES[c.design]),
            Cell(p_text(c.p), tested),
            Cell(p_text(effect.p_holm), tested),
        ]
        put_line(self.table, place, cells, stretched=0)

    def _on_save_tables(self) -> None:
        start = str(QSettings().value("folder", str(Path.home())))
        folder = QFileDialog.getExistingDirectory(self, tr("Folder for the tables"), start)
        if folder:
            self._controller.save_tables(Path(folder))
