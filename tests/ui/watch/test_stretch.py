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
    page.stretch.select((1.2, 1.56))
    page.actions_by_id["watch.stretch_figures"].trigger()
    assert page.stretch.panel.isVisible()
    page.stretch.panel.copy.click()
    line = QGuiApplication.clipboard().text().splitlines()[1].split("\t")
    assert line[1:] == ["3.00", "3.00", "100", "100", "100", "1"]
    assert page.stretch.panel.table.rowCount() == len(aus)
    page.stretch.select((0.0, 0.4))  # the figures follow
    assert page.stretch.panel.table.item(0, 2).text().strip() == "0.00"
    table = page.stretch.panel.table
    table.resize(300, 200)  # as little as the panel may have
    needed = table.fontMetrics().horizontalAdvance(table.item(0, 0).text())
    assert table.columnWidth(0) >= needed, "which unit it is can be read"


def test_a_stretch_begins_and_ends_where_the_keys_say_and_shows_on_the_curves(page, qtbot):
    for position, key in ((25, "stretch_begin"), (50, "stretch_end")):
        page.controller.playback.seek(position)
        page.actions_by_id[f"watch.{key}"].trigger()
    assert page.curves.region.span == pytest.approx((1.0, 2.0))
    assert page.transport.timeline.region.span == page.curves.region.span
    assert page.actions_by_id["watch.loop"].isChecked()
    page.actions_by_id["watch.stretch_none"].trigger()
    assert page.curves.region.span is None
    assert not page.controller.playback.loop


def test_a_marker_is_set_at_the_pointer_and_over_the_stretch(page):
    page.markers.add_kind("film")
    page.curves.pointed = 0.99
    page.mark_here.actions()[0].trigger()
    page.stretch.select((1.0, 2.0))
    page.mark_stretch.actions()[0].trigger()
    times = page.controller.index.times
    assert [(m.start, m.stop) for m in page.markers.state.markers] == [
        (pytest.approx(times[24]), None),
        (pytest.approx(times[25]), pytest.approx(times[50])),
    ]


def test_exporting_a_stretch_waits_for_the_analysis_and_says_so(page, qtbot):
    told = []
    page._workspace.notice.connect(lambda text, _level: told.append(text))
    page.actions_by_id["watch.export_stretch"].trigger()
    assert "not analysed to its end yet" in told[0]


def test_rows_are_arranged_by_keys_and_the_menu_shows_what_is_hidden(page):
    menu = page.row_menu.actions_by_id
    page.curves.choose_row("AU12")
    menu["watch.row_hide"].trigger()
    assert "AU12" not in page.curves.all_shown_names()
    ticks = {a.data(): a.isChecked() for a in page._units.actions() if a.data()}
    assert ticks["AU12"] is False
    page.curves.choose_row("AU04")
    menu["watch.row_move_up"].trigger()
    assert page.curves.all_shown_names()[:3] == ["AU01", "AU04", "AU02"]
    menu["watch.row_big"].trigger()
    assert page.curves.all_shown_names() == ["AU04"]
    page.actions_by_id["watch.all_units"].trigger()
    assert len(page.curves.all_shown_names()) == len(page.controller.aus)
