"""Backups are there when they are needed."""

from __future__ import annotations

import sqlite3

import pytest

from au_studio.study import backup
from au_studio.study.errors import StudyNotFoundError
from au_studio.study.study import Study


def test_opening_backs_up_what_was_there(study, recording, coder):
    study.rate(coder.id, recording.id, 40, 12, 3)
    study.close()
    with Study.open(study.root):
        newest = backup.newest_first(study.root)[0]
    raw = sqlite3.connect(newest)
    assert raw.execute("SELECT value FROM rating").fetchall() == [(3,)]
    raw.close()
    assert not list(newest.parent.glob("*-wal"))


def test_opening_without_a_change_keeps_the_old_backups(study):
    study.close()
    Study.open(study.root).close()
    count = len(backup.newest_first(study.root))
    for _ in range(3):
        Study.open(study.root).close()
    assert len(backup.newest_first(study.root)) == count


def test_the_newest_ten_stay(study):
    taken = []
    for i in range(13):
        study.set_setting("i", i)
        taken.append(study.backup())
    assert backup.newest_first(study.root) == taken[:2:-1]


def test_a_backup_during_coding_is_consistent(study, recording, coder):
    study.rate(coder.id, recording.id, 40, 12, 3)
    taken = study.backup()
    assert study.backup() is None
    study.rate(coder.id, recording.id, 80, 12, 3)
    assert backup.last_good(study.root) == taken


def test_restoring_keeps_the_damaged_file(study, coder):
    study.backup()
    study.close()
    database = study.root / "study.sqlite"
    database.write_bytes(b"garbage")
    assert backup.restore(study.root) == backup.newest_first(study.root)[0]
    assert [p.read_bytes() for p in study.root.glob("study.damaged-*")] == [b"garbage"]
    with Study.open(study.root) as again:
        assert again.coders() == [coder]


def test_without_a_good_backup_nothing_is_moved(study):
    study.close()
    for item in backup.newest_first(study.root):
        item.write_bytes(b"garbage")
    before = (study.root / "study.sqlite").read_bytes()
    with pytest.raises(StudyNotFoundError, match="no backup that can be read"):
        backup.restore(study.root)
    assert (study.root / "study.sqlite").read_bytes() == before
