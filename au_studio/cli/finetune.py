"""``au-studio finetune``: train a model on the ratings of a study, as the Train page does."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from au_studio.analysis.models import ModelEntry, available_models, find_model
from au_studio.analysis.of_study import backend_of
from au_studio.cli.figures import figures_table
from au_studio.cli.instead import said
from au_studio.cli.of_study import RATE_FIRST, add_json, add_study, chosen_coders, print_json
from au_studio.errors import AUStudioError, Stopped
from au_studio.export.words import counted
from au_studio.jobs.console import Console, interruptible
from au_studio.jobs.control import Control
from au_studio.jobs.job import FinetuneJob, save_job
from au_studio.jobs.places import forget, remember, state_folder
from au_studio.jobs.run import EXIT_CANCELLED, EXIT_OK, execute
from au_studio.jobs.study_training import (
    TRAINING_SEED,
    keep_learning_curve,
    learning_curve_job,
    suggested_name,
    take_home,
    usual_coder,
    what_ratings_hold,
)
from au_studio.jobs.tasks import Task
from au_studio.jobs.training_plan import Wish, plan
from au_studio.jobs.training_results import TrainingResult, result_of
from au_studio.study.folder import study_folder
from au_studio.study.study import Study


class NothingToTrainOnError(AUStudioError):
    """What was named is no study, or nobody has rated anything in it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``au-studio finetune``."""
    add_study(parser)
    parser.add_argument("--coder", metavar="NAME", help="whose ratings (default: who rated most)")
    parser.add_argument(
        "--model",
        metavar="MODEL",
        help="id, name or path of the model to start from (default: the one that ships)",
    )
    parser.add_argument("--name", help="name of the new model (default: study, coder and number)")
    parser.add_argument(
        "--gradient-steps",
        type=_steps,
        default=0,
        metavar="N",
        help="steps that the whole network learns after its regressor was fitted to ratings: minutes more, "
        "and a little agreement less wherever it was measured (default: %(default)s)",
    )
    parser.add_argument(
        "--learning-curve",
        action="store_true",
        help="train no model: measure how held-out agreement grows with the number of ratings, and say what "
        "more would bring; the study keeps it (au-studio figure STUDY --kind learning-curve draws it)",
    )
    parser.add_argument("--sure-only", action="store_true", help="leave out ratings marked as unsure")
    parser.add_argument("--seed", type=int, default=TRAINING_SEED, help="default: %(default)s")
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda or mps")
    add_json(parser)


def _steps(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is no number of steps: 0 or more")
    return int(text)


def run(arguments: argparse.Namespace) -> int:
    """Train, take the new model into the study, choose it, and print its held-out agreement.

    With ``--learning-curve`` nothing is trained: what more ratings would bring is measured and printed.
    """
    if arguments.study.suffix == ".json" and arguments.study.is_file():
        raise NothingToTrainOnError(
            f"{arguments.study} is a job file, no study.",
            next_step=f"Run it: au-studio job {arguments.study}",
        )
    if arguments.learning_curve:
        _refuse_of_a_model(arguments)
    console = Console()
    with Study.open(study_folder(arguments.study)) as study:
        wish, told = _prepare(study, arguments, console)
        try:
            if arguments.learning_curve:
                return _learning_curve(study, wish, console, as_json=arguments.json, told=told)
            found = _run(study, task := plan(study, wish), console)
        except Stopped:
            console.say("Interrupted. Nothing was kept.")
            return EXIT_CANCELLED
        console.end_line()
        assert isinstance(task.job, FinetuneJob)
        evaluation = found["evaluation"]
        result = result_of(Path(task.job.output).stem, task.job, evaluation)
        study.set_default_model(result.model_id)
        path = study.model_path(result.model_id)
    if arguments.json:
        model = {
            "id": result.model_id,
            "name": result.name,
            "evaluation": evaluation,
            "verdict": result.verdict,
            "caution": result.caution,
        }
        print_json({"model": result.model_id, "path": str(path), "trained": [model], **told})
    else:
        sys.stdout.write(_text(result, evaluation, path))
    return EXIT_OK


def _refuse_of_a_model(arguments: argparse.Namespace) -> None:
    """Raise for options of the new model, which a learning curve does not make."""
    for option, value in (("--name", arguments.name), ("--gradient-steps", arguments.gradient_steps)):
        if value:
            raise AUStudioError(
                f"{option} means nothing with --learning-curve, which trains no model.",
                next_step=f"Leave out {option}, or leave out --learning-curve to train a model.",
            )


def _prepare(study: Study, arguments: argparse.Namespace, console: Console) -> tuple[Wish, dict[str, Any]]:
    """Return what is to be trained, and what limits it; that is said, too.

    Raises
    ------
    AUStudioError
        If there is nothing to train on, or a recording that is needed cannot be found.
    """
    models = available_models(study.path)
    base = find_model(arguments.model, study.path)
    if arguments.coder is None:
        coder_id = usual_coder(study)
    else:
        coder_id = chosen_coders(study, [arguments.coder])[0].id
    if coder_id is None:
        raise NothingToTrainOnError(
            "Nobody has rated anything in this study.",
            next_step=RATE_FIRST,
        )
    coder = study.coder(coder_id).name
    summary, caution = what_ratings_hold(study, coder_id, base, models)
    backend, notices = backend_of(study)
    console.say(
        f"Ratings of {coder}: {summary.frames} frames of {counted(summary.recordings, 'recording')}, "
        f"{counted(summary.groups, 'person')}."
    )
    limits = [*notices, *summary.warnings(), *([caution] if caution else [])]
    for text in limits:
        console.say(f"Note: {said(text)}")
    wish = Wish(
        base.path.absolute(),
        arguments.name or suggested_name(study, coder, models),
        coder_id,
        use_unsure=not arguments.sure_only,
        seed=arguments.seed,
        backend=backend,
        device=arguments.device,
        gradient_steps=arguments.gradient_steps,
        caution=caution,
    )
    told = {
        "coder": coder,
        "base": base.id,
        "frames": summary.frames,
        "persons": summary.groups,
        "notes": [said(text) for text in limits],
    }
    return wish, told


def _learning_curve(
    study: Study, wish: Wish, console: Console, *, as_json: bool, told: Mapping[str, Any]
) -> int:
    """Measure what more ratings would bring, keep it in the study, and print it.

    Raises
    ------
    NothingToTrainOnError
        If there are too few ratings for a curve.
    """
    job = learning_curve_job(
        study,
        wish.coder_id,
        wish.base,
        backend=wish.backend,
        device=wish.device,
        use_unsure=wish.use_unsure,
        seed=wish.seed,
    )
    control = Control()
    with interruptible(control):
        curve = execute(job, console, control)["curve"]
    console.end_line()
    if not curve["points"]:
        more = f"Rate more frames: au-studio sample {study.path.name} extends the sample."
        raise NothingToTrainOnError(curve["words"], next_step=more)
    unsure = "" if wish.use_unsure else " (without the unsure ones)"
    base = find_model(str(wish.base), study.path).name
    about = f"Ratings by {told['coder']}{unsure}, learned by “{base}”."
    keep_learning_curve(study, curve, about)
    if as_json:
        print_json({**curve, **told})
    else:
        sys.stdout.write(f"{about}\n{'frames':>8}  ICC(3,1), held out\n")
        for name, how in (("points", ""), ("ahead", "  expected")):
            for point in (one for one in curve[name] if one["icc"] is not None):
                low, high = point["low"], point["high"]
                interval = "" if low is None else f" [{low:.3f}, {high:.3f}]"
                sys.stdout.write(f"{point['n']:>8}  {point['icc']:.3f}{interval}{how}\n")
        sys.stdout.write(f"{curve['words']}\n")
    return EXIT_OK


def _run(study: Study, task: Task, console: Console) -> dict[str, Any]:
    """Run one job and take its model into the study; the job file stays, to say what it learned from."""
    job = task.job
    assert isinstance(job, FinetuneJob)
    console.say(task.title)
    save_job(job, task.file)
    remember(task.file, task.title)
    control = Control(state_folder(task.file))
    try:
        with interruptible(control):
            result = execute(job, console, control)
    finally:
        # Killed, it goes on in the window; whatever ends it in another way has been told.
        forget(task.file)
    models: Sequence[ModelEntry] = available_models(study.path)
    take_home(study, Path(job.output), str(job.model), models)
    return result


def _text(result: TrainingResult, evaluation: Mapping[str, Any], path: Path) -> str:
    """Return what the training has come to, for people."""
    lines = [
        f"“{result.name}”, held-out agreement with the ratings:\n{figures_table(evaluation, before=True)}",
        f"{result.judged.scheme}\n",
    ]
    if result.within.rows:
        lines.append(
            f"Other frames of the persons who were rated:\n"
            f"{figures_table(evaluation['within'], before=True)}{result.within.scheme}\n"
        )
    lines.append(" ".join(filter(None, (result.verdict, result.caution))) + "\n")
    lines.append(f"“{result.name}” ({result.model_id}) is the study's choice now: {path}\n")
    return "".join(lines)
