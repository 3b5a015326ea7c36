"""The mean ICC is the mean of the ICCs, and its interval that of drawing subjects anew."""

from __future__ import annotations

import math

import numpy as np
import pytest

from au_studio.stats.agreement import icc, icc_2_1
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


def test_raters_who_never_vary_have_none():
    found = mean_icc(np.zeros((9, 2)), np.zeros((9, 2)), range(9), absolute=False)
    assert math.isnan(found.value)
