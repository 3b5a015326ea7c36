"""What held-out ratings call for: how strongly the base pulls the regressor, and which units change at all.

Ratings that are too few to change anything change next to nothing, and an action unit whose held-out readings
do not gain beyond doubt is read as by the base. Where several persons were rated two questions are asked: is
a stranger read better, and are the other frames of those who were rated?

References
----------
Lin (1989), Biometrics 45, 255-268 (concordance). Cawley & Talbot (2010), JMLR 11, 2079-2107: what is chosen
by its held-out gain gains less than that, the more so the more is chosen from; hence the doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from au_studio.learn.judging.folds import Split, split_frames, split_within_recordings
from au_studio.learn.material.rated import RatedFrames
from au_studio.learn.stage2.readout import STRENGTHS, Array, Readout, fit_readouts, relative_error
from au_studio.stats.concordance import concordance
from au_studio.stats.group_bootstrap import FEWEST_PRESENT

Labels = npt.NDArray[np.intp]

USUAL_STRENGTH = 0.3
"""λ when there are too few ratings to try."""
_FOLDS = 5
_DOUBT_OF_ONE = 1.0
"""Standard errors by which a unit must gain where one person was rated. On the other frames of one person
(three rendered sessions, 240 ratings) 1 gains .20, 1.65 .19, 2.1 .17; with 60 ratings .09, .07, .04."""
_DOUBT = 2.0
"""The same where several were: what is gained by less is chance, and strangers pay for it."""
_MANY_EACH = 20
"""Ratings of a recording from which on its own other frames have a say. With 8 each they would make strangers
lose .002 and those who were rated gain nothing; with 60 to 120 these gain up to .02 by it."""
_ENOUGH_PERSONS = 3
"""Persons from which on λ is chosen by concordance. What strangers' mean ICC loses by squared error and by
concordance: 20 persons with 8 ratings each .005, .002; 3 with 30 .011, .000; but 2 with 120 .004, .011."""
_DRAWS = 60


def choose_strength(base: Readout, features: Array, frames: RatedFrames, fewest: int = 20) -> float:
    """Choose λ by cross-validation over persons, recordings or blocks of time.

    Where whole persons or recordings are held out, what that tells is added to what held-out stretches of all
    of them tell: what suits strangers best is too cautious for those who were rated.

    Of one or two persons the squared error decides, of more the concordance: a squared error likes what
    follows the ratings less, if only it is nearer to them at rest, and strangers pay for it.

    Parameters
    ----------
    base : Readout
        The base's regressor.
    features : float64 [N, D]
        What it sees at the rated frames.
    frames : RatedFrames
        The ratings.
    fewest : int
        With fewer rated frames `USUAL_STRENGTH` is returned untried.

    Returns
    -------
    float
        The λ with the smallest held-out squared error, each action unit's in units of its own variance; or
        with the highest concordance, averaged over the units that are there in `FEWEST_PRESENT` frames.
    """
    found = split_frames(frames, most=_FOLDS)
    if len(frames) < fewest or not found.splits:
        return USUAL_STRENGTH
    measure = _concordance if len(np.unique(frames.persons)) >= _ENOUGH_PERSONS else _accuracy
    worth = measure(frames, _held_out(base, features, frames, found.splits, STRENGTHS))
    if found.whole_groups and (within := split_within_recordings(frames)):
        worth = worth + measure(frames, _held_out(base, features, frames, within, STRENGTHS))
    return STRENGTHS[int(np.argmax(worth))]


def units_that_gain(
    base: Readout, features: Array, frames: RatedFrames, strength: float
) -> npt.NDArray[np.bool_]:
    """Tell which action units held-out ratings call for reading otherwise than the base does.

    A unit gains if the concordance of its held-out readings with the ratings rises by more than some standard
    errors, over what is held out: persons, recordings or blocks of time. Of a unit that is there in fewer
    than `FEWEST_PRESENT` rated frames a concordance tells nothing: its squared error must fall as clearly.

    Where whole persons are held out, and half of the recordings have `_MANY_EACH` ratings or more, a unit
    changes as well if it clearly gains on the other frames of those who were rated, and strangers do not
    lose by it.

    Parameters
    ----------
    base, features, frames
        As in `choose_strength`.
    strength : float
        λ of the fit.

    Returns
    -------
    bool [A]
        All of them where too few ratings could be held out to tell.
    """
    found = split_frames(frames, most=_FOLDS)
    if not found.splits:
        return np.ones(frames.intensities.shape[1], dtype=bool)
    after = _held_out(base, features, frames, found.splits, (strength,))[0]
    if not found.whole_groups:
        blocks = _numbered(frames, found.splits)
        return _gains(frames, base(features), after, blocks).beyond(_DOUBT_OF_ONE)
    persons = np.unique(frames.persons, return_inverse=True)[1]
    others = _gains(frames, base(features), after, persons)
    gains = others.beyond(_DOUBT)
    counts = np.unique(frames.sources, return_counts=True)[1]
    if np.median(counts) >= _MANY_EACH and (within := split_within_recordings(frames)):
        same = _held_out(base, features, frames, within, (strength,))[0]
        stretches = persons * len(within) + _numbered(frames, within)
        own = _gains(frames, base(features), same, stretches)
        gains |= own.beyond(_DOUBT) & (others.gain >= 0)
    return gains


@dataclass(frozen=True, eq=False)
class _Gains:
    """How much every action unit gains [A], and the standard error of that."""

    gain: Array
    error: Array

    def beyond(self, doubt: float) -> npt.NDArray[np.bool_]:
        return np.asarray(self.gain > doubt * self.error)


def _gains(frames: RatedFrames, before: Array, after: Array, groups: Labels) -> _Gains:
    """Return what each unit gains; frames whose `after` is NaN were not held out. Whole groups are drawn."""
    truth = frames.intensities.astype(np.float64)
    rng = np.random.default_rng(0)
    rows = [np.flatnonzero(groups == group) for group in np.unique(groups)]
    draws = [np.concatenate([rows[k] for k in rng.choice(len(rows), len(rows))]) for _ in range(_DRAWS)]
    everything, found = np.arange(len(frames)), []
    for unit in range(truth.shape[1]):
        rated = np.isfinite(truth[:, unit])
        varies = bool((truth[rated, unit] >= 1).sum() >= FEWEST_PRESENT)
        series = truth[:, unit], before[:, unit], after[:, unit], rated & np.isfinite(after[:, unit])
        gain, *drawn = (_gain(*(x[at] for x in series), varies=varies) for at in (everything, *draws))
        found.append((gain, np.std(drawn)))
    gain, error = np.array(found, dtype=np.float64).T
    return _Gains(gain, error)


def _gain(truth: Array, before: Array, after: Array, known: npt.NDArray[np.bool_], *, varies: bool) -> float:
    truth, before, after = truth[known], before[known], after[known]
    if not len(truth):
        return 0.0
    if not varies:
        return float(np.mean((truth - before) ** 2 - (truth - after) ** 2))
    return concordance(truth, after) - concordance(truth, before)


def _numbered(frames: RatedFrames, splits: Sequence[Split]) -> Labels:
    """Return which split holds each frame out [N]; 0 where none does."""
    numbers = np.zeros(len(frames), dtype=np.intp)
    for number, split in enumerate(splits):
        numbers[split.held_out] = number
    return numbers


def _held_out(
    base: Readout,
    features: Array,
    frames: RatedFrames,
    splits: Sequence[Split],
    strengths: Sequence[float],
) -> Array:
    """Return what each λ predicts of held-out frames [λ, N, A]; NaN for those that no split holds out."""
    predicted = np.full((len(strengths), *frames.intensities.shape), np.nan)
    for split in splits:
        training = frames.intensities[split.training]
        fits = fit_readouts(base, features[split.training], training, strengths)
        for number, fitted in enumerate(fits):
            predicted[number, split.held_out] = fitted(features[split.held_out])
    return predicted


def _concordance(frames: RatedFrames, tried: Array) -> Array:
    """Return the concordance of predictions [λ, N, A] with the ratings, summed over units, per λ."""
    truth = frames.intensities.astype(np.float64)
    total = np.zeros(len(tried))
    for unit in range(truth.shape[1]):
        known = np.isfinite(truth[:, unit]) & np.isfinite(tried[0, :, unit])
        rated = truth[known, unit]
        if (rated >= 1).sum() >= FEWEST_PRESENT:
            total += [concordance(rated, values[known, unit]) for values in tried]
    return total


def _accuracy(frames: RatedFrames, tried: Array) -> Array:
    """Return the squared error of predictions [λ, N, A], relative to each unit's variance, negated, per λ."""
    return np.array([-relative_error(frames.intensities, values) for values in tried])
