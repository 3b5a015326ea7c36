"""``au-studio figure``: a figure for a paper, as PNG, SVG or PDF."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from au_studio.cli.compare_conditions import (
    add_division_arguments,
    add_study_arguments,
    asked_readings,
)
from au_studio.cli.of_study import asked_units
from au_studio.conditions.parts import Division
from au_studio.figures.canvas import FORMATS, FigureError, save
from au_studio.figures.kinds import KINDS, OF_RATERS, FigureRequest, draw


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``au-studio figure``."""
    width = max(map(len, KINDS)) + 2
    table = "\n".join(f"  {kind:{width}}{text}" for kind, text in KINDS.items())
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = (
        f"kinds:\n{table}\n\n"
        "examples:\n"
        "  au-studio figure Smiles.austudio --kind curves --recording interview.mp4 -o curves.pdf\n"
        "  au-studio figure Smiles.austudio --kind effects --levels calm stress -o effects.svg\n"
        "  au-studio figure Smiles.austudio --kind icc --raters AB CD -o icc.png"
    )
    add_study_arguments(parser)
    parser.add_argument("--kind", choices=tuple(KINDS), required=True, help="which figure (see below)")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE",
        help=f"the file; its ending says how it is written: {', '.join(FORMATS)} (PNG at 300 dpi)",
    )  # fmt: skip
    parser.add_argument("--recording", default="", metavar="NAME", help="curves: of which recording")
    parser.add_argument(
        "--span", nargs=2, type=float, metavar=("FROM", "TO"), help="curves: seconds that are shown"
    )
    parser.add_argument(
        "--raters", nargs=2, default=("", ""), metavar=("CODER", "CODER|MODEL"), help="agreement: of whom"
    )
    parser.add_argument(
        "--with-trained", action="store_true", help="agreement: with frames that trained the model"
    )
    parser.add_argument(
        "--before", type=float, default=0.0, metavar="SECONDS", help="mean curves: shown before the beginning"
    )
    parser.add_argument(
        "--seconds", type=float, metavar="SECONDS", help="mean curves: shown from the beginning on"
    )
    add_division_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Draw and save; the caption goes to the standard output."""
    if arguments.output.suffix.lower() not in FORMATS:
        raise FigureError(
            f"{arguments.output} does not say how it is to be written.",
            next_step=f"Let it end in {', '.join(FORMATS)}.",
        )
    if arguments.kind in OF_RATERS and not all(arguments.raters):
        raise FigureError(
            f"The figure “{arguments.kind}” compares two raters.", next_step="Name them: --raters AB CD."
        )
    drawn = draw(
        FigureRequest(
            arguments.kind,
            asked_readings(arguments),
            arguments.recording,
            asked_units(arguments.aus),
            tuple(arguments.span) if arguments.span else None,
            Division(arguments.by, tuple(arguments.levels), arguments.after, arguments.outside),
            arguments.design,
            arguments.measure,
            arguments.before,
            arguments.seconds,
            tuple(arguments.raters),
            arguments.with_trained,
            arguments.seed,
        )
    )
    for path in save(drawn, arguments.output):
        sys.stdout.write(f"{path}\n")
    sys.stdout.write(f"{drawn.caption}\n")
    return 0
