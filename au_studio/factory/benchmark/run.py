"""Run a benchmark cell by cell; what is finished stays, so that it can be interrupted at any time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import torch

from au_studio.corpora.labelled import Division, Material
from au_studio.errors import Stopped
from au_studio.factory.benchmark.cells import Cell, Frames, save_cell
from au_studio.factory.benchmark.planned import (
    STOPPED,
    Planned,
    about_cell,
    cells_to_train,
    frames_of,
    named,
    unfit,
)
from au_studio.factory.benchmark.settings import BenchmarkError, BenchmarkSettings
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.judging.evaluation import predict_clips
from au_studio.learn.material.clips import Clip, uninterrupted
from au_studio.learn.material.label_draw import draw_labels, drawn_frames
from au_studio.learn.stage1.pretrain import pretrain
from au_studio.learn.stage1.unlabelled import UnfitMaterialError
from au_studio.learn.stage2.convergence import train_until_converged
from au_studio.nn.checkpoint import ModelCard, load_checkpoint, save_checkpoint
from au_studio.nn.config import STAGE1_KIND
from au_studio.nn.device import describe
from au_studio.nn.model import IntensityModel


@dataclass(frozen=True, eq=False)
class Benchmark(Planned[Material, BenchmarkSettings, Clip]):
    """A benchmark on face crops to run; see `Planned`.

    Attributes
    ----------
    device : torch.device
    start : Path or None
        A checkpoint of ``au-studio pretrain`` to start from, in place of a stage 1 for each seed.
    """

    device: torch.device = field(kw_only=True)
    start: Path | None = None

    def about(self) -> dict[str, Any]:
        """Return what every cell of this benchmark shares."""
        return super().about() | {"start": None if self.start is None else _untaught(self.start).sha256}


def run_benchmark(benchmark: Benchmark, hooks: TrainingHooks) -> None:
    """Train every cell that is not finished.

    Raises
    ------
    BenchmarkError
        If the folder holds another benchmark, or the checkpoint to start from has learned from labels.
    Stopped
        When `hooks.should_stop` said so; finished cells stay.
    """
    missing = cells_to_train(benchmark)
    n_cells = len(benchmark.cells)
    divisions = {division.name: division for division in benchmark.divisions}
    for number, cell in enumerate(missing, n_cells - len(missing) + 1):
        _run_cell(benchmark, divisions[cell.division], cell, named(hooks, f"{number}/{n_cells} {cell.name}"))
        if hooks.should_stop():
            raise Stopped(STOPPED)


def _untaught(path: Path) -> ModelCard:
    """Return the card of a checkpoint to start from.

    Raises
    ------
    BenchmarkError
        If it has learned from labels: maybe from those of the persons that it would be tested on.
    """
    card = load_checkpoint(path)[1]
    if card.knows_labels:
        raise BenchmarkError(
            f"The model {path} has learned from labels: with it nothing can be said of few labels.",
            next_step="Give --start a model of “au-studio pretrain”, or leave it out.",
        )
    return card


def _run_cell(benchmark: Benchmark, division: Division, cell: Cell, hooks: TrainingHooks) -> None:
    material = benchmark.material
    training, test = material.of(division.train), material.of(division.test)
    validation = material.of(division.validation)
    labelled = draw_labels(training, cell.condition.share, cell.seed)
    model, before = _start(benchmark, division, cell, hooks)
    rated = [clip for clip in labelled if len(clip.labelled)]
    outcome = train_until_converged(
        model,
        rated,
        validation,
        settings=replace(benchmark.settings.stage2, seed=cell.seed),
        rule=benchmark.settings.rule,
        device=benchmark.device,
        hooks=hooks,
    )
    if outcome.ended == "stopped":
        raise Stopped(STOPPED)
    drawn = drawn_frames(rated)
    about = about_cell(cell, asdict(outcome), before, drawn, describe(benchmark.device))
    predicted = (predict_frames(model, part, benchmark.device) for part in (test, validation))
    save_cell(benchmark.folder, cell, about, *predicted)


def predict_frames(model: IntensityModel, clips: Sequence[Clip], device: torch.device) -> Frames:
    """Predict the labelled frames of clips, each clip from its start."""
    return frames_of(clips, predict_clips(model, clips, device))


def _start(
    benchmark: Benchmark, division: Division, cell: Cell, hooks: TrainingHooks
) -> tuple[IntensityModel, float]:
    """Return the model that a cell starts from, and the seconds that its stage 1 took."""
    torch.manual_seed(cell.seed)
    config = replace(benchmark.settings.config, aus=benchmark.material.aus)
    model = IntensityModel(config).channels_last()
    if cell.condition.start == "scratch":
        return model, 0.0
    path = benchmark.start or benchmark.network_file(division, cell.seed, "stage1.safetensors")
    if benchmark.start is None and not path.is_file():
        _stage1(benchmark, division, cell.seed, model=model, path=path, hooks=hooks)
    taught, card = load_checkpoint(path)
    if replace(taught.config, aus=config.aus) != config:
        raise BenchmarkError(
            f"The network of {path} is of another shape than the benchmark's.",
            next_step="Give the width and block length that it was pre-trained with.",
        )
    # The regressor stays as it was drawn: what stage 1 started from may have had another one.
    model.encoder.load_state_dict(taught.encoder.state_dict())
    model.temporal.load_state_dict(taught.temporal.state_dict())
    return model, float(card.training.get("seconds", 0.0))


def _stage1(
    benchmark: Benchmark,
    division: Division,
    seed: int,
    *,
    model: IntensityModel,
    path: Path,
    hooks: TrainingHooks,
) -> None:
    own = benchmark.material.of(division.train)
    clips = [part for clip in [*own, *benchmark.unlabelled] for part in uninterrupted(clip)]
    settings = replace(benchmark.settings.stage1, seed=seed)
    state = path.with_suffix(".state.safetensors")
    try:
        end = pretrain(model, clips, settings, benchmark.device, hooks, state=state)
    except UnfitMaterialError as error:
        raise unfit(error) from error
    if hooks.should_stop():
        raise Stopped(STOPPED)
    training = {
        "kind": f"{STAGE1_KIND} (contrastive, no labels)",
        "settings": asdict(settings),
        "seconds": round(end.pop("seconds"), 1),
        "end": end,
    }
    save_checkpoint(model, ModelCard(name=path.stem, config=model.config, training=training), path)
    state.unlink(missing_ok=True)
