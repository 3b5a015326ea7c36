"""ICC and mean absolute error per action unit with intervals over whole persons, and what a model gains.

Frames of one person (or of the same seconds) resemble each other, so whole groups are drawn anew. A resample
needs the groups' sums only, not their frames: thousands cost milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt

from au_studio.stats.agreement import Interval
from au_studio.stats.bootstrap import Draws, mean_of_defined
from au_studio.stats.mean_icc import icc_of_sums, mae_of_sums, pair_terms

Array = npt.NDArray[np.float64]
ToInterval = Callable[[Array], Interval]

FEWEST_GROUPS = 5
"""With fewer persons, recordings or stretches of time an interval over them would be make-believe."""
FEWEST_FRAMES = 10
"""Frames that an agreement must rest on to be told."""
FEWEST_PRESENT = 5
"""Frames in which an action unit must be there (1 or more): with fewer, one rating decides the figure."""
FEW_PRESENT = 8
"""Below this many such frames an agreement is told, but mostly chance, and nothing new can be learned."""


@dataclass(frozen=True)
class Figures:
    """Agreement of one prediction with the ratings; NaN where it is undefined or has no interval.

    Attributes
    ----------
    icc, mae : tuple of Interval
        Per action unit: ICC(3,1), and mean absolute error in steps of the scale.
    mean_icc, mean_mae : Interval
        Unweighted means over the action units that have enough ratings, and an ICC (a mean absolute error) of
        every prediction that has any.
    """

    icc: tuple[Interval, ...]
    mae: tuple[Interval, ...]
    mean_icc: Interval
    mean_mae: Interval


@dataclass(frozen=True)
class Judged:
    """What several predictions of the same frames are worth.

    Attributes
    ----------
    figures : dict of str to Figures
        By the name of the prediction.
    gain : dict of str to Figures
        The first prediction minus the others, in the same resamples: the interval tells whether it is better.
    lacking : tuple of str
        Per action unit, why its figures say nothing; empty where they do.
    n_groups : int
        Groups drawn anew.
    """

    figures: dict[str, Figures]
    gain: dict[str, Figures]
    lacking: tuple[str, ...]
    n_groups: int

    @property
    def has_intervals(self) -> bool:
        """Whether there were groups enough."""
        return self.n_groups >= FEWEST_GROUPS


def judge(
    rated: npt.ArrayLike,
    predicted: Mapping[str, npt.ArrayLike],
    groups: npt.ArrayLike,
    *,
    resamples: int = 1000,
    confidence: float = 0.95,
    seed: int = 0,
) -> Judged:
    """Compare predictions with ratings, per action unit and on average, with percentile intervals.

    Parameters
    ----------
    rated : float [N, A]
        Intensities 0 to 5; NaN where not rated.
    predicted : mapping of str to float [N, A]
        Predictions of the same frames; the first is the one that is judged against the others. NaN where
        one predicts nothing.
    groups : array [N]
        What is drawn anew: the person, recording or stretch of time of each frame.
    resamples : int
        How many times.
    confidence : float
        Coverage of the intervals, above 0 and below 1.
    seed : int
        Makes them repeatable.

    References
    ----------
    Shrout & Fleiss (1979); Efron & Tibshirani (1993), chapter 13; Field & Welsh (2007), JRSS B 69.
    """
    truth = np.asarray(rated, dtype=float)
    draws = Draws.of(groups, resamples=resamples, seed=seed, fewest=FEWEST_GROUPS)
    lacking = tuple(why_lacking(truth[:, column]) for column in range(truth.shape[1]))
    enough = np.array([not why for why in lacking], dtype=bool)
    values = {
        name: _over_draws(truth, np.asarray(given, dtype=float), draws) for name, given in predicted.items()
    }
    first = next(iter(values))
    to_figures = partial(
        _figures,
        enough=enough,
        in_mean_icc=enough & _common([icc[0] for icc, _ in values.values()]),
        in_mean_mae=(enough if enough.any() else ~enough) & _common([mae[0] for _, mae in values.values()]),
        to_interval=partial(draws.interval, confidence=confidence),
    )
    figures = {name: to_figures(icc, mae) for name, (icc, mae) in values.items()}
    gain = {
        name: to_figures(values[first][0] - icc, values[first][1] - mae)
        for name, (icc, mae) in values.items()
        if name != first
    }
    return Judged(figures, gain, lacking, draws.n_groups)


def why_lacking(rated: npt.ArrayLike) -> str:
    """Say why an agreement with these ratings would mean nothing; empty when it does mean something."""
    values = np.asarray(rated, dtype=float)
    n, present = int(np.isfinite(values).sum()), int((values >= 1).sum())
    if n < FEWEST_FRAMES:
        return f"too few labels: rated in {n} held-out frames, {FEWEST_FRAMES} are needed"
    if present < FEWEST_PRESENT:
        return (
            f"too few labels: there (1 to 5) in {present} of {n} held-out frames, {FEWEST_PRESENT} are needed"
        )
    return ""


def _over_draws(truth: Array, given: Array, draws: Draws) -> tuple[Array, Array]:
    """Return ICC and MAE [1 + resamples, A]; the first row is of all frames as they are."""
    sums = draws.sums(pair_terms(truth, given))
    return icc_of_sums(sums, absolute=False, ratings="first"), mae_of_sums(sums)


def _common(figures: Sequence[Array]) -> npt.NDArray[np.bool_]:
    """Return where all predictions have a figure, [A]; one that tells nothing at all is not asked."""
    asked = [values for values in figures if not np.isnan(values).all()]
    if not asked:
        return np.zeros(len(figures[0]), dtype=bool)
    return np.asarray(~np.isnan(np.stack(asked)).any(axis=0), dtype=np.bool_)


def _figures(
    icc: Array,
    mae: Array,
    *,
    enough: npt.NDArray[np.bool_],
    in_mean_icc: npt.NDArray[np.bool_],
    in_mean_mae: npt.NDArray[np.bool_],
    to_interval: ToInterval,
) -> Figures:
    columns = range(icc.shape[1])
    return Figures(
        tuple(to_interval(icc[:, k] if enough[k] else icc[:, k] * np.nan) for k in columns),
        tuple(to_interval(mae[:, k]) for k in columns),
        to_interval(mean_of_defined(icc[:, in_mean_icc], 1)),
        to_interval(mean_of_defined(mae[:, in_mean_mae], 1)),
    )
