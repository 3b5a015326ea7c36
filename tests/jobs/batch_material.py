"""A folder of short recordings of several kinds, some of them bad, and the command that analyses it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from drawn import empty_picture, moving_face, write_video

REPOSITORY = Path(__file__).parents[2]
BAD = ("cut.mpg", "empty.mp4", "noise.mp4")


def fill(folder: Path, copies: int = 1, frames: int = 100) -> Path:
    """Make `3 * copies` good recordings and three bad ones."""
    folder.mkdir()
    pictures = moving_face(frames)
    first = write_video(folder / "a0.mp4", pictures)
    uneven = write_video(folder / "b0.mp4", pictures[5:], pts=[33 * n + n % 7 for n in range(frames - 5)])
    nobody = write_video(folder / "c0.mp4", [empty_picture()] * 12)
    for copy in range(1, copies):
        for path in (first, uneven, nobody):
            # A comment at the end of an MP4 (a free box) makes another file of it, with the same frames.
            box = bytes([copy]) * 8
            data = path.read_bytes() + (8 + len(box)).to_bytes(4, "big") + b"free" + box
            (folder / f"{path.stem[0]}{copy}.mp4").write_bytes(data)
    whole = write_video(folder / "whole.mpg", pictures, codec="mpeg1video", rate=25)
    (folder / "cut.mpg").write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    whole.unlink()
    (folder / "empty.mp4").touch()
    (folder / "noise.mp4").write_bytes(bytes(range(256)) * 40)
    return folder


def command(videos: Path, out: Path, model: Path, *more: str) -> list[str]:
    """Return the command line."""
    program = [sys.executable, "-m", "au_studio", "analyze", str(videos), "-o", str(out)]
    return [*program, "--model", str(model), "--device", "cpu", *more]


def start(*arguments, **options) -> subprocess.Popen[str]:
    """Start the command in a process group of its own."""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    return subprocess.Popen(
        command(*arguments),
        env=environment,
        text=True,
        stderr=subprocess.PIPE,
        start_new_session=True,
        **options,
    )


def tables(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every table, by name."""
    return {path.name: path.read_bytes() for path in folder.glob("*.csv")}


def copied(folder: Path, to: Path, *names: str) -> Path:
    """Return a folder with some of the recordings."""
    to.mkdir()
    for name in names:
        shutil.copy(folder / name, to / name)
    return to
