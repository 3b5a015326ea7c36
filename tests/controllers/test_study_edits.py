"""Recordings leave a study and come back, with all that hangs on them."""

from __future__ import annotations

import pytest

from au_studio.controllers.study_edits import StudyEdits, names_of, removal_text
from au_studio.study.ratings import RatingInput
from au_studio.study.records import Belongings


@pytest.fixture
def edits(sampled):
    return StudyEdits(sampled)


def names(workspace):
    return [item.name for item in workspace.recordings()]


def test_what_was_removed_comes_back_where_it_was(edits, sampled, qtbot):
    first = sampled.recordings()[0].id
    with qtbot.waitSignal(edits.changed):
        edits.remove([first])
    assert names(sampled) == ["two.mp4"]
    assert [r.name for r in sampled.study.recordings()] == ["two.mp4"]
    edits.undo()
    assert names(sampled) == ["one.mp4", "two.mp4"]
    edits.redo()
    assert names(sampled) == ["two.mp4"]


def test_a_study_that_cannot_be_written_keeps_its_recordings(edits, sampled, monkeypatch):
    monkeypatch.setattr(sampled, "may_write", lambda: False)
    edits.remove([item.id for item in sampled.recordings()])
    assert names(sampled) == ["one.mp4", "two.mp4"]


def test_what_leaves_with_a_recording_is_counted(edits, sampled):
    study, first = sampled.study, sampled.recordings()[0].id
    pts = study.samples()[0].pts[0]
    study.rate_many(study.add_coder("AB").id, [RatingInput(first, pts, 12, 1)])
    found = edits.belongings(first)
    assert (found.n_ratings, found.n_coders, found.n_frames) == (1, 1, 8)
    assert edits.belongings("nobody") is None


@pytest.mark.parametrize(
    ("belongings", "words"),
    [
        (None, "The video file stays"),
        (Belongings(0, 0, 0, 0), "The video file stays"),
        (Belongings(1, 1, 0, 0), "With it goes 1 rating by 1 coder:"),
        (Belongings(3, 2, 8, 0), "With it go 3 ratings by 2 coders and 8 sampled frames:"),
    ],
)
def test_people_are_told_before(belongings, words):
    assert removal_text(belongings).startswith(words)


def test_one_line_is_called_by_its_name_and_several_by_their_number(sampled):
    lines = sampled.recordings()
    assert names_of(lines[:1]) == "“one.mp4”"
    assert names_of(lines) == "2 recordings"
