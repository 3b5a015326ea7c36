"""Which frames are analysed, and where no face was found, as a coloured strip."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from au_studio.ui.theme import Theme

FACE_LOST = 3
"""State of a frame that is analysed and shows no face of the person; 0 to 2 are those of the analysis."""


def with_lost_faces(
    covered: npt.NDArray[np.uint8], values: npt.NDArray[np.float32] | None
) -> npt.NDArray[np.uint8]:
    """Return the states of frames with those marked in which no face was found.

    Parameters
    ----------
    covered : uint8 [T]
        0 not analysed, 1 provisionally, 2 exactly.
    values : float32 [T, A] or None
        Exact values; NaN without a face.
    """
    if values is None or values.shape[0] != len(covered) or not values.shape[1]:
        return covered
    states = covered.copy()
    states[(covered == 2) & np.isnan(values[:, 0])] = FACE_LOST
    return states


def paint_coverage(
    painter: QPainter,
    theme: Theme,
    strip: QRectF,
    *,
    covered: npt.NDArray[np.uint8],
    times: npt.NDArray[np.float64],
    view: tuple[float, float],
    alphas: tuple[float, float],
) -> None:
    """Fill the parts of a strip whose frames are analysed.

    Parameters
    ----------
    painter, theme, strip
        Paints there, in the theme's accent; in the colour of problems where no face was found.
    covered : uint8 [T]
        Per frame: 0 not analysed, 1 provisionally, 2 exactly, `FACE_LOST`.
    times : float64 [T]
        Seconds of the frames, rising.
    view : (float, float)
        First and last second of the strip.
    alphas : (float, float)
        Opacity (0 to 1) of the provisional and of the exact parts.
    """
    columns = max(round(strip.width() * painter.deviceTransform().m11()), 1)
    states = column_states(covered, times, view, columns)
    wide = strip.width() / columns
    changes = np.flatnonzero(np.diff(states)) + 1
    for begin, end in pairwise([0, *changes.tolist(), columns]):
        state = int(states[begin])
        if state:
            color = theme.color("problem" if state == FACE_LOST else "accent")
            color.setAlphaF(alphas[0] if state == 1 else alphas[1])
            left = strip.left() + begin * wide
            painter.fillRect(QRectF(left, strip.top(), (end - begin) * wide, strip.height()), color)


def column_states(
    covered: npt.NDArray[np.uint8], times: npt.NDArray[np.float64], view: tuple[float, float], columns: int
) -> npt.NDArray[np.uint8]:
    """Return one state per pixel column, uint8 [columns]: the highest of its frames, so that none is lost.

    A column between two frames has the state of the one before it, and one outside the recording none.
    """
    states = np.zeros(columns, dtype=np.uint8)
    if not len(covered) or len(covered) != len(times):
        return states
    bounds = np.linspace(view[0], view[1], columns + 1)
    edges = np.searchsorted(times, bounds)
    first = np.maximum(np.searchsorted(times, bounds[:-1], "right") - 1, 0)
    states[:] = covered[np.minimum(first, len(covered) - 1)]
    several = edges[1:] > edges[:-1]
    starts = edges[:-1][several]
    if len(starts):
        stop = int(edges[-1]) if edges[-1] > starts[-1] else len(covered)
        states[several] = np.maximum.reduceat(covered[:stop], starts)
    states[(bounds[1:] < times[0]) | (bounds[:-1] > times[-1])] = 0
    return states
