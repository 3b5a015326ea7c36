"""From values to the line that is painted: at most two points per pixel column, gaps where values miss."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from pyqtgraph import functions
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from au_studio.facs import intensity
from au_studio.live.series import Curves
from au_studio.video.gaps import gaps_in

_INSET = 2.0


def curve_points(
    series: Curves, times: NDArray[np.float64], view: tuple[float, float], columns: int
) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
    """Return the points of all curves for one view.

    Parameters
    ----------
    series : Curves
        Values of T frames and A action units.
    times : float64[T]
        Seconds.
    view : tuple of float
        First and last second shown.
    columns : int
        Pixel columns.

    Returns
    -------
    seconds : float64[N]
        Where the points are.
    values : float32[N, A]
        NaN where there is a gap. With more than two frames to a column, points come in pairs: the lowest
        and the highest value of the column.
    """
    first = max(int(np.searchsorted(times, view[0])) - 1, 0)
    last = min(int(np.searchsorted(times, view[1], side="right")) + 1, len(times))
    if last - first <= 2 * columns:
        return _broken(times[first:last], series.window(first, last))
    bounds = np.linspace(view[0], view[1], columns + 1)
    edges = np.searchsorted(times, bounds).astype(np.int64)
    edges[-1] = last
    low, high = series.peaks(edges)
    values = np.empty((2 * columns, low.shape[1]), dtype=np.float32)
    values[0::2], values[1::2] = low, high
    return np.repeat((bounds[:-1] + bounds[1:]) / 2, 2), values


def _broken(
    seconds: NDArray[np.float64], values: NDArray[np.float32]
) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
    """Put a point without a value into every gap, so that no line crosses it."""
    gaps = gaps_in(seconds)
    if not len(gaps):
        return seconds, values
    return np.insert(seconds, gaps + 1, seconds[gaps]), np.insert(values, gaps + 1, np.nan, axis=0)


def curve_path(
    seconds: NDArray[np.float64], values: NDArray[np.float32], view: tuple[float, float], lane: QRectF
) -> QPainterPath:
    """Return one curve as a path in a lane that spans intensities 0 to 5.

    Parameters
    ----------
    seconds : float64[N]
        Where the points are.
    values : float32[N]
        Intensities; NaN breaks the line.
    view : tuple of float
        First and last second of the lane.
    lane : QRectF
        Where to.
    """
    x = lane.left() + (seconds - view[0]) / (view[1] - view[0]) * lane.width()
    height = lane.height() - 2 * _INSET
    share = (np.clip(values, intensity.MIN, intensity.MAX) - intensity.MIN) / (intensity.MAX - intensity.MIN)
    y = lane.bottom() - _INSET - share.astype(np.float64) * height
    path: QPainterPath = functions.arrayToQPath(x, y, connect="finite", finiteCheck=True)
    return path


def column_values(
    seconds: NDArray[np.float64], values: NDArray[np.float32], view: tuple[float, float], columns: int
) -> NDArray[np.float32]:
    """Return the highest value in every pixel column, float32 ``[columns, A]``, NaN in gaps.

    Parameters are the points of :func:`curve_points` and what they were made for.
    """
    if len(seconds) == 2 * columns:
        return values[1::2]
    if len(seconds) < 2:
        return np.full((columns, values.shape[1]), np.nan, dtype=np.float32)
    centres = view[0] + (np.arange(columns) + 0.5) * (view[1] - view[0]) / columns
    right = np.clip(np.searchsorted(seconds, centres), 1, len(seconds) - 1)
    share = (centres - seconds[right - 1]) / (seconds[right] - seconds[right - 1])
    weight = np.clip(share, 0, 1).astype(np.float32)[:, None]
    between: NDArray[np.float32] = values[right - 1] * (1 - weight) + values[right] * weight
    return between


def shade(tops: NDArray[np.float32], height: int, color: int) -> NDArray[np.uint32]:
    """Return the area under one curve as a picture, ``0xAARRGGBB`` (premultiplied) [height, columns].

    Painting it takes a fraction of the time that filling a polygon with a thousand corners takes.

    Parameters
    ----------
    tops : float32[columns]
        Intensity in every pixel column; nothing is shaded where it is NaN.
    height : int
        Height of the lane in device pixels; it spans intensities 0 to 5.
    color : int
        Colour to shade with, premultiplied.
    """
    share = np.clip(tops, intensity.MIN, intensity.MAX) / intensity.MAX
    rows = np.arange(height, dtype=np.float32)[:, None]
    under = rows >= (height - _INSET) - share[None, :] * (height - 2 * _INSET)
    under &= rows < height - _INSET
    return np.where(under, np.uint32(color), np.uint32(0))


def band_between(
    lows: NDArray[np.float32], highs: NDArray[np.float32], height: int, color: int
) -> NDArray[np.uint32]:
    """Return the area between two curves as a picture, as `shade` does for the area under one.

    Parameters
    ----------
    lows, highs : float32[columns]
        Ends of the band in every pixel column; nothing is painted where they are NaN.
    height, color : int
        As in `shade`.
    """
    rows = np.arange(height, dtype=np.float32)[:, None]
    bottom, top = (
        (height - _INSET) - np.clip(ends, intensity.MIN, intensity.MAX)[None, :] / intensity.MAX
        * (height - 2 * _INSET)
        for ends in (lows, highs)
    )  # fmt: skip
    return np.where((rows >= top - 0.5) & (rows <= bottom + 0.5), np.uint32(color), np.uint32(0))
