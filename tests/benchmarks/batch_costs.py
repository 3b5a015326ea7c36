"""What a batch costs: ``python tests/benchmarks/batch_costs.py FOLDER_OF_VIDEOS [PART ...]``.

Parts: ``sizes`` (CPU-seconds, memory and disk for an hour of video at several picture sizes), ``workers``
(1 against 2 recordings at once, and against a local cluster of 2), ``scheduler`` (100,000 tasks of no work).
The videos are faces to film from: the picture sizes are made by enlarging them.
"""

from __future__ import annotations

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

from au_studio.cli.analyze import recordings_in
from au_studio.face.opencv import cv2

SIZES = {"640x480": (640, 480), "1920x1080": (1920, 1080), "3840x2160": (3840, 2160)}
FRAMES = {"640x480": 600, "1920x1080": 450, "3840x2160": 200}
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


def sizes(folder: Path, videos: list[Path]) -> None:
    """Measure an hour at several picture sizes, with one worker and one thread."""
    os.environ["OMP_NUM_THREADS"] = "1"
    for name, size in SIZES.items():
        place = folder / name
        place.mkdir()
        film(place / "a.mp4", videos, size, FRAMES[name])
        (folder / f"empty {name}").mkdir()
        film(folder / f"empty {name}" / "a.mp4", videos, size, 16)
        _, start, _ = analyze(folder / f"empty {name}", folder / f"out empty {name}", "--workers", "1")
        wall, cpu, told = analyze(
            place, folder / f"out {name}", "--workers", "1", "--format", "openface", "parquet"
        )
        (entry,) = told["recordings"]
        frames = entry["rows"]
        hour = RATE * 3600 / frames
        disk = {path.name: path.stat().st_size for path in (folder / f"out {name}").rglob("a.*")}
        used = cpu - start
        print(
            f"{name}: {frames} frames, {used / frames * 1e3:.1f} CPU-ms a frame, {used * hour / 60:.0f} "
            f"CPU-minutes an hour at {RATE} frames/s; start {start:.1f} CPU-s, wall {wall:.1f} s, "
            f"load {os.getloadavg()[0]:.1f}, peak {(entry['peak_memory'] or 0) / 2**20:.0f} MiB"
        )
        told = {ending: round(n * hour / 2**20, 1) for ending, n in disk.items()}
        print(f"  disk, MiB an hour: {told}")


def workers(folder: Path, videos: list[Path]) -> None:
    """Compare one recording at a time with two, and with two workers of a local cluster."""
    place = folder / "many"
    place.mkdir()
    for number in range(4):
        film(place / f"v{number}.mp4", videos[number:] + videos[:number], (640, 480), 250)
    ways = {
        "1 at a time": ("--workers", "1"),
        "2 at once": ("--workers", "2"),
        "cluster of 2": ("--workers", "2", "--cluster", "local"),
    }
    for turn in range(1):
        for name, options in ways.items():
            wall, cpu, told = analyze(place, folder / f"{name} {turn}", *options)
            frames = sum(entry["rows"] for entry in told["recordings"])
            peaks = [entry["peak_memory"] for entry in told["recordings"] if entry["peak_memory"]]
            peak = f", at most {max(peaks) / 2**20:.0f} MiB a process" if peaks else ""
            load = os.getloadavg()[0]
            print(
                f"{name}: {frames / wall:.1f} frames/s, {wall:.1f} s, CPU {cpu:.1f} s{peak}, load {load:.1f}"
            )


def nothing(number: int) -> int:
    """Do nothing."""
    return number


def scheduler(_folder: Path, _videos: list[Path], tasks: int = 100_000) -> None:
    """Send tasks of no work through a real scheduler to two workers, as many at a time as a batch would."""
    import distributed

    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, memory_limit=None
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        began, cpu, done = time.perf_counter(), time.process_time(), 0
        for first in range(0, tasks, 1000):
            futures = client.map(nothing, range(first, first + 1000), pure=False)
            done += len(client.gather(futures))
            if done % 10_000 == 0:
                wall, used = time.perf_counter() - began, time.process_time() - cpu
                print(
                    f"{done} tasks: {done / wall:.0f} a second, {used / done * 1e3:.2f} CPU-ms each of the "
                    f"scheduler and the client, load {os.getloadavg()[0]:.1f}",
                    flush=True,
                )


def main() -> None:
    """Measure."""
    parts = sys.argv[2:] or ["sizes", "workers", "scheduler"]
    videos = recordings_in(Path(sys.argv[1]))
    with tempfile.TemporaryDirectory() as folder:
        for part in parts:
            {"sizes": sizes, "workers": workers, "scheduler": scheduler}[part](Path(folder), videos)


if __name__ == "__main__":
    main()
