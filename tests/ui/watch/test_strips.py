"""Sound, marked frames and lost faces are seen where they are."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from au_studio.live.series import Series
from au_studio.ui.theme import LIGHT, palette_of
from au_studio.ui.watch.coverage_paint import FACE_LOST, column_states, with_lost_faces
from au_studio.ui.watch.curves_view import CurvesView
from au_studio.ui.watch.legend import SIGNS
from au_studio.ui.watch.row_hints import hint_at
from au_studio.ui.watch.strip_paint import Marks, columns_of

TIMES = np.arange(1000) / 25.0


@pytest.fixture
def view(qtbot) -> CurvesView:
    made = CurvesView()
    made.setPalette(palette_of(LIGHT))
    qtbot.addWidget(made)
    made.resize(700, 240)
    made.set_recording(TIMES, (1, 12))
    return made


def marks() -> Marks:
    return Marks(
        unrated=TIMES[[100]],
        rated=TIMES[[500, 800]],
        disputed=TIMES[[500, 800]],
        steps=np.array([1, 3]),
        units=((12,), (1, 12)),
    )


def colours(view, row, seconds):
    rect = next(r.rect for r in view.strips_in_sight() if r.name == row)
    image = view.grab().toImage()
    x = round(view.x_of(seconds))
    rows = range(int(rect.top()) + 1, int(rect.bottom()) - 1)
    return [image.pixelColor(at, y).name() for at in (x - 1, x, x + 1) for y in rows]


def test_drawn_rated_and_disputed_frames_look_different(view):
    before = view.lanes_rect().height()
    view.set_marks(marks())
    assert view.lanes_rect().height() < before  # they have a row of their own
    unrated, alike, apart = (colours(view, "ratings", s) for s in (4.0, 20.0, 32.0))
    assert LIGHT.muted in unrated
    assert LIGHT.good not in unrated
    assert LIGHT.good in alike
    assert LIGHT.warning in alike
    assert LIGHT.problem in apart
    assert LIGHT.problem not in alike
    view.set_marks(Marks())
    assert view.lanes_rect().height() == before


def test_the_marks_say_what_they_mean(view):
    view.set_marks(marks())
    rect = view.strips_in_sight()[0].rect
    told = hint_at(view, QPointF(view.x_of(32.0), rect.center().y()), ())
    assert told == "0:32.00: drawn and rated\ntwo coders differ by 3 steps at most, in AU01, AU12"
    assert hint_at(view, QPointF(view.x_of(10.0), rect.center().y()), ()) == ""
    assert len(SIGNS) == 11


def test_sound_is_high_where_it_is_loud(view):
    series = Series(4000, 2)
    values = np.zeros((4000, 2), np.float32)
    values[2000:] = (-0.5, 0.5)
    series.put(0, values)
    view.set_sound(series)
    quiet, loud = (colours(view, "sound", s).count(LIGHT.muted) for s in (10.0, 30.0))
    assert loud > 5 * max(quiet, 1)
    view.set_view(30.0, 30.5)  # fewer hundredths of a second than columns
    assert colours(view, "sound", 30.2).count(LIGHT.muted) > 5


def test_a_lost_face_is_seen_however_short_it_is():
    covered = np.full(1000, 2, np.uint8)
    values = np.ones((1000, 2), np.float32)
    values[123] = np.nan
    covered[900:] = 0
    values[900:] = np.nan
    states = with_lost_faces(covered, values)
    assert np.flatnonzero(states == FACE_LOST).tolist() == [123]
    columns = column_states(states, TIMES, (0.0, TIMES[-1]), 50)
    assert np.flatnonzero(columns == FACE_LOST).tolist() == [6]
    assert columns[-1] == 0
    zoomed = column_states(states, TIMES, (4.8, 5.2), 400)
    assert 30 < np.count_nonzero(zoomed == FACE_LOST) < 50  # one frame of 40 ms in 400 columns of 1 ms


def test_every_moment_falls_into_one_column():
    assert columns_of(np.array([0.0, 0.01, 5.0, 10.0, 11.0]), (0.0, 10.0), 10).tolist() == [0, 5, 9]
