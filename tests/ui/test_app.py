"""What starting the window loads, and in which order."""

from __future__ import annotations

import subprocess
import sys

_SLOW = (
    "torch",
    "scipy.stats",
    "matplotlib",
    "pandas",
    "dask",
    "pyarrow",
    "duckdb",
    "onnx",
    "face_alignment",
)


def test_the_window_is_seen_before_slow_libraries_load():
    code = f"import au_studio.ui.app, sys; print([name for name in {_SLOW} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_analysis_child_starts_once_the_window_is_seen(monkeypatch, tmp_path, qtbot):
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from au_studio.controllers.watch.live_analysis import LiveAnalysis
    from au_studio.controllers.workspace import Workspace
    from au_studio.ui import app
    from au_studio.ui.main_window import MainWindow

    order: list[str] = []

    def begin(_live):
        order.append("child")
        QTimer.singleShot(0, window_of_app().close)

    def window_of_app() -> MainWindow:
        return next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible())

    class Window(MainWindow):
        def paintEvent(self, event):
            order.append("painted")
            super().paintEvent(event)

    monkeypatch.setattr(LiveAnalysis, "start", begin)
    monkeypatch.setattr(app, "MainWindow", Window)
    monkeypatch.setattr(app, "Workspace", lambda: Workspace(home=tmp_path))
    monkeypatch.setattr(app, "warm_up", lambda: None)
    monkeypatch.setattr(app.signal, "signal", lambda *_: None)
    assert app.run() == 0
    assert order[0] == "painted"
    assert "child" in order
