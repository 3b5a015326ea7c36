"""What a rating costs until it is saved: ``python tests/benchmarks/rating_cost.py [RATINGS_BEFORE]``.

Prints milliseconds per rating, CPU and wall clock, of the study alone and of a key on the Code page (handled,
saved and repainted), in a study that holds so many ratings already (60 frames of 12 action units by default).
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_fixtures import write_video

from au_studio.controllers.workspace import Workspace
from au_studio.facs.action_units import DISFA_AUS
from au_studio.study.ratings import RatingInput
from au_studio.study.study import Study
from au_studio.ui.code.coding_page import CodingPage

KEYS = 240


def told(name: str, cpu: list[float], wall: list[float]) -> None:
    """Print median and 95th percentile in milliseconds."""
    figures = (f"{np.median(x) * 1e3:.2f} (95 %: {np.quantile(x, 0.95) * 1e3:.2f})" for x in (cpu, wall))
    print(f"{name}: CPU {next(figures)} ms, wall {next(figures)} ms, {len(cpu)} times")


def study_alone(study: Study, coder: str, recording: str) -> None:
    """Time `Study.rate`."""
    cpu, wall = [], []
    for i in range(KEYS):
        c, w = time.process_time(), time.perf_counter()
        study.rate(coder, recording, 10_000_000 + i, 12, i % 6)
        cpu.append(time.process_time() - c)
        wall.append(time.perf_counter() - w)
    told("Study.rate", cpu, wall)


def key_on_the_page(page: CodingPage) -> None:
    """Time a digit key until the page is painted again."""
    cpu, wall = [], []
    for i in range(KEYS):
        c, w = time.thread_time(), time.perf_counter()
        QTest.keyClick(page.view, Qt.Key(Qt.Key.Key_0 + i % 6))
        QCoreApplication.processEvents()
        cpu.append(time.thread_time() - c)
        wall.append(time.perf_counter() - w)
        if i % 12 == 11:
            QTest.keyClick(page.view, Qt.Key.Key_Space)
            QTest.qWait(50)
    told("key on the Code page", cpu, wall)


def main() -> None:
    """Measure."""
    before = int(sys.argv[1]) if len(sys.argv) > 1 else 720
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(home=Path(folder))
        workspace.new_study(Path(folder) / "Timed")
        workspace.add_videos([write_video(Path(folder) / "clip.mp4", 400, size=(1280, 720))])
        while workspace.current is None:
            app.processEvents()
        study, index = workspace.study, workspace.index
        assert study is not None
        assert index is not None
        recording = workspace.current.id
        other, coder = study.add_coder("other"), study.add_coder("AB")
        rows = [RatingInput(recording, -i // 12, DISFA_AUS[i % 12], i % 6) for i in range(before)]
        study.rate_many(other.id, rows)
        study.draw_sample(recording, seed=1, index_digest=index.digest(), pts=index.pts, count=60)
        study_alone(study, other.id, recording)
        page = CodingPage(workspace)
        page.resize(1400, 850)
        page.show()
        page.controller.choose_coder(coder.id)
        page.view.setFocus()
        QTest.qWait(500)
        key_on_the_page(page)
        print(f"{len(study.ratings(coder.id))} ratings of the keys are in the study")
        page.close_page()
        workspace.close()


if __name__ == "__main__":
    main()
