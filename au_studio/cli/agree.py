"""``au-studio agree``: how well two coders of a study, or a coder and a model, say the same."""

from __future__ import annotations

import argparse
import json
import math
import sys
from pathlib import Path

from au_studio.agreement.comparison import Comparison, ComparisonRequest, compare
from au_studio.agreement.raters import Rater
from au_studio.agreement.table_file import write_agreement
from au_studio.agreement.tables import AgreementRow, Figure
from au_studio.analysis.models import available_models
from au_studio.cli.instead import said
from au_studio.errors import AUStudioError
from au_studio.export.words import counted
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.study.folder import study_folder
from au_studio.study.study import Study

_SHOWN = {"icc_consistency": "ICC(3,1)", "icc_absolute": "ICC(2,1)", "kappa": "kappa", "mae": "MAE"}


class RaterError(AUStudioError):
    """Who is to be compared is not in the study."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``au-studio agree``."""
    parser.add_argument("study", type=Path, metavar="STUDY", help="folder of the study (NAME.austudio)")
    parser.add_argument("first", metavar="CODER", help="name of a coder")
    parser.add_argument(
        "second", metavar="CODER|MODEL", help="name of another coder, or name or id of a model"
    )
    parser.add_argument(
        "--with-trained", action="store_true", help="take in frames that trained the model: not held out"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="CSV", help="write the whole table, and its sidecar beside it"
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Compare, print the figures, and say on stderr what limits them."""
    folder = study_folder(arguments.study)
    models = tuple(available_models(folder))
    with Study.open(folder, read_only=True) as study:
        name = study.name
        raters = [Rater("coder", coder.id, coder.name) for coder in study.coders()]
    raters += [Rater("model", model.id, model.name) for model in models]
    first, second = _named(arguments.first, raters), _named(arguments.second, raters)
    if first.kind == "model":
        first, second = second, first
    if first.kind == "model" or first == second:
        raise RaterError(
            "One coder and somebody else are compared.", next_step="Name two coders, or a coder and a model."
        )
    found = compare(ComparisonRequest(folder, first, second, models, with_trained=arguments.with_trained))
    if not found.n_frames:
        raise _nothing_common(found, arguments.study)
    if arguments.json:
        sys.stdout.write(json.dumps(_as_json(found), indent=1, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(_as_text(found))
    for warning in found.warnings:
        sys.stderr.write(f"Note: {said(warning)}\n")
    if arguments.output is not None:
        write_agreement(arguments.output, found, name)
        if not arguments.json:
            sys.stdout.write(f"{arguments.output}\n")
    return 0


def _named(name: str, raters: list[Rater]) -> Rater:
    for rater in raters:
        if name in (rater.name, rater.id):
            return rater
    raise RaterError(
        f"Nobody in this study, and no model, is called “{name}”.",
        next_step=f"There are: {', '.join(rater.name for rater in raters)}.",
    )


def _nothing_common(found: Comparison, folder: Path) -> RaterError:
    """Return what to say of two raters of whom no frame can be compared."""
    second = found.second
    if found.trained:
        next_step = ""  # the warnings say it
    elif second.kind == "model":
        next_step = f"Analyse the study with it: au-studio analyze {folder} --model {second.id}"
    else:
        next_step = "Let both rate the same frames: au-studio sample --help (--double)."
    why = " ".join(said(warning) for warning in found.warnings)
    return RaterError(
        f"{found.first.name} and {second.name} have no frame in common that can be compared. {why}".rstrip(),
        next_step=next_step,
    )


def _figures(row: AgreementRow) -> dict[str, Figure]:
    return {name: getattr(row, name) for name in _SHOWN}


def _label(row: AgreementRow) -> str:
    return "mean" if row.au is None else ACTION_UNITS[row.au].label


def _as_json(found: Comparison) -> dict[str, object]:
    """Return the figures with their intervals; null where one is undefined, and why."""
    rows = {
        _label(row): {"frames": row.n}
        | {
            name: {
                "value": _number(figure.value),
                "low": _number(figure.low),
                "high": _number(figure.high),
                "note": figure.note,
            }
            for name, figure in _figures(row).items()
        }
        for row in found.rows
    }
    return {
        "first": found.first.name,
        "second": found.second.name,
        "frames": found.n_frames,
        "persons": found.persons,
        "figures": rows,
        "warnings": [said(warning) for warning in found.warnings],
    }


def _number(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


def _as_text(found: Comparison) -> str:
    frames = f"{found.n_frames} frames of {counted(found.persons, 'person')}"
    head = f"{found.first.name} and {found.second.name}: {frames}\n"
    lines = [f"{'':6}{'frames':>8}" + "".join(f"{title:>10}" for title in _SHOWN.values())]
    for row in found.rows:
        cells = (f"{f.value:.3f}" if f.defined else "n/a" for f in _figures(row).values())
        lines.append(f"{_label(row):6}{row.n:>8}" + "".join(f"{cell:>10}" for cell in cells))
    return head + "\n".join(lines) + "\n"
