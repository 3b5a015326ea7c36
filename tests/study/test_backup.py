"""Backups are there when they are needed."""

from __future__ import annotations

import sqlite3
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from au_studio.files import WriteError
from au_studio.study import backup
from au_studio.study.errors import StudyCorruptError, StudyNotFoundError
from au_studio.study.study import Study, back_up


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


def test_ten_stay_the_newest_among_them(study):
    taken = []
    for i in range(13):
        study.set_setting("i", i)
        taken.append(study.backup())
    kept = backup.newest_first(study.root)
    assert len(kept) == 10
    assert kept[:5] == taken[:-6:-1]


def test_a_day_of_hourly_backups_does_not_push_out_last_week(tmp_path):
    day, hour = datetime(2026, 1, 5, 18, tzinfo=UTC), timedelta(hours=1)
    kept: list[Path] = []
    for moment in [*(day - timedelta(days=d) for d in range(8, 0, -1)), *(day + hour * h for h in range(12))]:
        kept.insert(0, Path(f"study-{moment:%Y%m%dT%H%M%S%f}.sqlite"))
        kept = [path for path in kept if path not in backup.surplus(kept)]
    assert len(kept) == 10
    days = [path.stem[6:14] for path in kept]
    assert days.count("20260106") == 5
    assert len({d for d in days if d < "20260105"}) >= 3
    assert "20251228" in days


def test_a_damaged_database_is_not_backed_up_over_good_ones(study, coder):
    study.rate_many(coder.id, [])
    good = backup.newest_first(study.root)
    study.close()
    database = study.root / "study.sqlite"
    content = bytearray(database.read_bytes())
    content[4096:12000] = b"\0" * (12000 - 4096)
    database.write_bytes(bytes(content))
    with pytest.raises(StudyCorruptError):
        back_up(study.root)
    assert backup.newest_first(study.root) == good


def test_another_thread_backs_up_while_the_study_is_open(study, recording, coder):
    study.rate(coder.id, recording.id, 40, 12, 3)
    made: list[Path | None] = []
    thread = threading.Thread(target=lambda: made.append(back_up(study.root)))
    thread.start()
    thread.join()
    assert made == backup.newest_first(study.root)[:1]
    assert back_up(study.root) is None


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


class FullDisk:
    """A connection whose copy finds no room."""

    def __init__(self, connection):
        self._connection = connection

    def execute(self, *args):
        return self._connection.execute(*args)

    def backup(self, _copy):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode, error.sqlite_errorname = sqlite3.SQLITE_FULL, "SQLITE_FULL"
        raise error


def test_a_backup_without_room_is_said_and_leaves_no_half_file(study):
    before = sorted((study.root / "backups").iterdir())
    with pytest.raises(WriteError, match="the disk is full"):
        backup.take(FullDisk(study._database.connection), study.root)
    assert sorted((study.root / "backups").iterdir()) == before


@pytest.mark.parametrize("version", [1, 2])
def test_on_a_full_disk_a_study_opens_but_is_not_migrated_without_a_backup(tmp_path, monkeypatch, version):
    root = tmp_path / "Golden.austudio"
    root.mkdir()
    golden = Path(__file__).parent / "golden" / f"schema-{version}.sqlite"
    (root / "study.sqlite").write_bytes(golden.read_bytes())
    real = backup.take_if_changed
    monkeypatch.setattr(backup, "take_if_changed", lambda connection, root: real(FullDisk(connection), root))
    if version == 2:
        with Study.open(root) as study:
            assert study.name == "Golden study"
    else:
        with pytest.raises(WriteError, match="the disk is full"):
            Study.open(root)
        raw = sqlite3.connect(root / "study.sqlite")
        assert raw.execute("PRAGMA user_version").fetchone()[0] == 1
        raw.close()
