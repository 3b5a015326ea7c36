from __future__ import annotations

import shutil
import subprocess
import sys

import numpy as np
import pytest

from au_studio import resources
from au_studio.face import networks
from au_studio.face.errors import FaceModelError
from au_studio.face.mediapipe import MediaPipeBackend
from au_studio.face.mesh import FaceMesh, square_around
from au_studio.face.networks import SHA256, Network


@pytest.fixture
def folder(tmp_path):
    for name in SHA256:
        shutil.copy(resources.path(f"face/{name}"), tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("name", sorted(SHA256))
def test_an_altered_network_file_is_refused_by_name(folder, name):
    data = bytearray((folder / name).read_bytes())
    data[1000] ^= 1
    (folder / name).write_bytes(data)
    with pytest.raises(FaceModelError, match=name) as caught:
        MediaPipeBackend(folder)
    assert "again" in caught.value.next_step
    assert SHA256[name] in caught.value.details


@pytest.mark.parametrize("name", sorted(SHA256))
def test_a_missing_network_file_is_named(folder, name):
    (folder / name).unlink()
    with pytest.raises(FaceModelError, match=name):
        MediaPipeBackend(folder)


def test_networks_load_from_folders_with_any_letters(folder, tmp_path_factory):
    other = tmp_path_factory.mktemp("größe 顔")
    for name in SHA256:
        shutil.copy(folder / name, other / name)
    assert MediaPipeBackend(other).n_landmarks == 468


@pytest.fixture
def noise():
    return lambda side: np.random.default_rng(side).random((1, side, side, 3), dtype=np.float32)


@pytest.mark.parametrize(
    ("name", "side", "outputs"),
    [
        ("face_detection_short_range.tflite", 128, ("regressors", "classificators")),
        ("face_landmark.tflite", 192, ("conv2d_21", "conv2d_31")),
    ],
)
def test_both_engines_say_the_same(noise, name, side, outputs):
    pytest.importorskip("ai_edge_litert", reason="LiteRT is not installed: OpenCV runs the networks")
    file = resources.path(f"face/{name}")
    litert, opencv = (Network(file, outputs, engine)(noise(side)) for engine in ("litert", "opencv"))
    assert tuple(litert) == tuple(opencv) == outputs
    for output in outputs:
        np.testing.assert_allclose(litert[output].ravel(), opencv[output].ravel(), atol=2e-3)


def test_landmarks_of_both_engines_lie_on_each_other(draw, monkeypatch):
    pytest.importorskip("ai_edge_litert", reason="LiteRT is not installed: OpenCV runs the networks")
    image, file = draw(faces=((160, 120, 60),)), resources.path("face/face_landmark.tflite")
    (face,) = MediaPipeBackend().detect(image)
    square = square_around(face.landmarks, face.anchors[0], face.anchors[1])
    litert, _ = FaceMesh(file)(image, square)
    monkeypatch.setattr(networks, "best_engine", lambda: "opencv")
    opencv, _ = FaceMesh(file)(image, square)
    assert 192 / square.side * np.abs(litert - opencv).max() < 2e-4


def test_opencv_stands_in_where_litert_cannot_be_had(monkeypatch):
    networks.best_engine.cache_clear()
    monkeypatch.setitem(sys.modules, "ai_edge_litert.interpreter", None)
    try:
        assert networks.best_engine() == "opencv"
        assert networks.describe_engine().startswith("OpenCV")
        assert Network(resources.path("face/face_landmark.tflite"), ("conv2d_31",)).engine == "opencv"
    finally:
        networks.best_engine.cache_clear()


def test_outputs_stay_as_they_were_when_the_network_runs_again(noise):
    network = Network(resources.path("face/face_landmark.tflite"), ("conv2d_21",))
    first = network(noise(192))["conv2d_21"]
    before = first.copy()
    network(1 - noise(192))
    np.testing.assert_array_equal(first, before)


def test_an_output_that_the_network_lacks_is_named():
    pytest.importorskip("ai_edge_litert", reason="LiteRT is not installed: OpenCV runs the networks")
    with pytest.raises(FaceModelError, match=r"face_landmark\.tflite") as caught:
        Network(resources.path("face/face_landmark.tflite"), ("smile",))
    assert "smile" in caught.value.details


def test_loading_says_nothing_on_the_standard_error_output():
    code = "from au_studio.face.mediapipe import MediaPipeBackend; MediaPipeBackend()"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stderr == ""


def test_the_notice_gives_the_digests_that_are_verified():
    notice = resources.path("NOTICE.md").read_text(encoding="utf-8")
    for name, digest in SHA256.items():
        assert f"face/{name}" in notice
        assert digest in notice
