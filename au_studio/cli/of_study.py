"""What commands that work on a study share: whom and what a person names in it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from au_studio.analysis.models import ModelEntry, ModelNotFoundError, available_models, find_model
from au_studio.analysis.of_study import StudyAnalyses, backend_of
from au_studio.errors import AUStudioError
from au_studio.study.records import Coder, Recording, called, told_apart
from au_studio.study.study import Study

RATE_FIRST = (
    "Rate the sample in the window (au-studio open STUDY), or import ratings: au-studio import STUDY FILE"
)
"""The next step where there are no ratings."""


class NotThereError(AUStudioError):
    """A recording or coder that was named is not in the study."""


def add_study(parser: argparse.ArgumentParser) -> None:
    """Declare the study."""
    parser.add_argument("study", type=Path, metavar="STUDY", help="folder of the study (NAME.austudio)")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Declare ``--json``."""
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def print_json(told: Any) -> None:
    """Print a result as JSON."""
    sys.stdout.write(json.dumps(told, indent=1, ensure_ascii=False) + "\n")


def chosen_recordings(study: Study, names: Sequence[str]) -> list[Recording]:
    """Return the recordings that were named (name, name without ending, or id); all when none was.

    Raises
    ------
    NotThereError
        If one is not in the study, a name means several, or the study has none.
    """
    recordings = study.recordings()
    if not recordings:
        raise NotThereError(
            "The study has no recording.",
            next_step=f"Add some: au-studio study add {study.path.name} VIDEO…",
        )
    if not names:
        return recordings
    chosen: list[Recording] = []
    lacking = []
    for name in names:
        found = called(name, recordings)
        if len(found) > 1:
            raise NotThereError(
                f"“{name}” means {len(found)} recordings.",
                next_step=f"Name one: {told_apart(found)}.",
            )
        lacking += [] if found else [name]
        chosen += [r for r in found if r not in chosen]
    if lacking:
        raise NotThereError(
            f"The study has no recording {', '.join(f'“{name}”' for name in lacking)}.",
            next_step=f"There are: {', '.join(r.name for r in recordings)}.",
        )
    return chosen


def chosen_coders(study: Study, names: Sequence[str]) -> list[Coder]:
    """Return the coders that were named, in the order of the study; all when none was.

    Raises
    ------
    NotThereError
        If one is not in the study.
    """
    coders = study.coders()
    lacking = [name for name in names if not any(name in (c.id, c.name) for c in coders)]
    if lacking:
        raise NotThereError(
            f"Nobody in this study is called {', '.join(f'“{name}”' for name in lacking)}.",
            next_step=f"There are: {', '.join(coder.name for coder in coders) or 'no coders yet'}.",
        )
    return [c for c in coders if not names or c.id in names or c.name in names]


def model_of(study: Study, name: str | None, models: Sequence[ModelEntry]) -> ModelEntry:
    """Return the model that was named; the study's own choice, else the first, when none was.

    Raises
    ------
    ModelNotFoundError
        If there is none of that name, or its values mean nothing yet.
    """
    default = next((m for m in models if m.id == study.default_model), None)
    model = default if name is None and default is not None else find_model(name, study.path)
    if not model.reads_intensities:
        raise ModelNotFoundError(
            f"“{model.name}” was adapted without ratings: its intensities mean nothing yet.",
            next_step=f"Fine-tune it first: au-studio finetune {study.path.name} --model {model.id}",
        )
    return model


def models_and_analyses(study: Study) -> tuple[list[ModelEntry], StudyAnalyses, tuple[str, ...]]:
    """Return the models at hand, the study's analyses, and what is to be told of its face finder."""
    models = available_models(study.path)
    backend, notices = backend_of(study)
    return models, StudyAnalyses(study, models, backend), notices


def asked_units(text: str | None) -> tuple[int, ...]:
    """Return action units written as ``1,2,12`` or ``AU01,AU12``; none for all.

    Raises
    ------
    AUStudioError
        If it is no list of them.
    """
    try:
        return tuple(int(word.strip().upper().removeprefix("AU")) for word in (text or "").split(",") if word)
    except ValueError as error:
        raise AUStudioError(f"“{text}” is no list of action units.", next_step="Write: 1,2,12") from error
