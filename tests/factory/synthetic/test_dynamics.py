"""What the motion of made-up faces can be relied on for."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.factory.synthetic.controls import AUS, CONTROL_INDEX, CONTROLS
from au_studio.factory.synthetic.dynamics import (
    COMBINATIONS,
    add_speech,
    draw_asymmetry,
    draw_expression,
    draw_motion,
    draw_nuisance,
    draw_story,
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


def test_the_same_seed_gives_the_same_motion():
    first, second, other = draw_motion(7, 60, 25.0), draw_motion(7, 60, 25.0), draw_motion(8, 60, 25.0)
    np.testing.assert_array_equal(first.intensities, second.intensities)
    np.testing.assert_array_equal(first.head, second.head)
    np.testing.assert_array_equal(first.nuisance, second.nuisance)
    assert not np.array_equal(first.head, other.head)


@pytest.mark.parametrize("seed", range(12))
def test_motion_keeps_within_the_limits_of_scale_neck_and_eyes(seed):
    motion = draw_motion(seed, 90, 30.0)
    assert motion.times[1] == pytest.approx(1 / 30)
    assert motion.intensities.shape == (90, len(AUS))
    assert motion.intensities.min() >= 0
    assert motion.intensities.max() <= 5
    assert (np.abs(motion.head) <= np.radians([35.001, 15.001, 10.001])).all()
    assert motion.nuisance.min() >= 0
    assert motion.nuisance.max() <= 1
    assert np.abs(motion.asymmetry).max() <= 1


@pytest.mark.parametrize("seed", range(6))
def test_expressions_move_smoothly_from_frame_to_frame(seed):
    motion = draw_motion(seed, 100, 30.0)
    # From nothing to the maximum takes at least a tenth of a second, three frames.
    assert np.abs(np.diff(motion.intensities, axis=0)).max() < 3.5
    assert np.abs(np.diff(motion.head, axis=0)).max() < np.radians(6)


def test_a_motionless_clip_has_blinks_but_no_intensities():
    motions = [draw_motion(seed, 250, 25.0, activity=0.0) for seed in range(4)]
    assert max(float(m.intensities.max()) for m in motions) == 0.0
    assert max(float(m.nuisance[:, CONTROL_INDEX["eyeBlink_L"]].max()) for m in motions) > 0.7


def test_clips_rest_for_some_of_their_time():
    peaks = np.concatenate([draw_motion(seed, 100, 25.0).intensities.max(axis=1) for seed in range(30)])
    assert 0.15 < (peaks < 0.2).mean() < 0.7


def test_speech_opens_the_mouth_several_times_a_second():
    rng = np.random.default_rng(1)
    times = np.arange(100) / 25.0
    intensities = np.zeros((100, len(AUS)), np.float32)
    nuisance = np.zeros((100, len(CONTROLS)), np.float32)
    add_speech(rng, intensities, nuisance, times, start=1.0, stop=3.0)
    lips = intensities[:, column(25)]
    peaks = ((lips[1:-1] > lips[:-2]) & (lips[1:-1] >= lips[2:]) & (lips[1:-1] > 0.3)).sum()
    assert 4 <= peaks <= 16
    assert lips[:15].max() < 0.05


def test_a_story_shows_smile_raised_brows_frown_and_parted_lips():
    motion = draw_story(3, 250, 25.0)
    for au in (12, 2, 4, 25):
        assert motion.intensities[:, column(au)].max() > 2.0, f"AU{au}"
    assert motion.intensities[:15].max() < 0.2


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
