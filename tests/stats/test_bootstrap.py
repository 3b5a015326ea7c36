"""Intervals are over subjects, and can be repeated."""

from __future__ import annotations

import math

import numpy as np
import pytest

from au_studio.stats import agreement, bootstrap, error


def of_pairs(measure, a, b, groups, **options):
    x, y = np.asarray(a, float), np.asarray(b, float)
    return bootstrap.by_group(lambda rows: measure(x[rows], y[rows]), groups, **options)


def test_the_interval_of_a_mean_is_that_of_the_subjects_not_of_the_frames():
    generator = np.random.default_rng(1)
    subjects = np.repeat(np.arange(20), 100)
    values = generator.normal(0, 1, 20)[subjects] + generator.normal(0, 0.1, 2000)
    interval = bootstrap.by_group(lambda i: float(values[i].mean()), subjects, resamples=1000)
    assert interval.value == pytest.approx(values.mean())
    assert interval.n == 20
    expected = 2 * 1.96 * values.reshape(20, 100).mean(axis=1).std() / math.sqrt(20)
    assert interval.high - interval.low == pytest.approx(expected, rel=0.15)
    assert interval.low < interval.value < interval.high


def test_the_same_seed_gives_the_same_interval():
    y, p, who = np.arange(12.0) % 5, np.arange(12.0) % 4, list("aabbccddeeff")
    first = of_pairs(error.mae, y, p, who, resamples=200, seed=3)
    assert of_pairs(error.mae, y, p, who, resamples=200, seed=3) == first
    assert of_pairs(error.mae, y, p, who, resamples=200, seed=4) != first


def test_one_subject_has_no_interval():
    interval = of_pairs(error.mae, [1, 2], [2, 2], ["a", "a"])
    assert interval.value == 0.5
    assert math.isnan(interval.low)
    assert interval.n == 1


def test_a_statistic_that_is_mostly_undefined_has_no_interval():
    y, p = np.zeros(30), np.zeros(30)
    y[0] = p[0] = 1
    interval = of_pairs(agreement.icc, y, p, np.repeat(np.arange(3), 10), resamples=50)
    assert interval.value == pytest.approx(1)
    interval = of_pairs(agreement.icc, np.zeros(30), np.zeros(30), np.repeat(np.arange(3), 10), resamples=50)
    assert math.isnan(interval.low)
