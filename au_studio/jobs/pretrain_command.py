"""``au-studio pretrain``: stage 1 on a folder of recordings, no labels needed."""

from __future__ import annotations

import argparse
from pathlib import Path

from au_studio.analysis.models import find_model
from au_studio.errors import Stopped
from au_studio.jobs.analyze_command import recordings_in
from au_studio.jobs.console import Console, interruptible
from au_studio.jobs.control import Control
from au_studio.jobs.job import PretrainJob
from au_studio.jobs.run import EXIT_CANCELLED, EXIT_OK, execute


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``au-studio pretrain``."""
    parser.add_argument(
        "videos", nargs="+", type=Path, metavar="VIDEO", help="recordings, or folders of them"
    )
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="MODEL.safetensors", help="checkpoint to write"
    )
    parser.add_argument("--model", help="go on from this model (default: random weights)")
    parser.add_argument("--name", help="name of the new model (default: that of the file)")
    parser.add_argument("--steps", type=int, help="steps of training")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda or mps")


def run(arguments: argparse.Namespace) -> int:
    """Learn from the recordings and write the checkpoint."""
    console, control = Console(), Control()
    output = arguments.output.absolute().with_suffix(".safetensors")
    job = PretrainJob(
        videos=tuple(str(v.absolute()) for named in arguments.videos for v in recordings_in(named)),
        output=str(output),
        name=arguments.name or output.stem,
        model=None if arguments.model is None else str(find_model(arguments.model).path.absolute()),
        seed=arguments.seed,
        settings={} if arguments.steps is None else {"steps": arguments.steps},
        device=arguments.device,
    )
    try:
        with interruptible(control):
            result = execute(job, console, control)
    except Stopped:
        console.say("Interrupted, nothing was written.")
        return EXIT_CANCELLED
    console.say(f"Written: {result['model']}")
    return EXIT_OK
