"""Event markers and their kinds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from au_studio.study.errors import NameTakenError, NotInStudyError


@pytest.fixture
def kind(study):
    return study.add_marker_kind("  question  asked ", key=1)


def test_kinds_have_unique_names_and_digits(study, kind):
    other = study.add_marker_kind("stimulus")
    assert [(k.name, k.colour, k.key) for k in study.marker_kinds()] == [
        ("question asked", 0, 1),
        ("stimulus", 1, None),
    ]
    with pytest.raises(NameTakenError, match="named Stimulus already"):
        study.add_marker_kind("Stimulus")
    with pytest.raises(NameTakenError, match="the key 1 already"):
        study.change_marker_kind(other.id, name="stimulus", colour=1, key=1)
    with pytest.raises(ValueError, match="needs a name"):
        study.add_marker_kind(" ")
    study.change_marker_kind(other.id, name="picture", colour=4, key=2)
    assert study.marker_kinds()[1].name == "picture"


def test_a_removed_kind_frees_its_digit_and_its_markers_stay(study, recording, kind):
    marker = study.add_marker(recording.id, kind.id, 40)
    study.remove_marker_kind(kind.id)
    assert study.marker_kinds() == []
    assert [k.name for k in study.marker_kinds(removed=True)] == ["question asked"]
    assert study.markers() == [marker]
    study.add_marker_kind("answer", key=1)


def test_markers_come_in_the_order_of_time_and_can_be_changed(study, recording, kind):
    late = study.add_marker(recording.id, kind.id, 400, 800, " loud ")
    early = study.add_marker(recording.id, kind.id, 40)
    assert study.markers(recording.id) == [early, late]
    assert (late.note, late.stop, early.stop) == ("loud", 800, None)
    moved = replace(early, start=900, note="moved")
    study.change_marker(moved)
    assert study.markers(recording.id) == [late, moved]


def test_a_marker_taken_away_can_be_brought_back(study, recording, kind):
    marker = study.add_marker(recording.id, kind.id, 40, 80)
    study.remove_marker(marker.id)
    assert study.markers() == []
    study.bring_back_marker(marker.id)
    assert study.markers() == [marker]


def test_a_span_cannot_end_before_it_begins(study, recording, kind):
    with pytest.raises(ValueError, match="before it begins"):
        study.add_marker(recording.id, kind.id, 80, 40)
    with pytest.raises(NotInStudyError):
        study.add_marker("r0", kind.id, 80)
    assert study.markers() == []
