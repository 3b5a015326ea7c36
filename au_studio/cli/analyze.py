"""``au-studio analyze``: intensities of recordings, without a window."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from au_studio.analysis.models import ModelEntry, find_model
from au_studio.analysis.rest import REFINED, RestChoice, RestError
from au_studio.cli.batch_run import run_batch, tell_unsound
from au_studio.cli.recording_option import add_recordings
from au_studio.errors import AUStudioError
from au_studio.jobs import cluster_options
from au_studio.jobs.at_once import threads_each, workers_for
from au_studio.jobs.batch import Batch
from au_studio.jobs.batch_lock import locked
from au_studio.jobs.console import Console
from au_studio.jobs.job import TABLES, AnalyzeJob
from au_studio.jobs.output_names import output_names
from au_studio.jobs.run import EXIT_FAILED, EXIT_OK
from au_studio.video.folders import look_in
from au_studio.video.options import DECODERS, SOFTWARE


class NoRecordingError(AUStudioError):
    """What was named is no recording and holds none."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``au-studio analyze``."""
    parser.add_argument(
        "videos",
        nargs="+",
        type=Path,
        metavar="VIDEO|STUDY",
        help="recordings, or folders of them; or a study",
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="DIR", help="folder for the results (a study keeps its own)"
    )
    add_recordings(parser)
    parser.add_argument("--recursive", action="store_true", help="look into the subfolders of folders, too")
    parser.add_argument("--model", help="id, name or path of a model (default: the shipped one)")
    parser.add_argument("--backend", default="mediapipe", choices=("mediapipe", "face-alignment"))
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda or mps")
    parser.add_argument(
        "--threads",
        type=_threads,
        metavar="N",
        help="threads that work at once on a recording (of each worker, where there are several), each at "
        "whatever is to be done; with 1 the other cores are left to other programs (default: 4, or as many "
        "as there are cores)",
    )
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
    _add_values(parser)
    parser.add_argument(
        "--stream",
        type=int,
        metavar="N",
        help="video stream to analyse where a file holds several, counted among all its streams from 0 "
        "(default: the one that moves)",
    )
    parser.add_argument(
        "--no-deinterlace",
        action="store_true",
        help="read interlaced recordings as they are stored, with combed movement",
    )
    parser.add_argument(
        "--decoder",
        default=SOFTWARE,
        choices=DECODERS,
        help="what decodes the video: the software, or a graphics card, whose pictures are compared with the "
        "software's all along; where one differs or the card cannot, the software does it all (of files, on "
        "this computer; au-studio doctor names the cards; default: software)",
    )
    parser.add_argument("--keep-faces", action="store_true", help="keep the face tracks for another model")
    parser.add_argument("--overwrite", action="store_true", help="replace results of an earlier run")
    parser.add_argument(
        "--workers",
        type=_count,
        metavar="N",
        help="recordings to analyse at once (default: one per core, as far as the memory bears)",
    )
    cluster_options.add_arguments(parser)


def _add_values(parser: argparse.ArgumentParser) -> None:
    """Declare what decides the values beside the model."""
    parser.add_argument(
        "--calibrate",
        "--neutral",  # as scripts of before call it
        type=_at_rest,
        default="off",
        metavar="auto|SECONDS",
        help="take off what the model reads in the person's face at rest: in the frame at that time, or "
        "(auto) in the lowest tenth of the person's own values; in the tables only, named in the sidecar",
    )
    parser.add_argument(
        "--rest",
        type=_rest,
        metavar="running|refined|none|neutral:SECONDS",
        help="what movement is measured from: the person's calm frames in the whole recording (refined, the "
        "default for files: it looks ahead), those so far (running, the default of a study, as on the "
        "screen), nothing of the person (none), or the face at that second or span, which you know to be at "
        "rest (neutral:12.4, neutral:12.4-13; in a study neutral alone takes each person's neutral "
        "reference). A study remembers it",
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


def _threads(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number of threads, of which one is the least")
    return int(text)


def _at_rest(text: str) -> str | float:
    """Read ``auto`` or seconds."""
    return text if text in ("auto", "off") else _seconds(text)


def _rest(text: str) -> str:
    """Read a rest; ``neutral`` alone is for studies, which know the frame."""
    try:
        return text if text == "neutral" else str(RestChoice.parse(text))
    except RestError as error:
        raise argparse.ArgumentTypeError(f"{error.message} {error.next_step}") from error


def _count(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number of recordings")
    return value


def _seconds(text: str) -> float:
    value = float(text)
    if not 0 <= value < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is no number of seconds")
    return value


def run(arguments: argparse.Namespace) -> int:
    """Analyse every recording; 0 only when all of them were read to their end."""
    # What knows studies is loaded for them alone: files are analysed sooner without it.
    if not all(video.is_file() and video.suffix != ".sqlite" for video in arguments.videos):
        from au_studio.cli.analyze_study import analyse_study, study_among  # noqa: PLC0415

        if (study := study_among(arguments.videos)) is not None:
            defaults = argparse.ArgumentParser()
            add_arguments(defaults)
            return analyse_study(study, arguments, defaults)
    if arguments.output is None or arguments.recording:
        raise NoRecordingError(
            "--recording chooses among the recordings of a study."
            if arguments.recording
            else "It is not said where the results go.",
            next_step="Leave it out, and name the files." if arguments.recording else "Add: -o FOLDER",
        )
    console = Console()
    model = find_model(arguments.model)
    jobs = plan(arguments, model, console.say)
    several = len(jobs) > 1 or any(path.is_dir() for path in arguments.videos)
    cluster = cluster_options.options_of(arguments)
    if cluster.asked and arguments.decoder != SOFTWARE:
        raise cluster_options.ClusterError(
            "A recording goes from computer to computer in a cluster, and one decoder has to make all of its "
            "pictures.",
            next_step="Leave out --decoder, or the cluster.",
        )
    workers, threads = workers_for(len(jobs), arguments.workers)
    if cluster.asked:
        # Processes on other computers: their cores are not known here.
        threads = cluster.threads or (threads if cluster.kind == "local" else 1)
    each = threads_each(workers, threads, arguments.threads)
    jobs = [replace(job, threads=each) for job in jobs]
    batch = Batch(
        jobs,
        str(model.card.get("sha256", "")),
        console,
        workers=workers,
        threads=threads,
        overwrite=arguments.overwrite,
        keep=several,
    )
    verbose = "verbose" in arguments
    with locked(batch.folder) if several else contextlib.nullcontext() as lock:
        run_batch(batch, lock, cluster, verbose=verbose)
    if batch.unsound:
        console.say(f"{len(batch.unsound)} of {len(jobs)} recordings could not be analysed completely:")
        tell_unsound(batch, verbose=verbose)
        return EXIT_FAILED
    return EXIT_OK


def plan(
    arguments: argparse.Namespace, model: ModelEntry, say: Callable[[str], None] = lambda text: None
) -> list[AnalyzeJob]:
    """Return one job per recording, with output names that do not clash; `say` hears what is left out."""
    videos = [
        video
        for named in arguments.videos
        for video in recordings_in(named, recursive=arguments.recursive, say=say)
    ]
    # A folder and a file in it may both be named.
    videos = list(dict.fromkeys(video.absolute() for video in videos))
    folder = Path(arguments.output).absolute()
    return [
        AnalyzeJob(
            video=str(video),
            model=str(model.path.absolute()),
            tracks=str(folder / f"{name}.faces.h5") if arguments.keep_faces else None,
            output_h5=str(folder / f"{name}.h5"),
            output_csv=str(folder / f"{name}.csv"),
            backend=arguments.backend,
            target_person=arguments.person,
            device=arguments.device,
            threads=arguments.threads,
            formats=tuple(dict.fromkeys(arguments.format)),
            calibrate=arguments.calibrate,
            smooth=arguments.smooth,
            expected_errors=arguments.expected_errors,
            rest=arguments.rest or REFINED,
            stream=arguments.stream,
            deinterlace=not arguments.no_deinterlace,
            decoder=arguments.decoder,
        )
        for video, name in zip(videos, output_names(videos, arguments.format, folder), strict=True)
    ]


def recordings_in(
    path: Path, *, recursive: bool = False, say: Callable[[str], None] = lambda text: None
) -> list[Path]:
    """Return a file as it is, and the videos of a folder (its pictures when it holds no video), sorted.

    Parameters
    ----------
    path : Path
        A file or a folder.
    recursive : bool
        Look into subfolders, too.
    say : callable
        Hears what was left out.

    Raises
    ------
    NoRecordingError
        If a folder holds neither.
    """
    if not path.is_dir():
        return [path]
    found = look_in(path, recursive=recursive, pictures=True)
    if found.words():
        say(found.words() + (" --recursive looks into subfolders, too." if found.subfolders else ""))
    if not found.recordings:
        raise NoRecordingError(
            f"The folder {path} holds no videos.",
            next_step="Look into its subfolders, too, with --recursive."
            if found.subfolders
            else "Name the files one by one.",
        )
    return list(found.recordings)
