"""Kills coding programs over and over and counts what they lose: ``python killed_coders.py STUDY ROUNDS``.

A program of its own, so that it may fork: a coder then starts in milliseconds, not in the seconds that
imports take, and can be killed at any moment of opening, rating, copying a frame, undoing and writing notes.
"""

from __future__ import annotations

import json
import os
import random
import signal
import struct
import sys
import time
from itertools import count
from pathlib import Path

from au_studio.study.ratings import RatingInput
from au_studio.study.study import Study


def code(root: Path, said: int) -> None:
    """Rate frame after frame and say each, as soon as the study has taken it."""
    with Study.open(root) as study:
        coder, recording = study.coders()[0].id, study.recordings()[0].id
        start = 1 + max((event.pts for event in study.history()), default=-1)
        for pts in count(start):
            if pts % 4 == 3:
                frame = [RatingInput(recording, pts, au, pts % 6) for au in (1, 2, 4, 5, 6, 9, 12)]
                study.rate_many(coder, frame)
            else:
                event = study.rate(coder, recording, pts, 12, pts % 6)
                if pts % 4 == 1:
                    study.revert_many([study.revert_many([event])[0]])
                    study.set_note(coder, recording, pts, f"note {pts}")
            os.write(said, struct.pack("<i", pts))


def kill_one(root: Path, chance: random.Random) -> list[int]:
    """Start a coder, kill it, and return the frames that it was told are stored."""
    hears, said = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            code(root, said)
        finally:
            os._exit(1)
    os.close(said)
    first = b""
    if chance.random() < 0.75:  # the others may be killed while they open the study
        first = os.read(hears, 4)
    time.sleep(chance.uniform(0.0, 0.04))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(hears, "rb") as stream:
        data = first + stream.read()
    assert os.WIFSIGNALED(status), "the coder ended by itself"
    return [value for (value,) in struct.iter_unpack("<i", data[: len(data) // 4 * 4])]


def lost(root: Path, told: set[int]) -> list[str]:
    """Return what is missing or half there of what coders were told is stored."""
    found = []
    with Study.open(root, read_only=True) as study:
        stored: dict[int, dict[int, int | None]] = {}
        for rating in study.ratings():
            stored.setdefault(rating.pts, {})[rating.au] = rating.value
        notes = {note.pts: note.text for note in study.notes()}
        for pts, values in stored.items():
            whole = 7 if pts % 4 == 3 else 1
            if len(values) != whole or set(values.values()) != {pts % 6}:
                found.append(f"frame {pts} is half there: {values}")
        found += [f"frame {pts} is gone" for pts in told - stored.keys()]
        found += [f"note {pts} is gone" for pts in told if pts % 4 == 1 and pts not in notes]
    return found


def main() -> None:
    """Kill, and print what came of it as JSON."""
    root, rounds = Path(sys.argv[1]), int(sys.argv[2])
    chance = random.Random(5)
    told: set[int] = set()
    in_time = 0
    for _ in range(rounds):
        acknowledged = kill_one(root, chance)
        in_time += bool(acknowledged)
        told |= set(acknowledged)
    outcome = {"frames": len(told), "while rating": in_time, "lost": lost(root, told)}
    Study.open(root).close()  # the lock of the last one killed stands in nobody's way
    print(json.dumps(outcome))


if __name__ == "__main__":
    main()
