"""A recording leaves the study and comes back; a draw is taken back; one Edit menu undoes them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from au_studio.coding.drawing import Amount, DrawPlan
from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.study.ratings import RatingInput
from au_studio.study.recording_list import Status
from au_studio.ui.code.coding_page import CodingPage
from au_studio.ui.main_window import MainWindow
from au_studio.ui.study.study_tools import StudyTools

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(two_recordings, qtbot, monkeypatch):
    monkeypatch.setattr(LiveAnalysis, "start", lambda self: None)
    made = MainWindow(two_recordings, (CodingPage,))
    made.tools = StudyTools(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()


def names(window) -> list[str]:
    return [item.name for item in window.workspace.recordings()]


def mark(window, row: int) -> None:
    window.recordings.setCurrentIndex(window.recordings.model().index(row, 0))


def question(window, qtbot) -> QMessageBox:
    qtbot.waitUntil(lambda: window.findChildren(QMessageBox) != [])
    return window.findChildren(QMessageBox)[-1]


def press_button(box: QMessageBox, text: str) -> None:
    (button,) = [b for b in box.buttons() if b.text().replace("&", "") == text]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_recording_leaves_with_delete_and_comes_back_with_undo(window, qtbot):
    study = window.workspace.study
    recording = study.recordings()[1]
    coder = study.add_coder("AB")
    study.rate_many(coder.id, [RatingInput(recording.id, 0, au, 2) for au in (1, 2, 12)])
    mark(window, 1)
    QTest.keyClick(window.recordings, Qt.Key.Key_Delete)
    box = question(window, qtbot)
    assert "3 ratings by 1 coder" in box.informativeText()
    assert "file stays" in box.informativeText()
    press_button(box, "Cancel")
    assert names(window) == ["one.mp4", "two.mp4"]
    qtbot.waitUntil(lambda: window.findChildren(QMessageBox) == [])
    QTest.keyClick(window.recordings, Qt.Key.Key_Delete)
    press_button(question(window, qtbot), "Remove")
    assert names(window) == ["one.mp4"]
    assert recording.absolute_path.is_file()
    assert window.edit_menu.undo.text() == "&Undo removal of “two.mp4”"
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert names(window) == ["one.mp4", "two.mp4"]
    assert [r.id for r in study.recordings()][1] == recording.id
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert names(window) == ["one.mp4"]


def test_the_first_line_comes_back_to_its_place_and_is_open_again(window, qtbot):
    qtbot.waitUntil(lambda: window.workspace.current is not None)
    first = window.workspace.current
    assert first.name == "one.mp4"
    window.tools.edits.remove([first.id])
    assert window.workspace.current is None
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert names(window) == ["one.mp4", "two.mp4"]
    qtbot.waitUntil(lambda: window.workspace.current is not None and window.workspace.current.id == first.id)


def test_a_refused_file_leaves_without_a_question(window, qtbot, tmp_path):
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"no video")
    window.workspace.add_videos([broken])
    qtbot.waitUntil(lambda: window.workspace.recordings()[-1].status is Status.PROBLEM, timeout=10_000)
    mark(window, 2)
    window.tools.recording_actions.remove.trigger()
    assert names(window) == ["one.mp4", "two.mp4"]
    assert broken.is_file()
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert names(window)[-1] == "broken.mp4"


def test_the_right_button_offers_what_can_be_done_with_the_line(window, qtbot):
    mark(window, 1)
    lists = window.recordings
    point = lists.visualRect(lists.currentIndex()).center()
    lists.customContextMenuRequested.emit(QPoint(point))
    menus = [m for m in lists.findChildren(type(window.edit_menu).__mro__[1]) if m.isVisible()]
    texts = [action.text().replace("&", "") for action in menus[0].actions() if action.text()]
    menus[0].close()
    assert texts == [
        "Watch", "Persons and conditions…", "How it is read…", "Show the file in its folder",
        "Remove from the study…",
    ]  # fmt: skip


@pytest.fixture
def draw(window, qtbot):
    page = window.pages[1]

    def draw_frames(count: int) -> None:
        page.sampling.load()
        qtbot.waitUntil(lambda: len(page.sampling.pools) == 2, timeout=10_000)
        page.sampling.draw([p.recording_id for p in page.sampling.pools], DrawPlan(Amount(count=count), 17))

    return draw_frames


def test_a_draw_is_taken_back_while_nothing_is_rated(window, draw):
    page = window.pages[1]
    window.show_page(1)
    page.controller.add_coder("AB")
    draw(4)
    assert page.controller.state.progress.frames == 8
    assert window.edit_menu.undo.text() == "&Undo draw of 8 frames"
    QTest.keyClick(page.view, Qt.Key.Key_Z, CTRL)
    assert page.controller.state.progress.frames == 0
    assert window.workspace.study.samples() == []
    QTest.keyClick(page.view, Qt.Key.Key_Y, CTRL)
    assert page.controller.state.progress.frames == 8


def test_undo_takes_what_came_last_first_and_never_what_another_page_did(window, draw):
    page = window.pages[1]
    window.show_page(1)
    page.controller.add_coder("AB")
    draw(4)
    page.controller.rate(3)
    assert window.edit_menu.undo.text().endswith(": 3")
    window.show_page(0)
    assert window.edit_menu.undo.text() == "&Undo draw of 8 frames"
    window.edit_menu.undo.trigger()  # refused: a frame of it is rated
    assert len(window.workspace.study.samples()) == 2
    assert "cannot be taken back: 1 of its frames is rated" in window.notices.current.text
    window.show_page(1)
    QTest.keyClick(page.view, Qt.Key.Key_Z, CTRL)
    assert window.workspace.study.ratings() == []
    QTest.keyClick(page.view, Qt.Key.Key_Z, CTRL)
    assert window.workspace.study.samples() == []


def test_the_same_video_twice_is_said_and_listed_once(window, qtbot, tmp_path):
    first = window.workspace.recordings()[0]
    copy = tmp_path / "copy.mp4"
    copy.write_bytes(first.path.read_bytes())
    window.workspace.add_videos([copy])
    qtbot.waitUntil(lambda: window.notices.current is not None, timeout=10_000)
    assert "“copy.mp4” is the same video as “one.mp4”" in window.notices.current.text
    assert names(window) == ["one.mp4", "two.mp4"]


def test_a_study_opens_with_the_recording_that_was_open(window, qtbot):
    work = window.workspace
    second = work.recordings()[1]
    work.open_recording(second.id)
    qtbot.waitUntil(lambda: work.current == second)
    path = work.study.path
    work.close_study()
    assert work.current is None
    work.open_study(path)
    qtbot.waitUntil(lambda: work.current is not None, timeout=10_000)
    assert work.current.id == second.id


def test_a_notice_leaves_with_its_file(window, qtbot, tmp_path):
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"no video")
    window.workspace.add_videos([broken])
    qtbot.waitUntil(lambda: window.notices.current is not None, timeout=10_000)
    assert window.notices.current.level == "problem"
    window.tools.edits.remove([str(broken)])
    assert window.notices.current is None or window.notices.current.level == "info"
