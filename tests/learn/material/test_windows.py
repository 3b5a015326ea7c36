"""Training windows hold rated frames, with context, evenly over persons."""

from collections import Counter

import numpy as np
import pytest
from made_clips import SIZE, made_clip

from au_studio.learn.material.augmentation import NO_AUGMENTATION, Augmentation
from au_studio.learn.material.crop_making import HostCrops
from au_studio.learn.material.windows import WindowSampler


def sampler(clips, length=6):
    return WindowSampler(clips, length, HostCrops(clips, SIZE, NO_AUGMENTATION))


def test_every_row_is_full_and_holds_a_rating():
    clips = [made_clip("a", 30, rated=0.1), made_clip("b", 3, 1), made_clip("c", 1, 2)]
    batch = sampler(clips).batch(40, np.random.default_rng(0))
    assert batch.crops.shape == (40, 6, 3, SIZE, SIZE)
    assert (batch.mask.sum(dim=(1, 2)) > 0).all()
    assert batch.restart[:, 0].all()
    assert not batch.targets.isnan().any()


def test_ratings_stay_with_their_frames():
    clip = made_clip("a", 30, rated=0.3)
    batch = sampler([clip]).batch(20, np.random.default_rng(0))
    known = {
        crop.tobytes(): row for crop, row in zip(clip.crops[:, 8:-8, 8:-8], clip.intensities, strict=True)
    }
    crops = batch.crops.permute(0, 1, 3, 4, 2).contiguous().numpy()
    for crop, target, mask in zip(
        crops.reshape(-1, SIZE, SIZE, 3),
        batch.targets.reshape(-1, 2).numpy(),
        batch.mask.reshape(-1, 2).numpy(),
        strict=True,
    ):
        row = known[crop.tobytes()]
        np.testing.assert_array_equal(mask == 1, np.isfinite(row))
        np.testing.assert_array_equal(target, np.nan_to_num(row))


def test_a_rated_frame_late_in_its_clip_has_context_before_it():
    clip = made_clip("a", 30)
    clip.intensities[:25] = np.nan
    clip.intensities[26:] = np.nan
    batch = sampler([clip], length=8).batch(30, np.random.default_rng(0))
    positions = batch.mask[:, :, 0].argmax(dim=1)
    assert (positions >= 5).all()


def test_persons_are_drawn_evenly_however_long_their_recordings():
    clips = [made_clip("long", 200, 0), made_clip("short", 8, 1)]
    batch = sampler(clips, length=4).batch(400, np.random.default_rng(0))
    short = {crop.tobytes() for crop in clips[1].crops[:, 8:-8, 8:-8]}
    crops = batch.crops.permute(0, 1, 3, 4, 2).contiguous().numpy()
    drawn = Counter(row[-1].tobytes() in short for row in crops)
    assert 0.4 < drawn[True] / 400 < 0.6


def test_still_pictures_share_a_row_and_long_clips_do_not_crowd_them_out():
    clips = [made_clip("long", 60, 0), *(made_clip(f"still{k}", 1, k) for k in range(1, 4))]
    batch = sampler(clips, length=4).batch(200, np.random.default_rng(0))
    stills = {clip.crops[0, 8:-8, 8:-8].tobytes() for clip in clips[1:]}
    crops = batch.crops.permute(0, 1, 3, 4, 2).contiguous().numpy()
    still_rows = np.array([row[0].tobytes() in stills for row in crops])
    assert 0.6 < still_rows.mean() < 0.9, "three persons of four have stills"
    assert (batch.restart.sum(dim=1).numpy()[still_rows] == 4).all()


def test_the_same_seed_gives_the_same_batch():
    clips = [made_clip("a", 30)]
    varied = WindowSampler(clips, 6, HostCrops(clips, SIZE, Augmentation()))
    first, again, other = (varied.batch(5, np.random.default_rng(seed)).crops for seed in (3, 3, 4))
    assert (first == again).all()
    assert (first != other).any()


def test_clips_without_any_rating_are_refused():
    with pytest.raises(ValueError, match="rated"):
        sampler([made_clip("a", rated=0.0)])
