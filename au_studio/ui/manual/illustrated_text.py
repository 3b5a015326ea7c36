"""Text with pictures that are as wide as the page, or as they are where the page is wider."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QPainter, QPixmap, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from au_studio.ui.theme import theme_of

_IMAGE = QTextDocument.ResourceType.ImageResource.value
_SETTLED_MS = 60
"""How long the width must stay before the pictures follow it: scaling them takes a moment."""


class IllustratedText(QTextBrowser):
    """Shows text; its pictures come from the disk only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenExternalLinks(False)
        self._originals: dict[QUrl, QImage] = {}
        self._top: QTextCursor | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._fit_pictures)
        self.cursorPositionChanged.connect(self._forget_top)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return a picture as wide as the page; nothing that is not a file of this computer."""
        url = QUrl(name)
        if not url.isLocalFile():
            return None
        if kind != _IMAGE:
            return super().loadResource(kind, url)
        if url not in self._originals:
            self._originals[url] = QImage(url.toLocalFile())
        return self._fitted(self._originals[url])

    def page_width(self) -> int:
        """Return how wide a line of text or a picture may be, in pixels of the window."""
        return max(1, self.viewport().width() - 2 * int(self.document().documentMargin()))

    def lost_pictures(self) -> list[str]:
        """Return the pictures that the text names, and that are not there."""
        lost, block = [], self.document().begin()
        while block.isValid():
            parts: Any = block.begin()  # a Python iterator, which its type does not say
            for part in parts:
                name = part.fragment().charFormat().toImageFormat().name()
                if name and QImage(self.document().baseUrl().resolved(QUrl(name)).toLocalFile()).isNull():
                    lost.append(name)
            block = block.next()
        return lost

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the pictures follow the width; what is at the top stays there."""
        if self._top is None:
            self._top = self.cursorForPosition(QPoint())
        super().resizeEvent(event)
        self._settled.start()

    def _forget_top(self) -> None:
        """Stay where somebody goes (to a chapter, to what was sought) before the pictures have followed."""
        self._top = None

    def _fit_pictures(self) -> None:
        """Give the pictures the width that the page has now; what is at the top stays there."""
        top = self._top or self.cursorForPosition(QPoint())
        document = self.document()
        for url, original in self._originals.items():
            document.addResource(_IMAGE, url, self._fitted(original))
        document.markContentsDirty(0, document.characterCount())
        document.documentLayout().documentSize()  # lays all of it out, which else happens bit by bit
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(top).top())
        self._top = None

    def _fitted(self, original: QImage) -> QPixmap:
        """Return a picture with a thin edge, without which a light one has no end on a light page."""
        if original.isNull():
            return QPixmap()
        width = min(original.width(), self.page_width())
        pixels = min(original.width(), round(width * self.devicePixelRatioF()))
        size = QSize(pixels, round(original.height() * pixels / original.width()))
        scaled = QPixmap.fromImage(
            original.scaled(
                size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        )
        painter = QPainter(scaled)
        painter.setPen(theme_of(self.palette()).color("border"))
        painter.drawRect(scaled.rect().adjusted(0, 0, -1, -1))
        painter.end()
        scaled.setDevicePixelRatio(pixels / width)
        return scaled
