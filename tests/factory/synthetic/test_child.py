"""What makes a head a child's."""

from __future__ import annotations

import numpy as np

from au_studio.factory.synthetic.child import childlike

EYE, NOSE = np.float32([3.0, 0.0, 0.0]), np.float32([0.0, -5.5, 3.0])


def test_a_childs_eyes_are_larger_and_the_chin_is_nearer():
    rim = np.float32([[4.5, 0.0, 0.0], [3.0, 1.5, 0.0], [1.5, 0.0, 0.0], [3.0, -1.5, 0.0]])
    chin, skull = np.float32([[0.0, -10.0, 2.0]]), np.float32([[0.0, 9.0, 0.0]])
    child = childlike(np.concatenate([rim, chin, skull]), EYE, NOSE, 1.0)
    assert np.linalg.norm(child[:4] - EYE, axis=1).min() > 1.6
    assert child[4, 1] > -9.6
    np.testing.assert_allclose(child[5], skull[0], atol=0.05)


def test_no_amount_changes_nothing():
    points = np.random.default_rng(1).normal(0.0, 6.0, (40, 3)).astype(np.float32)
    np.testing.assert_array_equal(childlike(points, EYE, NOSE, 0.0), points)
