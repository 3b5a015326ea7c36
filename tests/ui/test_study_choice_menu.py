"""Menus of what holds for a whole study: what they say and keep, and a mark at what is really used."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.controllers.workspace import Workspace
from au_studio.face import fan
from au_studio.ui.app import make_window
from au_studio.ui.main_window import MainWindow
from au_studio.ui.study_choice_menu import StudyChoiceMenu


@pytest.fixture
def weights(tmp_path, monkeypatch) -> Path:
    """Where the weight file belongs; it is not there."""
    monkeypatch.setattr(fan, "weight_folders", lambda: (tmp_path, tmp_path))
    monkeypatch.setattr(fan, "verify", lambda file: None)
    return tmp_path / fan.WEIGHTS


@pytest.fixture
def window(qtbot, tmp_path: Path, monkeypatch, weights) -> Iterator[MainWindow]:
    monkeypatch.setattr(LiveAnalysis, "start", lambda self: None)
    made = make_window(Workspace(home=tmp_path / "home"))
    made.show()
    yield made
    made.close()
    made.deleteLater()


def _pick(menu: StudyChoiceMenu, name: str) -> None:
    """Open the menu and click a line, as the mouse does."""
    menu.popup(menu.parentWidget().mapToGlobal(menu.parentWidget().rect().topLeft()))
    place = menu.actionGeometry(menu.actions_by_name[name]).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    menu.close()


def _marked(menu: StudyChoiceMenu) -> list[str]:
    return [name for name, action in menu.actions_by_name.items() if action.isChecked()]


def test_the_menu_is_under_recording_and_waits_for_a_study(window, tmp_path):
    menu = window.face_finder_menu
    recording = menu.parentWidget()
    assert recording.title() == "&Recording"
    assert menu.menuAction() in recording.actions()
    assert [a.text().replace("&", "") for a in menu.actions()] == [
        "MediaPipe mesh (ships with AU Studio)",
        "face-alignment (FAN, 68 points)",
    ]
    assert not menu.isEnabled()
    window.workspace.new_study(tmp_path / "Mine")
    assert menu.isEnabled()
    assert _marked(menu) == ["mediapipe"]


def test_without_weights_the_notice_bar_says_what_is_missing_and_the_mark_stays(window, tmp_path, weights):
    window.workspace.new_study(tmp_path / "Mine")
    menu = window.face_finder_menu
    _pick(menu, "face-alignment")
    notice = window.notices.current
    assert notice.level == "warning"
    for part in (fan.WEIGHTS, str(weights.parent), "mediapipe is used"):
        assert part in notice.text
    assert _marked(menu) == ["mediapipe"]


def test_with_weights_the_mark_moves_and_follows_each_study(window, tmp_path, weights):
    weights.write_bytes(b"weights")
    work, menu = window.workspace, window.face_finder_menu
    work.new_study(tmp_path / "One")
    _pick(menu, "face-alignment")
    assert _marked(menu) == ["face-alignment"]
    assert "found by face-alignment" in window.notices.current.text
    work.new_study(tmp_path / "Two")
    assert _marked(menu) == ["mediapipe"]
    work.open_study(tmp_path / "One.austudio")
    assert _marked(menu) == ["face-alignment"]
    _pick(menu, "mediapipe")
    assert _marked(menu) == ["mediapipe"]


def test_the_menu_of_rests_waits_for_a_study_and_marks_what_is_in_use(window, tmp_path):
    menu = window.menus.rest
    assert menu.menuAction() in menu.parentWidget().actions()
    assert not menu.isEnabled()
    window.workspace.new_study(tmp_path / "Mine")
    assert menu.isEnabled()
    assert menu.actions_by_name["running"].isChecked()
    menu.actions_by_name["refined"].trigger()
    assert window.workspace.rest.kind == "refined"
    assert [k for k, action in menu.actions_by_name.items() if action.isChecked()] == ["refined"]
    assert all(len(action.toolTip()) > 40 for action in menu.actions_by_name.values())
    window.workspace.close_study()
    assert menu.actions_by_name["running"].isChecked()
