"""What "intensity 5" moves on each rig."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.facs.action_units import DISFA_AUS
from au_studio.factory.synthetic.controls import (
    AUS,
    CONTROL_INDEX,
    CONTROLS,
    TABLES,
    WRINKLE_NAMES,
    au_controls,
    control_vector,
    shown_intensities,
    wrinkle_drive,
)
from au_studio.factory.synthetic.identity import ICT, MAKEHUMAN


def only(au: int, level: float = 5.0) -> np.ndarray:
    values = np.zeros(len(AUS), np.float32)
    values[AUS.index(au)] = level
    return values


def test_all_units_of_disfa_are_labelled():
    assert set(DISFA_AUS) <= set(AUS)


@pytest.mark.parametrize("rig", [ICT, MAKEHUMAN])
@pytest.mark.parametrize("au", AUS)
def test_every_unit_moves_something_on_both_rigs(rig, au):
    assert TABLES[rig][AUS.index(au)].max() >= 0.3


@pytest.mark.parametrize("rig", [ICT, MAKEHUMAN])
def test_controls_grow_linearly_with_intensity(rig):
    np.testing.assert_allclose(
        au_controls(rig, only(12, 5.0)), 5 * au_controls(rig, only(12, 1.0)), rtol=1e-5
    )


def test_the_mapping_is_the_documented_one():
    smile = au_controls(ICT, only(12))
    assert smile[CONTROL_INDEX["mouthSmile_L"]] == smile[CONTROL_INDEX["mouthSmile_R"]] == 1.0
    cheek = au_controls(ICT, only(6))
    assert cheek[CONTROL_INDEX["cheekRaiser_L"]] == 1.0
    assert cheek[CONTROL_INDEX["cheekSquint_R"]] == pytest.approx(0.6)
    assert au_controls(MAKEHUMAN, only(6))[CONTROL_INDEX["cheekRaiser_L"]] == 0.0
    assert au_controls(MAKEHUMAN, only(26))[CONTROL_INDEX["jawOpen"]] == pytest.approx(0.45)


def test_asymmetry_strengthens_one_side_and_weakens_the_other():
    asymmetry = np.zeros(len(AUS), np.float32)
    asymmetry[AUS.index(12)] = 0.4
    controls = au_controls(ICT, only(12), asymmetry)
    assert controls[CONTROL_INDEX["mouthSmile_L"]] == pytest.approx(1.4)
    assert controls[CONTROL_INDEX["mouthSmile_R"]] == pytest.approx(0.6)


def test_asymmetry_does_not_touch_the_jaw():
    asymmetry = np.ones(len(AUS), np.float32)
    assert au_controls(ICT, only(26), asymmetry)[CONTROL_INDEX["jawOpen"]] == pytest.approx(0.4)


def test_a_bare_control_name_sets_both_sides():
    vector = control_vector({"browDown": 0.5, "jawOpen": 0.2})
    assert vector[CONTROL_INDEX["browDown_L"]] == vector[CONTROL_INDEX["browDown_R"]] == 0.5
    assert vector.sum() == pytest.approx(1.2)


def test_wrinkles_follow_the_units_that_cut_them():
    drive = wrinkle_drive(only(4))
    assert drive[WRINKLE_NAMES.index("glabella")] == 1.0
    assert drive.sum() == 1.0
    everything = wrinkle_drive(np.full(len(AUS), 5.0, np.float32))
    assert everything.max() <= 1.2


STILL = np.zeros(len(CONTROLS), np.float32)


@pytest.mark.parametrize("rig", [ICT, MAKEHUMAN])
@pytest.mark.parametrize("au", [1, 4, 12, 17, 24, 25])
def test_units_that_open_no_lips_are_written_down_as_drawn(rig, au):
    np.testing.assert_allclose(shown_intensities(rig, only(au, 3.0), STILL), only(au, 3.0), atol=1e-5)


def test_a_wrinkled_nose_parts_the_lips_of_ict_heads_and_says_so():
    seen = shown_intensities(ICT, only(9), STILL)
    assert 3.0 < seen[AUS.index(25)] < 5.0
    assert seen[AUS.index(9)] == 5.0


def test_a_funnelled_mouth_is_an_open_one():
    shown = shown_intensities(ICT, only(1, 2.0), control_vector({"mouthFunnel": 0.3}))
    assert shown[AUS.index(25)] > 2.0


@pytest.mark.parametrize("rig", [ICT, MAKEHUMAN])
def test_a_raised_chin_closes_lips_that_are_parted_a_little(rig):
    both = only(25, 2.0) + only(17, 4.0)
    assert shown_intensities(rig, both, STILL)[AUS.index(25)] == 0.0


def test_a_dropped_jaw_parts_the_lips_whatever_else_they_do():
    both = only(26, 4.0) + only(17, 4.0)
    assert shown_intensities(ICT, both, STILL)[AUS.index(25)] == pytest.approx(2.8)


@pytest.mark.parametrize("rig", [ICT, MAKEHUMAN])
def test_a_blink_is_written_down_as_closed_eyes(rig):
    half = control_vector({"eyeBlink": 0.5})
    assert shown_intensities(rig, only(12, 3.0), half)[AUS.index(43)] == pytest.approx(2.5)
    assert shown_intensities(rig, only(43, 4.0), half)[AUS.index(43)] == 5.0, "lids are shut at most"
    one_eye = control_vector({"eyeBlink_L": 1.0})
    assert shown_intensities(rig, only(12, 3.0), one_eye)[AUS.index(43)] == pytest.approx(2.5)


def test_whole_motions_are_written_down_as_their_frames_are():
    rng = np.random.default_rng(1)
    frames = rng.uniform(0, 5, (6, len(AUS))).astype(np.float32)
    moves = rng.uniform(0, 0.5, (6, len(CONTROLS))).astype(np.float32)
    whole = shown_intensities(MAKEHUMAN, frames, moves)
    each = [shown_intensities(MAKEHUMAN, *pair) for pair in zip(frames, moves, strict=True)]
    np.testing.assert_allclose(whole, each, atol=1e-5)
    assert whole.min() >= 0.0
    assert whole.max() <= 5.0
