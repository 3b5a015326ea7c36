"""Choose whom held-out figures are of: other frames of the persons who were rated, or other persons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QRadioButton, QWidget

from au_studio.texts import tr
from au_studio.ui.theme import SPACING


class JudgementChoice(QWidget):
    """Two radio buttons; the persons who were rated are chosen at first.

    Signals
    -------
    changed
        The user chose the other one.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.within = QRadioButton(tr("the persons you rated"))
        self.within.setToolTip(tr("Their other frames: what you get for the recordings that you rated."))
        self.strangers = QRadioButton()
        self.set_persons_known(known=True)
        self.within.setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACING, 0, 0)
        row.setSpacing(3 * SPACING)
        row.addWidget(QLabel(tr("<b>Judged on</b>")))
        row.addWidget(self.within)
        row.addWidget(self.strangers)
        row.addStretch(1)
        self.within.toggled.connect(lambda _: self.changed.emit())

    def set_persons_known(self, *, known: bool) -> None:
        """Say whom the other figures are of: other persons, or recordings of persons whom nobody named."""
        self.strangers.setText(tr("other persons") if known else tr("other recordings"))
        self.strangers.setToolTip(
            tr("Persons whom it did not learn from: what to expect for somebody new.")
            if known
            else tr(
                "Recordings that it did not learn from. Nobody has said who is in some of them: if one "
                "person is in several, expect less for somebody new."
            )
        )
