"""The coder's most used keys in one line, as the user has them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from au_studio.texts import mark, tr
from au_studio.ui.actions import key_text, user_keys

_HINTS = (
    ("code.not_codable", mark("not codable")),
    ("code.not_visible", "70–74"),
    ("code.unsure", mark("unsure")),
    ("code.repeat", mark("repeat")),
    ("code.copy_previous", mark("copy previous frame")),
    ("code.zero_rest", mark("all that is left 0")),
    ("code.context", mark("context")),
    ("code.compare", mark("flip to neutral")),
    ("code.note", mark("note")),
    ("code.next_frame", mark("next frame")),
    ("edit.undo", mark("undo")),
    ("help.keys", mark("all keys")),
)


def hints_html() -> str:
    """Return the line as rich text; actions without a key are left out."""
    levels = [key_text(f"code.rate_{level}") for level in range(6)]
    usual = levels == [str(level) for level in range(6)]
    shown = "0–5" if usual else " ".join(key for key in levels if key)
    found = [(shown, tr("rate and go on")), *((key_text(action), tr(words)) for action, words in _HINTS)]
    return " &nbsp; ".join(f"<b>{_escaped(key)}</b>&nbsp;{words}" for key, words in found if key)


class KeyHints(QLabel):
    """Shows the line, and follows when keys change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.9)
        self.setFont(font)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._show()
        user_keys().changed.connect(self._show)

    def _show(self, _action_id: str = "") -> None:
        self.setText(hints_html())


def _escaped(key: str) -> str:
    return key.replace("&", "&amp;").replace("<", "&lt;")
