"""What the pictures of the renderer can be relied on for."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.face.backends import create_backend
from au_studio.factory.synthetic.controls import AUS, CONTROLS
from au_studio.factory.synthetic.identity import ICT, MAKEHUMAN, TRAIN
from au_studio.factory.synthetic.scene import Camera, HeadPose, Light, Setting

pytestmark = pytest.mark.shared
LIGHT = Light(
    (0.4, 0.4, 0.8),
    (0.6, 0.6, 0.6),
    (-0.7, 0.1, 0.7),
    (0.25, 0.25, 0.25),
    (0.4, 0.4, 0.4),
    (0.2, 0.2, 0.2),
    0.5,
)
BLUE = np.full((8, 8, 3), (0, 0, 255), np.uint8)
NONE = np.zeros(len(AUS), np.float32)


def setting(yaw=0.0, face_width=80.0):
    return Setting(HeadPose(yaw), Camera(90.0, face_width, (80.0, 82.0)), LIGHT, BLUE)


def photograph(person, intensities=NONE, where=None):
    nuisance = np.zeros(len(CONTROLS), np.float32)
    return person.photograph(intensities, NONE, nuisance, (0.0, 0.0), where or setting())


@pytest.mark.parametrize("rig", [ICT, MAKEHUMAN])
def test_the_detector_finds_the_face_where_the_renderer_put_it(studio, rig):
    backend, _ = create_backend("mediapipe")
    for yaw in (-0.4, 0.0, 0.4):
        with studio.person(12, rig, TRAIN) as person:
            picture, exact = photograph(person, where=setting(yaw))
        faces = backend.detect(picture)
        assert faces, f"no face at yaw {yaw}"
        eyes = np.linalg.norm(exact[1] - exact[0])
        assert np.linalg.norm(faces[0].anchors - exact, axis=1).mean() < 0.3 * eyes


@pytest.mark.parametrize("rig", [ICT, MAKEHUMAN])
def test_there_are_no_holes_in_the_face(studio, rig):
    with studio.person(12, rig, TRAIN) as person:
        picture, exact = photograph(person)
    x0, x1 = int(exact[0, 0]) - 4, int(exact[1, 0]) + 4
    y0, y1 = int(exact[0, 1]) - 6, int(exact[2, 1]) + 14
    middle = picture[y0:y1, x0:x1].astype(int)
    background = (middle[..., 2] > 200) & (middle[..., 0] < 40) & (middle[..., 1] < 40)
    assert not background.any()
    assert (picture[2, 2] == (0, 0, 255)).all()


@pytest.mark.parametrize("rig", [ICT, MAKEHUMAN])
@pytest.mark.parametrize(("au", "lower"), [(4, False), (12, True), (25, True)])
def test_a_unit_changes_its_own_half_of_the_face_most(studio, rig, au, lower):
    values = NONE.copy()
    values[AUS.index(au)] = 5.0
    with studio.person(15, rig, TRAIN) as person:
        rest, exact = photograph(person)
        acting, _ = photograph(person, values)
    change = np.abs(acting.astype(int) - rest).sum(axis=-1)
    border = int((exact[0, 1] + exact[2, 1]) / 2)
    assert change.max() > 30
    assert (change[border:].sum() > change[:border].sum()) == lower


def test_the_same_person_in_the_same_place_gives_the_same_picture(studio):
    pictures = []
    for _ in range(2):
        with studio.person(9, ICT, TRAIN) as person:
            pictures.append(photograph(person)[0])
    np.testing.assert_array_equal(pictures[0], pictures[1])


def test_a_larger_face_width_gives_a_larger_face(studio):
    with studio.person(9, ICT, TRAIN) as person:
        near, far = (photograph(person, where=setting(face_width=w))[1] for w in (100.0, 50.0))
    assert np.linalg.norm(near[1] - near[0]) == pytest.approx(2 * np.linalg.norm(far[1] - far[0]), rel=0.02)
