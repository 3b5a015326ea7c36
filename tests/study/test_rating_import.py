"""Importing ratings: what fits is known before, and it is all or nothing."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from made_index import made_index

from au_studio.study import rating_import
from au_studio.study.rating_import import (
    coder_names,
    guess_recordings,
    plan_import,
    recording_names,
)
from au_studio.study.rating_place import frame_of
from au_studio.study.rating_table import read_ratings


@pytest.fixture
def plan_of(study, recording, tmp_path):
    """Plans the import of a table (its text) into the study, for its one recording."""

    def make(text: str, coders: dict[str, str] | None = None):
        path = tmp_path / "ratings.csv"
        path.write_text(text)
        table = read_ratings(path)
        names = {c.id: c.name for c in study.coders()}
        return plan_import(
            table,
            {"session.mp4": (recording.id, made_index())},
            coders or {},
            [(names[r.coder_id], r) for r in study.ratings()],
        )

    return make


TABLE = "recording,frame,coder,AU04,AU12\nsession.mp4,2,AB,70,L3?\nsession.mp4,3,CD,0,\n"


def test_ratings_of_new_and_known_coders_are_stored(study, recording, coder, plan_of):
    plan = plan_of(TABLE)
    assert (len(plan.new), len(plan.changed), plan.same, plan.problems) == (3, 0, 0, [])
    study.import_ratings(plan)
    assert [(c.name, c.kind) for c in study.coders()] == [("AB", "human"), ("CD", "imported")]
    assert [(r.pts, r.au, r.value, r.code, r.side, r.unsure, r.visible) for r in study.ratings(coder.id)] == [
        (1024, 4, None, 70, None, False, "imported"),
        (1024, 12, 3, None, "L", True, "imported"),
    ]


def test_importing_twice_changes_nothing(study, recording, coder, plan_of):
    study.import_ratings(plan_of(TABLE))
    again = plan_of(TABLE)
    assert (again.new, again.changed, again.same) == ([], [], 3)


def test_what_differs_replaces_only_when_asked_to(study, recording, coder, plan_of):
    study.rate(coder.id, recording.id, 1024, 12, 1)
    plan = plan_of(TABLE)
    assert (len(plan.new), len(plan.changed)) == (2, 1)
    study.import_ratings(plan)
    assert study.frame_ratings(coder.id, recording.id, 1024)[12].value == 1
    study.import_ratings(plan_of(TABLE), replace_changed=True)
    assert study.frame_ratings(coder.id, recording.id, 1024)[12].value == 3
    assert [e.value for e in study.history(coder.id, au=12)] == [1, 3]


def test_an_import_is_taken_back_and_what_came_after_it_stays(study, recording, coder, plan_of):
    study.rate(coder.id, recording.id, 1024, 12, 1)
    first, second = study.import_ratings(plan_of(TABLE), replace_changed=True)
    study.rate(coder.id, recording.id, 1024, 4, 2)
    assert [(i.id, i.ratings, i.format) for i in study.imports()] == [(first, 1, "wide"), (second, 1, "wide")]
    assert study.take_back_import(first) == 1
    assert {a: r.value for a, r in study.frame_ratings(coder.id, recording.id, 1024).items()} == {4: 2, 12: 1}
    assert [i.id for i in study.imports()] == [second]


def test_an_import_that_fails_midway_leaves_nothing(study, recording, coder, plan_of, monkeypatch):
    plan = plan_of(TABLE)
    calls = []

    def fail_at_the_third(*args, **columns):
        calls.append(columns)
        if len(calls) == 3:
            raise sqlite3.OperationalError("disk I/O error")
        return real(*args, **columns)

    real = rating_import.append_event
    monkeypatch.setattr(rating_import, "append_event", fail_at_the_third)
    with pytest.raises(sqlite3.OperationalError):
        study.import_ratings(plan)
    assert study.ratings() == []
    assert study.history() == []
    assert study.coders() == [coder]


def test_what_does_not_fit_is_named(coder, plan_of):
    plan = plan_of(
        "recording,frame,timestamp,coder,AU12\n"
        "other.mp4,1,,AB,1\nother.mp4,2,,AB,1\n"
        "session.mp4,2000,,AB,1\n"
        "session.mp4,1,0.08,AB,1\n"
        "session.mp4,5,,,1\n"
        "session.mp4,6,,AB,1\nsession.mp4,6,,AB,2\nsession.mp4,6,,AB,1\n"
        "session.mp4,,99,AB,1\n"
    )
    assert len(plan.new) == 1
    assert [p.reason for p in plan.problems] == [
        "the recording has no frame 2000, only 1 to 1000",
        "timestamp 0.08 s and frame 1 are not the same frame",
        "nobody says whose rating it is",
        "the same frame, coder and action unit has another value further up",
        "the recording has no frame at 99 s",
        "2 ratings of a recording that is not in the study, or that is left out",
    ]


def test_somebody_says_whose_ratings_they_are_when_the_file_does_not(coder, plan_of):
    plan = plan_of("recording,frame,AU12\nsession.mp4,1,3\n", {"": "AB"})
    assert [r.coder for r in plan.new] == ["AB"]


def test_a_frame_is_found_by_pts_time_or_number(tmp_path):
    path = tmp_path / "r.csv"
    path.write_text("frame,timestamp,pts,AU12\n3,,,1\n,0.120001,,1\n,,1536,1\n3,0.12,1536,1\n,,7,1\n")
    index = made_index()
    *good, bad = read_ratings(path).ratings
    assert [frame_of(rating, index) for rating in good] == [1536] * 4
    with pytest.raises(ValueError, match="no frame with the timestamp"):
        frame_of(bad, index)


def test_a_time_behind_the_last_frame_is_no_frame(tmp_path):
    index = made_index()
    gap = float(index.times[1] - index.times[0])
    path = tmp_path / "r.csv"
    rows = "".join(f"{index.times[-1] + n * gap:.6f},1\n" for n in (0.4, 2))
    path.write_text(f"timestamp,AU12\n{rows}")
    last, behind = read_ratings(path).ratings
    assert frame_of(last, index) == index.pts[-1]
    with pytest.raises(ValueError, match="no frame at"):
        frame_of(behind, index)


def test_recordings_are_found_by_name_stem_part_or_disfa_subject(study, add_video):
    a = add_video("Session 1.MP4")
    b = add_video("LeftVideoSN001_comp.avi")
    add_video("twins A.mp4")
    add_video("twins B.mp4")
    names = ["session 1.mp4", "Session 1", "SN001", "sub_SN001_x", "twins", "nobody"]
    assert guess_recordings(names, study.recordings()) == {
        "session 1.mp4": a.id,
        "Session 1": a.id,
        "SN001": b.id,
        "sub_SN001_x": b.id,
        "twins": None,
        "nobody": None,
    }


def test_names_come_once_in_their_order(tmp_path):
    path = tmp_path / "r.csv"
    path.write_text("recording,frame,coder,AU12\nb,1,X1,1\na,1,,1\nb,2,X1,1\n")
    table = read_ratings(path)
    assert recording_names(table) == ["b", "a"]
    assert coder_names(table) == ["X1", ""]


@pytest.mark.parametrize(
    ("name", "recording", "meant"),
    [
        ("P1", "P10.mp4", False),
        ("P1", "P1 second visit.mp4", True),
        ("1", "session 21.mp4", False),
        ("01", "VP_01_cut.mp4", True),
    ],
)
def test_a_number_is_not_found_within_a_longer_one(study, add_video, name, recording, meant):
    only = add_video(recording)
    assert guess_recordings([name], study.recordings()) == {name: only.id if meant else None}
