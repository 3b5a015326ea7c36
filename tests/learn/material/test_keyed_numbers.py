"""Numbers from keys are as random as a generator's, and each row follows from its key alone."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from au_studio.learn.material.keyed_numbers import KeyedNumbers

KEYS = np.arange(20_000)


def test_numbers_are_spread_evenly_and_neither_keys_nor_draws_hang_together():
    drawn = KeyedNumbers(KEYS).random((len(KEYS), 4))
    for column in drawn.T:
        assert stats.kstest(column, "uniform").pvalue > 1e-3
        assert abs(np.corrcoef(column[:-1], column[1:])[0, 1]) < 0.03
    assert np.abs(np.corrcoef(drawn.T) - np.eye(4)).max() < 0.03


def test_the_other_distributions_are_what_numpys_are():
    numbers, n = KeyedNumbers(KEYS), len(KEYS)
    assert stats.kstest(numbers.normal(3, 2, n), "norm", (3, 2)).pvalue > 1e-3
    assert stats.kstest(numbers.uniform(-2, 5, n), "uniform", (-2, 7)).pvalue > 1e-3
    assert set(numbers.integers(4, 7, n)) == {4, 5, 6}
    shares = np.bincount(numbers.choice(3, n, [0.4, 0.45, 0.15])) / n
    np.testing.assert_allclose(shares, [0.4, 0.45, 0.15], atol=0.02)


@given(st.lists(st.integers(0, 2**48), min_size=1, max_size=8, unique=True), st.integers(0, 7))
def test_a_row_follows_from_its_key_alone(keys, place):
    one = keys[place % len(keys)]
    together, alone = KeyedNumbers(keys), KeyedNumbers([one])
    for _ in range(3):
        expected = together.random((len(keys), 2))[place % len(keys)]
        np.testing.assert_array_equal(alone.random((1, 2))[0], expected)


@pytest.mark.filterwarnings("error")
def test_large_keys_and_many_draws_overflow_silently():
    numbers = KeyedNumbers([2**48 - 1])
    values = [numbers.random(1)[0] for _ in range(1000)]
    assert len(set(values)) == 1000
