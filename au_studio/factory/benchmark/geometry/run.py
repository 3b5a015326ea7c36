"""Run a benchmark on codes, the trainings of each seed side by side; what is finished stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from au_studio.corpora.labelled import Division
from au_studio.errors import Stopped
from au_studio.factory.benchmark.cells import Cell, save_cell
from au_studio.factory.benchmark.geometry.codes import CodedClip, CodedMaterial
from au_studio.factory.benchmark.geometry.contrast import pretrain_all
from au_studio.factory.benchmark.geometry.fit import Floats, Job, fit_all, predict
from au_studio.factory.benchmark.geometry.network import Weights, fresh
from au_studio.factory.benchmark.geometry.settings import CodedSettings
from au_studio.factory.benchmark.geometry.stored import load_weights, save_weights
from au_studio.factory.benchmark.planned import (
    STOPPED,
    Planned,
    about_cell,
    cells_to_train,
    frames_of,
    named,
    unfit,
)
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.material.label_draw import drawn_positions
from au_studio.learn.stage1.unlabelled import UnfitMaterialError
from au_studio.learn.stage2.convergence import Convergence


class CodedBenchmark(Planned[CodedMaterial, CodedSettings, CodedClip]):
    """A benchmark on codes to run."""


def run_coded(benchmark: CodedBenchmark, hooks: TrainingHooks) -> None:
    """Train every cell that is not finished.

    Raises
    ------
    BenchmarkError
        If the folder holds another benchmark, or the clips are no material for stage 1.
    Stopped
        When `hooks.should_stop` said so; finished cells stay.
    """
    missing = cells_to_train(benchmark)
    for division in benchmark.divisions:
        own = [cell for cell in missing if cell.division == division.name]
        taught = sorted({cell.seed for cell in own if cell.condition.start == "pretrained"})
        _stage1(benchmark, division, taught, hooks)
        for seed in sorted({cell.seed for cell in own}):
            _stage2(benchmark, division, [cell for cell in own if cell.seed == seed], hooks)


def _stage1(
    benchmark: CodedBenchmark, division: Division, seeds: Sequence[int], hooks: TrainingHooks
) -> None:
    """Run the stage 1 of those seeds that have none yet."""
    seeds = [seed for seed in seeds if not _taught(benchmark, division, seed).is_file()]
    if not seeds:
        return
    clips = [*benchmark.material.of(division.train), *benchmark.unlabelled]
    settings = benchmark.settings.stage1
    try:
        networks, figures = pretrain_all(
            [_fresh(benchmark, seed) for seed in seeds], seeds, clips, settings, named(hooks, division.name)
        )
    except UnfitMaterialError as error:
        raise unfit(error) from error
    if hooks.should_stop():
        raise Stopped(STOPPED)
    for seed, weights in zip(seeds, networks, strict=True):
        about = {"kind": "stage 1 (contrastive, no labels)", "settings": asdict(settings), **figures}
        save_weights(_taught(benchmark, division, seed), weights, about)


def _stage2(
    benchmark: CodedBenchmark, division: Division, cells: Sequence[Cell], hooks: TrainingHooks
) -> None:
    """Train the cells of one seed side by side."""
    material, settings = benchmark.material, benchmark.settings
    training, test = material.of(division.train), material.of(division.test)
    validation = material.of(division.validation)
    by_name = {cell.name: cell for cell in cells if cell.condition.start != "constant"}
    jobs, seconds = [], {}
    for name, cell in by_name.items():
        rated = drawn_positions([clip.labelled for clip in training], cell.condition.share, cell.seed)
        weights, seconds[name] = _fresh(benchmark, cell.seed), 0.0
        if cell.condition.start == "pretrained":
            taught, about = load_weights(_taught(benchmark, division, cell.seed))
            # The regressor stays as it was drawn, the same as from scratch.
            weights |= {n: w for n, w in taught.items() if not n.startswith("regressor")}
            seconds[name] = float(about["seconds"])
        jobs.append(Job(name, weights, rated, cell.seed))

    def save(job: Job, weights: Weights, outcome: Convergence) -> None:
        cell = by_name[job.name]
        drawn: dict[str, list[int]] = {}
        for clip, rows in zip(training, job.rated, strict=True):
            if len(rows):  # a recording whose face track starts anew is in several clips
                drawn.setdefault(clip.source, []).extend(int(p) for p in clip.pts[rows])
        about = about_cell(cell, asdict(outcome), seconds[job.name], drawn, "CPU")
        parts = (frames_of(clips, _one(weights, clips)) for clips in (test, validation))
        save_cell(benchmark.folder, cell, about, *parts)

    ended = fit_all(
        jobs, training, validation, settings=settings.stage2, rule=settings.rule,
        hooks=named(hooks, f"{division.name}, seed {cells[0].seed}"), on_end=save,
        state=benchmark.network_file(division, cells[0].seed, "kept.npz"),
    )  # fmt: skip
    if not ended:
        raise Stopped(STOPPED)


def _one(weights: Weights, clips: Sequence[CodedClip]) -> list[Floats]:
    return predict(weights, clips)[0]


def _fresh(benchmark: CodedBenchmark, seed: int) -> Weights:
    codes = benchmark.material.clips[0].codes.shape[1]
    return fresh(codes, len(benchmark.material.aus), benchmark.settings.network, seed)


def _taught(benchmark: CodedBenchmark, division: Division, seed: int) -> Path:
    return benchmark.network_file(division, seed, "stage1.npz")
