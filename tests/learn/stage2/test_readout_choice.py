"""What held-out ratings call for: chance changes nothing, and strangers do not pay for what is learnt."""

import numpy as np
import pytest
from made_ratings import frames, persons, world

from au_studio.learn.material.rated import RatedFrames
from au_studio.learn.stage2.readout import Readout, fit_readout
from au_studio.learn.stage2.readout_choice import choose_strength, units_that_gain


def people(rated, persons=10):
    """The ratings of several persons, in whole stretches."""
    names = np.array([f"p{k * persons // len(rated)}" for k in range(len(rated))])
    return RatedFrames(rated.astype(np.float32), np.arange(len(rated)) * 4.0, names, names)


def test_a_hundred_ratings_correct_what_the_base_misjudges():
    features, truth, base, rated = world(100)
    fitted = fit_readout(base, features, rated, choose_strength(base, features, frames(rated)))
    new, *_ = world(400, seed=5)
    assert np.abs(fitted(new) - truth(new)).mean() < 0.35 * np.abs(base(new) - truth(new)).mean()


def test_ratings_that_mean_nothing_change_next_to_nothing():
    features, _, base, _ = world(60)
    noise = np.random.default_rng(3).integers(0, 6, (60, 3)).astype(float)
    assert choose_strength(base, features, frames(noise)) >= 3.0


def test_the_strength_is_chosen_for_the_persons_rated_as_well_as_for_strangers():
    features, names = persons(n_each=30, count=6, seed=2)
    _, _, base, _ = world(5)
    base = Readout(base.weight * 0.4, base.bias + 1.0)
    offset = np.repeat(np.random.default_rng(2).normal(0, 0.5, (6, 3)), 30, axis=0)
    rated = np.clip(base(features) + offset, 0, 5).astype(np.float32)
    times = np.tile(np.arange(30) * 4.0, 6)
    long, short = (RatedFrames(rated, t, names, names) for t in (times, times / 1000))
    # The short recordings have no stretches that could be held out: strangers alone decide.
    assert choose_strength(base, features, long) < choose_strength(base, features, short)


@pytest.mark.parametrize("grouped", [frames, people])
def test_only_units_that_gain_are_told_to_change(grouped):
    features, truth, base, rated = world(100)
    base.weight[1], base.bias[1] = truth.weight[1], truth.bias[1]  # it is read rightly already
    rated[:, 2] = np.random.default_rng(3).permutation(rated[:, 2])  # and here ratings mean nothing
    assert units_that_gain(base, features, grouped(rated), 0.1).tolist() == [True, False, False]


def test_a_unit_that_is_never_there_may_still_be_read_as_nothing():
    features, _, base, rated = world(100)
    base.weight[0], base.bias[0] = 0.0, 0.8
    rated[:, 0] = 0
    assert units_that_gain(base, features, frames(rated), 0.3)[0]
    base.bias[0] = 0.0
    assert not units_that_gain(base, features, frames(rated), 0.3)[0]


def test_where_nothing_can_be_held_out_every_unit_may_change():
    features, _, base, rated = world(4)
    assert units_that_gain(base, features, frames(rated), 0.3).all()
    rated = world(100)[3]
    rated[:, 1] = np.nan
    assert not units_that_gain(base, world(100)[0], frames(rated), 0.3)[1], "nobody rated it"


def test_what_chance_may_have_gained_changes_nothing_for_strangers():
    """Of persons who were rated now and then, units that the base reads rightly are left alone."""
    changed = 0
    for seed in range(12):
        features, truth, _, rated = world(96, seed, depth=60)
        noisy = np.clip(rated + np.random.default_rng(seed).normal(0, 1.2, rated.shape), 0, 5)
        changed += int(units_that_gain(truth, features, people(noisy, persons=12), 0.3).sum())
    assert changed <= 1


def misread_at_rest(n_each):
    """Return a base, features and ratings of eight persons, each misread at rest in a way of its own.

    What tells them apart is in their faces; of somebody else it tells nothing.
    """
    rng = np.random.default_rng(3)
    movement = np.r_[0.4, 0.4, 0.4, np.zeros(17)][None]
    moved = rng.normal(0, 1, (8 * n_each, 20))
    who = np.repeat(np.eye(8), n_each, axis=0)
    rated = np.clip(np.rint(2.5 + moved @ movement.T + who @ rng.normal(0, 1.0, (8, 1))), 0, 5)
    base = Readout(np.c_[0.5 * movement, np.zeros((1, 8))], np.full(1, 2.5))
    names = np.array([f"p{k}" for k in who.argmax(axis=1)])
    frames = RatedFrames(rated.astype(np.float32), np.tile(np.arange(n_each) * 6.0, 8), names, names)
    return base, np.c_[moved, 2 * who], frames


def test_many_ratings_of_the_same_persons_change_a_unit_for_them_where_strangers_lose_nothing():
    assert units_that_gain(*misread_at_rest(40), 0.1)[0]
    assert not units_that_gain(*misread_at_rest(15), 0.1)[0], "few ratings each: strangers alone decide"


def test_what_those_who_were_rated_gain_is_not_paid_for_by_strangers():
    base, features, frames = misread_at_rest(40)
    # What tells persons apart looks like movement in somebody else.
    features[:, :3] += 3 * features[:, 20:23]
    assert not units_that_gain(base, features, frames, 0.1)[0]
