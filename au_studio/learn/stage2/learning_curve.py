"""What more ratings would bring: held-out agreement after learning from a part of the ratings, and beyond.

Parts are nested: every smaller part lies within the larger ones, and the held-out frames are the same for
all: stretches of every recording, while its other ratings train; whole persons where recordings are too short
for that. Learning is the closed-form step of fine-tuning (`au_studio.learn.stage2.readout`), so a whole curve
takes seconds once the rated frames have been looked at. Held-out frames do not train, so that even the
largest part is smaller than all the ratings: what these and more of them would bring is estimated, by
the usual power law ``ICC(n) = a − b n^(−c)``.

References
----------
Figueroa, Zeng-Treitler, Kandula & Ngo (2012), BMC Medical Informatics and Decision Making 12:8 (power law).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from au_studio.errors import Stopped
from au_studio.learn.judging.evaluation import resampling_units
from au_studio.learn.judging.folds import Split, split_frames, split_within_recordings
from au_studio.learn.material.rated import RatedFrames
from au_studio.learn.stage2.readout import STRENGTHS, Array, Readout, Whitening, fit_readouts, relative_error
from au_studio.stats.group_bootstrap import judge

SHARES = (0.125, 0.25, 0.5, 0.75, 1.0)
"""Parts of the training ratings that are learned from."""
TIMES = (1.0, 1.5, 2.0)
"""For how many times the ratings there are the curve is continued; gains are told from 1 on."""
FEWEST = 40
"""Rated frames below which an eighth of them is nothing, and no curve is drawn."""
REPEATS = 12
_FLATTERED = (
    "How much the ratings count was chosen, for every part of them, by the frames that judge it, which "
    "flatters the curve a little."
)
_FOLDS = 5
_RESAMPLES = 200
_EXPONENTS = np.linspace(0.1, 2.0, 39)


@dataclass(frozen=True)
class CurvePoint:
    """Held-out mean ICC after learning from `n` rated frames, with its 95 % interval (None: no interval)."""

    n: int
    icc: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class LearningCurve:
    """What more ratings would bring.

    Attributes
    ----------
    points : tuple of CurvePoint
        Measured; the first is the base without any ratings (n = 0). Empty when there are too few.
    expected : tuple of CurvePoint
        Estimated: for all the ratings that there are (more than any part, since held-out ones do not train),
        and for more.
    words : str
        What follows, or why there is no curve.
    """

    points: tuple[CurvePoint, ...]
    expected: tuple[CurvePoint, ...]
    words: str

    def to_json(self) -> dict[str, Any]:
        """Return it as plain JSON values, `expected` under the name that studies keep it by: ahead."""
        told = asdict(self)
        return {"points": told["points"], "ahead": told["expected"], "words": self.words}


def learning_curve(
    base: Readout,
    features: Array,
    frames: RatedFrames,
    *,
    seed: int = 0,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> LearningCurve:
    """Learn from nested parts of the ratings and estimate what more would bring.

    Parameters
    ----------
    base : Readout
        The regressor of the model that is fine-tuned.
    features : float64 [N, D]
        What it sees at the rated frames.
    frames : RatedFrames
        The ratings.
    seed : int
        Of the order in which the parts are drawn.
    on_progress : callable
        Hears how many of how many repetitions are done.
    should_stop : callable
        Asked in every repetition.

    Raises
    ------
    Stopped
        When `should_stop` said so.
    """
    found = split_frames(frames, most=_FOLDS)
    splits = (split_within_recordings(frames, _FOLDS) if found.whole_groups else ()) or found.splits
    if len(frames) < FEWEST or not splits:
        return LearningCurve(
            (), (), f"Too few labels for a learning curve: {len(frames)} rated frames, {FEWEST} are needed."
        )
    groups, _ = resampling_units(frames)
    whitening = Whitening.within_persons(features, frames.persons)
    base, features = whitening.readout(base), whitening.features(features)
    judged = np.any([split.held_out for split in splits], axis=0)
    measured: list[list[Array]] = []  # [repeat][share] of (value, low, high)
    for repeat in range(REPEATS):
        if should_stop():
            raise Stopped("The learning curve was stopped.")
        orders = [np.random.default_rng((seed, repeat, k)).permutation(int(split.training.sum()))
                  for k, split in enumerate(splits)]  # fmt: skip
        row = []
        for share in SHARES:
            parts = [
                np.sort(np.flatnonzero(split.training)[order[: max(1, round(share * len(order)))]])
                for split, order in zip(splits, orders, strict=True)
            ]
            row.append(_mean_icc(frames, _predicted(base, features, frames, splits, parts), groups))
        measured.append(row)
        on_progress(repeat + 1, REPEATS)
    n_training = float(np.mean([split.training.sum() for split in splits]))
    sizes = [max(1, round(share * n_training)) for share in SHARES]
    table = np.array(measured)
    if np.isnan(table[:, :, 0]).all():
        return LearningCurve((), (), "Too few labels: no action unit is there often enough to be judged.")
    points = [_point(0, _mean_icc(frames, np.where(judged[:, None], base(features), np.nan), groups)[None])]
    points += [_point(n, table[:, k]) for k, n in enumerate(sizes)]
    points = [point for point in points if not np.isnan(point.icc)]
    expected = _continued(sizes, table, len(frames))
    return LearningCurve(tuple(points), expected, _in_words(expected))


def _predicted(
    base: Readout,
    features: Array,
    frames: RatedFrames,
    splits: Sequence[Split],
    parts: Sequence[npt.NDArray[np.intp]],
) -> Array:
    """Predict every held-out frame from a part of its training ratings, with the strength that suits best.

    It suits the frames that judge it, as in fine-tuning (`au_studio.learn.stage2.held_out`): `_FLATTERED`
    says so.
    """
    tried = np.full((len(STRENGTHS), *frames.intensities.shape), np.nan)
    for split, part in zip(splits, parts, strict=True):
        fitted = fit_readouts(base, features[part], frames.intensities[part], STRENGTHS)
        for number, readout in enumerate(fitted):
            tried[number, split.held_out] = readout(features[split.held_out])
    errors = [relative_error(frames.intensities, values) for values in tried]
    best: Array = tried[int(np.argmin(errors))]
    return best


def _mean_icc(frames: RatedFrames, predicted: Array, groups: np.ndarray[Any, Any]) -> Array:
    """Return the mean ICC with the ends of its interval, float64 [3]."""
    found = judge(frames.intensities, {"": predicted}, groups, resamples=_RESAMPLES).figures[""].mean_icc
    return np.array([found.value, found.low, found.high])


def _point(n: int, rows: Array) -> CurvePoint:
    """Average repetitions, float64 [R, 3], into one point."""
    known = rows[~np.isnan(rows[:, 0])]
    value = float(known[:, 0].mean()) if len(known) else float("nan")
    ends = known[~np.isnan(known[:, 1:]).any(axis=1)]
    if not len(ends):
        return CurvePoint(n, value, None, None)
    return CurvePoint(n, value, float(ends[:, 1].mean()), float(ends[:, 2].mean()))


def _continued(sizes: Sequence[int], table: Array, n_frames: int) -> tuple[CurvePoint, ...]:
    """Extend every repetition's curve; the interval is that of the last point, widened by their spread."""
    last = _point(sizes[-1], table[:, -1])
    found = []
    for times in TIMES:
        n = round(times * n_frames)
        values = np.array([
            extrapolate(sizes, row[:, 0], n) for row in table if not np.isnan(row[:, 0]).any()
        ])  # fmt: skip
        if not len(values):
            return ()
        value = float(np.mean(values))
        if last.low is None or last.high is None:
            found.append(CurvePoint(n, value, None, None))
            continue
        low, high = np.quantile(values, [0.025, 0.975])
        below, above = value - float(low) + last.icc - last.low, float(high) - value + last.high - last.icc
        found.append(CurvePoint(n, value, max(-1.0, value - below), min(1.0, value + above)))
    return tuple(found)


def extrapolate(sizes: Sequence[int], values: Sequence[float] | Array, n: int) -> float:
    """Return ``a − b n^(−c)`` fitted to measured values, b ≥ 0 and at most 1; never below the last value."""
    x, y = np.asarray(sizes, dtype=float), np.asarray(values, dtype=float)
    best, estimate = np.inf, float(y[-1])
    for exponent in _EXPONENTS:
        design = np.column_stack([np.ones_like(x), -(x**-exponent)])
        (a, b), *_ = np.linalg.lstsq(design, y, rcond=None)
        if b < 0:
            a, b = float(y.mean()), 0.0
        error = float(((design @ [a, b] - y) ** 2).sum())
        if error < best:
            best, estimate = error, float(a - b * n**-exponent)
    return float(np.clip(estimate, y[-1], 1.0))


def _in_words(expected: Sequence[CurvePoint]) -> str:
    if not expected:
        return "The curve is too uneven to be continued."
    now, double = expected[0], expected[-1]
    gain = double.icc - now.icc
    interval = " (too few persons or minutes for an interval)"
    if double.low is not None:
        interval = f" (95 % interval {double.low:.2f} to {double.high:.2f})"
    if gain < 0.01:
        told = f"Twice as many ratings would bring hardly anything: about {double.icc:.2f}{interval}."
    else:
        told = (
            f"Twice as many ratings would bring about {gain:+.2f}: a mean ICC of {double.icc:.2f}{interval} "
            f"after about {now.icc:.2f} with those there are."
        )
    return f"{told} {_FLATTERED}"
