"""From values to the line that is painted: at most two points per pixel column, gaps where values miss."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from pyqtgraph import functions
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from au_studio.controllers.series import Series
from au_studio.facs import intensity

_INSET = 2.0


def curve_points(
    series: Series, times: NDArray[np.float64], view: tuple[float, float], columns: int
) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
    """Return the points of all curves for one view.

    Parameters
    ----------
    series : Series
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
        return times[first:last], series.values[first:last]
    bounds = np.linspace(view[0], view[1], columns + 1)
    edges = np.searchsorted(times, bounds).astype(np.int64)
    edges[-1] = last
    low, high = series.peaks(edges)
    values = np.empty((2 * columns, low.shape[1]), dtype=np.float32)
    values[0::2], values[1::2] = low, high
    return np.repeat((bounds[:-1] + bounds[1:]) / 2, 2), values


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
