"""Stage 1: learn encoder and temporal module from unlabelled clips by predicting their future (DPC)."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import torch
from torch import Tensor, nn

from au_studio.learn.augmentation import Augmentation
from au_studio.learn.clips import Clip
from au_studio.learn.contrastive import ContrastiveOptions, contrastive_loss, spread
from au_studio.learn.distributed import Processes, share_norms
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.optimisation import (
    LearningRates,
    mixed_precision,
    one_cycle,
    parameter_groups,
    set_learning_rate,
)
from au_studio.learn.prefetch import Prefetcher
from au_studio.learn.resume import SAVE_SECONDS, load_state, save_state
from au_studio.learn.unlabelled import UnlabelledSampler
from au_studio.nn.memory import is_out_of_memory, release
from au_studio.nn.model import IntensityModel
from au_studio.nn.predictor import FuturePredictor


@dataclass(frozen=True)
class PretrainingSettings:
    """Settings of stage 1.

    Attributes
    ----------
    steps : int
        Optimisation steps.
    rows : int
        Clips per step, over all processes.
    accumulate : int
        Parts in which a process's rows are encoded, to save memory: gradients are those of all rows, but a
        prediction is told apart from the targets of its own part only.
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
    accumulate: int = 1
    seed: int = 0

    @property
    def crops_per_step(self) -> int:
        """Frames that one step learns from, with blocks of one frame."""
        return self.rows * self.blocks

    def __post_init__(self) -> None:
        """Take nested settings as JSON holds them; check what would only be noticed after the cutting."""
        if isinstance(self.loss, dict):
            object.__setattr__(self, "loss", ContrastiveOptions(**self.loss))
        if not 0 < self.predicted < self.blocks:
            raise ValueError("At least one block is predicted, and at least one is seen before.")
        if self.accumulate < 1 or self.rows % self.accumulate or self.rows // self.accumulate < 2:
            raise ValueError("rows are a multiple of accumulate, with at least two clips in each part.")


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


class _Pretraining:
    """One run of stage 1: model, predictor and optimizer, advanced step by step."""

    def __init__(
        self,
        model: IntensityModel,
        settings: PretrainingSettings,
        device: torch.device,
        processes: Processes,
        hooks: TrainingHooks,
    ) -> None:
        self.settings, self.device, self.processes, self._hooks = settings, device, processes, hooks
        self._parts = settings.accumulate
        torch.manual_seed(settings.seed)
        self.both = FuturePrediction(model).to(device).train()
        share_norms(self.both, processes)
        processes.agree(self.both)
        peak = settings.learning_rate
        groups = parameter_groups(model, LearningRates(peak, peak, peak))
        groups.append({"name": "predictor", "params": list(self.both.predictor.parameters()), "peak": peak})
        self.optimizer = torch.optim.AdamW(groups, lr=0.0, weight_decay=settings.weight_decay)

    def update(self, crops: Tensor, step: int) -> dict[str, float]:
        """Make one step with this process's rows; return the figures of all processes."""
        set_learning_rate(self.optimizer, one_cycle(step / self.settings.steps))
        while (figures := self._all_gradients(crops)) is None:
            self._parts *= 2
            release(self.device)
            rows = -(-len(crops) // self._parts)
            self._hooks.on_notice(f"Memory is short: stage 1 goes on with {rows} clips at a time.")
        self.processes.average_gradients(self.both)
        nn.utils.clip_grad_norm_(self.both.parameters(), 1.0)
        self.optimizer.step()
        names = list(figures[0])
        table = torch.tensor([[part[name] for name in names] for part in figures], device=self.device)
        return dict(zip(names, self.processes.mean(table.mean(dim=0)).tolist(), strict=True))

    def _all_gradients(self, crops: Tensor) -> list[dict[str, float]] | None:
        """Return the figures of every part; None when a part did not fit into the memory."""
        self.optimizer.zero_grad(set_to_none=True)
        parts = torch.chunk(crops, self._parts)
        try:
            return [self._gradients(part, len(part) / len(crops)) for part in parts]
        except (RuntimeError, MemoryError) as error:
            # A lone clip has no others to be told apart from; processes that train together need equal parts.
            alone = self.processes.count == 1
            if alone and len(crops) >= 4 * self._parts and is_out_of_memory(error):
                return None
            raise

    def _gradients(self, crops: Tensor, share: float) -> dict[str, float]:
        with mixed_precision(self.device, blocks=self.both.model.config.block_frames > 1):
            predicted, target = self.both(crops.to(self.device), self.settings.predicted)
        everyone = self.processes.gather(target)
        loss, retrieval = contrastive_loss(
            predicted, everyone, self.settings.loss, first_row=self.processes.rank * len(crops)
        )
        (loss * share).backward()  # type: ignore[no-untyped-call]
        return {"loss": float(loss.detach()), **asdict(retrieval), "spread": spread(everyone)}


def pretrain(
    model: IntensityModel,
    clips: Sequence[Clip],
    settings: PretrainingSettings,
    device: torch.device,
    hooks: TrainingHooks,
    *,
    state: Path | None = None,
    processes: Processes | None = None,
) -> dict[str, float]:
    """Run stage 1 on the model's encoder and temporal module; ratings in the clips are not looked at.

    Parameters
    ----------
    model : IntensityModel
        Trained in place; its regressor is left as it is.
    clips : sequence of Clip
        Those shorter than ``blocks * block_frames * stride`` frames are skipped.
    state : Path, optional
        Where the unfinished training is saved now and then; the run goes on from what is there already.
    processes : Processes, optional
        Those that train this model together (`distributed.joined`); each calls this with the same arguments.

    Returns
    -------
    dict
        Running means at the end: loss, top1, top3, top5, clip, cell, step (fractions of predicted cells),
        spread (0: features have collapsed), and steps done.

    Raises
    ------
    ValueError
        If no clip is long enough, or the rows cannot be shared by the processes.
    """
    together = processes or Processes()
    rows = together.share(settings.rows)
    sampler = UnlabelledSampler(
        clips,
        blocks=settings.blocks,
        block_frames=model.config.block_frames,
        stride=settings.stride,
        augmentation=settings.augmentation,
        size=model.config.crop_size,
        seed=settings.seed,
    )
    run = _Pretraining(model, settings, device, together, hooks)
    about = repr(asdict(settings))
    start = load_state(state, run.both, run.optimizer, about) if state is not None else 0
    means: dict[str, float] = {"steps": float(start)}
    saved = time.monotonic()
    with Prefetcher(lambda step: sampler.batch(step, rows), start, settings.steps) as batches:
        for step, crops in batches:
            torch.manual_seed(settings.seed * 1_000_003 + step)
            _average(means, run.update(crops, step))
            means["steps"] = float(step + 1)
            if together.first:
                for name, value in means.items():
                    hooks.on_metric(step + 1, name, value, None)
                hooks.on_progress(step + 1, settings.steps, "Learning from the recordings, without ratings")
            stop = together.any(hooks.should_stop(), device)
            overdue = time.monotonic() - saved > SAVE_SECONDS
            if state is not None and together.first and (stop or overdue):
                save_state(state, run.both, run.optimizer, step + 1, about)
                saved = time.monotonic()
            if stop:
                break
    together.wait()
    model.eval()
    return means


def _average(means: dict[str, float], figures: dict[str, float]) -> None:
    for name, value in figures.items():
        means[name] = value if name not in means else 0.98 * means[name] + 0.02 * value
