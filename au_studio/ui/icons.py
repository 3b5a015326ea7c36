"""Icons drawn in code, in the colour of the palette's text, sharp at every scale."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QApplication

Draw = Callable[[QPainter], None]
"""Draws an icon into the square (0, 0)-(16, 16) with the painter's pen and brush."""


def _triangle(painter: QPainter, x: float, width: float) -> None:
    painter.drawPolygon(QPolygonF([QPointF(x, 3), QPointF(x + width, 8), QPointF(x, 13)]))


def _play(painter: QPainter) -> None:
    _triangle(painter, 4, 9)


def _pause(painter: QPainter) -> None:
    painter.drawRect(QRectF(4, 3, 3, 10))
    painter.drawRect(QRectF(9, 3, 3, 10))


def _forward(painter: QPainter) -> None:
    painter.drawRect(QRectF(3, 3, 2, 10))
    _triangle(painter, 7, 6)


def _mirrored(draw: Draw) -> Draw:
    def mirrored(painter: QPainter) -> None:
        painter.translate(16, 0)
        painter.scale(-1, 1)
        draw(painter)

    return mirrored


def _last(painter: QPainter) -> None:
    _triangle(painter, 3, 7)
    painter.drawRect(QRectF(11, 3, 2, 10))


def _loop(painter: QPainter) -> None:
    pen = QPen(painter.brush().color(), 1.6)
    painter.setPen(pen)
    brush = painter.brush()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(QRectF(3, 3, 10, 10), 60 * 16, 290 * 16)
    painter.setBrush(brush)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(QPolygonF([QPointF(8.6, 0.8), QPointF(13.4, 3.2), QPointF(9.2, 6.4)]))


def _speaker(painter: QPainter) -> None:
    painter.drawPolygon(
        QPolygonF(
            [QPointF(2, 6), QPointF(5, 6), QPointF(9, 2.5), QPointF(9, 13.5), QPointF(5, 10), QPointF(2, 10)]
        )
    )


def _sound(painter: QPainter) -> None:
    _speaker(painter)
    painter.setPen(QPen(painter.brush().color(), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(QRectF(7.5, 5, 6, 6), -60 * 16, 120 * 16)


def _muted(painter: QPainter) -> None:
    _speaker(painter)
    painter.setPen(QPen(painter.brush().color(), 1.4))
    painter.drawLine(QPointF(11, 6), QPointF(15, 10))
    painter.drawLine(QPointF(15, 6), QPointF(11, 10))


def _fit(painter: QPainter) -> None:
    painter.setPen(QPen(painter.brush().color(), 1.4))
    painter.drawLine(QPointF(2, 3), QPointF(2, 13))
    painter.drawLine(QPointF(14, 3), QPointF(14, 13))
    painter.drawLine(QPointF(4, 8), QPointF(12, 8))
    painter.drawPolyline(QPolygonF([QPointF(6.5, 5.5), QPointF(4, 8), QPointF(6.5, 10.5)]))
    painter.drawPolyline(QPolygonF([QPointF(9.5, 5.5), QPointF(12, 8), QPointF(9.5, 10.5)]))


def _logo(painter: QPainter) -> None:
    painter.setPen(QPen(painter.brush().color(), 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(1.2, 1.2, 13.6, 13.6))
    painter.drawPolyline(
        QPolygonF(
            [QPointF(3, 9), QPointF(5.5, 9), QPointF(7, 5), QPointF(9, 11), QPointF(10.5, 7), QPointF(13, 7)]
        )
    )


def _strokes(painter: QPainter, *lines: tuple[float, float, float, float]) -> None:
    painter.setPen(QPen(painter.brush().color(), 1.6, c=Qt.PenCapStyle.RoundCap))
    for x0, y0, x1, y1 in lines:
        painter.drawLine(QPointF(x0, y0), QPointF(x1, y1))


def _info(painter: QPainter) -> None:
    painter.drawEllipse(QRectF(7, 4, 2, 2))
    _strokes(painter, (8, 7.6, 8, 12))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(1.5, 1.5, 13, 13))


def _good(painter: QPainter) -> None:
    _strokes(painter, (2.5, 8.5, 6.5, 12.5), (6.5, 12.5, 13.5, 4))


def _warning(painter: QPainter) -> None:
    painter.drawEllipse(QRectF(7, 11, 2, 2))
    _strokes(painter, (8, 6, 8, 9.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF([QPointF(8, 1.5), QPointF(15, 14.5), QPointF(1, 14.5)]))


def _problem(painter: QPainter) -> None:
    _strokes(painter, (3.5, 3.5, 12.5, 12.5), (12.5, 3.5, 3.5, 12.5))


def _float(painter: QPainter) -> None:
    painter.setPen(QPen(painter.brush().color(), 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(2.5, 5.5, 8, 8))
    painter.drawPolyline(QPolygonF([QPointF(5.5, 5.5), QPointF(5.5, 2.5), QPointF(13.5, 2.5)]))
    painter.drawPolyline(QPolygonF([QPointF(13.5, 2.5), QPointF(13.5, 10.5), QPointF(10.5, 10.5)]))


_DRAWINGS: dict[str, Draw] = {
    "play": _play,
    "pause": _pause,
    "step_forward": _forward,
    "step_back": _mirrored(_forward),
    "last": _last,
    "first": _mirrored(_last),
    "loop": _loop,
    "sound": _sound,
    "muted": _muted,
    "fit": _fit,
    "float": _float,
    "logo": _logo,
    "info": _info,
    "good": _good,
    "warning": _warning,
    "problem": _problem,
}


class _Engine(QIconEngine):
    """Paints with the application's palette at the moment of painting, so a new theme needs no new icon."""

    def __init__(self, name: str, color: str | None) -> None:
        super().__init__()
        self._name = name
        self._color = color

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._color)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        group = QPalette.ColorGroup.Disabled if mode is QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        palette = QApplication.palette()
        color = QColor(self._color) if self._color else palette.color(group, QPalette.ColorRole.ButtonText)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.x(), rect.y())
        painter.scale(rect.width() / 16, rect.height() / 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        _DRAWINGS[self._name](painter)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap


def icon(name: str, color: str | None = None) -> QIcon:
    """Return an icon by name, in the text colour of the theme or in a fixed one (``#rrggbb``)."""
    return QIcon(_Engine(name, color))
