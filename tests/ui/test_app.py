"""What starting the window loads, and in which order."""

from __future__ import annotations

import subprocess
import sys

_SLOW = (
    "torch",
    "scipy",
    "matplotlib",
    "pandas",
    "dask",
    "pyarrow",
    "duckdb",
    "onnx",
    "ssl",
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


def test_a_study_opens_by_the_file_in_it(tmp_path):
    from au_studio.ui.app import whole_study

    study = tmp_path / "Smiles.austudio"
    assert whole_study(study / "study.sqlite") == study
    assert whole_study(tmp_path / "study.sqlite") == tmp_path / "study.sqlite"
    assert whole_study(tmp_path / "smile.mp4") == tmp_path / "smile.mp4"


def test_the_finder_says_which_file_to_open(tmp_path):
    # In a process of its own: here there is an application object already.
    code = (
        "from PySide6.QtCore import QUrl; from PySide6.QtGui import QFileOpenEvent\n"
        "from au_studio.ui.app import make_application\n"
        "app = make_application(); seen = []; app.file_opened.connect(seen.append)\n"
        "app.event(QFileOpenEvent(QUrl.fromLocalFile('/tmp/Smiles.austudio'))); print(seen)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "Smiles.austudio" in done.stdout


def test_the_guide_goes_back_when_a_draw_is_taken_back(sampled, qtbot, monkeypatch):
    from au_studio.controllers.guiding import Step
    from au_studio.controllers.watch.live_analysis import LiveAnalysis
    from au_studio.study.draws import DrawnState
    from au_studio.ui import app
    from au_studio.ui.companions import Companions
    from au_studio.ui.study.study_tools import StudyTools

    monkeypatch.setattr(LiveAnalysis, "start", lambda self: None)
    window = app.make_window(sampled)
    guide, edits = window.findChild(Companions).guide, window.findChild(StudyTools).edits
    after = sampled.study.drawn_state([r.id for r in sampled.study.recordings()])
    edits.note_draw(DrawnState(after.recording_ids, (), ()), after)
    guide.refresh()
    assert Step.DRAW in guide.state.done
    edits.undo()
    assert Step.DRAW not in guide.state.done
    edits.redo()
    assert Step.DRAW in guide.state.done
    window.close()
    window.deleteLater()


def test_what_qt_loads_for_sound_is_not_told_at_the_terminal(qapp, monkeypatch):
    from PySide6.QtCore import QLoggingCategory

    from au_studio.ui.app import make_application

    monkeypatch.delenv("QT_LOGGING_RULES", raising=False)
    QLoggingCategory.setFilterRules("")
    try:
        make_application()
        assert not QLoggingCategory("qt.multimedia.symbolsresolver").isWarningEnabled()
        assert QLoggingCategory("qt.qpa.xcb").isWarningEnabled()
    finally:
        QLoggingCategory.setFilterRules("")
