"""The window as its user meets it: drop, watch, step, switch pages, close."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QMenu, QWidget

from au_studio.controllers import video_search
from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.controllers.workspace import Workspace
from au_studio.errors import Stopped
from au_studio.study.recording_list import Status
from au_studio.ui import language
from au_studio.ui.app import make_window
from au_studio.ui.choice_box import ChoiceBox
from au_studio.ui.key_dialog import KeyDialog
from au_studio.ui.main_window import MainWindow
from au_studio.ui.theme import DARK, ThemeMode, theme_of
from au_studio.video.index import index_video
from au_studio.video.reader import FrameReader

START = 40_000
"""Milliseconds that the analysis child may need for its imports on a busy machine."""


@pytest.fixture
def without_analysis(monkeypatch) -> None:
    """Keep the analysis child from starting where a test is not about it."""
    monkeypatch.setattr(LiveAnalysis, "start", lambda self: None)


@pytest.fixture
def window(qtbot, tmp_path: Path) -> Iterator[MainWindow]:
    made = make_window(Workspace(home=tmp_path / "home"))
    made.resize(1100, 760)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    if made.isVisible():
        made.close()
    made.deleteLater()


def _drop(window: MainWindow, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, buttons, keys)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(50, 50), copy, data, buttons, keys))


@pytest.fixture
def watching(window, make_video, qtbot, without_analysis):
    video = make_video(n_frames=60, steps=(20, 60, 33, 90, 17))
    _drop(window, [video])
    qtbot.waitUntil(lambda: window.watch.controller.frame is not None, timeout=8000)
    return window, index_video(video)


def _press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window, key, modifiers)


def test_an_empty_window_says_what_to_do(window, without_analysis):
    assert window.empty.isVisible()
    assert "Ctrl+O" in window.empty._title.text()
    assert not window.recordings.isVisible()


def test_a_dropped_video_is_shown_at_its_first_frame(watching):
    window, index = watching
    assert window.watch.isVisible()
    assert window.recordings.isVisible()
    frame = window.watch.controller.frame
    assert frame.position == 0
    with FrameReader(index) as reader:
        np.testing.assert_array_equal(frame.image, reader.read(0).image)
    assert "not saved as a study" in window.windowTitle()


def test_keys_move_by_frames_and_seconds_exactly(watching, qtbot):
    window, index = watching
    controller = window.watch.controller
    shift, ctrl = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    none = Qt.KeyboardModifier.NoModifier
    for key, keys, expected in (
        (Qt.Key.Key_Right, none, 1),
        (Qt.Key.Key_Right, shift, 11),
        (Qt.Key.Key_Left, none, 10),
        (Qt.Key.Key_End, none, 59),
        (Qt.Key.Key_Left, ctrl, index.position_at(index.times[59] - 1.0)),
        (Qt.Key.Key_Home, none, 0),
    ):
        _press(window, key, keys)
        qtbot.waitUntil(lambda e=expected: controller.frame.position == e, timeout=5000)
        with FrameReader(index) as reader:
            np.testing.assert_array_equal(controller.frame.image, reader.read(expected).image)


def test_space_plays_and_pauses(watching, qtbot):
    window, _ = watching
    play = window.watch.controller.playback
    _press(window, Qt.Key.Key_Space)
    assert play.playing
    qtbot.waitUntil(lambda: play.position > 3)
    _press(window, Qt.Key.Key_Space)
    assert not play.playing


def test_a_click_on_the_curves_shows_that_frame(watching, qtbot):
    window, index = watching
    curves = window.watch.curves
    curves.set_recording(index.times, (1, 12))
    x = round(curves.x_of(float(index.times[30])) + 1)
    qtbot.mouseClick(curves, Qt.MouseButton.LeftButton, pos=QPoint(x, 20))
    expected = index.position_at(curves.seconds_at(x))
    qtbot.waitUntil(lambda: window.watch.controller.frame.position == expected, timeout=5000)


def test_pages_change_by_key_and_each_key_works_on_its_own_page_only(watching, qtbot):
    window, _ = watching
    ctrl = Qt.KeyboardModifier.ControlModifier
    play = window.watch.controller.playback
    for place, key in ((1, Qt.Key.Key_2), (2, Qt.Key.Key_3), (3, Qt.Key.Key_4)):
        _press(window, key, ctrl)
        assert window.pages[place].isVisible()
        _press(window, Qt.Key.Key_Space)
        assert not play.playing
        assert not window.top_bar.models.isVisible()
    _press(window, Qt.Key.Key_1, ctrl)
    assert window.watch.isVisible()
    _press(window, Qt.Key.Key_Space)
    assert play.playing


def test_leaving_the_page_stops_the_sound_and_the_picture(watching, qtbot):
    window, _ = watching
    _press(window, Qt.Key.Key_Space)
    window.show_page(1)
    assert not window.watch.controller.playback.playing


def test_the_key_map_opens_by_key(window, without_analysis, qtbot):
    QTest.keyClick(window, Qt.Key.Key_Question)
    dialog = window.findChild(KeyDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()


def test_every_shortcut_is_in_a_menu(window, without_analysis):
    in_menus = {action.objectName() for menu in window.findChildren(QMenu) for action in menu.actions()}
    shown = {name for name in window.actions_by_id if name.startswith(("study", "recording", "view", "help"))}
    assert shown <= in_menus
    assert set(window.watch.actions_by_id) <= in_menus


def test_a_broken_file_is_told_without_stopping_the_work(window, tmp_path, qtbot, without_analysis):
    broken = tmp_path / "broken.avi"
    broken.write_bytes(b"RIFF but no video")
    window.workspace.open_paths([broken])
    qtbot.waitUntil(lambda: window.notices.current is not None, timeout=8000)
    assert "broken.avi" in window.notices.current.text
    assert window.workspace.recordings()[0].status is Status.PROBLEM
    assert window.empty.isVisible()


def test_the_look_can_be_switched_from_the_menu(watching, qapp):
    window, _ = watching
    before = qapp.palette()
    window.actions_by_id["view.theme_dark"].trigger()
    qapp.processEvents()
    assert theme_of(window.watch.curves.palette()) is DARK
    window.set_theme(ThemeMode.LIGHT)
    qapp.setPalette(before)


def test_everything_that_takes_the_focus_has_a_name(watching):
    window, _ = watching
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and isinstance(widget, QAbstractButton | QComboBox)
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_the_window_comes_back_where_it_was(qtbot, tmp_path, without_analysis):
    sizes = []
    for width in (790, 0):  # the screen has 800; some fonts need 766
        made = make_window(Workspace(home=tmp_path / "home"))
        if width:
            made.resize(width, 660)
        made.show()
        sizes.append((made.width(), made.height()))
        made.close()
        made.deleteLater()
    assert sizes[0] == sizes[1] == (790, 660)


def test_closing_a_study_empties_the_window(watching, qtbot):
    window, _ = watching
    window.actions_by_id["study.close"].trigger()
    assert window.empty.isVisible()
    assert window.workspace.recordings() == ()
    assert window.watch.controller.index is None


@pytest.mark.parametrize("when", ["at once", "while analysing"])
def test_closing_the_window_ends_everything(qtbot, tmp_path, make_video, untrained_model, when):
    window = make_window(Workspace(home=tmp_path / "home"))
    window.show()
    window.workspace.new_study(tmp_path / "Mine")
    for suffix in (".safetensors", ".json"):
        shutil.copy(untrained_model.with_suffix(suffix), tmp_path / f"Mine.austudio/models/own{suffix}")
    window.workspace.refresh_models()
    window.workspace.choose_model("own")
    window.workspace.open_paths([make_video(n_frames=400)])
    if when == "while analysing":
        qtbot.waitUntil(lambda: bool(window.watch.controller.live.covered.any()), timeout=START)
        window.watch.controller.playback.play()
        qtbot.wait(50)
    window.close()
    window.deleteLater()
    assert not (tmp_path / "Mine.austudio" / "lock").exists() or _can_be_opened(tmp_path)


def _can_be_opened(folder: Path) -> bool:
    other = Workspace(home=folder / "home")
    opened = other.open_study(folder / "Mine.austudio")
    other.close()
    return opened


def test_curves_fill_while_the_video_plays_and_are_there_at_the_next_opening(
    window, make_video, untrained_model, tmp_path, qtbot
):
    work, live = window.workspace, window.watch.controller.live
    work.new_study(tmp_path / "Mine")
    for suffix in (".safetensors", ".json"):
        shutil.copy(untrained_model.with_suffix(suffix), tmp_path / f"Mine.austudio/models/own{suffix}")
    work.refresh_models()
    work.choose_model("own")
    work.open_paths([make_video("a.mp4", 80), make_video("b.mp4", 30)])
    qtbot.waitUntil(lambda: live.complete, timeout=START)
    recording = work.current
    assert recording.status is Status.DONE
    assert work.has_analysis(recording.id)
    qtbot.waitUntil(lambda: work.recordings()[1].status is not Status.CHECKING)
    work.open_neighbour(1)
    qtbot.waitUntil(lambda: work.current.name == "b.mp4" and live.complete, timeout=START)
    stored = []
    live.finished.connect(stored.append)
    work.open_neighbour(-1)
    qtbot.waitUntil(lambda: stored == [False], timeout=START)
    assert work.current.name == "a.mp4"
    assert len(live.covered) == 80


def test_lists_keep_their_keys_while_they_have_the_focus(watching, qtbot):
    window, _ = watching
    speed = window.watch.transport.findChild(ChoiceBox)
    play = window.watch.controller.playback
    speed.setFocus()
    before = speed.currentIndex()
    position = play.position
    QTest.keyClick(speed, Qt.Key.Key_Down)
    assert speed.currentIndex() == before + 1
    assert play.speed == speed.currentData() != 1.0
    assert play.position == position
    QTest.keyClick(speed, Qt.Key.Key_Right)
    assert play.position == position + 1


def test_a_locked_study_can_be_opened_for_reading_from_the_notice(window, tmp_path):
    from au_studio.study.study import Study

    with Study.create(tmp_path / "Mine") as study:
        window.workspace.open_study(study.root)
        assert "is open by" in window.notices.current.text
        button = window.notices.remedies.itemAt(0).widget()
        assert button.text() == "Open for reading only"
        button.click()
        assert window.workspace.read_only
        assert window.windowTitle() == "Mine (reading only) – AU Studio"
        assert f"process {os.getpid()}" in window._study_label.toolTip()
        assert window.notices.isHidden()
        window.workspace.close_study()


def test_a_long_search_for_videos_shows_itself_and_can_be_cancelled(
    window, without_analysis, tmp_path, qtbot, monkeypatch
):
    def find(_folder, _wanted, should_stop):
        while not should_stop():
            pass
        raise Stopped("The search was stopped.")

    monkeypatch.setattr(video_search, "find_videos", find)
    work = window.workspace
    work.new_study(tmp_path / "Mine")
    work.find_missing(tmp_path)
    qtbot.waitUntil(window.search.isVisible, timeout=5000)
    assert window.search.text.text() == f"Looking for missing videos in {tmp_path}"
    QTest.mouseClick(window.search.button, Qt.MouseButton.LeftButton)
    assert not window.search.isVisible()


def test_a_damaged_study_is_restored_from_the_notice(window, tmp_path):
    from au_studio.study.study import Study

    with Study.create(tmp_path / "Mine") as study:
        study.backup()
    (study.root / "study.sqlite").write_bytes(b"garbage")
    window.workspace.open_study(study.root)
    button = window.notices.remedies.itemAt(0).widget()
    assert button.text() == "Restore the last good backup"
    button.click()
    assert window.workspace.study is not None
    assert not window.workspace.read_only


def test_panels_are_in_the_view_menu_and_the_layout_is_reset(watching):
    window, _ = watching
    panels = window.watch.panels
    menu = next(m for m in window.findChildren(QMenu) if m.title() == "&Panels")
    menu.aboutToShow.emit()
    named = {action.text(): action for action in menu.actions()}
    assert {"Picture", "Curves", "Markers", "Stretch"} <= set(named)
    named["Intensities of the frame"].trigger()
    assert panels.panels["intensities"].isHidden()
    panels.panels["curves"].setFloating(True)
    window.show_page(1)  # coding is blind: what lies outside goes along
    assert not panels.panels["curves"].isVisible()
    window.show_page(0)
    assert panels.panels["curves"].isVisible()
    reset = next(a for a in window.findChildren(QAction) if a.objectName() == "view.reset_layout")
    reset.trigger()
    assert not panels.panels["curves"].isFloating()
    assert panels.panels["intensities"].isVisible()


def test_videos_watched_lately_are_offered(watching, make_video, qtbot):
    window, index = watching
    menu = next(m for m in window.findChildren(QMenu) if m.title() == "Open re&cent video")
    menu.aboutToShow.emit()
    assert menu.actions()[0].statusTip() == str(index.path)
    index.path.rename(index.path.with_name("gone.mp4"))
    menu.aboutToShow.emit()
    assert str(index.path) not in [action.statusTip() for action in menu.actions()]


@pytest.mark.parametrize("code", ["en", "de"])
def test_every_menu_of_the_bar_has_a_letter_of_its_own(code, qapp, tmp_path):
    language.speak(qapp, code)
    try:
        window = make_window(Workspace(home=tmp_path))
        titles = [action.text() for action in window.menuBar().actions()]
        letters = [title[title.index("&") + 1].lower() for title in titles]
        assert sorted(letters) == sorted(set(letters)), titles
        assert len(titles) == 11
        window.close()
    finally:
        language.speak(qapp, language.ENGLISH)
