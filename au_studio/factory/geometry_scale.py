"""Weigh the two descriptions of a geometry branch, and give units the scale of further persons' labels."""

from __future__ import annotations

import copy
from collections.abc import Sequence

import numpy as np
import torch

from au_studio.factory.geometry_branch import BranchSettings, Floats, Seen
from au_studio.nn.model import IntensityModel
from au_studio.stats.concordance import concordance

SMILE = (6, 12, 25)


def weighed(
    seeing: IntensityModel, by_shape: IntensityModel, validation: Sequence[Seen], settings: BranchSettings
) -> IntensityModel:
    """Return one model that reads each unit by both descriptions.

    Parameters
    ----------
    seeing, by_shape : IntensityModel
        From `train_branch`; they are not changed.
    validation : sequence of Seen
        Clips of persons who trained neither.
    settings : BranchSettings
        Its `shape`, `shape_followed` and `followed` say how much of the second.
    """
    truth = np.concatenate([clip.intensities for clip in validation]).astype(np.float64)
    values = [
        np.concatenate([read(model, clip) for clip in validation]).astype(np.float64)
        for model in (seeing, by_shape)
    ]
    both = copy.deepcopy(seeing)
    with torch.no_grad():
        for place in range(len(both.config.aus)):
            known = np.isfinite(truth[:, place])
            seen, shape = (
                max(1e-3, concordance(truth[known, place], np.clip(v[known, place], 0, 5))) for v in values
            )
            followed = both.config.aus[place] in settings.followed
            share = (settings.shape_followed if followed else settings.shape) * min(1.0, shape / seen)
            for mixed, one, other in (
                (both.regressor.weight, seeing.regressor.weight, by_shape.regressor.weight),
                (both.regressor.bias, seeing.regressor.bias, by_shape.regressor.bias),
            ):
                mixed[place] = (1 - share) * one[place] + share * other[place]
    return both.eval()


def read(model: IntensityModel, seen: Seen) -> Floats:
    """Return what a model with a branch reads in a clip from its start, [T, A], not clamped."""
    assert model.geometry is not None
    with torch.inference_mode():
        pooled = torch.from_numpy(seen.pooled)[None]
        code = model.geometry.code_of(torch.from_numpy(seen.meshes))[None]
        described, _ = model.geometry(pooled, code)
        values: Floats = model.regressor(torch.cat([pooled, described], dim=-1))[0].numpy()
    return values


def calibrated(model: IntensityModel, seen: Sequence[Seen], settings: BranchSettings) -> IntensityModel:
    """Return a model whose units have the scale of the labels of further persons.

    Squared error makes a network cautious: what is hard to see is read too small, and what is not there a
    little too large. Each unit's gain and offset are those with the best concordance (Lin 1989) of the
    clamped values, from a grid, taken over in part; both go into the regressor.

    Parameters
    ----------
    model : IntensityModel
        It is not changed.
    seen : sequence of Seen
        Clips of persons who did not train it.
    settings : BranchSettings
    """
    values = np.concatenate([read(model, clip) for clip in seen]).astype(np.float64)
    truth = np.concatenate([clip.intensities for clip in seen]).astype(np.float64)
    scaled = copy.deepcopy(model)
    with torch.no_grad():
        for place, au in enumerate(model.config.aus):
            known = np.isfinite(truth[:, place])
            if not known.any() or truth[known, place].std() < 1e-6:
                continue
            gain, offset = max(
                (
                    (gain, offset)
                    for gain in np.linspace(0.8, 1.6, 17)
                    for offset in np.linspace(-0.6, 0.1, 15)
                ),
                key=lambda way: concordance(
                    truth[known, place], np.clip(values[known, place] * way[0] + way[1], 0, 5)
                ),
            )
            gain = 1 + settings.gain * (gain - 1)
            offset *= settings.slight if au in SMILE else settings.offset
            scaled.regressor.weight[place] *= gain
            scaled.regressor.bias[place] = scaled.regressor.bias[place] * gain + offset
    return scaled.eval()
