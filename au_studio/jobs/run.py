"""Run one job in this process: the window's child, the command line and tests all come through here."""

from __future__ import annotations

import importlib
import traceback
from pathlib import Path
from typing import Any, Protocol, cast

from au_studio.errors import AUStudioError, Stopped
from au_studio.files import is_disk_full
from au_studio.jobs.control import Control, Paused
from au_studio.jobs.job import Job, JobError
from au_studio.jobs.protocol import Done, Failed, Report
from au_studio.texts import sentence
from au_studio.video.options import options_from_json, want_reading

EXIT_OK = 0
EXIT_FAILED = 1
EXIT_BUG = 70
"""Exit code of an error that nobody foresaw (EX_SOFTWARE of sysexits.h)."""
EXIT_CANCELLED = 130
"""Exit code after stop or cancel left nothing behind, the one that shells use after Ctrl+C."""

_MODULES = {
    "analyze": "au_studio.jobs.analyze",
    "finetune": "au_studio.jobs.finetune",
    "learning-curve": "au_studio.jobs.learning_curve",
    "pretrain": "au_studio.jobs.pretrain",
}


class JobModule(Protocol):
    """A module that runs one kind of job."""

    def run(self, job: Any, report: Report, control: Control) -> dict[str, Any]:
        """Do the work and return the result for the event ``done``."""
        ...


def execute(job: Job, report: Report, control: Control) -> dict[str, Any]:
    """Run a job and return its result; errors reach the caller.

    Parameters
    ----------
    job : Job
        What to do.
    report : callable
        Hears progress, metrics, checkpoints and notices.
    control : Control
        Says when to end.

    Raises
    ------
    AUStudioError
        Whatever went wrong; `Stopped` when the job was stopped with nothing to keep, cancelled or paused.
        Unless it was paused, what the job had written is gone then, but for its progress.
    """
    module = _MODULES.get(job.kind)
    if module is None:
        raise JobError(sentence("This AU Studio cannot run a job of the kind “{kind}”.", kind=job.kind))
    for video, chosen in job.readings.items():
        want_reading(Path(video), options_from_json(chosen))
    try:
        control.check()
        result = cast("JobModule", importlib.import_module(module)).run(job, report, control)
        if control.cancelled:
            control.check()
    except Stopped:
        # Whoever goes on later begins with what is there, and all of it is whole. A program that dies pauses
        # its jobs, also one that has just ended.
        if not control.paused:
            control.remove_created()
        raise
    return result


def run_job(job: Job, report: Report, control: Control) -> int:
    """Run a job, report how it ended, and return the exit code.

    The last event is always ``done`` or ``error``; it comes exactly once.
    """
    try:
        result = execute(job, report, control)
    except Stopped as stopped:
        # Whoever looks at the control while it is paused may raise a Stopped of its own.
        paused = isinstance(stopped, Paused) or control.paused
        report(Done({"paused": True} if paused else {"cancelled": True}))
        return EXIT_CANCELLED
    except Exception as error:
        report(failure(error))
        return EXIT_FAILED if isinstance(error, AUStudioError) or is_disk_full(error) else EXIT_BUG
    report(Done(result))
    return EXIT_OK


def failure(error: BaseException) -> Failed:
    """Return an exception as people should read it."""
    if isinstance(error, AUStudioError):
        return Failed(error.message, error.next_step, error.details)
    details = "".join(traceback.format_exception(error))
    if is_disk_full(error):
        return Failed(
            sentence("The disk is full."), sentence("Free some space and start the job again."), details
        )
    if isinstance(error, MemoryError):
        return Failed(
            sentence("The computer has run out of memory."),
            sentence("Close other programs and try again."),
            details,
        )
    return Failed(
        sentence("Something went wrong that AU Studio did not foresee ({kind}).", kind=type(error).__name__),
        sentence("Please report it together with the details."),
        details,
    )
