"""Any rest can be chosen after frames were seen: their traces say what the model would have said."""

import numpy as np
import pytest
import torch

from au_studio.nn.config import ModelConfig
from au_studio.nn.geometry import Rest
from au_studio.nn.model import IntensityModel
from au_studio.nn.streaming import StreamingPredictor

CPU = torch.device("cpu")
RNG = np.random.default_rng(5)
CROPS = RNG.integers(0, 255, (7, 32, 32, 3), dtype=np.uint8)
RESTART = np.isin(np.arange(7), (0, 4))


@pytest.fixture(scope="module", params=[0, 21], ids=["plain", "blendshapes"])
def model(request):
    torch.manual_seed(0)
    made = IntensityModel(
        ModelConfig(
            aus=(1, 12, 43), width=8, features=16, crop_size=32,
            geometry=5, summary=3, blendshapes=request.param,
        )
    )  # fmt: skip
    made.geometry.reference.copy_(torch.from_numpy(RNG.normal(0, 1, (478, 3))))
    made.geometry.basis.normal_(std=0.01)
    made.geometry.summary_weight.normal_()
    torch.nn.init.normal_(made.regressor.weight, std=0.1)
    torch.nn.init.constant_(made.regressor.bias, 2.5)
    return made.eval()


@pytest.fixture(scope="module", params=["torch", "quick"])
def estimator(model, request):
    if request.param == "torch":
        return StreamingPredictor(model, CPU)
    pytest.importorskip("onnx", reason="the package onnx is not installed")
    pytest.importorskip("onnxruntime", reason="ONNX Runtime is not installed")
    from au_studio.nn.quick_making import make_quick
    from au_studio.nn.quick_model import QuickEstimator

    return QuickEstimator.checked(make_quick(model))


def test_traces_read_from_the_running_rest_are_the_running_values(estimator):
    estimator.reset()
    values, traces = estimator.traced(CROPS, RESTART)
    estimator.reset()
    np.testing.assert_allclose(values, estimator(CROPS, RESTART), atol=1e-5)
    assert np.ptp(values, axis=0).max() > 0.1
    weights, summaries = estimator.trace_parts(traces)
    # At the first frame of a track the running rest is made of that frame alone.
    for first in (0, 4):
        total = weights[first] * summaries[first]
        again = estimator.read_traces(traces[first : first + 1], total, float(weights[first]))
        np.testing.assert_allclose(again, values[first : first + 1], atol=1e-4)


def test_both_engines_read_traces_alike_from_any_rest(model, estimator):
    estimator.reset()
    _, traces = estimator.traced(CROPS, RESTART)
    _, summaries = estimator.trace_parts(traces)
    pictures = torch.from_numpy(CROPS).permute(0, 3, 1, 2)[None]
    with torch.inference_mode():
        _, exact, _ = model.traced(pictures, None, torch.from_numpy(RESTART)[None])
        for total, weight in ((summaries.sum(axis=0), 7.0), (np.zeros_like(summaries[0]), 0.0)):
            rest = Rest(torch.from_numpy(total)[None], torch.tensor([weight]))
            wanted = model.read_traces(exact[0], rest).clamp(0, 5).numpy()
            np.testing.assert_allclose(estimator.read_traces(traces, total, weight), wanted, atol=1e-4)
    with_none = estimator.read_traces(traces, np.zeros_like(summaries[0]), 0.0)
    assert np.abs(with_none - estimator.read_traces(traces, summaries.sum(axis=0), 7.0)).max() > 1e-3


def test_both_engines_find_the_corners_of_a_mouth_alike(model, estimator):
    directions = estimator.corner_directions
    assert directions.shape == (5, 2)
    exact = StreamingPredictor(model, CPU).corner_directions
    np.testing.assert_allclose(directions, exact, rtol=1e-4, atol=1e-4 * np.abs(exact).max())


def test_without_a_branch_there_is_no_rest_to_choose():
    plain = IntensityModel(ModelConfig(aus=(1,), width=8, features=16, crop_size=32)).eval()
    assert not StreamingPredictor(plain, CPU).has_rest
    assert plain.n_traced == 0
    with pytest.raises(ValueError, match="geometry branch"):
        plain.traced(torch.zeros(1, 1, 3, 32, 32))
    with pytest.raises(ValueError, match="geometry branch"):
        plain.read_traces(torch.zeros(1, 3), Rest(torch.zeros(1, 1), torch.zeros(1)))
