"""Calibration and bands on the Watch page: marks in the menu, and what is seen."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.nn.expected_error import KNOTS, LEVELS, ExpectedErrors
from au_studio.study.recording_list import Status
from au_studio.ui.watch.watch_page import WatchPage


@pytest.fixture
def page(workspace, make_video, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(LiveAnalysis, "start", lambda live: None)  # the values come from this test
    workspace.new_study(tmp_path / "Mine")
    page = WatchPage(workspace)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    workspace.add_videos([make_video("one.mp4", 100)])
    qtbot.waitUntil(lambda: [i.status for i in workspace.recordings()] == [Status.READY], timeout=10_000)
    qtbot.waitUntil(lambda: page.controller.frame is not None, timeout=10_000)
    live = page.controller.live
    n = len(live.aus)
    flat = ExpectedErrors(live.aus, ((0.5,) * len(KNOTS),) * n, ((1.6,) * len(LEVELS),) * n)
    workspace.model.card["error_model"] = {"model": flat.to_json()}
    values = np.full((100, n), 1.0, np.float32)
    values[50:] = 3.0
    live.exact.put(0, values)
    live.covered[:], live.complete = 2, True
    live.grown.emit(0, 100)
    page.curves.setFocus()
    yield page
    page.close_page()
    page.close()


def pictured(page):
    """How much of the lanes is coloured."""
    page.curves.repaint()
    image = page.curves.grab().toImage().convertToFormat(page.curves.grab().toImage().Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)[..., :3]
    return pixels.copy()


def test_the_menu_calibrates_what_bars_and_curves_show(page):
    assert page.controller.values()[0] == pytest.approx(1.0)
    page.actions_by_id["watch.calibrated"].trigger()
    assert page.actions_by_id["watch.calibrated"].isChecked()
    assert page.controller.values()[0] == pytest.approx(0.0, abs=1e-6)
    assert "AU12 0.0" in page.bars.accessibleDescription()
    page.actions_by_id["watch.calibrated"].trigger()
    assert page.controller.values()[0] == pytest.approx(1.0)


def test_the_menu_shades_where_the_truth_may_be_and_the_page_remembers_it(page, workspace):
    before = pictured(page)
    page.actions_by_id["watch.bands"].trigger()
    assert workspace.study.setting("watch.bands") is True
    after = pictured(page)
    assert (before != after).any(axis=-1).mean() > 0.05
    page.close_page()
    again = WatchPage(workspace)
    assert again.actions_by_id["watch.bands"].isChecked()
    again.close_page()


def test_the_menu_makes_the_frame_on_the_screen_the_neutral_reference(page, workspace, qtbot):
    page.controller.playback.seek(70)
    qtbot.waitUntil(lambda: page.controller.frame.position == 70, timeout=5_000)
    page.actions_by_id["watch.calibrated"].trigger()
    page.actions_by_id["watch.neutral"].trigger()
    assert page.controller.values()[0] == pytest.approx(0.0, abs=1e-6)
    assert page.controller.display.display.calibration.values == pytest.approx(
        (3.0,) * len(page.controller.aus)
    )


def test_the_curves_are_saved_as_a_picture_from_menu_and_context_menu(page, tmp_path, monkeypatch):
    asked = []

    def ask(_parent, _title, proposed, _kinds):
        asked.append(Path(proposed).name)
        return str(tmp_path / "curves.svg"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    (action,) = [a for a in page.curves.actions() if a.objectName() == "watch.save_picture"]
    assert page.curves.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    assert action in page.menu_actions()
    action.trigger()
    assert asked == ["one curves.png"]
    assert "AU12" in (tmp_path / "curves.svg").read_text(encoding="utf-8")
