"""``au-studio compare-conditions``: what persons show in one condition and in another, with effect sizes."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from au_studio.cli.instead import said
from au_studio.cli.of_study import asked_units
from au_studio.conditions.comparing import ConditionComparison, compare_conditions
from au_studio.conditions.measures import MEASURES
from au_studio.conditions.parts import Division
from au_studio.conditions.readings import ReadingRequest, read_study
from au_studio.conditions.tables import write_comparison
from au_studio.conditions.words import comparison_text

_BY = ("condition", "group", "marker")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``au-studio compare-conditions``."""
    parser.epilog = (
        "example: au-studio compare-conditions Smiles.austudio --levels calm stress -o compared   "
        "(intervals and p rest on persons: say who is in each recording)"
    )
    add_study_arguments(parser)
    add_division_arguments(parser)
    parser.add_argument(
        "-o", "--output", type=Path, metavar="DIR", help="write tables (persons, recordings, effects) there"
    )


def run(arguments: argparse.Namespace) -> int:
    """Compare, print one measure, write all of them, and say on stderr what limits them."""
    comparison = asked_comparison(arguments)
    sys.stdout.write(comparison_text(comparison, arguments.measure))
    for text in (*comparison.notices, *comparison.cautions):
        sys.stderr.write(f"Note: {said(text)}\n")
    if arguments.output is not None:
        for path in write_comparison(arguments.output, comparison):
            sys.stdout.write(f"{path}\n")
    return 0


def add_study_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which readings of which study are wanted."""
    parser.add_argument("study", type=Path, metavar="STUDY", help="folder of the study (NAME.austudio)")
    parser.add_argument("--model", metavar="MODEL", help="id or name; by default the study's own choice")
    parser.add_argument(
        "--calibrated", action="store_true", help="calibrate the intensities to each person first"
    )
    parser.add_argument("--aus", metavar="1,2,12", help="action units; all by default")


def add_division_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what tells conditions apart, and how they are compared."""
    parser.add_argument(
        "--by",
        choices=_BY,
        default="condition",
        help="the recordings' conditions, the persons' groups, or the time in markers of each kind",
    )
    parser.add_argument(
        "--levels", nargs="+", default=(), metavar="NAME", help="which of them, in this order; all by default"
    )
    parser.add_argument(
        "--after", type=float, metavar="SECONDS", help="how long a marker at one frame counts for"
    )
    parser.add_argument("--outside", action="store_true", help="compare what is in no marker, too")
    parser.add_argument(
        "--design",
        choices=("auto", "paired", "independent"),
        default="auto",
        help="compare persons with themselves, or with others; by default what most persons allow",
    )
    parser.add_argument(
        "--measure", choices=tuple(MEASURES), default="mean", help="which one is shown (tables hold all)"
    )
    parser.add_argument("--seed", type=int, default=0, help="of the draws behind intervals and tests")


def asked_readings(arguments: argparse.Namespace, only: tuple[str, ...] | None = None) -> ReadingRequest:
    """Return which readings the arguments ask for."""
    return ReadingRequest(arguments.study, arguments.model, arguments.calibrated, only)


def asked_comparison(arguments: argparse.Namespace) -> ConditionComparison:
    """Return the comparison that the arguments ask for."""
    division = Division(arguments.by, tuple(arguments.levels), arguments.after, arguments.outside)
    return compare_conditions(
        read_study(asked_readings(arguments)),
        division,
        design=arguments.design,
        aus=asked_units(arguments.aus),
        seed=arguments.seed,
    )
