"""Effect sizes against their formulas, intervals over persons, and when there are none."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats

from au_studio.stats.contrast import contrasts, holm, mean_with_interval

NAN = math.nan


def column(*values: float) -> np.ndarray:
    return np.array(values, dtype=float)[:, None]


def test_d_z_is_the_mean_difference_over_the_deviation_of_the_differences():
    first, second = column(1, 2, 3, 4, 5, 6), column(2, 2.5, 4.5, 4, 7, 6.5)
    (found,) = contrasts(first, second, paired=True)
    differences = (second - first).ravel()
    assert found.effect.value == pytest.approx(differences.mean() / differences.std(ddof=1))
    assert found.difference.value == pytest.approx(differences.mean())
    assert found.difference.low < differences.mean() < found.difference.high
    assert (found.n_first, found.n_second, found.design) == (6, 6, "paired")


def test_hedges_g_is_the_corrected_difference_in_pooled_deviations():
    a, b = np.array([1.0, 2, 3, 4, 5]), np.array([3.0, 4, 4, 6, 8, 7])
    first = np.concatenate([a, [NAN] * 6])[:, None]
    second = np.concatenate([[NAN] * 5, b])[:, None]
    (found,) = contrasts(first, second, paired=False)
    pooled = math.sqrt((4 * a.var(ddof=1) + 5 * b.var(ddof=1)) / 9)
    approximate = 1 - 3 / (4 * 9 - 1)  # of Hedges; the exact one differs in the fourth decimal
    assert found.effect.value == pytest.approx(approximate * (b.mean() - a.mean()) / pooled, rel=2e-3)
    assert (found.n_first, found.n_second, found.effect.n) == (5, 6, 11)


def test_the_interval_of_many_persons_is_near_that_of_theory():
    generator = np.random.default_rng(5)
    first, second = generator.normal(size=(200, 1)), generator.normal(0.6, 1, size=(200, 1))
    (found,) = contrasts(first, second, paired=True)
    differences = (second - first).ravel()
    low, high = stats.t.interval(0.95, 199, differences.mean(), stats.sem(differences))
    assert found.difference.low == pytest.approx(low, abs=0.02)
    assert found.difference.high == pytest.approx(high, abs=0.02)


def test_the_interval_of_an_effect_size_is_that_of_scipy():
    generator = np.random.default_rng(11)
    differences = generator.exponential(size=12) - 0.4
    (found,) = contrasts(np.zeros((12, 1)), differences[:, None], paired=True, resamples=20_000)

    def d_z(values: np.ndarray, axis: int) -> np.ndarray:
        return values.mean(axis=axis) / values.std(axis=axis, ddof=1)

    expected = stats.bootstrap(
        (differences,), d_z, n_resamples=20_000, method="BCa", vectorized=True, rng=np.random.default_rng(1)
    ).confidence_interval
    assert found.effect.low == pytest.approx(expected.low, abs=0.04)
    assert found.effect.high == pytest.approx(expected.high, abs=0.04)


def test_who_lacks_a_condition_is_left_out_of_pairs():
    first, second = column(1, 2, 3, NAN, 9), column(2, 3, 5, 100, NAN)
    (found,) = contrasts(first, second, paired=True)
    assert found.n_first == found.n_second == 3
    assert found.difference.value == pytest.approx(4 / 3)
    assert math.isnan(found.difference.low), "three pairs have no interval"


def test_values_that_do_not_vary_have_no_effect_size_and_no_p():
    (found,) = contrasts(np.full((8, 1), 0.1), np.full((8, 1), 0.1), paired=True)
    assert math.isnan(found.effect.value)
    assert math.isnan(found.p)
    assert found.difference.value == 0


def test_a_person_in_both_conditions_is_one_person_in_every_draw():
    generator = np.random.default_rng(2)
    persons = generator.normal(0, 3, size=(30, 1))
    first, second = persons, persons + 1 + generator.normal(0, 0.1, size=(30, 1))
    (mixed,) = contrasts(first, second, paired=False)
    apart_first = np.concatenate([first, np.full((30, 1), NAN)])
    apart_second = np.concatenate([np.full((30, 1), NAN), second])
    (apart,) = contrasts(apart_first, apart_second, paired=False)
    width = mixed.difference.high - mixed.difference.low
    assert width < (apart.difference.high - apart.difference.low) / 5
    assert math.isnan(mixed.p), "values of one person cannot be exchanged"
    assert math.isfinite(apart.p)


def test_shapes_that_differ_are_refused():
    with pytest.raises(ValueError, match="cannot be compared"):
        contrasts(np.zeros((3, 1)), np.zeros((4, 1)), paired=True)


def test_holm_steps_down_and_leaves_out_what_was_not_tested():
    assert holm([0.01, NAN, 0.04, 0.03]).tolist() == pytest.approx([0.03, NAN, 0.06, 0.06], nan_ok=True)


def test_means_of_few_persons_have_no_interval():
    mean, low, high = mean_with_interval([[1.0, 2], [3, 2], [5, 2], [7, 2], [9, NAN]])
    assert mean.tolist() == [5, 2]
    assert low[0] < 5 < high[0]
    assert np.isnan(low[1])
    assert np.isnan(high[1])
