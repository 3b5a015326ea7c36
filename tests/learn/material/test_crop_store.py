"""Crops that are on the disk stay there and are whole, whenever the power goes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from au_studio.learn.material.clips import Clip
from au_studio.learn.material.crop_store import FRAME_BYTES, SIDE, CropStore

MADE = {"backend": "mediapipe"}


def clip(value: int, frames: int = 2) -> Clip:
    crops = np.full((frames, SIDE, SIDE, 3), value, np.uint8)
    stamps = np.arange(frames) + 100 * value
    return Clip(
        crops,
        np.full((frames, 1), np.nan, np.float32),
        stamps / 10,
        stamps,
        np.eye(1, frames, dtype=bool)[0],
        "",
        "",
    )


@pytest.fixture
def path(tmp_path):
    return tmp_path / "crops"


@pytest.fixture
def filled(path):
    with CropStore(path, MADE) as store:
        store.append(0, 2, clip(1))
        store.append(10, 14, None)
        store.append(20, 23, clip(3, 3))
    return path


def test_crops_come_back_as_they_were(filled):
    store = CropStore(filled, MADE)
    assert store.n_frames == 5
    back = store.clip(2, 4)
    assert (back.crops == 3).all()
    assert back.pts.tolist() == [300, 301, 302]
    assert back.intensities.shape == (3, 4)
    assert back.restart.tolist() == [True, False, False]
    assert store.clip(1, 4) is None


def test_crops_are_mapped_and_not_read_into_memory(filled):
    crops = CropStore(filled, MADE).clip(0, 1).crops
    assert isinstance(crops.base, np.memmap)
    assert not crops.flags.writeable


def test_a_window_serves_whatever_lies_in_it(filled):
    store = CropStore(filled, MADE)
    assert store.clip_around(20, 22) == 2
    assert store.clip_around(11, 12) == 1
    assert store.clip_around(19, 22) is None


def test_crops_that_were_made_otherwise_are_begun_anew(filled):
    assert CropStore(filled, {"backend": "face-alignment"}).n_frames == 0
    assert CropStore(filled, MADE).n_frames == 0


@pytest.mark.parametrize("damage", ["half a line", "no crops", "half the crops", "nonsense", "no file"])
def test_whatever_was_lost_is_missing_and_the_rest_is_whole(filled, damage):
    lines, crops = filled.with_suffix(".jsonl"), filled.with_suffix(".u8")
    if damage == "half a line":
        lines.write_bytes(lines.read_bytes()[:-20])
    elif damage == "no crops":
        crops.unlink()
    elif damage == "half the crops":
        os.truncate(crops, 3 * FRAME_BYTES)
    elif damage == "nonsense":
        lines.write_bytes(b"\xff\xfe{{{")
    else:
        lines.unlink()
    kept = {"half a line": 2, "half the crops": 2}.get(damage, 0)
    with CropStore(filled, MADE) as store:
        assert len(store.clips) == kept
        store.append(30, 32, clip(9))
    again = CropStore(filled, MADE)
    assert len(again.clips) == kept + 1
    assert (again.clip(kept, 1).crops == 9).all()
    if kept:
        assert (again.clip(0, 1).crops == 1).all()


def test_a_writer_killed_at_any_moment_leaves_whole_windows(path):
    script = (
        "import sys; sys.path.insert(0, sys.argv[2]); from test_crop_store import *; import itertools\n"
        "import au_studio.learn.material.crop_store as module; module._FLUSH_SECONDS = 0.0\n"
        "store = CropStore(Path(sys.argv[1]), MADE)\n"
        "for n in itertools.count(len(store.clips)):\n"
        "    store.append(n * 10, n * 10 + 2, clip(n % 250)); print(n, flush=True)\n"
    )
    command = [sys.executable, "-c", script, str(path), str(Path(__file__).parent)]
    seen = 0
    for round_ in range(3):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            for line in process.stdout:
                if int(line) >= seen + 5 + round_:
                    break
            process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        store = CropStore(path, MADE)
        assert len(store.clips) > seen
        seen = len(store.clips)
        for number in range(seen):
            assert (store.clip(number, 1).crops == number % 250).all()
