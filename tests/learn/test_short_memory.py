"""Where memory is short, training and prediction go on with less at a time."""

import copy
from dataclasses import replace

import numpy as np
import pytest
import torch
from made_clips import CONFIG, made_clip

from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.judging.evaluation import predict_clips
from au_studio.learn.optimisation import LearningRates
from au_studio.learn.stage1.pretrain import PretrainingSettings, pretrain
from au_studio.learn.stage2.regression import RegressionSettings, train_regressor
from au_studio.nn.device_memory import is_out_of_memory
from au_studio.nn.model import IntensityModel

CPU = torch.device("cpu")
SETTINGS = RegressionSettings(steps=3, rows=6, window=4, rates=LearningRates(1e-3, 1e-3, 1e-3))


def model(room: int | None = None) -> IntensityModel:
    """A model on a device whose memory holds `room` frames at once."""
    torch.manual_seed(0)
    made = IntensityModel(CONFIG)
    if room is not None:

        def full(_module, inputs):
            if len(inputs[0]) > room:
                raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")

        made.encoder.register_forward_pre_hook(full)
        frames = made.encoder.frames

        def checked(crops):
            full(None, (crops,))
            return frames(crops)

        made.encoder.frames = checked
    return made


def clips():
    return [made_clip(f"p{k}", 30, seed=k) for k in range(3)]


def test_fine_tuning_goes_on_with_half_the_rows_and_learns_much_the_same():
    roomy, narrow, told = model(), model(room=12), []
    train_regressor(roomy, clips(), SETTINGS, CPU, TrainingHooks())
    train_regressor(narrow, clips(), SETTINGS, CPU, TrainingHooks(on_notice=told.append))
    start = torch.cat([p.flatten() for p in model().parameters()])
    ours, theirs = (torch.cat([p.flatten() for p in m.parameters()]) for m in (narrow, roomy))
    # AdamW turns the rounding of tiny gradients into steps of their own.
    assert (ours - theirs).abs().mean() < 0.01 * (theirs - start).abs().mean()
    assert told == [
        "Memory is short: 3 windows at a time now. It takes longer, and what is learned may differ a little."
    ]


def test_stage_1_goes_on_with_half_the_clips():
    told = []
    settings = PretrainingSettings.of("future", steps=2, rows=8, blocks=4, predicted=1, stride=1)
    measured = pretrain(model(room=8), clips(), settings, CPU, TrainingHooks(on_notice=told.append))
    assert measured["steps"] == 2
    assert [text.split(" with ")[1] for text in told] == ["4 clips at a time.", "2 clips at a time."]


def test_prediction_halves_its_chunks_and_says_the_same():
    whole = predict_clips(model(), clips(), CPU)
    parts = predict_clips(model(room=20), clips(), CPU)
    for ours, theirs in zip(parts, whole, strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-4)


def test_a_device_without_room_for_a_single_frame_is_an_error():
    with pytest.raises(torch.OutOfMemoryError):
        predict_clips(model(room=0), clips(), CPU)
    with pytest.raises(torch.OutOfMemoryError):
        train_regressor(model(room=0), clips(), replace(SETTINGS, rows=2), CPU, TrainingHooks())


@pytest.mark.parametrize(
    ("error", "short"),
    [
        (RuntimeError("MPS backend out of memory (MPS allocated: 5 GB)"), True),
        (RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory"), True),
        (MemoryError(), True),
        (RuntimeError("mat1 and mat2 shapes cannot be multiplied"), False),
        (ValueError("out of memory"), False),
    ],
)
def test_errors_of_every_device_are_told_from_others(error, short):
    assert is_out_of_memory(error) is short


def test_a_failed_attempt_leaves_no_gradients_behind():
    narrow = model(room=12)
    before = copy.deepcopy(narrow.state_dict())
    settings = replace(SETTINGS, rates=LearningRates(0.0, 0.0, 0.0), weight_decay=0.0)
    train_regressor(narrow, clips(), settings, CPU, TrainingHooks())
    assert all(torch.equal(before[name], value) for name, value in narrow.state_dict().items())
