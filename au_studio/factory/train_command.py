"""``au-studio train``: make a base model from corpora.

On several GPUs: ``torchrun --nproc-per-node N -m au_studio train …``. The windows of a step (``--rows``) are
shared out evenly; what is learned is what one process would learn, but for drop-out and rounding. On CPUs
little is gained: every process makes the crops of all windows, because a step is drawn from its number alone.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch

from au_studio.factory.base import BaseSettings, forget, measure, train_base
from au_studio.factory.progress import TrainingConsole
from au_studio.factory.real_faces import RealFaces
from au_studio.learn.distributed import NotSharedError, Processes, joined, started
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.material.clips import Clip, read_clips, shrunk
from au_studio.learn.material.corpus import Split, read_corpus, read_manifest
from au_studio.nn.checkpoint import ModelCard, load_checkpoint, save_checkpoint
from au_studio.nn.config import WIDTHS, ModelConfig
from au_studio.nn.device import describe


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Define the command line of ``au-studio train``."""
    parser.add_argument("corpora", nargs="+", type=Path, help="folders of labelled crops (au-studio corpus)")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the model to write (.safetensors)")
    parser.add_argument(
        "--unlabelled", type=Path, nargs="*", default=[], help="files of face clips, for stage 1"
    )
    parser.add_argument("--start", type=Path, help="a model whose weights to begin with (.safetensors)")
    parser.add_argument(
        "--aus",
        type=int,
        nargs="+",
        help="action units to read (default: those of --start, or of DISFA)",
    )
    parser.add_argument("--name", default="base", help="the model's name")
    parser.add_argument("--pretrain-steps", type=int, default=1500, help="steps of stage 1; 0 leaves it out")
    parser.add_argument("--steps", type=int, default=4600, help="steps of stage 2")
    rows = BaseSettings().stage2.rows
    parser.add_argument(
        "--rows",
        type=positive,
        default=rows,
        help="windows a step of stage 2 (default: %(default)s); on several GPUs (torchrun --nproc-per-node N "
        "-m au_studio train …) they are shared out evenly",
    )
    parser.add_argument("--width", type=int, default=32, choices=WIDTHS,
                        help="channels of the encoder's first stage")  # fmt: skip
    parser.add_argument("--block-frames", type=int, default=1, help="frames that one feature map sees")
    parser.add_argument(
        "--real-faces", action="store_true",
        help="let the unlabelled clips take part in stage 2: their look, and that artefacts change nothing",
    )  # fmt: skip
    parser.add_argument(
        "--share", type=float, default=1.0,
        help="how much of what is learnt is kept, 0 to 1; the rest is as it was at the start",
    )  # fmt: skip
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda or mps")
    parser.add_argument("--threads", type=int, default=0, help="CPU threads; 0: as many as there are cores")


def run(arguments: argparse.Namespace) -> int:
    """Train, measure on the test part, and write checkpoint and card; returns the exit code."""
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    if arguments.rows % started():
        # Before they join: each would wait for the others otherwise.
        raise NotSharedError(
            f"{arguments.rows} windows a step cannot be shared evenly by {started()} processes.",
            next_step="Choose --rows so that they can.",
        )
    with joined(arguments.device) as (processes, device):
        return _train(arguments, processes, device)


def _train(arguments: argparse.Namespace, processes: Processes, device: torch.device) -> int:
    settings = _settings(arguments)
    start, parent = load_checkpoint(arguments.start, device) if arguments.start else (None, None)
    if start is not None and arguments.aus:
        start = start.reading(settings.config.aus)
    config = settings.config if start is None else start.config
    manifests = [read_manifest(folder) for folder in arguments.corpora]
    if processes.first and not any(_has_test_persons(manifest) for manifest in manifests):
        # Said before the hours that it takes.
        print("Nobody in these corpora is kept for testing: the card will hold no agreement. Render more.")
    labelled = _read(arguments.corpora, "train", config)
    size = config.crop_size
    unlabelled = [shrunk(clip, size) for file in arguments.unlabelled for clip in read_clips(file)[0]]
    work = arguments.output.with_suffix(".work")
    work.mkdir(parents=True, exist_ok=True)
    console = TrainingConsole()
    hooks = console.hooks() if processes.first else TrainingHooks()
    model, training = train_base(
        labelled, unlabelled, settings, device, hooks, work=work, start=start, processes=processes
    )
    if not processes.first:
        return 0
    training["corpora"] = [
        manifest.get("name", folder.name)
        for manifest, folder in zip(manifests, arguments.corpora, strict=True)
    ]
    training["unlabelled_files"] = [file.name for file in arguments.unlabelled]
    training["device"] = describe(device)
    test = _read(arguments.corpora, "test", config)
    card = ModelCard(
        name=arguments.name,
        config=config,
        parent=None if parent is None else parent.sha256,
        training=training,
        metrics=measure(model, test, device) if test else {},
    )
    save_checkpoint(model, card, arguments.output)
    forget(work)
    console.end_line()
    print(f"Written: {arguments.output}")
    for part, figures in card.metrics.items():
        icc, mae = (_figure(figures["mean"][name]) for name in ("icc", "mae"))
        print(f"{part}: {figures['n_frames']} frames, mean ICC(3,1) {icc}, MAE {mae}")
    return 0


def positive(text: str) -> int:
    """Read an option that is a whole number from 1 on: there is no training of no steps."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is no whole number from 1 on")
    return int(text)


def _has_test_persons(manifest: Mapping[str, Any]) -> bool:
    return bool(manifest.get("counts", {}).get("identities_test", 1))


def _figure(value: float | None) -> str:
    return "n/a" if value is None else f"{value:.3f}"


def _read(corpora: Sequence[Path], part: Split, config: ModelConfig) -> list[Clip]:
    """Return one part of corpora, as a network takes it."""
    several = len(corpora) > 1
    read = (read_corpus(folder, part, config.aus, among_others=several) for folder in corpora)
    return [shrunk(clip, config.crop_size) for clips in read for clip in clips]


def _settings(arguments: argparse.Namespace) -> BaseSettings:
    default = BaseSettings()
    assert default.stage1 is not None
    config = replace(
        default.config,
        width=arguments.width,
        block_frames=arguments.block_frames,
        aus=tuple(sorted(set(arguments.aus))) if arguments.aus else default.config.aus,
    )
    stage1 = replace(default.stage1, steps=arguments.pretrain_steps, seed=arguments.seed)
    stage2 = replace(default.stage2, steps=arguments.steps, rows=arguments.rows, seed=arguments.seed)
    return BaseSettings(
        config,
        stage1 if arguments.pretrain_steps else None,
        stage2,
        RealFaces() if arguments.real_faces else None,
        arguments.share,
    )
