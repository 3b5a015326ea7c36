"""What more ratings would bring: a curve that rises, looks ahead, and admits when labels are too few."""

import functools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_ratings import frames, persons, world

from au_studio.errors import Stopped
from au_studio.learn.material.rated import RatedFrames
from au_studio.learn.stage2.learning_curve import SHARES, extrapolate, learning_curve
from au_studio.learn.stage2.readout import Whitening


@functools.cache
def measured(n):
    """The curve of a world of `n` rated frames, which takes seconds, and the progress that was told."""
    features, _, base, rated = world(n)
    told = []
    curve = learning_curve(base, features, frames(rated), on_progress=lambda *now: told.append(now))
    return curve, told


def test_more_ratings_help_and_the_estimate_goes_on_from_there():
    curve, told = measured(160)
    values = [point.icc for point in curve.points]
    assert [point.n for point in curve.points] == sorted(point.n for point in curve.points)
    assert len(values) == 1 + len(SHARES)
    assert values[-1] > values[1]
    assert values[-1] > values[0], "the base without ratings"
    double = curve.expected[-1]
    assert double.n == 320
    assert double.low <= double.icc <= double.high <= 1
    assert double.icc >= values[-1]
    assert "Twice as many ratings" in curve.words
    assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize("n", [60, 160])
def test_what_twice_as_many_would_bring_is_told_from_all_there_are(n):
    """The held-out ratings of a fold do not train: the last measured point is of fewer than there are."""
    curve, _ = measured(n)
    now, double = curve.expected[0], curve.expected[-1]
    assert (now.n, double.n) == (n, 2 * n)
    assert curve.points[-1].n < n
    assert curve.points[-1].icc <= now.icc <= double.icc
    gain = double.icc - now.icc
    assert (f"about {gain:+.2f}:" if gain >= 0.01 else "hardly anything") in curve.words
    assert "chosen, for every part of them, by the frames that judge it" in curve.words


def test_the_same_seed_gives_the_same_curve():
    features, _, base, rated = world(60)
    assert learning_curve(base, features, frames(rated)) == measured(60)[0]


def test_ratings_of_a_few_moments_get_an_estimate_without_an_interval():
    features, _, base, rated = world(60)
    curve = learning_curve(base, features, frames(rated, seconds=0.6))
    assert all(point.low is None for point in (*curve.points, *curve.expected))
    assert "too few persons or minutes for an interval" in curve.words


def test_too_few_ratings_get_words_and_no_curve():
    features, _, base, rated = world(30)
    curve = learning_curve(base, features, frames(rated))
    assert curve.points == ()
    assert "30 rated frames, 40 are needed" in curve.words


def test_action_units_that_are_never_there_give_no_curve():
    features, _, base, rated = world(60)
    curve = learning_curve(base, features, frames(rated * 0))
    assert curve.points == ()
    assert "no action unit is there often enough" in curve.words


def test_it_can_be_stopped():
    features, _, base, rated = world(60)
    with pytest.raises(Stopped):
        learning_curve(base, features, frames(rated), should_stop=lambda: True)


def test_a_power_law_is_continued_as_it_is():
    sizes = [10, 20, 40, 80]
    law = [0.9 - 1.5 * n**-0.7 for n in sizes]
    assert extrapolate(sizes, law, 160) == pytest.approx(0.9 - 1.5 * 160**-0.7, abs=0.005)


@given(values=st.lists(st.floats(-1, 1), min_size=4, max_size=4), n=st.integers(81, 500))
def test_an_estimate_is_never_below_what_was_measured_nor_above_1(values, n):
    assert values[-1] <= extrapolate([10, 20, 40, 80], values, n) <= 1 or np.isclose(values[-1], 1)


@pytest.fixture
def fewer_draws(monkeypatch):
    """Fewer draws of each number of ratings: which curve is higher, they tell as well."""
    monkeypatch.setattr("au_studio.learn.stage2.learning_curve.REPEATS", 3)


@pytest.mark.usefixtures("fewer_draws")
def test_the_curve_tells_what_more_ratings_are_worth_for_the_persons_rated():
    features, names = persons(n_each=30, count=6, seed=2)
    _, _, base, _ = world(5)
    offset = np.repeat(np.random.default_rng(1).normal(0, 0.7, (6, 3)), 30, axis=0)
    rated = np.clip(base(features) + offset, 0, 5).astype(np.float32)
    times = np.tile(np.arange(30) * 4.0, 6)
    own, strangers = (
        learning_curve(base, features, RatedFrames(rated, t, names, names)).points
        for t in (times, times / 1000)
    )
    # The short recordings have no stretches that could be held out, so that strangers are.
    assert own[-1].icc > own[0].icc + 0.02
    assert own[-1].icc > strangers[-1].icc + 0.02


@pytest.mark.usefixtures("fewer_draws")
def test_the_curve_learns_from_whitened_features_as_fine_tuning_does(monkeypatch):
    features, names = persons(n_each=20, count=4, seed=3)
    _, _, base, _ = world(5)
    rated = np.clip(base(features) + features[:, 5:8] / 3, 0, 5).astype(np.float32)
    made = RatedFrames(rated, np.tile(np.arange(20) * 4.0, 4), names, names)
    whitened = learning_curve(base, features, made).points
    plain = Whitening(np.eye(30), np.eye(30))
    monkeypatch.setattr(Whitening, "within_persons", lambda features, names: plain)
    assert learning_curve(base, features, made).points != whitened
