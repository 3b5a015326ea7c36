"""Crops that lie on the device are the ones that were drawn, and a training with them learns."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from made_clips import CONFIG, SIZE, made_clip

from au_studio.factory.base import RENDERED
from au_studio.learn.material import crop_making
from au_studio.learn.material.augmentation import NO_AUGMENTATION, Augmentation
from au_studio.learn.material.crop_making import DeviceCrops, HostCrops, crop_maker
from au_studio.learn.material.windows import WindowSampler
from au_studio.learn.optimisation import LearningRates
from au_studio.learn.stage1.unlabelled import UnlabelledSampler
from au_studio.learn.stage2.regression import RegressionRun, RegressionSettings
from au_studio.nn.model import IntensityModel

CPU = torch.device("cpu")
SETTINGS = RegressionSettings(
    steps=60, rows=4, window=6, rates=LearningRates(5e-3, 5e-3, 5e-3), train_norms=True
)


@pytest.fixture
def clips():
    return [made_clip("a", 30), made_clip("b", 3, 1), made_clip("c", 1, 2)]


def test_windows_hold_the_same_crops_either_way(clips):
    batches = []
    for kind in (HostCrops, DeviceCrops):
        crops = kind(clips, SIZE, NO_AUGMENTATION, CPU)
        batch = WindowSampler(clips[:1], 6, crops).batch(5, np.random.default_rng(0))
        batches.append((crops.make(batch.crops), batch.targets))
    targets = {crop.numpy().tobytes(): row for crop, row in zip(*map(flat, batches[0]), strict=True)}
    for crop, row in zip(*map(flat, batches[1]), strict=True):
        clip_row = next(
            clips[0].intensities[t]
            for t, whole in enumerate(clips[0].crops[:, 8:-8, 8:-8])
            if np.array_equal(whole, crop.permute(1, 2, 0).numpy())
        )
        np.testing.assert_array_equal(row.numpy(), clip_row)
    assert targets
    assert batches[0][0].shape == batches[1][0].shape
    assert batches[1][0].dtype == torch.uint8


def flat(tensor):
    return tensor.flatten(0, 1)


def test_blocks_of_stage_1_hold_the_same_crops_either_way(clips):
    made = []
    for kind in (HostCrops, DeviceCrops):
        crops = kind(clips, SIZE, NO_AUGMENTATION, CPU)
        sampler = UnlabelledSampler(clips[:1], blocks=3, block_frames=2, stride=4, crops=crops, seed=1)
        made.append(crops.make(sampler.batch(0, range(1))[0]))
    assert made[0].shape == made[1].shape == (1, 3, 2, 3, SIZE, SIZE)


def test_frames_of_other_clips_are_found_at_their_places(clips):
    crops = DeviceCrops(clips, SIZE, NO_AUGMENTATION, CPU)
    rng = np.random.default_rng(0)
    drawn = [crops.draw(1, slice(1, 3), rng), crops.draw(0, np.array([7, 7]), rng)]
    made = crops.make(crops.arrange(np.stack(drawn))).permute(0, 1, 3, 4, 2).numpy()
    np.testing.assert_array_equal(made[0], clips[1].crops[1:3, 8:-8, 8:-8])
    np.testing.assert_array_equal(made[1], clips[0].crops[[7, 7], 8:-8, 8:-8])


def test_a_run_is_varied_as_one_and_parts_of_a_batch_as_the_whole_but_for_the_noise(clips):
    still = replace(clips[0], crops=np.repeat(clips[0].crops[:1], 30, axis=0))
    crops = DeviceCrops([still], SIZE, replace(RENDERED, jitter=0, noise=0), CPU)
    rng = np.random.default_rng(0)
    drawn = crops.arrange(np.stack([crops.draw(0, slice(0, 5), rng) for _ in range(4)]))
    made = crops.make(drawn)
    assert (made == made[:, :1]).all()
    assert (made[0] != made[1]).any()
    trembling = DeviceCrops([still], SIZE, replace(RENDERED, noise=0, colour_per_frame=True), CPU)
    whole = trembling.make(drawn)
    assert (whole[0, 0] != whole[0, 1]).any()
    assert (torch.cat([trembling.make(part) for part in drawn.split(1)]) == whole).all()


def test_a_training_with_crops_on_the_device_learns_and_can_be_repeated(clips):
    losses = []
    for _ in range(2):
        torch.manual_seed(0)
        run = RegressionRun(
            IntensityModel(CONFIG),
            clips,
            SETTINGS,
            CPU,
            crops=DeviceCrops(clips, SIZE, Augmentation(colour=0.2, occlude=0.0), CPU),
        )
        seen = []
        run.advance(60, lambda _step, loss, seen=seen: seen.append(loss), lambda: False)
        losses.append(seen)
    assert losses[0] == losses[1]
    assert np.mean(losses[0][-10:]) < 0.4 * np.mean(losses[0][:5])


@pytest.mark.parametrize(
    ("kind", "free", "there"), [("cpu", 1e12, False), ("cuda", 1e12, True), ("cuda", 1e5, False)]
)
def test_crops_lie_on_a_gpu_that_has_room_for_them(clips, monkeypatch, kind, free, there):
    made = []
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda _device: (free, 2 * free))
    monkeypatch.setattr(crop_making, "DeviceCrops", lambda *told: made.append(told))
    maker = crop_maker(clips, SIZE, RENDERED, torch.device(kind))
    assert bool(made) is there
    assert isinstance(maker, HostCrops) is not there
