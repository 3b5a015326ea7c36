"""How long fine-tuning takes: ``python tests/benchmarks/finetune_speed.py [--frames N] [--steps N]``.

Rates 2 % of a recording of ten minutes at 30 frames/s (360 frames) with made-up levels, fine-tunes the
shipped model on them twice, each time in a job's child process, and prints what each part took. The second
time the crops are on the disk already. Without --video the demo's first clip is repeated to ten minutes.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path

import numpy as np
from films_and_jobs import run_job, to_and_fro, write_film

from au_studio import resources
from au_studio.jobs.job import FinetuneJob, LabelledRecording, RatedCell
from au_studio.jobs.protocol import Done, Event, Progress
from au_studio.learn.stage2.finetune import FinetuneSettings
from au_studio.video.index import index_video

MINUTES, RATE = 10, 30
AUS = (1, 2, 4, 5, 6, 9, 12, 15, 17, 20, 25, 26)


def job_on(video: Path, frames: int, folder: Path, steps: int) -> FinetuneJob:
    """Return a job on so many frames at random."""
    pts = index_video(video).pts
    rng = np.random.default_rng(17)
    chosen = rng.choice(len(pts), frames, replace=False)
    ratings = tuple(RatedCell(int(pts[p]), au, int(rng.integers(6))) for p in sorted(chosen) for au in AUS)
    return FinetuneJob(
        model=str(resources.path("models/base.safetensors")),
        output=str(folder / "new.safetensors"),
        name="speed",
        recordings=(LabelledRecording(str(video), None, str(folder / "crops"), "P", "r", ratings),),
        settings={"steps": steps},
        device="cpu",
    )


def run(job: FinetuneJob, folder: Path) -> dict[str, float]:
    """Run the job as the window does; return seconds from start to end, by what it was doing."""
    spent: dict[str, float] = {}
    doing, since = "Starting", time.perf_counter()

    def hear(event: Event) -> None:
        nonlocal doing, since
        now = time.perf_counter()
        if (isinstance(event, Progress) and event.message != doing) or isinstance(event, Done):
            spent[doing] = spent.get(doing, 0.0) + now - since
            doing, since = getattr(event, "message", "Ending"), now

    run_job(job, folder, hear)
    return spent


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--video", type=Path)
    parser.add_argument("--frames", type=int, default=360)
    parser.add_argument(
        "--steps",
        type=int,
        default=FinetuneSettings.steps,
        help="steps of the whole network after the fit (default: as in the program)",
    )
    options = parser.parse_args()
    print(f"{os.cpu_count()} cores, load before: {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        demo = resources.path("demo/person_a.mp4")
        video = options.video or write_film(
            folder / "long.mp4", to_and_fro(demo), MINUTES * 60 * RATE, rate=RATE
        )
        job = job_on(video, options.frames, folder, options.steps)
        for what in ("crops to be cut", "crops on the disk"):
            # A folder each: the second would go on from where the first ended.
            spent = run(job, folder / what)
            parts = ", ".join(f"{text.lower()} {seconds:.1f} s" for text, seconds in spent.items())
            print(
                f"{options.frames} rated frames, {what}: {sum(spent.values()):.1f} s in all ({parts})",
                flush=True,
            )
        size = (folder / "crops.u8").stat().st_size / 1e6
        print(f"crops on the disk: {size:.0f} MB; load after: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
