from __future__ import annotations

import numpy as np
import pytest

from au_studio.face import fan
from au_studio.face.backends import BACKEND_NAMES, create_backend
from au_studio.face.errors import FaceModelError
from au_studio.face.landmarks import LAYOUTS


@pytest.fixture
def empty_folders(tmp_path, monkeypatch):
    folders = (tmp_path / "models", tmp_path / "checkpoints")
    monkeypatch.setattr(fan, "weight_folders", lambda: folders)
    for folder in folders:
        folder.mkdir()
    return folders


def test_the_default_needs_nothing_and_says_nothing():
    backend, notices = create_backend()
    assert (backend.name, notices) == ("mediapipe", ())
    assert backend.n_landmarks in LAYOUTS
    assert BACKEND_NAMES == ("mediapipe", "face-alignment")


def test_without_weights_the_embedded_backend_is_used_and_the_notice_says_what_to_do(empty_folders, draw):
    backend, (notice,) = create_backend("face-alignment")
    assert backend.name == "mediapipe"
    assert len(backend.detect(draw())) == 1
    for part in (fan.WEIGHTS, str(empty_folders[0]), str(empty_folders[1]), "mediapipe", "never downloads"):
        assert part in notice


def test_weights_that_were_cut_short_are_an_error_that_names_the_file(empty_folders):
    file = empty_folders[1] / fan.WEIGHTS
    file.write_bytes(b"half a file")
    with pytest.raises(FaceModelError, match="cut short") as caught:
        create_backend("face-alignment")
    assert str(file) in caught.value.message


def test_an_unknown_backend_is_refused():
    with pytest.raises(ValueError, match="mediapipe, face-alignment"):
        create_backend("openface")


class FakeNetwork:
    """Stands where the 2DFAN4 weights would be: the 68 points of a mean face in the given box."""

    peak = 0.8

    def get_landmarks_from_image(self, image, detected_faces, return_landmark_score):
        (box,) = detected_faces
        x0, y0, x1, y1 = box[:4]
        angle = np.linspace(0, np.pi, 17)
        points = np.zeros((68, 2), np.float32)
        points[:17] = np.stack([0.5 - 0.5 * np.cos(angle), 0.35 + 0.65 * np.sin(angle)], axis=1)
        points[17:48] = [0.5, 0.4]
        points[17:27] = [[x, 0.0] for x in np.linspace(0.1, 0.9, 10)]
        points[[36, 39, 42, 45]] = [[0.2, 0.25], [0.4, 0.25], [0.6, 0.25], [0.8, 0.25]]
        points[31:36] = [[x, 0.55] for x in np.linspace(0.4, 0.6, 5)]
        points[48:] = [0.5, 0.75]
        points = points * [x1 - x0, y1 - y0] + [x0, y0]
        return [points], [np.full(68, self.peak, np.float32)], None


def test_face_alignment_fits_68_points_to_faces_found_by_the_shipped_detector(draw):
    backend = fan.FaceAlignmentBackend(network=FakeNetwork())
    (face,) = backend.detect(draw(faces=((160, 120, 60),)))
    assert face.landmarks.shape == (68, 2)
    assert face.score == pytest.approx(0.8)
    assert face.anchors[0, 0] < 160 < face.anchors[1, 0]
    again = backend.follow(draw(faces=((160, 120, 60),)), face)
    np.testing.assert_allclose(again.box, face.box, atol=0.5)


def test_face_alignment_gives_up_a_face_when_its_heat_maps_fade(draw):
    network = FakeNetwork()
    backend = fan.FaceAlignmentBackend(network=network)
    (face,) = backend.detect(draw())
    network.peak = 0.1
    assert backend.follow(draw(), face) is None
    assert backend.detect(draw()) == []


def test_the_real_network_runs_offline_from_a_weight_file(tmp_path, monkeypatch, draw):
    torch = pytest.importorskip("torch")
    models = pytest.importorskip("face_alignment.models")

    def no_network(*_args, **_kwargs):
        raise AssertionError("a download was tried")

    monkeypatch.setattr("urllib.request.urlopen", no_network)
    torch.manual_seed(0)
    file = tmp_path / fan.WEIGHTS
    torch.save(models.FAN(4).state_dict(), file)
    monkeypatch.setattr(fan, "MIN_SCORE", -1.0)
    monkeypatch.setattr(fan, "is_plausible", lambda face, image: True)
    backend = fan.FaceAlignmentBackend(network=fan.load_network(file, "cpu"))
    (face,) = backend.detect(draw(), thorough=False)
    assert face.landmarks.shape == (68, 2)
    assert np.isfinite(face.landmarks).all()
