"""Confidence intervals by drawing whole subjects anew: frames of one person are not independent."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from au_studio.stats.agreement import Interval

Statistic = Callable[[npt.NDArray[np.int64]], float]
"""Computes a value from the frames with the given indices; an index may come several times."""


def by_group(
    statistic: Statistic,
    groups: npt.ArrayLike,
    *,
    resamples: int = 2000,
    confidence: float = 0.95,
    seed: int = 0,
) -> Interval:
    """Compute a statistic and its percentile interval, drawing groups (subjects) with replacement.

    Resamples in which the statistic is undefined are left out; when more than half are, or there are fewer
    than two groups, the interval is undefined, too.

    Parameters
    ----------
    statistic : callable
        From the indices of frames (int64) to a value.
    groups : array [n]
        The subject of each frame, of any type that can be compared.
    resamples : int
        How many times the subjects are drawn.
    confidence : float
        Coverage of the interval, above 0 and below 1.
    seed : int
        Makes the interval repeatable.

    Returns
    -------
    Interval
        The statistic of all frames, the ends of its interval, and the number of groups.

    References
    ----------
    Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapter 13; Field & Welsh (2007), JRSS B 69.
    """
    names, member = np.unique(np.asarray(groups), return_inverse=True)
    n_groups = len(names)
    value = statistic(np.arange(member.size, dtype=np.int64))
    nan = float("nan")
    if n_groups < 2:
        return Interval(value, nan, nan, n_groups)
    frames_of = [np.flatnonzero(member == group).astype(np.int64) for group in range(n_groups)]
    generator = np.random.default_rng(seed)
    drawn = np.array(
        [
            statistic(np.concatenate([frames_of[g] for g in generator.integers(n_groups, size=n_groups)]))
            for _ in range(resamples)
        ]
    )
    return percentile_interval(value, drawn, confidence=confidence, n=n_groups)


def percentile_interval(
    value: float, drawn: npt.NDArray[np.float64], *, confidence: float, n: int
) -> Interval:
    """Return a value with the percentiles of what its resamples gave.

    Parameters
    ----------
    value : float
        The statistic of all frames.
    drawn : float64 [R]
        The statistic of each resample; NaN where it is undefined.
    confidence : float
        Coverage of the interval, above 0 and below 1.
    n : int
        What the value rests on.

    Returns
    -------
    Interval
        Without ends (NaN) when the value is undefined, or half of the resamples or more are.
    """
    defined = drawn[~np.isnan(drawn)]
    if np.isnan(value) or defined.size * 2 <= drawn.size:
        return Interval(value, float("nan"), float("nan"), n)
    tail = (1 - confidence) / 2
    low, high = np.quantile(defined, [tail, 1 - tail])
    return Interval(value, float(low), float(high), n)
