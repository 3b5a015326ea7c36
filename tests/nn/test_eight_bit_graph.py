"""An encoder in 8 bits stays near the one in 32, and is left out where it would not."""

import copy
from dataclasses import replace

import numpy as np
import pytest
import torch

from au_studio import resources
from au_studio.nn import calibration, eight_bit_graph, engine, quick_making
from au_studio.nn.calibration import calibration_crops
from au_studio.nn.checkpoint import load_checkpoint
from au_studio.nn.config import ModelConfig
from au_studio.nn.graph_names import CROPS, MAPS
from au_studio.nn.model import IntensityModel
from au_studio.nn.quick_making import make_quick
from au_studio.nn.quick_model import NotUsableError, QuickEstimator, QuickNetwork
from au_studio.nn.standardising import standardised

pytest.importorskip("onnx", reason="the package onnx is not installed")
pytest.importorskip("onnxruntime", reason="ONNX Runtime is not installed")


@pytest.fixture
def always(monkeypatch):
    """Let neither the time nor the processor of this computer decide."""
    monkeypatch.setattr(quick_making, "WORTH_IT", np.inf)
    monkeypatch.setattr(quick_making, "adds_up", lambda: True)


@pytest.fixture(scope="module")
def small():
    torch.manual_seed(1)
    made = IntensityModel(ModelConfig(aus=(1, 12, 25), width=8, features=16, crop_size=32))
    torch.nn.init.normal_(made.regressor.weight, std=0.1)
    torch.nn.init.constant_(made.regressor.bias, 2.0)
    return made.eval()


@pytest.fixture(scope="module")
def shipped():
    return load_checkpoint(resources.path("models/base.safetensors"))[0]


def test_the_shipped_model_is_near_on_faces_that_its_scales_do_not_know(shipped, always):
    if not _sums_are_whole():
        pytest.skip("this processor cuts sums of 8-bit products off")
    network = make_quick(shipped, eight_bits=True)
    assert network.eight_bits
    quick = QuickEstimator.checked(QuickNetwork.from_bytes(network.to_bytes()))
    assert quick.engine.endswith("8-bit encoder")
    crops, begins = calibration_crops(shipped.config.crop_size)
    unseen, begins = np.ascontiguousarray(crops[:24, :, ::-1]), begins[:24]
    exact = QuickEstimator(make_quick(shipped, eight_bits=False))(unseen, begins)
    found = quick(unseen, begins)
    apart = np.abs(found - exact)
    assert 0 < apart.mean() < quick_making.NEAR_ON_AVERAGE
    assert np.quantile(apart, 0.999) < quick_making.NEAR
    quick.reset()
    pieces = [quick(unseen[a : a + 5], begins[a : a + 5]) for a in range(0, 24, 5)]
    np.testing.assert_allclose(np.concatenate(pieces), found, atol=1e-5)


def _sums_are_whole():
    graph, shown, total = eight_bit_graph.probe()
    return np.allclose(engine.session(graph).run(None, {CROPS: shown})[0], total, rtol=0.01)


def test_maps_are_those_of_the_encoder_and_do_not_depend_on_crops_beside_them(small):
    crops, _ = calibration_crops(32)
    graph = eight_bit_graph.eight_bit_graph(small, eight_bit_graph.measured_ranges(small, crops))
    session, shown = engine.session(graph), standardised(crops[:20])
    (maps,) = session.run([MAPS], {CROPS: shown})
    with torch.inference_mode():
        exact = small.encoder.frames(torch.from_numpy(shown)).numpy()
    assert 0 < np.abs(maps - exact).mean() < 0.02 * exact.std()
    alone = np.concatenate([session.run([MAPS], {CROPS: crop[None]})[0] for crop in shown])
    np.testing.assert_array_equal(alone, maps)


def test_a_channel_without_weight_keeps_its_bias(small):
    model = copy.deepcopy(small)
    block = model.encoder.stage3[0]
    with torch.no_grad():
        block.norm2.weight[3] = 0
        block.norm2.bias[3] = 1.5
        block.shortcut[1].weight[3] = 1e-30
        block.shortcut[1].bias[3] = 1.25
    crops, _ = calibration_crops(32)
    graph = eight_bit_graph.eight_bit_graph(model, eight_bit_graph.measured_ranges(model, crops))
    shown = standardised(crops[:8])
    with torch.inference_mode():
        exact = model.encoder.frames(torch.from_numpy(shown)).numpy()
    (maps,) = engine.session(graph).run([MAPS], {CROPS: shown})
    assert np.abs(maps - exact).mean() < 0.03 * exact.std()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NEAR", 0.0),
        ("NEAR_ON_AVERAGE", 0.0),
        ("WORTH_IT", 0.0),
        ("adds_up", lambda: False),
        ("calibration_crops", lambda side: calibration.from_bytes(b"damaged")),
    ],
)
def test_32_bits_stay_where_8_are_too_far_off_or_slower_or_cannot_be(small, always, monkeypatch, name, value):
    assert make_quick(small, eight_bits=True).eight_bits
    monkeypatch.setattr(quick_making, name, value)
    network = make_quick(small, eight_bits=True)
    assert not network.eight_bits
    assert not QuickEstimator.checked(network).engine.endswith("8-bit encoder")


def test_8_bits_are_the_default_unless_the_environment_says_no(small, always, monkeypatch):
    assert not make_quick(small).eight_bits  # of all tests
    monkeypatch.delenv(engine.NO_EIGHT_BITS)
    assert make_quick(small).eight_bits


def test_a_network_that_is_off_when_it_is_loaded_is_refused(small, always):
    network = make_quick(small, eight_bits=True)
    QuickEstimator.checked(network)
    with pytest.raises(NotUsableError, match="something else than torch"):
        QuickEstimator.checked(replace(network, values=network.values + 0.5))


def test_what_would_be_refused_when_it_is_loaded_is_not_made(small, always, monkeypatch):
    def refuse(network, enlarge=None):
        raise NotUsableError("it says something else than torch")

    monkeypatch.setattr(QuickEstimator, "checked", refuse)
    assert not make_quick(small, eight_bits=True).eight_bits


def test_a_processor_that_cuts_sums_off_is_noticed(monkeypatch):
    class Cutting:
        def run(self, names, inputs):
            pairs = np.minimum(2 * 127 * inputs[CROPS], 2**15 - 1)
            return [pairs * inputs[CROPS].shape[1] / 2]

    monkeypatch.setattr(engine, "session", lambda graph: Cutting())
    assert not quick_making.adds_up()


def test_scales_hold_their_ends_and_ignore_the_last_digits():
    rng = np.random.default_rng(0)
    for low, high in [(0.0, 7.3), (-3.1, 2.2), (-1.0, 0.0), (0.0, 0.0), (0.5, 1e-6)]:
        scale = eight_bit_graph._Scale.of((low, high))
        assert scale == eight_bit_graph._Scale.of((low * (1 + 1e-7), high * (1 + 1e-7)))
        ends = np.array([min(low, 0), 0, max(high, 0)])
        values = np.concatenate([ends, rng.uniform(ends[0], ends[2], 50)])
        bits = np.clip(np.round(values / scale.step) + scale.zero, 0, 255)
        again = (bits - scale.zero) * scale.step
        assert np.abs(again - values).max() <= 0.75 * scale.step
        assert again[1] == 0
