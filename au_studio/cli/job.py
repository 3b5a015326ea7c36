"""``au-studio job``: run a job file here, with progress on stderr.

A run that was killed goes on where it was when the same file is run again; Ctrl+C discards it.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from au_studio.errors import Stopped
from au_studio.jobs.console import Console, interruptible
from au_studio.jobs.control import Control
from au_studio.jobs.job import load_job
from au_studio.jobs.places import forget, state_folder
from au_studio.jobs.run import EXIT_CANCELLED, EXIT_OK, execute


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("job", type=Path, metavar="JOB.json", help="job file, as the window writes them")


def run(arguments: argparse.Namespace) -> int:
    """Run the job file and print its result as JSON on stdout."""
    job = load_job(arguments.job)
    console, control = Console(), Control(state_folder(arguments.job))
    try:
        with interruptible(control):
            result = execute(job, console, control)
    except Stopped:
        forget(arguments.job)
        console.say("Interrupted, nothing was written.")
        return EXIT_CANCELLED
    forget(arguments.job)
    console.end_line()
    sys.stdout.write(json.dumps(result, indent=1, ensure_ascii=False) + "\n")
    return EXIT_OK
