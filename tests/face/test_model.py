"""Boxes: extent, area, overlap."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.face.model import extent, overlap


def box(*corners: float) -> np.ndarray:
    return np.array(corners, np.float32)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (box(0, 0, 10, 10), box(0, 0, 10, 10), 1.0),
        (box(0, 0, 10, 10), box(5, 0, 15, 10), 1 / 3),
        (box(0, 0, 10, 10), box(2, 2, 4, 4), 0.04),
        (box(0, 0, 10, 10), box(10, 0, 20, 10), 0.0),
        (box(0, 0, 0, 0), box(0, 0, 0, 0), 0.0),
    ],
)
def test_overlap_is_the_shared_part_of_both(a, b, expected):
    assert overlap(a, b) == pytest.approx(expected)
    assert overlap(b, a) == pytest.approx(expected)


def test_the_extent_holds_every_point():
    points = np.array([[3, 4], [1, 9], [2, -5]], np.float32)
    assert extent(points).tolist() == [1, -5, 3, 9]
