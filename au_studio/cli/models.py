"""``au-studio models``: the models to choose from."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from au_studio.analysis.models import available_models
from au_studio.facs.action_units import ACTION_UNITS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--study", type=Path, metavar="DIR", help="list the models of this study too")


def run(arguments: argparse.Namespace) -> int:
    """Print one line per model: id, name, date, action units."""
    for model in available_models(arguments.study):
        aus = model.card.get("config", {}).get("aus", [])
        labels = " ".join(ACTION_UNITS[au].label for au in aus if au in ACTION_UNITS)
        created = str(model.card.get("created", ""))[:10]
        state = "" if model.intact else "  DAMAGED: the file is not the one on its card"
        sys.stdout.write(f"{model.id}  {model.name}  {created}  {labels}{state}\n  {model.path}\n")
    return 0
