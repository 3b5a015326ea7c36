"""``au-studio models``: the models to choose from."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from au_studio.analysis.models import available_models
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.study.folder import study_folder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--study", type=Path, metavar="DIR", help="list the models of this study too")
    parser.add_argument("--json", action="store_true", help="print the list as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Print one line per model: id, name, date, action units."""
    models = available_models(None if arguments.study is None else study_folder(arguments.study))
    if arguments.json:
        told = [
            {
                "id": model.id,
                "name": model.name,
                "path": str(model.path),
                "created": model.card.get("created"),
                "aus": list(model.aus),
                "sha256": model.card.get("sha256"),
                "intact": model.intact,
            }
            for model in models
        ]
        sys.stdout.write(json.dumps(told, indent=1, ensure_ascii=False) + "\n")
        return 0
    for model in models:
        aus = model.card.get("config", {}).get("aus", [])
        labels = " ".join(ACTION_UNITS[au].label for au in aus if au in ACTION_UNITS)
        created = str(model.card.get("created", ""))[:10]
        state = "" if model.intact else "  DAMAGED: the file is not the one on its card"
        sys.stdout.write(f"{model.id}  {model.name}  {created}  {labels}{state}\n  {model.path}\n")
    return 0
