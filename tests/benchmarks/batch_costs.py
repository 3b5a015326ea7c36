"""What a batch costs: ``python tests/benchmarks/batch_costs.py FOLDER_OF_VIDEOS [PART ...]``.

Parts: ``sizes`` (CPU-seconds, memory and disk for an hour of video at several picture sizes), ``workers``
(1 against 2 recordings at once, and against a local cluster of 2), ``cluster`` (the last two of these alone),
``large`` (1 against 2 at once with large pictures: what people wait, and the memory of each process),
``four`` (1, 2 and 4 at once of four recordings, and a local cluster of 2 beside 2 at once, in turns),
``scheduler`` (100,000 tasks of no work), ``store`` (summaries written and joined).
The videos are faces to film from: the picture sizes are made by enlarging them.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import psutil

from au_studio.cli.analyze import recordings_in
from au_studio.face.opencv import cv2
from au_studio.jobs.cluster_options import _SLURM_PROLOGUE

SIZES = {"640x480": (640, 480), "1920x1080": (1920, 1080), "3840x2160": (3840, 2160)}
FRAMES = {"640x480": 300, "1920x1080": 240, "3840x2160": 90}
RATE = 30
REPOSITORY = Path(__file__).parents[2]


def pictures(videos: list[Path]) -> Iterator[np.ndarray]:
    """Yield the frames of the videos one after the other, again and again."""
    while True:
        for video in videos:
            with av.open(str(video)) as container:
                for frame in container.decode(video=0):
                    yield frame.to_ndarray(format="rgb24")


def film(path: Path, videos: list[Path], size: tuple[int, int], n_frames: int) -> Path:
    """Write a recording of that size."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=RATE, options={"preset": "ultrafast"})
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        stream.time_base = stream.codec_context.time_base = Fraction(1, RATE)
        for number, image in zip(range(n_frames), pictures(videos), strict=False):
            frame = av.VideoFrame.from_ndarray(cv2.resize(image, size), format="rgb24")
            frame.pts, frame.time_base = number, stream.codec_context.time_base
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


def analyze(videos: Path, out: Path, *more: str) -> tuple[float, float, dict]:
    """Run the command; return seconds on the wall, of the processors, and its record."""
    command = [sys.executable, "-m", "au_studio", "analyze", str(videos), "-o", str(out), *more]
    began = time.perf_counter()
    process = subprocess.Popen(
        command, env={**os.environ, "PYTHONPATH": str(REPOSITORY)}, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    assert status == 0, f"{command} failed"
    told = json.loads((out / "batch.json").read_text(encoding="utf-8"))
    return time.perf_counter() - began, used.ru_utime + used.ru_stime, told


def film_apart(path: Path, videos: list[Path], size: tuple[int, int], n_frames: int) -> None:
    """Film in a process of its own: what that needs would count as memory of what is started later."""
    words = [str(path), *map(str, (*size, n_frames)), *map(str, videos)]
    subprocess.run([sys.executable, "-c", FILM, *words], check=True, cwd=Path(__file__).parent)


FILM = """
import sys, pathlib, batch_costs
path, width, height, frames, *videos = sys.argv[1:]
batch_costs.film(pathlib.Path(path), [*map(pathlib.Path, videos)], (int(width), int(height)), int(frames))
"""


def sizes(folder: Path, videos: list[Path]) -> None:
    """Measure an hour at several picture sizes, as a worker with one thread has it; the start apart."""
    import torch

    from au_studio.allocation import allocate_steadily
    from au_studio.analysis.models import find_model
    from au_studio.jobs.analyze import run
    from au_studio.jobs.control import Control
    from au_studio.jobs.job import AnalyzeJob
    from au_studio.jobs.protocol import Event, Progress
    from au_studio.jobs.worker import peak_memory

    allocate_steadily()
    torch.set_num_threads(1)
    model = find_model(None)
    for name, size in SIZES.items():
        film_path = folder / f"{name}.mp4"
        film_apart(film_path, videos, size, FRAMES[name])
        marks: list[tuple[int, float]] = []

        def mark(event: Event, marks: list[tuple[int, float]] = marks) -> None:
            if isinstance(event, Progress) and event.done:
                marks.append((event.done, time.process_time()))

        out = folder / name
        job = AnalyzeJob(
            video=str(film_path),
            model=str(model.path),
            output_h5=str(out / "a.h5"),
            output_csv=str(out / "a.csv"),
            device="cpu",
            threads=1,
            formats=("openface", "parquet"),
        )
        began = time.perf_counter()
        frames = run(job, mark, Control())["frames"]
        # The first frames wait for libraries and the network; the tables are written after the last ones.
        used = (time.process_time() - marks[0][1]) / (frames - marks[0][0])
        hour = RATE * 3600
        print(
            f"{name}: {frames} frames, {used * 1e3:.1f} CPU-ms a frame, {used * hour / 60:.0f} CPU-minutes "
            f"an hour at {RATE} frames/s; wall {time.perf_counter() - began:.1f} s, "
            f"load {os.getloadavg()[0]:.1f}, peak {(peak_memory() or 0) / 2**20:.0f} MiB"
        )
        disk = {path.name: path.stat().st_size for path in out.rglob("a.*")}
        print(f"  disk, MiB an hour: { {n: round(b * hour / frames / 2**20, 1) for n, b in disk.items()} }")


WAYS = {
    "1 at a time": ("--workers", "1"),
    "2 at once": ("--workers", "2"),
    "cluster of 2": ("--workers", "2", "--cluster", "local"),
}


def workers(
    folder: Path, videos: list[Path], names: tuple[str, ...] = tuple(WAYS), frames: int = 600
) -> None:
    """Compare one recording at a time with two, and with two workers of a local cluster; the start apart."""
    place, brief = folder / "many", folder / "brief"
    for where, n_frames in ((place, frames), (brief, 16)):
        where.mkdir()
        for number in range(2):
            film(where / f"v{number}.mp4", videos[number:] + videos[:number], (640, 480), n_frames)
    for name in names:
        _, start, _ = analyze(brief, folder / f"brief {name}", *WAYS[name])
        wall, cpu, told = analyze(place, folder / name, *WAYS[name])
        done = sum(entry["rows"] for entry in told["recordings"])
        peaks = [entry["peak_memory"] for entry in told["recordings"] if entry["peak_memory"]]
        peak = f", at most {max(peaks) / 2**20:.0f} MiB a process" if peaks else ""
        print(
            f"{name}: start {start:.1f} CPU-s; then {(cpu - start) / (done - 32) * 1e3:.1f} CPU-ms a frame; "
            f"{done} frames in {wall:.0f} s{peak}, load {os.getloadavg()[0]:.1f}",
            flush=True,
        )


def large(folder: Path, videos: list[Path], n: int = 2, turns: int = 2) -> None:
    """Compare one recording at a time with two at once, in turns, with large pictures; the start included."""
    ways = {"1 at a time, one thread": (*WAYS["1 at a time"], "--threads", "1"), **WAYS}
    del ways["cluster of 2"]
    for name in ("1920x1080", "3840x2160"):
        place = folder / name
        place.mkdir()
        for number in range(n):
            order = videos[number:] + videos[:number]
            film_apart(place / f"v{number}.mp4", order, SIZES[name], FRAMES[name])
        for turn in range(turns):
            for way, words in ways.items():
                wall, cpu, told = analyze(place, folder / f"{name} {way} {turn}", *words)
                rows = sum(entry["rows"] for entry in told["recordings"])
                peaks = [entry["peak_memory"] or 0 for entry in told["recordings"]]
                print(
                    f"{name}, {way}: {rows} frames in {wall:.1f} s, {rows / wall:.1f} a second, {cpu:.1f} "
                    f"CPU-s, at most {max(peaks) / 2**20:.0f} MiB a process, load {os.getloadavg()[0]:.1f}",
                    flush=True,
                )


def four(folder: Path, videos: list[Path], n: int = 4, frames: int = 300, turns: int = 1) -> None:
    """Compare 1, 2 and 4 recordings at once, and a cluster of 2, in turns; the start included."""
    place, one = folder / "four", ("--workers", "1")
    place.mkdir()
    for number in range(n):
        film_apart(place / f"v{number}.mp4", videos[number:] + videos[:number], (640, 480), frames)
    ways = {"1, one thread": (*one, "--threads", "1"), **WAYS, "4 at once": ("--workers", "4")}
    for turn in range(turns):
        for way, words in ways.items():
            wall, cpu, told = analyze(
                place, folder / f"four {way} {turn}", *words, "--format", "openface", "parquet"
            )
            rows = sum(entry["rows"] for entry in told["recordings"])
            peaks = [entry["peak_memory"] or 0 for entry in told["recordings"]]
            print(
                f"{way}: {rows} frames in {wall:.1f} s, {rows / wall:.1f} a second, {cpu:.1f} CPU-s, at most "
                f"{max(peaks) / 2**20:.0f} MiB a process, load {os.getloadavg()[0]:.1f}",
                flush=True,
            )


def cluster(folder: Path, videos: list[Path]) -> None:
    """Compare the local pool with a local cluster of as many workers."""
    workers(folder, videos, ("2 at once", "cluster of 2"))


def store(folder: Path, _videos: list[Path], n: int = 200) -> None:
    """Write the summaries of so many recordings one by one, and join them, as a batch does at its end."""
    from large_study import FRAMES, analysis_of

    from au_studio.analysis.models import available_models
    from au_studio.export import parquet, summary_csv
    from au_studio.export.summary_csv import SummarySource

    analysis = analysis_of("0", available_models()[0], np.arange(FRAMES, dtype=np.int64) * 40)
    sources = [SummarySource(f"r{number:05d}", "Base", analysis) for number in range(n)]
    for ending, write, join in (
        ("csv", lambda path, source: summary_csv.write(path, [source]), summary_csv.join),
        ("parquet", parquet.write_summary, parquet.join_summaries),
    ):
        parts = [folder / f"{source.recording}.{ending}" for source in sources]
        began, cpu = time.perf_counter(), time.process_time()
        for path, source in zip(parts, sources, strict=True):
            write(path, source)
        told = [(n, time.perf_counter() - began, time.process_time() - cpu)]
        began, cpu = time.perf_counter(), time.process_time()
        rows = join(folder / f"all.{ending}", parts)
        told.append((n, time.perf_counter() - began, time.process_time() - cpu))
        for what, (count, wall, used) in zip(("written", "joined"), told, strict=True):
            print(
                f"{ending}: {count} summaries ({rows} rows) {what}: {count / used:.0f} a CPU-second, "
                f"{count / wall:.0f} a second, load {os.getloadavg()[0]:.1f}",
                flush=True,
            )


def nothing(number: int) -> int:
    """Do nothing."""
    return number


@contextlib.contextmanager
def dask_cluster(folder: Path, n_workers: int) -> Iterator[tuple[str, list[psutil.Process]]]:
    """Yield the address of a scheduler and the processes: it first, then its workers, each by itself."""
    place, here = folder / "scheduler.json", ["--host", "127.0.0.1", "--no-dashboard"]
    settings = (line.removeprefix("export ").partition("=") for line in _SLURM_PROLOGUE)
    environment = {**os.environ, **{name: value for name, _, value in settings}}
    words = [["dask_scheduler", *here, "--port", "0", "--scheduler-file", str(place)]]
    words += [
        ["dask_worker", *here, "--no-nanny", "--nthreads", "1", "--scheduler-file", str(place)]
    ] * n_workers
    with contextlib.ExitStack() as stack:
        processes = []
        for name, *more in words:
            command = [sys.executable, "-m", f"distributed.cli.{name}", *more]
            process = subprocess.Popen(
                command, cwd=Path(__file__).parent, env=environment, stderr=subprocess.DEVNULL
            )
            stack.callback(process.wait)
            stack.callback(process.kill)
            processes.append(psutil.Process(process.pid))
            while not place.is_file():
                time.sleep(0.1)
        yield json.loads(place.read_text())["address"], processes


def scheduler(folder: Path, _videos: list[Path], tasks: int = 100_000, flying: int = 1000) -> None:
    """Send tasks of no work through a real scheduler to two workers, 1,000 to 2,000 at a time."""
    import distributed

    def used(processes: list[psutil.Process]) -> list[float]:
        return [sum(process.cpu_times()[:2]) for process in processes]

    with dask_cluster(folder, 2) as (address, processes), distributed.Client(address) as client:
        client.wait_for_workers(2)
        everybody = [*processes, psutil.Process()]
        began, before = time.perf_counter(), used(everybody)
        memory = processes[0].memory_info().rss
        coming, done = client.map(nothing, range(flying), pure=False), 0
        for first in range(flying, tasks + flying, flying):
            futures, coming = (
                coming,
                client.map(nothing, range(first, min(first + flying, tasks)), pure=False),
            )
            done += len(client.gather(futures))
            if done % 10_000 == 0:
                wall = time.perf_counter() - began
                cost = [(now - then) / done * 1e3 for now, then in zip(used(everybody), before, strict=True)]
                print(
                    f"{done} tasks in {wall:.0f} s, {done / wall:.0f} a second; CPU-ms a task: scheduler "
                    f"{cost[0]:.2f}, workers {sum(cost[1:3]):.2f}, client {cost[3]:.2f}; scheduler "
                    f"{memory / 2**20:.0f} to {processes[0].memory_info().rss / 2**20:.0f} MiB, "
                    f"load {os.getloadavg()[0]:.1f}",
                    flush=True,
                )


PARTS = {
    "sizes": sizes,
    "workers": workers,
    "large": large,
    "four": four,
    "cluster": cluster,
    "scheduler": scheduler,
    "store": store,
}


def main() -> None:
    """Measure."""
    parts = sys.argv[2:] or ["sizes", "workers", "scheduler"]
    videos = recordings_in(Path(sys.argv[1]))
    with tempfile.TemporaryDirectory() as folder:
        for part in parts:
            place = Path(folder) / part
            place.mkdir()
            PARTS[part](place, videos)


if __name__ == "__main__":
    main()
