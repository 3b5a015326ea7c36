"""The rows below the curves: the sound's outline, and which frames were drawn, rated, and differ."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QPolygonF

from au_studio.live.series import Series
from au_studio.ui.theme import Theme
from au_studio.video.waveform import BUCKETS_PER_SECOND

_LOUD_PART = 0.92
"""Part of the row's height that the loudest sound fills."""
_DIAMOND, _STROKE = 3.5, 1.5
UNRATED, RATED, FURTHER = (0.5, 1.0), (0.15, 1.0), (0.55, 0.75)
"""Upper and lower end of a frame's stroke, as shares of the row: drawn; drawn and rated; rated only."""


@dataclass(frozen=True, eq=False)
class Marks:
    """Frames to mark, in seconds, each float64 [N] rising.

    Attributes
    ----------
    unrated, rated : float64 [N]
        Sampled frames that nobody, or somebody, has rated.
    further : float64 [N]
        Rated frames that were not drawn.
    disputed : float64 [N]
        Frames in which two coders differ.
    steps : int64 [N]
        By how many steps, per disputed frame.
    units : tuple of tuple of int
        In which action units, per disputed frame.
    """

    unrated: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    rated: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    further: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    disputed: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    steps: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    units: tuple[tuple[int, ...], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to mark."""
        return not (len(self.unrated) or len(self.rated) or len(self.further))


def columns_of(seconds: NDArray[np.float64], view: tuple[float, float], n_columns: int) -> NDArray[np.int64]:
    """Return the columns of a part of a recording in which there is a moment, each once, int64 rising.

    So a strip costs no more to paint where ten thousand frames are rated than where a hundred are.

    Parameters
    ----------
    seconds : float64 [N]
        Moments, rising.
    view : (float, float)
        First and last second of the part.
    n_columns : int
        Columns that share it equally.
    """
    first, last = np.searchsorted(seconds, view[0], "left"), np.searchsorted(seconds, view[1], "right")
    share = (seconds[first:last] - view[0]) / (view[1] - view[0])
    taken = np.zeros(n_columns, dtype=np.bool_)
    taken[np.minimum((share * n_columns).astype(np.int64), n_columns - 1)] = True
    return np.flatnonzero(taken)


def paint_sound(
    painter: QPainter,
    theme: Theme,
    strip: QRectF,
    series: Series,
    *,
    first_second: float,
    view: tuple[float, float],
) -> None:
    """Paint lowest and highest sample of every pixel column, as high as the loudest part of all needs.

    Parameters
    ----------
    painter, theme, strip
        Paints there.
    series : Series
        Lowest and highest sample per hundredth of a second.
    first_second : float
        When the series begins.
    view : (float, float)
        First and last second shown.
    """
    ratio = painter.deviceTransform().m11()
    columns = max(round(strip.width() * ratio), 1)
    bounds = (np.linspace(view[0], view[1], columns + 1) - first_second) * BUCKETS_PER_SECOND
    edges = np.clip(np.floor(bounds).astype(np.int64), 0, len(series.values))
    if len(series.values) and edges[-1] - edges[0] < columns:  # fewer buckets than columns
        buckets = np.minimum(edges[:-1], len(series.values) - 1)
        low, high = series.values[buckets, 0], series.values[buckets, 1]
    else:
        lows, highs = series.peaks(edges)
        low, high = lows[:, 0], highs[:, 1]
    quietest, loudest = (float(ends[0, column]) for column, ends in enumerate(_ends(series)))
    reach = max(-quietest, loudest)
    if not reach > 0:  # NaN, too: nothing is known yet
        return
    color = theme.color("muted")
    rows = np.arange(max(round(strip.height() * ratio), 1), dtype=np.float32)[:, None]
    middle = len(rows) / 2
    scale = middle * _LOUD_PART / reach
    within = (rows >= middle - high[None, :] * scale - 0.5) & (rows <= middle - low[None, :] * scale)
    pixels = np.where(within, np.uint32(color.rgba()), np.uint32(0))
    picture = QImage(pixels.data, columns, len(rows), 4 * columns, QImage.Format.Format_ARGB32_Premultiplied)
    painter.drawImage(strip, picture)


def _ends(series: Series) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the lowest and the highest sample of all, each in its column."""
    return series.peaks(np.array([0, len(series.values)]))


def paint_marks(
    painter: QPainter, theme: Theme, strip: QRectF, marks: Marks, view: tuple[float, float]
) -> None:
    """Paint a short stroke for a drawn frame, a long one for a rated one, a diamond where coders differ."""
    ratio = painter.deviceTransform().m11()
    columns, rows = max(round(strip.width() * ratio), 1), max(round(strip.height() * ratio), 1)
    pixels = np.zeros((rows, columns), dtype=np.uint32)
    for seconds, role, (top, bottom) in (
        (marks.unrated, "muted", UNRATED),
        (marks.further, "good", FURTHER),
        (marks.rated, "good", RATED),
    ):
        at = columns_of(seconds, view, columns)
        color = np.uint32(theme.color(role).rgba())
        for shift in range(max(round(_STROKE * ratio), 1)):
            pixels[round(top * rows) : round(bottom * rows), np.minimum(at + shift, columns - 1)] = color
    half = max(min(round(_DIAMOND * ratio), (rows - 1) // 2), 1)
    for chosen, role, filled in (
        (marks.steps == 1, "warning", "plot"),
        (marks.steps >= 2, "problem", "problem"),
    ):
        there = np.zeros(columns, dtype=np.bool_)
        there[columns_of(marks.disputed[chosen], view, columns)] = True
        _stamp(pixels, there, half, theme.color(role).rgba())
        _stamp(pixels, there, half, theme.color(filled).rgba(), less=max(round(ratio), 1))
    picture = QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_ARGB32_Premultiplied)
    painter.drawImage(strip, picture)


def _stamp(
    pixels: NDArray[np.uint32], there: NDArray[np.bool_], half: int, color: int, *, less: int = 0
) -> None:
    """Put a square that stands on its corner at the top of every column that is `there`.

    Parameters
    ----------
    pixels : uint32 [rows, columns]
        Changed in place.
    there : bool [columns]
    half : int
        From the middle of the square to its corners.
    color : int
        What it is filled with.
    less : int
        By how much the square is smaller than `half` says; its middle stays.
    """
    if not there.any():
        return
    reach = half - less
    for step in range(-reach, reach + 1):
        row, wide = half + step, 2 * (reach - abs(step)) + 1
        if 0 <= row < len(pixels):
            pixels[row, np.convolve(there, np.ones(wide, dtype=np.int32), "same") > 0] = color


def diamond(middle: QPointF, half: float) -> QPolygonF:
    """Return a square that stands on its corner."""
    x, y = middle.x(), middle.y()
    return QPolygonF([QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)])
