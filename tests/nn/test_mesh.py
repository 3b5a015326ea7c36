"""The mesh of an aligned crop lies on the face that is in it, and can be found in threads and copies."""

import copy
import pickle
from concurrent.futures import ThreadPoolExecutor

import av
import numpy as np
import pytest
import torch

from au_studio import resources
from au_studio.face.align import TEMPLATE, crop_face
from au_studio.face.backends import create_backend
from au_studio.face.landmarks import MESH
from au_studio.nn import mesh_network as module
from au_studio.nn.mesh import CropMesh, MeshError


@pytest.fixture(scope="module")
def crop() -> torch.Tensor:
    with av.open(str(resources.path("demo/person_a.mp4"))) as film:
        picture = next(film.decode(video=0)).to_ndarray(format="rgb24")
    (face, *_) = create_backend("mediapipe")[0].detect(picture)
    return torch.from_numpy(crop_face(picture, face)).permute(2, 0, 1)[None]


def test_the_mesh_lies_on_the_face(crop):
    found = CropMesh()(crop)
    assert found.shape == (1, 478, 3)
    assert found.dtype == torch.float32
    anchors = MESH.anchors(found[0, :468, :2].numpy() * 128)
    np.testing.assert_allclose(anchors, TEMPLATE, atol=5)


def test_the_mesh_follows_when_the_crop_is_moved(crop):
    mesh = CropMesh()
    moved = torch.roll(crop, (3, 4), dims=(-2, -1))
    shift = (mesh(moved) - mesh(crop))[0, :, :2].median(dim=0).values * 128
    np.testing.assert_allclose(shift, (4, 3), atol=1)


def test_copies_and_threads_find_the_same(crop):
    mesh = CropMesh()
    here = mesh(crop)
    with ThreadPoolExecutor(2) as pool:
        there = list(
            pool.map(lambda m: m(crop), [mesh, copy.deepcopy(mesh), pickle.loads(pickle.dumps(mesh))])
        )
    assert all(torch.equal(found, here) for found in there)


def test_another_file_is_refused(crop, monkeypatch):
    monkeypatch.setattr(module, "FILE", "face/face_landmark.tflite")
    with pytest.raises(MeshError, match=r"face_landmark\.tflite is not the file that ships"):
        CropMesh()(crop)
