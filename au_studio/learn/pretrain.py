"""Stage 1: learn encoder and temporal module from unlabelled clips by predicting their future (DPC)."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from au_studio.learn.augmentation import Augmentation
from au_studio.learn.clips import Clip
from au_studio.learn.contrastive import ContrastiveOptions, Retrieval, contrastive_loss
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.optimisation import (
    LearningRates,
    mixed_precision,
    one_cycle,
    parameter_groups,
    set_learning_rate,
)
from au_studio.learn.prefetch import Prefetcher
from au_studio.learn.resume import load_state, save_state
from au_studio.nn.model import IntensityModel
from au_studio.nn.predictor import FuturePredictor

_SAVE_SECONDS = 120.0


@dataclass(frozen=True)
class PretrainingSettings:
    """Settings of stage 1.

    Attributes
    ----------
    steps : int
        Optimisation steps.
    rows : int
        Clips per step.
    blocks, predicted : int
        Blocks per clip, and how many of them, the last ones, are predicted.
    stride : int
        Frames from one sampled frame to the next.
    learning_rate, weight_decay : float
        AdamW's.
    loss : ContrastiveOptions
        Variant of the loss.
    augmentation : Augmentation
        Colours are drawn per frame: it breaks low-level shortcuts.
    seed : int
        Everything random follows from it.
    """

    steps: int = 1500
    rows: int = 16
    blocks: int = 8
    predicted: int = 3
    stride: int = 3
    learning_rate: float = 1e-3
    weight_decay: float = 1e-5
    loss: ContrastiveOptions = field(default_factory=ContrastiveOptions)
    augmentation: Augmentation = field(
        default_factory=lambda: Augmentation(colour_per_frame=True, occlude=0.0)
    )
    seed: int = 0


class FuturePrediction(nn.Module):
    """Model and predictor φ together, as stage 1 trains them."""

    def __init__(self, model: IntensityModel) -> None:
        super().__init__()
        self.model = model
        self.predictor = FuturePredictor(model.config.features)

    def forward(self, crops: Tensor, predicted: int) -> tuple[Tensor, Tensor]:
        """Predict the last blocks of each clip from the ones before.

        Parameters
        ----------
        crops : Tensor
            [B, N, L, 3, S, S]: N consecutive blocks of L frames.
        predicted : int
            P: how many of the N blocks are predicted.

        Returns
        -------
        prediction, target : Tensor
            [B, P, C, H, W]; targets are the encoder's outputs before ReLU.
        """
        z = self.model.encode_blocks(crops)
        seen = z.shape[1] - predicted
        _, h = self.model.temporal(torch.relu(z[:, :seen]))
        predictions = []
        for _ in range(predicted):
            p = self.predictor(h)
            predictions.append(p)
            h = self.model.temporal.step(torch.relu(p), h)
        return torch.stack(predictions, dim=1), z[:, seen:]


class _UnlabelledSampler:
    """Draws clips long enough for the pattern: sources evenly, then a clip, then a start."""

    def __init__(
        self, clips: Sequence[Clip], settings: PretrainingSettings, block_frames: int, size: int
    ) -> None:
        self.settings, self.size, self.block_frames = settings, size, block_frames
        self.pattern = np.arange(settings.blocks * block_frames) * settings.stride
        long_enough = [clip for clip in clips if len(clip) > self.pattern[-1] and not clip.restart[1:].any()]
        groups: dict[str, list[Clip]] = {}
        for clip in long_enough:
            groups.setdefault(clip.group, []).append(clip)
        self._groups = [groups[name] for name in sorted(groups)]
        if not self._groups:
            raise ValueError(f"No clip is as long as {self.pattern[-1] + 1} frames.")

    def batch(self, step: int) -> Tensor:
        rng = np.random.default_rng((self.settings.seed, step))
        rows = []
        for _ in range(self.settings.rows):
            clips = self._groups[rng.integers(len(self._groups))]
            clip = clips[rng.integers(len(clips))]
            start = int(rng.integers(len(clip) - self.pattern[-1]))
            rows.append(self.settings.augmentation(clip.crops[start + self.pattern], self.size, rng))
        crops = torch.from_numpy(np.stack(rows)).permute(0, 1, 4, 2, 3)
        return crops.reshape(len(rows), self.settings.blocks, self.block_frames, *crops.shape[2:])


def pretrain(
    model: IntensityModel,
    clips: Sequence[Clip],
    settings: PretrainingSettings,
    device: torch.device,
    hooks: TrainingHooks,
    *,
    state: Path | None = None,
) -> dict[str, float]:
    """Run stage 1 on the model's encoder and temporal module; ratings in the clips are not looked at.

    Parameters
    ----------
    model : IntensityModel
        Trained in place; its regressor is left as it is.
    clips : sequence of Clip
        Those shorter than ``blocks * block_frames * stride`` frames are skipped.
    state : Path, optional
        Where the unfinished training is saved every two minutes; the run goes on from what is there already.

    Returns
    -------
    dict
        Running means at the end: loss, top1, clip, cell, step (fractions of predicted cells), and steps done.
    """
    sampler = _UnlabelledSampler(clips, settings, model.config.block_frames, model.config.crop_size)
    both = FuturePrediction(model).to(device).train()
    rates = LearningRates(settings.learning_rate, settings.learning_rate, settings.learning_rate)
    groups = parameter_groups(model, rates)
    groups.append({"name": "predictor", "params": list(both.predictor.parameters()), "peak": rates.encoder})
    optimizer = torch.optim.AdamW(groups, lr=0.0, weight_decay=settings.weight_decay)
    about = repr(asdict(settings))
    start = load_state(state, both, optimizer, about) if state is not None else 0
    means: dict[str, float] = {"steps": float(start)}
    saved = time.monotonic()
    with Prefetcher(sampler.batch, start, settings.steps) as batches:
        for step, crops in batches:
            torch.manual_seed(settings.seed * 1_000_003 + step)
            set_learning_rate(optimizer, one_cycle(step / settings.steps))
            loss, retrieval = _update(both, optimizer, crops.to(device), settings, device)
            _average(means, loss, retrieval)
            means["steps"] = float(step + 1)
            for name, value in means.items():
                hooks.on_metric(step + 1, name, value, None)
            hooks.on_progress(step + 1, settings.steps, "Stage 1: learning from unlabelled video")
            if state is not None and time.monotonic() - saved > _SAVE_SECONDS:
                save_state(state, both, optimizer, step + 1, about)
                saved = time.monotonic()
            if hooks.should_stop():
                break
    model.eval()
    return means


def _update(
    both: FuturePrediction,
    optimizer: torch.optim.Optimizer,
    crops: Tensor,
    settings: PretrainingSettings,
    device: torch.device,
) -> tuple[float, Retrieval]:
    with mixed_precision(device, blocks=both.model.config.block_frames > 1):
        predicted, target = both(crops, settings.predicted)
    loss, retrieval = contrastive_loss(predicted, target, settings.loss)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(both.parameters(), 1.0)
    optimizer.step()
    return float(loss.detach()), retrieval


def _average(means: dict[str, float], loss: float, retrieval: Retrieval) -> None:
    for name, value in {"loss": loss, **asdict(retrieval)}.items():
        means[name] = value if name not in means else 0.98 * means[name] + 0.02 * value
