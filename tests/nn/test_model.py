"""What users of the network rely on: causal, chunk-independent, indifferent to exposure."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from au_studio.nn.config import ModelConfig
from au_studio.nn.model import IntensityModel, standardise
from au_studio.nn.streaming import StreamingPredictor

BLOCKS = [1, 3, 5]


def tiny_model(block_frames: int = 1) -> IntensityModel:
    torch.manual_seed(block_frames)
    model = IntensityModel(
        ModelConfig(aus=(1, 12, 25), width=8, features=16, block_frames=block_frames, crop_size=32)
    )
    torch.nn.init.normal_(model.regressor.weight, std=0.5)
    torch.nn.init.constant_(model.regressor.bias, 2.0)
    return model.eval()


MODELS = {block_frames: tiny_model(block_frames) for block_frames in BLOCKS}
CROPS = np.random.default_rng(0).integers(0, 256, (14, 32, 32, 3), dtype=np.uint8)


def predict(block_frames: int, crops: np.ndarray, restart: np.ndarray, cuts: list[int]) -> np.ndarray:
    predictor = StreamingPredictor(MODELS[block_frames], torch.device("cpu"))
    parts = zip(np.split(crops, cuts), np.split(restart, cuts), strict=True)
    return np.concatenate([predictor(c, r) for c, r in parts])


@pytest.mark.parametrize("block_frames", BLOCKS)
@settings(max_examples=15, deadline=None)
@given(
    cuts=st.sets(st.integers(1, 13)).map(sorted),
    restarts=st.sets(st.integers(0, 13), max_size=4),
)
def test_streaming_in_any_chunks_equals_one_pass(block_frames, cuts, restarts):
    restart = np.isin(np.arange(14), list(restarts))
    whole = predict(block_frames, CROPS, restart, [])
    np.testing.assert_allclose(predict(block_frames, CROPS, restart, cuts), whole, atol=1e-4)


@pytest.mark.parametrize("block_frames", BLOCKS)
def test_the_future_never_changes_the_past(block_frames):
    restart = np.zeros(14, dtype=bool)
    other = CROPS.copy()
    other[9:] = 255 - other[9:]
    a, b = (predict(block_frames, crops, restart, []) for crops in (CROPS, other))
    np.testing.assert_allclose(a[:9], b[:9], atol=1e-5)
    assert np.abs(a[9:] - b[9:]).max() > 1e-3


@pytest.mark.parametrize("block_frames", BLOCKS)
def test_a_restart_forgets_everything_before_it(block_frames):
    restart = np.isin(np.arange(14), [6])
    whole = predict(block_frames, CROPS, restart, [])
    alone = predict(block_frames, CROPS[6:], restart[6:], [])
    np.testing.assert_allclose(whole[6:], alone, atol=1e-4)
    unbroken = predict(block_frames, CROPS, np.zeros(14, dtype=bool), [])
    assert np.abs(whole[6] - unbroken[6]).max() > 1e-3


def test_predictions_stay_on_the_scale():
    model = tiny_model()
    torch.nn.init.normal_(model.regressor.weight, std=100.0)
    values = StreamingPredictor(model, torch.device("cpu"))(CROPS, np.zeros(14, dtype=bool))
    assert values.dtype == np.float32
    assert values.min() == 0.0
    assert values.max() == 5.0


def test_no_frames_give_no_predictions():
    predictor = StreamingPredictor(tiny_model(), torch.device("cpu"))
    assert predictor(CROPS[:0], np.zeros(0, dtype=bool)).shape == (0, 3)


@given(gain=st.floats(0.5, 1.5), bias=st.floats(-20, 20))
@settings(max_examples=20, deadline=None)
def test_exposure_does_not_reach_the_network(gain, bias):
    crops = torch.from_numpy(CROPS).permute(0, 3, 1, 2).float()
    torch.testing.assert_close(standardise(crops * gain + bias), standardise(crops), atol=1e-3, rtol=1e-3)


@pytest.mark.parametrize("head", ["state", "frame+state"])
def test_both_heads_remember_the_past(head):
    torch.manual_seed(0)
    model = IntensityModel(ModelConfig(aus=(12,), width=8, features=16, crop_size=32, head=head)).eval()
    crops = torch.from_numpy(CROPS).permute(0, 3, 1, 2)[None]
    alone, _ = model(crops[:, -1:])
    after, _ = model(crops)
    assert abs((after[0, -1, 0] - alone[0, -1, 0]).item()) > 1e-5


def test_gradients_start_only_at_rated_outputs():
    model = tiny_model().train()
    for module in model.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.eval()
    crops = torch.from_numpy(CROPS).permute(0, 3, 1, 2)[None].float().requires_grad_()
    raw, _ = model(crops)
    raw[0, 5].sum().backward()
    reached = crops.grad.abs().sum(dim=(0, 2, 3, 4)) > 0
    assert reached[:6].all(), "earlier frames give context, so the gradient reaches them"
    assert not reached[6:].any()


def test_a_model_that_reads_further_units_keeps_what_it_knew():
    model = MODELS[1]
    other = model.reading((12, 4, 1))
    before, after = (
        StreamingPredictor(m.eval(), torch.device("cpu"))(CROPS, np.zeros(len(CROPS), dtype=bool))
        for m in (model, other)
    )
    np.testing.assert_allclose(after[:, [2, 0]], before[:, [0, 1]], atol=1e-5)
    assert (after[:, 1] == 0).all()


def test_a_model_that_reads_further_units_shares_no_weights():
    model = tiny_model()
    other = model.reading((1, 2))
    with torch.no_grad():
        for parameter in other.parameters():
            parameter.add_(1.0)
    for mine, fresh in zip(model.parameters(), tiny_model().parameters(), strict=True):
        assert torch.equal(mine, fresh)


def test_only_action_units_can_be_read():
    with pytest.raises(ValueError, match="999"):
        MODELS[1].reading((1, 999))
