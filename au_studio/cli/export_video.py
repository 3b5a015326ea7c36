"""What ``au-studio export --format video`` shows, and the writing of one annotated video."""

from __future__ import annotations

import argparse
from pathlib import Path

from au_studio.analysis.store import load_analysis
from au_studio.analysis.tracks import load_tracks
from au_studio.cli.of_study import asked_units
from au_studio.export.annotated_picture import FACES, HIDING, VideoLook
from au_studio.export.annotated_video import write_annotated_video
from au_studio.export.errors import ExportError
from au_studio.jobs.console import Console
from au_studio.study.records import Recording
from au_studio.study.study import Study
from au_studio.video.index import index_video

VIDEO = "video"
"""The format's name."""


def add_look(parser: argparse.ArgumentParser) -> None:
    """Declare what an annotated video shows."""
    look = parser.add_argument_group("annotated videos (--format video)")
    look.add_argument("--aus", metavar="1,2,12", help="action units to show; all by default")
    look.add_argument("--faces", choices=FACES, default="box", help="how faces are marked")
    look.add_argument(
        "--hide",
        choices=HIDING,
        default="none",
        help="make persons hard to recognise: blur their faces, or show nothing but the mesh",
    )
    look.add_argument("--no-bars", action="store_true", help="no bars beside the picture")
    look.add_argument("--no-curves", action="store_true", help="no curves below the picture")
    sound = look.add_mutually_exclusive_group()
    sound.add_argument("--sound", action="store_true", default=None, help="with the sound, also when hidden")
    sound.add_argument("--no-sound", dest="sound", action="store_false", help="without the sound")


def look_of(arguments: argparse.Namespace) -> VideoLook:
    """Return what was asked for.

    Raises
    ------
    AUStudioError
        If the action units are no list of numbers, or a look is asked for but no video.
    """
    look = VideoLook(
        asked_units(arguments.aus),
        arguments.faces,
        arguments.hide,
        bars=not arguments.no_bars,
        curves=not arguments.no_curves,
        sound=arguments.sound,
    )
    if look != VideoLook() and VIDEO not in arguments.format:
        raise ExportError(
            "Which action units and faces are shown can be said of annotated videos alone; tables hold all.",
            next_step="Add --format video, or leave these options out.",
        )
    return look


def write_video(
    study: Study, recording: Recording, stored: Path, *, look: VideoLook, target: Path, console: Console
) -> Path:
    """Write the annotated video of a recording.

    Parameters
    ----------
    study, recording
        The recording, and the study that it is in.
    stored : Path
        Its analysis.
    look : VideoLook
        What is shown.
    target : Path
        The file; its folder is made.
    console : Console
        Shows how far it is.

    Raises
    ------
    au_studio.errors.AUStudioError
        If the video is missing or cannot be read, or the file cannot be written.
    """
    tracks_file = study.tracks_path(recording.id)
    tracks = load_tracks(tracks_file, landmarks=True) if tracks_file.is_file() else None
    index = index_video(study.locate(recording))
    target.parent.mkdir(parents=True, exist_ok=True)
    write_annotated_video(
        target,
        index,
        load_analysis(stored),
        tracks,
        look,
        on_progress=lambda done, total: console.step(done, total, f"Painting {recording.name}"),
    )
    console.end_line()
    return target
