"""Stage 1 of the benchmark on codes: learn f and g from clips without labels, by contrast.

Two objectives, as for the model (`au_studio.learn.stage1`): what moves in a face is to be found, or its
future is. Here the input is geometry itself, so "movement" asks for what is behind it: codes are shown as
another face would have them and trembling, frame by frame without a look ahead, and of all moments the one is
to be found whose code, seen as it was and measured from the mean of the whole window, goes with it.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from au_studio.factory.benchmark.geometry.codes import CodedClip
from au_studio.factory.benchmark.geometry.network import (
    READS,
    Optimizer,
    Weights,
    describe,
    linear,
    recur,
    stacked,
    taken,
)
from au_studio.factory.benchmark.geometry.sequences import Draw, Sequences, Variation, Varier
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.optimisation import one_cycle
from au_studio.learn.stage1.unlabelled import UnfitMaterialError


@dataclass(frozen=True)
class ContrastSettings:
    """Settings of stage 1.

    Attributes
    ----------
    objective : str
        "movement" or "future" (`au_studio.learn.stage1.pretrain.OBJECTIVES`).
    steps : int
    rows, window : int
        Clips a step, and frames of each.
    rate, weight_decay : float
        AdamW's.
    temperature : float
        Divides the similarities (cosines).
    own_clip : bool
        A moment is told from those of its own clip only: who it is does not help.
    stride, predicted : int
        Frames between two moments; for "future": how many moments, the last ones, are predicted.
    variation : Variation
    """

    objective: str = "movement"
    steps: int = 1500
    rows: int = 16
    window: int = 48
    rate: float = 3e-3
    weight_decay: float = 1e-4
    temperature: float = 0.15
    own_clip: bool = False
    stride: int = 2
    predicted: int = 3
    variation: Variation = field(default_factory=lambda: Variation(others=0.7, tremble=0.15))


def pretrain_all(
    networks: Sequence[Weights],
    seeds: Sequence[int],
    clips: Sequence[CodedClip],
    settings: ContrastSettings,
    hooks: TrainingHooks,
) -> tuple[list[Weights], dict[str, float]]:
    """Run stage 1 on f and g of several networks side by side; ratings in the clips are not looked at.

    Parameters
    ----------
    networks : sequence of Weights
        That it starts from, one per seed; they are not changed.
    seeds : sequence of int
    clips : sequence of CodedClip
        Those shorter than the window are passed over.
    settings : ContrastSettings
    hooks : TrainingHooks

    Returns
    -------
    networks : list of Weights
        With the regressors that they had.
    figures : dict
        Running means at the end: "loss", and "found" (how often the right moment is the best match); "steps"
        done, and the "seconds" per network.

    Raises
    ------
    UnfitMaterialError
        If no clip is long enough.
    """
    began = time.monotonic()
    long = [clip for clip in clips if len(clip) >= settings.window]
    if not long:
        raise UnfitMaterialError(f"No clip is as long as {settings.window} frames.")
    material = Sequences.of(long)
    lengths = np.array([len(clip) for clip in long])
    vary = Varier(material, settings.variation)
    heads = [_heads(weights, settings.objective, seed) for weights, seed in zip(networks, seeds, strict=True)]
    optimizer = Optimizer(stacked([{**w, **h} for w, h in zip(networks, heads, strict=True)]),
                          settings.weight_decay)  # fmt: skip
    means: dict[str, float] = {}
    done = 0
    while done < settings.steps and not hooks.should_stop():
        codes, shown = [], []
        for seed in seeds:
            draw = Draw.of(seed, done, settings.rows, settings.window, material)
            rows = (draw.clip * len(long)).astype(np.int64)
            starts = (draw.start * (lengths[rows] - settings.window + 1)).astype(np.int64)
            frames = torch.from_numpy(starts[:, None] + np.arange(settings.window))
            codes.append(material.codes[torch.from_numpy(rows)[:, None], frames])
            shown.append(vary(codes[-1], draw))
        task = _future if settings.objective == "future" else _movement
        loss, found = task(optimizer.weights, torch.stack(shown), torch.stack(codes), settings)
        rate = torch.full((len(networks),), settings.rate * one_cycle(done / settings.steps))
        optimizer.step(loss.sum(), {n: 0 * rate if n in READS else rate for n in optimizer.weights})
        done += 1
        for name, value in (("loss", float(loss.detach().mean())), ("found", found)):
            means[name] = value if name not in means else 0.98 * means[name] + 0.02 * value
            hooks.on_metric(done, name, means[name], None)
        hooks.on_progress(done, settings.steps, "Learning from the clips, without ratings")
    own = [{name: w[0] for name, w in taken(optimizer.weights, [k]).items() if name in networks[k]}
           for k in range(len(networks))]  # fmt: skip
    return own, {**means, "steps": float(done), "seconds": (time.monotonic() - began) / len(networks)}


def _heads(weights: Weights, objective: str, seed: int) -> Weights:
    """Draw what stage 1 needs beside f and g, and nothing else does."""
    dice = torch.Generator().manual_seed(seed + 1)
    codes, width = weights["calm1.weight"].shape[0], weights["encoder2.weight"].shape[0]
    outputs = width if objective == "future" else codes
    return {
        name: tensor
        for head in ("head1", "head2")
        for name, tensor in (
            (f"{head}.weight", torch.randn(width, outputs, generator=dice) / width**0.5),
            (f"{head}.bias", torch.zeros(outputs)),
        )
    }


def _movement(
    weights: Weights, shown: Tensor, codes: Tensor, settings: ContrastSettings
) -> tuple[Tensor, float]:
    """Find what f and g make of varied codes among the changes of the codes as they are."""
    described = describe(weights, shown, torch.ones(shown.shape[:3]))
    moments = slice(None, None, settings.stride)
    moved = (codes - codes.mean(dim=2, keepdim=True))[:, :, moments]
    of_frame, found = _contrast(linear(described.features[:, :, moments], weights, "head1"), moved, settings)
    of_state, _ = _contrast(linear(described.states[:, :, moments], weights, "head2"), moved, settings)
    return (of_frame + of_state) / 2, found


def _future(
    weights: Weights, shown: Tensor, codes: Tensor, settings: ContrastSettings
) -> tuple[Tensor, float]:
    """Predict the features of the last moments from those before (Dense Predictive Coding)."""
    del codes
    features = describe(weights, shown, torch.ones(shown.shape[:3])).features
    moments = features.flip(2)[:, :, :: settings.stride].flip(2)
    seen = moments.shape[2] - settings.predicted
    state = recur(weights, moments[:, :, :seen])[:, :, -1]
    predictions = []
    for _ in range(settings.predicted):
        predictions.append(linear(F.relu(linear(state, weights, "head1")), weights, "head2"))
        state = recur(weights, predictions[-1][:, :, None], state)[:, :, -1]
    return _contrast(torch.stack(predictions, dim=2), moments[:, :, seen:], settings)


def _contrast(told: Tensor, wanted: Tensor, settings: ContrastSettings) -> tuple[Tensor, float]:
    """Return the cross-entropy [E], both ways, of finding what goes together, and how often it is found.

    Both are [E, B, N, C]; with `own_clip` a moment is looked for among the N of its clip, else among B · N.
    """
    networks = len(told)
    told, wanted = F.normalize(told, dim=-1), F.normalize(wanted, dim=-1)
    kept = 2 if settings.own_clip else 1
    told, wanted = (x.reshape(-1, x.shape[2] if kept == 2 else x.shape[1] * x.shape[2], x.shape[3])
                    for x in (told, wanted))  # fmt: skip
    similar = told @ wanted.transpose(1, 2) / settings.temperature
    own = similar.diagonal(dim1=1, dim2=2)
    forth, back = similar.logsumexp(dim=2), similar.logsumexp(dim=1)
    loss = ((forth + back) / 2 - own).mean(dim=1).reshape(networks, -1).mean(dim=1)
    place = torch.arange(similar.shape[1])
    return loss, float((similar.detach().argmax(dim=2) == place).float().mean())
