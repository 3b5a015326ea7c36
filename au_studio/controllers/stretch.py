"""What the curves do in a selected stretch of a recording, in figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from au_studio.stats.episodes import find_episodes

LEVELS = (1, 2, 3)
"""Intensities whose share of the frames is told."""


@dataclass(frozen=True)
class StretchRow:
    """One action unit in a stretch; None where no frame of it has a value.

    Attributes
    ----------
    au : int
        FACS number.
    mean, peak : float or None
        Of the intensity.
    shares : tuple of float
        Shares (0 to 1) of the frames at or above each of `LEVELS`; empty without values.
    episodes : int
        Appearances that begin in the stretch or reach into it.
    """

    au: int
    mean: float | None
    peak: float | None
    shares: tuple[float, ...]
    episodes: int


def stretch_rows(
    times: NDArray[np.float64], values: NDArray[np.float32], aus: Sequence[int], region: tuple[float, float]
) -> tuple[StretchRow, ...]:
    """Return the figures of every action unit.

    Parameters
    ----------
    times : float64 [T]
        Seconds of all frames, rising.
    values : float32 [T, A]
        Intensities; NaN where there is none.
    aus : sequence of int
        FACS numbers of the columns.
    region : (float, float)
        Where the stretch begins and ends, in seconds; frames at its ends belong to it.
    """
    first, last = np.searchsorted(times, region[0], "left"), np.searchsorted(times, region[1], "right")
    inside, moments = values[first:last].astype(np.float64), times[first:last]
    rows = []
    for column, au in enumerate(aus):
        curve = inside[:, column]
        known = curve[np.isfinite(curve)]
        if not len(known):
            rows.append(StretchRow(au, None, None, (), 0))
            continue
        shares = tuple(float((known >= level).mean()) for level in LEVELS)
        found = len(find_episodes(moments, curve))
        rows.append(StretchRow(au, float(known.mean()), float(known.max()), shares, found))
    return tuple(rows)
