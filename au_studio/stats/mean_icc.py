"""The mean ICC of several action units, with an interval over subjects.

It says what :func:`au_studio.stats.bootstrap.by_group` would say, thousands of times faster: a resample of
subjects needs their sums only, not their frames.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from au_studio.stats.agreement import Interval
from au_studio.stats.bootstrap import percentile_interval

Array = npt.NDArray[np.float64]


def mean_icc(
    first: npt.ArrayLike,
    second: npt.ArrayLike,
    groups: npt.ArrayLike,
    *,
    absolute: bool,
    resamples: int = 2000,
    confidence: float = 0.95,
    seed: int = 0,
) -> Interval:
    """Compute the unweighted mean ICC over action units and its percentile interval over subjects.

    Action units whose ICC is undefined on all frames do not count; those that are undefined in a resample
    are left out of that resample's mean.

    Parameters
    ----------
    first, second : float [n, A]
        Two raters' intensities; NaN where a frame was not rated by either.
    groups : array [n]
        The subject of each frame, of any type that can be compared.
    absolute : bool
        ICC(2,1), absolute agreement; otherwise ICC(3,1), consistency.
    resamples : int
        How many times the subjects are drawn.
    confidence : float
        Coverage of the interval, above 0 and below 1.
    seed : int
        Makes the interval repeatable.

    Returns
    -------
    Interval
        The mean, the ends of its interval (NaN with fewer than two subjects), and the number of subjects.

    References
    ----------
    Shrout & Fleiss (1979); Efron & Tibshirani (1993), chapter 13; Field & Welsh (2007), JRSS B 69.
    """
    sums = sums_by_group(np.asarray(first, dtype=float), np.asarray(second, dtype=float), np.asarray(groups))
    n_groups = len(sums)
    nan = float("nan")
    whole = icc_of_sums(sums.sum(axis=0), absolute=absolute)
    known = ~np.isnan(whole)
    if not known.any():
        return Interval(nan, nan, nan, n_groups)
    value = float(whole[known].mean())
    if n_groups < 2:
        return Interval(value, nan, nan, n_groups)
    generator = np.random.default_rng(seed)
    times_drawn = generator.multinomial(n_groups, np.full(n_groups, 1 / n_groups), size=resamples)
    drawn = icc_of_sums(np.tensordot(times_drawn, sums[:, known], axes=1), absolute=absolute)
    with np.errstate(invalid="ignore"):
        means = np.nansum(drawn, axis=1) / (~np.isnan(drawn)).sum(axis=1)
    return percentile_interval(value, means, confidence=confidence, n=n_groups)


def sums_by_group(first: Array, second: Array, groups: npt.NDArray[np.generic]) -> Array:
    """Return n, Σa, Σb, Σa², Σb², Σab per subject and action unit, float64 [G, A, 6].

    Subjects come in the order of ``numpy.unique(groups)``; a and b are taken from a common origin, which no
    ICC depends on.
    """
    both = ~np.isnan(first) & ~np.isnan(second)
    # Centred first: sums of squares far from zero would lose digits.
    centre = (np.nanmean(first) + np.nanmean(second)) / 2 if both.any() else 0.0
    a, b = np.where(both, first - centre, 0.0), np.where(both, second - centre, 0.0)
    terms = np.stack([both.astype(float), a, b, a * a, b * b, a * b], axis=-1)
    names, member = np.unique(groups, return_inverse=True)
    sums = np.zeros((len(names), *terms.shape[1:]))
    np.add.at(sums, member, terms)
    return sums


def icc_of_sums(sums: Array, *, absolute: bool) -> Array:
    """Return the ICC of two raters from sums [..., 6]; NaN where it is undefined."""
    n, a, b, aa, bb, ab = np.moveaxis(sums, -1, 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        var_a, var_b = (aa - a * a / n) / (n - 1), (bb - b * b / n) / (n - 1)
        covariance = (ab - a * b / n) / (n - 1)
        total = var_a + var_b
        if absolute:
            # BMS - EMS = 2 cov, BMS + EMS = var + var, 2 (JMS - EMS) / n as below.
            total = total + ((a - b) / n) ** 2 - (var_a + var_b - 2 * covariance) / n
        value = 2 * covariance / total
    varied = (n >= 2) & (var_a > 1e-12) & (var_b > 1e-12) & (total > 0)
    result: Array = np.where(varied, value, np.nan)
    return result
