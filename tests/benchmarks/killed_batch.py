"""A batch that is killed at random: ``python tests/benchmarks/killed_batch.py FOLDER_OF_VIDEOS [SEED]``.

Makes 30 short recordings of many kinds out of the videos (faces to film from), three of them bad, and has
``au-studio analyze --workers 2`` analyse them once undisturbed. Then the same is begun in another folder and
killed five times at random moments (the program alone, or all its processes), and run to its end. Whatever
differs, or was done twice although it was finished, is an error.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import h5py
import numpy as np
import pyarrow.parquet as pq
from batch_costs import pictures

from au_studio.cli.analyze import recordings_in
from au_studio.face.opencv import cv2

KINDS: tuple[dict[str, Any], ...] = (
    {"ending": "mp4", "codec": "libx264", "size": (640, 480), "rate": 30, "frames": 34},
    {"ending": "mp4", "codec": "libx264", "size": (1280, 720), "rate": 25, "frames": 18},
    {"ending": "mov", "codec": "mpeg4", "size": (480, 360), "rate": 24, "frames": 22},
    {"ending": "avi", "codec": "mjpeg", "size": (320, 240), "rate": 15, "frames": 20},
    {"ending": "webm", "codec": "libvpx", "size": (640, 360), "rate": 30, "frames": 16},
    {"ending": "mkv", "codec": "libx264", "size": (360, 640), "rate": 30, "frames": 28, "uneven": True},
    {"ending": "mpg", "codec": "mpeg1video", "size": (352, 288), "rate": 25, "frames": 20},
    {"ending": "mp4", "codec": "libx264", "size": (640, 480), "rate": 50, "frames": 40},
    {"ending": "mp4", "codec": "libx264", "size": (320, 240), "rate": 30, "frames": 15, "empty": True},
)
KILLS = 5
N_READABLE = 28
"""27 good recordings, and what can be read of the one that is cut short."""
REPOSITORY = Path(__file__).parents[2]
TABLES = ("openface", "events", "summary", "parquet", "mne", "bids")


def film(path: Path, videos: list[Path], kind: dict[str, Any]) -> Path:
    """Write a recording of a kind."""
    step, chance = Fraction(1, kind["rate"]), random.Random(path.name)
    with av.open(str(path), "w") as container:
        quick = {"libx264": {"preset": "ultrafast"}, "libvpx": {"deadline": "realtime", "cpu-used": "8"}}
        stream = container.add_stream(kind["codec"], rate=kind["rate"], options=quick.get(kind["codec"], {}))
        stream.width, stream.height = kind["size"]
        stream.pix_fmt = "yuvj420p" if kind["codec"] == "mjpeg" else "yuv420p"
        base = stream.codec_context.time_base = Fraction(1, 1000) if kind.get("uneven") else step
        for number, image in zip(range(kind["frames"]), pictures(videos), strict=False):
            scaled = cv2.resize(image, kind["size"])
            frame = av.VideoFrame.from_ndarray(scaled * (not kind.get("empty")), format="rgb24")
            late = chance.randrange(20) if kind.get("uneven") else 0
            frame.pts, frame.time_base = int(number * step / base) + late, base
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


def fill(folder: Path, videos: list[Path]) -> None:
    """Make 27 good recordings, one cut short, one empty, and one of noise."""
    folder.mkdir()
    for number in range(27):
        kind = KINDS[number % len(KINDS)]
        order = videos[number % len(videos) :] + videos[: number % len(videos)]
        film(folder / f"{number:02d} {kind['codec']}.{kind['ending']}", order, kind)
    whole = film(folder / "whole.mpg", videos, KINDS[6])
    (folder / "cut.mpg").write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    whole.unlink()
    (folder / "empty.mp4").touch()
    (folder / "noise.mp4").write_bytes(random.Random(1).randbytes(100_000))


def begin(videos: Path, out: Path) -> subprocess.Popen[bytes]:
    """Start the command in a process group of its own."""
    program = [sys.executable, "-m", "au_studio", "analyze", str(videos), "-o", str(out)]
    options = ["--workers", "2", "--format", *TABLES]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    return subprocess.Popen(
        [*program, *options], env=environment, stderr=subprocess.DEVNULL, start_new_session=True
    )


def finished(out: Path) -> dict[str, int]:
    """Return when the intensities of each recording were written whose sidecar is there."""
    done = [path.stem for path in out.glob("[!.]*.json") if path.name != "batch.json"]
    return {name: (out / f"{name}.h5").stat().st_mtime_ns for name in done}


def differences(first: Path, second: Path) -> list[str]:
    """Compare two folders of results; return what differs."""
    wrong = []
    text = ("*.csv", "*.mne.txt", "bids/**/*.tsv", "bids/**/*.tsv.gz", "bids/participants.*")
    names = {p.relative_to(f) for f in (first, second) for kind in text for p in f.glob(kind)}
    for name in sorted(names):
        pair = [folder / name for folder in (first, second)]
        if not all(path.is_file() for path in pair):
            wrong.append(f"{name} is missing once")
        elif pair[0].read_bytes() != pair[1].read_bytes():
            wrong.append(f"{name} differs")
    for path in [*first.glob("frames/*.parquet"), *first.glob("*.parquet")]:
        other = second / path.relative_to(first)
        if not other.is_file() or not pq.read_table(path).equals(pq.read_table(other)):
            wrong.append(f"{other.name} differs")
    for path in first.glob("*.h5"):
        with h5py.File(path) as one, h5py.File(second / path.name) as two:
            same = all(
                np.array_equal(one[k][()], two[k][()], equal_nan=one[k].dtype.kind == "f") for k in one
            )
            wrong += [] if same else [f"{path.name} differs"]
    left = [p.name for p in second.rglob("*") if ".part" in p.name or ".unfinished" in p.name]
    return wrong + [f"{name} was left" for name in left]


def begun_after_done(log: Path) -> list[str]:
    """Return the recordings that were begun although the log says that they were done."""
    done, again = set(), []
    for line in log.read_text(encoding="utf-8").splitlines():
        _, what, rest = f"{line} ".split(" ", 2)
        rest = rest.rstrip()
        if what == "done:":
            done.add(rest.rsplit(":", 1)[0])
        elif what == "start:" and rest in done:
            again.append(rest)
    return again


def main() -> None:
    """Make the recordings, kill, compare."""
    videos = recordings_in(Path(sys.argv[1]))
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 11)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder / "videos", videos)
        began = time.monotonic()
        assert begin(folder / "videos", folder / "undisturbed").wait() == 1
        whole = time.monotonic() - began
        print(f"undisturbed: {whole:.0f} s, load {os.getloadavg()[0]:.1f}", flush=True)
        out, seen, twice = folder / "out", dict[str, int](), list[str]()
        kills = 0
        while kills < KILLS:
            process = begin(folder / "videos", out)
            wanted = len(seen) + chance.randrange(5)
            while process.poll() is None and len(finished(out)) < wanted:
                time.sleep(0.2)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(chance.uniform(0, whole / 20))
            if process.poll() is None:
                everything = chance.random() < 0.5
                (os.killpg if everything else os.kill)(process.pid, signal.SIGKILL)
                process.wait()
                kills += 1
                what = f"killed ({'everything' if everything else 'the program alone'})"
            elif len(finished(out)) == N_READABLE:
                raise SystemExit(f"it was done after {kills} kills: choose another seed")
            else:
                what = "turned away, because processes of the killed run were still saving"
            time.sleep(chance.uniform(0, 2))
            now = finished(out)
            twice += [key for key in seen if now.get(key) != seen[key]]
            seen = now
            print(f"{what}: {len(seen)} of {N_READABLE} finished", flush=True)
        while (code := begin(folder / "videos", out).wait()) == 1 and len(finished(out)) < N_READABLE:
            print("turned away", flush=True)
        now = finished(out)
        twice += [key for key in seen if now.get(key) != seen[key]]
        wrong = differences(folder / "undisturbed", out)
        again = begun_after_done(out / "batch.log")
        log = (out / "batch.log").read_text(encoding="utf-8").splitlines()
        kinds = Counter(line.split(" ")[1] for line in log)
        print(f"exit code {code}; log: {dict(kinds)}")
        print(f"finished and written again: {twice or 'none'}; begun after done: {again or 'none'}")
        print(f"differences: {wrong or 'none'}")
        if code != 1 or twice or again or wrong:
            raise SystemExit("The interrupted batch is not what the undisturbed one is.")


if __name__ == "__main__":
    main()
