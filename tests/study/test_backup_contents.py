"""What backups hold is told without opening the study, and one can go back to each and forth again."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from au_studio.study import backup
from au_studio.study.backup_contents import contents_of, list_backups
from au_studio.study.errors import StudyNotFoundError, StudyWriteError
from au_studio.study.study import Study


@pytest.fixture
def root(tmp_path) -> Path:
    """A study that was backed up when AB had rated one frame, and in which CD has rated since."""
    video = tmp_path / "one.mp4"
    video.write_bytes(b"film")
    study = Study.create(tmp_path / "Interviews.austudio")
    recording = study.add_recording(video, duration=2.0, n_frames=50, content_hash="h").id
    first, second = study.add_coder("AB").id, study.add_coder("CD").id
    study.rate(first, recording, 0, 12, 3)
    study.backup()
    study.rate(second, recording, 0, 12, 1)
    study.rate(second, recording, 40, 12, 2)
    study.close()
    return study.path


def coders(root: Path) -> dict[str, int]:
    with Study.open(root, read_only=True) as study:
        return {c.name: n for c in study.coders() if (n := len(study.ratings(c.id)))}


def before(root: Path) -> Path:
    return next(held.path for held in list_backups(root) if held.ratings == 1)


def test_a_backup_says_what_it_holds(root):
    now = contents_of(root / backup.DATABASE)
    assert (now.ratings, now.recordings, now.models) == (3, 1, 0)
    assert now.coders == (("CD", 2), ("AB", 1))
    old = contents_of(before(root))
    assert (old.coders, old.problem) == ((("AB", 1),), "")
    assert old.moment < now.moment


def test_one_that_is_damaged_says_so(root):
    before(root).write_bytes(b"garbage" * 500)
    assert any("cannot be read" in held.problem for held in list_backups(root))


@pytest.mark.parametrize("golden", sorted((Path(__file__).parent / "golden").glob("*.sqlite")), ids=str)
def test_backups_of_older_versions_can_be_looked_into(golden):
    assert contents_of(golden).problem == ""


def test_going_back_keeps_what_there_was_and_can_be_undone(root):
    kept = Study.go_back(root, before(root))
    assert coders(root) == {"AB": 1}
    assert contents_of(kept).ratings == 3
    Study.go_back(root, kept)
    assert coders(root) == {"AB": 1, "CD": 2}


def test_the_chosen_backup_may_be_the_one_that_the_new_one_pushes_out(root):
    oldest = before(root)
    oldest = oldest.rename(oldest.with_name("study-20200101T000000000000.sqlite"))
    newest = sorted((root / backup.FOLDER).glob("study-*.sqlite"))[-1]
    for number in range(1, backup.KEEP + 3):
        (root / backup.FOLDER / f"study-202001{number + 1:02d}T000000000000.sqlite").write_bytes(
            newest.read_bytes()
        )
    Study.go_back(root, oldest)
    assert coders(root) == {"AB": 1}
    assert len(backup.newest_first(root)) == backup.KEEP


def test_a_damaged_backup_is_refused_and_nothing_changes(root):
    chosen = before(root)
    chosen.write_bytes(b"garbage" * 500)
    with pytest.raises(StudyNotFoundError, match="cannot be read"):
        Study.go_back(root, chosen)
    assert coders(root) == {"AB": 1, "CD": 2}


def test_a_study_that_another_program_reads_is_not_replaced(root):
    Study.open(root).close()
    reader = sqlite3.connect(root / backup.DATABASE, isolation_level=None)
    reader.execute("PRAGMA journal_mode=WAL")
    reader.execute("BEGIN")
    reader.execute("SELECT COUNT(*) FROM coder").fetchone()
    with pytest.raises(StudyWriteError, match="could not be replaced"):
        Study.go_back(root, before(root))
    reader.close()
    assert coders(root) == {"AB": 1, "CD": 2}
    assert not list(root.glob(".*part*"))
