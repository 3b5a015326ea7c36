"""Markers as they look, the same over the curves, on the timeline and in lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from au_studio.controllers.watch.markers import ShownMarker
from au_studio.texts import mark
from au_studio.ui.theme import Theme
from au_studio.ui.watch.time_axis import clock_text
from au_studio.video.shown_time import since_first

COLOURS = tuple(map(mark, ("blue", "orange", "green", "pink", "yellow", "light blue")))
"""Names of the theme's series colours, for people who choose one."""


def marker_colour(colour: int, theme: Theme) -> QColor:
    """Return the colour of a kind of marker."""
    return QColor(theme.series[colour % len(theme.series)])


def marker_icon(colour: int, theme: Theme, side: int = 14) -> QIcon:
    """Return a square of the colour of a kind of marker."""
    picture = QPixmap(side, side)
    picture.fill(marker_colour(colour, theme))
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)  # not tinted: the colour is what it says
    return icon


def marker_text(marker: ShownMarker, times: NDArray[np.float64]) -> str:
    """Return name, time, and note of a marker in one line; `times` are those of the frames, float64[T]."""
    time = clock_text(since_first(marker.start, times))
    if marker.stop is not None:
        time += f" – {clock_text(since_first(marker.stop, times))}"
    return " · ".join(part for part in (marker.name, time, marker.marker.note) if part)


def paint_over_curves(
    painter: QPainter,
    theme: Theme,
    area: QRectF,
    x_of: Callable[[float], float],
    markers: Iterable[ShownMarker],
) -> None:
    """Paint spans as pale bands and single frames as lines, each with its name at the top."""
    for marker in markers:
        color = marker_colour(marker.colour, theme)
        left = x_of(marker.start)
        right = x_of(marker.stop) if marker.stop is not None else left
        if right < area.left() or left > area.right():
            continue
        if marker.stop is not None:
            pale = QColor(color)
            pale.setAlphaF(0.14)
            painter.fillRect(QRectF(left, area.top(), max(right - left, 1.0), area.height()), pale)
        painter.setPen(
            QPen(color, 1, Qt.PenStyle.SolidLine if marker.stop is not None else Qt.PenStyle.DashLine)
        )
        painter.drawLine(QPointF(left, area.top()), QPointF(left, area.bottom()))
        painter.setPen(theme.color("text"))  # the line has the colour; letters in it would be too faint
        begin = max(left, area.left()) + 3
        box = QRectF(begin, area.top() + 1, min(140.0, area.right() - begin), painter.fontMetrics().height())
        text = painter.fontMetrics().elidedText(marker.name, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def paint_on_timeline(
    painter: QPainter, theme: Theme, x_of: Callable[[float], float], markers: Iterable[ShownMarker]
) -> None:
    """Paint spans and single frames in a strip at the top."""
    for marker in markers:
        left = x_of(marker.start)
        right = x_of(marker.stop) if marker.stop is not None else left
        strip = QRectF(left - 1, 1, max(right - left, 3.0), 6)
        painter.fillRect(strip, marker_colour(marker.colour, theme))
