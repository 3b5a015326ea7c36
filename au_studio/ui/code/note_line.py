"""One line for a coder's note on the frame."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from au_studio.coding.session import SampleFrame
from au_studio.texts import tr
from au_studio.ui.actions import key_text

_SAVE_AFTER_MS = 800
"""A pause in typing that is long enough to save what is there."""


class NoteLine(QLineEdit):
    """Edits the note on one frame; what is typed is saved in pauses, with Enter, and before anything else.

    Signals
    -------
    written(str)
        Keep this text.
    left()
        The coder is done: the keys rate again.
    """

    written = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Note on this frame"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMaxLength(2000)
        self._frame: SampleFrame | None = None
        self._saved = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        self.textEdited.connect(lambda _text: self._timer.start())
        self.show_key()

    def show_key(self) -> None:
        """Say which key leads here."""
        key = key_text("code.note")
        self.setPlaceholderText(tr("Note on this frame") + (f" ({key})" if key else ""))

    def set_note(self, frame: SampleFrame | None, text: str) -> None:
        """Show the note on a frame; what is being typed on the same frame stays."""
        self._saved = text
        if frame != self._frame or not self.hasFocus():
            self._frame = frame
            self._timer.stop()
            if text != self.text().strip():
                self.setText(text)

    def flush(self) -> None:
        """Have what was typed kept now."""
        self._timer.stop()
        if self.text().strip() != self._saved:
            self._saved = self.text().strip()
            self.written.emit(self._saved)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save and leave with Enter; leave without the last changes with Esc."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.flush()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self._timer.stop()
            self.setText(self._saved)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save when the coder goes elsewhere."""
        super().focusOutEvent(event)
        self.flush()
