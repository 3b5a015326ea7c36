"""A picture, scaled smoothly into the space it has, with a caption and an outline."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from au_studio.ui.theme import MARGIN, theme_of


class PictureView(QWidget):
    """Shows one picture as large as it fits.

    Parameters
    ----------
    name : str
        What screen readers call it.
    placeholder : str
        What to say while there is no picture.
    """

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._image: QImage | None = None
        self._scaled: QPixmap | None = None
        self._outline: NDArray[np.float32] | None = None
        self._placeholder = placeholder
        self._badge = ""

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(320, 240)

    def set_image(self, image: NDArray[np.uint8] | None, outline: NDArray[np.float32] | None = None) -> None:
        """Show a picture, or none.

        Parameters
        ----------
        image : uint8[H, W, 3] or None
            RGB.
        outline : float32[4, 2] or None
            Corners of a part to frame, in pixels of the picture.
        """
        self._image = None if image is None else _to_qimage(image)
        self._scaled = None
        self._outline = outline
        self.update()

    def set_placeholder(self, text: str) -> None:
        """Say something else while there is no picture."""
        self._placeholder = text
        self.update()

    def set_badge(self, text: str) -> None:
        """Write a few words over the picture's upper left corner; empty for none."""
        if text != self._badge:
            self._badge = text
            self.update()

    @property
    def has_image(self) -> bool:
        """Whether there is a picture."""
        return self._image is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale the picture anew."""
        self._scaled = None
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, its outline and its badge."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._image is None:
            # Only the picture's place is marked: large dark areas tire eyes that look at faces for hours.
            painter.setPen(theme.color("border"))
            painter.setBrush(theme.color("raised"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            painter.setPen(theme.color("muted"))
            area = self.rect().adjusted(2 * MARGIN, MARGIN, -2 * MARGIN, -MARGIN)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._placeholder)
            return
        ratio = self.devicePixelRatioF()
        if self._scaled is None:
            self._scaled = QPixmap.fromImage(
                self._image.scaled(
                    (QSizeF(self.size()) * ratio).toSize(),
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
            self._scaled.setDevicePixelRatio(ratio)
        size = self._scaled.deviceIndependentSize()
        target = QRectF(QPointF((self.width() - size.width()) / 2, 0.0), size)
        painter.drawPixmap(target.topLeft(), self._scaled)
        if self._outline is not None:
            scale = size.width() / self._image.width()
            corners = [QPointF(x * scale, y * scale) + target.topLeft() for x, y in self._outline.tolist()]
            painter.setClipRect(target)
            painter.setPen(QPen(theme.color("accent_text" if theme.name == "light" else "accent"), 1.5))
            painter.drawPolygon(QPolygonF(corners))
            painter.setClipping(False)
        if self._badge:
            self._paint_badge(painter, target)

    def _paint_badge(self, painter: QPainter, target: QRectF) -> None:
        theme = theme_of(self.palette())
        width = painter.fontMetrics().horizontalAdvance(self._badge) + 2 * MARGIN
        height = painter.fontMetrics().height() + MARGIN
        box = QRectF(target.left() + MARGIN, target.top() + MARGIN, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(theme.color("accent_text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._badge)


def _to_qimage(image: NDArray[np.uint8]) -> QImage:
    """Return a copy of an RGB picture as a QImage."""
    height, width = image.shape[:2]
    data = np.ascontiguousarray(image)
    return QImage(data.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
