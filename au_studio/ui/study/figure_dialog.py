"""The dialog that draws a figure for a paper: which one, of what, a preview, and the file."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QFormLayout, QVBoxLayout, QWidget

from au_studio.conditions.measures import MEASURES
from au_studio.conditions.readings import ReadingRequest
from au_studio.controllers.study.drawing_figures import FigureController, FigureState
from au_studio.figures.kinds import KINDS, OF_CONDITIONS, OF_RATERS, FigureRequest
from au_studio.texts import mark, tr
from au_studio.ui.fields import choice, number, wrapped
from au_studio.ui.forms import align
from au_studio.ui.study.drawing_dialog import DrawingDialog

_HINT = mark(
    "Figures are light, can be told apart without colour, and are saved as PNG (300 dpi), SVG or PDF, with a "
    "file beside them that holds the caption and says how they were made."
)


class FigureDialog(DrawingDialog):
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
        super().__init__(controller, tr("Figure for a paper"), parent)
        self.kind = _choice(tr("Figure"), ((key, tr(text)) for key, text in KINDS.items()))
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.recording = _choice(tr("Recording"), controller.recordings())
        self.start, self.stop = _seconds(tr("From second")), _seconds(tr("To second"), tr("end"))
        raters = controller.raters()
        self.first, self.second = _choice(tr("First rater"), raters), _choice(tr("Second rater"), raters)
        self.second.setCurrentIndex(min(1, self.second.count() - 1))
        self.with_trained = QCheckBox(tr("also frames that trained the model"))
        self.measure = _choice(tr("Measure"), ((key, tr(text)) for key, text in MEASURES.items()))
        self.before = _seconds(tr("Seconds before"))
        self.after = _seconds(tr("Seconds shown"), tr("as the shortest"))
        self.caption = wrapped()
        self.save = self._button(tr("&Save the figure…"))
        self._build()
        self._connect()
        self._show_fields()

    def _build(self) -> None:
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
        align(self._form, self.division.form, self.readings.form)
        found = QVBoxLayout()
        found.addWidget(self.preview, 1)
        found.addWidget(self.caption)
        choices = (self._form, self.division, self.readings)
        self._lay_out(choices, tr("What is drawn"), 410, found, wrapped(tr(_HINT)))

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_kind)
        for box in (self.recording, self.first, self.second, self.measure):
            box.currentIndexChanged.connect(self._ask)
        for field in (self.start, self.stop, self.before, self.after):
            field.setKeyboardTracking(False)
            field.valueChanged.connect(self._ask)
        self.with_trained.toggled.connect(self._ask)
        self.save.clicked.connect(self._on_save_figure)

    def _on_kind(self) -> None:
        self._show_fields()
        self._ask()

    def _show_fields(self) -> None:
        """Show only what the chosen figure asks for."""
        kind = self.kind_of_figure()
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

    def kind_of_figure(self) -> str:
        """Return the chosen figure."""
        return str(self.kind.currentData())

    def request(self) -> FigureRequest | None:
        """Return which figure is wanted; None without a study."""
        reading: ReadingRequest | None = self.readings.request()
        if reading is None:
            return None
        begin, end = self.start.value(), self.stop.value()
        span = (begin, end if end > 0 else float("inf")) if begin > 0 or end > 0 else None
        return FigureRequest(
            self.kind_of_figure(),
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

    def _set_state(self, state: FigureState) -> None:
        super()._set_state(state)
        self.save.setEnabled(state.drawn is not None and not state.busy)
        if not state.busy:
            self.caption.setText(state.drawn.caption if state.drawn is not None else "")


def _choice(name: str, entries: Iterable[tuple[object, str]]) -> QComboBox:
    return choice(name, entries, letters=14)


def _seconds(name: str, least_text: str = "") -> QDoubleSpinBox:
    made = number(name, 100_000.0, " s", least_text=least_text)
    made.setDecimals(1)
    return made
