"""The curves: what is painted, where a click goes, how zooming behaves."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from au_studio.controllers.watch.row_choices import RowChoices
from au_studio.live.series import Series
from au_studio.ui.theme import LIGHT, palette_of, series_style
from au_studio.ui.watch.curves_view import CurvesView

AUS = (1, 6, 12)
TIMES = 5.0 + np.arange(500) / 25.0


@pytest.fixture
def view(qtbot) -> CurvesView:
    made = CurvesView()
    made.setPalette(palette_of(LIGHT))
    qtbot.addWidget(made)
    made.resize(700, 240)
    made.set_recording(TIMES, AUS)
    return made


def _series(values: np.ndarray) -> Series:
    series = Series(len(values), values.shape[1])
    series.put(0, values.astype(np.float32))
    return series


def _colored_rows(view, lane: int, x: float, color) -> list[int]:
    image = view.grab().toImage()
    height = view.lanes_rect().height() / len(AUS)
    rows = range(int(lane * height) + 1, int((lane + 1) * height) - 1)
    return [row for row in rows if image.pixelColor(int(x), row).name() == color.name()]


def test_a_click_asks_for_the_time_under_the_pointer(view, qtbot):
    asked = []
    view.seek_requested.connect(asked.append)
    x = view.x_of(12.0)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(x), 50))
    assert asked[0] == pytest.approx(12.0, abs=0.05)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(2, 50))  # a name: its row is chosen
    assert len(asked) == 1
    assert view.row == "AU01"


def test_the_wheel_zooms_around_the_pointer_and_fit_shows_everything(view):
    before = view.seconds_at(400)
    wheel = QWheelEvent(
        QPointF(400, 50),
        QPointF(400, 50),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    view.wheelEvent(wheel)
    start, stop = view.view
    assert stop - start == pytest.approx(0.8 * (TIMES[-1] - TIMES[0]))
    assert view.seconds_at(400) == pytest.approx(before)
    view.fit()
    assert view.view == (TIMES[0], TIMES[-1])


def test_zooming_never_leaves_the_recording(view):
    for _ in range(60):
        view.zoom(0.7)
    start, stop = view.view
    assert TIMES[0] <= start < stop <= TIMES[-1]
    assert stop - start >= 7 / 25
    for _ in range(60):
        view.zoom(1.5)
    assert view.view == (TIMES[0], TIMES[-1])


def test_the_view_follows_the_cursor_out_of_it(view):
    view.set_view(6, 8)
    view.set_cursor(15.0)
    start, stop = view.view
    assert start <= 15.0 <= stop
    assert stop - start == pytest.approx(2)


def test_shift_drag_moves_the_view_and_does_not_seek(view, qtbot):
    view.set_view(10, 12)
    asked = []
    view.seek_requested.connect(asked.append)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, QPoint(400, 50))
    qtbot.mouseMove(view, QPoint(300, 50))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 50))
    assert asked == []
    assert view.view[0] > 10


def test_a_curve_is_painted_at_the_height_of_its_value(view):
    values = np.zeros((500, 3))
    values[:, 1] = 5
    view.set_series(_series(values), None, None)
    height = view.lanes_rect().height() / len(AUS)
    x = view.x_of(10.0)
    low = _colored_rows(view, 0, x, series_style(1, LIGHT).color)
    high = _colored_rows(view, 1, x, series_style(6, LIGHT).color)
    assert low
    assert min(low) > 0.9 * height
    assert high
    assert max(high) < height + 0.1 * height


def test_where_there_is_no_face_there_is_no_curve(view):
    values = np.full((500, 3), 2.5)
    values[100:200] = np.nan
    view.set_series(_series(values), None, None)
    color = series_style(12, LIGHT).color
    assert _colored_rows(view, 2, view.x_of(TIMES[50]), color)
    assert not _colored_rows(view, 2, view.x_of(TIMES[150]), color)


def test_a_single_peak_shows_in_a_long_recording(qtbot):
    view = CurvesView()
    view.setPalette(palette_of(LIGHT))
    qtbot.addWidget(view)
    view.resize(700, 240)
    values = np.zeros((200_000, 3))
    values[123_456, 2] = 5
    times = np.arange(200_000) / 30.0
    view.set_recording(times, AUS)
    view.set_series(_series(values), None, None)
    color = series_style(12, LIGHT).color
    columns = range(int(view.x_of(times[123_456])) - 2, int(view.x_of(times[123_456])) + 3)
    assert max(len(_colored_rows(view, 2, x, color)) for x in columns) > 20


def test_values_of_the_frame_are_written_and_missing_ones_are_a_dash(view):
    view.set_values(None)
    empty = view.grab().toImage()
    view.set_values(np.array([0.5, 4.25, np.nan], np.float32))
    written = view.grab().toImage()
    right = view.lanes_rect().right()
    height = view.lanes_rect().height() / len(AUS)

    def changed(lane):
        rows = range(int(lane * height), int((lane + 1) * height))
        spots = [(x, y) for x in range(int(right) + 1, view.width()) for y in rows]
        return any(empty.pixel(x, y) != written.pixel(x, y) for x, y in spots)

    assert changed(0)
    assert changed(1)
    assert not changed(2)


def test_growing_values_appear_without_being_set_again(view, qtbot):
    series = Series(500, 3)
    view.set_series(series, None, None)
    color = series_style(12, LIGHT).color
    x = view.x_of(TIMES[50])
    assert not _colored_rows(view, 2, x, color)
    series.put(0, np.full((100, 3), 2.5, np.float32))
    view.data_grown()
    qtbot.waitUntil(lambda: bool(_colored_rows(view, 2, x, color)))


def test_hidden_action_units_leave_their_room_to_the_others(view):
    values = np.zeros((500, 3))
    values[:, 2] = 5
    view.set_series(_series(values), None, None)
    color = series_style(12, LIGHT).color
    x = view.x_of(10.0)
    in_its_lane = _colored_rows(view, 2, x, color)
    view.set_rows(RowChoices(hidden=frozenset({"AU01", "AU06"})))
    assert in_its_lane
    assert not _colored_rows(view, 2, view.x_of(10.0), color)
    assert _colored_rows(view, 0, view.x_of(10.0), color)
    view.set_rows(RowChoices())
    assert _colored_rows(view, 2, view.x_of(10.0), color)
