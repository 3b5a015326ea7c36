"""From an empty window to an exported table without a mouse: every step is key presses, as a person's are."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from pathlib import Path

import av
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from au_studio import resources
from au_studio.controllers.code.state import Situation
from au_studio.controllers.watch.analysis_child import AnalysisChild
from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.controllers.workspace import Workspace
from au_studio.ui.app import make_window
from au_studio.ui.code.sample_dialog import SampleDialog
from au_studio.ui.export_dialog import ExportDialog
from au_studio.ui.main_window import MainWindow

_FRAMES = 8


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    """The first frames of a film of a rendered face, so that a child reads it in a moment."""
    path = tmp_path / "smile.mp4"
    source = resources.path("demo") / "person_c.mp4"
    with av.open(str(source)) as film, av.open(str(path), "w") as copy:
        stream, seen = copy.add_stream("mpeg4", rate=25), film.streams.video[0]
        stream.width, stream.height, stream.pix_fmt = seen.width, seen.height, "yuv420p"
        for number, frame in enumerate(islice(film.decode(video=0), _FRAMES)):
            picture = av.VideoFrame.from_ndarray(frame.to_ndarray(format="rgb24"), format="rgb24")
            picture.pts, picture.time_base = number, Fraction(1, 25)
            copy.mux(stream.encode(picture))
        copy.mux(stream.encode())
    return path


@pytest.fixture
def window(qtbot, tmp_path: Path, monkeypatch) -> Iterator[MainWindow]:
    """The window as it opens for the first time; no child reads ahead of what is asked for."""
    monkeypatch.setattr(LiveAnalysis, "start", lambda _self: None)
    monkeypatch.setattr(AnalysisChild, "say", lambda *_: None)
    workspace = Workspace(home=tmp_path / "home")
    made = make_window(workspace)
    made.resize(1280, 720)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=20_000)
    yield made
    made.close()
    made.deleteLater()


def hands() -> QWidget:
    """Return the widget that hears the keys now."""
    for _ in range(200):  # a dialog that has closed gives the keys back a moment later
        above = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        window = above or QApplication.activeWindow()
        if window is not None:
            break
        QTest.qWait(20)
    assert window is not None
    return window.focusWidget() or window


def press(keys: str) -> None:
    """Press keys, as they are written in menus ("Ctrl+O")."""
    QTest.keySequence(hands(), QKeySequence(keys))


def write(text: str) -> None:
    """Type a text where the caret is, in place of what is there."""
    press("Ctrl+A")
    QTest.keyClicks(hands(), text)


def tab_to(wanted: QWidget) -> None:
    """Press Tab until a control has the focus."""
    for _ in range(80):
        if hands() is wanted or wanted.focusProxy() is hands():
            return
        QTest.keyClick(hands(), Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {wanted.accessibleName() or wanted}")


def answer_file_dialog(name: str) -> QTimer:
    """Type a name or a path into the dialog for files that is about to open, and press Enter."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            return
        field = dialog.focusWidget()
        ticks.append(field)
        if len(ticks) > 400:
            dialog.reject()  # what follows fails, and says so
        if not isinstance(field, QLineEdit):
            QTest.keyClick(field or dialog, Qt.Key.Key_Tab)
        elif not written:
            written.append(name)
            QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClicks(field, name)
        else:  # the first Enter may close the list of names that begin like this one
            QTest.keyClick(QApplication.activePopupWidget() or field, Qt.Key.Key_Return)

    written: list[str] = []
    ticks: list[QWidget | None] = []
    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
    return timer


def dialog_of(kind: type, qtbot) -> QWidget:
    """Return the dialog that has just opened."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=20_000)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    return dialog


def test_from_an_empty_window_to_a_table_without_a_mouse(window, clip, qtbot, tmp_path):
    work = window.workspace
    # A study, and a video in it.
    waiting = answer_file_dialog(str(tmp_path / "Smiles.austudio"))
    press("Ctrl+N")
    assert work.study is not None
    waiting.stop()
    waiting = answer_file_dialog(clip.name)  # the dialog opens where the study was put
    press("Ctrl+O")
    waiting.stop()
    qtbot.waitUntil(lambda: work.index is not None, timeout=40_000)
    # The sample: every frame.
    press("Ctrl+2")
    page = window.pages[1]
    press("Ctrl+D")
    dialog = dialog_of(SampleDialog, qtbot)
    qtbot.waitUntil(dialog.draw_button.isEnabled, timeout=40_000)
    write("100")
    QTest.keyClick(hands(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.controller.state.situation is Situation.NO_CODER, timeout=40_000)
    # Who rates, and the ratings: AU 1 is 3 in every frame, the rest 0.
    tab_to(page.view._empty.name_edit)
    write("AB")
    QTest.keyClick(hands(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.controller.state.situation is Situation.CODING, timeout=40_000)
    for _ in range(_FRAMES):
        press("3")
        press("A")
        press("Space")
    coder = work.study.coders()[0]
    ratings = work.study.ratings(coder.id)
    assert len({rating.pts for rating in ratings}) == _FRAMES
    assert {rating.value for rating in ratings if rating.au == page.controller.state.aus[0]} == {3}
    # The table, by the model that ships; its values come from a child that is started for it.
    press("Ctrl+E")
    dialog = dialog_of(ExportDialog, qtbot)
    tab_to(dialog.coders[coder.id])
    press("Space")
    tab_to(dialog.folder)
    write(str(tmp_path / "tables"))
    QTest.keyClick(hands(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.doing.text().startswith("Done"), timeout=120_000)
    press("Esc")
    with (tmp_path / "tables" / "smile.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == _FRAMES
    first = f"AU{page.controller.state.aus[0]:02d}"
    assert all(row["success"] == "1" and 0 <= float(row[f"{first}_r"]) <= 5 for row in rows)
    assert {row[f"{first}_coder_ab"] for row in rows} == {"3"}
