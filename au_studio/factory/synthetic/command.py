"""The command ``corpus synthetic``: render a labelled corpus of made-up faces."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from au_studio.errors import AUStudioError
from au_studio.factory.synthetic.assets import ENVIRONMENT_VARIABLE, default_folder
from au_studio.jobs.console import Console

_PARTS = {"train": "train", "validation": "choose", "test": "test"}
"""What the persons of each part of a corpus do for a model."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options to a parser."""
    parser.add_argument("--assets", type=Path, default=default_folder(),
                        help=f"folder of face assets (default: ${ENVIRONMENT_VARIABLE})")  # fmt: skip
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        help="folder of the corpus; one that was interrupted goes on",
    )
    parser.add_argument(
        "--static", type=int, default=24_000, help="number of still pictures (default: %(default)s)"
    )
    parser.add_argument(
        "--clips", type=int, default=260, help="number of clips of 64-100 frames (default: %(default)s)"
    )
    parser.add_argument(
        "--per-identity", type=int, default=36, help="still pictures of a person (default: %(default)s)"
    )
    parser.add_argument("--frame-rate", type=int, default=0,
                        help="frames per second of the clips (default: 25 or 30, drawn)")  # fmt: skip
    parser.add_argument("--seed", type=int, default=1, help="the same seed and size give the same corpus")
    parser.add_argument("--workers", type=int, default=2, help="processes (default: %(default)s)")
    parser.add_argument("--nice", type=int, default=0, help="how far to step behind other programs (0-19)")


def run(args: argparse.Namespace) -> int:
    """Render the corpus; return 0, or 1 after telling what went wrong."""
    from au_studio.factory.synthetic.generate import generate_corpus  # noqa: PLC0415 - slow to import
    from au_studio.factory.synthetic.plan import CorpusSize  # noqa: PLC0415

    console = Console()
    if args.assets is None:
        print(f"Name the folder of face assets with --assets or {ENVIRONMENT_VARIABLE}.", file=sys.stderr)
        return 2
    size = CorpusSize(args.static, args.clips, args.per_identity, args.frame_rate)
    try:
        manifest = generate_corpus(
            args.assets,
            args.output,
            seed=args.seed,
            size=size,
            workers=args.workers,
            niceness=args.nice,
            on_progress=lambda done, total: console.step(done, total, "Rendering shards"),
        )
    except AUStudioError as error:
        console.explain(error)
        return 1
    console.end_line()
    n = manifest.counts
    parts = ", ".join(f"{n[f'identities_{part}']} {words}" for part, words in _PARTS.items())
    print(f"Written: {args.output} ({manifest.name})")
    print(f"{n['rows']} pictures of {n['identities']} persons ({parts}); {n['clips']} clips")
    if not n["identities_test"]:
        print("Nobody is kept for testing: a model trained on it cannot be measured on it. Render more.")
    return 0


def main() -> int:
    """Run the command by itself."""
    parser = argparse.ArgumentParser(
        prog="python -m au_studio.factory.synthetic.command", description=__doc__
    )
    add_arguments(parser)
    return run(parser.parse_args())


if __name__ == "__main__":
    raise SystemExit(main())
