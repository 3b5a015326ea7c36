"""The line that shows what is copied or searched for: what, how far, and a button that ends it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from au_studio.controllers.models.transfer import TransferState
from au_studio.texts import tr
from au_studio.ui.fields import wrapped
from au_studio.ui.theme import SPACING

_PATIENCE_MS = 600
"""What is done by then was never in anybody's way."""


class TransferBar(QWidget):
    """Shows a `TransferState` that lasts.

    Signals
    -------
    cancelled()
        It is to end.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = wrapped(parent=self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 100)
        self.bar.setAccessibleName(tr("Progress"))
        self.button = QPushButton(tr("Cancel"), self)
        self.button.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        row.addWidget(self.text, 1)
        row.addWidget(self.bar, 1)
        row.addWidget(self.button)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        self.hide()

    def set_state(self, state: TransferState) -> None:
        """Show how far it is; nothing when nothing is copied."""
        self.text.setText(state.text)
        self.bar.setRange(0, 0 if state.fraction is None else 100)
        self.bar.setValue(round(100 * (state.fraction or 0)))
        if not state.text:
            self._patience.stop()
            self.hide()
        elif self.isHidden() and not self._patience.isActive():
            self._patience.start()
