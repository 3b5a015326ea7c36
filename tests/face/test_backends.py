from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from au_studio.face import fan
from au_studio.face.backends import BACKEND_NAMES, create_backend, usable_backend
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


def test_whether_a_backend_can_be_used_is_known_without_loading_it(empty_folders, monkeypatch):
    assert usable_backend("mediapipe") == ("mediapipe", ())
    assert usable_backend("face-alignment") == ("mediapipe", create_backend("face-alignment")[1])
    file = empty_folders[0] / fan.WEIGHTS
    file.write_bytes(b"half a file")
    name, (notice,) = usable_backend("face-alignment")
    assert name == "mediapipe"
    assert "cut short" in notice
    monkeypatch.setattr(fan.resources, "sha256", lambda path: "11f355bf06" + "0" * 54)
    file.write_bytes(b"the whole file")
    assert usable_backend("face-alignment") == ("face-alignment", ())
    with pytest.raises(ValueError, match="openface"):
        usable_backend("openface")


def test_asking_for_the_weights_imports_no_torch():
    code = (
        "import sys; from au_studio.face.backends import usable_backend; "
        "usable_backend('face-alignment'); print(sorted({'torch', 'face_alignment'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "variables", [{}, {"XDG_CACHE_HOME": "/c"}, {"TORCH_HOME": "/t", "XDG_CACHE_HOME": "/c"}]
)
def test_the_second_folder_is_the_one_where_torch_keeps_its_files(monkeypatch, variables):
    hub = pytest.importorskip("torch.hub")
    for name in ("TORCH_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert fan.weight_folders()[1] == Path(hub.get_dir()) / "checkpoints"


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
    """Stands where the 2DFAN4 weights would be: heat maps of a mean face in the middle of the crop."""

    peak = 0.8

    def __call__(self, crop):
        assert crop.shape == (1, 3, 256, 256)
        assert 0 <= crop.min() <= crop.max() <= 1
        angle = np.linspace(0, np.pi, 17)
        points = np.full((68, 2), [32.0, 34.0])
        points[:17] = np.stack([32 - 15 * np.cos(angle), 32 + 18 * np.sin(angle)], axis=1)
        points[17:27] = [[x, 20] for x in np.linspace(20, 44, 10)]
        points[[36, 39, 42, 45]] = [[22, 27], [28, 27], [36, 27], [42, 27]]
        points[31:36] = [[x, 37] for x in np.linspace(29, 35, 5)]
        points[48:] = [32, 43]
        y, x = np.mgrid[0:64, 0:64]
        maps = [np.exp(-((x - px) ** 2 + (y - py) ** 2) / 2) for px, py in points]
        return (self.peak * np.array(maps)).astype(np.float32)


def test_face_alignment_fits_68_points_to_faces_found_by_the_shipped_detector(draw):
    backend = fan.FaceAlignmentBackend(network=FakeNetwork())
    (face,) = backend.detect(draw(faces=((160, 120, 60),)))
    assert face.landmarks.shape == (68, 2)
    assert face.score == pytest.approx(0.8, abs=0.1)
    assert face.anchors[0, 0] < 160 < face.anchors[1, 0]
    again = backend.follow(draw(faces=((160, 120, 60),)), face)
    assert np.abs(again.anchors - face.anchors).max() < 12


def test_face_alignment_gives_up_a_face_when_its_heat_maps_fade(draw):
    network = FakeNetwork()
    backend = fan.FaceAlignmentBackend(network=network)
    (face,) = backend.detect(draw())
    network.peak = 0.1
    assert backend.follow(draw(), face) is None
    assert backend.detect(draw()) == []


def test_heat_maps_are_read_at_their_peaks_towards_the_higher_neighbour():
    maps = np.zeros((2, 64, 64), np.float32)
    maps[0, 10, 20], maps[0, 10, 21], maps[0, 9, 20] = 0.9, 0.5, 0.3
    maps[1, 0, 63] = 0.4
    places, heights = fan.peaks(maps)
    np.testing.assert_allclose(places, [[20.25, 9.75], [63, 0]])
    np.testing.assert_allclose(heights, [0.9, 0.4])


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
