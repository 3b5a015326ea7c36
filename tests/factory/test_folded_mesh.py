"""The folded mesh network says what the original says, to the last bit or nearly."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio import resources
from au_studio.factory.folded_mesh import folded
from au_studio.hushing import hushed
from au_studio.nn import mesh_network
from au_studio.nn.mesh_network import FOLDED, N_POINTS, ORIGINAL, SIDE

interpreter = pytest.importorskip("ai_edge_litert.interpreter")


def meshes(data: bytes, pictures: np.ndarray) -> np.ndarray:
    with hushed():
        network = interpreter.Interpreter(model_content=data, num_threads=1)
        network.allocate_tensors()
    (shown,) = network.get_input_details()
    (place,) = (o["index"] for o in network.get_output_details() if np.prod(o["shape"]) == 3 * N_POINTS)
    found = []
    for picture in pictures:
        network.set_tensor(shown["index"], picture[None])
        network.invoke()
        found.append(network.get_tensor(place).reshape(N_POINTS, 3))
    return np.stack(found)


@pytest.fixture(scope="module")
def pictures() -> np.ndarray:
    rng = np.random.default_rng(4)
    shown = rng.random((3, SIDE, SIDE, 3), dtype=np.float32)
    shown[1] = 0.5  # what is added at the border counts most in a plain picture
    shown[2, : SIDE // 2] *= 0.1  # the halves differ
    return shown


def test_the_shipped_network_gives_the_meshes_of_the_original(pictures):
    original, shipped = (meshes(resources.path(file).read_bytes(), pictures) for file in (ORIGINAL, FOLDED))
    assert np.ptp(original[0] - original[2]) > 1
    np.testing.assert_allclose(shipped, original, rtol=0, atol=1e-4)


def test_it_can_be_made_again(pictures):
    original = resources.path(ORIGINAL).read_bytes()
    again = folded(original)
    assert abs(len(again) - len(original)) < 100_000
    np.testing.assert_allclose(meshes(again, pictures), meshes(original, pictures), rtol=0, atol=1e-4)


@pytest.mark.parametrize("file", [ORIGINAL, FOLDED])
def test_both_are_what_the_notice_says(file):
    digest = resources.sha256(resources.path(file))
    assert mesh_network.DIGESTS[file] == digest
    assert f"| `{file}` |" in resources.path("NOTICE.md").read_text(encoding="utf-8")
    assert digest in resources.path("NOTICE.md").read_text(encoding="utf-8")
