"""Agreement of several runs (seeds) of a training with the truth, with intervals over subjects.

A resample of subjects is the same for every run and action unit, so that two kinds of training can be
compared in pairs: the interval of a gain is narrower than those of its two ends suggest.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from au_studio.stats.agreement import Interval
from au_studio.stats.mean_icc import icc_of_sums, sums_by_group

Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class RunFigures:
    """Figures of several runs on the same frames; the mean over runs, with intervals over subjects.

    Attributes
    ----------
    icc, mae : Interval
        Unweighted mean over action units of ICC(3,1) and of the mean absolute error.
    unit_icc, unit_mae : list of Interval
        The same by action unit.
    run_icc, run_mae : list of float
        The mean over action units in every single run.
    """

    icc: Interval
    mae: Interval
    unit_icc: list[Interval]
    unit_mae: list[Interval]
    run_icc: list[float]
    run_mae: list[float]


def figures_of_runs(
    truth: npt.ArrayLike, runs: npt.ArrayLike, groups: npt.ArrayLike, *, resamples: int = 2000, seed: int = 0
) -> RunFigures:
    """Compare runs with the truth.

    Parameters
    ----------
    truth : float [n, A]
        NaN where there is none.
    runs : float [R, n, A]
        Predictions of every run for the same frames.
    groups : array [n]
        The subject of each frame.
    resamples, seed : int
        Draws of subjects, and what they follow from.

    Returns
    -------
    RunFigures
        95 % intervals; NaN with fewer than two subjects or where a figure is undefined.
    """
    y, p, member = np.asarray(truth, float), np.asarray(runs, float), np.asarray(groups)
    drawn = _draws(member, resamples, seed)
    icc, drawn_icc = _icc(y, p, member, drawn)
    mae, drawn_mae = _mae(y, p, member, drawn)
    n = drawn.shape[1]
    return RunFigures(
        icc=_interval(_mean(_mean(icc, 0), 0), _mean(_mean(drawn_icc, 1), 1), n),
        mae=_interval(_mean(_mean(mae, 0), 0), _mean(_mean(drawn_mae, 1), 1), n),
        unit_icc=_by_unit(icc, drawn_icc, n),
        unit_mae=_by_unit(mae, drawn_mae, n),
        run_icc=[float(v) for v in _mean(icc, 1)],
        run_mae=[float(v) for v in _mean(mae, 1)],
    )


def icc_gain(
    truth: npt.ArrayLike,
    runs: npt.ArrayLike,
    other: npt.ArrayLike,
    groups: npt.ArrayLike,
    *,
    resamples: int = 2000,
    seed: int = 0,
) -> Interval:
    """Return how much higher the mean ICC of some runs is than that of others, with its paired interval.

    Parameters
    ----------
    truth, runs, groups, resamples, seed
        As in `figures_of_runs`.
    other : float [Q, n, A]
        The runs compared with.
    """
    y, member = np.asarray(truth, float), np.asarray(groups)
    drawn = _draws(member, resamples, seed)
    one, drawn_one = _icc(y, np.asarray(runs, float), member, drawn)
    two, drawn_two = _icc(y, np.asarray(other, float), member, drawn)
    # Only units that both sides have: the mean of another set of units is no gain.
    value = _mean(_mean(one, 0) - _mean(two, 0), 0)
    return _interval(value, _mean(_mean(drawn_one, 1) - _mean(drawn_two, 1), 1), drawn.shape[1])


def _draws(groups: npt.NDArray[np.generic], resamples: int, seed: int) -> Array:
    """Return how often each subject is drawn in each resample: [resamples, G]."""
    n = len(np.unique(groups))
    return np.random.default_rng(seed).multinomial(n, np.full(n, 1 / n), size=resamples).astype(float)


def _icc(truth: Array, runs: Array, groups: npt.NDArray[np.generic], drawn: Array) -> tuple[Array, Array]:
    """Return ICC(3,1) [R, A], and in every resample [resamples, R, A]."""
    sums = np.stack([sums_by_group(truth, run, groups) for run in runs], axis=1)
    return icc_of_sums(sums.sum(axis=0), absolute=False), icc_of_sums(
        np.tensordot(drawn, sums, axes=1), absolute=False
    )


def _mae(truth: Array, runs: Array, groups: npt.NDArray[np.generic], drawn: Array) -> tuple[Array, Array]:
    """Return the mean absolute error [R, A], and in every resample [resamples, R, A]."""
    error = np.abs(runs - truth)
    known = np.isfinite(error)
    names, member = np.unique(groups, return_inverse=True)
    terms = np.stack([np.where(known, error, 0), known.astype(float)], axis=-1).transpose(1, 0, 2, 3)
    sums = np.zeros((len(names), *terms.shape[1:]))
    np.add.at(sums, member, terms)
    whole, again = sums.sum(axis=0), np.tensordot(drawn, sums, axes=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return whole[..., 0] / whole[..., 1], again[..., 0] / again[..., 1]


def _mean(values: Array, axis: int) -> Array:
    """Return the mean of what is defined; NaN where nothing is."""
    known = np.isfinite(values)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(known, values, 0).sum(axis=axis) / known.sum(axis=axis))


def _by_unit(whole: Array, drawn: Array, n: int) -> list[Interval]:
    means, again = _mean(whole, 0), _mean(drawn, 1)
    return [_interval(means[a], again[:, a], n) for a in range(len(means))]


def _interval(value: Array | float, drawn: Array, n: int) -> Interval:
    known = drawn[np.isfinite(drawn)]
    if n < 2 or 2 * known.size <= drawn.size:
        return Interval(float(value), float("nan"), float("nan"), n)
    low, high = np.quantile(known, [0.025, 0.975])
    return Interval(float(value), float(low), float(high), n)
