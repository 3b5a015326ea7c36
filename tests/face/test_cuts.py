from __future__ import annotations

import numpy as np
import pytest

from au_studio.face.cuts import correlation, face_pattern, frame_pattern, is_other_face, is_scene_cut
from au_studio.face.model import Face, extent


def as_face(anchors: np.ndarray) -> Face:
    points = anchors.astype(np.float32)
    return Face(extent(points), points, points, 1.0)


@pytest.fixture
def face():
    return as_face(np.array([[149, 109], [171, 109], [160, 126]]))


def test_flickering_light_is_no_cut(draw, face):
    image = draw()
    dimmed = (image * 0.55 + 20).astype(np.uint8)
    assert not is_scene_cut(frame_pattern(image), frame_pattern(dimmed))
    assert correlation(face_pattern(image, face), face_pattern(dimmed, face)) > 0.99


def test_another_scene_is_a_cut(draw):
    rng = np.random.default_rng(3)
    other = np.kron(rng.integers(0, 256, (8, 10, 1)), np.ones((30, 32, 3))).astype(np.uint8)
    assert is_scene_cut(frame_pattern(draw()), frame_pattern(other))


def test_a_moving_camera_leaves_the_face_alike(draw, face):
    shifted = np.roll(draw(), 40, axis=1)
    moved = as_face(face.anchors + np.array([40, 0]))
    likeness = correlation(face_pattern(draw(), face), face_pattern(shifted, moved))
    assert likeness > 0.99
    assert not is_other_face(likeness)


def test_plain_pictures_are_alike_and_unlike_all_others(draw):
    black, grey = (frame_pattern(np.full((90, 120, 3), v, np.uint8)) for v in (0, 128))
    assert correlation(black, grey) == 1.0
    assert correlation(black, frame_pattern(draw())) == 0.0
