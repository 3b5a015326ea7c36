"""The contrast of frames with movement: its loss, its figures, and what is drawn for it."""

import numpy as np
import pytest
import torch
from made_clips import CONFIG, SIZE, made_clip, made_meshes

from au_studio.learn.distributed import Processes
from au_studio.learn.material.augmentation import NO_AUGMENTATION
from au_studio.learn.material.crop_making import HostCrops
from au_studio.learn.stage1.movement import MovementCode
from au_studio.learn.stage1.movement_contrast import MovementContrast, MovementSampler
from au_studio.nn.model import IntensityModel

ALONE = Processes()


@pytest.fixture
def network():
    torch.manual_seed(0)
    return MovementContrast(IntensityModel(CONFIG), code=5, temperature=0.1)


def judged(network, told, codes):
    loss, figures = network.judge((told, told), (torch.empty(0), codes), ALONE)
    return float(loss), figures


def test_who_knows_the_codes_finds_every_moment(network):
    codes = torch.randn(3, 6, 5)
    moved = codes - codes.mean(dim=1, keepdim=True)
    loss, figures = judged(network, moved, codes)
    assert figures == {"top1": 1, "clip": 1, "moment": 1}
    guess, chance = judged(network, torch.randn(3, 6, 5), codes)
    assert loss < 0.3 < guess
    assert chance["top1"] < 0.5


def test_what_is_constant_in_a_clip_is_not_looked_at(network):
    codes = torch.randn(3, 6, 5)
    moved = codes - codes.mean(dim=1, keepdim=True)
    alone, _ = judged(network, moved, codes)
    of_somebody, _ = judged(network, moved, codes + torch.randn(3, 1, 5) * 9)
    assert of_somebody == pytest.approx(alone, abs=1e-4)


def test_the_moment_is_looked_for_in_the_clip_itself(network):
    codes = torch.randn(2, 4, 5)
    moved = codes - codes.mean(dim=1, keepdim=True)
    _, figures = judged(network, moved.flip(0), codes)
    assert figures["clip"] < 0.5
    late, shifted = judged(network, moved.roll(1, dims=1), codes)
    assert shifted["moment"] == 0
    assert late > judged(network, moved, codes)[0]


def test_both_features_and_state_learn(network):
    crops, codes = torch.randint(0, 255, (2, 4, 1, 3, SIZE, SIZE)).float(), torch.randn(2, 4, 5)
    told = network(crops)
    assert [tuple(one.shape) for one in told] == [(2, 4, 5), (2, 4, 5)]
    network.judge(told, (crops, codes), ALONE)[0].backward()
    model = network.model
    for part in (network.of_frame, network.of_state, model.encoder, model.temporal):
        assert any(p.grad is not None and p.grad.abs().sum() > 0 for p in part.parameters())
    assert all(p.grad is None for p in model.regressor.parameters())


def sampler(clips, codes, moments=4, block_frames=1, seed=0):
    return MovementSampler(
        clips,
        codes,
        moments=moments,
        block_frames=block_frames,
        crops=HostCrops(clips, SIZE, NO_AUGMENTATION),
        seed=seed,
    )


def coded(frames=24, groups=("a", "b")):
    clips = [made_clip(group, frames, seed=k) for k, group in enumerate(groups)]
    meshes = [made_meshes(clip) for clip in clips]
    code = MovementCode.of(meshes, 3)
    return clips, [code(m) for m in meshes]


def test_crops_and_codes_that_are_drawn_belong_together_in_the_order_of_time():
    clips, codes = coded()
    crops, drawn = sampler(clips, codes, moments=6, block_frames=3).batch(5, range(8))
    assert crops.shape == (8, 6, 3, 3, SIZE, SIZE)
    for row in range(8):
        places = []
        for moment in range(6):
            found = [
                (clip, int(np.flatnonzero((code == drawn[row, moment].numpy()).all(axis=1))[0]))
                for clip, code in zip(clips, codes, strict=True)
                if (code == drawn[row, moment].numpy()).all(axis=1).any()
            ]
            (clip, place), *_ = found
            places.append(place)
            edge = (clip.crops.shape[1] - SIZE) // 2
            past = clip.crops[place - 2 : place + 1, edge : edge + SIZE, edge : edge + SIZE]
            np.testing.assert_array_equal(crops[row, moment].permute(0, 2, 3, 1).numpy(), past)
        assert places == sorted(set(places))
        assert places[0] >= 2


def test_frames_without_a_code_are_never_drawn():
    clips, codes = coded(groups=("a",))
    codes[0][3:20] = np.nan
    drawn = sampler(clips, codes, moments=7).batch(0, range(3))[1]
    assert torch.isfinite(drawn).all()
    with pytest.raises(ValueError, match="shows a face in 8 frames"):
        sampler(clips, codes, moments=8)


def test_a_row_depends_on_seed_step_and_row_alone():
    clips, codes = coded()
    whole = sampler(clips, codes).batch(2, range(4))
    part = sampler(clips, codes).batch(2, range(2, 4))
    assert all(torch.equal(a[2:], b) for a, b in zip(whole, part, strict=True))
    other = sampler(clips, codes, seed=1).batch(2, range(4))
    assert not torch.equal(whole[1], other[1])
