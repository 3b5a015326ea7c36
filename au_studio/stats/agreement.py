"""How well raters agree: intraclass correlation, weighted kappa, plain agreement, the FACS index.

Values are intensities 0-5 of one action unit: one rater per column, one frame per row. Rows in which any
rater has NaN (not rated, not codable, no face) do not count. What cannot be computed is NaN, never 0:
agreement is *undefined*, not absent, where fewer than two frames are left or the ratings do not vary.
Where they do, and a prediction never does, there is an agreement: none, 0 (`has_icc`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

Values = npt.ArrayLike
"""Numbers, one per frame; NaN = missing."""

N_LEVELS = 6
"""Steps of the intensity scale, 0 to 5."""

Ratings = Literal["all", "first"]
"""Which columns are ratings: every rater's, or the first one's only, by which the others are judged."""


@dataclass(frozen=True)
class Interval:
    """A value with its confidence interval; NaN where it is undefined.

    Attributes
    ----------
    value, low, high : float
        The estimate and the ends of its interval.
    n : int
        Frames (or subjects, for a bootstrap) that it rests on.
    """

    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True)
class _MeanSquares:
    """Mean squares of a two-way table: rows (frames), columns (raters), error."""

    rows: float
    columns: float
    error: float
    n: int
    k: int


def has_icc(varies: npt.NDArray[np.bool_], ratings: Ratings) -> npt.NDArray[np.bool_]:
    """Return where an ICC is defined: where the ratings vary, whatever a prediction does.

    The one rule for every place where somebody is judged, chosen, averaged or drawn anew. A prediction that
    never varies explains nothing of ratings that do, and the formula says so: 0. Were it undefined instead,
    a model that collapses would lose its worst action units and its mean would rise. Whether a prediction
    varies must not decide which units count, so with ratings that never vary there is no ICC at all. Two
    coders are both rated by each other: it is undefined when neither varies.

    Parameters
    ----------
    varies : bool [..., k]
        By rater, whether the values vary.
    ratings : {"all", "first"}
        Whose values are ratings.

    Returns
    -------
    bool [...]
    """
    return np.asarray(varies[..., 0] if ratings == "first" else varies.any(axis=-1), dtype=np.bool_)


def icc_3_1(table: npt.ArrayLike, confidence: float = 0.95, *, ratings: Ratings = "all") -> Interval:
    """Compute ICC(3,1): two-way mixed, consistency, single rater (also called ICC(C,1)).

    ``(BMS - EMS) / (BMS + (k-1) EMS)``; for two raters ``2 cov / (var + var)``. A constant difference between
    raters does not lower it, so always report the mean absolute error beside it.

    Parameters
    ----------
    table : array [n, k]
        One row per frame, one column per rater; NaN = missing.
    confidence : float
        Coverage of the interval, above 0 and below 1.
    ratings : {"all", "first"}
        Whose values are ratings: undefined is what these leave undefined (`has_icc`).

    Returns
    -------
    Interval
        The coefficient (-1/(k-1) to 1) with its exact F interval; NaN when it is undefined.

    References
    ----------
    Shrout & Fleiss (1979), Psychological Bulletin 86, 420-428; McGraw & Wong (1996), Psychological Methods 1,
    30-46.
    """
    ms = _mean_squares(table, ratings)
    if ms is None:
        return _undefined(table)
    value = (ms.rows - ms.error) / (ms.rows + (ms.k - 1) * ms.error)
    if ms.error == 0:
        return Interval(1.0, 1.0, 1.0, ms.n)
    ratio = ms.rows / ms.error
    rows_df, error_df = ms.n - 1, (ms.n - 1) * (ms.k - 1)
    tail = 1 - (1 - confidence) / 2
    low = ratio / _f_quantile(tail, rows_df, error_df)
    high = ratio * _f_quantile(tail, error_df, rows_df)
    return Interval(
        float(value), float((low - 1) / (low + ms.k - 1)), float((high - 1) / (high + ms.k - 1)), ms.n
    )


def icc_2_1(table: npt.ArrayLike, confidence: float = 0.95, *, ratings: Ratings = "all") -> Interval:
    """Compute ICC(2,1): two-way random, absolute agreement, single rater (also called ICC(A,1)).

    ``(BMS - EMS) / (BMS + (k-1) EMS + k (JMS - EMS) / n)``: a constant difference between raters lowers it.

    Parameters
    ----------
    table : array [n, k]
        One row per frame, one column per rater; NaN = missing.
    confidence : float
        Coverage of the interval, above 0 and below 1.
    ratings : {"all", "first"}
        Whose values are ratings: undefined is what these leave undefined (`has_icc`).

    Returns
    -------
    Interval
        The coefficient (at most 1) with the approximate interval of McGraw & Wong; NaN when it is undefined.

    References
    ----------
    Shrout & Fleiss (1979); McGraw & Wong (1996), table 7.
    """
    ms = _mean_squares(table, ratings)
    if ms is None:
        return _undefined(table)
    n, k = ms.n, ms.k
    total = ms.rows + (k - 1) * ms.error + k * (ms.columns - ms.error) / n
    if total <= 0:
        # Two frames rated in exactly opposite ways: the formula has nothing to divide by.
        return _undefined(table)
    value = (ms.rows - ms.error) / total
    if value >= 1:
        return Interval(1.0, 1.0, 1.0, n)
    low, high = _interval_of_absolute_agreement(ms, value, confidence)
    return Interval(value, low, high, n)


def icc(a: Values, b: Values, *, ratings: Ratings = "all") -> float:
    """Return ICC(3,1) of two raters, -1 to 1; NaN when it is undefined.

    With ``ratings="first"`` `b` is a prediction that is judged by the ratings `a` (see `has_icc`).
    """
    return icc_3_1(_two_columns(a, b), ratings=ratings).value


def weighted_kappa(a: Values, b: Values, n_levels: int = N_LEVELS) -> float:
    """Return Cohen's kappa with quadratic weights for levels 0 … n_levels - 1.

    Intensities between levels are rounded to the nearest one (halves up) and clipped to the scale: kappa is
    defined for categories only.

    Parameters
    ----------
    a, b : array [n]
        Two raters' intensities; NaN = missing.
    n_levels : int
        Steps of the scale.

    Returns
    -------
    float
        -1 to 1; NaN without frames, and when both raters use one and the same level throughout.

    References
    ----------
    Cohen (1968), Psychological Bulletin 70, 213-220.
    """
    observed = confusion(a, b, n_levels).astype(float)
    n = observed.sum()
    if n == 0:
        return float("nan")
    expected = np.outer(observed.sum(axis=1), observed.sum(axis=0)) / n
    level = np.arange(n_levels)
    weight = (level[:, None] - level[None, :]) ** 2.0
    chance = float((weight * expected).sum())
    return float("nan") if chance == 0 else 1 - float((weight * observed).sum()) / chance


def confusion(a: Values, b: Values, n_levels: int = N_LEVELS) -> npt.NDArray[np.int64]:
    """Count the frames by both raters' levels: int64 ``[n_levels, n_levels]``, rows are `a`.

    Levels are rounded as in `weighted_kappa`.
    """
    x, y = pairs(a, b)
    table = np.zeros((n_levels, n_levels), dtype=np.int64)
    np.add.at(table, (_levels(x, n_levels), _levels(y, n_levels)), 1)
    return table


def exact_agreement(a: Values, b: Values) -> float:
    """Return the share of frames (0 to 1) on which both give the same level; NaN without frames."""
    return _within(a, b, 0)


def within_one_agreement(a: Values, b: Values) -> float:
    """Return the share of frames (0 to 1) on which the levels differ by one at most; NaN without frames."""
    return _within(a, b, 1)


def facs_index(a: Values, b: Values) -> float:
    """Return the FACS agreement index of two coders for the *presence* of one action unit.

    ``2 · scored by both / (scored by one + scored by the other)``; scored = level 1 (trace) or more. Frames
    on which neither scores it do not count.

    Returns
    -------
    float
        0 to 1; NaN when neither ever scores the action unit.

    References
    ----------
    Ekman, Friesen & Hager (2002), FACS Investigator's Guide; Wexler (1972).
    """
    x, y = pairs(a, b)
    return facs_index_of_sets([(x >= 1, y >= 1)])


def facs_index_of_sets(scored: list[tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]]) -> float:
    """Return the FACS agreement index over several action units together.

    Parameters
    ----------
    scored : list of (bool [n], bool [n])
        Per action unit, the frames on which the one and the other coder scored it.

    Returns
    -------
    float
        0 to 1; NaN when nobody ever scores any of them.
    """
    agreed = sum(int((one & other).sum()) for one, other in scored)
    total = sum(int(one.sum()) + int(other.sum()) for one, other in scored)
    return 2 * agreed / total if total else float("nan")


def base_rate(values: Values, threshold: float = 1.0) -> float:
    """Return the share of rated frames (0 to 1) at or above a level; NaN without frames."""
    x = np.asarray(values, dtype=float).ravel()
    x = x[~np.isnan(x)]
    return float((x >= threshold).mean()) if x.size else float("nan")


def pairs(a: Values, b: Values) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return both columns as float64 [m] without the frames that one of them lacks.

    Raises
    ------
    ValueError
        If they have different lengths.
    """
    table = _two_columns(a, b)
    table = table[~np.isnan(table).any(axis=1)]
    return table[:, 0], table[:, 1]


def _two_columns(a: Values, b: Values) -> npt.NDArray[np.float64]:
    x, y = np.asarray(a, dtype=float).ravel(), np.asarray(b, dtype=float).ravel()
    if x.shape != y.shape:
        raise ValueError(f"Two raters need the same frames: {x.size} and {y.size} values.")
    return np.column_stack([x, y])


def _complete_rows(table: npt.ArrayLike) -> npt.NDArray[np.float64]:
    values = np.asarray(table, dtype=float)
    if values.ndim != 2:
        raise ValueError(f"A table of ratings has frames and raters, not {values.ndim} dimensions.")
    complete: npt.NDArray[np.float64] = values[~np.isnan(values).any(axis=1)]
    return complete


def _mean_squares(table: npt.ArrayLike, ratings: Ratings) -> _MeanSquares | None:
    values = _complete_rows(table)
    n, k = values.shape
    if n < 2 or k < 2:
        return None
    varies = np.ptp(values, axis=0) > 0
    if not has_icc(varies, ratings):
        return None
    means = values.mean(axis=0)
    within = values - means
    row_means, column_means = within.mean(axis=1), means - means.mean()
    residual = within - row_means[:, None]
    # A rater who varies alone has nobody to vary along with: rows and error are equal then, and rounding
    # must not part them.
    alone = int(varies.sum()) == 1
    negligible = 0.0 if alone else 1e-14 * float((within**2).mean())

    def mean_square(total: float, df: int) -> float:
        return 0.0 if total / df < negligible else total / df

    error = mean_square(float((residual**2).sum()), (n - 1) * (k - 1))
    rows = error if alone else mean_square(k * float((row_means**2).sum()), n - 1)
    columns = mean_square(n * float((column_means**2).sum()), k - 1)
    return _MeanSquares(rows, columns, error, n, k) if rows + error > 0 else None


def _f_quantile(probability: float, numerator_df: float, denominator_df: float) -> float:
    """Return the value below which an F-distributed number lies with this probability."""
    # What scipy.stats.f.ppf calls; scipy.stats itself takes as long to load as everything else that the
    # window needs to be seen, and even this part is not needed before.
    from scipy.special import fdtri  # noqa: PLC0415

    return float(fdtri(numerator_df, denominator_df, probability))


def _interval_of_absolute_agreement(ms: _MeanSquares, value: float, confidence: float) -> tuple[float, float]:
    """Return McGraw & Wong's interval (table 7, case 2A); NaN where its approximation breaks down."""
    n, k = ms.n, ms.k
    a = k * value / (n * (1 - value)) * ms.columns
    b = (1 + k * value * (n - 1) / (n * (1 - value))) * ms.error
    nan = float("nan")
    if a == 0 and b == 0:  # two raters who mirror each other exactly
        return nan, nan
    df = (a + b) ** 2 / (a**2 / (k - 1) + b**2 / ((n - 1) * (k - 1)))
    if df <= 0:
        return nan, nan
    tail = 1 - (1 - confidence) / 2
    upper_f, lower_f = _f_quantile(tail, n - 1, df), _f_quantile(tail, df, n - 1)
    rest = k * ms.columns + (k * n - k - n) * ms.error
    with np.errstate(invalid="ignore", over="ignore"):
        low = float(n * (ms.rows - upper_f * ms.error) / (upper_f * rest + n * ms.rows))
        high = float(n * (lower_f * ms.rows - ms.error) / (rest + n * lower_f * ms.rows))
    # With a few frames and negative agreement the approximated interval can miss its own coefficient.
    return (low, high) if low - 1e-9 <= value <= high + 1e-9 else (nan, nan)


def _undefined(table: npt.ArrayLike) -> Interval:
    nan = float("nan")
    return Interval(nan, nan, nan, len(_complete_rows(table)))


def _levels(values: npt.NDArray[np.float64], n_levels: int) -> npt.NDArray[np.int64]:
    return np.clip(np.floor(values + 0.5), 0, n_levels - 1).astype(np.int64)


def _within(a: Values, b: Values, distance: int) -> float:
    x, y = pairs(a, b)
    if not x.size:
        return float("nan")
    return float((np.abs(_levels(x, N_LEVELS) - _levels(y, N_LEVELS)) <= distance).mean())
