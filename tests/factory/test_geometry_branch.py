"""The branch learns what meshes show of movement, and leaves the rest of the model as it was."""

import copy
from dataclasses import replace

import numpy as np
import pytest
import torch

from au_studio.factory.geometry_branch import (
    BranchSettings,
    Seen,
    look_at,
    train_branch,
    with_branch,
)
from au_studio.factory.geometry_scale import calibrated, read, weighed
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.material.clips import Clip, centre
from au_studio.nn.config import ModelConfig
from au_studio.nn.geometry import onto
from au_studio.nn.mesh import CropMesh
from au_studio.nn.model import IntensityModel
from au_studio.stats.concordance import concordance

CONFIG = ModelConfig(aus=(1, 12), width=8, features=8)
SETTINGS = BranchSettings(geometry=6, principal=2, steps=250, rows=12, rate=5e-3)
HEAD = np.random.default_rng(5).normal(0, 0.2, (478, 3))


def person(number: int, frames: int = 40) -> Seen:
    """A head of its own whose brows rise with AU1, its corners part with AU12; the picture shows nothing."""
    rng = np.random.default_rng(number)
    t = np.arange(frames)
    values = np.stack([2.5 - 2.5 * np.cos(t / 5), np.clip(5 * np.sin(t / 7 + number), 0, 5)], axis=1)
    mesh = np.repeat((HEAD + rng.normal(0, 0.02, HEAD.shape))[None], frames, axis=0)
    mesh[:, :20, 1] += 0.03 * rng.normal() - 0.02 * values[:, :1]
    mesh[:, 20:40, 0] += 0.03 * rng.normal() + 0.02 * values[:, 1:]
    pooled = rng.normal(0, 1, (frames, 16))
    return Seen(pooled.astype(np.float32), mesh.astype(np.float32), values.astype(np.float32))


@pytest.fixture(scope="module")
def base() -> IntensityModel:
    torch.manual_seed(1)
    return IntensityModel(CONFIG).eval()


@pytest.fixture(scope="module")
def learnt(base) -> tuple[IntensityModel, IntensityModel, IntensityModel]:
    """A model with a new branch, and both that a training on thirty people makes of it."""
    torch.manual_seed(1)  # the same branch, whichever tests have run before
    people = [person(k) for k in range(30)]
    wider = with_branch(base, people, SETTINGS)
    return wider, *train_branch(wider, people, SETTINGS, TrainingHooks())


def test_a_new_branch_changes_nothing(base):
    people = [person(k) for k in range(6)]
    wider = with_branch(base, people, SETTINGS)
    with torch.no_grad():
        plain = base.regressor(torch.from_numpy(people[0].pooled)).numpy()
    np.testing.assert_allclose(read(wider, people[0]), plain, atol=1e-5)


def test_movement_is_read_in_persons_never_seen(base, learnt):
    wider, trained, _ = learnt
    stranger = person(99)
    got, before = read(trained, stranger), read(wider, stranger)
    for place in range(2):
        assert np.corrcoef(got[:, place], stranger.intensities[:, place])[0, 1] > 0.9
        assert abs(np.corrcoef(before[:, place], stranger.intensities[:, place])[0, 1]) < 0.6
    for name, weights in base.encoder.state_dict().items():
        assert torch.equal(weights, trained.encoder.state_dict()[name])
    own = base.regressor.in_features
    assert torch.equal(trained.regressor.weight[:, :own], base.regressor.weight)


def test_the_same_seed_trains_the_same(base):
    people = [person(k) for k in range(8)]
    short = replace(SETTINGS, steps=4)
    wider = with_branch(base, people, short)
    one, two = (train_branch(wider, people, short, TrainingHooks())[0] for _ in range(2))
    np.testing.assert_array_equal(read(one, people[0]), read(two, people[0]))


def test_shape_alone_reads_without_the_picture(base, learnt):
    _, _, by_shape = learnt
    own, seen = base.regressor.in_features, by_shape.geometry.n_seen
    assert not by_shape.regressor.weight[:, : own + seen].any()
    stranger = person(99)
    got = read(by_shape, stranger)
    for place in range(2):
        assert np.corrcoef(got[:, place], stranger.intensities[:, place])[0, 1] > 0.9


def test_both_descriptions_are_weighed_by_how_well_each_reads(learnt):
    seeing, by_shape = learnt[1], copy.deepcopy(learnt[2])
    with torch.no_grad():  # shape tells nothing of AU12
        by_shape.regressor.weight[1] = 0
    strangers = [person(k) for k in range(40, 46)]
    both = weighed(seeing, by_shape, strangers, replace(SETTINGS, shape=0.5, shape_followed=0.5))
    one, other, mixed = (read(model, strangers[0]) for model in (seeing, by_shape, both))
    share = (mixed - one)[:, 0] / (other - one)[:, 0]
    assert 0.3 < np.median(share) <= 0.51
    np.testing.assert_allclose(mixed[:, 1], one[:, 1], atol=0.02)


def test_units_that_the_mesh_follows_count_shape_for_more(base):
    strangers = [person(k) for k in range(2)]
    seeing = with_branch(base, strangers, SETTINGS)
    for stranger in strangers:  # what no picture shows carries the mark of shape: both read the same
        stranger.pooled[:, 0] = 0
    by_shape = copy.deepcopy(seeing)
    with torch.no_grad():
        by_shape.regressor.weight[:, 0] += 1
    for followed, shares in (((1,), (0.5, 0.15)), ((12,), (0.15, 0.5)), ((), (0.15, 0.15))):
        both = weighed(seeing, by_shape, strangers, replace(SETTINGS, followed=followed))
        taken = (both.regressor.weight - seeing.regressor.weight)[:, 0]
        np.testing.assert_allclose(taken.detach().numpy(), shares, atol=1e-6)


def test_raised_brows_count_as_followed():
    assert {1, 2} < set(BranchSettings().followed)
    assert not {4, 5, 9} & set(BranchSettings().followed)


def test_the_alignment_follows_what_hardly_moves(base):
    people = [person(k) for k in range(6)]
    branch = with_branch(base, people, SETTINGS).geometry
    assert branch.rigidity[:40].max() < branch.rigidity[40:].mean()
    meshes = torch.from_numpy(people[0].meshes)
    moved = onto(meshes, branch.reference, branch.rigidity) - branch.reference
    assert moved.std(dim=0)[:20, 1].mean() > 5 * moved.std(dim=0)[40:].mean()


def test_calibrating_gives_units_the_scale_of_further_persons(learnt):
    trained = copy.deepcopy(learnt[1])
    with torch.no_grad():
        trained.regressor.weight[1] *= 0.7
        trained.regressor.bias[1] += 0.3
    settings = replace(SETTINGS, gain=1.0, offset=1.0, slight=1.0)
    better = calibrated(trained, [person(k) for k in range(40, 46)], settings)
    strangers = [person(k) for k in range(90, 110)]  # one alone may be read better as it was

    def agrees(model, place):
        rated = np.concatenate([stranger.intensities[:, place] for stranger in strangers])
        return concordance(rated, np.concatenate([read(model, s)[:, place] for s in strangers]).clip(0, 5))

    assert agrees(better, 1) > agrees(trained, 1) + 0.01
    cautious = calibrated(trained, [person(k) for k in range(40, 46)], replace(settings, slight=0.0))
    assert torch.equal(cautious.regressor.weight[1], better.regressor.weight[1])
    gain = (better.regressor.weight[1] / trained.regressor.weight[1]).nanmedian()
    assert cautious.regressor.bias[1].item() == pytest.approx(
        (trained.regressor.bias[1] * gain).item(), abs=1e-4
    )
    assert cautious.regressor.bias[1] != better.regressor.bias[1]


def test_the_same_face_is_read_the_same_by_the_whole_model(base):
    people = [person(k) for k in range(4)]
    wider = with_branch(base, people, SETTINGS)
    crops = np.random.default_rng(0).integers(0, 255, (5, 144, 144, 3), dtype=np.uint8)
    restart = np.array([True, False, False, False, False])
    rated = np.full((5, 2), np.nan, np.float32)
    clip = Clip(crops, rated, np.arange(5) / 8, np.arange(5), restart, "a", "a")
    seen = look_at(base, clip, CropMesh())
    x = torch.from_numpy(np.ascontiguousarray(centre(crops, 128))).permute(0, 3, 1, 2)[None]
    with torch.no_grad():
        whole, _ = wider(x, None, torch.from_numpy(restart)[None])
    np.testing.assert_allclose(read(wider, seen), whole[0].numpy(), atol=1e-4)
