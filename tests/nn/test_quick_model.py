"""A model in ONNX Runtime and NumPy says what torch says, chunk by chunk, and carries the same memory."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from au_studio import resources
from au_studio.nn import mesh_code, quick_making
from au_studio.nn.checkpoint import load_checkpoint
from au_studio.nn.config import ModelConfig
from au_studio.nn.mesh_network import MeshNetwork
from au_studio.nn.model import IntensityModel
from au_studio.nn.quick_making import make_quick
from au_studio.nn.quick_model import NotUsableError, QuickEstimator, QuickNetwork, load
from au_studio.nn.streaming import StreamingPredictor

CPU = torch.device("cpu")
CROPS = np.random.default_rng(0).integers(0, 256, (14, 32, 32, 3), dtype=np.uint8)
RESTART = np.isin(np.arange(14), (0, 6))

pytest.importorskip("onnx", reason="the package onnx is not installed")
pytest.importorskip("onnxruntime", reason="ONNX Runtime is not installed")


@pytest.fixture(scope="module", params=["state", "frame+state"])
def model(request):
    torch.manual_seed(1)
    made = IntensityModel(
        ModelConfig(aus=(1, 12, 25), width=8, features=16, crop_size=32, head=request.param)
    )
    torch.nn.init.normal_(made.regressor.weight, std=0.5)
    torch.nn.init.constant_(made.regressor.bias, 2.0)
    return made.eval()


@pytest.fixture(scope="module")
def shipped():
    return load_checkpoint(resources.path("models/base.safetensors"))[0]


def moving_crops(n):
    """Noise that drifts: every crop differs from the one before in all parts."""
    rng = np.random.default_rng(3)
    coarse = rng.integers(40, 200, (16, 16, 3), dtype=np.uint8)
    whole = np.repeat(np.repeat(coarse, 8, axis=0), 8, axis=1)
    return np.stack([np.roll(whole, 5 * t, axis=(0, 1)) for t in range(n)])


def test_intensities_are_those_of_torch(model):
    exact = StreamingPredictor(model, CPU)(CROPS, RESTART)
    found = QuickEstimator(make_quick(model))(CROPS, RESTART)
    assert exact.std() > 0.01
    np.testing.assert_allclose(found, exact, atol=1e-4)


def test_the_shipped_model_with_its_geometry_is_that_of_torch(shipped):
    assert shipped.geometry is not None
    crops, restart = moving_crops(10), np.isin(np.arange(10), (0, 7))
    exact = StreamingPredictor(shipped, CPU)(crops, restart)
    quick = QuickEstimator(make_quick(shipped))
    found = np.concatenate([quick(crops[:4], restart[:4]), quick(crops[4:], restart[4:])])
    assert exact.std() > 0.05
    np.testing.assert_allclose(found, exact, atol=1e-3)


def test_what_is_remembered_can_be_put_back(model):
    quick = QuickEstimator(make_quick(model))
    quick(CROPS[:5], RESTART[:5])
    memory = quick.memory
    after = quick(CROPS[5:], np.zeros(9, bool))
    other = QuickEstimator(make_quick(model))
    other.memory = memory
    np.testing.assert_array_equal(other(CROPS[5:], np.zeros(9, bool)), after)
    other.reset()
    assert np.abs(other(CROPS[5:], np.zeros(9, bool)) - after).max() > 1e-4


def test_what_was_begun_ahead_gives_the_same_values_and_the_same_memory(shipped):
    """Crops are begun two chunks ahead, done in any order, and remembered only when they are estimated."""
    network = make_quick(shipped)
    still = np.repeat(moving_crops(4), 3, axis=0)  # so that meshes are kept, too
    restart = np.isin(np.arange(12), (0, 8))
    parts = [slice(0, 5), slice(5, 6), slice(6, 12)]
    alone, ahead = QuickEstimator(network), QuickEstimator(network)
    begun = [ahead.ahead(still[part], restart[part], once_backwards) for part in parts]
    for part, those in zip(parts, begun, strict=True):
        expected = alone(still[part], restart[part])
        np.testing.assert_array_equal(ahead(still[part], restart[part], those), expected)
        one, other = ahead.memory["mesh"], alone.memory["mesh"]
        assert one["kept"] == other["kept"]
        np.testing.assert_array_equal(one["crop"], other["crop"])
        np.testing.assert_array_equal(one["code"], other["code"])


def once_backwards(do):
    """Do something when it is begun."""
    found = do()
    return lambda: found


def test_a_network_survives_its_file_and_no_other_passes_for_it(model, tmp_path):
    network = make_quick(model)
    file = tmp_path / "network.npz"
    file.write_bytes(network.to_bytes())
    assert load(file, model.config)(CROPS, RESTART).shape == (14, 3)
    with pytest.raises(NotUsableError, match="another model"):
        load(file, replace(model.config, aus=(1, 2, 4)))
    file.write_bytes(replace(network, values=network.values + 0.01).to_bytes())
    with pytest.raises(NotUsableError, match="something else than torch"):
        load(file, model.config)
    file.write_bytes(network.to_bytes()[:-2000])
    with pytest.raises(NotUsableError):
        load(file, model.config)
    with pytest.raises(NotUsableError):
        load(tmp_path / "missing.npz", model.config)
    with pytest.raises(NotUsableError):
        QuickNetwork.from_bytes(b"")


def test_a_network_that_differs_from_torch_is_not_made(model, monkeypatch):
    monkeypatch.setattr(quick_making, "SAME_AS_TORCH", 0.0)
    assert make_quick(model) is None


def test_a_mesh_is_kept_while_the_crop_stays_and_found_again_when_a_part_moves(shipped, monkeypatch):
    quick = QuickEstimator(make_quick(shipped))
    coder, seen = quick._coder, []
    find = MeshNetwork.__call__
    monkeypatch.setattr(MeshNetwork, "__call__", lambda network, crop: seen.append(1) or find(network, crop))
    still = np.repeat(moving_crops(1), 12, axis=0)
    noise = np.random.default_rng(0).integers(-1, 2, still.shape)

    def code(crop, *, restart=False):
        crops = crop[None].astype(np.uint8)
        wanted = coder.anew(crops, np.array([restart]))
        return coder.spread(wanted, coder.codes(crops[wanted.anew]))[0]

    codes = [code(crop + change) for crop, change in zip(still, noise, strict=True)]
    assert len(seen) == 1 + (len(still) - 1) // (mesh_code.HOLD_AT_MOST + 1)
    np.testing.assert_array_equal(codes[0], codes[1])
    blink = still[0].copy()
    blink[40:48, 48:64] //= 2
    code(blink)
    assert len(seen) == 3
    code(blink, restart=True)
    assert len(seen) == 4
