"""Train a base model: stage 1 on unlabelled clips, stage 2 on a labelled corpus, then measure it."""

from __future__ import annotations

import contextlib
import copy
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch

from au_studio.factory.real_faces import RealFaces, RealFacesRun, averaged
from au_studio.learn.distributed import Processes
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.judging.evaluation import agreement, predict_clips
from au_studio.learn.material.augmentation import Augmentation
from au_studio.learn.material.clips import Clip, uninterrupted
from au_studio.learn.optimisation import LearningRates
from au_studio.learn.resume import start_digest
from au_studio.learn.stage1.pretrain import PretrainingSettings, pretrain
from au_studio.learn.stage2.regression import RegressionSettings, run_to_end, train_regressor
from au_studio.nn.config import ModelConfig
from au_studio.nn.model import IntensityModel

RENDERED = Augmentation(
    rotation=6, shift=4, scale=0.06, stretch=0.04, colour=0.8,
    shade=0.25, blur=0.12, shrink=0.2, noise=0.2, compress=0.1, film=0.35, occlude=0.1, fringe=0.2,
)  # fmt: skip
"""Rendered corpora are blurred, noisy, compressed and occluded in part already; more hides fine wrinkles."""
_STATES = ("stage1.state.safetensors", "stage2.state.safetensors")


@dataclass(frozen=True)
class BaseSettings:
    """Settings of a base training: the network, stage 1 (None leaves it out) and stage 2.

    With `real` the unlabelled clips take part in stage 2, too; with `share` below 1 the weights end between
    those it began with and those it reached.
    """

    config: ModelConfig = field(default_factory=ModelConfig)
    stage1: PretrainingSettings | None = field(default_factory=PretrainingSettings)
    stage2: RegressionSettings = field(
        default_factory=lambda: RegressionSettings(
            steps=4600,
            rows=6,
            window=16,
            rates=LearningRates(2e-3, 5e-4, 2e-3),
            balance=True,
            train_norms=True,
            augmentation=RENDERED,
        )
    )
    real: RealFaces | None = None
    share: float = 1.0


def train_base(
    labelled: Sequence[Clip],
    unlabelled: Sequence[Clip],
    settings: BaseSettings,
    device: torch.device,
    hooks: TrainingHooks,
    *,
    work: Path,
    start: IntensityModel | None = None,
    processes: Processes | None = None,
) -> tuple[IntensityModel, dict[str, Any]]:
    """Run both stages; an interrupted training goes on from what it left in `work`.

    Parameters
    ----------
    labelled, unlabelled : sequence of Clip
        Stage 2 uses the first, stage 1 both (without the ratings).
    work : Path
        Folder in which the stages are kept; `forget` clears it when the model is written.
    start : IntensityModel, optional
        Whose weights to begin with; it is trained in place, and `settings.config` is not looked at.
    processes : Processes, optional
        Those that train this model together (`au_studio.learn.distributed.joined`).

    Returns
    -------
    model : IntensityModel
    training : dict
        What the card says about the training.
    """
    stage1, stage2 = (work / name for name in _STATES)
    torch.manual_seed(settings.stage2.seed)
    model = (start or IntensityModel(settings.config)).channels_last()
    training: dict[str, Any] = {"stage1": None, "stage1_minutes": 0.0}
    if settings.stage1 is not None:
        clips = [part for clip in [*labelled, *unlabelled] for part in uninterrupted(clip)]
        measured = pretrain(model, clips, settings.stage1, device, hooks, state=stage1, processes=processes)
        training["stage1_minutes"] = round(measured.pop("seconds") / 60, 1)
        training["stage1"] = {"settings": asdict(settings.stage1), "end": measured}
    before = copy.deepcopy(model) if settings.share < 1 else model
    if settings.real is None:
        steps, seconds = train_regressor(
            model, labelled, settings.stage2, device, hooks, state=stage2, processes=processes
        )
    else:
        run = RealFacesRun(
            model, labelled, settings.stage2, device,
            real=unlabelled, faces=settings.real, hooks=hooks, origin=start_digest(model),
            processes=processes,
        )  # fmt: skip
        steps, seconds = run_to_end(run, hooks, state=stage2)
        training["real"] = asdict(settings.real)
    if settings.share < 1:
        model = averaged(before, model, settings.share)
        training["share"] = settings.share
    training["stage2"] = {"settings": asdict(settings.stage2), "steps": steps}
    training["stage2_minutes"] = round(seconds / 60, 1)
    training["labelled_frames"] = sum(len(clip.labelled) for clip in labelled)
    training["labelled_persons"] = len({clip.group for clip in labelled})
    training["unlabelled_frames"] = sum(len(clip) for clip in unlabelled)
    return model, training


def forget(work: Path) -> None:
    """Delete the states of a training that is finished, and their folder if nothing else is in it."""
    for name in _STATES:
        (work / name).unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        work.rmdir()


def measure(model: IntensityModel, clips: Sequence[Clip], device: torch.device) -> dict[str, Any]:
    """Measure agreement with exact intensities: for all clips, and apart for each rig's stills and clips.

    Returns
    -------
    dict
        By part ("all", "ict-still", …): `n_frames`, and `evaluation.agreement`'s figures.
    """
    predictions = predict_clips(model, clips, device)
    parts = {"all": list(range(len(clips)))}
    for number, clip in enumerate(clips):
        parts.setdefault(clip.source.rpartition("-")[0], []).append(number)
    result: dict[str, Any] = {}
    for part, numbers in parts.items():
        rated = np.concatenate([clips[k].intensities for k in numbers])
        predicted = np.concatenate([predictions[k] for k in numbers])
        result[part] = {"n_frames": len(rated), **agreement(rated, {"": predicted}, model.config.aus)}
    return result
