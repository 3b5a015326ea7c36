"""Stage 2: train encoder, temporal module and regressor on windows with few rated frames."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
import torch
from torch import nn

from au_studio.learn.distributed import Processes, share_norms
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.material.augmentation import Augmentation
from au_studio.learn.material.clips import Clip
from au_studio.learn.material.crop_making import CropMaker, HostCrops, crop_maker
from au_studio.learn.material.prefetch import Prefetcher
from au_studio.learn.material.windows import WindowBatch, WindowSampler
from au_studio.learn.optimisation import (
    LearningRates,
    freeze_norms,
    mixed_precision,
    one_cycle,
    parameter_groups,
    set_learning_rate,
)
from au_studio.learn.resume import (
    SAVE_SECONDS,
    Clock,
    Reached,
    load_state,
    material_digest,
    save_state,
    start_digest,
)
from au_studio.learn.stage2.sparse import masked_squared_error
from au_studio.nn.device_memory import is_out_of_memory, release
from au_studio.nn.model import IntensityModel
from au_studio.texts import sentence

_MOST_BALANCE = 2.5


@dataclass(frozen=True)
class RegressionSettings:
    """Settings of stage 2.

    Attributes
    ----------
    steps : int
        Optimisation steps.
    rows, window : int
        Windows per step, and frames per window.
    rates : LearningRates
        Peak learning rates of the three parts.
    weight_decay : float
        AdamW's, on weights only.
    balance : bool
        Let rarely moving action units count more: errors are divided by the variance of their intensities
        (at most by a factor of `_MOST_BALANCE` from the mean).
    train_norms : bool
        Adapt the batch-norm statistics: for large corpora only.
    augmentation : Augmentation
        Variation of the crops.
    seed : int
        Everything random follows from it.
    """

    steps: int
    rows: int
    window: int
    rates: LearningRates
    weight_decay: float = 0.02
    balance: bool = False
    train_norms: bool = False
    augmentation: Augmentation = field(default_factory=Augmentation)
    seed: int = 0


class RegressionRun:
    """One training that can be advanced piece by piece, so that several can go side by side.

    Parameters
    ----------
    model : IntensityModel
        Trained in place.
    clips : sequence of Clip
        Training material; NaN intensities are not rated.
    settings : RegressionSettings
    device : torch.device
    schedule : callable, optional
        Factor on the peak learning rates at a step; one cycle over all steps if absent.
    hooks : TrainingHooks, optional
        Only its `on_notice` is used: memory was short.
    origin : str
        What tells its start from another one (`resume.start_digest`), where a state could be of that.
    crops : CropMaker, optional
        Makes the crops of these clips; if absent, they are varied one by one, before they reach the device.
    processes : Processes, optional
        Those that train this model together; each has a run with the same arguments.

    Raises
    ------
    ValueError
        If the windows of a step cannot be shared evenly by the processes.
    """

    def __init__(
        self,
        model: IntensityModel,
        clips: Sequence[Clip],
        settings: RegressionSettings,
        device: torch.device,
        schedule: Callable[[int], float] | None = None,
        *,
        hooks: TrainingHooks | None = None,
        origin: str = "",
        crops: CropMaker | None = None,
        processes: Processes | None = None,
    ) -> None:
        self.model = model.to(device)
        self.together = processes or Processes()
        self._own = self.together.share(settings.rows)
        if settings.train_norms:
            share_norms(self.model, self.together)
        self.together.agree(self.model)
        self.settings, self.device = settings, device
        self._hooks = hooks or TrainingHooks()
        self._origin = origin
        self._rows = settings.rows
        self._crops = crops or HostCrops(clips, model.config.crop_size, settings.augmentation, device)
        self.sampler = WindowSampler(clips, settings.window, self._crops)
        self.weights = _balance(clips).to(device) if settings.balance else None
        self.schedule = schedule or (lambda step: one_cycle(step / settings.steps))
        self.step = 0
        self.clock = Clock()

    @cached_property
    def optimizer(self) -> torch.optim.Optimizer:
        """AdamW over the model's parts; made when needed, because PyTorch loads its compiler with it."""
        groups = parameter_groups(self.model, self.settings.rates)
        return torch.optim.AdamW(groups, lr=0.0, weight_decay=self.settings.weight_decay)

    def make_batch(self, step: int) -> WindowBatch:
        """Return the batch of a step; it depends on the seed and the step alone."""
        return self.sampler.batch(self.settings.rows, np.random.default_rng((self.settings.seed, step)))

    def advance(
        self, stop: int, on_step: Callable[[int, float], None], should_stop: Callable[[], bool]
    ) -> None:
        """Train until `stop` steps are done in all; `on_step` gets the steps done and the loss."""
        self.model.train()
        if not self.settings.train_norms:
            freeze_norms(self.model)
        with Prefetcher(self.make_batch, self.step, min(stop, self.settings.steps)) as batches:
            for step, batch in batches:
                torch.manual_seed(self.settings.seed * 1_000_003 + step)
                loss = self._update(batch.to(self.device), step)
                self.step = step + 1
                on_step(self.step, loss)
                if self.together.any(should_stop(), self.device):
                    return

    def save(self, path: Path) -> None:
        """Write what an exact continuation needs."""
        reached = Reached(self.step, self.clock.seconds)
        save_state(path, self.model, self.optimizer, reached, self._about())

    def restore(self, path: Path) -> None:
        """Go on from what `save` wrote; a state of another training, or none, leaves the run at its start."""
        reached = load_state(path, self.model, self.optimizer, self._about())
        self.step, self.clock.earlier = reached.step, reached.seconds

    def _about(self) -> str:
        material = material_digest(self.sampler.clips, rated=True)
        return repr((asdict(self.settings), self.model.config, material, self._origin, self._crops.kind))

    def _update(self, batch: WindowBatch, step: int) -> float:
        set_learning_rate(self.optimizer, self.schedule(step))
        while (loss := self._gradients(batch)) is None:
            self._rows = (self._rows + 1) // 2
            release(self.device)
            self._hooks.on_notice(
                sentence(
                    "Memory is short: {rows} windows at a time now. "
                    "It takes longer, and what is learned may differ a little.",
                    rows=self._rows,
                )
            )
        self.together.average_gradients(self.model)
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        return float(self.together.mean(torch.tensor(loss, device=self.device)))

    def _gradients(self, batch: WindowBatch) -> float | None:
        """Compute loss and gradients, as many rows at a time as memory allows; None when it allowed fewer.

        The gradients of the parts add up to those of the whole batch, but for drop-out, which is drawn anew
        for each part, and where a whole corpus is learnt for the batch-norm statistics, which are each
        part's own. Of several processes each takes its own rows: the mean over the processes is what the
        whole batch comes to.
        """
        self.optimizer.zero_grad(set_to_none=True)
        cells = batch.mask.sum().clamp_min(1) / self.together.count
        own = batch.parts(len(self._own))[self.together.rank]
        total = 0.0
        try:
            for part in own.parts(self._rows):
                crops = self._crops.make(part.crops)
                with mixed_precision(self.device, blocks=self.model.config.block_frames > 1):
                    predicted, _ = self.model(crops, None, part.restart)
                    loss = masked_squared_error(predicted, part.targets, part.mask, self.weights)
                loss = loss * (part.mask.sum().clamp_min(1) / cells)
                loss.backward()  # type: ignore[no-untyped-call]
                total += float(loss.detach())
        except (RuntimeError, MemoryError) as error:
            # Processes that train together need equal parts.
            if self.together.count == 1 and self._rows > 1 and is_out_of_memory(error):
                return None
            raise
        return total


def _balance(clips: Sequence[Clip]) -> torch.Tensor:
    """Return a weight per action unit [A]: the inverse variance of its intensities, about 1 on average."""
    rated = np.concatenate([clip.intensities[clip.labelled] for clip in clips])
    known = np.isfinite(rated)
    count = np.maximum(1, known.sum(axis=0))
    mean = np.where(known, rated, 0).sum(axis=0) / count
    variance = (np.where(known, rated - mean, 0) ** 2).sum(axis=0) / count
    weights = variance.mean() / np.maximum(variance, 1e-6)
    return torch.from_numpy(np.clip(weights, 1 / _MOST_BALANCE, _MOST_BALANCE).astype(np.float32))


def train_regressor(
    model: IntensityModel,
    clips: Sequence[Clip],
    settings: RegressionSettings,
    device: torch.device,
    hooks: TrainingHooks,
    *,
    state: Path | None = None,
    processes: Processes | None = None,
) -> tuple[int, float]:
    """Train to the end, or until asked to stop.

    Parameters
    ----------
    model : IntensityModel
        Trained in place.
    state : Path, optional
        Where the training is kept now and then; the run goes on from what is there already, if
        that began with the same weights, material and settings.
    processes : Processes, optional
        Those that train this model together (`distributed.joined`); each calls this with the same arguments.

    Returns
    -------
    steps : int
        Steps done.
    seconds : float
        What they took, in all processes one after the other.
    """
    origin = "" if state is None else start_digest(model)
    crops = crop_maker(clips, model.config.crop_size, settings.augmentation, device)
    run = RegressionRun(
        model, clips, settings, device, hooks=hooks, origin=origin, crops=crops, processes=processes
    )
    return run_to_end(run, hooks, state=state)


def run_to_end(run: RegressionRun, hooks: TrainingHooks, *, state: Path | None = None) -> tuple[int, float]:
    """Advance a training to its end, or until asked to stop; returns its steps and seconds.

    `state` and what is returned are those of `train_regressor`.
    """
    settings, together = run.settings, run.together
    if state is not None:
        run.restore(state)
    saved = time.monotonic()
    smooth: float | None = None

    def on_step(step: int, loss: float) -> None:
        nonlocal saved, smooth
        smooth = loss if smooth is None else 0.98 * smooth + 0.02 * loss
        hooks.on_metric(step, "loss", smooth, None)
        hooks.on_progress(step, settings.steps, sentence("Learning intensities from the ratings"))
        if state is not None and together.first and time.monotonic() - saved > SAVE_SECONDS:
            run.save(state)
            saved = time.monotonic()

    run.advance(settings.steps, on_step, hooks.should_stop)
    if state is not None and together.first and run.step < settings.steps:
        run.save(state)
    together.wait()
    run.model.eval()
    return run.step, run.clock.seconds
