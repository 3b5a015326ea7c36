"""The database under a study: safe settings, drives without WAL, full disks."""

from __future__ import annotations

import sqlite3
import sys

import pytest

from au_studio.study.connection import Database, create_database
from au_studio.study.errors import NotInStudyError, StudyWriteError


@pytest.fixture
def path(tmp_path):
    create_database(tmp_path / "study.sqlite")
    return tmp_path / "study.sqlite"


def add_coder(database: Database, name: str) -> None:
    with database.transaction() as change:
        change.execute("INSERT INTO coder (id, name, kind, created) VALUES (?, ?, 'human', '')", (name, name))


def test_every_commit_is_flushed_to_the_disk(path):
    database = Database(path)
    assert database.journal_mode == "wal"
    assert database.read("PRAGMA synchronous")[0][0] == 2
    assert database.read("PRAGMA foreign_keys")[0][0] == 1
    database.close()
    assert not path.with_name("study.sqlite-wal").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="SQLite has this file layer on POSIX only")
@pytest.mark.parametrize("left_in_wal", [False, True])
def test_a_drive_without_shared_memory_uses_the_rollback_journal(path, left_in_wal):
    if left_in_wal:
        Database(path).close()
    # "unix-dotfile" is SQLite's own layer for network drives: locks by files, no shared memory.
    database = Database(path, vfs="unix-dotfile")
    assert database.journal_mode == "delete"
    assert database.read("PRAGMA synchronous")[0][0] == 2
    add_coder(database, "AB")
    database.close()
    again = Database(path, vfs="unix-dotfile")
    assert [row["name"] for row in again.read("SELECT name FROM coder")] == ["AB"]
    again.close()


def test_a_full_disk_is_said_and_leaves_the_study_whole(path):
    database = Database(path)
    add_coder(database, "AB")
    pages = database.read("PRAGMA page_count")[0][0]
    database.read(f"PRAGMA max_page_count = {pages}")

    def fill() -> None:
        for i in range(10_000):
            add_coder(database, f"coder {i:0100d}")

    with pytest.raises(StudyWriteError, match="the disk is full"):
        fill()
    database.read("PRAGMA max_page_count = 1000000")
    kept = len(database.read("SELECT name FROM coder"))
    assert kept >= 1
    add_coder(database, "CD")
    assert len(database.read("SELECT name FROM coder")) == kept + 1
    database.close()


def test_a_failed_change_is_undone_altogether(path):
    database = Database(path)

    def change_half() -> None:
        with database.transaction() as change:
            change.execute("INSERT INTO coder (id, name, kind, created) VALUES ('1', 'AB', 'human', '')")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        change_half()
    assert database.read("SELECT * FROM coder") == []
    database.close()


def test_what_refers_to_nothing_is_refused_in_words(path):
    database = Database(path)

    def refer() -> None:
        with database.transaction() as change:
            change.execute("INSERT INTO appearance VALUES ('r0', 0, 'patient')")

    with pytest.raises(NotInStudyError, match="no such recording"):
        refer()
    database.close()


def test_folder_names_may_have_any_signs(tmp_path):
    folder = tmp_path / "Müller & Söhne 100% #1?"
    folder.mkdir()
    create_database(folder / "study.sqlite")
    database = Database(folder / "study.sqlite")
    add_coder(database, "AB")
    database.close()
    looking = Database(folder / "study.sqlite", read_only=True)
    assert len(looking.read("SELECT * FROM coder")) == 1
    looking.close()


def test_it_belongs_to_one_thread(path):
    import threading

    database = Database(path)
    caught: list[Exception] = []

    def use() -> None:
        try:
            database.read("SELECT 1")
        except sqlite3.ProgrammingError as error:
            caught.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert len(caught) == 1
    database.close()
