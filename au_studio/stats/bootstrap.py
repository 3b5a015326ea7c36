"""Confidence intervals by drawing whole subjects anew: frames of one person are not independent.

`Draws` is the engine of every such interval: what is computed from sums (means, errors, ICCs) needs the
subjects' sums only, not their frames, so that thousands of draws cost milliseconds. `by_group` takes any
statistic, and is slow.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from au_studio.stats.agreement import Interval

Array = npt.NDArray[np.float64]
Statistic = Callable[[npt.NDArray[np.int64]], float]
"""Computes a value from the frames with the given indices; an index may come several times."""


@dataclass(frozen=True, eq=False)
class Draws:
    """The frames as they are, and subjects drawn anew with replacement.

    What is compared must come from the same draws: the interval of a difference is narrower than those of
    its two ends suggest.

    Attributes
    ----------
    times : float64 [1 + R, G]
        How often each subject counts: once in the first row, as drawn in the others. Without draws R = 0.
    member : intp [n]
        The column of each frame's subject; subjects come in the order of ``numpy.unique``.
    """

    times: Array
    member: npt.NDArray[np.intp]

    @classmethod
    def of(cls, groups: npt.ArrayLike, *, resamples: int, seed: int, fewest: int = 2) -> Draws:
        """Draw the subjects.

        Parameters
        ----------
        groups : array [n]
            The subject of each frame, of any type that can be compared.
        resamples : int
            How many times the subjects are drawn.
        seed : int
            Makes the draws repeatable.
        fewest : int
            With fewer subjects nothing is drawn, and there are no intervals.
        """
        names, member = np.unique(np.asarray(groups), return_inverse=True)
        n = len(names)
        times = np.ones((1, n))
        if n >= fewest:
            drawn = np.random.default_rng(seed).multinomial(n, np.full(n, 1 / n), size=resamples)
            times = np.concatenate([times, drawn])
        return cls(times, member)

    @property
    def n_groups(self) -> int:
        """Subjects."""
        return int(self.times.shape[1])

    def sums(self, terms: Array) -> Array:
        """Sum what the frames add, float64 [n, ...]: [1 + R, ...], the first of all frames as they are."""
        by_subject = np.zeros((self.n_groups, *terms.shape[1:]))
        np.add.at(by_subject, self.member, terms)
        summed = np.tensordot(self.times[1:], by_subject, axes=1)
        return np.concatenate([by_subject.sum(axis=0)[None], summed])

    def interval(self, values: Array, *, confidence: float = 0.95) -> Interval:
        """Return the first of [1 + R] values with the percentiles of the others, and the subjects' number."""
        return percentile_interval(float(values[0]), values[1:], confidence=confidence, n=self.n_groups)


def mean_of_defined(values: Array, axis: int) -> Array:
    """Return the mean of what is defined along an axis; NaN where nothing is."""
    known = np.isfinite(values)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(known, values, 0.0).sum(axis=axis) / known.sum(axis=axis))


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


def bias_corrected_interval(
    value: float,
    drawn: npt.NDArray[np.float64],
    influence: npt.NDArray[np.float64],
    *,
    confidence: float,
    n: int,
) -> Interval:
    """Return a value with the percentiles of what its resamples gave, moved for bias and skewness (BCa).

    Parameters
    ----------
    value, drawn, confidence, n
        As in `percentile_interval`.
    influence : float64 [G]
        What each subject contributes, summing to about 0, divided by the number of subjects in its sample:
        for one sample of G, (1 - 1/G) times the mean of the statistics without one subject minus that without
        this one.

    Returns
    -------
    Interval
        Without ends where `percentile_interval` has none.

    References
    ----------
    Efron (1987), JASA 82; Davison & Hinkley (1997), Bootstrap Methods, equation 5.27.
    """
    plain = percentile_interval(value, drawn, confidence=confidence, n=n)
    defined = np.sort(drawn[~np.isnan(drawn)])
    known = influence[np.isfinite(influence)]
    spread = float((known**2).sum())
    if np.isnan(plain.low) or spread <= 0:
        return plain
    below = (np.searchsorted(defined, value) + np.searchsorted(defined, value, side="right")) / 2
    least = 1 / (defined.size + 1)  # a value outside of all draws is moved as far as they tell, not endlessly
    # It takes longer to load than the rest of the window, which shows no interval when it opens.
    from scipy.special import ndtr, ndtri  # noqa: PLC0415

    bias = float(ndtri(np.clip(below / defined.size, least, 1 - least)))
    skewness = float((known**3).sum()) / (6 * spread**1.5)
    ends = bias + ndtri(np.array([(1 - confidence) / 2, (1 + confidence) / 2]))
    shares = ndtr(bias + ends / (1 - skewness * ends))
    low, high = np.quantile(defined, shares)
    return Interval(value, float(low), float(high), n)
