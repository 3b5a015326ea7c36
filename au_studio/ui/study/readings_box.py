"""Which model's readings a figure, a comparison or a report rests on: chosen in a box of fields."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from au_studio.coding.calibrations import CALIBRATED
from au_studio.conditions.readings import ReadingRequest
from au_studio.controllers.study.drawing_figures import FigureController
from au_studio.texts import tr
from au_studio.ui.fields import choice


class ReadingsBox(QWidget):
    """Chooses model, calibration and action units.

    Parameters
    ----------
    controller : FigureController
        Says what there is.

    Signals
    -------
    changed()
        Read `request` and `aus` again.
    """

    changed = Signal()

    def __init__(self, controller: FigureController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.model = choice(tr("Model"), controller.models(), letters=12)
        self.model.setCurrentIndex(max(self.model.findData(controller.chosen_model()), 0))
        self.calibrated = QCheckBox(tr("calibrated to the person"))
        self.calibrated.setChecked(controller.is_set(CALIBRATED))
        self.units = QLineEdit()
        self.units.setPlaceholderText(tr("all"))
        self.units.setAccessibleName(tr("Action units"))
        self.units.setToolTip(tr("Numbers with commas between: 1, 2, 12. Empty: all that the model reads."))
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.addRow(tr("&Model"), self.model)
        self.form.addRow(self.calibrated)
        self.form.addRow(tr("Action &units"), self.units)
        self.model.currentIndexChanged.connect(self.changed)
        self.calibrated.toggled.connect(self.changed)
        self.units.editingFinished.connect(self.changed)

    def request(self) -> ReadingRequest | None:
        """Return which readings are wanted; None without a study."""
        model = str(self.model.currentData() or "")
        return self._controller.reading(model, calibrated=self.calibrated.isChecked())

    def aus(self) -> tuple[int, ...]:
        """Return the action units, none for all; what is no number is passed over."""
        words = self.units.text().upper().replace("AU", "").replace(",", " ").split()
        return tuple(dict.fromkeys(int(word) for word in words if word.isdigit()))
