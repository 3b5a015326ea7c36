"""How a recording of two hours feels in the window: ``python tests/benchmarks/long_recording.py [PART …]``.

Makes a film of two hours, 1920x1080, 30 frames a second, H.264 with sound (`long_film.py`; kept in --cache),
opens it in the real window and measures through the window's own objects, painting included. Parts: `open`
(for the first time, and again), `scrub` (random places on the timeline), `back` (steps back), `curves` (a
stored analysis of 216,000 x 15 values: cursor, zoom), `growth` (memory of an analysis from its first to its
last minute, of a small picture); by default all but the last. After each: memory, and how late the event loop
was.

--keys says how far apart key frames are: 30 frames as in recordings of phones, 300 as of common converters.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from event_loop import Gaps
from long_film import make_long
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import save_analysis
from au_studio.controllers.workspace import Workspace
from au_studio.ui.app import make_application, make_window
from au_studio.ui.main_window import MainWindow
from au_studio.video.hashing import content_hash

PLACES, STEPS, GROWTH_MINUTES = 40, 40, 6


def made_elsewhere(cache: Path, minutes: int, keys: int) -> Path:
    """Return the film, made in a process of its own: the encoder would leave 300 MB of memory in this one."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        size = (1920, 1080)
        return pool.submit(make_long, cache, minutes=minutes, size=size, keys=keys, source=None).result()


def told(name: str, seconds: list[float], wanted: float, cpu: list[float] | None = None) -> None:
    """Print median, 95th percentile and worst in milliseconds, and what is wanted."""
    half, most, worst = (1000 * np.percentile(seconds, q) for q in (50, 95, 100))
    of_cpu = "" if cpu is None else f", CPU of the window's thread {1000 * np.median(cpu):.1f}"
    print(
        f"  {name}: median {half:.1f} ms, 95 % {most:.1f}, worst {worst:.1f}{of_cpu} (wanted {wanted:.0f})",
        flush=True,
    )


def memory(process: int | str = "self") -> float:
    """Return what a process holds in memory now, in MB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


def until(condition: Callable[[], bool], seconds: float = 120) -> float:
    """Let the window live until something is so; return how long that took."""
    began = time.perf_counter()
    while not condition():
        QApplication.processEvents()
        time.sleep(0.0005)
        if time.perf_counter() - began > seconds:
            raise TimeoutError
    return time.perf_counter() - began


class Measured:
    """The window on a study with the film, and what is measured of it."""

    def __init__(self, window: MainWindow, workspace: Workspace, film: Path) -> None:
        self.window, self.workspace, self.film = window, workspace, film
        self.watch = window.watch
        self.play = window.watch.controller.playback
        self.shown: list[int] = []
        self.play.frame_shown.connect(lambda frame: self.shown.append(frame.position))
        self.gaps = Gaps()

    def seek(self, go: Callable[[], None]) -> tuple[float, float]:
        """Return seconds until something, and until the wanted frame, is on the screen."""
        self.shown.clear()
        began = time.perf_counter()
        go()
        until(lambda: bool(self.shown))
        self.watch.video.repaint()
        first = time.perf_counter() - began
        until(lambda: self.shown[-1] == self.play.position)
        self.watch.video.repaint()
        return first, time.perf_counter() - began

    def opening(self) -> None:
        """Open the film for the first time, and the study again."""
        began = time.perf_counter()
        self.workspace.add_videos([self.film])
        until(lambda: not self.watch.video.picture_rect().isEmpty())
        self.watch.video.repaint()
        print(f"  first time: a picture after {time.perf_counter() - began:.2f} s (wanted 2)")
        until(lambda: bool(self.shown))
        print(f"  first time: indexed after {time.perf_counter() - began:.2f} s (wanted 15)")
        self.gaps.stop()
        self.store_analysis()
        self.gaps.start()
        study = self.workspace.study
        assert study is not None
        root = Path(study.path)
        until(self.workspace.list.files.index_path(self.workspace.current.id).exists, 10)
        self.shown.clear()
        self.workspace.close_study()
        began = time.perf_counter()
        self.workspace.open_study(root)
        self.workspace.list.open_first()
        until(lambda: bool(self.shown))
        self.watch.video.repaint()
        print(f"  again: any frame can be shown after {time.perf_counter() - began:.2f} s (wanted 2)")
        until(lambda: self.watch.controller.live.complete)

    def store_analysis(self) -> None:
        """Store an analysis that nobody made, so that nothing is analysed meanwhile."""
        index, item, model = self.workspace.index, self.workspace.current, self.workspace.model
        assert index is not None
        assert item is not None
        assert model is not None
        n, aus = index.n_frames, model.aus
        rng = np.random.default_rng(3)
        wave = 2.5 + 2.5 * np.sin(index.times[:, None] / rng.uniform(1, 90, len(aus)))
        analysis = RecordingAnalysis(
            aus=aus,
            pts=index.pts,
            times=index.times,
            intensities=(wave + rng.normal(0, 0.2, wave.shape)).clip(0, 5).astype(np.float32),
            confidence=np.ones(n, np.float32),
            success=np.ones(n, np.bool_),
            person=np.zeros(n, np.int16),
            boxes=np.tile(np.float32([800, 300, 1100, 700]), (n, 1)),
            provenance={
                "target_person": None,
                "backend": "mediapipe",
                "model": {"name": model.name, "sha256": model.card["sha256"]},
                "video": {"content_hash": content_hash(self.film), "pixel_aspect": "1"},
            },
        )
        path = self.workspace.analysis_path(item.id, model.id)
        assert path is not None
        save_analysis(path, analysis)

    def scrubbing(self) -> None:
        """Go to random places by the timeline; then drag along it."""
        index = self.workspace.index
        assert index is not None
        line = self.watch.transport.timeline
        rng = np.random.default_rng(1)
        times = index.times[rng.integers(0, index.n_frames, PLACES)]
        both = [self.seek(lambda t=float(t): line.seek_requested.emit(t)) for t in times]
        told("scrub, until a picture is there", [first for first, _ in both], 60)
        told("scrub, until the very frame is there", [exact for _, exact in both], 60)
        self.shown.clear()
        began = time.perf_counter()
        for t in np.linspace(*index.times[[index.n_frames // 24, index.n_frames * 10 // 24]], 120):
            line.seek_requested.emit(float(t))
            while time.perf_counter() - began < 1 / 60:
                QApplication.processEvents()
                time.sleep(0.0005)
            began = time.perf_counter()
        print(f"  dragged for 2 s, 60 places a second: {len(self.shown)} pictures shown")

    def stepping(self) -> None:
        """Step back at a few places, half a second after going there."""
        index = self.workspace.index
        assert index is not None
        taken = []
        for position in np.random.default_rng(2).integers(300, index.n_frames, 4):
            self.seek(lambda p=int(position): self.play.seek(p))
            pause = time.perf_counter() + 1.0
            until(lambda pause=pause: time.perf_counter() > pause)
            for _ in range(STEPS):
                taken.append(self.seek(lambda: self.play.step(-1))[1])
                # A key that is held repeats some thirty times a second.
                pause = time.perf_counter() + max(0.033 - taken[-1], 0.0)
                until(lambda pause=pause: time.perf_counter() > pause)
        told("step back", taken, 40)

    def curves(self) -> None:
        """Move the cursor, zoom and pan over all values."""
        index, view = self.workspace.index, self.watch.curves
        assert index is not None
        moments = np.random.default_rng(4).uniform(index.times[0], index.times[-1], PLACES)
        view.fit()
        view.repaint()

        def move(number: int) -> None:
            moment = float(moments[number])
            self.watch.controller.cursor_moved.emit(index.position_at(moment), moment)
            view.repaint()
            self.watch.transport.timeline.repaint()

        def zoom(number: int) -> None:
            view.zoom(0.75, float(moments[0]))
            view.repaint()

        def pan(number: int) -> None:
            view.set_view(view.view[0] + 20, view.view[1] + 20)
            view.repaint()

        size = f"{index.n_frames} x {len(self.watch.controller.aus)} values"
        told_of(f"cursor over {size}", move, 10)
        told_of("zoom in from all of it", zoom, 30, first=view.fit)
        view.set_view(index.times[0], index.times[0] + 1800)
        told_of("pan half an hour", pan, 30)


def told_of(
    name: str, do: Callable[[int], None], wanted: float, first: Callable[[], None] | None = None
) -> None:
    """Do something many times, and print what it took; `first` is done before every twentieth time."""
    wall, cpu = [], []
    for number in range(PLACES):
        if first is not None and number % 20 == 0:
            first()
        w, c = time.perf_counter(), time.thread_time()
        do(number)
        wall.append(time.perf_counter() - w)
        cpu.append(time.thread_time() - c)
    told(name, wall, wanted, cpu)


def growth(cache: Path) -> None:
    """Analyse some minutes of a small picture and print what memory the process takes on the way."""
    film = make_long(cache, minutes=GROWTH_MINUTES, size=(640, 360), keys=30, source=None)
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "au_studio", "analyze", str(film), "-o", out, "--threads", "1"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        held: list[float] = []
        while process.poll() is None:
            time.sleep(0.5)
            if process.poll() is None:
                held.append(memory(process.pid))
        if process.returncode:
            sys.exit("The analysis failed.")
    part = len(held) // GROWTH_MINUTES
    first, last = np.median(held[part // 2 : part]), np.median(held[-part:])
    print(
        f"growth: {film.name}, {len(held) / 2:.0f} s: {first:.0f} MB in the first minute, "
        f"{last:.0f} in the last, most {max(held):.0f} (wanted: 50 more at most)"
    )


def main() -> None:
    """Measure the parts that are named."""
    names = ("open", "scrub", "back", "curves", "growth")
    parser = argparse.ArgumentParser()
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(names))
    parser.add_argument("--keys", type=int, default=30)
    parser.add_argument("--minutes", type=int, default=120)
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "au-studio-long-films")
    options = parser.parse_args()
    options.parts = options.parts or list(names[:4])
    if not set(options.parts) <= set(names):
        parser.error(f"a part is one of {', '.join(names)}")
    if options.parts == ["growth"]:
        growth(options.cache)
        return
    film = made_elsewhere(options.cache, options.minutes, options.keys)
    print(f"{film.name}: {film.stat().st_size / 1e9:.1f} GB")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as home:
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, home)
        app = make_application()
        workspace = Workspace(home=Path(home))
        window = make_window(workspace)
        window.resize(1280, 860)
        window.show()
        app.processEvents()
        measured = Measured(window, workspace, film)
        parts = {
            "open": measured.opening,
            "scrub": measured.scrubbing,
            "back": measured.stepping,
            "curves": measured.curves,
        }
        for name in ["open", *(name for name in names[1:4] if name in options.parts)]:
            print(f"{name}:")
            measured.gaps.all.clear()
            measured.gaps.start()
            parts[name]()
            until(lambda: bool(measured.gaps.all))
            measured.gaps.stop()
            print(f"  memory {memory():.0f} MB (wanted 700); event loop {measured.gaps}", flush=True)
        workspace.jobs.close(discard=True)
        window.close()
        workspace.close()
    if "growth" in options.parts:
        growth(options.cache)


if __name__ == "__main__":
    main()
