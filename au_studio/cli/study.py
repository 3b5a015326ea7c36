"""``au-studio study new|add|set|info``: make a study, fill it, say who is in it, tell what it holds."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from au_studio.cli.instead import explained
from au_studio.cli.of_study import add_json, add_study, chosen_recordings, print_json
from au_studio.errors import AUStudioError
from au_studio.export.words import counted
from au_studio.jobs.console import Console
from au_studio.study.folder import study_folder
from au_studio.study.records import Recording
from au_studio.study.study import Study
from au_studio.video.folders import look_in
from au_studio.video.hashing import content_hash
from au_studio.video.index import index_video

_SAID = ("person", "group", "condition", "note")
"""What can be said of a recording, as `Study.set_detail` knows it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``au-studio study``."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="new|add|set|info")
    new = actions.add_parser("new", help="make a study, with recordings or without")
    add = actions.add_parser("add", help="add recordings; they are referenced, never copied")
    for action, needed in ((new, "*"), (add, "+")):
        add_study(action)
        action.add_argument(
            "videos", nargs=needed, type=Path, metavar="VIDEO", help="videos, or folders of them"
        )
        _add_details(action)
    change = actions.add_parser("set", help="say who is in recordings, their group and condition")
    add_study(change)
    change.add_argument("names", nargs="+", metavar="RECORDING", help="names of recordings of the study")
    _add_details(change)
    change.add_argument("--note", metavar="TEXT", help="a note on them")
    change.add_argument(
        "--face", type=_face, metavar="N", help="which person's face is read, counted from 1; 0: the main one"
    )
    change.epilog = 'What is given as "" is taken away.'
    info = actions.add_parser("info", help="say what a study holds")
    add_study(info)
    add_json(info)


def _add_details(parser: argparse.ArgumentParser) -> None:
    """Declare what is said of recordings."""
    parser.add_argument("--person", metavar="NAME", help="who is in these recordings")
    parser.add_argument("--group", metavar="NAME", help="which group that person belongs to")
    parser.add_argument("--condition", metavar="NAME", help="what these recordings were made under")


def _face(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is no number of a person: 1, 2, … or 0")
    return int(text)


def run(arguments: argparse.Namespace) -> int:
    """Do it; 0 only when every video that was named is in the study."""
    if arguments.action == "info":
        return _info(study_folder(arguments.study), as_json=arguments.json)
    if arguments.action == "set":
        return _set(arguments)
    if arguments.action == "new":
        opened = Study.create(arguments.study)
    else:
        opened = Study.open(study_folder(arguments.study))
    with opened as study:
        failed = _add(study, arguments.videos, arguments)
        sys.stdout.write(f"{study.path}: {counted(len(study.recordings()), 'recording')}\n")
    return 1 if failed else 0


def _set(arguments: argparse.Namespace) -> int:
    """Change what is said of recordings that are named.

    Raises
    ------
    AUStudioError
        If nothing is to be changed, or a recording is not in the study.
    """
    if all(getattr(arguments, name) is None for name in ("person", "group", "condition", "note", "face")):
        raise AUStudioError(
            "Nothing is to be changed.",
            next_step="Say what: --person, --group, --condition, --note or --face.",
        )
    with Study.open(study_folder(arguments.study)) as study:
        for recording in chosen_recordings(study, arguments.names):
            _say_of(study, recording.id, arguments)
            sys.stdout.write(f"{_line(study, study.recording(recording.id))}\n")
    return 0


def _say_of(study: Study, recording_id: str, arguments: argparse.Namespace) -> None:
    """Write what was said of a recording; the face that is read first, for it decides whose name is meant."""
    face = getattr(arguments, "face", None)
    if face is not None:
        study.set_target_person(recording_id, face - 1 if face else None)
    for field in _SAID:
        if (value := getattr(arguments, field, None)) is not None:
            study.set_detail(recording_id, field, value.strip())


def _add(study: Study, named: Sequence[Path], details: argparse.Namespace) -> int:
    """Check and add videos, with what is said of them; return how many failed, named on stderr."""
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
                recording = study.add_recording(
                    video.absolute(),
                    duration=index.duration,
                    n_frames=index.n_frames,
                    content_hash=content_hash(video),
                )
                _say_of(study, recording.id, details)
            except AUStudioError as error:
                failed += 1
                console.say(f"{video}: {explained(error)}")
    console.end_line()
    return failed


def _line(study: Study, recording: Recording) -> str:
    """Return a line that tells of a recording."""
    sampled = sum(len(sample.pts) for sample in study.samples(recording.id))
    told = [f"{recording.n_frames} frames", f"{sampled} sampled", recording.person, recording.group]
    return f"{recording.name}: {', '.join(text for text in (*told, recording.condition) if text)}"


def _info(folder: Path, *, as_json: bool) -> int:
    with Study.open(folder, read_only=True) as study:
        recordings = study.recordings()
        lines = [f"  {_line(study, recording)}" for recording in recordings]
        coders = [{"name": coder.name, "ratings": len(study.ratings(coder.id))} for coder in study.coders()]
        told: dict[str, Any] = {
            "name": study.name,
            "recordings": [
                {
                    "name": recording.name,
                    "seconds": round(recording.duration, 3),
                    "frames": recording.n_frames,
                    "person": recording.person,
                    "group": recording.group,
                    "condition": recording.condition,
                    "sampled": sum(len(sample.pts) for sample in study.samples(recording.id)),
                }
                for recording in recordings
            ],
            "coders": coders,
        }
    if as_json:
        print_json(told)
        return 0
    lines = [f"{told['name']}: {counted(len(recordings), 'recording')}", *lines]
    lines += [f"  {coder['name']}: {coder['ratings']} ratings" for coder in coders]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0
