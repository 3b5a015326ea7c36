"""Blendshapes follow the shape of the mesh, wherever it lies and however large it is."""

import copy
import pickle

import av
import numpy as np
import pytest
import torch

from au_studio import resources
from au_studio.face.align import crop_face
from au_studio.face.backends import create_backend
from au_studio.nn import blendshapes
from au_studio.nn.blendshapes import NAMES, BlendshapeError, Blendshapes, logits
from au_studio.nn.config import N_BLENDSHAPES
from au_studio.nn.mesh import CropMesh


@pytest.fixture(scope="module")
def mesh() -> torch.Tensor:
    with av.open(str(resources.path("demo/person_a.mp4"))) as film:
        picture = next(film.decode(video=0)).to_ndarray(format="rgb24")
    (face, *_) = create_backend("mediapipe")[0].detect(picture)
    return CropMesh()(torch.from_numpy(crop_face(picture, face)).permute(2, 0, 1)[None])


def test_every_kept_blendshape_has_its_place():
    assert len(NAMES) == len(set(NAMES)) == len(blendshapes.PLACES) == N_BLENDSHAPES
    weights = np.full((1, 52), 0.5, np.float32)
    weights[0, 44:46] = 0.9, 0.7  # mouthSmileLeft and Right
    got = logits(weights)[0]
    assert got[NAMES.index("mouthSmile")] == pytest.approx((np.log(9) + np.log(7 / 3)) / 2, rel=1e-5)
    assert np.count_nonzero(got) == 1
    assert np.isfinite(logits(np.array([[0.0] * 26 + [1.0] * 26], np.float32))).all()


def test_place_and_size_do_not_matter(mesh):
    read = Blendshapes()
    moved = mesh * 40 + torch.tensor([3.0, -7.0, 1.0])
    torch.testing.assert_close(read(moved), read(mesh), atol=2e-2, rtol=1e-3)


def test_an_opened_mouth_shows(mesh):
    opened = mesh.clone()
    lower = [14, 17, 84, 87, 88, 91, 95, 146, 178, 181, 314, 317, 318, 321, 324, 375, 402, 405]
    chin = [148, 149, 150, 152, 176, 377, 378, 400]
    opened[:, lower + chin, 1] += 0.12
    change = (Blendshapes()(opened) - Blendshapes()(mesh))[0]
    assert change[NAMES.index("jawOpen")] > 1


def test_copies_read_the_same(mesh):
    read = Blendshapes()
    assert copy.deepcopy(read) is read
    torch.testing.assert_close(pickle.loads(pickle.dumps(read))(mesh), read(mesh))


def test_a_replaced_file_is_refused(monkeypatch, tmp_path, mesh):
    file = tmp_path / "face_blendshapes.tflite"
    file.write_bytes(b"no network")
    monkeypatch.setattr(resources, "path", lambda _name: file)
    with pytest.raises(BlendshapeError, match=r"face_blendshapes\.tflite is not the file that ships"):
        Blendshapes()(mesh)
