from __future__ import annotations

import numpy as np
import pytest

from au_studio.face.mediapipe import is_plausible
from au_studio.face.model import Face, extent
from au_studio.face.opencv import cv2


def eye_distance(face: Face) -> float:
    return float(np.linalg.norm(face.anchors[1] - face.anchors[0]))


def test_a_face_is_found_where_it_is(backend, draw):
    (face,) = backend.detect(draw(faces=((160, 120, 60),)))
    assert face.landmarks.shape == (468, 2)
    assert face.score > 0.9
    np.testing.assert_allclose(face.anchors[:2].mean(axis=0), [160, 120 - 0.18 * 60], atol=4)
    assert face.anchors[0, 0] < face.anchors[1, 0]
    np.testing.assert_allclose(face.box, extent(face.landmarks))


def test_a_picture_without_a_face_has_none(backend):
    noise = np.random.default_rng(0).integers(0, 256, (240, 320, 3), dtype=np.uint8)
    assert backend.detect(noise) == []
    assert backend.detect(np.zeros((240, 320, 3), np.uint8)) == []


def test_two_faces_are_two_even_when_tiles_see_them_twice(backend, draw):
    faces = backend.detect(draw(240, 426, faces=((110, 120, 50), (310, 110, 50))))
    assert len(faces) == 2


def test_a_small_face_is_found_by_the_thorough_search(backend, draw):
    image = draw(720, 1280, faces=((900, 300, 40),))
    (face,) = backend.detect(image, thorough=True)
    assert abs(face.anchors[2, 0] - 900) < 4


def test_a_photograph_cut_close_to_the_face_is_enough(backend, draw):
    image = draw(480, 640, faces=((320, 240, 120),))
    (face,) = backend.detect(image)
    x0, y0, x1, y1 = (int(v) for v in face.box)
    (close,) = backend.detect(np.ascontiguousarray(image[y0:y1, x0:x1]))
    moved = close.anchors + np.array([x0, y0]) - face.anchors
    assert np.abs(moved).max() < 0.06 * eye_distance(face)


def test_pictures_of_any_size_are_taken(backend, draw):
    for height, width in ((1, 1), (2, 300), (97, 131), (130, 40)):
        assert backend.detect(np.full((height, width, 3), 90, np.uint8)) == []


@pytest.mark.parametrize("degrees", [-40, 20, 60])
def test_a_tilted_head_gets_tilted_landmarks(backend, draw, degrees):
    image = draw(400, 400, faces=((200, 200, 80),))
    (face,) = backend.detect(image)
    matrix = cv2.getRotationMatrix2D((200, 200), degrees, 1.0)
    (tilted,) = backend.detect(cv2.warpAffine(image, matrix, (400, 400), borderValue=(70, 90, 120)))
    expected = face.anchors @ matrix[:, :2].T + matrix[:, 2]
    assert np.abs(tilted.anchors - expected).max() < 0.05 * eye_distance(face)


def test_a_moving_face_is_followed(backend, draw):
    (face,) = backend.detect(draw(faces=((120, 120, 60),)))
    for x in range(126, 180, 6):
        face = backend.follow(draw(faces=((x, 120, 60),)), face)
        assert face is not None
        assert abs(face.anchors[:2, 0].mean() - x) < 3


def test_a_resting_face_rests(backend, draw):
    image = draw(faces=((160, 120, 60),))
    (first,) = backend.detect(image)
    face = first
    for _ in range(10):
        face = backend.follow(image, face)
    assert np.abs(face.anchors - first.anchors).max() < 0.03 * eye_distance(first)


def test_a_face_that_is_gone_is_not_followed(backend, draw):
    (face,) = backend.detect(draw())
    assert backend.follow(draw(faces=()), face) is None


def test_a_mesh_that_is_no_face_is_implausible(backend, draw):
    image = draw()
    (face,) = backend.detect(image)

    def moved(landmarks, anchors):
        return Face(extent(landmarks.astype(np.float32)), landmarks, anchors.astype(np.float32), 0.9)

    assert is_plausible(face, image)
    upside_down = face.anchors[[1, 0, 2]]
    assert not is_plausible(moved(face.landmarks, upside_down), image)
    assert not is_plausible(moved(face.landmarks + 200, face.anchors + 200), image)
    assert not is_plausible(moved(face.landmarks * 0.01, face.anchors * 0.01), image)
    assert not is_plausible(moved(face.landmarks * np.nan, face.anchors), image)


@pytest.mark.shared
@pytest.mark.parametrize(
    "name", ["grid/talker_s4.mpg", "asl/bird.mkv", "asl/book.mkv", "edge/single_face.mp4"]
)
def test_real_faces_are_found(backend, frames_of, name):
    images = list(frames_of(name))[::12]
    assert [len(backend.detect(image)) for image in images] == [1] * len(images)


@pytest.mark.shared
def test_an_empty_room_has_no_faces(backend, frames_of):
    assert not any(backend.detect(image) for image in list(frames_of("edge/no_face.mp4"))[::6])
