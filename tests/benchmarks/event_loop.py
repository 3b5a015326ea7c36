"""How late the window answers while it plays and trains: ``python tests/benchmarks/event_loop.py [SECONDS]``.

Drives the real window on the demo study: a recording plays, is analysed live, and a model is fine-tuned in
the background, all at once. A timer that should fire every 5 ms tells how late the event loop is. Figures of
an off-screen platform leave out what a graphics driver adds; set QT_QPA_PLATFORM to measure another one.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEventLoop, QSettings, QTimer

from au_studio.controllers.workspace import Workspace
from au_studio.ui.app import make_application, make_window
from au_studio.ui.main_window import MainWindow

TICK_MS = 5


class Gaps:
    """Collects the times between ticks of a timer, in milliseconds."""

    def __init__(self) -> None:
        self.all: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin."""
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """End."""
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.all.append((now - self._last) * 1000)
        self._last = now

    def __str__(self) -> str:
        """Return the figures of a run."""
        gaps = np.array(self.all)
        parts = [f"p50 {np.percentile(gaps, 50):.1f}", f"p99 {np.percentile(gaps, 99):.1f}"]
        return ", ".join([*parts, f"worst {gaps.max():.1f} ms ({len(gaps)} ticks)"])


def wait(seconds: float) -> None:
    """Let the window live for so long; quitting the application would close it."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def train(window: MainWindow, steps: int) -> None:
    """Start a fine-tuning on the demo's ratings that lasts: with steps of the whole network."""
    from au_studio.jobs import training_plan

    page = window.pages[2]
    build = training_plan.build_job

    def with_steps(*args: object, **options: object) -> object:
        job = build(*args, **options)  # type: ignore[arg-type]
        job.settings["steps"] = steps
        return job

    training_plan.build_job = with_steps  # type: ignore[assignment]
    page.controller.start("event loop")


def main() -> None:
    """Measure playing alone, then playing and training."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 20.0
    with tempfile.TemporaryDirectory() as home:
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, home)
        app = make_application()
        workspace = Workspace(home=Path(home))
        window = make_window(workspace)
        window.resize(1280, 860)
        window.show()
        workspace.open_demo()
        wait(12)
        print(f"{os.cpu_count()} cores, {app.platformName()}, load {os.getloadavg()[0]:.1f}")
        playback = window.watch.controller.playback
        keep_on = QTimer()
        keep_on.timeout.connect(lambda: playback.playing or playback.play())
        keep_on.start(200)
        for what in ("playing and analysing", "playing, analysing and training"):
            if "training" in what:
                train(window, 2000)
                wait(8)
            gaps = Gaps()
            gaps.start()
            wait(seconds)
            gaps.stop()
            running = workspace.jobs.running
            print(f"{what}: {gaps}{'' if running is None else ' – ' + running.title}")
        keep_on.stop()
        workspace.jobs.close(discard=True)
        window.close()


if __name__ == "__main__":
    main()
