"""What is under the pointer: a thin line, the time, and the value of every curve there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from au_studio.ui.theme import Theme, row_font
from au_studio.ui.watch.layer_paint import Layer

_GAP = 5.0
_PAD = 3.0


@dataclass(frozen=True)
class Readout:
    """Values of a frame, text by column: the model's, and in brackets those of the one compared with."""

    texts: tuple[str, ...]

    @classmethod
    def of(cls, layers: Sequence[Layer], position: int, n_columns: int) -> Readout:
        """Read the layers at a frame: the exact values, or else the provisional ones."""
        own = _at([layer for layer in layers if not layer.dashed], position, n_columns)
        other = _at([layer for layer in layers if layer.dashed], position, n_columns)
        texts = []
        for value, compared in zip(own.tolist(), other.tolist(), strict=True):
            text = f"{value:.2f}" if np.isfinite(value) else "–"
            texts.append(f"{text} ({compared:.2f})" if np.isfinite(compared) else text)
        return cls(tuple(texts))


def _at(layers: Sequence[Layer], position: int, n_columns: int) -> NDArray[np.float32]:
    values = np.full(n_columns, np.nan, dtype=np.float32)
    for layer in layers:  # the exact layer comes last
        found = layer.series.window(position, position + 1)[0]
        values = np.where(np.isfinite(found), found, values)
    return values


def paint_hover(
    painter: QPainter,
    theme: Theme,
    area: QRectF,
    *,
    x: float,
    time: str,
    values: Sequence[tuple[QRectF, str]],
    font: QFont,
) -> None:
    """Paint the line, the time at its foot, and each lane's value beside it.

    Parameters
    ----------
    painter, theme
        Paints there.
    area : QRectF
        The lanes and what is below them that runs in time.
    x : float
        Where the pointer is.
    time : str
        What the time there is.
    values : sequence of (lane, text)
        What is written into which lane.
    font : QFont
        Of the window.
    """
    painter.save()
    painter.setPen(QPen(theme.color("muted"), 0, Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
    if values:
        painter.setFont(row_font(font, values[0][0].height(), 0.85))
        metrics = QFontMetricsF(painter.font())
        width = max(metrics.horizontalAdvance(text) for _, text in values) + 2 * _PAD
        left = x + _GAP if x + _GAP + width <= area.right() else x - _GAP - width
        for lane, text in values:
            height = min(metrics.height(), lane.height())
            _paint_box(painter, theme, QRectF(left, lane.center().y() - height / 2, width, height), text)
    painter.setFont(row_font(font, 100, 0.85))
    width = QFontMetricsF(painter.font()).horizontalAdvance(time) + 4 * _PAD
    left = min(max(x - width / 2, area.left()), area.right() - width)
    height = QFontMetricsF(painter.font()).height()
    _paint_box(painter, theme, QRectF(left, area.bottom() + 3, width, height), time)
    painter.restore()


def _paint_box(painter: QPainter, theme: Theme, box: QRectF, text: str) -> None:
    under = QColor(theme.color("raised"))
    under.setAlphaF(0.88)
    painter.fillRect(box, under)
    painter.setPen(theme.color("text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
