"""``au-studio export --format video``: annotated videos of a study's recordings."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from au_studio.analysis.models import find_model
from au_studio.analysis.store import load_analysis
from au_studio.analysis.tracks import load_tracks
from au_studio.export.annotated_picture import FACES, HIDING, VideoLook
from au_studio.export.annotated_video import write_annotated_video
from au_studio.export.errors import ExportError
from au_studio.study.records import Recording
from au_studio.study.study import Study
from au_studio.video.index import index_video


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("study", type=Path, metavar="STUDY", help="a study's folder (NAME.austudio)")
    parser.add_argument(
        "--format", choices=["video"], default="video", help="MP4 with bars, curves and faces"
    )
    parser.add_argument(
        "-o", "--output", type=Path, default=Path(), metavar="DIR", help="folder for the files"
    )
    parser.add_argument("--recording", action="append", metavar="NAME", help="only this one; may be repeated")
    parser.add_argument("--model", metavar="MODEL", help="id or name; by default the study's own choice")
    parser.add_argument("--aus", metavar="1,2,12", help="action units to show; all by default")
    parser.add_argument("--faces", choices=FACES, default="box", help="how faces are marked")
    parser.add_argument(
        "--hide",
        choices=HIDING,
        default="none",
        help="make persons hard to recognise: blur their faces, or show nothing but the mesh",
    )
    parser.add_argument("--no-bars", action="store_true", help="no bars beside the picture")
    parser.add_argument("--no-curves", action="store_true", help="no curves below the picture")
    sound = parser.add_mutually_exclusive_group()
    sound.add_argument("--sound", action="store_true", default=None, help="with the sound, also when hidden")
    sound.add_argument("--no-sound", dest="sound", action="store_false", help="without the sound")


def run(arguments: argparse.Namespace) -> int:
    """Write the videos; returns the exit code."""
    try:
        aus = tuple(int(number) for number in (arguments.aus or "").replace("AU", "").split(",") if number)
    except ValueError as error:
        raise ExportError(
            f"“{arguments.aus}” is no list of action units.", next_step="Write: 1,2,12"
        ) from error
    look = VideoLook(
        aus,
        arguments.faces,
        arguments.hide,
        bars=not arguments.no_bars,
        curves=not arguments.no_curves,
        sound=arguments.sound,
    )
    with Study.open(arguments.study, read_only=True) as study:
        model = find_model(arguments.model or study.default_model, arguments.study)
        for recording in _chosen(study, arguments.recording):
            _write(study, recording, model.id, look, arguments.output)
    return 0


def _chosen(study: Study, names: list[str] | None) -> list[Recording]:
    recordings = study.recordings()
    wanted = recordings if not names else [r for r in recordings if r.name in names or r.id in names]
    lacking = sorted(set(names or ()) - {r.name for r in wanted} - {r.id for r in wanted})
    if lacking or not wanted:
        raise ExportError(
            f"The study has no recording {', '.join(f'“{name}”' for name in lacking)}."
            if lacking
            else "The study has no recording.",
            next_step=f"There are: {', '.join(r.name for r in recordings) or 'none'}.",
        )
    return wanted


def _write(study: Study, recording: Recording, model_id: str, look: VideoLook, folder: Path) -> None:
    stored = study.analysis_path(recording.id, model_id)
    if not stored.is_file():
        raise ExportError(
            f"{recording.name} is not analysed with the model “{model_id}”.",
            next_step="Open it on the Watch page, or choose Recording > Analyse all recordings.",
        )
    tracks_file = study.tracks_path(recording.id)
    tracks = load_tracks(tracks_file, landmarks=True) if tracks_file.is_file() else None
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{Path(recording.name).stem} annotated.mp4"

    def tell(done: int, total: int) -> None:
        if sys.stderr.isatty() and (done % 25 == 0 or done == total):
            sys.stderr.write(f"\r{recording.name}: {100 * done // total} %" + ("\n" if done == total else ""))

    index = index_video(study.locate(recording))
    write_annotated_video(target, index, load_analysis(stored), tracks, look, on_progress=tell)
    sys.stdout.write(f"{target}\n")
