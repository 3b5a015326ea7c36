"""``au-studio study new|add|info``: make a study, add recordings to it, and say what it holds."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from au_studio.errors import AUStudioError
from au_studio.export.words import counted
from au_studio.jobs.console import Console
from au_studio.study.folder import study_folder
from au_studio.study.study import Study
from au_studio.video.folders import look_in
from au_studio.video.hashing import content_hash
from au_studio.video.index import index_video


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``au-studio study``."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="new|add|info")
    new = actions.add_parser("new", help="make a study, with recordings or without")
    add = actions.add_parser("add", help="add recordings; they are referenced, never copied")
    for action, needed in ((new, "*"), (add, "+")):
        action.add_argument("study", type=Path, metavar="STUDY", help="folder of the study (NAME.austudio)")
        action.add_argument(
            "videos", nargs=needed, type=Path, metavar="VIDEO", help="videos, or folders of them"
        )
        action.add_argument("--person", metavar="NAME", help="who is in these recordings")
    info = actions.add_parser("info", help="say what a study holds")
    info.add_argument("study", type=Path, metavar="STUDY", help="folder of the study (NAME.austudio)")
    info.add_argument("--json", action="store_true", help="print it as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Do it; 0 only when every video that was named is in the study."""
    if arguments.action == "info":
        return _info(study_folder(arguments.study), as_json=arguments.json)
    if arguments.action == "new":
        opened = Study.create(arguments.study)
    else:
        opened = Study.open(study_folder(arguments.study))
    with opened as study:
        failed = _add(study, arguments.videos, arguments.person)
        sys.stdout.write(f"{study.path}: {counted(len(study.recordings()), 'recording')}\n")
    return 1 if failed else 0


def _add(study: Study, named: Sequence[Path], person: str | None) -> int:
    """Check and add videos of a person (None: not known); return how many failed, named on stderr."""
    failed = 0
    console = Console()
    for path in named:
        videos = look_in(path, recursive=True).recordings if path.is_dir() else (path,)
        if not videos:
            failed += 1
            console.say(f"The folder {path} holds no videos.")
        for number, video in enumerate(videos):
            console.step(number, len(videos), f"Checking the videos of {path.name}")
            try:
                index = index_video(video)
                study.add_recording(
                    video.absolute(),
                    duration=index.duration,
                    n_frames=index.n_frames,
                    content_hash=content_hash(video),
                    person=person,
                )
            except AUStudioError as error:
                failed += 1
                console.say(f"{video}: {error.message} {error.next_step}".rstrip())
    console.end_line()
    return failed


def _info(folder: Path, *, as_json: bool) -> int:
    with Study.open(folder, read_only=True) as study:
        lines_of: list[dict[str, Any]] = [
            {
                "name": recording.name,
                "seconds": round(recording.duration, 3),
                "frames": recording.n_frames,
                "person": recording.person,
                "sampled": sum(len(sample.pts) for sample in study.samples(recording.id)),
            }
            for recording in study.recordings()
        ]
        coders = [{"name": coder.name, "ratings": len(study.ratings(coder.id))} for coder in study.coders()]
        name = study.name
    if as_json:
        told = {"name": name, "recordings": lines_of, "coders": coders}
        sys.stdout.write(json.dumps(told, indent=1, ensure_ascii=False) + "\n")
        return 0
    lines = [f"{name}: {counted(len(lines_of), 'recording')}"]
    for line in lines_of:
        person = f", {line['person']}" if line["person"] else ""
        lines.append(f"  {line['name']}: {line['frames']} frames, {line['sampled']} sampled{person}")
    lines += [f"  {coder['name']}: {coder['ratings']} ratings" for coder in coders]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0
