"""What a whole analysis costs, start and writing included, in an earlier build and in this one, in turns.

``python tests/benchmarks/whole_analysis.py --before COMMIT [--frames 600] [--rounds 3] [--shared FOLDER]``

Three clips are made of real recordings of the developers' shared folder, 640x480 H.264 at 30 frames/s: one
face without a break (a recording forwards and backwards again and again), a cut every 65 frames, two persons
side by side; and the first 72 frames of the first one, where starting counts. Each build runs as a process of
its own. On a computer that others use, too, only the processor time (user and system) means something, not
the frames/s. Memory is the largest resident set. ``difference`` is the mean absolute difference of the
intensities between the two builds, ``faces apart`` counts frames where only one of them has a face.

Modules are compiled by a first, short analysis that does not count, as installing them does.

With ``--lengths 600 1800 9000`` only this build is looked at: what a further frame costs between one length
of the first clip and the next, which is the same wherever cost is linear in frames.

With ``--reference`` this build is compared with itself in PyTorch alone (`au_studio.nn.engine.NO_ENGINE`).
"""

from __future__ import annotations

import argparse
import csv
import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from films_and_jobs import to_and_fro, write_film

from au_studio.nn.engine import NO_ENGINE

ROOT = Path(__file__).resolve().parents[2]
WIDTH, HEIGHT = 640, 480
SCENE = 65
SIGNED = ("bird", "eat", "sister", "book", "milk", "night", "please", "student", "walk", "yes")
MANNERS: tuple[dict[str, str], ...] = ({}, {NO_ENGINE: "1"})
"""Variables of the environment: as it comes, and in PyTorch alone."""
TALKERS = ("grid/s1_bbaf3s.mpg", "grid/talker_s2.mpg")


@dataclass(frozen=True)
class Cost:
    """What one run cost."""

    seconds: float
    processor: float
    memory: float


def scenes(folder: Path) -> Iterator[np.ndarray]:
    """Yield `SCENE` frames of one recording, then of the next, and so on."""
    for name in itertools.cycle(SIGNED):
        yield from itertools.islice(to_and_fro(folder / "asl" / f"{name}.mkv"), SCENE)


def side_by_side(folder: Path) -> Iterator[np.ndarray]:
    """Yield two talkers beside each other on black."""
    for left, right in zip(*(to_and_fro(folder / name) for name in TALKERS), strict=True):
        picture = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
        for place, shown in enumerate((left, right)):
            picture[96:384, place * 320 : place * 320 + 320] = shown[:288, 20:340]
        yield picture


def write(path: Path, shown: Iterator[np.ndarray], frames: int) -> Path:
    """Write the first frames of an endless film."""
    return write_film(path, shown, frames, preset="veryfast", crf="20")


def analyse(
    build: Path, clip: Path, folder: Path, options: list[str], variables: Mapping[str, str] | None = None
) -> Cost:
    """Analyse a clip with a build; its results lie in the folder afterwards."""
    environment = {**os.environ, "PYTHONPATH": str(build), "CUDA_VISIBLE_DEVICES": "", **(variables or {})}
    command = [sys.executable, "-m", "au_studio", "analyze", str(clip), "-o", str(folder), "--overwrite"]
    started = time.perf_counter()
    with (folder / "output.txt").open("w") as output:
        child = subprocess.Popen(
            [*command, "--device", "cpu", *options], cwd=build, env=environment, stdout=output, stderr=output
        )
        _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{build}: {(folder / 'output.txt').read_text()}")
    memory = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    return Cost(seconds, usage.ru_utime + usage.ru_stime, memory)


def compile_modules(builds: list[Path], film: Iterator[np.ndarray], folder: Path) -> None:
    """Let a first analysis of two frames compile each build, in a folder that all later ones use."""
    os.environ |= {"PYTHONPYCACHEPREFIX": str(folder), "PYTHONDONTWRITEBYTECODE": ""}
    clip = write(folder / "first.mp4", film, 2)
    for build, variables in itertools.product(builds, MANNERS):
        analyse(build, clip, folder, [], variables)


def intensities(folder: Path, clip: Path) -> np.ndarray:
    """Return the intensities that an analysis wrote; NaN without a face."""
    with (folder / f"{clip.stem}.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    names = [name for name in rows[0] if name.endswith("_r")]
    return np.array([[float(row[name] or "nan") for name in names] for row in rows])


def compare(before: Path, clip: Path, frames: int, rounds: int, options: list[str]) -> str:
    """Return one row of the table: medians of both builds, run in turns, and how far their values differ."""
    costs: dict[Path, list[Cost]] = {before: [], ROOT: []}
    values: dict[Path, list[np.ndarray]] = {before: [], ROOT: []}
    with tempfile.TemporaryDirectory() as name:
        for _ in range(rounds):
            for build, spent in costs.items():
                folder = Path(name)
                spent.append(analyse(build, clip, folder, options if build == ROOT else []))
                values[build].append(intensities(folder, clip))
    cells = [clip.stem]
    for what, digits in (("frames/s", 0), ("CPU-ms", 1), ("MB", 0)):
        old, new = (
            statistics.median(
                {"frames/s": frames / c.seconds, "CPU-ms": 1000 * c.processor / frames, "MB": c.memory}[what]
                for c in costs[build]
            )
            for build in (before, ROOT)
        )
        cells.append(f"{old:.{digits}f} → {new:.{digits}f} ({new / old:.2f})")
    first, last = values[before][0], values[ROOT][0]
    steady = all(np.array_equal(last, again, equal_nan=True) for again in values[ROOT])
    other = int((np.isnan(first[:, 0]) != np.isnan(last[:, 0])).sum())
    apart = float(np.nanmean(np.abs(first - last)))
    cells += [f"{apart:.4f}", f"{float(np.nanmax(np.abs(first - last))):.3f}", str(other)]
    return " | ".join([*cells, "yes" if steady else "NO"])


def reference(clip: Path, frames: int) -> str:
    """Return one row of the table of this build beside itself in PyTorch alone."""
    costs, values = [], []
    with tempfile.TemporaryDirectory() as name:
        for variables in MANNERS:
            costs.append(analyse(ROOT, clip, Path(name), [], variables))
            values.append(intensities(Path(name), clip))
    apart = np.abs(values[0] - values[1])
    cells = [clip.stem, " | ".join(f"{1000 * cost.processor / frames:.1f}" for cost in costs)]
    cells += [f"{part:.5f}" for part in (np.nanmean(apart), np.nanquantile(apart, 0.999), np.nanmax(apart))]
    other = int((np.isnan(values[0][:, 0]) != np.isnan(values[1][:, 0])).sum())
    return " | ".join([*cells, f"{other} of {len(apart)}"])


def further_frames(film: Iterator[np.ndarray], lengths: list[int]) -> None:
    """Print what a frame more costs this build between one length of a film and the next."""
    with tempfile.TemporaryDirectory() as name:
        folder, before = Path(name), (0, 0.0)
        shown = list(itertools.islice(film, max(lengths)))
        for frames in sorted(lengths):
            cost = analyse(ROOT, write(folder / f"{frames}.mp4", iter(shown), frames), folder, [])
            each = 1000 * (cost.processor - before[1]) / (frames - before[0])
            print(
                f"{frames} frames: {cost.processor:.1f} CPU-s, {cost.memory:.0f} MB; {each:.2f} CPU-ms for "
                f"each after {before[0]}",
                flush=True,
            )
            before = (frames, cost.processor)


def main() -> None:
    """Make the clips, run the builds in turns, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--before", help="commit of the earlier build")
    parser.add_argument("--lengths", nargs="+", type=int, help="only: is the cost linear in frames?")
    parser.add_argument("--reference", action="store_true", help="only: beside PyTorch alone")
    parser.add_argument("--frames", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--clips", nargs="+", default=["continuous", "cuts", "two", "start"])
    parser.add_argument("options", nargs="*", help="of `analyze` in this build, after --")
    args = parser.parse_args()
    folder = args.shared / "videos"
    films = {
        "continuous": lambda: to_and_fro(folder / "asl/bird.mkv"),
        "cuts": lambda: scenes(folder),
        "two": lambda: side_by_side(folder),
        "start": lambda: to_and_fro(folder / "asl/bird.mkv"),
    }
    if args.lengths or args.reference:
        with tempfile.TemporaryDirectory() as name:
            compile_modules([ROOT], films["start"](), Path(name))
            if args.lengths:
                further_frames(films["continuous"](), args.lengths)
                return
            print("clip | CPU-ms | in PyTorch | difference | of 1 in 1000 | largest | faces apart")
            for clip in args.clips:
                frames = 72 if clip == "start" else args.frames
                path = write(Path(name) / f"{clip}.mp4", films[clip](), frames)
                print(reference(path, frames), flush=True)
        return
    if args.before is None:
        parser.error("--before COMMIT is missing")
    with tempfile.TemporaryDirectory() as name:
        before = Path(name) / "before"
        subprocess.run(
            ["git", "worktree", "add", "-q", "--detach", before, args.before], cwd=ROOT, check=True
        )
        try:
            modules = Path(name) / "modules"
            modules.mkdir()
            compile_modules([before, ROOT], films["start"](), modules)
            print(
                "clip | frames/s | CPU-ms a frame | MB | difference | largest | faces apart | same each run"
            )
            for clip in args.clips:
                frames = 72 if clip == "start" else args.frames
                path = write(Path(name) / f"{clip}.mp4", films[clip](), frames)
                print(compare(before, path, frames, args.rounds, args.options), flush=True)
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", before], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
