from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from au_studio.face.align import CROP_SIZE, TEMPLATE, crop_face, similarity, umeyama, warp
from au_studio.face.opencv import cv2

scales = st.floats(0.05, 20.0)
angles = st.floats(-math.pi, math.pi)
shifts = st.floats(-2000.0, 2000.0)


def transform(scale: float, angle: float, dx: float, dy: float) -> np.ndarray:
    a, b = scale * math.cos(angle), scale * math.sin(angle)
    return np.array([[a, -b, dx], [b, a, dy]])


def apply(matrix: np.ndarray, points: np.ndarray) -> np.ndarray:
    return points @ matrix[:, :2].T + matrix[:, 2]


@given(scales, angles, shifts, shifts)
def test_a_known_similarity_is_recovered(scale, angle, dx, dy):
    known = transform(scale, angle, dx, dy)
    moved = apply(known, TEMPLATE.astype(np.float64)).astype(np.float32)
    np.testing.assert_allclose(
        umeyama(TEMPLATE, moved), known, rtol=2e-3, atol=2e-3 + 1e-5 * abs(dx) + 1e-5 * abs(dy)
    )


@given(scales, angles, shifts, shifts)
def test_wherever_the_face_is_its_anchors_come_to_the_template(scale, angle, dx, dy):
    anchors = apply(transform(scale, angle, dx, dy), TEMPLATE.astype(np.float64)).astype(np.float32)
    np.testing.assert_allclose(apply(similarity(anchors).astype(np.float64), anchors), TEMPLATE, atol=0.05)


@given(st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=3, max_size=3, unique=True))
def test_the_fit_has_the_least_squared_error_and_never_mirrors(points):
    source = np.array(points, dtype=np.float32)
    if np.ptp(source, axis=0).max() < 1.0:
        return
    best = umeyama(source, TEMPLATE).astype(np.float64)
    assert np.linalg.det(best[:, :2]) > -1e-9

    def error(matrix):
        return float(((apply(matrix, source.astype(np.float64)) - TEMPLATE) ** 2).sum())

    for da, db in ((1e-3, 0), (-1e-3, 0), (0, 1e-3), (0, -1e-3)):
        near = best + np.array([[da, -db, 0], [db, da, 0]])
        near[:, 2] += (TEMPLATE - apply(near, source.astype(np.float64))).mean(axis=0)
        assert error(best) <= error(near) + 1e-3


def test_a_mirrored_face_is_turned_not_mirrored():
    mirrored = TEMPLATE * np.array([-1, 1], np.float32)
    turned = similarity(mirrored)[:, :2].astype(float)
    scale = np.linalg.det(turned)
    assert scale > 0
    np.testing.assert_allclose(turned @ turned.T, scale * np.eye(2), atol=1e-6)


@pytest.mark.parametrize("anchors", [np.full((3, 2), 7.0), np.full((3, 2), np.nan)])
def test_anchors_without_extent_are_refused(anchors):
    with pytest.raises(ValueError, match="align"):
        similarity(anchors.astype(np.float32))


def test_the_template_is_symmetric_so_that_mirrored_crops_are_aligned():
    mirrored = (CROP_SIZE - 1) - TEMPLATE[[1, 0, 2], 0]
    np.testing.assert_allclose(mirrored, TEMPLATE[:, 0])


def scene(side: int = 640) -> tuple[np.ndarray, np.ndarray]:
    """A smooth coloured pattern with the template's anchors three times as large in its middle."""
    y, x = np.mgrid[0:side, 0:side].astype(np.float32)
    waves = [127 + 100 * np.sin(x / a + y / b) for a, b in ((23, 41), (37, -29), (-31, 19))]
    anchors = TEMPLATE * 3 + np.float32(side / 2 - 3 * 63.5)
    return np.stack(waves, axis=-1).astype(np.uint8), anchors


@pytest.mark.parametrize(
    ("scale", "degrees"), [(1.0, 0), (1.0, 25), (1.0, -90), (1.5, 10), (0.5, 40), (0.35, 180)]
)
def test_turning_or_scaling_the_picture_does_not_change_the_crop(scale, degrees):
    image, anchors = scene()
    matrix = cv2.getRotationMatrix2D((320, 320), degrees, scale)
    turned = cv2.warpAffine(image, matrix, (640, 640), flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REFLECT)
    moved = apply(matrix, anchors.astype(np.float64)).astype(np.float32)
    difference = crop_face(image, anchors).astype(int) - crop_face(turned, moved).astype(int)
    assert np.abs(difference[24:-24, 24:-24]).mean() < 3.0


def test_a_margin_adds_context_and_leaves_the_middle_as_it_was():
    image, anchors = scene()
    plain, wide = crop_face(image, anchors), crop_face(image, anchors, margin=8)
    assert wide.shape == (144, 144, 3)
    assert np.abs(wide[8:-8, 8:-8].astype(int) - plain.astype(int)).max() <= 2


def test_a_crop_of_twice_the_size_shows_the_same_part():
    image, anchors = scene()
    small = cv2.resize(crop_face(image, anchors, size=256), (128, 128), interpolation=cv2.INTER_AREA)
    assert np.abs(small.astype(int) - crop_face(image, anchors).astype(int)).mean() < 2.0


def test_fine_texture_of_a_large_face_is_averaged_not_aliased():
    board = (np.indices((1600, 1600)).sum(axis=0) % 2 * 255).astype(np.uint8)
    crop = crop_face(np.repeat(board[..., None], 3, axis=2), TEMPLATE * 10 + 150)
    assert crop.std() < 4.0
    assert abs(crop.mean() - 127.5) < 3.0


@pytest.mark.parametrize("factor", [1.0, 1.7, 2.0, 3.3, 4.0, 6.5])
def test_shrinking_does_not_shift_the_picture(factor):
    y, x = np.mgrid[0:1500, 0:1500].astype(np.float32)
    spot = 255 * np.exp(-((x - 700.3) ** 2 + (y - 611.8) ** 2) / (2 * (8 * factor) ** 2))
    image = np.repeat(spot[..., None], 3, axis=2).astype(np.uint8)
    anchors = (TEMPLATE - 63.5) * np.float32(factor) + np.array([700.3, 611.8], np.float32)
    crop = crop_face(image, anchors)[..., 0].astype(float)
    rows, columns = np.mgrid[0:128, 0:128]
    middle = np.array([(crop * columns).sum(), (crop * rows).sum()]) / crop.sum()
    np.testing.assert_allclose(middle, 63.5, atol=0.08)


def test_outside_the_picture_the_border_is_repeated():
    image = np.full((60, 60, 3), 200, np.uint8)
    assert crop_face(image, TEMPLATE - 40).min() == 200
    assert crop_face(image, TEMPLATE * 9 - 3000).min() == 200


def test_the_same_input_gives_the_same_bytes():
    image, anchors = scene()
    assert np.array_equal(crop_face(image, anchors), crop_face(image.copy(), anchors.copy()))


@pytest.mark.shared
def test_brows_and_chin_of_real_speakers_are_inside_the_crop(backend, frames_of):
    for name in ("grid/talker_S1.mpg", "grid/lbbc2a.mpg", "edge/single_face.mp4"):
        for image in list(frames_of(name))[::20]:
            face = max(backend.detect(image), key=lambda f: f.area)
            points = apply(similarity(face.anchors), face.landmarks)
            assert points[152, 1] < CROP_SIZE
            assert points[[105, 334], 1].min() > 12  # room for raised brows and a part of the forehead
            assert points[:, 0].min() > 0
            assert points[:, 0].max() < CROP_SIZE


class InPlanes:
    """A picture that says which part of it was asked for."""

    def __init__(self, image: np.ndarray) -> None:
        self._image, self.asked = image, []
        self.y, self.shape = image[..., 1], image.shape
        self.whole = lambda: image

    def part(self, x0: int, y0: int, x1: int, y1: int) -> np.ndarray:
        assert 0 <= x0 < x1 <= self.shape[1]
        assert 0 <= y0 < y1 <= self.shape[0]
        self.asked.append((x1 - x0) * (y1 - y0))
        return self._image[y0:y1, x0:x1]


@pytest.mark.parametrize("eyes", [20, 44, 150, 400])
@pytest.mark.parametrize("corner", [(200, 150), (-40, 30), (560, 430), (5000, 0)])
def test_of_a_picture_in_planes_only_the_part_around_the_face_is_made_rgb(eyes, corner):
    image = np.random.default_rng(0).integers(0, 256, (480, 640, 3), dtype=np.uint8)
    anchors = (TEMPLATE * (eyes / 44) + corner).astype(np.float32)
    planes = InPlanes(image)
    found, expected = crop_face(planes, anchors), crop_face(image, anchors)
    # Where the part begins moves the places by less than a hundredth of a pixel.
    np.testing.assert_allclose(found.astype(int), expected, atol=3)
    assert np.abs(found.astype(int) - expected).mean() < 0.02
    assert sum(planes.asked) <= (150 * eyes / 44 + 20) ** 2


def test_resampling_by_four_channels_gives_what_three_give_anywhere_in_the_picture():
    rng = np.random.default_rng(5)
    for _ in range(60):
        height, width = (int(side) for side in rng.integers(20, 400, 2))
        image = rng.integers(0, 256, (height, width, 3), dtype=np.uint8)
        image.flags.writeable = False
        turned, scale, side = (
            rng.uniform(-3, 3),
            float(np.exp(rng.uniform(0, 1.5))),
            int(rng.choice([32, 192])),
        )
        linear = scale * np.array([[np.cos(turned), -np.sin(turned)], [np.sin(turned), np.cos(turned)]])
        # Inside the picture, across its edges, and beside it.
        middle = rng.uniform(-0.3, 1.3, 2) * (width, height)
        matrix = np.column_stack([linear, side / 2 - linear @ middle]).astype(np.float32)
        plain = cv2.warpAffine(
            image, matrix, (side, side), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        np.testing.assert_array_equal(warp(image, matrix, side), plain)
