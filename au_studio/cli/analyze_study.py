"""``au-studio analyze STUDY``: a study's recordings are analysed into the study, as the window does it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from au_studio.analysis.rest_of_study import remember_rest
from au_studio.cli.batch_run import run_batch
from au_studio.cli.instead import said
from au_studio.cli.of_study import chosen_recordings, model_of, models_and_analyses
from au_studio.errors import AUStudioError
from au_studio.export.words import counted
from au_studio.jobs.at_once import threads_each, workers_for
from au_studio.jobs.batch_lock import locked
from au_studio.jobs.console import Console
from au_studio.jobs.run import EXIT_CANCELLED, EXIT_FAILED, EXIT_OK
from au_studio.jobs.study_batch import StudyBatch
from au_studio.study.errors import StudyNotFoundError
from au_studio.study.folder import study_folder
from au_studio.study.study import Study

HEEDED = frozenset({"videos", "model", "device", "recording", "rest", "threads", "workers", "verbose", "run"})
"""Options that mean something for a study."""


def study_among(paths: list[Path]) -> Path | None:
    """Return the study that was named; None where recordings were.

    Raises
    ------
    AUStudioError
        If a study and something else were named.
    """
    studies = []
    for path in paths:
        try:
            studies.append(study_folder(path))
        except StudyNotFoundError:
            continue
    if not studies:
        return None
    if len(paths) > 1:
        raise AUStudioError(
            "A study is analysed by itself.", next_step="Give one study, or recordings, in one command."
        )
    return studies[0]


def analyse_study(folder: Path, arguments: argparse.Namespace, defaults: argparse.ArgumentParser) -> int:
    """Analyse what is missing; 0 only when every recording that was named is analysed completely.

    Raises
    ------
    AUStudioError
        If an option was given that means nothing for a study.
    """
    strange = [
        name
        for name, value in vars(arguments).items()
        if name not in HEEDED and value != defaults.get_default(name)
    ]
    if strange:
        raise AUStudioError(
            f"--{strange[0].replace('_', '-')} means nothing for a study, which keeps its analyses itself.",
            next_step="Leave it out; au-studio export writes a study's tables.",
        )
    console = Console()
    with Study.open(folder) as study:
        recordings = chosen_recordings(study, arguments.recording)
        if arguments.rest is not None:
            remember_rest(study, arguments.rest)
        models, held, notices = models_and_analyses(study)
        for text in notices:
            console.say(f"Note: {said(text)}")
        model = model_of(study, arguments.model, models)
        workers, threads = workers_for(len(recordings), arguments.workers)
        batch = StudyBatch(
            study,
            held,
            recordings,
            model,
            console,
            device=arguments.device,
            workers=workers,
            threads=threads,
            each=threads_each(workers, threads, arguments.threads),
            verbose="verbose" in arguments,
        )
        with locked(batch.folder) as lock:
            ended = run_batch(batch, lock)
        if not ended:
            console.say("Interrupted; the same command goes on where it was.")
            return EXIT_CANCELLED
    for item in batch.unsound:
        console.say(f"{item.name}: {item.error['message'] if item.error else ''}")
    console.end_line()
    done = sum(item.rows is not None for item in batch.items)
    before = sum(item.skipped for item in batch.items)
    sys.stdout.write(
        f"“{model.name}”: {counted(done - before, 'recording')} analysed, {before} were already, "
        f"{len(recordings) - done} could not be\n"
    )
    return EXIT_FAILED if batch.unsound else EXIT_OK
