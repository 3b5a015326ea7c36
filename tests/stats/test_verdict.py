"""One rule says whether a model is better."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.stats.group_bootstrap import judge
from au_studio.stats.verdict import Told, more_frames, sign, verdict_of


def judged(n: int, **mean):
    return {"mean": {"mae": 0.5, "base_mae": 0.6, **mean}, "n_frames": n}


@pytest.mark.parametrize(
    ("low", "high", "higher", "expected"),
    [
        (0.1, 0.3, True, 1),
        (-0.1, 0.3, True, 0),
        (-0.3, -0.1, True, -1),
        (-0.3, -0.1, False, 1),
        (None, 1.0, True, 0),
    ],
)
def test_only_an_interval_clear_of_zero_has_a_sign(low, high, higher, expected):
    assert sign(low, high, higher_is_better=higher) == expected


def test_few_frames_are_no_verdict_however_clear():
    clear = {"gain": 0.5, "gain_low": 0.4, "gain_high": 0.6}
    assert verdict_of(judged(29, **clear)).told is Told.OPEN
    assert verdict_of(judged(30, **clear)).told is Told.BETTER
    assert verdict_of({}).told is Told.UNMEASURED


def test_figures_that_contradict_each_other_are_mixed():
    better = {"gain": 0.2, "gain_low": 0.1, "gain_high": 0.3}
    worse = {"mae_gain": 0.2, "mae_gain_low": 0.1, "mae_gain_high": 0.3}
    assert verdict_of(judged(50, **better, **worse)).told is Told.MIXED
    assert verdict_of(judged(50, **worse)).told is Told.WORSE
    assert "too few for an interval" in verdict_of(judged(50)).why


def test_the_frames_that_would_tell_follow_from_the_width_of_the_interval():
    assert more_frames(0.1, -0.1, 0.3, 100) == 300  # twice too wide: four times the frames
    assert more_frames(0.001, -0.1, 0.1, 100) is None
    assert "too small to be told" in verdict_of(judged(50, gain=0.0, gain_low=-0.1, gain_high=0.1)).why


def test_random_predictions_are_seldom_praised():
    """Of random models at most as many are called better or worse as the intervals allow for."""
    generator = np.random.default_rng(1)
    told = []
    for _ in range(60):
        rated = generator.integers(0, 6, (60, 2)).astype(float)
        new, old = (rated + generator.normal(0, 2, rated.shape) for _ in range(2))
        found = judge(rated, {"": new, "base_": old}, np.arange(60) // 6, resamples=200)
        gain, error = found.gain["base_"].mean_icc, found.gain["base_"].mean_mae
        mean = {"gain": gain.value, "gain_low": gain.low, "gain_high": gain.high}
        mean |= {"mae_gain": error.value, "mae_gain_low": error.low, "mae_gain_high": error.high}
        told.append(verdict_of(judged(60, **mean)).told)
    assert sum(one is not Told.OPEN for one in told) <= 15
