"""``au-studio report``: a report of one recording or one person, as HTML or PDF."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from au_studio.cli.compare_conditions import add_study_arguments, asked_readings
from au_studio.cli.instead import said
from au_studio.cli.of_study import asked_units
from au_studio.reports.gathering import ReportRequest, gather
from au_studio.reports.peaks import PICTURES
from au_studio.reports.words import FACE_WARNING
from au_studio.reports.writing import check_ending, write_report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``au-studio report``."""
    parser.epilog = "example: au-studio report Smiles.austudio --recording interview.mp4 -o interview.html"
    add_study_arguments(parser)
    whose = parser.add_mutually_exclusive_group(required=True)
    whose.add_argument("--recording", default="", metavar="NAME", help="of this recording")
    whose.add_argument("--person", default="", metavar="NAME", help="of all recordings of this person")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help="the file, .html or .pdf"
    )
    parser.add_argument(
        "--pictures",
        choices=tuple(PICTURES),
        default="mesh",
        help="pictures of the strongest moments: "
        + "; ".join(f"{key}: {text}" for key, text in PICTURES.items())
        + " (default: mesh)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Gather and write; whatever limits the report is on stderr, too."""
    check_ending(arguments.output)
    report = gather(
        ReportRequest(
            asked_readings(arguments),
            arguments.recording,
            arguments.person,
            arguments.pictures,
            asked_units(arguments.aus),
        )
    )
    for path in write_report(arguments.output, report):
        sys.stdout.write(f"{path}\n")
    for text in (*([FACE_WARNING] if report.shows_face else []), *report.cautions):
        sys.stderr.write(f"Note: {said(text)}\n")
    return 0
