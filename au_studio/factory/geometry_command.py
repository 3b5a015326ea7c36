"""``au-studio geometry``: give a model a geometry branch, learnt from the clips of labelled corpora."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from au_studio.factory.base import measure
from au_studio.factory.geometry_branch import (
    BranchSettings,
    Floats,
    Seen,
    look_at,
    train_branch,
    with_branch,
)
from au_studio.factory.geometry_scale import calibrated, weighed
from au_studio.files import atomic_path
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.material.clips import Clip, centre, read_clips
from au_studio.learn.material.corpus import read_corpus, read_manifest
from au_studio.nn.checkpoint import ModelCard, load_checkpoint, save_checkpoint
from au_studio.nn.device import choose_device
from au_studio.nn.mesh import CropMesh
from au_studio.nn.model import IntensityModel


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Define the command line of ``au-studio geometry``."""
    default = BranchSettings()
    parser.add_argument("model", type=Path, help="the model that gets the branch (.safetensors)")
    parser.add_argument("corpora", nargs="+", type=Path, help="folders of labelled clips (au-studio corpus)")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the model to write (.safetensors)")
    parser.add_argument(
        "--unlabelled", type=Path, nargs="*", default=[],
        help="files of face clips whose movement the mesh's directions are to hold, too",
    )  # fmt: skip
    parser.add_argument("--steps", type=int, default=default.steps, help="default: %(default)s")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--name", default="", help="the model's name (default: as before)")


def run(arguments: argparse.Namespace) -> int:
    """Read the corpora once, train, measure on their test parts, and write the model; returns the exit code.

    What was read of a corpus is kept beside the output until the model is written: an interrupted run goes
    on from there.
    """
    model, parent = load_checkpoint(arguments.model, choose_device("cpu"))
    if model.config.geometry:
        print(f"{arguments.model} has a geometry branch already.", file=sys.stderr)
        return 1
    work = arguments.output.with_suffix(".work")
    work.mkdir(parents=True, exist_ok=True)
    several = len(arguments.corpora) > 1
    seen: list[Seen] = []
    for folder in arguments.corpora:
        clips = _clips(folder, "train", model.config.aus, several=several)
        seen += _read(model, clips, work / f"{parent.sha256[:8]}-{folder.name}.npz")
    mesh = CropMesh()
    further = [_meshes(mesh, clip) for file in arguments.unlabelled for clip in read_clips(file)[0]]
    settings = replace(BranchSettings(), steps=arguments.steps, seed=arguments.seed)
    printer = _Printer()
    begun = time.monotonic()
    wider, by_shape = train_branch(
        with_branch(model, seen, settings, further), seen, settings, printer.hooks()
    )
    validation: list[Seen] = []
    for folder in arguments.corpora:
        clips = _clips(folder, "validation", model.config.aus, several=several)
        validation += _read(model, clips, work / f"{parent.sha256[:8]}-{folder.name}-validation.npz")
    if validation:
        wider = calibrated(weighed(wider, by_shape, validation, settings), validation, settings)
    training = {
        "kind": "geometry branch",
        "corpora": [read_manifest(folder).get("name", folder.name) for folder in arguments.corpora],
        "settings": asdict(settings),
        "clips": len(seen),
        "frames": sum(len(clip.pooled) for clip in seen),
        "unlabelled_files": [file.name for file in arguments.unlabelled],
        "minutes": round((time.monotonic() - begun) / 60, 1),
        "before": parent.training,
    }
    test = [clip for folder in arguments.corpora
            for clip in _clips(folder, "test", model.config.aus, several=several)]  # fmt: skip
    metrics = measure(wider, test, choose_device("cpu")) if test else {}
    card = ModelCard(arguments.name or parent.name, wider.config, parent.sha256, training, metrics)
    save_checkpoint(wider, card, arguments.output)
    for file in work.glob("*.npz"):
        file.unlink()
    work.rmdir()
    for part, figures in metrics.items():
        mean = figures["mean"]
        print(f"{part}: {figures['n_frames']} frames, mean ICC(3,1) {mean['icc']:.3f}, MAE {mean['mae']:.3f}")
    return 0


def _clips(folder: Path, part: Any, aus: Sequence[int], *, several: bool) -> list[Clip]:
    """Return the clips of a corpus; a still picture has no rest to differ from."""
    return [c for c in read_corpus(folder, part, aus, among_others=several) if "-clip-" in c.source]


def _read(model: IntensityModel, clips: Sequence[Clip], file: Path) -> list[Seen]:
    """Return what is seen in clips, from the file if they were read before."""
    if not file.exists():
        mesh = CropMesh()
        arrays: dict[str, Any] = {}
        for number, clip in enumerate(clips):
            found = look_at(model, clip, mesh)
            arrays |= {f"pooled{number}": found.pooled, f"meshes{number}": found.meshes}
            if number % 20 == 0:
                print(f"reading {file.stem}: {number}/{len(clips)} clips", file=sys.stderr, flush=True)
        with atomic_path(file) as part, part.open("wb") as stream:
            np.savez(stream, **arrays)
    with np.load(file) as stored:
        return [
            Seen(stored[f"pooled{number}"], stored[f"meshes{number}"], clip.intensities)
            for number, clip in enumerate(clips)
        ]


def _meshes(mesh: CropMesh, clip: Clip) -> Floats:

    crops = torch.from_numpy(np.ascontiguousarray(centre(clip.crops, 128))).permute(0, 3, 1, 2)
    found: Floats = mesh(crops).numpy()
    return found


class _Printer:
    """Prints the loss every 200 steps."""

    def hooks(self) -> TrainingHooks:
        return TrainingHooks(on_metric=self._metric)

    def _metric(self, step: int, name: str, value: float, _au: int | None) -> None:
        if step % 200 == 0:
            print(f"step {step}: {name} {value:.3f}", file=sys.stderr, flush=True)
