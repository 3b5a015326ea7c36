"""Run one job file: ``python -m au_studio.jobs job.json``; events on stdout, wishes on stdin."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from au_studio.errors import AUStudioError
from au_studio.jobs.control import Control
from au_studio.jobs.job import load_job
from au_studio.jobs.places import state_folder
from au_studio.jobs.protocol import Event, encode
from au_studio.jobs.run import EXIT_FAILED, failure, run_job

NICENESS = 10
"""How far the child steps back behind the window and other programs."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the job file that the command line names and return the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m au_studio.jobs JOB.json\n")
        return 2
    events = claim_stdout()
    lock = threading.Lock()

    def report(event: Event) -> None:
        # A parent that died cannot read: the closed stdin ends the job, not this error.
        with lock, contextlib.suppress(BrokenPipeError):
            events.write(encode(event) + "\n")
            events.flush()

    step_back()
    try:
        job = load_job(Path(arguments[0]))
    except AUStudioError as error:
        report(failure(error))
        return EXIT_FAILED
    control = Control(state_folder(Path(arguments[0])))
    control.listen(sys.stdin)
    return run_job(job, report, control)


def claim_stdout() -> TextIO:
    """Keep stdout for events alone, and send whatever libraries print to stderr."""
    sys.stdout.flush()
    events = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return events


def step_back() -> None:
    """Lower this process's priority, and leave one core to the window."""
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(NICENESS)
    threads = str(max(1, (os.cpu_count() or 2) - 1))
    # Read by OpenMP and MKL when torch is first imported, which is after this.
    os.environ.setdefault("OMP_NUM_THREADS", threads)
    os.environ.setdefault("MKL_NUM_THREADS", threads)


if __name__ == "__main__":
    code = main()
    sys.stderr.flush()
    # Skip the interpreter's teardown: the control thread may still be blocked on stdin.
    os._exit(code)
