"""Errors are neither rounded nor clipped, and undefined where no frame is left."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from au_studio.stats.error import best_constant, bias, mae

Y = np.array([0, 0, 0, 1, 2, 3, 2, 1, 0, 0, 5, 4], dtype=float)
P = np.array([0, 0.2, 0.1, 0.8, 1.5, 2.5, 2.2, 1.1, 0.3, 0, 3.9, 3.1])
NAN = float("nan")

numbers = st.floats(0, 5, width=32)
columns = st.lists(st.tuples(numbers, numbers), min_size=2, max_size=40).map(np.array)


def test_the_published_vector():
    assert mae(Y, P) == pytest.approx(0.341667, abs=1e-6)
    assert mae(Y, P + 1) == pytest.approx(0.825, abs=1e-6)


def test_missing_frames_do_not_count():
    assert mae([*Y, NAN, 5], [*P, 0, NAN]) == mae(Y, P)
    for measure in (mae, bias):
        assert math.isnan(measure([NAN, 1], [1, NAN]))


def test_bias_has_a_sign():
    assert bias([1, 2], [2, 2]) == 0.5
    assert bias([2, 2], [1, 2]) == -0.5


@given(columns)
def test_errors_are_never_negative_and_zero_only_without_any(table):
    a, b = table.T
    assert mae(a, b) >= abs(bias(a, b)) - 1e-12
    assert mae(a, a) == 0


@given(columns, numbers)
def test_no_constant_is_better_than_the_best_one(rows, other):
    for column, value in zip(rows.T, best_constant(rows), strict=True):
        assert mae(column, np.full(len(column), value)) <= mae(column, np.full(len(column), other)) + 1e-9


def test_the_best_constant_of_what_is_mostly_absent_is_0_and_of_nothing_undefined():
    rated = [[0, 1, NAN], [0, NAN, NAN], [5, 2, NAN]]
    np.testing.assert_array_equal(best_constant(rated), [0, 1.5, NAN])
