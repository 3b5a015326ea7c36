"""Rows are arranged with the pointer and by keys, and stay so in their study."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest

from au_studio.controllers.watch.row_choices import RowChoices
from au_studio.live.series import Series
from au_studio.ui.theme import LIGHT, palette_of
from au_studio.ui.watch.curves_view import CurvesView
from au_studio.ui.watch.row_layout import LEAST_LANE, place_rows

TIMES = 5.0 + np.arange(500) / 25.0
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot) -> CurvesView:
    made = CurvesView()
    made.setPalette(palette_of(LIGHT))
    qtbot.addWidget(made)
    made.resize(700, 240)
    made.set_recording(TIMES, (1, 6, 12))
    made.rows_changed.connect(made.set_rows)
    series = Series(500, 3)
    series.put(0, np.tile(np.array([0.5, 2.25, 4.0], np.float32), (500, 1)))
    made.set_series(series, None, None)
    return made


def drag(widget, start: QPoint, stop: QPoint) -> None:
    QTest.mousePress(widget, LEFT, pos=start)
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(stop),
        QPointF(stop),
        Qt.MouseButton.NoButton,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    widget.mouseMoveEvent(moved)
    QTest.mouseRelease(widget, LEFT, pos=stop)


def names(view):
    return [row.name for row in view.shown_rows()]


def test_a_row_is_dragged_by_its_name(view):
    chosen = []
    view.rows_changed.connect(chosen.append)
    rows = {row.name: row.rect.center().y() for row in view.shown_rows()}
    drag(view, QPoint(20, round(rows["AU12"])), QPoint(20, 4))
    assert names(view) == ["AU12", "AU01", "AU06"]
    assert len(chosen) == 1
    drag(view, QPoint(20, 10), QPoint(20, 11))  # a click moves nothing
    assert names(view) == ["AU12", "AU01", "AU06"]


def test_a_row_is_resized_by_its_lower_border_and_the_others_share_the_rest(view):
    border = view.shown_rows()[0].rect.bottom()
    drag(view, QPoint(20, round(border)), QPoint(20, round(border) + 30))
    heights = [row.rect.height() for row in view.shown_rows()]
    assert heights[0] == pytest.approx(border + 30, abs=1.5)
    assert heights[1] == pytest.approx(heights[2])
    assert sum(heights) == pytest.approx(view.lanes_rect().height())


def test_a_double_click_shows_a_row_alone_and_all_again(view):
    place = view.shown_rows()[1].rect.center().toPoint()
    QTest.mouseDClick(view, LEFT, pos=place)
    assert names(view) == ["AU06"]
    assert view.lanes_in_sight()[0][2].height() == view.lanes_rect().height()
    QTest.mouseDClick(view, LEFT, pos=place)
    assert names(view) == ["AU01", "AU06", "AU12"]


def test_rows_are_never_too_low_to_be_read_unless_somebody_wants_it():
    placed = place_rows([f"AU{k}" for k in range(20)], {"AU3": 12}, 200.0)
    assert {row.height for row in placed} == {12.0, float(LEAST_LANE)}
    assert place_rows(["AU1"], {"AU1": 50}, 200.0)[0].height == 200.0


def test_the_pointer_reads_every_curve(view):
    view.set_rows(RowChoices(hidden=frozenset({"AU06"})))
    # Offscreen, the pointer does not move by itself.
    none, place = Qt.MouseButton.NoButton, QPointF(view.x_of(12.02), 40)
    keys = Qt.KeyboardModifier.NoModifier
    view.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, place, place, none, none, keys))
    bare = CurvesView.grab(view).toImage()
    assert view._readout[0] == 175
    assert view._readout[1].texts == ("0.50", "2.25", "4.00")
    view.leaveEvent(QEvent(QEvent.Type.Leave))
    assert view.grab().toImage() != bare


def test_a_stretch_is_dragged_on_the_axis_and_its_ends_in_the_curves(view):
    spans, sought = [], []
    view.region_changed.connect(spans.append)
    view.seek_requested.connect(sought.append)
    low = view.height() - 6
    drag(view, QPoint(round(view.x_of(8.0)), low), QPoint(round(view.x_of(12.0)), low))
    assert spans[-1] == pytest.approx((8.0, 12.0), abs=0.05)
    drag(view, QPoint(round(view.x_of(12.0)), 40), QPoint(round(view.x_of(14.0)), 40))
    assert spans[-1] == pytest.approx((8.0, 14.0), abs=0.1)
    assert sought == []
    QTest.mouseClick(view, LEFT, pos=QPoint(round(view.x_of(20.0)), low))  # only goes there
    assert sought[-1] == pytest.approx(20.0, abs=0.05)
    assert view.region.span == pytest.approx((8.0, 14.0), abs=0.1)
