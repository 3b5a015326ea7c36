"""A study's recordings are analysed into the study, as the window does it: what commands on a study share.

``au-studio analyze STUDY`` does nothing else; others analyse what is missing before they use it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from au_studio.analysis.models import ModelEntry
from au_studio.analysis.of_study import StudyAnalyses
from au_studio.analysis.rest_of_study import remember_rest
from au_studio.cli.batch_run import run_batch, tell_unsound
from au_studio.cli.instead import said
from au_studio.cli.of_study import chosen_recordings, model_of, models_and_analyses
from au_studio.errors import AUStudioError
from au_studio.export.words import counted
from au_studio.jobs.at_once import threads_each, workers_for
from au_studio.jobs.batch_lock import locked
from au_studio.jobs.batch_record import Status
from au_studio.jobs.console import Console
from au_studio.jobs.run import EXIT_FAILED, EXIT_OK
from au_studio.jobs.study_batch import StudyBatch
from au_studio.study.errors import StudyNotFoundError
from au_studio.study.folder import SUFFIX, study_folder
from au_studio.study.records import Recording
from au_studio.study.study import Study

HEEDED = frozenset({"videos", "model", "device", "recording", "rest", "threads", "workers", "verbose", "run"})
"""Options that mean something for a study."""


def study_among(paths: list[Path]) -> Path | None:
    """Return the study that was named; None where recordings were.

    Raises
    ------
    AUStudioError
        If a study and something else were named, or a study that is not there.
    """
    studies = []
    for path in paths:
        try:
            studies.append(study_folder(path))
        except StudyNotFoundError:
            if path.suffix == SUFFIX:
                raise
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
        verbose = "verbose" in arguments
        batch = _analyse(
            study,
            held,
            recordings,
            model,
            console,
            device=arguments.device,
            workers=arguments.workers,
            threads=arguments.threads,
            verbose=verbose,
        )
    tell_unsound(batch, verbose=verbose)
    before = sum(item.skipped for item in batch.items)
    done = sum(item.rows is not None for item in batch.items) - before
    partly = sum(item.status is Status.INCOMPLETE for item in batch.items)
    sys.stdout.write(
        f"“{model.name}”: {counted(done, 'recording')} analysed, {before} were already, "
        f"{len(recordings) - done - before} could not be"
        + (f"; only in part: {partly}\n" if partly else "\n")
    )
    return EXIT_FAILED if batch.unsound else EXIT_OK


def analyse_missing(
    study: Study,
    held: StudyAnalyses,
    recordings: Sequence[Recording],
    model: ModelEntry,
    console: Console,
    *,
    device: str,
) -> tuple[dict[str, str], dict[str, str]]:
    """Analyse what is missing before a command uses it.

    Parameters
    ----------
    study : Study
        May be open for reading alone; it is written only where something is missing.
    held : StudyAnalyses
        Its analyses.
    recordings : sequence of Recording
        What is wanted.
    model : ModelEntry
        With which model.
    console : Console
        Where people read how it goes.
    device : str
        Where to compute.

    Returns
    -------
    lacking, partly : dict of str to str
        Why recordings are not analysed, and why others are only in part, by their names. Whoever asks again
        hears the same.

    Raises
    ------
    Stopped
        When somebody interrupted it; what is begun goes on when it is asked for again.
    """
    failed: dict[str, str] = {}
    if any(not held.has_analysis(recording.id, model.id) for recording in recordings):
        with Study.open(study.path) as writable:
            batch = _analyse(writable, held, recordings, model, console, device=device)
        for item in batch.unsound:
            told = item.error or {}
            failed[item.name] = " ".join(said(told[key]) for key in ("message", "next_step") if told.get(key))
    lacking: dict[str, str] = {}
    partly: dict[str, str] = {}
    for recording in recordings:
        made = held.provenance(recording.id, model.id)
        if made is None:
            lacking[recording.name] = failed.get(recording.name, "")
        elif made.get("complete") is False:
            partly[recording.name] = (made.get("notices") or ["It could be read only in part."])[-1]
    return lacking, partly


def as_lines(why: dict[str, str]) -> list[str]:
    """Return reasons as lines; each tells which recording it is of."""
    return [text if name in text else f"{name}: {text}" for name, text in why.items()]


def _analyse(
    study: Study,
    held: StudyAnalyses,
    recordings: Sequence[Recording],
    model: ModelEntry,
    console: Console,
    *,
    device: str,
    workers: int | None = None,
    threads: int | None = None,
    verbose: bool = False,
) -> StudyBatch:
    at_once, cores = workers_for(len(recordings), workers)
    batch = StudyBatch(
        study,
        held,
        recordings,
        model,
        console,
        device=device,
        workers=at_once,
        threads=cores,
        each=threads_each(at_once, cores, threads),
    )
    with locked(batch.folder) as lock:
        run_batch(batch, lock, verbose=verbose)
    return batch
