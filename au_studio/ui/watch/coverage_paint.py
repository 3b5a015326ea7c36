"""Which frames are analysed, as a coloured strip: on the timeline and below the curves."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from au_studio.ui.theme import Theme


def paint_coverage(
    painter: QPainter,
    theme: Theme,
    strip: QRectF,
    *,
    covered: npt.NDArray[np.uint8],
    times: npt.NDArray[np.float64],
    x_of: Callable[[float], float],
    alphas: tuple[float, float],
) -> None:
    """Fill the parts of a strip whose frames are analysed.

    Parameters
    ----------
    painter, theme, strip
        Paints there, in the theme's accent.
    covered : uint8 [T]
        Per frame: 0 not analysed, 1 provisionally, 2 exactly.
    times : float64 [T]
        Seconds of the frames, rising.
    x_of : callable
        From seconds to pixels.
    alphas : (float, float)
        Opacity (0 to 1) of the provisional and of the exact parts.
    """
    changes = np.flatnonzero(np.diff(covered)) + 1
    for begin, end in pairwise([0, *changes.tolist(), len(covered)]):
        state = int(covered[begin]) if end > begin else 0
        left = max(x_of(float(times[begin])), strip.left()) if state else 0.0
        right = min(x_of(float(times[end - 1])), strip.right()) if state else 0.0
        if right > left:
            color = theme.color("accent")
            color.setAlphaF(alphas[0] if state == 1 else alphas[1])
            painter.fillRect(QRectF(left, strip.top(), right - left, strip.height()), color)
