"""The faces that scales of 8-bit networks are fitted to survive their file, and come in the model's size."""

import numpy as np
import pytest

from au_studio.nn.calibration import calibration_crops, from_bytes, to_bytes


def test_crops_survive_their_file():
    crops = np.random.default_rng(0).integers(0, 256, (3, 16, 16, 3), dtype=np.uint8)
    begins = np.array([True, False, True])
    again, marks = from_bytes(to_bytes(crops, begins))
    np.testing.assert_array_equal(again, crops)
    np.testing.assert_array_equal(marks, begins)


@pytest.mark.parametrize("side", [32, 128, 160])
def test_crops_that_ship_come_as_large_as_asked(side):
    crops, begins = calibration_crops(side)
    assert crops.shape == (len(begins), side, side, 3)
    assert crops.dtype == np.uint8
    assert len(crops) > 50
    assert begins[0]
    assert 1 < begins.sum() < len(begins)
    whole, _ = calibration_crops(128)
    assert np.abs(crops.mean(axis=(1, 2)) - whole.mean(axis=(1, 2))).max() < 2
