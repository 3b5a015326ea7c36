"""How two conditions differ: means and effect sizes with intervals over persons, and an exact test of them.

Everything rests on one value of each person in each condition: frames of one person are not independent, and
are never counted as cases. The intervals come from `au_studio.stats.bootstrap.Draws`, persons drawn anew
within those who are in the first condition only, in the second only, and in both, so that the sizes of the
study stay what they were.

Differences have percentile intervals; standardised ones, whose draws are skewed and biased with few persons,
such that are corrected for both (BCa). Either is too narrow with few persons. Measured with normal values and
a true effect of .8, 95 % asked for, 1000 studies each of differences, 700 of effect sizes. Paired, 5, 10 and
20 persons: the mean difference is covered in 85, 92 and 93 %, d_z in 83, 90 and 95 % (80, 88 and 92 % without
the correction). Independent, as many in each condition: 88, 93 and 94 %, Hedges' g 92, 94 and 96 % (87, 91
and 95 %).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

import numpy as np
import numpy.typing as npt

from au_studio.stats.agreement import Interval
from au_studio.stats.bootstrap import Draws, bias_corrected_interval, percentile_interval
from au_studio.stats.group_bootstrap import FEWEST_GROUPS
from au_studio.stats.permutation import permutation_p

Array = npt.NDArray[np.float64]
Design = Literal["paired", "independent"]
Sums = Callable[[Array], Array]
Rows = npt.NDArray[np.intp]

_SAME = 1e-9
"""Standard deviations below this are rounding: the values do not vary."""


@dataclass(frozen=True)
class Contrast:
    """One value of two conditions compared.

    Attributes
    ----------
    design : {"paired", "independent"}
        Whether each person is compared with themselves, or persons with other persons.
    n_first, n_second : int
        Persons in each condition; of a paired design, the pairs.
    mean_first, mean_second : float
        Unweighted means over these persons.
    difference : Interval
        Second minus first.
    effect : Interval
        The difference in standard deviations: d_z (of the differences) of a paired design, Hedges' g (pooled,
        corrected for few persons) of independent ones. NaN where the values do not vary.
    p : float
        Of a test that permutes persons, two-sided; NaN where there is none.
    exact : bool
        Whether every permutation was looked at.
    least_p : float
        The smallest p that so few persons can give.
    """

    design: Design
    n_first: int
    n_second: int
    mean_first: float
    mean_second: float
    difference: Interval
    effect: Interval
    p: float
    exact: bool
    least_p: float


def contrasts(
    first: npt.ArrayLike,
    second: npt.ArrayLike,
    *,
    paired: bool,
    resamples: int = 5000,
    confidence: float = 0.95,
    seed: int = 0,
) -> tuple[Contrast, ...]:
    """Compare two conditions in several values at once, all from the same draws of persons.

    Parameters
    ----------
    first, second : float [P, K]
        K values of P persons in each condition; NaN where a person was not in it or has no value.
    paired : bool
        Compare every person with themselves; who lacks one of the two is left out, value by value. Otherwise
        persons are compared with other persons; one who is in both counts in both, is drawn as one person,
        and then there is no p, because such values cannot be exchanged.
    resamples, confidence, seed
        Of the intervals. With fewer than `FEWEST_GROUPS` persons (pairs) in a condition there are none.

    Returns
    -------
    tuple of Contrast
        One per value.

    Raises
    ------
    ValueError
        If the two arrays have different shapes.

    References
    ----------
    Hedges (1981), J. Educ. Stat. 6; Lakens (2013), Front. Psychol. 4:863; Efron & Tibshirani (1993), An
    Introduction to the Bootstrap, chapters 8, 13 and 15.
    """
    one, two = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    if one.shape != two.shape or one.ndim != 2:
        raise ValueError(f"Values of the shapes {one.shape} and {two.shape} cannot be compared.")
    if paired:
        both = np.isfinite(one) & np.isfinite(two)
        one, two = np.where(both, one, np.nan), np.where(both, two, np.nan)
    strata = _strata(one, two)
    drawn = _draws(strata, resamples, seed)
    found = _figures(one, two, partial(_summed, draws=drawn), paired=paired)
    without = _figures(one, two, partial(_summed, draws=_without_one(strata, len(one))), paired=paired)
    tested = permutation_p(one, two, paired=paired, seed=seed)
    return tuple(
        _contrast(found, without, strata, tested[k], k, paired=paired, confidence=confidence)
        for k in range(one.shape[1])
    )


@dataclass(frozen=True, eq=False)
class _Figures:
    """Numbers, means, difference and effect of K values in R draws, each [1 + R, K]."""

    n_one: Array
    n_two: Array
    mean_one: Array
    mean_two: Array
    difference: Array
    effect: Array


def _figures(one: Array, two: Array, sums: Sums, *, paired: bool) -> _Figures:
    n_one, mean_one, var_one = _moments(one, sums)
    n_two, mean_two, var_two = _moments(two, sums)
    if paired:
        _, difference, variance = _moments(two - one, sums)
        scale = np.sqrt(variance)
        correction = np.ones_like(scale)
    else:
        difference = mean_two - mean_one
        freedom = n_one + n_two - 2
        summed = (n_one - 1) * var_one + (n_two - 1) * var_two
        scale = np.sqrt(summed / np.where(freedom > 0, freedom, np.nan))
        correction = _hedges(freedom)
    effect = correction * difference / np.where(scale > _SAME, scale, np.nan)
    return _Figures(n_one, n_two, mean_one, mean_two, difference, effect)


def _contrast(
    found: _Figures,
    without: _Figures,
    strata: list[Rows],
    tested: tuple[float, bool, float],
    k: int,
    *,
    paired: bool,
    confidence: float,
) -> Contrast:
    n_one, n_two = round(float(found.n_one[0, k])), round(float(found.n_two[0, k]))
    total = n_one if paired else n_one + n_two
    difference, effect = float(found.difference[0, k]), float(found.effect[0, k])
    if min(n_one, n_two) < FEWEST_GROUPS:
        intervals = [Interval(value, math.nan, math.nan, total) for value in (difference, effect)]
    else:
        influence = _influence(without.effect[1:, k], strata)
        intervals = [
            percentile_interval(difference, found.difference[1:, k], confidence=confidence, n=total),
            bias_corrected_interval(effect, found.effect[1:, k], influence, confidence=confidence, n=total),
        ]
    return Contrast(
        design="paired" if paired else "independent",
        n_first=n_one,
        n_second=n_two,
        mean_first=float(found.mean_one[0, k]),
        mean_second=float(found.mean_two[0, k]),
        difference=intervals[0],
        effect=intervals[1],
        p=tested[0],
        exact=tested[1],
        least_p=tested[2],
    )


def _influence(without: Array, strata: list[Rows]) -> Array:
    """Return what each person contributes (see `bias_corrected_interval`), of the statistics without them."""
    parts = []
    for rows in strata:
        values = without[rows][np.isfinite(without[rows])]
        if len(values) > 1:
            parts.append((1 - 1 / len(values)) * (values.mean() - values))
    return np.concatenate(parts) if parts else np.zeros(0)


def mean_with_interval(
    values: npt.ArrayLike, *, resamples: int = 2000, confidence: float = 0.95, seed: int = 0
) -> tuple[Array, Array, Array]:
    """Return the mean over persons and the ends of its interval, of several values at once.

    Parameters
    ----------
    values : float [P, K]
        K values of P persons; NaN where a person has none.

    Returns
    -------
    mean, low, high : float64 [K]
        The ends are NaN with fewer than `FEWEST_GROUPS` persons that have the value.
    """
    given = np.asarray(values, dtype=float)
    draws = Draws.of(np.arange(len(given)), resamples=resamples, seed=seed, fewest=FEWEST_GROUPS)
    n, means, _ = _moments(given, draws.sums)
    columns = [
        _interval(means[:, k], enough=n[0, k] >= FEWEST_GROUPS, confidence=confidence, n=int(n[0, k]))
        for k in range(given.shape[1])
    ]
    ends = [(c.value, c.low, c.high) for c in columns]
    mean, low, high = np.array(ends, dtype=float).reshape(-1, 3).T
    return mean, low, high


def holm(p: npt.ArrayLike) -> Array:
    """Return p-values corrected for their number by Holm's method; NaN stays NaN and counts as no test.

    References
    ----------
    Holm (1979), Scand. J. Stat. 6.
    """
    raw = np.asarray(p, dtype=float)
    adjusted = np.full(raw.shape, np.nan)
    known = np.flatnonzero(np.isfinite(raw))
    order = known[np.argsort(raw[known], kind="stable")]
    worst = 0.0
    for rank, place in enumerate(order):
        worst = max(worst, min((len(order) - rank) * float(raw[place]), 1.0))
        adjusted[place] = worst
    return adjusted


def _strata(one: Array, two: Array) -> list[Rows]:
    """Return who is in the first condition only, in the second only, and in both; none that is empty."""
    kind = np.isfinite(one).any(axis=1) + 2 * np.isfinite(two).any(axis=1)
    return [rows for number in (1, 2, 3) if len(rows := np.flatnonzero(kind == number))]


def _draws(strata: list[Rows], resamples: int, seed: int) -> list[tuple[Rows, Draws]]:
    """Draw persons within each stratum."""
    return [
        (rows, Draws.of(rows, resamples=resamples, seed=seed + number, fewest=1))
        for number, rows in enumerate(strata)
    ]


def _without_one(strata: list[Rows], n: int) -> list[tuple[Rows, Draws]]:
    """Return everybody as they are, and then without each of n persons in turn, in place of draws."""
    times = np.concatenate([np.ones((1, n)), 1 - np.eye(n)])
    return [(rows, Draws(times[:, rows], np.arange(len(rows)))) for rows in strata]


def _summed(terms: Array, *, draws: list[tuple[Rows, Draws]]) -> Array:
    if not draws:
        return np.zeros((1, *terms.shape[1:]))
    return np.asarray(sum(drawn.sums(terms[rows]) for rows, drawn in draws), dtype=np.float64)


def _moments(values: Array, sums: Sums) -> tuple[Array, Array, Array]:
    """Return number, mean and variance (n - 1) of what is known, each [1 + R, K]."""
    known = np.isfinite(values)
    with np.errstate(divide="ignore", invalid="ignore"):
        middle = np.where(known, values, 0).sum(axis=0) / known.sum(axis=0)
        # Around the middle: squares of large, nearly equal numbers would cancel out.
        inner = np.where(known, values - middle, 0.0)
        n, total, squares = (sums(part) for part in (known.astype(float), inner, inner**2))
        mean = total / n
        variance = np.maximum(squares - n * mean**2, 0) / np.where(n > 1, n - 1, np.nan)
    return n, mean + middle, variance


def _hedges(freedom: Array) -> Array:
    """Return what takes the bias of few persons off a standardised difference."""
    f = np.where(freedom > 1, freedom, np.nan)
    from scipy.special import gammaln  # noqa: PLC0415  # see au_studio.stats.bootstrap

    return np.asarray(np.exp(gammaln(f / 2) - gammaln((f - 1) / 2)) * np.sqrt(2 / f))


def _interval(values: Array, *, enough: bool, confidence: float, n: int) -> Interval:
    if not enough:
        return Interval(float(values[0]), math.nan, math.nan, n)
    return percentile_interval(float(values[0]), values[1:], confidence=confidence, n=n)
