"""``au-studio pretrain``: stage 1 on recordings and other unlabelled material.

A run that was interrupted or killed goes on where it was when the same command is given again.
On several GPUs or processors: ``torchrun --nproc-per-node N -m au_studio pretrain …``.
"""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path
from typing import Any

from au_studio.analysis.models import find_model
from au_studio.cli.analyze import recordings_in
from au_studio.errors import AUStudioError, Stopped
from au_studio.jobs.console import Console, interruptible
from au_studio.jobs.control import Control
from au_studio.jobs.job import PretrainJob
from au_studio.jobs.run import EXIT_CANCELLED, EXIT_OK, execute
from au_studio.nn.config import WIDTHS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``au-studio pretrain``."""
    parser.add_argument(
        "material",
        nargs="+",
        type=Path,
        metavar="PATH",
        help="recordings, folders of them, files of clips (.h5), rendered corpora, folders of pictures",
    )
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="MODEL.safetensors", help="checkpoint to write"
    )
    parser.add_argument("--model", help="go on from this model (default: random weights)")
    parser.add_argument("--name", help="name of the new model (default: that of the file)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda or mps")
    network = parser.add_argument_group("network (without --model)")
    network.add_argument("--width", type=int, choices=WIDTHS,
                         help="channels of the encoder's first stage (default: 32)")  # fmt: skip
    network.add_argument("--block-frames", type=int, help="frames that one feature map sees: 1 or 5")
    training = parser.add_argument_group(
        "training", "On several GPUs: torchrun --nproc-per-node N -m au_studio pretrain …"
    )
    training.add_argument(
        "--objective",
        choices=("movement", "future"),
        help="what is to be found: what moves in a face (default), or its future",
    )
    for name, words in _NUMBERS.items():
        kind = float if name in _REAL else int
        training.add_argument(f"--{name.replace('_', '-')}", type=kind, help=words)
    loss = parser.add_argument_group("loss")
    loss.add_argument(
        "--temperature", type=float, help="divides the similarities (default: 0.15; 1 for the future)"
    )
    loss.add_argument(
        "--normalise", action="store_true", help="future: compare directions instead of dot products"
    )
    loss.add_argument("--stop-gradient", action="store_true", help="future: do not train through the targets")


_NUMBERS = {
    "steps": "steps of training (default: 1500)",
    "rows": "clips a step, over all processes (default: 8; 16 for the future)",
    "accumulate": "parts that a step's clips are encoded in, to save memory (default: 1)",
    "blocks": "moments of a clip (default: 16), or blocks (8 for the future)",
    "predicted": "future: how many of them, the last ones, are predicted (default: 3)",
    "stride": "future: frames from one that is seen to the next (default: 3)",
    "learning_rate": "peak learning rate (default: 0.003; 0.001 for the future)",
    "weight_decay": "weight decay (default: 0.0001; 0.00001 for the future)",
}
_OF_THE_FUTURE = ("predicted", "stride", "normalise", "stop_gradient")
_REAL = ("learning_rate", "weight_decay")


def job_of(arguments: argparse.Namespace) -> PretrainJob:
    """Return the job that the command line asks for."""
    from au_studio.corpora.stage1_sources import is_source  # noqa: PLC0415  it brings cv2 and h5py

    output = arguments.output.absolute().with_suffix(".safetensors")
    sources = [path for path in arguments.material if is_source(path)]
    videos = [v for path in arguments.material if path not in sources for v in recordings_in(path)]
    network = {"width": arguments.width, "block_frames": arguments.block_frames}
    return PretrainJob(
        videos=tuple(str(video.absolute()) for video in videos),
        output=str(output),
        name=arguments.name or output.stem,
        model=None if arguments.model is None else str(find_model(arguments.model).path.absolute()),
        seed=arguments.seed,
        settings=_settings(arguments),
        device=arguments.device,
        sources=tuple(str(path.absolute()) for path in sources),
        network={name: value for name, value in network.items() if value is not None},
    )


def _settings(arguments: argparse.Namespace) -> dict[str, Any]:
    given = {name: getattr(arguments, name) for name in ("objective", *_NUMBERS)}
    if arguments.objective != "future":
        given["temperature"] = arguments.temperature
    settings: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    loss = {
        "normalise": arguments.normalise,
        "temperature": 1.0 if arguments.temperature is None else arguments.temperature,
        "stop_gradient": arguments.stop_gradient,
    }
    if arguments.objective == "future":
        settings["loss"] = loss
        return settings
    strange = [name for name in _OF_THE_FUTURE if getattr(arguments, name) not in {None, False}]
    if strange:
        raise AUStudioError(
            f"--{strange[0].replace('_', '-')} is an option of another objective than movement.",
            next_step="Add --objective future, or leave it out.",
        )
    return settings


def run(arguments: argparse.Namespace) -> int:
    """Learn from the material and write the checkpoint."""
    first = os.environ.get("RANK", "0") == "0"
    job = job_of(arguments)
    state = Path(job.output).with_suffix(".unfinished")
    console, control = Console(), Control(state)
    try:
        with interruptible(control):
            result = execute(job, console, control)
    except Stopped:
        console.say(f"Interrupted. The same command goes on; {state} can be deleted otherwise.")
        return EXIT_CANCELLED
    if first:
        shutil.rmtree(state, ignore_errors=True)
        console.say(f"Written: {result['model']}")
        measured = dict(result["measures"])
        steps = round(measured.pop("steps"))
        figures = ", ".join(f"{name} {value:.3f}" for name, value in measured.items())
        console.say(f"After {steps} steps: {figures}")
    return EXIT_OK
