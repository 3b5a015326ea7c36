"""What made-up still expressions can be relied on for."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.factory.synthetic.controls import AUS, CONTROL_INDEX, CONTROLS
from au_studio.factory.synthetic.expressions import (
    COMBINATIONS,
    draw_asymmetry,
    draw_expression,
    draw_nuisance,
    lids_agree,
    lids_for_gaze,
    make_consistent,
)


def column(au: int) -> int:
    return AUS.index(au)


@pytest.fixture(scope="module")
def expressions() -> np.ndarray:
    rng = np.random.default_rng(0)
    return np.stack([draw_expression(rng) for _ in range(4000)])


def test_every_combination_names_known_action_units():
    assert {au for _, units in COMBINATIONS for au in units} <= set(AUS)


def test_still_expressions_stay_on_the_scale(expressions):
    assert expressions.dtype == np.float32
    assert expressions.min() >= 0.0
    assert expressions.max() <= 5.0


def test_about_one_still_face_in_six_is_fully_neutral(expressions):
    assert 0.13 < (expressions.max(axis=1) == 0).mean() < 0.19


def test_most_still_faces_have_at_most_three_active_units(expressions):
    active = (expressions > 0.5).sum(axis=1)
    assert (active <= 3).mean() > 0.7
    assert active.max() <= 11


@pytest.mark.parametrize("au", [au for au in AUS if au != 43])
def test_every_unit_is_drawn_at_every_level(expressions, au):
    values = expressions[:, column(au)]
    levels = np.histogram(values, [0.2, 1.5, 2.5, 3.5])[0]
    assert (levels > 3).all(), f"AU{au}: {levels}"


def test_cheeks_rise_with_smiles_more_often_than_without(expressions):
    smiling = expressions[:, column(12)] > 1
    cheeks = expressions[:, column(6)] > 0.5
    assert cheeks[smiling].mean() > 3 * cheeks[~smiling].mean()


def test_a_dropped_jaw_always_parts_the_lips(expressions):
    assert (expressions[:, column(25)] >= 0.7 * expressions[:, column(26)] - 1e-5).all()


def test_parted_lips_are_never_pressed():
    values = np.full(len(AUS), 4.0, np.float32)
    assert make_consistent(values)[column(24)] == 0.0


def test_lids_that_blink_are_not_wide():
    values = np.full((2, len(AUS)), 3.0, np.float32)
    nuisance = np.zeros((2, len(CONTROLS)), np.float32)
    nuisance[1, CONTROL_INDEX["eyeBlink_R"]] = 0.5
    agreed = lids_agree(values, nuisance)
    assert agreed[0, column(5)] == 3.0
    assert agreed[1, column(5)] == 0.0
    assert (np.delete(agreed, column(5), axis=1) == 3.0).all()


def test_lids_follow_the_gaze_down_but_not_both_ways():
    lids = lids_for_gaze(np.array([0.0, -0.3], np.float32))
    assert lids[CONTROL_INDEX["eyeLookDown_L"]] > 0.5
    assert lids[CONTROL_INDEX["eyeLookUp_L"]] == 0.0


def test_unlabelled_movement_and_one_sidedness_are_mostly_absent():
    rng = np.random.default_rng(2)
    nuisance = np.stack([draw_nuisance(rng) for _ in range(400)])
    assert 0.3 < (nuisance.max(axis=1) == 0).mean() < 0.8
    asymmetry = np.stack([draw_asymmetry(rng) for _ in range(400)])
    assert (np.abs(asymmetry) < 0.25).mean() > 0.95
