"""Gradients of a crop say which way brightness changes, where, whatever the light."""

import numpy as np

from au_studio.factory.benchmark.geometry.gradients import SIZE, gradients


def test_light_and_contrast_change_nothing_and_a_furrow_shows_where_it_is():
    rng = np.random.default_rng(0)
    crop = rng.integers(60, 120, (128, 128, 3)).astype(np.uint8)
    darker = (crop * 1.5 + 20).astype(np.uint8)
    plain, other = gradients(np.stack([crop, darker])).astype(np.float32)
    assert plain.shape == (SIZE,)
    assert np.abs(plain - other).max() < 0.05 * plain.max()
    furrowed = crop.copy()
    furrowed[30:33, 50:78] = 0
    changed = np.abs(gradients(furrowed[None])[0].astype(np.float32) - plain).reshape(8, 12, 12).sum(axis=0)
    assert changed[2:4, 4:8].min() > 3 * np.median(changed)


def test_a_blank_crop_has_none():
    assert not gradients(np.full((1, 128, 128, 3), 90, dtype=np.uint8)).any()
