"""Agreement of several runs (seeds) of a training with the truth, with intervals over subjects.

A resample of subjects is the same for every run and action unit, so that two kinds of training can be
compared in pairs: the interval of a gain is narrower than those of its two ends suggest.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from au_studio.stats.agreement import Interval
from au_studio.stats.bootstrap import Draws, mean_of_defined
from au_studio.stats.mean_icc import icc_of_sums, mae_of_sums, pair_terms

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
    draws = Draws.of(groups, resamples=resamples, seed=seed)
    icc, mae = _figures(truth, runs, draws)
    return RunFigures(
        icc=draws.interval(mean_of_defined(mean_of_defined(icc, 1), 1)),
        mae=draws.interval(mean_of_defined(mean_of_defined(mae, 1), 1)),
        unit_icc=_by_unit(icc, draws),
        unit_mae=_by_unit(mae, draws),
        run_icc=[float(v) for v in mean_of_defined(icc[0], 1)],
        run_mae=[float(v) for v in mean_of_defined(mae[0], 1)],
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
    draws = Draws.of(groups, resamples=resamples, seed=seed)
    one, _ = _figures(truth, runs, draws)
    two, _ = _figures(truth, other, draws)
    # Only units that both sides have: the mean of another set of units is no gain.
    gain = mean_of_defined(one, 1) - mean_of_defined(two, 1)
    return draws.interval(mean_of_defined(gain, 1))


def _figures(truth: npt.ArrayLike, runs: npt.ArrayLike, draws: Draws) -> tuple[Array, Array]:
    """Return ICC(3,1) and mean absolute error, [1 + resamples, R, A]."""
    rated = np.asarray(truth, float)
    sums = draws.sums(np.stack([pair_terms(rated, run) for run in np.asarray(runs, float)], axis=1))
    return icc_of_sums(sums, absolute=False, ratings="first"), mae_of_sums(sums)


def _by_unit(values: Array, draws: Draws) -> list[Interval]:
    means = mean_of_defined(values, 1)
    return [draws.interval(means[:, unit]) for unit in range(means.shape[1])]
