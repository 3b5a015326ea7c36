"""``au-studio evaluate``: how good a model is on a labelled corpus, or on what was rated in a study."""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
from pathlib import Path
from typing import Any

from au_studio.agreement.judgement import ModelJudgement, judge_on_corpus, judge_on_study
from au_studio.agreement.raters import Rater
from au_studio.analysis.models import ModelEntry, find_model
from au_studio.cli.analyze_study import analyse_missing, as_lines
from au_studio.cli.figures import figures_table
from au_studio.cli.instead import said
from au_studio.cli.of_study import RATE_FIRST, add_json, chosen_coders, models_and_analyses, print_json
from au_studio.corpora.any import read_labelled
from au_studio.corpora.cutting import cut_corpus
from au_studio.corpora.labelled import Material
from au_studio.errors import AUStudioError
from au_studio.export.words import counted
from au_studio.face.backends import create_backend
from au_studio.jobs.console import Console, interruptible
from au_studio.jobs.control import Control
from au_studio.jobs.study_training import usual_coder
from au_studio.study.errors import StudyNotFoundError
from au_studio.study.folder import study_folder
from au_studio.study.study import Study


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``au-studio evaluate``."""
    parser.add_argument("model", metavar="MODEL", help="id, name or path of a model")
    parser.add_argument(
        "corpus",
        type=Path,
        metavar="CORPUS|STUDY",
        help="a copy of DISFA or BP4D, a folder of rendered faces, or a study with ratings",
    )
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda or mps")
    parser.add_argument(
        "--crops",
        type=Path,
        metavar="DIR",
        help="corpus: keep the cut faces there, for the next time (62 kB a frame; default: not kept)",
    )
    parser.add_argument("--coder", metavar="NAME", help="study: whose ratings (default: who rated most)")
    parser.add_argument(
        "--with-trained",
        action="store_true",
        help="study: take in frames that trained the model: not held out",
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Judge the model and print its figures; 1 where a recording of the study could not be read whole."""
    console = Console()
    lacking: dict[str, str] = {}
    partly: dict[str, str] = {}
    try:
        folder = study_folder(arguments.corpus)
    except StudyNotFoundError:
        model = find_model(arguments.model)
        found = _on_corpus(model, arguments, console)
    else:
        model = find_model(arguments.model, folder)
        found, lacking, partly = _on_study(folder, model, arguments, console)
    console.end_line()
    for text in found.notes:
        console.say(f"Note: {said(text)}")
    _tell_unsound(console, lacking, partly)
    if arguments.json:
        print_json({**_as_json(model, found), "left_out": as_lines(lacking), "incomplete": as_lines(partly)})
    else:
        frames = f"{found.evaluation['n_frames']} frames of {counted(found.persons, 'person')}"
        sys.stdout.write(f"“{model.name}” on {found.part}: {frames}\n")
        sys.stdout.write(f"{figures_table(found.evaluation)}{found.evaluation['interval']}\n")
    return 1 if lacking or partly else 0


def _tell_unsound(console: Console, lacking: dict[str, str], partly: dict[str, str]) -> None:
    """Say which recordings were read only in part, or not at all, and why."""
    for text in as_lines(partly):
        console.say(f"Read only in part: {text}")
    for text in as_lines(lacking):
        console.say(f"Left out: {text}")


def _on_corpus(model: ModelEntry, arguments: argparse.Namespace, console: Console) -> ModelJudgement:
    corpus = read_labelled(arguments.corpus)
    control = Control()
    with contextlib.ExitStack() as stack:
        stack.enter_context(interruptible(control))
        if isinstance(corpus, Material):
            material = corpus
        else:
            crops = arguments.crops
            if crops is None:
                crops = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="au-studio-crops-")))
            backend, notices = create_backend()
            for text in notices:
                console.say(f"Note: {said(text)}")
            material = cut_corpus(
                corpus,
                crops,
                backend,
                on_progress=lambda done, total, _name: console.step(done, total, "Cutting the faces"),
                should_stop=control.should_stop,
            )
        return judge_on_corpus(
            model.path,
            material,
            device=arguments.device,
            on_progress=console.step,
            should_stop=control.should_stop,
        )


def _on_study(
    folder: Path, model: ModelEntry, arguments: argparse.Namespace, console: Console
) -> tuple[ModelJudgement, dict[str, str], dict[str, str]]:
    """Return the judgement, and which rated recordings are not in it, or only in part, with the reasons."""
    with Study.open(folder, read_only=True) as study:
        named = [] if arguments.coder is None else [arguments.coder]
        coder_id = chosen_coders(study, named)[0].id if named else usual_coder(study)
        if coder_id is None:
            raise AUStudioError(
                "Nobody has rated anything in this study.",
                next_step=RATE_FIRST,
            )
        models, held, _ = models_and_analyses(study)
        if model.path not in {entry.path for entry in models}:
            raise AUStudioError(
                f"“{model.name}” is not among the models of this study, which would keep its analyses.",
                next_step="Import it on the Models page first, or evaluate it on a corpus.",
            )
        rated = [r for r in study.recordings() if study.ratings(coder_id, r.id)]
        lacking, partly = analyse_missing(study, held, rated, model, console, device=arguments.device)
        coder = Rater("coder", coder_id, study.coder(coder_id).name)
        try:
            found = judge_on_study(study, held, coder, model, models, with_trained=arguments.with_trained)
        except AUStudioError:
            # Nothing may be left to judge for the very reason that recordings failed: nobody else says why.
            console.end_line()
            _tell_unsound(console, lacking, partly)
            raise
    return found, lacking, partly


def _as_json(model: ModelEntry, found: ModelJudgement) -> dict[str, Any]:
    return {
        "model": {"id": model.id, "name": model.name, "sha256": model.card.get("sha256")},
        "on": found.part,
        "persons": found.persons,
        **found.evaluation,
        "notes": [said(text) for text in found.notes],
    }
