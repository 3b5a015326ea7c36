"""Agreement is what the field means by it, checked against published tables."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from au_studio.stats import agreement
from au_studio.stats.agreement import (
    base_rate,
    confusion,
    exact_agreement,
    facs_index,
    facs_index_of_sets,
    icc,
    icc_2_1,
    icc_3_1,
    weighted_kappa,
    within_one_agreement,
)

SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
Y = np.array([0, 0, 0, 1, 2, 3, 2, 1, 0, 0, 5, 4], dtype=float)
P = np.array([0, 0.2, 0.1, 0.8, 1.5, 2.5, 2.2, 1.1, 0.3, 0, 3.9, 3.1])
NAN = float("nan")

columns = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=40).map(np.array)


def icc_agreement(a, b) -> float:
    return icc_2_1(np.column_stack([a, b])).value


def test_icc_of_shrout_and_fleiss_with_intervals():
    # Coefficients: Shrout & Fleiss (1979), table 4; intervals: R package psych, function ICC.
    consistency = icc_3_1(SHROUT_FLEISS)
    assert consistency.value == pytest.approx(0.71484, abs=1e-5)
    assert (consistency.low, consistency.high) == pytest.approx((0.342, 0.946), abs=1e-3)
    absolute = icc_2_1(SHROUT_FLEISS)
    assert absolute.value == pytest.approx(0.28976, abs=1e-5)
    assert (absolute.low, absolute.high) == pytest.approx((0.019, 0.761), abs=1e-3)
    assert consistency.n == absolute.n == 6


def test_icc_of_two_columns():
    assert icc(Y, P) == pytest.approx(0.956107, abs=1e-6)
    assert icc(Y, P + 1) == pytest.approx(0.956107, abs=1e-6)
    assert icc(Y, P / 2) == pytest.approx(0.663548, abs=1e-6)


def test_a_constant_bias_lowers_absolute_agreement_only():
    assert icc_agreement(Y, P + 1) < icc_agreement(Y, P) - 0.1


@given(columns)
def test_icc_of_two_columns_is_twice_covariance_over_variances(table):
    a, b = table[:, 0].astype(float), table[:, 1].astype(float)
    value = icc(a, b)
    if a.std() == 0 and b.std() == 0:
        assert math.isnan(value)
    else:
        covariance = np.cov(a, b)
        assert value == pytest.approx(2 * covariance[0, 1] / (covariance[0, 0] + covariance[1, 1]), abs=1e-9)
        assert -1 <= value <= 1
        assert icc(b, a) == pytest.approx(value)


@given(columns)
def test_an_interval_holds_its_value(table):
    for interval in (icc_3_1(table), icc_2_1(table)):
        if math.isfinite(interval.value) and math.isfinite(interval.low):
            assert interval.low - 1e-9 <= interval.value <= interval.high + 1e-9


def test_missing_values_drop_the_whole_frame():
    a = np.array([*Y, NAN, 3, NAN])
    b = np.array([*P, 2, NAN, NAN])
    assert icc(a, b) == pytest.approx(icc(Y, P))
    assert icc_3_1(np.column_stack([a, b])).n == 12
    assert weighted_kappa(a, b) == weighted_kappa(Y, P)
    assert exact_agreement(a, b) == exact_agreement(Y, P)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ([0, 0, 0], [0, 0, 0]),
        ([0.1, 0.1, 0.1], [3, 3, 3]),
        ([1], [1]),
        ([], []),
        ([NAN, 1, 2], [1, NAN, 2]),
    ],
)
def test_without_variance_icc_is_undefined_not_zero(a, b):
    assert math.isnan(icc(a, b))
    assert math.isnan(icc_agreement(a, b))
    assert math.isnan(icc_3_1(np.column_stack([a, b])).low)


@pytest.mark.parametrize("constant", [0, 3, 0.1, 1e-20, 5 + 1e-15])
def test_a_constant_where_the_ratings_vary_agrees_0_and_not_undefined(constant):
    for a, b in (([0, 1, 2], [constant] * 3), ([constant] * 3, [0, 1, 2])):
        for interval in (icc_3_1(np.column_stack([a, b])), icc_2_1(np.column_stack([a, b]))):
            assert interval.value == 0
            assert interval.low <= 0 <= interval.high


def test_who_hardly_varies_beside_one_who_does_not_has_no_agreement_either():
    assert icc([0, 1e-20, 0], [3, 3, 3]) == 0


def test_a_model_is_judged_by_ratings_that_vary_whatever_it_does_itself():
    for said in ([0, 0, 0], [0.1, 0.3, 0.2]):
        assert math.isnan(icc([2, 2, 2], said, ratings="first"))
        assert math.isnan(icc_2_1(np.column_stack([[2, 2, 2], said]), ratings="first").value)
    assert icc([0, 1, 2], [1, 1, 1], ratings="first") == 0
    assert icc(Y, P, ratings="first") == icc(Y, P)


@given(columns, st.floats(0, 5))
def test_a_prediction_that_stops_varying_keeps_its_icc_and_goes_to_0(table, constant):
    rated, noise = table[:, 0].astype(float), table[:, 1].astype(float)
    nearly, fully = (icc(rated, constant + size * noise, ratings="first") for size in (1e-7, 0))
    assert math.isnan(nearly) == math.isnan(fully) == bool(np.ptp(rated) == 0)
    if not math.isnan(fully):
        assert fully == 0
        assert nearly == pytest.approx(0, abs=1e-5)


@given(columns)
def test_a_third_rater_who_never_varies_lowers_the_agreement_of_two(table):
    first, second = table[:, 0].astype(float), table[:, 1].astype(float)
    two, three = icc(first, second), icc_3_1(np.column_stack([table, np.full(len(table), 2)])).value
    assert math.isnan(two) == math.isnan(three)
    if two > 0:
        assert three < two


def test_perfect_agreement_is_one():
    for value in (icc(Y, Y), icc_agreement(Y, Y), weighted_kappa(Y, Y), exact_agreement(Y, Y)):
        assert value == pytest.approx(1)
    assert icc_3_1(np.column_stack([Y, Y + 2])).value == 1
    assert icc_agreement(Y, Y + 2) < 0.8


def test_the_shares_of_equal_and_of_neighbouring_levels_are_counted():
    a, b = [0, 1, 2, 5, NAN], [0, 2, 4, 2, 1]
    assert exact_agreement(a, b) == 1 / 4
    assert within_one_agreement(a, b) == 2 / 4


def test_weighted_kappa_of_a_table_worked_by_hand():
    a, b = [0, 0, 1, 1, 2, 2], [0, 1, 1, 2, 2, 0]
    # Observed squared distances: 0+1+0+1+0+4 = 6; expected by the margins (2,2,2) x (2,2,2) / 6: 8.
    assert weighted_kappa(a, b, n_levels=3) == pytest.approx(1 - 6 / 8)


@given(columns)
def test_weighted_kappa_of_many_frames_is_close_to_absolute_icc(table):
    # Fleiss & Cohen (1973): the two become the same as frames grow.
    many = np.tile(table, (200, 1))
    kappa = weighted_kappa(many[:, 0], many[:, 1])
    absolute = icc_agreement(many[:, 0], many[:, 1])
    if math.isfinite(absolute):
        assert kappa == pytest.approx(absolute, abs=0.01)


def test_raters_who_mirror_each_other_have_a_value_and_no_interval():
    interval = icc_2_1(np.tile([[0, 1], [1, 0]], (200, 1)))
    assert interval.value == pytest.approx(-1, abs=0.01)
    assert math.isnan(interval.low)
    assert math.isnan(interval.high)


def test_kappa_of_one_level_throughout_is_undefined():
    assert math.isnan(weighted_kappa([0, 0, 0], [0, 0, 0]))
    assert math.isnan(weighted_kappa([], []))
    assert weighted_kappa([0, 0, 1], [0, 0, 0]) == 0


def test_levels_between_steps_go_to_the_nearest_and_stay_on_the_scale():
    table = confusion([0.49, 0.5, 4.6, 7.0, -1.0], [0, 1, 5, 5, 0])
    assert table[0, 0] == 2
    assert table[1, 1] == 1
    assert table[5, 5] == 2
    assert table.sum() == 5


def test_exact_and_within_one():
    assert exact_agreement([0, 1, 2, 5], [0, 2, 2, 1]) == 0.5
    assert within_one_agreement([0, 1, 2, 5], [0, 2, 2, 1]) == 0.75
    assert math.isnan(exact_agreement([NAN], [1]))


def test_facs_index_counts_what_either_scored():
    # The one scores 3 frames, the other 2, both together 2: 2*2 / 5.
    assert facs_index([1, 3, 0, 2, 0], [2, 1, 0, 0, 0]) == pytest.approx(0.8)
    assert math.isnan(facs_index([0, 0], [0, 0]))
    one, other = np.array([True, False]), np.array([True, True])
    assert facs_index_of_sets([(one, other), (~one, ~other)]) == pytest.approx(2 * 1 / 4)


def test_base_rate_ignores_what_is_missing():
    assert base_rate([0, 1, 3, NAN]) == pytest.approx(2 / 3)
    assert base_rate([0, 1, 3, NAN], threshold=2) == pytest.approx(1 / 3)
    assert math.isnan(base_rate([NAN]))


def test_columns_of_different_length_are_refused():
    with pytest.raises(ValueError, match="same frames"):
        agreement.pairs([1, 2], [1])
    with pytest.raises(ValueError, match="dimensions"):
        icc_3_1([1, 2, 3])
