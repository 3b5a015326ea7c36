"""The corners of a mouth are read off the code of a mesh."""

import numpy as np
import pytest

from au_studio.nn.lip_corners import LEFT, RIGHT, corner_directions

RNG = np.random.default_rng(2)


@pytest.mark.parametrize("flipped", [False, True], ids=["y downwards", "y upwards"])
def test_a_moved_corner_is_found_on_its_own_side(flipped):
    reference = RNG.normal(0, 1, (478, 3))
    reference[[33, 263]] = [[-1, -1, 0], [1, -1, 0]]
    reference[[RIGHT, LEFT]] = [[-0.5, 1, 0], [0.5, 1, 0]]
    reference[[1, 10, 152]] = [[0, 0, 0], [0, -2, 0], [0, 2, 0]]
    sign = -1.0 if flipped else 1.0
    reference[:, 1] *= sign
    directions = np.linalg.qr(RNG.normal(0, 1, (1434, 20)))[0]
    smile = np.zeros((478, 3))
    smile[LEFT, :2] = 0.2, -0.2 * sign
    smile[RIGHT, :2] = 0.1, 0.0  # inwards
    directions = np.linalg.qr(np.column_stack([smile.ravel(), directions]))[0]
    basis = directions * RNG.uniform(1, 9, directions.shape[1])
    left, right = (smile.ravel() @ basis) @ corner_directions(reference, basis)
    assert left == pytest.approx(100 * np.hypot(0.2, 0.2) / 2, rel=1e-4)
    assert right == pytest.approx(-100 * 0.1 / np.sqrt(2) / 2, rel=1e-4)
