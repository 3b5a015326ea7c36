"""Mean curves of conditions: aligned at their beginnings, averaged within persons first, then over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from au_studio.conditions.comparing import ConditionComparison
from au_studio.conditions.errors import ConditionsError
from au_studio.conditions.parts import Part
from au_studio.stats.contrast import mean_with_interval
from au_studio.stats.episodes import frame_ends

Array = NDArray[np.float64]

_POINTS = 300
_LEAST_STEP = 0.1
"""Seconds between two points at least: frames of about this time are averaged."""


@dataclass(frozen=True, eq=False)
class TimeCourse:
    """The mean curve of one condition.

    Attributes
    ----------
    level : str
        The condition.
    seconds : float64 [S]
        Since its beginning.
    mean, low, high : float64 [S, A]
        Mean over persons and the ends of its 95 % interval (NaN with too few persons).
    persons : int
        How many there are.
    repeats : int
        How many beginnings are averaged in all.
    """

    level: str
    seconds: Array
    mean: Array
    low: Array
    high: Array
    persons: int
    repeats: int


def time_courses(
    comparison: ConditionComparison, *, before: float = 0.0, seconds: float | None = None
) -> tuple[TimeCourse, ...]:
    """Average the curves of every condition.

    Parameters
    ----------
    comparison : ConditionComparison
        Its parts begin at time 0: recordings at their first frame, marker spans at the marker. Frames outside
        of a marker's span that are near its beginning are shown, too.
    before : float
        Seconds shown before the beginning.
    seconds : float, optional
        Seconds shown from the beginning on; by default as long as the shortest part lasts.

    Raises
    ------
    ConditionsError
        If nothing would be shown.
    """
    parts = [item.part for item in comparison.parts]
    until = seconds if seconds is not None else min(_longest(part) for part in parts)
    if before < 0 or until <= 0:
        raise ConditionsError("A mean curve needs some time to be shown.", next_step="Give more seconds.")
    step = max((before + until) / _POINTS, _LEAST_STEP)
    edges = np.arange(-before, until + step / 2, step)
    if len(edges) < 3:
        edges = np.linspace(-before, until, 3)
    columns = [comparison.readings_aus.index(au) for au in comparison.aus]
    return tuple(
        _course(level, [p for p in parts if p.level == level], edges, columns) for level in comparison.levels
    )


def _longest(part: Part) -> float:
    """Return how long a part lasts from its beginning, the first stretch of it if there are several."""
    times = part.read.analysis.times
    ends = frame_ends(times)
    first = int(np.argmax(part.rows))
    gaps = np.flatnonzero(~part.rows[first:])
    last = first + (int(gaps[0]) if len(gaps) else len(times) - first) - 1
    return float(ends[last] - times[first])


def _course(level: str, parts: Sequence[Part], edges: Array, columns: Sequence[int]) -> TimeCourse:
    of: dict[str, list[Array]] = {}
    for part in parts:
        for start in part.starts:
            of.setdefault(part.read.person, []).append(_averaged(part, start, edges, columns))
    persons = [_mean(np.stack(curves)) for curves in of.values()]
    everybody = np.stack(persons)
    # One action unit after the other: the draws of all at once would fill the memory.
    of_units = [mean_with_interval(everybody[:, :, k], resamples=1000) for k in range(len(columns))]
    mean, low, high = (np.stack(values, axis=1) for values in zip(*of_units, strict=True))
    middles = (edges[:-1] + edges[1:]) / 2
    return TimeCourse(level, middles, mean, low, high, len(of), sum(len(curves) for curves in of.values()))


def _averaged(part: Part, start: float, edges: Array, columns: Sequence[int]) -> Array:
    """Return the mean of the frames between each two edges, [S, A]; NaN where no face was seen."""
    analysis = part.read.analysis
    found = np.full((len(edges) - 1, len(columns)), np.nan)
    place = np.searchsorted(edges, analysis.times - start, side="right") - 1
    inside = (place >= 0) & (place < len(edges) - 1) & analysis.success
    counts = np.bincount(place[inside], minlength=len(edges) - 1)
    for number, column in enumerate(columns):
        values = analysis.intensities[inside, column].astype(np.float64)
        sums = np.bincount(place[inside], values, minlength=len(edges) - 1)
        found[counts > 0, number] = sums[counts > 0] / counts[counts > 0]
    return found


def _mean(curves: Array) -> Array:
    known = np.isfinite(curves)
    count = known.sum(axis=0)
    total = np.where(known, curves, 0).sum(axis=0)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)
