"""How gaps in a recording look: hatched, so that nobody takes them for time that was recorded."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter

from au_studio.ui.theme import Theme
from au_studio.video.gaps import gaps_in


def paint_gaps(
    painter: QPainter,
    theme: Theme,
    strip: QRectF,
    times: NDArray[np.float64],
    x_of: Callable[[float], float],
    *,
    gaps: NDArray[np.int64] | None = None,
) -> None:
    """Hatch the stretches of a strip in which there is no frame.

    Parameters
    ----------
    painter : QPainter
    theme : Theme
    strip : QRectF
        Where the recording lies.
    times : float64[T]
        Seconds of the frames.
    x_of : callable
        Where a second lies.
    gaps : int [G], optional
        What `gaps_in` says of `times`, where that was asked already: it takes long for hours.
    """
    for position in gaps_in(times) if gaps is None else gaps:
        left = max(x_of(float(times[position])), strip.left())
        right = min(x_of(float(times[position + 1])), strip.right())
        if right > left:
            gap = QRectF(left, strip.top(), right - left, strip.height())
            painter.fillRect(gap, theme.color("plot"))
            painter.fillRect(gap, QBrush(theme.color("muted"), Qt.BrushStyle.BDiagPattern))
