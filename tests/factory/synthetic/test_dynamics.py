"""What the motion of made-up faces can be relied on for."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.factory.synthetic.controls import AUS, CONTROL_INDEX, CONTROLS
from au_studio.factory.synthetic.dynamics import add_speech, draw_motion, draw_story


def column(au: int) -> int:
    return AUS.index(au)


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
