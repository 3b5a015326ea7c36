"""Stage 1: learn encoder and temporal module from unlabelled clips, by contrast."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from au_studio.errors import Stopped
from au_studio.learn.distributed import Processes, share_norms
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.material.augmentation import Augmentation
from au_studio.learn.material.clips import Clip
from au_studio.learn.material.crop_making import CropMaker, crop_maker
from au_studio.learn.material.prefetch import Prefetcher
from au_studio.learn.optimisation import (
    LearningRates,
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
from au_studio.learn.stage1.contrastive import ContrastiveOptions
from au_studio.learn.stage1.future import FuturePrediction
from au_studio.learn.stage1.movement import Meshes, MeshesOf, MeshReader, MovementCode
from au_studio.learn.stage1.movement_contrast import MovementContrast, MovementSampler
from au_studio.learn.stage1.unlabelled import UnfitMaterialError, UnlabelledSampler
from au_studio.nn.device_memory import is_out_of_memory, release
from au_studio.nn.model import IntensityModel
from au_studio.texts import sentence

Batch = tuple[Tensor, ...]
"""Rows of a step: crops, uint8 [B, N, L, 3, S, S], and what else the objective needs."""


OBJECTIVES = ("movement", "future")
_LIGHT = Augmentation(
    shift=3, flip=0.0, colour=0.7, blur=0.1, shrink=0.1, noise=0.2, compress=0.1, occlude=0.0
)
_FUTURE: dict[str, Any] = {
    "rows": 16,
    "blocks": 8,
    "learning_rate": 1e-3,
    "weight_decay": 1e-5,
    # Colours drawn per frame break low-level shortcuts.
    "augmentation": Augmentation(colour_per_frame=True, occlude=0.0),
}


@dataclass(frozen=True)
class PretrainingSettings:
    """Settings of stage 1; the defaults are what has proved good for "movement" (`of` knows the others).

    Attributes
    ----------
    objective : str
        "movement": what moves in a face is to be found (`au_studio.learn.stage1.movement_contrast`).
        "future": the last blocks of a clip are to be predicted from those before
        (`au_studio.learn.stage1.future`).
    steps : int
        Optimisation steps.
    rows : int
        Clips per step, over all processes.
    blocks : int
        Blocks per clip, or moments of it.
    accumulate : int
        Parts in which a process's rows are encoded, to save memory: gradients are those of all rows, but a
        row is told apart from the targets of its own part only.
    learning_rate, weight_decay : float
        AdamW's.
    augmentation : Augmentation
        How crops are varied.
    code, temperature : int, float
        For "movement": numbers of the movement code, and what divides the similarities.
    predicted, stride : int
        For "future": how many blocks, the last ones, are predicted, and frames from one to the next.
    loss : ContrastiveOptions
        For "future": variant of the loss.
    seed : int
        Everything random follows from it.
    """

    objective: str = "movement"
    steps: int = 1500
    rows: int = 8
    blocks: int = 16
    accumulate: int = 1
    learning_rate: float = 3e-3
    weight_decay: float = 1e-4
    augmentation: Augmentation = _LIGHT
    code: int = 48
    temperature: float = 0.15
    predicted: int = 3
    stride: int = 3
    loss: ContrastiveOptions = field(default_factory=ContrastiveOptions)
    seed: int = 0

    @classmethod
    def of(cls, objective: str = "movement", **changed: Any) -> PretrainingSettings:
        """Return what has proved good for an objective, with some of it changed.

        Raises
        ------
        TypeError
            If there is no such setting.
        ValueError
            If there is no such objective, or the settings make no sense.
        """
        usual = _FUTURE if objective == "future" else {}
        return cls(**{"objective": objective, **usual, **changed})

    @property
    def crops_per_step(self) -> int:
        """Frames that one step learns from, with blocks of one frame."""
        return self.rows * self.blocks

    def frames(self, block_frames: int) -> int:
        """Return how many frames a clip needs at least."""
        if self.objective == "movement":
            return self.blocks + block_frames - 1
        return self.blocks * block_frames * self.stride

    def __post_init__(self) -> None:
        """Take nested settings as JSON holds them; check what would only be noticed after the cutting."""
        if self.objective not in OBJECTIVES:
            raise ValueError(f"There is no objective “{self.objective}”: choose {' or '.join(OBJECTIVES)}.")
        if isinstance(self.loss, dict):
            object.__setattr__(self, "loss", ContrastiveOptions(**self.loss))
        if self.objective == "future" and not 0 < self.predicted < self.blocks:
            raise ValueError("At least one block is predicted, and at least one is seen before.")
        if self.objective == "movement" and self.blocks < 2:
            raise ValueError("Movement shows between at least two blocks.")
        if self.objective == "movement" and self.augmentation.flip:
            raise ValueError("A mirrored face does not move as its movement code says: no flip.")
        if self.accumulate < 1 or self.rows % self.accumulate or self.rows // self.accumulate < 2:
            raise ValueError("rows are a multiple of accumulate, with at least two clips in each part.")


class _Pretraining:
    """One run of stage 1: what learns and its optimizer, advanced step by step."""

    def __init__(
        self,
        network: FuturePrediction | MovementContrast,
        settings: PretrainingSettings,
        device: torch.device,
        processes: Processes,
        *,
        hooks: TrainingHooks,
        crops: CropMaker,
    ) -> None:
        self.settings, self.device, self.processes, self._hooks = settings, device, processes, hooks
        self._crops = crops
        self._parts = settings.accumulate
        self.network = network.to(device).train()
        share_norms(self.network, processes)
        processes.agree(self.network)
        peak = settings.learning_rate
        groups = parameter_groups(network.model, LearningRates(peak, peak, peak))
        own = [p for name, p in network.named_parameters() if not name.startswith("model.")]
        groups.append({"name": "head", "params": own, "peak": peak})
        self.optimizer = torch.optim.AdamW(groups, lr=0.0, weight_decay=settings.weight_decay)

    def update(self, batch: Batch, step: int) -> dict[str, float]:
        """Make one step with this process's rows; return the figures of all processes."""
        set_learning_rate(self.optimizer, one_cycle(step / self.settings.steps))
        while (figures := self._all_gradients(batch)) is None:
            self._parts *= 2
            release(self.device)
            rows = -(-len(batch[0]) // self._parts)
            self._hooks.on_notice(
                sentence("Memory is short: stage 1 goes on with {rows} clips at a time.", rows=rows)
            )
        self.processes.average_gradients(self.network)
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        names = list(figures[0])
        table = torch.tensor([[part[name] for name in names] for part in figures], device=self.device)
        return dict(zip(names, self.processes.mean(table.mean(dim=0)).tolist(), strict=True))

    def _all_gradients(self, batch: Batch) -> list[dict[str, float]] | None:
        """Return the figures of every part; None when a part did not fit into the memory."""
        self.optimizer.zero_grad(set_to_none=True)
        rows = len(batch[0])
        parts = zip(*(torch.chunk(tensor, self._parts) for tensor in batch), strict=True)
        try:
            return [self._gradients(part, len(part[0]) / rows) for part in parts]
        except (RuntimeError, MemoryError) as error:
            # A lone clip has no others to be told apart from; processes that train together need equal parts.
            alone = self.processes.count == 1
            if alone and rows >= 4 * self._parts and is_out_of_memory(error):
                return None
            raise

    def _gradients(self, batch: Batch, share: float) -> dict[str, float]:
        network = self.network
        crops = self._crops.make(batch[0])
        with mixed_precision(self.device, blocks=network.model.config.block_frames > 1):
            told = network(crops)
        loss, figures = network.judge(told, batch, self.processes)
        (loss * share).backward()  # type: ignore[no-untyped-call]
        return {"loss": float(loss.detach()), **figures}


def pretrain(
    model: IntensityModel,
    clips: Sequence[Clip],
    settings: PretrainingSettings,
    device: torch.device,
    hooks: TrainingHooks,
    *,
    state: Path | None = None,
    processes: Processes | None = None,
    meshes_of: MeshesOf | None = None,
) -> dict[str, float]:
    """Run stage 1 on the model's encoder and temporal module; ratings in the clips are not looked at.

    Parameters
    ----------
    model : IntensityModel
        Trained in place; its regressor is left as it is.
    clips : sequence of Clip
        Those shorter than `PretrainingSettings.frames` are passed over.
    state : Path, optional
        Where the training is saved now and then, and at its end; the run goes on from what is there already,
        if that began with the same weights, material and settings.
    processes : Processes, optional
        Those that train this model together (`distributed.joined`); each calls this with the same arguments.
    meshes_of : callable, optional
        Finds the landmarks of a clip for the objective "movement"; the face mesh if absent.

    Returns
    -------
    dict
        Running means at the end: the loss, the figures of the objective (its `judge`); and `steps` done, and
        the `seconds` that they took, in all runs of it one after the other.

    Raises
    ------
    UnfitMaterialError
        If no clip is long enough, shows a face or moves.
    ValueError
        If the rows cannot be shared by the processes.
    au_studio.errors.Stopped
        If it was asked to stop while the landmarks were looked at.
    """
    clock = Clock()
    together = processes or Processes()
    rows = together.share(settings.rows)
    torch.manual_seed(settings.seed)
    read = functools.partial(
        _read_meshes,
        meshes_of=meshes_of or MeshReader(),
        hooks=hooks,
        stop=lambda asked: together.any(asked, device),
    )
    long = _long_enough(clips, settings.frames(model.config.block_frames))
    crops = crop_maker(long, model.config.crop_size, settings.augmentation, device)
    network, sampler = _objective(model, long, settings, read, crops)
    run = _Pretraining(network, settings, device, together, hooks=hooks, crops=crops)
    about = repr((asdict(settings), material_digest(clips, rated=False), start_digest(model), crops.kind))
    reached = Reached() if state is None else load_state(state, run.network, run.optimizer, about)
    clock.earlier = reached.seconds
    means: dict[str, float] = {**reached.figures, "steps": float(reached.step)}
    saved = time.monotonic()
    with Prefetcher(lambda step: sampler.batch(step, rows), reached.step, settings.steps) as batches:
        for step, batch in batches:
            torch.manual_seed(settings.seed * 1_000_003 + step)
            _average(means, run.update(batch, step))
            means["steps"] = float(step + 1)
            if together.first:
                _tell(hooks, means, step + 1, settings.steps)
            stop = together.any(hooks.should_stop(), device)
            # Saved at the end, too: what follows may be resumed only from exactly these weights.
            due = stop or step + 1 == settings.steps or time.monotonic() - saved > SAVE_SECONDS
            if state is not None and together.first and due:
                reached = Reached(step + 1, clock.seconds, means)
                save_state(state, run.network, run.optimizer, reached, about)
                saved = time.monotonic()
            if stop:
                break
    together.wait()
    model.eval()
    return {**means, "seconds": clock.seconds}


def _long_enough(clips: Sequence[Clip], shortest: int) -> list[Clip]:
    long = [clip for clip in clips if len(clip) >= shortest and not clip.restart[1:].any()]
    if not long:
        raise UnfitMaterialError(sentence("No clip is as long as {shortest} frames.", shortest=shortest))
    return long


def _objective(
    model: IntensityModel,
    clips: Sequence[Clip],
    settings: PretrainingSettings,
    read: Callable[[Sequence[Clip]], list[Meshes]],
    crops: CropMaker,
) -> tuple[FuturePrediction | MovementContrast, UnlabelledSampler | MovementSampler]:
    """Return what learns, and what draws for it; `read` looks at the landmarks of clips."""
    block_frames = model.config.block_frames
    if settings.objective == "future":
        sampler = UnlabelledSampler(
            clips,
            blocks=settings.blocks,
            block_frames=block_frames,
            stride=settings.stride,
            crops=crops,
            seed=settings.seed,
        )
        return FuturePrediction(model, settings.predicted, settings.loss), sampler
    meshes = read(clips)
    seen = [found[np.isfinite(found).all(axis=(1, 2))] for found in meshes]
    seen = [found for found in seen if len(found) >= settings.blocks]
    if not seen:
        raise UnfitMaterialError(sentence("No clip shows a face in {blocks} frames.", blocks=settings.blocks))
    code = MovementCode.of(seen, settings.code)
    moments = MovementSampler(
        clips,
        [code(found) for found in meshes],
        moments=settings.blocks,
        block_frames=block_frames,
        crops=crops,
        seed=settings.seed,
    )
    return MovementContrast(model, code.basis.shape[1], settings.temperature), moments


def _read_meshes(
    clips: Sequence[Clip], meshes_of: MeshesOf, hooks: TrainingHooks, stop: Callable[[bool], bool]
) -> list[Meshes]:
    """Read the landmarks of clips, as many at a time as there are threads for computing.

    `stop` tells whether all processes stop because one was asked to.
    """
    meshes: list[Meshes] = []
    pool = ThreadPoolExecutor(torch.get_num_threads(), "meshes")
    try:
        reading = pool.map(meshes_of, clips)
        for number in range(len(clips)):
            if hooks.should_stop():
                break
            hooks.on_progress(number, len(clips), sentence("Looking at what moves in the faces"))
            meshes.append(next(reading))
    finally:
        pool.shutdown(cancel_futures=True)
    if stop(len(meshes) < len(clips)):
        raise Stopped("Stopped while the landmarks were looked at.")
    return meshes


def _tell(hooks: TrainingHooks, means: dict[str, float], done: int, steps: int) -> None:
    for name, value in means.items():
        hooks.on_metric(done, name, value, None)
    hooks.on_progress(done, steps, sentence("Learning from the recordings, without ratings"))


def _average(means: dict[str, float], figures: dict[str, float]) -> None:
    for name, value in figures.items():
        means[name] = value if name not in means else 0.98 * means[name] + 0.02 * value
