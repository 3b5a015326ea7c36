"""Paint one series into the lanes: its line, and the area under it or the band around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from au_studio.live.series import Curves
from au_studio.ui.theme import Theme, series_style
from au_studio.ui.watch.curve_paths import band_between, column_values, curve_path, curve_points, shade

_SHADE = 0.16
_BAND = 0.3


@dataclass(frozen=True, eq=False)
class Layer:
    """One series to draw: dashed for another model, pale while provisional, perhaps with a band around it."""

    series: Curves
    dashed: bool = False
    pale: bool = False
    band: tuple[Curves, Curves] | None = None


def paint_layer(
    painter: QPainter,
    theme: Theme,
    layer: Layer,
    lanes: Sequence[tuple[int, int, QRectF]],
    *,
    times: NDArray[np.float64],
    view: tuple[float, float],
    hairlines: bool = True,
) -> None:
    """Paint a series.

    Parameters
    ----------
    painter : QPainter
        Its scale, that of the device included, tells how fine the curves are drawn.
    theme : Theme
    layer : Layer
    lanes : sequence of (column, FACS number, lane)
        Which column of the series goes where.
    times : float64[T]
        Seconds of the frames.
    view : tuple of float
        First and last second shown.
    hairlines : bool
        Whether lines are one pixel of the device wide, which is quick, or one of the widget, as in print.
    """
    if not lanes:
        return
    ratio = painter.deviceTransform().m11()
    columns = max(int(lanes[0][2].width() * ratio), 1)
    seconds, values = curve_points(layer.series, times, view, columns)
    tops = column_values(seconds, values, view, columns)
    ends = None
    if layer.band is not None:
        low, high = (curve_points(curves, times, view, columns)[1] for curves in layer.band)
        ends = (_lowest(seconds, low, view, columns), column_values(seconds, high, view, columns))
    for column, au, lane in lanes:
        color = QColor(theme.color("muted") if layer.dashed else series_style(au, theme).color)
        color.setAlphaF(0.4 if layer.pale else 1.0)
        height = max(round(lane.height() * ratio), 1)
        if ends is not None:
            pixels = partial(band_between, ends[0][:, column], ends[1][:, column], height)
            _paint_pixels(painter, pixels, lane, color, _BAND)
        elif not (layer.dashed or layer.pale):
            _paint_pixels(painter, partial(shade, tops[:, column], height), lane, color, _SHADE)
        pen = QPen(color, 1.0, Qt.PenStyle.DashLine if layer.dashed else Qt.PenStyle.SolidLine)
        pen.setCosmetic(hairlines)
        painter.setPen(pen)
        painter.drawPath(curve_path(seconds, values[:, column], view, lane))


def _paint_pixels(
    painter: QPainter,
    pixels_of: Callable[[int], NDArray[np.uint32]],
    lane: QRectF,
    color: QColor,
    strength: float,
) -> None:
    """Paint what `pixels_of(premultiplied colour)` makes, in a pale tone of a colour."""
    red, green, blue = (round(part * strength) for part in (color.red(), color.green(), color.blue()))
    pixels = pixels_of(round(255 * strength) << 24 | red << 16 | green << 8 | blue)
    height, columns = pixels.shape
    picture = QImage(pixels.data, columns, height, 4 * columns, QImage.Format.Format_ARGB32_Premultiplied)
    painter.drawImage(lane, picture)


def _lowest(
    seconds: NDArray[np.float64], values: NDArray[np.float32], view: tuple[float, float], columns: int
) -> NDArray[np.float32]:
    """Return the lowest value in every pixel column, as `column_values` returns the highest."""
    return values[0::2] if len(seconds) == 2 * columns else column_values(seconds, values, view, columns)
