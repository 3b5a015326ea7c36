"""The dialog that draws a figure for a paper: which one, of what, a preview, and the file."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from au_studio.conditions.measures import MEASURES
from au_studio.conditions.readings import ReadingRequest
from au_studio.controllers.study.drawing_figures import FigureController, FigureState
from au_studio.figures.kinds import KINDS, OF_CONDITIONS, OF_RATERS, FigureRequest
from au_studio.texts import mark, tr
from au_studio.ui.fitting import fit_on_screen
from au_studio.ui.focus import walk_as_laid_out
from au_studio.ui.forms import align
from au_studio.ui.study.division_box import DivisionBox
from au_studio.ui.study.figure_preview import FigurePreview
from au_studio.ui.study.figure_saving import ask_figure_file
from au_studio.ui.study.readings_box import ReadingsBox
from au_studio.ui.theme import MARGIN, SPACING

_HINT = mark(
    "Figures are light, can be told apart without colour, and are saved as PNG (300 dpi), SVG or PDF, with a "
    "file beside them that holds the caption and says how they were made."
)


class FigureDialog(QDialog):
    """Draws figures of the open study.

    Parameters
    ----------
    controller : FigureController
        Does it.
    kind : str
        Which figure is shown first, a key of `KINDS`.
    """

    def __init__(
        self, controller: FigureController, parent: QWidget | None = None, *, kind: str = "curves"
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Figure for a paper"))
        self._controller = controller
        self.kind = _combo(tr("Figure"), [(key, tr(text)) for key, text in KINDS.items()])
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.recording = _combo(tr("Recording"), controller.recordings())
        self.start, self.stop = _seconds(tr("From second")), _seconds(tr("To second"))
        self.stop.setSpecialValueText(tr("end"))
        raters = controller.raters()
        self.first, self.second = _combo(tr("First rater"), raters), _combo(tr("Second rater"), raters)
        self.second.setCurrentIndex(min(1, self.second.count() - 1))
        self.with_trained = QCheckBox(tr("also frames that trained the model"))
        self.measure = _combo(tr("Measure"), [(key, tr(text)) for key, text in MEASURES.items()])
        self.before, self.after = _seconds(tr("Seconds before")), _seconds(tr("Seconds shown"))
        self.after.setSpecialValueText(tr("as the shortest"))
        self.division = DivisionBox(controller)
        self.readings = ReadingsBox(controller)
        self.preview = FigurePreview()
        self.caption = QLabel()
        self.caption.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.save = buttons.addButton(tr("&Save the figure…"), QDialogButtonBox.ButtonRole.ActionRole)
        self._build(buttons)
        self._connect(buttons)
        self._show_fields()

    def _build(self, buttons: QDialogButtonBox) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, MARGIN, 0)
        column.setSpacing(SPACING)
        self._form = QFormLayout()
        self._form.addRow(tr("&Figure"), self.kind)
        for text, field in (
            (tr("&Recording"), self.recording),
            (tr("F&rom"), self.start),
            (tr("&To"), self.stop),
            (tr("First r&ater"), self.first),
            (tr("Second rat&er"), self.second),
            ("", self.with_trained),
            (tr("Mea&sure"), self.measure),
            (tr("&Before"), self.before),
            (tr("S&hown"), self.after),
        ):
            self._form.addRow(text, field)
        column.addLayout(self._form)
        column.addWidget(self.division)
        column.addWidget(self.readings)
        column.addStretch(1)
        align(self._form, self.division.form, self.readings.form)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(left)
        scroll.setFixedWidth(410)
        scroll.setAccessibleName(tr("What is drawn"))
        hint = QLabel(tr(_HINT))
        hint.setWordWrap(True)
        right = QVBoxLayout()
        right.addWidget(self.preview, 1)
        right.addWidget(self.caption)
        top = QHBoxLayout()
        top.setSpacing(2 * SPACING)
        top.addWidget(scroll)
        top.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * MARGIN, 2 * MARGIN, 2 * MARGIN, MARGIN)
        layout.addWidget(hint)
        layout.addLayout(top, 1)
        layout.addWidget(buttons)
        fit_on_screen(self, 1120, 640)
        walk_as_laid_out(self)

    def _connect(self, buttons: QDialogButtonBox) -> None:
        self.kind.currentIndexChanged.connect(self._on_kind)
        for choice in (self.recording, self.first, self.second, self.measure):
            choice.currentIndexChanged.connect(self._ask)
        for field in (self.start, self.stop, self.before, self.after):
            field.setKeyboardTracking(False)
            field.valueChanged.connect(self._ask)
        self.with_trained.toggled.connect(self._ask)
        for box in (self.division, self.readings):
            box.changed.connect(self._ask)
        self.save.clicked.connect(self._on_save)
        buttons.rejected.connect(self.reject)
        self._controller.state_changed.connect(self._set_state)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what is chosen first."""
        super().showEvent(event)
        self._ask()

    def _on_kind(self) -> None:
        self._show_fields()
        self._ask()

    def _show_fields(self) -> None:
        """Show only what the chosen figure asks for."""
        kind = str(self.kind.currentData())
        curves, raters, conditions = kind == "curves", kind in OF_RATERS, kind in OF_CONDITIONS
        for field, shown in (
            *((f, curves) for f in (self.recording, self.start, self.stop)),
            *((f, raters) for f in (self.first, self.second, self.with_trained)),
            (self.measure, conditions and kind != "mean-curves"),
            *((f, kind == "mean-curves") for f in (self.before, self.after)),
        ):
            self._form.setRowVisible(field, shown)
        self.division.setVisible(conditions)
        self.readings.setVisible(kind != "learning-curve")
        for field in (self.readings.model, self.readings.calibrated):
            self.readings.form.setRowVisible(field, curves or conditions)

    def request(self) -> FigureRequest | None:
        """Return which figure is wanted; None without a study."""
        reading: ReadingRequest | None = self.readings.request()
        if reading is None:
            return None
        begin, end = self.start.value(), self.stop.value()
        span = (begin, end if end > 0 else float("inf")) if begin > 0 or end > 0 else None
        return FigureRequest(
            str(self.kind.currentData()),
            reading,
            recording=str(self.recording.currentData() or ""),
            aus=self.readings.aus(),
            span=span,
            division=self.division.division(),
            design=self.division.chosen_design(),
            measure=str(self.measure.currentData()),
            before=self.before.value(),
            seconds=self.after.value() or None,
            raters=(str(self.first.currentData() or ""), str(self.second.currentData() or "")),
            with_trained=self.with_trained.isChecked(),
        )

    def _ask(self) -> None:
        request = self.request()
        if request is not None:
            self._controller.show(request)

    def _set_state(self, state: FigureState) -> None:
        self.preview.set_state(state)
        self.save.setEnabled(state.drawn is not None and not state.busy)
        if not state.busy:
            self.caption.setText(state.drawn.caption if state.drawn is not None else "")

    def _on_save(self) -> None:
        path = ask_figure_file(self, f"{self._controller.study_name()} {self.kind.currentData()}")
        if path is not None:
            self._controller.save_figure(path)


def _combo(name: str, items: list[tuple[str, str]]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(14)
    with QSignalBlocker(made):
        for key, text in items:
            made.addItem(text, key)
    return made


def _seconds(name: str) -> QDoubleSpinBox:
    made = QDoubleSpinBox()
    made.setAccessibleName(name)
    made.setRange(0.0, 100_000.0)
    made.setSuffix(" s")
    made.setDecimals(1)
    return made
