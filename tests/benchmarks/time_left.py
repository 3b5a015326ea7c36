"""Whether the time left that the window tells is true: what was told of real work, against what it took.

    python tests/benchmarks/time_left.py VIDEO [VIDEO ...] [--part watch training …] [--minutes 3]

A recording of some minutes is made of the videos, one after the other and again and again. Parts: ``watch``
is the live analysis of the recording on the screen, ``video`` an annotated film of it (it needs the former),
``analysis`` one recording of *Analyse all*, ``training`` a fine-tuning (2 % of the frames with made-up
levels, as three recordings of three persons). Each goes through what the window itself goes through. A line
every tenth says how far the bar is, which time left was told and which is true; then come the worst factor
between the two from the first fifth on (until 3 s before the end), the share of what was told that lies
within a factor of 1.5, and whether the bar ever went back. ``--log FILE`` keeps every word as a table.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from films_and_jobs import pictures, run_job, write_film
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from au_studio import resources
from au_studio.analysis.store import load_analysis
from au_studio.analysis.tracks import load_tracks
from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.export.annotated_picture import VideoLook
from au_studio.export.annotated_video import write_annotated_video
from au_studio.jobs.job import AnalyzeJob, FinetuneJob, Job, LabelledRecording, RatedCell
from au_studio.jobs.protocol import Event, Progress
from au_studio.jobs.time_left import Tempo, TimeLeft
from au_studio.nn.checkpoint import read_card
from au_studio.video.index import index_video

RATE = 25
SIZE = (640, 480)
WITHIN = 1.5
AUS = (1, 2, 4, 5, 6, 9, 12, 15, 17, 20, 25, 26)
Told = tuple[float, float, float | None, str]
"""Seconds since the beginning, the bar's fraction, the time left that was told, and what is done then."""


def shown(videos: list[Path]) -> Iterator[np.ndarray]:
    """Yield the frames of the videos, one after the other and again and again, forwards and backwards."""
    from au_studio.face.opencv import cv2

    for video in itertools.cycle(videos):
        images = [cv2.resize(image, SIZE) for image in pictures(video)]
        yield from images
        yield from images[::-1]


class Log:
    """What was told during one piece of work."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.told: list[Told] = []

    def note(self, fraction: float, left: float | None, doing: str = "") -> None:
        """Keep what is told now."""
        self.told.append((time.monotonic() - self.began, fraction, left, doing))


def watch(film: Path, folder: Path) -> list[Told]:
    """Analyse the recording as the Watch page does, with a child of the window."""
    app = QCoreApplication.instance() or QCoreApplication([])
    live, loop, index, log = LiveAnalysis(), QEventLoop(), index_video(film), Log()
    model = resources.path("models/base.safetensors")
    live.progressed.connect(lambda fraction, _rate, left: log.note(fraction, left))
    live.finished.connect(loop.quit)
    live.failed.connect(lambda error: sys.exit(str(error)))
    aus = read_card(model).config.aus
    output, tracks = folder / "watched.h5", folder / "faces.h5"
    QTimer.singleShot(0, lambda: live.open(film, model, aus, index.pts, output=output, tracks=tracks))
    loop.exec()
    live.close()
    app.processEvents()
    return log.told


def video(film: Path, folder: Path) -> list[Told]:
    """Write an annotated film; the analysis must be there."""
    left, log = TimeLeft(Tempo()), Log()

    def tell(done: int, total: int) -> None:
        if done % 10 == 0 or done == total:
            log.note(done / total, left.seconds_left(Progress(done, total), time.monotonic()))

    analysis = load_analysis(folder / "watched.h5")
    tracks = load_tracks(folder / "faces.h5", landmarks=True)
    look = VideoLook(AUS, "mesh")
    write_annotated_video(folder / "film.mp4", index_video(film), analysis, tracks, look, on_progress=tell)
    return log.told


def of_job(job: Job, folder: Path) -> list[Told]:
    """Run a job in a child, as the window's queue does, and tell of it as the queue does."""
    left, log = TimeLeft(Tempo()), Log()

    def hear(event: Event) -> None:
        if isinstance(event, Progress):
            seconds = left.seconds_left(event, time.monotonic())
            log.note(left.whole.fraction, seconds, event.message)

    run_job(job, folder, hear)
    return log.told


def training(film: Path, folder: Path) -> list[Told]:
    """Fine-tune on 2 % of the frames of three persons."""
    pts = index_video(film).pts
    rng = np.random.default_rng(17)
    recordings = []
    for third, part in enumerate(np.array_split(np.arange(len(pts)), 3)):
        chosen = sorted(rng.choice(part, len(part) // 50, replace=False))
        ratings = tuple(RatedCell(int(pts[p]), au, int(rng.integers(6))) for p in chosen for au in AUS)
        crops = str(folder / f"crops-{third}")
        recordings.append(LabelledRecording(str(film), None, crops, f"P{third}", f"r{third}", ratings))
    model = str(resources.path("models/base.safetensors"))
    job = FinetuneJob(model, str(folder / "new.safetensors"), "told", tuple(recordings), device="cpu")
    return of_job(job, folder / "training")


def analysis(film: Path, folder: Path) -> list[Told]:
    """Analyse a recording as a job."""
    model = str(resources.path("models/base.safetensors"))
    return of_job(AnalyzeJob(str(film), model, output_h5=str(folder / "job.h5")), folder / "analysis")


PARTS: dict[str, Callable[[Path, Path], list[Told]]] = {
    "watch": watch,
    "video": video,
    "analysis": analysis,
    "training": training,
}


def report(name: str, told: list[Told]) -> None:
    """Print what was told against what was true."""
    whole = told[-1][0]
    print(f"{name}: {whole:.1f} s, {len(told)} words")
    marks = iter(np.arange(0.1, 1.0, 0.1))
    mark, before = next(marks), ""
    for seconds, fraction, left, doing in told:
        due = mark is not None and seconds >= mark * whole
        if due or doing != before:
            said = "     –" if left is None else f"{left:6.1f}"
            true = whole - seconds
            print(f"  {seconds:6.1f} s  bar {fraction:4.0%}  told {said} s  true {true:6.1f} s  {doing}")
            mark, before = next(marks, None) if due else mark, doing
    later = [(s, left) for s, _, left, _ in told if 0.2 * whole <= s <= whole - 3]
    factors = [
        np.inf if not left or left <= 0 else max(left / (whole - s), (whole - s) / left) for s, left in later
    ]
    bar = [fraction for _, fraction, *_ in told]
    back = sum(b < a for a, b in itertools.pairwise(bar))
    if factors:
        good = np.mean(np.asarray(factors) <= WITHIN)
        print(f"  from the first fifth on: worst factor {max(factors):.2f}, within {WITHIN}: {good:.1%}")
    print(f"  the bar went back {back} times")


def main() -> None:
    """Measure and print."""
    plain = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=plain)
    parser.add_argument("videos", nargs="+", type=Path)
    parser.add_argument("--part", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--minutes", type=float, default=3.0)
    parser.add_argument("--log", type=Path)
    options = parser.parse_args()
    rows: list[tuple[object, ...]] = [("part", "seconds", "fraction", "told", "true", "doing")]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        film = write_film(
            folder / "long.mp4", shown(options.videos), round(options.minutes * 60 * RATE), rate=RATE
        )
        for part in options.part:
            print(f"load {os.getloadavg()[0]:.1f}", flush=True)
            told = PARTS[part](film, folder)
            report(part, told)
            rows += [(part, s, f, left, told[-1][0] - s, doing) for s, f, left, doing in told]
    if options.log is not None:
        with options.log.open("w", newline="") as stream:
            csv.writer(stream).writerows(rows)


if __name__ == "__main__":
    main()
