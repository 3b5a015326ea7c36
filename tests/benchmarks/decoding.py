"""What decoding costs beside the whole analysis, and what handing it to a graphics card would cost.

``python tests/benchmarks/decoding.py FOLDER [--shared FOLDER] [--sizes 640x480 1920x1080 3840x2160]``

A film of a real face is made in FOLDER in each size (unless it is there), H.264 at 30 frames/s with a key
frame every two seconds, with a little noise, as cameras have it. Then, in CPU-ms a frame, one thread each:

* decoding alone, by software, without colours;
* what the processor does for a graphics card besides, of pictures that lie in memory as cards hand them over:
  into the software's form (large pictures stay as they are), and comparing one (an eighth of the pictures is
  compared, and decoded twice);
* a further frame of the whole analysis: the difference between a long and a short film.

No graphics card is used: what it takes to hand a picture over is not in these figures.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.video.reformatter import VideoReformatter

sys.path.insert(0, str(Path(__file__).parent))

from whole_analysis import ROOT, analyse, compile_modules, to_and_fro

from au_studio.video.card_source import GROUPS, difference
from au_studio.video.planes import has_planes, three_planes
from au_studio.video.source import Damage, VideoSource

RATE, KEYS = 30, 60
LENGTHS = {"640x480": (700, 1900), "1920x1080": (150, 450), "3840x2160": (180, 360)}
"""Frames of the short and the long film: with fewer all are decoded once more for the index."""
MEGABITS = {"640x480": 2, "1920x1080": 12, "3840x2160": 50}
"""Of a second, about as cameras and phones write them: what decoding costs goes by them, too."""
NOISE = 4.0
"""Standard deviation of the noise, in grey levels."""


def write(path: Path, shown: Iterator[np.ndarray], size: tuple[int, int], frames: int, megabits: int) -> None:
    """Write the first frames of an endless film in another size."""
    noise = np.random.default_rng(0).normal(0, NOISE, (size[1] + 64, size[0] + 64, 1)).astype(np.int16)
    places = np.random.default_rng(1)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=RATE, options={"preset": "veryfast"})
        stream.width, stream.height = size
        stream.pix_fmt, stream.time_base = "yuv420p", Fraction(1, RATE)
        stream.codec_context.gop_size, stream.bit_rate = KEYS, megabits * 1_000_000
        for picture in itertools.islice(shown, frames):
            made = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(
                *size, interpolation="BICUBIC"
            )
            x, y = places.integers(0, 64, 2)
            grain = noise[y : y + size[1], x : x + size[0]]
            grainy = np.clip(made.to_ndarray(format="rgb24") + grain, 0, 255).astype(np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(grainy, format="rgb24")))
        container.mux(stream.encode(None))


def spent(work: Callable[[], Any]) -> float:
    """Return the CPU-seconds of this process that something takes."""
    before = time.process_time()
    work()
    return time.process_time() - before


def decoding(path: Path) -> float:
    """Return the CPU-ms a frame of decoding alone."""
    with VideoSource(path, threads=1) as source:
        count = 0

        def work() -> None:
            nonlocal count
            for _ in source.frames(Damage()):
                count += 1

        seconds = spent(work)
    return 1000 * seconds / count


def beside_a_card(path: Path) -> tuple[float, float]:
    """Return the CPU-ms of bringing a picture into the software's form, and of comparing one."""
    with VideoSource(path, threads=1) as source:
        pictures = list(itertools.islice(source.frames(Damage()), 12))
    given = [picture.reformat(format="nv12", threads=1) for picture in pictures]
    converter, rounds = VideoReformatter(), 5
    made: list[Any] = []

    def form() -> None:
        for picture in given * rounds:
            made.append(picture if has_planes(picture) else three_planes(picture, converter))

    forming = spent(form)
    pairs = list(zip(made, pictures * rounds, strict=True))
    different: list[Any] = []
    comparing = spent(lambda: different.extend(filter(None, (difference(*pair) for pair in pairs))))
    assert not different, different[0]
    return 1000 * forming / len(pairs), 1000 * comparing / len(pairs)


def further_frame(films: list[Path], lengths: tuple[int, int]) -> float:
    """Return the CPU-ms of a further frame of the whole analysis."""
    with tempfile.TemporaryDirectory() as folder:
        short, long = (analyse(ROOT, film, Path(folder), []).processor for film in films)
    return 1000 * (long - short) / (lengths[1] - lengths[0])


def main() -> None:
    """Print a row for every size."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--sizes", nargs="+", default=list(LENGTHS), choices=LENGTHS)
    parser.add_argument("--make-only", action="store_true", help="make the films and measure nothing")
    given = parser.parse_args()
    source = given.shared / "videos" / "asl" / "bird.mkv"
    given.folder.mkdir(exist_ok=True)
    for name in given.sizes:
        films = [given.folder / f"{name}-{frames}.mp4" for frames in LENGTHS[name]]
        for film, frames in zip(films, LENGTHS[name], strict=True):
            if not film.exists():
                width, height = map(int, name.split("x"))
                part = film.with_suffix(".part.mp4")
                write(part, to_and_fro(source), (width, height), frames, MEGABITS[name])
                part.rename(film)
        if given.make_only:
            continue
        with tempfile.TemporaryDirectory() as cache:
            compile_modules([ROOT], to_and_fro(source), Path(cache))
            alone, whole = decoding(films[1]), further_frame(films, LENGTHS[name])
        forming, comparing = beside_a_card(films[0])
        rate = films[1].stat().st_size * 8 / (LENGTHS[name][1] / RATE) / 1e6
        left = forming + (alone + comparing) / GROUPS
        sys.stdout.write(
            f"{name} ({rate:.1f} Mbit/s): decoding {alone:.2f} of {whole:.1f} CPU-ms a frame; for a card: "
            f"into the software's form {forming:.2f}, comparing {comparing:.2f}; so {left:.2f} or "
            f"more are left of decoding's {alone:.2f}\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main()
