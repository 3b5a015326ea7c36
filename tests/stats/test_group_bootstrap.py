"""Agreement with intervals over whole groups, and words instead of a number where labels are too few."""

import numpy as np
import pytest

from au_studio.stats.agreement import icc
from au_studio.stats.bootstrap import by_group
from au_studio.stats.group_bootstrap import FEWEST_GROUPS, judge, why_lacking


def made(groups=8, per_group=30, noise=0.6, seed=0):
    rng = np.random.default_rng(seed)
    rated = rng.integers(0, 6, (groups * per_group, 2)).astype(float)
    own = rng.normal(0, 0.5, groups).repeat(per_group)[:, None]
    return rated, rated + own + rng.normal(0, noise, rated.shape), np.repeat(np.arange(groups), per_group)


def test_figures_and_intervals_are_those_of_the_slow_bootstrap():
    rated, predicted, groups = made()
    found = judge(rated, {"": predicted}, groups, resamples=2000)
    slow = by_group(lambda rows: icc(rated[rows, 0], predicted[rows, 0]), groups, resamples=2000)
    interval = found.figures[""].icc[0]
    assert interval.value == pytest.approx(slow.value)
    assert (interval.low, interval.high) == pytest.approx((slow.low, slow.high), abs=0.01)
    assert found.figures[""].mae[1].value == pytest.approx(np.abs(rated - predicted)[:, 1].mean())


def test_the_interval_of_the_gain_tells_a_better_prediction_from_an_equal_one():
    rated, good, groups = made(noise=0.3)
    bad = good + np.random.default_rng(1).normal(0, 1.5, good.shape)
    twin = good + np.random.default_rng(2).normal(0, 1e-3, good.shape)
    found = judge(rated, {"": good, "bad": bad, "twin": twin}, groups)
    assert found.gain["bad"].mean_icc.low > 0
    assert found.gain["bad"].mean_mae.high < 0
    assert found.gain["twin"].mean_icc.low <= 0.001 <= found.gain["twin"].mean_icc.high + 0.002


def test_too_few_groups_give_a_value_without_an_interval():
    rated, predicted, groups = made(groups=FEWEST_GROUPS - 1)
    found = judge(rated, {"": predicted}, groups)
    assert not found.has_intervals
    assert np.isnan(found.figures[""].mean_icc.low)
    assert found.figures[""].mean_icc.value == pytest.approx(
        np.mean([icc(rated[:, k], predicted[:, k]) for k in range(2)])
    )


def test_an_action_unit_that_is_hardly_there_gets_words_and_no_number():
    rated, predicted, groups = made()
    rated[:, 1] = 0
    rated[:4, 1] = 3
    found = judge(rated, {"": predicted}, groups)
    assert "there (1 to 5) in 4 of 240" in found.lacking[1]
    assert np.isnan(found.figures[""].icc[1].value)
    assert found.figures[""].mean_icc.value == pytest.approx(icc(rated[:, 0], predicted[:, 0]))
    assert found.lacking[0] == ""


def test_what_is_rated_in_a_few_frames_only_is_too_few():
    assert "rated in 3 held-out frames" in why_lacking([0, 1, 5, np.nan, np.nan])


def test_the_mean_is_over_the_same_action_units_for_all_predictions():
    rated, predicted, groups = made()
    flat = predicted.copy()
    flat[:, 1] = 2.0
    found = judge(rated, {"": predicted, "base_": flat}, groups)
    both = [icc(rated[:, k], predicted[:, k]) for k in range(2)]
    assert found.figures[""].mean_icc.value == pytest.approx(np.mean(both))
    assert found.figures["base_"].mean_icc.value == pytest.approx(both[0] / 2)
    assert found.gain["base_"].mean_icc.value == pytest.approx(both[1] / 2)


def test_a_base_that_gives_one_value_throughout_has_0_and_not_nothing():
    rated, predicted, groups = made()
    found = judge(rated, {"": predicted, "base_": np.full_like(rated, 1.0)}, groups)
    base = found.figures["base_"].mean_icc
    assert (base.value, base.low, base.high) == (0, 0, 0)
    assert found.gain["base_"].mean_icc == found.figures[""].mean_icc


def test_a_unit_is_judged_by_how_its_ratings_vary_in_every_draw_alike():
    rated, predicted, groups = made()
    rated[:, 1] = 3
    for given in (predicted[:, 1], np.full(len(rated), 3.0)):
        predicted[:, 1] = given
        found = judge(rated, {"": predicted}, groups).figures[""]
        assert np.isnan(found.icc[1].value)
        assert found.mean_icc.value == pytest.approx(icc(rated[:, 0], predicted[:, 0]))


def test_what_a_prediction_does_not_tell_counts_in_no_mean():
    rated, predicted, groups = made()
    half = predicted + 0.2
    half[:, 1] = np.nan
    found = judge(rated, {"": predicted, "base_": half}, groups)
    ours, base = found.figures[""], found.figures["base_"]
    assert np.isfinite(ours.icc[1].value)
    assert np.isfinite(ours.mae[1].value)
    assert np.isnan([base.icc[1].value, base.mae[1].value, found.gain["base_"].icc[1].value]).all()
    assert ours.mean_icc.value == pytest.approx(ours.icc[0].value)
    assert ours.mean_mae.value == pytest.approx(ours.mae[0].value)
    assert base.mean_mae.value == pytest.approx(base.mae[0].value)
    assert found.gain["base_"].mean_mae.value == pytest.approx(ours.mae[0].value - base.mae[0].value)
