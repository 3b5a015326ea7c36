"""Figures of several runs: the means over runs, intervals over subjects, gains in pairs."""

import numpy as np
import pytest

from au_studio.stats.agreement import icc
from au_studio.stats.error import mae
from au_studio.stats.icc_of_runs import figures_of_runs, icc_gain
from au_studio.stats.mean_icc import mean_icc


def made(n_subjects=12, frames=30, noise=(0.5, 0.6), seed=0):
    rng = np.random.default_rng(seed)
    groups = np.repeat(np.arange(n_subjects), frames)
    truth = rng.uniform(0, 5, (len(groups), 3))
    person = rng.normal(0, 0.4, (n_subjects, 3))[groups]
    runs = np.stack([truth + person + rng.normal(0, s, truth.shape) for s in noise])
    return truth, runs, groups


def test_figures_are_the_means_over_runs_and_units():
    truth, runs, groups = made()
    truth[5, 1] = np.nan
    figures = figures_of_runs(truth, runs, groups, resamples=50)
    by_hand = np.array([[icc(truth[:, a], run[:, a]) for a in range(3)] for run in runs])
    errors = np.array([[mae(truth[:, a], run[:, a]) for a in range(3)] for run in runs])
    assert figures.icc.value == pytest.approx(by_hand.mean())
    assert [u.value for u in figures.unit_icc] == pytest.approx(by_hand.mean(axis=0))
    assert figures.run_icc == pytest.approx(by_hand.mean(axis=1))
    assert figures.mae.value == pytest.approx(errors.mean())
    assert [u.value for u in figures.unit_mae] == pytest.approx(errors.mean(axis=0))


def test_one_run_has_the_interval_of_the_mean_icc():
    truth, runs, groups = made()
    one = figures_of_runs(truth, runs[:1], groups).icc
    other = mean_icc(truth, runs[0], groups, absolute=False)
    assert (one.low, one.high) == pytest.approx((other.low, other.high), abs=1e-9)


def test_a_gain_has_a_narrower_interval_than_its_ends_suggest():
    truth, runs, groups = made(noise=(0.5, 0.5))
    worse = runs + np.random.default_rng(1).normal(0, 0.4, runs.shape)
    gain = icc_gain(truth, runs, worse, groups)
    better, less = (figures_of_runs(truth, r, groups).icc for r in (runs, worse))
    assert gain.value == pytest.approx(better.value - less.value)
    assert 0 < gain.low < gain.value < gain.high
    assert gain.high - gain.low < (better.high - better.low) + (less.high - less.low)


def test_nothing_gained_is_within_its_interval():
    truth, runs, groups = made()
    gain = icc_gain(truth, runs, runs, groups)
    assert (gain.value, gain.low, gain.high) == (0, 0, 0)


def test_undefined_units_do_not_count_and_a_constant_has_an_icc_of_0():
    truth, runs, groups = made()
    truth[:, 2] = 1.0
    assert np.isnan(figures_of_runs(truth, runs, groups).unit_icc[2].value)
    constant = np.full((1, *truth.shape), 2.0)
    figures = figures_of_runs(truth, constant, groups)
    assert (figures.icc.value, figures.icc.low, figures.icc.high) == (0, 0, 0)
    assert np.isnan(figures.unit_icc[2].value)
    assert np.isfinite(figures.mae.low)
    runs[1, :, 1] = 2.0
    with_a_flat_unit = figures_of_runs(truth, runs, groups)
    assert with_a_flat_unit.run_icc[1] == pytest.approx(icc(truth[:, 0], runs[1, :, 0]) / 2)


def test_a_single_subject_has_no_interval():
    truth, runs, groups = made(n_subjects=1)
    figures = figures_of_runs(truth, runs, groups)
    assert np.isfinite(figures.icc.value)
    assert np.isnan(figures.icc.low)
