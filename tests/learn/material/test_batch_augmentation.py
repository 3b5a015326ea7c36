"""Crops that are varied all at once are varied as those that are varied one by one."""

from dataclasses import replace

import cv2
import numpy as np
import pytest
import torch
from made_clips import SIZE, made_clip

from au_studio.factory.base import RENDERED
from au_studio.learn.material.augmentation import NO_AUGMENTATION, Augmentation
from au_studio.learn.material.batch_augmentation import vary
from au_studio.learn.material.clips import centre


def picture(size, seed=0):
    """A soft picture with structure at several scales, as a face has."""
    rng = np.random.default_rng(seed)
    layers = [
        cv2.resize(rng.uniform(0, 255, (n, n, 3)), (size, size), interpolation=cv2.INTER_CUBIC)
        for n in (4, 9, 20)
    ]
    return np.clip(np.mean(layers, axis=0), 0, 255).astype(np.uint8)


def varied(crops, augmentation, *, size=SIZE, run=None, seed=0):
    torch.manual_seed(seed)
    keys = 1000 * seed + (np.zeros(len(crops), dtype=np.int64) if run is None else np.asarray(run))
    made = vary(torch.from_numpy(crops), augmentation, size, keys, np.arange(len(crops)))
    return made.permute(0, 2, 3, 1).numpy()


def test_without_augmentation_the_template_is_cut_out():
    crops = made_clip("a", 4).crops
    np.testing.assert_array_equal(varied(crops, NO_AUGMENTATION), centre(crops, SIZE))


def test_every_effect_keeps_shape_and_type_and_leaves_the_original_alone():
    crops = made_clip("a", 3).crops
    before = crops.copy()
    certain = Augmentation(shade=1, blur=1, shrink=1, noise=1, compress=1, film=1, occlude=1, fringe=1)
    for seed in range(5):
        made = varied(crops, certain, seed=seed)
        assert made.shape == (3, SIZE, SIZE, 3)
        assert made.dtype == np.uint8
    np.testing.assert_array_equal(crops, before)


def test_the_same_draws_give_the_same_crops():
    crops = made_clip("a", 4).crops
    np.testing.assert_array_equal(varied(crops, RENDERED, seed=3), varied(crops, RENDERED, seed=3))
    assert (varied(crops, RENDERED, seed=3) != varied(crops, RENDERED, seed=4)).any()


def test_a_run_is_varied_alike_and_another_one_differently():
    still = np.repeat(made_clip("a", 1).crops, 6, axis=0)
    made = varied(still, replace(RENDERED, jitter=0, noise=0), run=[0, 0, 0, 1, 1, 1])
    assert (made[:3] == made[:1]).all()
    assert (made[3:] == made[3:4]).all()
    assert (made[0] != made[3]).any()


def test_colours_per_frame_differ_within_a_run():
    still = np.repeat(made_clip("a", 1).crops, 5, axis=0)
    made = varied(still, replace(NO_AUGMENTATION, colour=1.0, colour_per_frame=True))
    assert len(np.unique(made.reshape(5, -1), axis=0)) == 5


def test_faces_are_moved_as_far_as_one_by_one():
    """Where a bright dot comes to lie has the same mean and spread, and lies inside the same limits."""
    side = SIZE + 16
    dot = np.zeros((1, side, side, 3), np.uint8)
    cv2.circle(dot[0], (side // 2 + 12, side // 2 - 8), 2, (255, 255, 255), -1)
    geometry = replace(NO_AUGMENTATION, rotation=20, shift=6, scale=0.1, stretch=0.1, flip=0.5, jitter=0.5)

    def places(pictures):
        at = np.mgrid[:SIZE, :SIZE]
        return np.array([[(p[..., 0] * axis).sum() / p[..., 0].sum() for axis in at] for p in pictures])

    many = np.repeat(dot, 3000, axis=0)
    at_once = places(varied(many, geometry, run=np.arange(3000)).astype(float))
    rng = np.random.default_rng(1)
    one_by_one = places([geometry(dot, SIZE, rng)[0].astype(float) for _ in range(3000)])
    np.testing.assert_allclose(at_once.mean(axis=0), one_by_one.mean(axis=0), atol=0.7)
    np.testing.assert_allclose(at_once.std(axis=0), one_by_one.std(axis=0), rtol=0.06)
    for edge in (np.min, np.max):
        np.testing.assert_allclose(edge(at_once, axis=0), edge(one_by_one, axis=0), atol=2.5)


EFFECTS = ("fringe", "colour", "shade", "blur", "shrink", "noise", "occlude", "compress", "film")


@pytest.mark.parametrize("effect", EFFECTS)
def test_an_effect_is_as_strong_as_one_by_one(effect):
    """How far pictures are off from the plain ones, in the mean over many draws."""
    size = 64
    crops = np.stack([picture(size, seed) for seed in range(4)])
    augmentation = replace(NO_AUGMENTATION, **{effect: 1.0})
    many = np.tile(crops, (60, 1, 1, 1))
    at_once = varied(many, augmentation, size=size, run=np.arange(len(many)))
    rng = np.random.default_rng(2)
    one_by_one = np.concatenate([augmentation(crop[None], size, rng) for crop in many])

    def off(pictures):
        return np.abs(pictures.astype(float) - many).mean()

    tolerance = 0.35 if effect in {"compress", "film"} else 0.15
    assert off(one_by_one) > 0.3
    assert off(at_once) == pytest.approx(off(one_by_one), rel=tolerance)
    correlation = np.corrcoef(at_once.ravel(), many.ravel())[0, 1]
    assert correlation == pytest.approx(np.corrcoef(one_by_one.ravel(), many.ravel())[0, 1], abs=0.06)


def test_a_flat_picture_stays_flat_in_a_film():
    flat = np.full((4, SIZE, SIZE, 3), (120, 90, 60), np.uint8)
    made = varied(flat, replace(NO_AUGMENTATION, film=1.0), run=np.arange(4)).astype(int)
    assert np.abs(made - made[:, :1, :1]).max() <= 2
    assert np.abs(made - flat).max() < 12
