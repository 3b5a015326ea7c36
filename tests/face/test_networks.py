from __future__ import annotations

import shutil

import pytest

from au_studio import resources
from au_studio.face.errors import FaceModelError
from au_studio.face.mediapipe import MediaPipeBackend
from au_studio.face.networks import SHA256


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


def test_the_notice_gives_the_digests_that_are_verified():
    notice = resources.path("NOTICE.md").read_text(encoding="utf-8")
    for name, digest in SHA256.items():
        assert f"face/{name}" in notice
        assert digest in notice
