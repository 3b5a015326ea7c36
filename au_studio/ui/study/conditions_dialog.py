"""The dialog that compares conditions: effect sizes, figures, cautions; saved for R, SPSS and papers."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QTableWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from au_studio.conditions.comparing import ConditionComparison, Effect
from au_studio.conditions.measures import MEASURES
from au_studio.conditions.tables import EFFECT_NAMES
from au_studio.conditions.words import P_EXPLAINED, design_text, interval_text, number_text, p_text
from au_studio.controllers.study.drawing_figures import FigureController, FigureState
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.figures.kinds import OF_CONDITIONS, FigureRequest
from au_studio.texts import mark, tr
from au_studio.ui.fitting import fit_on_screen
from au_studio.ui.focus import walk_as_laid_out
from au_studio.ui.lines_table import Cell, put_line, set_titles, show_lines, translated
from au_studio.ui.study.division_box import DivisionBox
from au_studio.ui.study.figure_preview import FigurePreview
from au_studio.ui.study.figure_saving import ask_figure_file
from au_studio.ui.study.readings_box import ReadingsBox
from au_studio.ui.theme import MARGIN, SPACING

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


class ConditionsDialog(QDialog):
    """Compares conditions of the open study.

    Parameters
    ----------
    controller : FigureController
        Does it.
    """

    def __init__(self, controller: FigureController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Compare conditions"))
        self._controller = controller
        self.division = DivisionBox(controller)
        self.readings = ReadingsBox(controller)
        self.measure = QComboBox()
        self.measure.setAccessibleName(tr("Measure"))
        for key, text in MEASURES.items():
            self.measure.addItem(tr(text), key)
        self.figure = QComboBox()
        self.figure.setAccessibleName(tr("Figure"))
        for key, text in _FIGURES.items():
            self.figure.addItem(tr(text), key)
        self.table = QTableWidget(0, len(_TITLES))
        show_lines(self.table, tr("Effect sizes"), can_choose=False)
        set_titles(self.table, translated(_TITLES), stretched=0)
        self.preview = FigurePreview()
        self.notes = QLabel()
        self.notes.setWordWrap(True)
        self.notes.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.notes.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("What came of it"))
        self.tabs.tabBar().setAccessibleName(tr("What came of it"))
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.save_tables = buttons.addButton(tr("Save &tables…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.save_figure = buttons.addButton(tr("Save &figure…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.save_tables.setToolTip(
            tr("Long tables for R or SPSS, one value a row, and the effect sizes (CSV).")
        )
        self._build(buttons)
        self._connect(buttons)
        self._set_state(controller.state)

    def _build(self, buttons: QDialogButtonBox) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, MARGIN, 0)
        column.setSpacing(2 * SPACING)
        form = QFormLayout()
        form.addRow(tr("Mea&sure"), self.measure)
        form.addRow(tr("F&igure"), self.figure)
        for part in (self.division, self.readings):
            column.addWidget(part)
        column.addLayout(form)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(left)
        scroll.setFixedWidth(300)
        scroll.setAccessibleName(tr("What is compared"))
        notes = QScrollArea()
        notes.setAccessibleName(tr("To beware of"))
        notes.setWidgetResizable(True)
        notes.setWidget(self.notes)
        notes.setFrameShape(QScrollArea.Shape.NoFrame)
        self.tabs.addTab(self.table, tr("&Effect sizes"))
        self.tabs.addTab(self.preview, tr("Fi&gure"))
        self.tabs.addTab(notes, tr("To &beware of"))
        top = QHBoxLayout()
        top.setSpacing(2 * SPACING)
        top.addWidget(scroll)
        right = QVBoxLayout()
        right.addWidget(self.problem)
        right.addWidget(self.tabs, 1)
        top.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * MARGIN, 2 * MARGIN, 2 * MARGIN, MARGIN)
        layout.addLayout(top, 1)
        layout.addWidget(buttons)
        fit_on_screen(self, 1120, 640)
        walk_as_laid_out(self)

    def _connect(self, buttons: QDialogButtonBox) -> None:
        for box in (self.division, self.readings):
            box.changed.connect(self._ask)
        for choice in (self.measure, self.figure):
            choice.currentIndexChanged.connect(self._ask)
        self.save_tables.clicked.connect(self._on_save_tables)
        self.save_figure.clicked.connect(self._on_save_figure)
        buttons.rejected.connect(self.reject)
        self._controller.state_changed.connect(self._set_state)

    def showEvent(self, event: QShowEvent) -> None:
        """Compare what is chosen first."""
        super().showEvent(event)
        self._ask()

    def _ask(self) -> None:
        reading = self.readings.request()
        if reading is None:
            return
        self._controller.show(
            FigureRequest(
                str(self.figure.currentData()),
                reading,
                aus=self.readings.aus(),
                division=self.division.division(),
                design=self.division.chosen_design(),
                measure=str(self.measure.currentData()),
            )
        )

    def _set_state(self, state: FigureState) -> None:
        self.preview.set_state(state)
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

    def _on_save_figure(self) -> None:
        kind = str(self.figure.currentData())
        path = ask_figure_file(self, f"{self._controller.study_name()} {kind}")
        if path is not None:
            self._controller.save_figure(path)
