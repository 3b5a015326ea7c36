"""Every command: its words, a line of help, an example, and the module that is loaded for it."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from au_studio import children
from au_studio.errors import AUStudioError


class CommandModule(Protocol):
    """What the module of a command offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's arguments."""
        ...

    def run(self, arguments: argparse.Namespace) -> int:
        """Do the work and return the exit code."""
        ...


@dataclass(frozen=True)
class Command:
    """A command.

    Attributes
    ----------
    words : str
        What is typed: one word, or two (`corpus videos`).
    help : str
        What it does, in one line.
    module : str
        Its module.
    example : str
        How it is used, without ``au-studio``.
    group : str
        Heading that it stands under in the list of commands.
    extra : str
        The extra that brings what its module imports; often empty.
    """

    words: str
    help: str
    module: str
    example: str = ""
    group: str = ""
    extra: str = ""

    def load(self) -> CommandModule:
        """Import its module.

        Raises
        ------
        AUStudioError
            If a library is not installed; it names what brings it.
        """
        try:
            return cast("CommandModule", importlib.import_module(self.module))
        except ModuleNotFoundError as error:
            missing = error.name or ""
            if missing.startswith("au_studio"):
                raise
            if children.is_built():
                raise AUStudioError(
                    f"`au-studio {self.words}` is not part of this program: it needs the library {missing}.",
                    next_step="Set AU Studio up from its folder: python3 packaging/bootstrap.py setup",
                ) from error
            extra = f"au-studio[{self.extra}]" if self.extra else "au-studio"
            raise AUStudioError(
                f"`au-studio {self.words}` needs the library {missing}, which is not installed.",
                next_step=f"Install it with: {Path(sys.executable).name} -m pip install '{extra}'",
                details=str(error),
            ) from error


_VIDEOS, _STUDY, _MODELS = "recordings and studies", "coding", "models"
_HERE, _SHIPPED = "this program", "building the model that ships"

COMMANDS: tuple[Command, ...] = (
    Command(
        "open",
        "open the window with recordings or a study (`au-studio FILE` does the same)",
        "au_studio.cli.window",
        "open Smiles.austudio",
        _VIDEOS,
    ),
    Command(
        "analyze",
        "estimate action unit intensities of recordings, or of a study's",
        "au_studio.cli.analyze",
        "analyze videos/ -o results --format openface events",
        _VIDEOS,
    ),
    Command(
        "study",
        "make a study, add recordings, say who is in them and what it holds",
        "au_studio.cli.study",
        "study new Smiles.austudio --person P01 videos/",
        _VIDEOS,
    ),
    Command(
        "export",
        "write tables, ratings, files for ELAN, annotated videos of a study",
        "au_studio.cli.export",
        "export Smiles.austudio --format openface --format ratings-long -o tables",
        _VIDEOS,
    ),
    Command(
        "sample",
        "draw the random sample of a study, or take the last draw back",
        "au_studio.cli.sample",
        "sample Smiles.austudio --share 2 --seed 7",
        _STUDY,
    ),
    Command(
        "import",
        "read ratings from tables, ELAN, BORIS, DISFA and BP4D into a study",
        "au_studio.cli.import_ratings",
        "import Smiles.austudio ratings.csv --coder AB --dry-run",
        _STUDY,
    ),
    Command(
        "agree",
        "compare two coders, or a coder and a model",
        "au_studio.cli.agree",
        "agree Smiles.austudio AB CD --output agreement.csv",
        _STUDY,
    ),
    Command(
        "compare-conditions",
        "compare conditions, groups or marker spans, with effect sizes over persons",
        "au_studio.cli.compare_conditions",
        "compare-conditions Smiles.austudio -o compared",
        _STUDY,
    ),
    Command(
        "figure",
        "draw a figure for a paper: curves, conditions, agreement, learning curve",
        "au_studio.cli.figure",
        "figure Smiles.austudio --kind effects -o effects.pdf",
        _STUDY,
        "figures",
    ),
    Command(
        "report",
        "report of one recording or person, as HTML or PDF",
        "au_studio.cli.report",
        "report Smiles.austudio --person P1 -o P1.html",
        _STUDY,
        "report",
    ),
    Command(
        "finetune",
        "fine-tune a model on the ratings of a study",
        "au_studio.cli.finetune",
        'finetune Smiles.austudio --coder AB --name "Smiles AB"',
        _MODELS,
    ),
    Command(
        "evaluate",
        "measure a model on a labelled corpus or a rated study",
        "au_studio.cli.evaluate",
        "evaluate base DISFA/ --json",
        _MODELS,
    ),
    Command("models", "list the models", "au_studio.cli.models", "models --study Smiles.austudio", _MODELS),
    Command(
        "pretrain",
        "learn from unlabelled recordings (stage 1)",
        "au_studio.cli.pretrain",
        "pretrain videos/ --model base -o adapted.safetensors",
        _MODELS,
    ),
    Command(
        "job",
        "run a job file, as the window and `finetune` write them",
        "au_studio.cli.job",
        "job Smiles.austudio/jobs/smiles-ab.json",
        _MODELS,
    ),
    Command(
        "demo",
        "open the demo study, or run its whole loop without a window",
        "au_studio.cli.demo",
        "demo --headless demo-output",
        _HERE,
    ),
    Command(
        "self-test",
        "do everything once, small, and say whether it works",
        "au_studio.cli.self_test",
        "self-test",
        _HERE,
    ),
    Command(
        "doctor",
        "check this installation and say what is wrong",
        "au_studio.cli.doctor",
        "doctor --json",
        _HERE,
    ),
    Command(
        "completion",
        "print what a shell needs to complete these commands",
        "au_studio.cli.completion",
        "completion bash > ~/.local/share/bash-completion/completions/au-studio",
        _HERE,
    ),
    Command(
        "corpus synthetic",
        "render faces with known intensities",
        "au_studio.factory.synthetic.command",
        "corpus synthetic -o corpus --static 6000 --clips 60",
        _SHIPPED,
        "synthetic",
    ),
    Command(
        "corpus pack",
        "film the benchmark pack of rendered faces",
        "au_studio.factory.synthetic.pack_command",
        "corpus pack -o pack",
        _SHIPPED,
        "synthetic",
    ),
    Command(
        "corpus videos",
        "cut unlabelled face clips out of recordings",
        "au_studio.cli.corpus_videos",
        "corpus videos videos/ -o clips.h5",
        _SHIPPED,
    ),
    Command(
        "benchmark",
        "measure what few labels and pre-training are worth",
        "au_studio.factory.benchmark.command",
        "benchmark synthetic -o measured",
        _SHIPPED,
    ),
    Command(
        "expected-error",
        "fit how far off a model may be, on persons it did not learn from",
        "au_studio.factory.benchmark.expected_error_command",
        "expected-error base.safetensors corpus/",
        _SHIPPED,
    ),
    Command(
        "train",
        "train a base model on corpora (both stages)",
        "au_studio.factory.train_command",
        "train corpus/ -o base.safetensors",
        _SHIPPED,
    ),
    Command(
        "geometry",
        "give a model a branch that reads the face mesh",
        "au_studio.factory.geometry_command",
        "geometry base.safetensors corpus/ -o with-branch.safetensors",
        _SHIPPED,
    ),
)
"""Every command, in the order of the help text."""


def listed(commands: Sequence[Command]) -> str:
    """Return the commands as the help text lists them, under their headings."""
    width = max((len(command.words) for command in commands), default=0) + 2
    lines: list[str] = []
    for command in commands:
        if command.group and f"\n{command.group}:" not in lines:
            lines.append(f"\n{command.group}:")
        lines.append(f"  {command.words:{width}}{command.help}")
    return "\n".join(lines)
