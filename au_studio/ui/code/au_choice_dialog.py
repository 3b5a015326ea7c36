"""Choose which action units the study's coders rate."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from au_studio.facs.action_units import ACTION_UNITS, DISFA_AUS
from au_studio.texts import mark, tr
from au_studio.ui.fields import wrapped
from au_studio.ui.theme import SPACING

_COLUMNS = 2
_EXPLANATION = mark(
    "Every coder of this study rates these in every frame. Ratings of action units that you take out are "
    "kept, and come back when you add them again. The chosen model reads those marked *; it can learn others "
    "from ratings alone."
)


class AuChoiceDialog(QDialog):
    """A box to tick for every action unit, in the order of the face.

    Parameters
    ----------
    aus : sequence of int
        Those that are rated now.
    read : sequence of int
        Those that the chosen model reads; empty without a model.

    Signals
    -------
    chosen(tuple of int)
        Rate these, FACS numbers, rising.
    """

    chosen = Signal(object)

    def __init__(self, aus: Sequence[int], read: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Action units to rate"))
        self.boxes: dict[int, QCheckBox] = {}
        explanation = wrapped(tr(_EXPLANATION), self)
        explanation.setMinimumWidth(560)
        grid = QGridLayout()
        grid.setHorizontalSpacing(5 * SPACING)
        rows = -(-len(ACTION_UNITS) // _COLUMNS)
        for place, unit in enumerate(ACTION_UNITS.values()):
            star = " *" if unit.number in read else ""
            box = QCheckBox(f"{unit.label}  {tr(unit.name)}{star}", self)
            box.setToolTip(tr(unit.description))
            box.setChecked(unit.number in aus)
            box.toggled.connect(self._on_toggled)
            self.boxes[unit.number] = box
            grid.addWidget(box, place % rows, place // rows)
        self.count = QLabel(self)
        usual = QPushButton(tr("The &usual twelve"), self)
        usual.setToolTip(tr("Those of DISFA, which most models are compared on."))
        usual.setAutoDefault(False)
        usual.clicked.connect(lambda: self._tick(DISFA_AUS))
        marked = QPushButton(tr("All &marked *"), self)
        marked.setAutoDefault(False)
        marked.setEnabled(bool(read))
        marked.clicked.connect(lambda: self._tick(read))
        below = QHBoxLayout()
        below.addWidget(self.count)
        below.addStretch(1)
        below.addWidget(usual)
        below.addWidget(marked)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        for button in buttons.buttons():
            button.setIcon(QIcon())
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(2 * SPACING)
        column.addWidget(explanation)
        column.addLayout(grid)
        column.addLayout(below)
        column.addWidget(buttons, 0, Qt.AlignmentFlag.AlignRight)
        self._on_toggled()

    @property
    def ticked(self) -> tuple[int, ...]:
        """The action units that are ticked, rising."""
        return tuple(au for au, box in self.boxes.items() if box.isChecked())

    def _tick(self, aus: Sequence[int]) -> None:
        for au, box in self.boxes.items():
            box.setChecked(au in aus)

    def _on_toggled(self) -> None:
        number = len(self.ticked)
        self.count.setText(
            tr("{number} of {n} chosen", number=number, n=len(self.boxes))
            if number
            else tr("Choose at least one.")
        )
        self.ok.setEnabled(number > 0)

    def _on_accepted(self) -> None:
        self.chosen.emit(self.ticked)
        self.accept()
