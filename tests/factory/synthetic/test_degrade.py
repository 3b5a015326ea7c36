"""What cameras, and things in front of a face, do to a picture."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.factory.synthetic.degrade import Degradation, degrade, draw_degradation, occlude


@pytest.fixture
def picture():
    y, x = np.mgrid[0:96, 0:96]
    return np.stack([(x * 2) % 256, (y * 2) % 256, ((x // 8 + y // 8) % 2) * 200], axis=-1).astype(np.uint8)


def test_a_clean_camera_changes_nothing(picture):
    np.testing.assert_array_equal(degrade(picture, Degradation(), np.random.default_rng(0)), picture)


def test_every_camera_gives_a_picture_of_the_same_size(picture):
    rng = np.random.default_rng(1)
    for _ in range(40):
        out = degrade(picture, draw_degradation(rng), rng)
        assert out.shape == picture.shape
        assert out.dtype == np.uint8


def test_blur_and_coarse_sampling_take_detail_away(picture):
    def detail(p):
        return float(np.abs(np.diff(p.astype(int), axis=1)).mean())

    rng = np.random.default_rng(2)
    assert detail(degrade(picture, Degradation(blur=1.5), rng)) < 0.8 * detail(picture)
    assert detail(degrade(picture, Degradation(shrink=0.4), rng)) < 0.9 * detail(picture)
    assert detail(degrade(picture, Degradation(noise=8.0), rng)) > detail(picture)


def test_a_grey_camera_gives_grey(picture):
    out = degrade(picture, Degradation(saturation=0.0), np.random.default_rng(3)).astype(int)
    assert np.abs(out - out.mean(axis=-1, keepdims=True)).max() <= 1.5


def test_balance_is_applied_to_its_own_channel(picture):
    out = degrade(picture, Degradation(balance=(0.5, 1.0, 1.0)), np.random.default_rng(4))
    assert out[..., 0].mean() < 0.6 * picture[..., 0].mean()
    np.testing.assert_allclose(out[..., 1], picture[..., 1], atol=1)


def test_an_occluder_hides_a_part_and_leaves_the_rest(picture):
    anchors = np.array([[35, 40], [61, 40], [48, 60]], np.float32)
    changed = []
    for seed in range(25):
        out = occlude(picture, anchors, np.random.default_rng(seed))
        assert out.shape == picture.shape
        changed.append((np.abs(out.astype(int) - picture).max(axis=-1) > 40).mean())
    assert np.mean(changed) < 0.4
    assert sum(share > 0.003 for share in changed) > 15
