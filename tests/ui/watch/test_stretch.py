"""A stretch is selected on the timeline, looped, changed, and told in figures."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.live.series import Series
from au_studio.ui.watch.watch_page import WatchPage

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(workspace, make_video, qtbot, monkeypatch):
    monkeypatch.setattr(LiveAnalysis, "start", lambda self: None)
    made = WatchPage(workspace)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    workspace.add_videos([make_video("one.mp4", 100)])
    qtbot.waitUntil(lambda: made.controller.frame is not None, timeout=10_000)
    yield made
    made.close_page()
    made.close()


def drag(widget, start: float, stop: float, keys=Qt.KeyboardModifier.NoModifier) -> None:
    y = widget.height() // 2
    places = [QPoint(round(widget._x_of(seconds)), y) for seconds in (start, stop)]
    QTest.mousePress(widget, LEFT, keys, places[0])
    QTest.mouseMove(widget, places[1])
    widget.region.drag(widget._seconds_at(places[1].x()))  # offscreen, a move tells no buttons
    QTest.mouseRelease(widget, LEFT, keys, places[1])


def test_a_stretch_is_dragged_looped_changed_and_ended(page):
    timeline, play = page.transport.timeline, page.controller.playback
    drag(timeline, 1.0, 2.0, SHIFT)
    assert timeline.region.span == pytest.approx((1.0, 2.0), abs=0.01)
    assert play.loop
    assert page.actions_by_id["watch.loop"].isChecked()
    drag(timeline, 2.0, 3.0)  # its end, without Shift
    assert timeline.region.span == pytest.approx((1.0, 3.0), abs=0.01)
    drag(timeline, 2.0, 2.0, SHIFT)
    assert timeline.region.span is None
    assert not play.loop


def test_figures_of_the_stretch_are_shown_and_copied(page):
    aus = page.controller.aus
    n = page.controller.index.n_frames
    exact = Series(n, len(aus))
    values = np.zeros((n, len(aus)), np.float32)
    values[30:40, 0] = 3
    exact.put(0, values)
    page.controller.live.exact = exact
    page.transport.timeline.set_region((1.2, 1.56))
    page.actions_by_id["watch.stretch_figures"].trigger()
    assert page.stretch.isVisible()
    page.stretch.copy.click()
    line = QGuiApplication.clipboard().text().splitlines()[1].split("\t")
    assert line[1:] == ["3.00", "3.00", "100 %", "100 %", "100 %", "1"]
    assert page.stretch.table.rowCount() == len(aus)
    page.select_stretch((0.0, 0.4))  # the figures follow
    assert page.stretch.table.item(0, 2).text().strip() == "0.00"
