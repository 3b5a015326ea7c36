"""Studies of every schema version open, and a migration is whole or has not happened."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from au_studio.study import schema
from au_studio.study.connection import create_database
from au_studio.study.errors import StudyReadOnlyError
from au_studio.study.study import Study

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def empty(tmp_path):
    create_database(tmp_path / "study.sqlite")
    connection = sqlite3.connect(tmp_path / "study.sqlite", isolation_level=None)
    yield connection
    connection.close()


def test_there_is_a_golden_study_of_every_schema_version():
    versions = {int(p.stem.split("-")[1]) for p in GOLDEN.glob("schema-*.sqlite")}
    assert versions == set(range(1, len(schema.MIGRATIONS) + 1))


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("schema-*.sqlite")), ids=lambda p: p.stem)
def test_a_study_of_an_older_version_opens_with_everything_in_it(golden, tmp_path):
    root = tmp_path / "Golden.austudio"
    root.mkdir()
    (root / "study.sqlite").write_bytes(golden.read_bytes())
    with Study.open(root) as study:
        assert schema.version(study._database.connection) == len(schema.MIGRATIONS)
        assert study.name == "Golden study"
        (recording,) = study.recordings()
        assert (recording.name, recording.person, recording.condition) == ("session.mp4", "P01", "pain")
        assert (recording.n_frames, recording.target_person, recording.content_hash) == (1000, 1, "hash")
        assert study.tracked_persons(recording.id) == {0: "therapist"}
        assert [(c.name, c.kind) for c in study.coders()] == [("AB", "human"), ("agreed", "consensus")]
        (sample,) = study.samples()
        assert (sample.seed, sample.requested, len(sample.pts), sample.overlap) == (17, 5, 5, 0.5)
        first, second = study.coders()
        assert [(r.pts, r.au, r.value, r.unsure, r.side, r.code) for r in study.ratings(first.id)] == [
            (512, 1, None, False, None, 70),
            (512, 12, 3, True, "L", None),
        ]
        assert study.ratings(second.id) == []
        assert len(study.history()) == 6
        assert [n.text for n in study.notes()] == ["talks"]
        assert [(m.id, m.name, m.parent) for m in study.models()] == [("tuned-1", "After 5 frames", "base")]
        assert study.setting("frame_order") == "random"


def test_what_version_2_brought_is_kept(tmp_path):
    root = tmp_path / "Golden.austudio"
    root.mkdir()
    (root / "study.sqlite").write_bytes((GOLDEN / "schema-2.sqlite").read_bytes())
    with Study.open(root) as study:
        (recording,) = study.recordings()
        assert (recording.group, recording.note) == ("patients", "second visit")
        assert [(c.name, c.part, c.removed is None) for c in study.coders(removed=True)] == [
            ("AB", "all", True),
            ("agreed", "double", True),
            ("CD", "all", False),
        ]
        (kind,) = study.marker_kinds()
        assert (kind.name, kind.colour, kind.key) == ("question", 0, 1)
        (marker,) = study.markers(recording.id)
        assert (marker.kind_id, marker.start, marker.stop, marker.note) == (
            kind.id,
            512,
            1024,
            "the third one",
        )
        assert study.model("tuned-1").note == "the one in the paper"


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("schema-*.sqlite")), ids=lambda p: p.stem)
def test_a_study_of_an_older_version_can_be_looked_at_without_being_changed(golden, tmp_path):
    root = tmp_path / "Golden.austudio"
    root.mkdir()
    (root / "study.sqlite").write_bytes(golden.read_bytes())
    with Study.open(root, read_only=True) as study:
        (sample,) = study.samples()
        assert set(sample.double_pts) <= set(sample.pts)
        assert study.coders()[0].part == "all"
        with pytest.raises(StudyReadOnlyError):
            study.add_coder("CD")
    assert (root / "study.sqlite").read_bytes() == golden.read_bytes()


def test_frames_of_the_overlap_of_version_1_are_those_of_the_second_coder(tmp_path):
    root = tmp_path / "Golden.austudio"
    root.mkdir()
    (root / "study.sqlite").write_bytes((GOLDEN / "schema-1.sqlite").read_bytes())
    with Study.open(root) as study:
        (sample,) = study.samples()
        assert set(sample.double_pts) == set(sample.drawn_order[:3])


def test_a_migration_is_applied_once(empty):
    newer = (
        *schema.MIGRATIONS,
        ("CREATE TABLE thing (id TEXT)", "ALTER TABLE coder ADD COLUMN colour TEXT"),
    )
    assert schema.migrate(empty, newer) == (len(schema.MIGRATIONS), len(newer))
    assert schema.migrate(empty, newer) == (len(newer), len(newer))
    assert "colour" in [row[1] for row in empty.execute("PRAGMA table_info(coder)")]


def test_a_failed_migration_leaves_the_old_version_whole(empty):
    broken = (*schema.MIGRATIONS, ("CREATE TABLE thing (id TEXT)", "ALTER TABLE nowhere ADD COLUMN x"))
    with pytest.raises(sqlite3.OperationalError):
        schema.migrate(empty, broken)
    assert schema.version(empty) == len(schema.MIGRATIONS)
    assert not empty.execute("SELECT name FROM sqlite_master WHERE name = 'thing'").fetchall()
