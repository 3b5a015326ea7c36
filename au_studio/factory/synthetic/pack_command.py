"""The command ``corpus pack``: film the benchmark pack that ships with AU Studio."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from au_studio.factory.synthetic.assets import ENVIRONMENT_VARIABLE, default_folder
from au_studio.jobs.console import Console


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options to a parser."""
    parser.add_argument("--assets", type=Path, default=default_folder(),
                        help=f"folder of face assets (default: ${ENVIRONMENT_VARIABLE})")  # fmt: skip
    parser.add_argument("-o", "--output", type=Path, required=True, help="folder of the pack; goes on there")
    parser.add_argument("--seed", type=int, default=1)


def run(arguments: argparse.Namespace) -> int:
    """Film the pack; return 0, or 2 when no assets are named."""
    from au_studio.factory.synthetic.pack import film_pack  # noqa: PLC0415 - slow to import

    if arguments.assets is None:
        print(f"Name the folder of face assets with --assets or {ENVIRONMENT_VARIABLE}.", file=sys.stderr)
        return 2
    console = Console()
    pack = film_pack(
        arguments.output,
        arguments.assets,
        seed=arguments.seed,
        on_progress=lambda done, total, name: console.step(done, total, "Filming", beside=name),
    )
    console.end_line()
    print(pack)
    return 0
