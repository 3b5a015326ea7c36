"""Sizes that fit on the screen, and texts that fit in their place."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_SIGNS = re.compile(r"[_\-./\\]+")
"""Where a word without spaces may be broken."""
_FRAME = 40
"""Room for a window's title bar, in logical pixels: the frame is not there yet when the size is chosen."""


def fit_on_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window this size, or what its screen has room for, also when that is asked for before it shows.

    Parameters
    ----------
    window : QWidget
        A dialog or a window of its own.
    width, height : int
        Logical pixels that it would like.
    """
    owner = window.parentWidget()
    screen = (owner.window() if owner is not None else window).screen()
    room = screen.availableGeometry().size() - QSize(0, _FRAME)
    window.resize(QSize(width, height).boundedTo(room))


class ElidedLabel(QLabel):
    """One line that is cut in the middle where it does not fit; the tool tip then has all of it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._tip = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    @property
    def whole(self) -> str:
        """The text, not cut."""
        return self._text

    def setText(self, text: str) -> None:
        """Show a text."""
        self._text = text
        self.setAccessibleName(text)
        self._cut()
        self.updateGeometry()

    def setToolTip(self, tip: str) -> None:
        """Say more; where the text is cut, the whole of it stands before that."""
        self._tip = tip
        self._cut()

    def sizeHint(self) -> QSize:
        """Return the size of the whole text."""
        size = super().sizeHint()
        margins = self.contentsMargins()
        width = self.fontMetrics().horizontalAdvance(self._text) + margins.left() + margins.right() + 2
        return QSize(width, size.height())

    def minimumSizeHint(self) -> QSize:
        """Return a size with room for a few letters."""
        few = self.fontMetrics().horizontalAdvance("mmm…mmm")
        return QSize(min(few, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:
        """Cut anew for another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._cut()

    def _cut(self) -> None:
        room = self.contentsRect().width()
        cut = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideMiddle, room)
        super().setText(cut)
        parts = [self._text if cut != self._text else "", self._tip]
        super().setToolTip("\n".join(part for part in parts if part))


def elided(text: str, most: int) -> str:
    """Return a text of at most so many letters, cut in the middle."""
    if len(text) <= most:
        return text
    head = (most - 1 + 1) // 2
    return f"{text[:head]}…{text[len(text) - (most - 1 - head) :]}"


def breakable(text: str, longest: int = 24) -> str:
    """Return a text whose very long words, such as names of files, may be broken at their signs.

    Parameters
    ----------
    text : str
        Plain text for a label that breaks its lines.
    longest : int
        Letters of a word that stays whole.
    """
    words = text.split(" ")
    return " ".join(_SIGNS.sub("\\g<0>\u200b", word) if len(word) > longest else word for word in words)
