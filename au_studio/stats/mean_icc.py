"""The mean ICC of several action units, with an interval over subjects.

It says what :func:`au_studio.stats.bootstrap.by_group` would say, thousands of times faster: a resample of
subjects needs their sums only, not their frames.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from au_studio.stats.agreement import Interval, Ratings, has_icc
from au_studio.stats.bootstrap import Draws, mean_of_defined

Array = npt.NDArray[np.float64]

_NEGLIGIBLE = 1e-12
"""A variance that rounding of sums may leave of values that are all the same."""


def mean_icc(
    first: npt.ArrayLike,
    second: npt.ArrayLike,
    groups: npt.ArrayLike,
    *,
    absolute: bool,
    ratings: Ratings = "all",
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
    ratings : {"all", "first"}
        Whether both are coders, or the second is a prediction that is judged by the first
        (:func:`au_studio.stats.agreement.has_icc`).
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
    draws = Draws.of(groups, resamples=resamples, seed=seed)
    terms = pair_terms(np.asarray(first, dtype=float), np.asarray(second, dtype=float))
    values = icc_of_sums(draws.sums(terms), absolute=absolute, ratings=ratings)
    return draws.interval(mean_of_defined(values, -1), confidence=confidence)


def pair_terms(first: Array, second: Array) -> Array:
    """Return what a frame adds to n, Σa, Σb, Σa², Σb², Σab and Σ|a - b|, float64 [n, A, 7].

    a and b are taken from a common origin, which no ICC depends on; frames that one of the two lacks add 0.
    """
    both = ~np.isnan(first) & ~np.isnan(second)
    # Centred first: sums of squares far from zero would lose digits.
    centre = (np.nanmean(first) + np.nanmean(second)) / 2 if both.any() else 0.0
    a, b = np.where(both, first - centre, 0.0), np.where(both, second - centre, 0.0)
    return np.stack([both.astype(float), a, b, a * a, b * b, a * b, np.abs(a - b)], axis=-1)


def icc_of_sums(sums: Array, *, absolute: bool, ratings: Ratings) -> Array:
    """Return the ICC of two raters from the sums of `pair_terms` [..., 7]; NaN where it is undefined."""
    n, a, b, aa, bb, ab, _ = np.moveaxis(sums, -1, 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        var_a, var_b = (aa - a * a / n) / (n - 1), (bb - b * b / n) / (n - 1)
        covariance = (ab - a * b / n) / (n - 1)
        total = var_a + var_b
        if absolute:
            # BMS - EMS = 2 cov, BMS + EMS = var + var, 2 (JMS - EMS) / n as below.
            total = total + ((a - b) / n) ** 2 - (var_a + var_b - 2 * covariance) / n
        varies = np.stack([var_a > _NEGLIGIBLE, var_b > _NEGLIGIBLE], axis=-1)
        value = np.where(varies.all(axis=-1), 2 * covariance / total, 0.0)
    defined = (n >= 2) & has_icc(varies, ratings) & (total > 0)
    result: Array = np.where(defined, value, np.nan)
    return result


def mae_of_sums(sums: Array) -> Array:
    """Return the mean absolute difference from the sums of `pair_terms` [..., 7]; NaN without frames."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(sums[..., 6] / sums[..., 0])
