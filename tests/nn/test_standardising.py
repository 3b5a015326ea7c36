"""Crops are standardised in NumPy as in torch, each by itself."""

import numpy as np
import torch

from au_studio.nn.model import standardise
from au_studio.nn.standardising import standardised


def test_it_says_what_torch_says_also_of_plain_and_faint_crops():
    rng = np.random.default_rng(0)
    crops = rng.integers(0, 256, (5, 32, 32, 3), dtype=np.uint8)
    crops[3] = 77
    crops[4] = 100 + rng.integers(0, 3, (32, 32, 3))
    by_torch = standardise(torch.from_numpy(crops).permute(0, 3, 1, 2)).numpy()
    found = standardised(crops)
    assert (found.shape, found.dtype) == (by_torch.shape, np.float32)
    np.testing.assert_allclose(found, by_torch, atol=2e-6)
    assert not found[3].any()
    assert 0 < found[4].std() < 0.2


def test_what_stands_beside_a_crop_does_not_change_it():
    crops = np.random.default_rng(1).integers(0, 256, (7, 32, 32, 3), dtype=np.uint8)
    together = standardised(crops)
    for place in range(7):
        np.testing.assert_array_equal(standardised(crops[place : place + 1])[0], together[place])
