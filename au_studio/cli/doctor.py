"""``au-studio doctor``: say what is installed, what is wrong, and what to do about it."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys

from au_studio.doctor import Check, examine
from au_studio.export.words import counted

_MARKS = {"ok": "ok      ", "warning": "WARNING ", "problem": "PROBLEM "}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``au-studio doctor``."""
    parser.add_argument("--json", action="store_true", help="print the report as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Print the report; 1 when there is a problem, 0 otherwise (warnings are no problem)."""
    report = examine()
    if arguments.json:
        sys.stdout.write(json.dumps([dataclasses.asdict(check) for check in report], indent=1) + "\n")
    else:
        sys.stdout.write(as_text(report))
    return 1 if any(check.verdict == "problem" for check in report) else 0


def as_text(report: list[Check]) -> str:
    """Return the report for people, one check a line, advice below it, and a sum at the end."""
    width = max(len(check.name) for check in report)
    lines = []
    for check in report:
        lines.append(f"{_MARKS[check.verdict]}{check.name:{width}}  {check.text}")
        if check.advice:
            lines.append(f"{'':8}{'':{width}}  → {check.advice}")
    problems = sum(check.verdict == "problem" for check in report)
    warnings = sum(check.verdict == "warning" for check in report)
    if problems or warnings:
        lines.append(f"\n{counted(problems, 'problem')}, {counted(warnings, 'warning')}.")
    else:
        lines.append("\nEverything AU Studio needs is here.")
    return "\n".join(lines) + "\n"
