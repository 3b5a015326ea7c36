"""ONNX Runtime says what torch says, from a cache that may be damaged, or torch does the work."""

import os

import numpy as np
import pytest
import torch

from au_studio.nn import quick_frames as module
from au_studio.nn.config import ModelConfig
from au_studio.nn.model import IntensityModel
from au_studio.nn.quick_frames import quick_frames
from au_studio.nn.streaming import StreamingPredictor

CPU = torch.device("cpu")
CROPS = np.random.default_rng(0).integers(0, 256, (14, 32, 32, 3), dtype=np.uint8)
RESTART = np.arange(14) == 6


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    pytest.importorskip("onnx", reason="the package onnx is not installed")
    pytest.importorskip("onnxruntime", reason="ONNX Runtime is not installed")
    monkeypatch.setattr(module, "cache_folder", lambda: tmp_path / "networks")
    return tmp_path / "networks"


def trained(block_frames=1, seed=1):
    torch.manual_seed(seed)
    model = IntensityModel(
        ModelConfig(aus=(1, 12, 25), width=8, features=16, block_frames=block_frames, crop_size=32)
    )
    torch.nn.init.normal_(model.regressor.weight, std=0.5)
    torch.nn.init.constant_(model.regressor.bias, 2.0)
    # Normalisations that do something, as after training.
    for layer in model.modules():
        if isinstance(layer, torch.nn.BatchNorm2d | torch.nn.BatchNorm3d):
            torch.nn.init.uniform_(layer.weight, 0.5, 1.5)
            torch.nn.init.normal_(layer.bias, std=0.3)
            layer.running_mean.normal_(std=0.3)
            layer.running_var.uniform_(0.5, 2.0)
    return model.eval()


@pytest.mark.parametrize("block_frames", [1, 3])
def test_intensities_are_those_of_torch(block_frames):
    model = trained(block_frames)
    quick = quick_frames(model, "abc")
    assert quick is not None
    exact = StreamingPredictor(model, CPU)(CROPS, RESTART)
    found = StreamingPredictor(model, CPU, quick)(CROPS, RESTART)
    assert exact.std() > 0.01
    np.testing.assert_allclose(found, exact, atol=1e-4)


def test_chunks_change_nothing_at_all():
    model = trained()
    quick = quick_frames(model, "abc")
    together = quick(CROPS).numpy()
    parts = [quick(part).numpy() for part in np.split(CROPS, [1, 2, 9])]
    np.testing.assert_array_equal(np.concatenate(parts), together)


def test_a_model_is_written_once_and_kept(own_cache, monkeypatch):
    model = trained()
    assert quick_frames(model, "abc") is not None
    (file,) = own_cache.iterdir()
    monkeypatch.setattr(module, "frame_graph", lambda model: pytest.fail("written again"))
    assert quick_frames(model, "abc") is not None
    assert list(own_cache.iterdir()) == [file]


@pytest.mark.parametrize("damage", [b"", b"no graph"])
def test_a_damaged_graph_is_made_again(own_cache, damage):
    model = trained()
    quick_frames(model, "abc")
    (file,) = own_cache.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage)
    assert quick_frames(model, "abc") is not None
    assert file.read_bytes() == whole


def test_the_graph_of_other_weights_is_not_used(own_cache):
    quick_frames(trained(seed=2), "abc")
    model = trained(seed=1)
    quick = quick_frames(model, "abc")
    exact = StreamingPredictor(model, CPU)(CROPS, RESTART)
    np.testing.assert_allclose(StreamingPredictor(model, CPU, quick)(CROPS, RESTART), exact, atol=1e-4)


def test_torch_does_the_work_where_the_engine_says_something_else(monkeypatch):
    monkeypatch.setattr(module, "TOLERANCE", 0.0)
    assert quick_frames(trained(), "abc") is None


def test_torch_does_the_work_without_onnx_or_without_its_runtime(monkeypatch):
    def missing(model):
        raise ImportError("onnx")

    monkeypatch.setattr(module, "frame_graph", missing)
    assert quick_frames(trained(), "abc") is None
    monkeypatch.undo()
    module.is_there.cache_clear()
    monkeypatch.setenv(module.NO_ENGINE, "1")
    try:
        assert quick_frames(trained(), "abc") is None
    finally:
        module.is_there.cache_clear()


def test_without_a_place_to_keep_it_the_graph_still_works(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr(module, "cache_folder", lambda: tmp_path / "file" / "networks")
    assert quick_frames(trained(), "abc") is not None


def test_the_oldest_graphs_make_room(own_cache, monkeypatch):
    monkeypatch.setattr(module, "KEPT", 2)
    model = trained()
    for age, digest in enumerate("abc"):
        quick_frames(model, digest)
        os.utime(own_cache / f"{digest}-{module.GRAPH_VERSION}.onnx", (age, age))
    quick_frames(model, "d")
    assert sorted(file.name[0] for file in own_cache.iterdir()) == ["c", "d"]
