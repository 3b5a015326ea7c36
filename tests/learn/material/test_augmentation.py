"""Augmentation varies windows as wholes, and not at all when it is switched off."""

from dataclasses import replace

import numpy as np
from made_clips import SIZE, made_clip

from au_studio.learn.material.augmentation import NO_AUGMENTATION, Augmentation
from au_studio.learn.material.clips import centre


def test_without_augmentation_the_template_is_cut_out():
    clip = made_clip("a", 4)
    np.testing.assert_array_equal(
        NO_AUGMENTATION(clip.crops, SIZE, np.random.default_rng(0)), centre(clip.crops, SIZE)
    )


def test_geometry_and_colour_are_the_same_for_a_whole_window():
    still = np.repeat(made_clip("a", 1).crops, 5, axis=0)
    window = Augmentation(jitter=0, noise=0)(still, SIZE, np.random.default_rng(1))
    assert (window == window[:1]).all()
    assert (window[0] != centre(still, SIZE)[0]).any()


def test_colours_per_frame_differ_within_a_window():
    still = np.repeat(made_clip("a", 1).crops, 5, axis=0)
    window = Augmentation(jitter=0, noise=0, colour_per_frame=True)(still, SIZE, np.random.default_rng(1))
    assert (window != window[:1]).any()


def test_every_effect_keeps_shape_and_type():
    crops = made_clip("a", 3).crops
    certain = Augmentation(shade=1, blur=1, shrink=1, noise=1, compress=1, film=1, occlude=1)
    for seed in range(10):
        window = certain(crops, SIZE, np.random.default_rng(seed))
        assert window.shape == (3, SIZE, SIZE, 3)
        assert window.dtype == np.uint8


def test_the_original_crops_are_left_alone():
    crops = made_clip("a", 3).crops
    before = crops.copy()
    Augmentation(shade=1, blur=1, shrink=1, noise=1, compress=1, film=1, occlude=1)(
        crops, SIZE, np.random.default_rng(0)
    )
    np.testing.assert_array_equal(crops, before)


def test_an_unaltered_draw_of_film_artefacts_loses_detail_and_keeps_the_face():
    crops = made_clip("a", 6).crops
    plain = NO_AUGMENTATION(crops, SIZE, np.random.default_rng(3)).astype(float)
    filmed = replace(NO_AUGMENTATION, film=1.0)(crops, SIZE, np.random.default_rng(3)).astype(float)
    assert 0.2 < np.abs(filmed - plain).mean() < 20
    assert np.corrcoef(filmed.ravel(), plain.ravel())[0, 1] > 0.9


def test_smaller_crops_are_shifted_by_as_much_of_the_face():
    """A shift is in pixels of a 128-px crop: half as many in one of 64 px."""
    places = []
    for size in (128, 64):
        side = size + size // 8
        crops = np.zeros((1, side, side, 3), np.uint8)
        crops[:, side // 2 - 2 : side // 2 + 2, side // 2 - 2 : side // 2 + 2] = 255
        moved = replace(NO_AUGMENTATION, shift=12.0)(crops, size, np.random.default_rng(5))[0, :, :, 0]
        rows, columns = np.nonzero(moved > 100)
        places.append(np.array([rows.mean(), columns.mean()]) / size)
    assert np.abs(places[0] - 0.5).max() > 0.02
    assert np.allclose(places[0], places[1], atol=0.02)


def test_a_fringe_covers_the_forehead_and_nothing_below_the_eyes():
    plain = np.full((3, SIZE + 16, SIZE + 16, 3), 128, np.uint8)
    fringed = replace(NO_AUGMENTATION, fringe=1.0)
    shares = []
    for seed in range(60):
        window = fringed(plain, SIZE, np.random.default_rng(seed))
        assert (window == window[:1]).all(), "hair does not jump from frame to frame"
        covered = (np.abs(window[0].astype(int) - 128).max(axis=-1) > 3).mean(axis=1)
        assert not covered[round(0.65 * SIZE) :].any()
        shares.append(covered)
    top, brows = np.mean(shares, axis=0)[[0, round(0.22 * SIZE)]]
    assert top > 0.7
    assert 0.1 < brows < 0.6
