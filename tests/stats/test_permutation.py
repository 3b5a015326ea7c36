"""Permutation tests against scipy's, and against counting by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats

from au_studio.stats.permutation import permutation_p

NAN = math.nan


def difference(x: np.ndarray, y: np.ndarray, axis: int) -> np.ndarray:
    return x.mean(axis=axis) - y.mean(axis=axis)


def test_flipped_signs_are_those_of_scipy():
    first, second = np.array([1.0, 2, 3, 4, 5, 2]), np.array([2.0, 2.5, 4.5, 3.0, 7, 2.5])
    expected = stats.permutation_test(
        (first, second), difference, permutation_type="samples", n_resamples=math.inf, vectorized=True
    ).pvalue
    ((p, exact, least),) = permutation_p(first[:, None], second[:, None], paired=True)
    assert p == pytest.approx(expected)
    assert exact
    assert least == 2 / 2**6


def test_exchanged_persons_are_those_of_scipy():
    a, b = np.array([1.0, 2, 3, 4]), np.array([3.0, 5, 4, 7, 9])
    expected = stats.permutation_test((a, b), difference, n_resamples=math.inf, vectorized=True).pvalue
    first = np.concatenate([a, np.full(5, NAN)])[:, None]
    second = np.concatenate([np.full(4, NAN), b])[:, None]
    ((p, exact, least),) = permutation_p(first, second, paired=False)
    assert p == pytest.approx(expected)
    assert exact
    assert least == 1 / math.comb(9, 4)


def test_many_persons_are_drawn_and_p_is_never_zero():
    first, second = np.zeros((60, 1)), np.linspace(5, 6, 60)[:, None]
    ((p, exact, least),) = permutation_p(first, second, paired=True)
    assert p == pytest.approx(1 / 10_000)
    assert least == 1 / 10_000
    assert not exact


def test_a_true_null_is_rejected_as_often_as_it_says():
    generator = np.random.default_rng(4)
    first, second = generator.normal(size=(2, 8, 400))
    p = np.array([found[0] for found in permutation_p(first, second, paired=True)])
    assert 0.02 <= np.mean(p <= 0.05) <= 0.08


def test_one_pair_is_no_test():
    ((p, _, _),) = permutation_p([[1.0]], [[2.0]], paired=True)
    assert math.isnan(p)
