"""Stage 1 on codes finds what goes together, without a label."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from au_studio.factory.benchmark.geometry.contrast import ContrastSettings, pretrain_all
from au_studio.factory.benchmark.geometry.network import NetworkSettings, fresh
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.stage1.unlabelled import UnfitMaterialError

SETTINGS = ContrastSettings(steps=60, rows=4, window=16)


def taught(clips, settings):
    network = fresh(5, 2, NetworkSettings(8, 4), 0)
    heard = []
    hooks = TrainingHooks(on_metric=lambda step, name, value, au: heard.append((name, value)))
    networks, figures = pretrain_all([network], [0], clips, settings, hooks)
    return network, networks[0], figures, [value for name, value in heard if name == "loss"]


@pytest.mark.parametrize("objective", ["movement", "future"])
@pytest.mark.parametrize("own_clip", [False, True])
def test_both_objectives_learn_f_and_g_and_leave_the_regressor(parts, objective, own_clip):
    settings = replace(SETTINGS, objective=objective, own_clip=own_clip)
    before, after, figures, losses = taught(parts[0], settings)
    assert losses[-1] < losses[0] - 0.05
    assert figures["steps"] == 60
    assert set(after) == set(before)
    assert torch.equal(after["regressor.weight"], before["regressor.weight"])
    for name in ("encoder1.weight", "hidden.weight", "calm1.weight"):
        assert not torch.equal(after[name], before[name]), name


def test_ratings_are_not_looked_at(parts):
    unrated = [replace(clip, intensities=np.full_like(clip.intensities, np.nan)) for clip in parts[0]]
    short = replace(SETTINGS, steps=5)
    one, other = taught(parts[0], short)[1], taught(unrated, short)[1]
    assert all(torch.equal(one[name], other[name]) for name in one)


def test_clips_that_are_too_short_are_no_material(parts):
    with pytest.raises(UnfitMaterialError, match="as long as 99"):
        taught(parts[0], replace(SETTINGS, window=99))
