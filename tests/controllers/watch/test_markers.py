"""Markers are set where the playhead is, changed, taken back; kinds of them have digits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from au_studio.controllers.watch.markers import MarkersController


@pytest.fixture
def place():
    """The position of the frame on the screen: the test moves it."""
    return [0]


@pytest.fixture
def markers(sampled, place, qtbot):
    sampled.open_recording(sampled.recordings()[0].id)
    qtbot.waitUntil(lambda: sampled.index is not None, timeout=10_000)
    made = MarkersController(sampled, lambda: place[0])
    made.add_kind("smile")
    made.add_kind("frown")
    return made


def shown(markers):
    return [
        (m.name, round(m.start, 3), None if m.stop is None else round(m.stop, 3))
        for m in markers.state.markers
    ]


def test_a_digit_sets_a_marker_at_the_frame_on_the_screen(markers, place):
    place[0] = 10
    markers.set_by_key(1)
    place[0] = 999  # beyond the end
    markers.set_by_key(2)
    assert shown(markers) == [("smile", 0.4, None), ("frown", 1.56, None)]


def test_a_digit_without_a_kind_says_how_to_make_one(markers, sampled):
    said = []
    sampled.notice.connect(lambda text, _level: said.append(text))
    markers.set_by_key(9)
    assert "No kind of marker has the key 9" in said[0]
    assert shown(markers) == []


@pytest.mark.parametrize(("begin", "end"), [(5, 20), (20, 5)])
def test_a_marker_reaches_to_where_it_is_ended_forth_or_back(markers, place, begin, end):
    place[0] = begin
    markers.set_by_key(1)
    place[0] = end
    markers.end_here()
    assert shown(markers) == [("smile", 0.2, 0.8)]


def test_ending_needs_a_beginning(markers, sampled):
    said = []
    sampled.notice.connect(lambda text, _level: said.append(text))
    markers.end_here()
    assert "begins first" in said[0]


def test_what_is_undone_is_gone_to(markers, place, qtbot):
    place[0] = 10
    markers.set_by_key(1)
    marker = markers.state.markers[0].marker
    markers.change(replace(marker, note="wide"))
    markers.remove(marker.id)
    assert shown(markers) == []
    with qtbot.waitSignal(markers.seek_requested) as heard:
        markers.undo()
    assert heard.args == [pytest.approx(0.4)]
    assert markers.state.markers[0].marker.note == "wide"
    markers.undo()
    markers.undo()
    assert (shown(markers), markers.state.undo_text) == ([], "")
    markers.redo()
    assert shown(markers) == [("smile", 0.4, None)]


def test_a_kind_that_is_removed_is_offered_no_more_and_its_markers_stay(markers):
    markers.set_by_key(1)
    kind = markers.state.kinds[0]
    markers.remove_kind(kind.id)
    assert [k.name for k in markers.state.kinds] == ["frown"]
    assert shown(markers) == [("smile", 0.0, None)]
    markers.add_kind("nod")
    assert next(k for k in markers.state.kinds if k.name == "nod").key == 1, "the first digit that is free"
