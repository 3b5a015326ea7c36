"""How fast recordings are indexed and read: ``python tests/benchmarks/video_reading.py [VIDEO …]``.

Without arguments it writes a clip of its own (a minute of 640x480 H.264 at 30 frames/s with B-frames).
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import av
import numpy as np

from au_studio.video.cache import FrameCache
from au_studio.video.hashing import content_hash
from au_studio.video.index import VideoIndex, index_video
from au_studio.video.reader import FrameReader

N_RANDOM = 40


def write_minute(path: Path) -> Path:
    """Write the clip that is measured by default: noise that moves, so that the decoder has work to do."""
    rng = np.random.default_rng(0)
    texture = rng.integers(0, 255, (60, 80, 3), np.uint8).repeat(16, 0).repeat(16, 1)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=30, options={"preset": "veryfast"})
        stream.width, stream.height, stream.pix_fmt = 640, 480, "yuv420p"
        for number in range(1800):
            x, y = int(300 + 290 * np.sin(number / 40)), int(200 + 190 * np.cos(number / 55))
            view = np.ascontiguousarray(texture[y : y + 480, x : x + 640])
            container.mux(stream.encode(av.VideoFrame.from_ndarray(view, format="rgb24")))
        container.mux(stream.encode(None))
    return path


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds one run takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def read_all(index: VideoIndex) -> None:
    """Read a recording from start to end."""
    with FrameReader(index) as reader:
        for _ in reader.frames():
            pass


def read_at(index: VideoIndex, positions: Iterable[int], cache: FrameCache) -> None:
    """Read single frames in the order given."""
    with FrameReader(index, cache) as reader:
        for position in positions:
            reader.read(position)


def measure(path: Path) -> str:
    """Measure one recording and return one line of figures."""
    start = time.perf_counter()
    index = index_video(path)
    indexing = time.perf_counter() - start
    positions = np.random.default_rng(1).integers(0, index.n_frames, N_RANDOM).tolist()
    back = list(range(index.n_frames - 1, max(-1, index.n_frames - 100), -1))
    return (
        f"{path.name}: {index.codec} {index.width}x{index.height}, {index.n_frames} frames, "
        f"{index.duration:.1f} s | index {indexing:.3f} s, hash {timed(lambda: content_hash(path)):.3f} s | "
        f"forward {index.n_frames / timed(lambda: read_all(index)):.0f} frames/s | "
        f"random {timed(lambda: read_at(index, positions, FrameCache(0))) / N_RANDOM * 1000:.1f} ms/frame | "
        f"back {timed(lambda: read_at(index, back, FrameCache(256 << 20))) / len(back) * 1000:.1f} ms/frame"
    )


def main() -> None:
    """Measure the files named on the command line, or the default clip."""
    paths = [Path(name) for name in sys.argv[1:]]
    with tempfile.TemporaryDirectory() as folder:
        for path in paths or [write_minute(Path(folder) / "minute.mp4")]:
            print(measure(path))


if __name__ == "__main__":
    main()
