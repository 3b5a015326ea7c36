"""``au-studio analyze``: intensities of recordings, without a window."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from au_studio.analysis.models import ModelEntry, find_model
from au_studio.cli.console import Console, interruptible
from au_studio.errors import AUStudioError, Stopped
from au_studio.files import WriteError
from au_studio.jobs.control import Control
from au_studio.jobs.job import TABLES, AnalyzeJob
from au_studio.jobs.outputs import output_files
from au_studio.jobs.run import EXIT_CANCELLED, EXIT_FAILED, EXIT_OK, execute

# fmt: off
VIDEO_SUFFIXES = frozenset((
    ".3gp", ".asf", ".avi", ".flv", ".m2ts", ".m4v", ".mkv", ".mov", ".mp4", ".mpeg", ".mpg", ".mts", ".mxf",
    ".ogv", ".ts", ".vob", ".webm", ".wmv",
))
# fmt: on
PICTURE_SUFFIXES = frozenset((".bmp", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"))


class NoRecordingError(AUStudioError):
    """What was named is no recording and holds none."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``au-studio analyze``."""
    parser.add_argument(
        "videos", nargs="+", type=Path, metavar="VIDEO", help="recordings, or folders of them"
    )
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="DIR", help="folder for the results"
    )
    parser.add_argument("--model", help="id, name or path of a model (default: the shipped one)")
    parser.add_argument("--backend", default="mediapipe", choices=("mediapipe", "face-alignment"))
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda or mps")
    parser.add_argument(
        "--person",
        type=int,
        metavar="N",
        help="person to analyse, as in the column face_id (default: who fills most of the picture)",
    )
    parser.add_argument(
        "--format",
        nargs="+",
        default=["openface"],
        choices=TABLES,
        metavar="TABLE",
        help=f"tables to write: {', '.join(TABLES)} (default: openface)",
    )
    parser.add_argument(
        "--neutral",
        type=_neutral,
        default="off",
        metavar="auto|SECONDS",
        help="take off what the model reads in the person's face at rest: in the frame at that time, or "
        "(auto) in the lowest tenth of the person's own values; in the tables only, named in the sidecar",
    )
    parser.add_argument(
        "--smooth",
        type=_seconds,
        default=0.0,
        metavar="SECONDS",
        help="smooth the tables over time (standard deviation of a Gaussian; default: not at all)",
    )
    parser.add_argument(
        "--expected-errors", action="store_true", help="add columns of expected errors (AU12_sd)"
    )
    parser.add_argument("--keep-faces", action="store_true", help="keep the face tracks for another model")
    parser.add_argument("--overwrite", action="store_true", help="replace results of an earlier run")


def _neutral(text: str) -> str | float:
    """Read ``auto`` or seconds."""
    return text if text in ("auto", "off") else _seconds(text)


def _seconds(text: str) -> float:
    value = float(text)
    if not 0 <= value < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is no number of seconds")
    return value


def run(arguments: argparse.Namespace) -> int:
    """Analyse every recording; 0 only when all of them were read to their end."""
    console = Console()
    model = find_model(arguments.model)
    jobs = plan(arguments, model)
    failures: list[str] = []
    for number, job in enumerate(jobs, 1):
        video = Path(job.video)
        prefix = f"[{number}/{len(jobs)}] {video.name}"
        control = Control()
        try:
            if not arguments.overwrite:
                refuse_to_overwrite(job)
            with interruptible(control, control.pause):
                result = execute(job, console, control)
        except Stopped:
            console.say(f"{prefix}: interrupted; the same command goes on where it was.")
            return EXIT_CANCELLED
        except AUStudioError as error:
            console.say(f"{prefix}: {outcome(error, job)}")
            console.explain(error, verbose=arguments.verbose)
            failures.append(job.video)
            continue
        speed = result["frames"] / max(result["seconds"], 1e-3)
        console.say(
            f"{prefix}: {result['frames']} frames, {result['frames_with_face']} with a face, "
            f"{speed:.0f} frames/s → {job.output_csv}"
        )
    if failures:
        console.say(f"{len(failures)} of {len(jobs)} recordings could not be analysed completely:")
        for name in failures:
            console.say(f"  {name}")
        return EXIT_FAILED
    return EXIT_OK


def outcome(error: AUStudioError, job: AnalyzeJob) -> str:
    """Return in a few words what a failed analysis has left."""
    from au_studio.analysis.recording import IncompleteAnalysisError  # noqa: PLC0415  it brings torch

    if isinstance(error, IncompleteAnalysisError):
        return f"incomplete, {len(error.analysis.pts)} frames were read → {job.output_csv}"
    return "failed."


def plan(arguments: argparse.Namespace, model: ModelEntry) -> list[AnalyzeJob]:
    """Return one job per recording, with output names that do not clash."""
    videos = [video for named in arguments.videos for video in recordings_in(named)]
    folder = Path(arguments.output).absolute()
    return [
        AnalyzeJob(
            video=str(video.absolute()),
            model=str(model.path.absolute()),
            tracks=str(folder / f"{name}.faces.h5") if arguments.keep_faces else None,
            output_h5=str(folder / f"{name}.h5"),
            output_csv=str(folder / f"{name}.csv"),
            backend=arguments.backend,
            target_person=arguments.person,
            device=arguments.device,
            formats=tuple(dict.fromkeys(arguments.format)),
            neutral=arguments.neutral,
            smooth=arguments.smooth,
            expected_errors=arguments.expected_errors,
        )
        for video, name in zip(videos, output_names(videos), strict=True)
    ]


def recordings_in(path: Path) -> list[Path]:
    """Return a file as it is, and the videos of a folder (its pictures when it holds no video), sorted.

    Raises
    ------
    NoRecordingError
        If a folder holds neither.
    """
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.iterdir() if file.is_file() and not file.name.startswith("."))
    for suffixes in (VIDEO_SUFFIXES, PICTURE_SUFFIXES):
        found = [file for file in files if file.suffix.lower() in suffixes]
        if found:
            return found
    raise NoRecordingError(f"The folder {path} holds no videos.", next_step="Name the files one by one.")


def output_names(videos: Sequence[Path]) -> list[str]:
    """Return a name per recording: its own without the ending; the second of a name gets ``_2``, and so on.

    Upper and lower case count as the same, as they do on Windows and macOS.
    """
    taken: set[str] = set()
    names = []
    for video in videos:
        name, number = video.stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{video.stem}_{number}"
        taken.add(name.casefold())
        names.append(name)
    return names


def refuse_to_overwrite(job: AnalyzeJob) -> None:
    """Raise when a result of the job exists already.

    Raises
    ------
    au_studio.files.WriteError
        Names the file.
    """
    for path in output_files(job):
        if path.exists():
            raise WriteError(
                f"{path} exists already.", next_step="Choose another folder, or replace it with --overwrite."
            )
