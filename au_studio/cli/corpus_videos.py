"""``au-studio corpus videos``: cut unlabelled face clips out of recordings, for stage 1."""

from __future__ import annotations

import argparse
from pathlib import Path

from au_studio.corpora.unlabelled import folder_clips
from au_studio.errors import AUStudioError
from au_studio.export.words import counted
from au_studio.face.backends import create_backend
from au_studio.facs.action_units import DISFA_AUS
from au_studio.jobs.console import Console
from au_studio.learn.material.clips import write_clips


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Define the command line of ``au-studio corpus videos``."""
    parser.add_argument("videos", nargs="+", type=Path, help="recordings, or folders of them")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the file of clips to write (.h5)")


def run(arguments: argparse.Namespace) -> int:
    """Cut out every tracked face and write the clips; returns the exit code (1 if a recording failed)."""
    if arguments.output.suffix.lower() != ".h5":
        raise AUStudioError(
            f"{arguments.output} would not be taken for a file of clips.",
            next_step=f"Let it end in .h5: -o {arguments.output.with_suffix('.h5')}",
        )
    paths = [
        file
        for path in arguments.videos
        for file in (sorted(p for p in path.iterdir() if p.is_file()) if path.is_dir() else [path])
    ]
    backend, notices = create_backend()
    console = Console()
    for notice in notices:
        console.say(f"Note: {notice}")
    clips, failures = folder_clips(
        paths,
        backend,
        len(DISFA_AUS),
        lambda done, total, name: console.step(done, total, "Cutting the faces", beside=name),
    )
    console.end_line()
    for failure in failures:
        console.say(str(failure))
    if not clips:
        raise AUStudioError(
            "No face was found that could be cut out, and no file was written.",
            next_step="Name recordings, or folders of them, that show faces.",
        )
    write_clips(arguments.output, clips, DISFA_AUS)
    frames = counted(sum(len(clip) for clip in clips), "frame")
    of = counted(len(paths) - len(failures), "recording")
    print(f"{counted(len(clips), 'clip')} with {frames} from {of}.")
    return 1 if failures else 0
