"""Two models side by side: their curves, agreement per action unit, and where they differ most."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from au_studio.agreement.model_differences import ModelComparison, Moment
from au_studio.analysis.model_lineage import au_label
from au_studio.controllers.models.comparing import ComparingState
from au_studio.texts import mark, tr, tr_n
from au_studio.ui.agree.disagreement_list import clock_text
from au_studio.ui.choice_box import ChoiceBox
from au_studio.ui.fields import wrapped
from au_studio.ui.lines_table import (
    Cell,
    put_line,
    select_line,
    selected_line,
    set_titles,
    show_lines,
    translated,
)
from au_studio.ui.models.difference_plot import DifferencePlot
from au_studio.ui.theme import MARGIN, SPACING
from au_studio.video.shown_time import since_first

_ROWS = (
    Cell("AU", mark("Action unit")),
    Cell(
        "ICC",
        mark(
            "ICC(3,1) between the two: how consistently they order the frames, whatever a constant difference"
        ),
    ),
    Cell("|diff.|", mark("Mean absolute difference in steps of the 0–5 scale")),
    Cell(mark("higher"), mark("How much higher the first model is on average")),
)
_MOMENTS = tuple(
    Cell(title) for title in ("AU", *map(mark, ("recording", "time", "first", "second", "difference")))
)
_NAME, _RECORDING = 0, 1
"""Columns that take the room that the figures leave."""


class CompareView(QWidget):
    """Shows a `ComparingState`, and emits what the user wants.

    Signals
    -------
    first_chosen(id), second_chosen(id)
        Compare other models.
    au_chosen(int)
        Show another action unit's curves.
    recording_chosen(id)
        Show another recording's curves.
    moment_chosen(Moment)
        A moment of the list was gone to.
    seek_requested(recording id, seconds)
        Go there on the Watch page.
    analysis_requested()
        Open a recording that is not analysed yet with both models.
    """

    first_chosen = Signal(str)
    second_chosen = Signal(str)
    au_chosen = Signal(int)
    recording_chosen = Signal(str)
    moment_chosen = Signal(object)
    seek_requested = Signal(str, float)
    analysis_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ComparingState()
        self.first, self.second = ChoiceBox(tr("First model")), ChoiceBox(tr("Second model"))
        self.recordings = ChoiceBox(tr("Recording whose curves are shown"))
        self.plot = DifferencePlot()
        self.table = _table(_ROWS, tr("Agreement of the two models per action unit"), stretched=_NAME)
        self.moments = _table(_MOMENTS, tr("Moments at which the models differ most"), stretched=_RECORDING)
        self.message = wrapped()
        self.analyse = QPushButton(tr("Open on the Watch page to analyse"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for box in (self.first, self.second, self.recordings):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        bar = QHBoxLayout()
        bar.setSpacing(SPACING)
        for text, box in (
            (tr("&Compare"), self.first),
            (tr("&with"), self.second),
            (tr("&in"), self.recordings),
        ):
            label = QLabel(text)
            label.setBuddy(box)
            bar.addWidget(label)
            bar.addWidget(box, 1)
        told = QHBoxLayout()
        told.addWidget(self.message, 1)
        told.addWidget(self.analyse)
        lists = QSplitter(Qt.Orientation.Horizontal)
        lists.addWidget(self.table)
        lists.addWidget(self.moments)
        lists.setChildrenCollapsible(False)
        lists.setSizes([380, 480])
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.addWidget(self.plot)
        self._split.addWidget(lists)
        self._split.setChildrenCollapsible(False)
        self._split.setSizes([380, 200])
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        column.addLayout(bar)
        column.addLayout(told)
        column.addWidget(self._split, 1)
        column.addStretch()

    def _connect(self) -> None:
        self.first.activated.connect(lambda row: self.first_chosen.emit(self.first.itemData(row)))
        self.second.activated.connect(lambda row: self.second_chosen.emit(self.second.itemData(row)))
        self.recordings.activated.connect(
            lambda row: self.recording_chosen.emit(self.recordings.itemData(row))
        )
        self.table.itemSelectionChanged.connect(self._on_row)
        self.moments.itemSelectionChanged.connect(self._on_moment)
        self.moments.cellDoubleClicked.connect(lambda row, _column: self._go_to(row))
        self.moments.cellClicked.connect(lambda row, _column: self._go_to(row))
        self.plot.clicked.connect(self._on_plot_clicked)
        self.analyse.clicked.connect(self.analysis_requested)

    # ---- state in

    def set_state(self, state: ComparingState) -> None:
        """Show the state of the comparison."""
        before, self._state = self._state, state
        _fill(self.first, state.models, state.first)
        _fill(self.second, state.models, state.second)
        comparison = state.comparison
        recordings = tuple((key, comparison.names[key]) for key in comparison.curves) if comparison else ()
        _fill(self.recordings, recordings, state.recording_id)
        self.recordings.setEnabled(bool(recordings))
        if comparison is not before.comparison:
            self._fill_table(comparison)
            self._fill_moments(comparison)
        self._select_au(state.au)
        names = (_name(state, state.first), _name(state, state.second))
        column = comparison.aus.index(state.au) if comparison and state.au in comparison.aus else 0
        self.plot.set_curves(state.curves, column, names)
        text = _message(state)
        self.message.setText(text)
        self.message.setVisible(bool(text))
        self.analyse.setVisible(bool(state.missing))
        self._split.setVisible(bool(comparison and comparison.rows))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_split"):
            self._fill_table(self._state.comparison)
            self._fill_moments(self._state.comparison)

    def _fill_table(self, comparison: ModelComparison | None) -> None:
        rows = comparison.rows if comparison is not None else ()
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(rows))
            for place, row in enumerate(rows):
                cells = (
                    Cell(au_label(row.au) if row.au is not None else tr("Mean")),
                    _figure(row.icc),
                    _figure(row.difference),
                    _figure(row.higher, signed=True),
                )
                put_line(self.table, place, cells, stretched=_NAME, total=row.au is None)

    def _fill_moments(self, comparison: ModelComparison | None) -> None:
        found = comparison.moments if comparison is not None else ()
        with QSignalBlocker(self.moments):
            self.moments.setRowCount(len(found))
            for place, moment in enumerate(found):
                assert comparison is not None
                moment_shown = since_first(moment.seconds, comparison.curves[moment.recording_id].times)
                cells = (
                    Cell(f"AU{moment.au:02d}"),
                    Cell(comparison.names[moment.recording_id]),
                    Cell(clock_text(moment_shown)),
                    Cell(f"{moment.first:.1f}"),
                    Cell(f"{moment.second:.1f}"),
                    _figure(moment.difference, signed=True),
                )
                put_line(self.moments, place, cells, stretched=_RECORDING)
            self.moments.clearSelection()
            self.moments.setCurrentCell(-1, -1)

    def _select_au(self, au: int | None) -> None:
        rows = self._state.comparison.rows if self._state.comparison is not None else ()
        places = (place for place, row in enumerate(rows) if row.au == au is not None)
        select_line(self.table, next(places, None))

    # ---- intentions out

    def _on_row(self) -> None:
        rows = self._state.comparison.rows if self._state.comparison is not None else ()
        place = selected_line(self.table)
        if place is not None and (au := rows[place].au) is not None:
            self.au_chosen.emit(au)

    def _moment(self, row: int) -> Moment | None:
        found = self._state.comparison.moments if self._state.comparison is not None else ()
        return found[row] if 0 <= row < len(found) else None

    def _on_moment(self) -> None:
        place = selected_line(self.moments)
        if place is not None and (moment := self._moment(place)) is not None:
            self.moment_chosen.emit(moment)

    def _go_to(self, row: int) -> None:
        moment = self._moment(row)
        if moment is not None:
            self.seek_requested.emit(moment.recording_id, moment.seconds)

    def _on_plot_clicked(self, seconds: float) -> None:
        if self._state.recording_id is not None:
            self.seek_requested.emit(self._state.recording_id, seconds)


def _message(state: ComparingState) -> str:
    if len(state.models) < 2:
        return tr("There is one model only. Fine-tune it on the Train page, or import another; then compare.")
    if state.comparison is None:
        return (
            tr("Comparing…")
            if state.busy
            else tr("Open a study with recordings that both models have analysed.")
        )
    if not state.comparison.rows:
        return tr("There is no recording yet that both have analysed. {names}", names=" ".join(state.missing))
    frames = tr_n(
        "{frames} frames of {n} recording.",
        "{frames} frames of {n} recordings.",
        len(state.comparison.curves),
        frames=f"{state.comparison.n_frames:,}",
    )
    further = tr("Agreement with coders is on the Agree page.")
    return " ".join(part for part in (frames, *state.missing, state.verdict or further) if part)


def _name(state: ComparingState, model_id: str | None) -> str:
    return dict(state.models).get(model_id or "", "")


def _table(titles: tuple[Cell, ...], name: str, *, stretched: int) -> QTableWidget:
    table = QTableWidget(0, len(titles))
    show_lines(table, name)
    table.setWordWrap(False)
    set_titles(table, translated(titles), stretched=stretched)
    # However narrow the page: which unit a line is of can be read.
    table.horizontalHeader().setMinimumSectionSize(table.fontMetrics().horizontalAdvance("  AU12…  "))
    return table


def _fill(box: ChoiceBox, wanted: tuple[tuple[str, str], ...], chosen: str | None) -> None:
    if tuple((box.itemData(i), box.itemText(i)) for i in range(box.count())) != wanted:
        box.clear()
        for key, name in wanted:
            box.addItem(name, key)
    box.setCurrentIndex(box.findData(chosen))


def _figure(value: float, *, signed: bool = False) -> Cell:
    if math.isnan(value):
        return Cell("n/a", role="muted")
    return Cell(f"{round(value, 2) + 0.0:{'+' if signed else ''}.2f}".replace("-", "−"))
