"""Code 60 frames x 12 action units in the real window by keyboard alone, and time what each key costs.

``xvfb-run -a python tests/benchmarks/coding_keys.py VIDEO [--frames 60] [--picture coded.png]``

A key's cost runs from its event's way into the window until the rating is in the database file (read by
a connection of its own, outside the timing) and the list has been painted again. Two clocks: of the wall,
which a busy machine lengthens, and of the UI thread's own work. Prints a table; nothing passes or fails here.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np


def isolate() -> Path:
    """Return a folder of its own for settings and studies; nothing of the user's is touched."""
    home = Path(tempfile.mkdtemp(prefix="coding-keys-"))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR"):
        (home / name).mkdir()
        os.environ[name] = str(home / name)
    return home


def paint_counter(widget: Any) -> Any:
    """Return an object whose `count` rises whenever a widget is painted."""
    from PySide6.QtCore import QEvent, QObject

    class PaintCounter(QObject):
        count = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            self.count += event.type() is QEvent.Type.Paint
            return False

    counter = PaintCounter(widget)
    widget.installEventFilter(counter)
    return counter


class Coder:
    """Sits at the window with a keyboard.

    Parameters
    ----------
    home : Path
        Where the study goes.
    video : Path
        What is coded.
    frames : int
        How many frames to draw.
    """

    def __init__(self, home: Path, video: Path, frames: int) -> None:
        from PySide6.QtTest import QTest

        from au_studio.controllers.workspace import Workspace
        from au_studio.ui.app import make_application, make_window

        self.press = QTest.keyClick
        self.app = make_application()
        self.workspace = Workspace(home=home)
        self.window = make_window(self.workspace)
        self.window.resize(1440, 900)
        self.window.show()
        self.workspace.add_videos([video])
        self.wait(lambda: self.workspace.index is not None)
        study, index = self.workspace.study, self.workspace.index
        assert study is not None
        assert index is not None
        recording = study.recordings()[0]
        study.draw_sample(
            recording.id,
            seed=17,
            index_digest=index.digest(),
            pts=index.pts,
            count=min(frames, index.n_frames),
        )
        self.window.show_page(1)
        self.page = self.window.pages[1]
        self.page.controller.reload()
        self.page.controller.add_coder("AB")
        self.wait(self.frame_is_shown)
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)
        self.page.view.setFocus()
        self.paints = paint_counter(self.page.view.list.viewport())
        self.database = sqlite3.connect(f"file:{Path(study.path) / 'study.sqlite'}?mode=ro", uri=True)

    def wait(self, condition: Callable[[], bool], seconds: float = 120.0) -> float:
        """Let the window work until something holds; return how many seconds that took."""
        began = time.perf_counter()
        while not condition():
            self.app.processEvents()
            if time.perf_counter() - began > seconds:
                raise TimeoutError("The window did not get there.")
            time.sleep(0.001)
        return time.perf_counter() - began

    def frame_is_shown(self) -> bool:
        """Whether the pictures of the current frame are on the page."""
        return bool(self.page.view.shows(self.page.controller.state.frame))

    def timed(self, key: object) -> tuple[float, float]:
        """Press a key and let everything be painted; return milliseconds of the wall and of this thread."""
        wall, own = time.perf_counter(), time.thread_time()
        before = self.paints.count
        self.press(self.app.focusWidget(), key)
        self.app.processEvents()
        while self.paints.count == before and time.perf_counter() < wall + 1:
            self.app.processEvents()
        return (time.perf_counter() - wall) * 1000, (time.thread_time() - own) * 1000

    def saved(self) -> int:
        """Return how many ratings another program reads from the study."""
        return int(self.database.execute("SELECT COUNT(*) FROM rating").fetchone()[0])

    def close(self) -> None:
        """Close the window and let its threads end."""
        self.database.close()
        self.window.close()


def code(coder: Coder) -> dict[str, list[tuple[float, float]]]:
    """Rate every frame of the sample by keys; return the costs by kind of key."""
    from PySide6.QtCore import Qt

    random.seed(3)
    costs: dict[str, list[tuple[float, float]]] = {"rating": [], "next frame": [], "frame on screen": []}
    frames, units = coder.page.controller.state.progress.frames, len(coder.page.controller.state.aus)
    for number in range(frames):
        for unit in range(units):
            level = random.choice("0000000112345")
            key = Qt.Key.Key_X if random.random() < 0.02 else Qt.Key(ord(level))
            costs["rating"].append(coder.timed(key))
            expected = number * units + unit + 1
            if coder.saved() != expected:
                raise AssertionError(f"{coder.saved()} ratings are on the disk, not {expected}.")
        if number + 1 < frames:
            costs["next frame"].append(coder.timed(Qt.Key.Key_Space))
            waited = coder.wait(coder.frame_is_shown) * 1000
            costs["frame on screen"].append((waited, float("nan")))
    return costs


def main() -> int:
    """Code, and print what it cost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("video", type=Path)
    parser.add_argument("--frames", type=int, default=60)
    parser.add_argument("--picture", type=Path, help="keep a picture of the window at the end")
    arguments = parser.parse_args()
    coder = Coder(isolate(), arguments.video, arguments.frames)
    began = time.perf_counter()
    costs = code(coder)
    seconds = time.perf_counter() - began
    progress = coder.page.controller.state.progress
    print(
        f"{arguments.video.name}: {progress.frames_done} of {progress.frames} frames, {coder.saved()} "
        f"ratings on disk, by keyboard alone, in {seconds:.1f} s; load {os.getloadavg()[0]:.1f}"
    )
    titles = ("median", "95 %", "worst", "own work: median", "95 %")
    widths = (9, 9, 9, 19, 9)
    print(f"{'milliseconds':18}{'n':>6}" + "".join(f"{t:>{w}}" for t, w in zip(titles, widths, strict=True)))
    for kind, pairs in costs.items():
        wall, own = np.array(pairs).T
        figures = (
            np.median(wall),
            np.percentile(wall, 95),
            wall.max(),
            np.median(own),
            np.percentile(own, 95),
        )
        cells = "".join(f"{f:{w}.1f}" for f, w in zip(figures, widths, strict=True))
        print(f"{kind:18}{len(wall):6}{cells}")
    if arguments.picture is not None:
        coder.window.grab().save(str(arguments.picture))
    coder.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
