"""The mean ICC is the mean of the ICCs, and its interval that of drawing subjects anew."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from au_studio.stats.agreement import icc, icc_2_1, icc_3_1
from au_studio.stats.bootstrap import by_group
from au_studio.stats.mean_icc import mean_icc


def icc_agreement(a, b) -> float:
    return icc_2_1(np.column_stack([a, b])).value


@pytest.fixture
def ratings():
    """Eight persons, ten frames each, three action units; the last one never happens."""
    generator = np.random.default_rng(5)
    groups = np.repeat([f"P{n}" for n in range(8)], 10)
    person = np.repeat(generator.normal(1.5, 0.8, (8, 3)), 10, axis=0)
    true = person + generator.normal(0, 1, (80, 3))
    first, second = (np.clip(np.rint(true + generator.normal(0.2 * k, 0.6, (80, 3))), 0, 5) for k in (0, 1))
    first[:, 2] = second[:, 2] = 0
    first[3, 0] = np.nan
    return first, second, groups


@pytest.mark.parametrize(("absolute", "single"), [(False, icc), (True, icc_agreement)])
def test_it_is_the_mean_over_the_action_units_that_have_one(ratings, absolute, single):
    first, second, groups = ratings
    found = mean_icc(first, second, groups, absolute=absolute)
    assert found.value == pytest.approx(np.mean([single(first[:, c], second[:, c]) for c in (0, 1)]))
    assert found.n == 8


@pytest.mark.parametrize(("absolute", "single"), [(False, icc), (True, icc_agreement)])
def test_its_interval_is_that_of_drawing_whole_subjects(ratings, absolute, single):
    first, second, groups = ratings
    slow = by_group(
        lambda rows: float(np.mean([single(first[rows, c], second[rows, c]) for c in (0, 1)])),
        groups,
        resamples=300,
    )
    quick = mean_icc(first, second, groups, absolute=absolute)
    assert (quick.low, quick.high) == pytest.approx((slow.low, slow.high), abs=0.03)


def test_it_can_be_repeated(ratings):
    assert mean_icc(*ratings, absolute=True) == mean_icc(*ratings, absolute=True)


def test_one_subject_gives_no_interval(ratings):
    first, second, _ = ratings
    found = mean_icc(first, second, ["P1"] * len(first), absolute=False)
    assert not math.isnan(found.value)
    assert math.isnan(found.low)


def test_a_unit_that_a_model_gives_up_stays_in_the_mean_as_0(ratings):
    first, second, groups = ratings
    second = second + np.random.default_rng(1).normal(0, 1.5, second.shape) * [0, 1, 0]
    before = mean_icc(first, second, groups, absolute=False, ratings="first")
    second[:, 1] = 0
    flat = mean_icc(first, second, groups, absolute=False, ratings="first")
    second[5, 1] = 0.001
    moved = mean_icc(first, second, groups, absolute=False, ratings="first")
    assert flat.value == pytest.approx(icc(first[:, 0], second[:, 0]) / 2)
    assert (flat.value, flat.low, flat.high) == pytest.approx((moved.value, moved.low, moved.high), abs=1e-3)
    assert flat.value < before.value


@pytest.mark.parametrize("absolute", [False, True])
@pytest.mark.parametrize("who", ["all", "first"])
@given(seed=st.integers(0, 2**31), flat=st.tuples(st.booleans(), st.booleans()))
def test_sums_and_mean_squares_follow_the_same_rule(absolute, who, seed, flat):
    generator = np.random.default_rng(seed)
    columns = [generator.integers(0, 6, 8).astype(float) for _ in range(2)]
    a, b = (np.full(8, 3.0) if still else column for still, column in zip(flat, columns, strict=True))
    single = (icc_2_1 if absolute else icc_3_1)(np.column_stack([a, b]), ratings=who).value
    found = mean_icc(a[:, None], b[:, None], range(8), absolute=absolute, ratings=who, resamples=10)
    assert found.value == pytest.approx(single, nan_ok=True)
    assert np.isnan(found.value) == (flat[0] and (flat[1] or who == "first"))


def test_raters_who_never_vary_have_none():
    found = mean_icc(np.zeros((9, 2)), np.zeros((9, 2)), range(9), absolute=False)
    assert math.isnan(found.value)
