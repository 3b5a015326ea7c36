"""The hot queries find their rows by an index, so that they stay quick in a study of 100,000 ratings."""

from __future__ import annotations

import contextlib
import sqlite3

import numpy as np
import pytest

from au_studio.study import schema
from au_studio.study.ratings import RatingInput
from au_studio.study.study import Study


@pytest.fixture
def plans_of(study):
    """Returns how SQLite finds the rows of every statement that some work runs."""
    connection = study._database.connection

    def plans(work):
        said: list[str] = []
        connection.set_trace_callback(said.append)
        try:
            work()
        finally:
            connection.set_trace_callback(None)
        hot = [sql for sql in said if sql.startswith(("SELECT", "INSERT", "UPDATE"))]
        assert hot
        return [row["detail"] for sql in hot for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]

    return plans


@pytest.fixture
def filled(study, recording, coder):
    pts = np.arange(512, 51200, 512)
    study.draw_sample(recording.id, seed=1, index_digest="frames", pts=pts, count=5)
    study.rate(coder.id, recording.id, 512, 12, 3)
    study.set_note(coder.id, recording.id, 512, "talks")
    return study


HOT = {
    "all ratings of a coder": lambda s, r, c: s.ratings(c),
    "ratings of a coder in a recording": lambda s, r, c: s.ratings(c, r),
    "ratings of a frame": lambda s, r, c: s.frame_ratings(c, r, 512),
    "one rating": lambda s, r, c: s.rate(c, r, 1024, 12, 3),
    "a retraction taken back": lambda s, r, c: s.revert_many([s.retract(c, r, 512, 12)]),
    "notes of a coder in a recording": lambda s, r, c: s.notes(c, r),
    "samples of a recording": lambda s, r, c: s.samples(r),
    "a recording": lambda s, r, c: s.recording(r),
    "markers of a recording": lambda s, r, c: s.markers(r),
    "persons of a recording": lambda s, r, c: s.tracked_persons(r),
}


@pytest.mark.parametrize("what", HOT)
def test_nothing_is_read_from_end_to_end(filled, recording, coder, plans_of, what):
    details = plans_of(lambda: HOT[what](filled, recording.id, coder.id))
    scans = [line for line in details if line.startswith("SCAN") and "CONSTANT" not in line]
    assert scans == []


def test_ratings_come_in_order_without_being_sorted(filled, coder, plans_of):
    details = plans_of(lambda: filled.ratings(coder.id))
    assert any("rating_event_coder" in line for line in details)
    assert not any("TEMP B-TREE" in line for line in details)


def test_a_study_that_lacks_indices_gets_them_and_keeps_its_version(filled):
    root = filled.root
    filled.close()
    names = {"rating_event_coder", "sample_recording"}
    with sqlite3.connect(root / "study.sqlite") as connection:
        for name in names:
            connection.execute(f"DROP INDEX {name}")
    connection.close()
    with Study.open(root) as study:
        found = study._database.read("SELECT name FROM sqlite_master WHERE type = 'index'")
        assert names <= {row["name"] for row in found}
        assert schema.version(study._database.connection) == len(schema.MIGRATIONS)
        assert len(study.ratings()) == 1


def test_ratings_are_read_once_until_something_changes(filled, recording, coder):
    connection = filled._database.connection
    filled.ratings(coder.id)
    said: list[str] = []
    connection.set_trace_callback(said.append)
    first = filled.ratings(coder.id)
    assert not [sql for sql in said if "rating" in sql]
    first.clear()
    assert len(filled.ratings(coder.id)) == 1
    connection.set_trace_callback(None)
    filled.rate(coder.id, recording.id, 512, 12, 5)
    assert [r.value for r in filled.ratings(coder.id)] == [5]
    undone(filled, coder, recording)
    assert [r.value for r in filled.ratings(coder.id)] == [5]


def undone(study, coder, recording):
    """Rate within changes that are given up."""
    with contextlib.suppress(RuntimeError), study.all_or_none():
        study.rate_many(coder.id, [RatingInput(recording.id, 512, 12, 0)])
        assert [r.value for r in study.ratings(coder.id)] == [0]
        raise RuntimeError


def test_what_another_program_wrote_is_seen(filled, recording, coder):
    with Study.open(filled.root, read_only=True) as reader:
        assert [r.value for r in reader.ratings(coder.id)] == [3]
        filled.rate(coder.id, recording.id, 512, 12, 1)
        assert [r.value for r in reader.ratings(coder.id)] == [1]
