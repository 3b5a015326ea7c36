"""What benchmarks share: recordings made of others, and a job run in a child as the window runs it."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from au_studio.jobs.job import Job, save_job
from au_studio.jobs.process import JobProcess
from au_studio.jobs.protocol import Event, Failed


def pictures(path: Path) -> list[np.ndarray]:
    """Return every frame of a recording as RGB."""
    with av.open(str(path)) as container:
        return [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]


def to_and_fro(path: Path) -> Iterator[np.ndarray]:
    """Yield a recording forwards, backwards, forwards …, without end and without a jump."""
    shown = pictures(path)
    yield from itertools.cycle(shown + shown[-2:0:-1])


def write_film(
    path: Path, shown: Iterator[np.ndarray], frames: int, *, rate: int = 30, **options: str
) -> Path:
    """Write the first frames of an endless film as H.264, as large as its first one; `options` are x264's."""
    first = next(shown)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=rate, options={"preset": "ultrafast", **options})
        stream.height, stream.width = first.shape[:2]
        stream.pix_fmt, stream.time_base = "yuv420p", Fraction(1, rate)
        for picture in itertools.islice(itertools.chain([first], shown), frames):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode(None))
    return path


def run_job(job: Job, folder: Path, hear: Callable[[Event], None]) -> None:
    """Run a job in a child, with its file in a new folder; whatever fails ends the program."""

    def listen(event: Event) -> None:
        hear(event)
        if isinstance(event, Failed):
            sys.exit(f"{event.message}\n{event.details}")

    folder.mkdir()
    save_job(job, folder / "job.json")
    process = JobProcess(folder / "job.json", listen)
    process.start()
    process.wait()
