"""One connection to ``study.sqlite``: settings that keep ratings safe, transactions, errors in words."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from au_studio.errors import AUStudioError
from au_studio.study import backup, schema
from au_studio.study.errors import (
    NotInStudyError,
    StudyError,
    StudyReadOnlyError,
    StudyTooNewError,
    StudyWriteError,
)
from au_studio.texts import sentence

BUSY_TIMEOUT = 5.0
"""Seconds to wait for a reader of the same file before giving up."""


class Database:
    """An open ``study.sqlite``. Belongs to the thread that opened it.

    In WAL mode every commit is flushed to the disk before it returns (``synchronous=FULL``): a rating
    survives a killed program and a power cut alike. Where WAL does not work (network drives), the rollback
    journal is used, which gives the same promise more slowly.

    Parameters
    ----------
    path : Path
        The database file; it must exist.
    read_only : bool
        Open without writing anything, even in a folder that cannot be written.
    vfs : str
        Name of SQLite's file layer; empty for the system's default.

    Raises
    ------
    StudyCorruptError
        If the file is damaged or is not a study.
    StudyTooNewError
        If a newer AU Studio wrote it.
    StudyReadOnlyError
        If it cannot be written, or can be read only by writing.
    """

    def __init__(self, path: Path, *, read_only: bool = False, vfs: str = "") -> None:
        self.path = path
        self.read_only = read_only
        self.journal_mode = ""
        with self._explained():
            self._connection = self._open_reading() if read_only else self._open_writing(vfs)
        try:
            with self._explained():
                self._check()
        except BaseException:
            self._connection.close()
            raise

    @property
    def connection(self) -> sqlite3.Connection:
        """The SQLite connection itself, for backups and migrations."""
        return self._connection

    @property
    def stamp(self) -> tuple[int, int] | None:
        """Changes whenever the contents do, by whomever; None within a transaction, which may be undone."""
        if self._connection.in_transaction:
            return None
        with self._explained():
            others = int(self._connection.execute("PRAGMA data_version").fetchone()[0])
        return self._connection.total_changes, others

    def read(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[sqlite3.Row]:
        """Run a query and return all its rows."""
        with self._explained():
            return list(self._connection.execute(sql, parameters).fetchall())

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Group changes: on disk when the block ends, undone when it raises.

        Within another transaction it is a part of that one: all of it counts, or nothing.

        Raises
        ------
        StudyReadOnlyError
            If the study is open for reading only.
        StudyWriteError
            If the disk is full or fails.
        """
        if self.read_only:
            raise StudyReadOnlyError(
                sentence("{parent} is open for reading only.", parent=self.path.parent),
                next_step="Close it where it is open for writing, then open it again.",
            )
        with self._explained():
            if self._connection.in_transaction:
                yield self._connection
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                # A failed commit may have ended the transaction already.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def migrate(self) -> None:
        """Bring the database to the newest schema (see `schema.migrate`), with errors in words."""
        with self._explained():
            schema.migrate(self._connection)
            for statement in schema.INDICES:
                self._connection.execute(statement)

    def close(self) -> None:
        """Fold the write-ahead log into the file and close it."""
        if not self.read_only and self.journal_mode == "wal":
            # Readers may still hold the log; then the next writer folds it in.
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._connection.close()

    def _open_writing(self, vfs: str) -> sqlite3.Connection:
        connection = _connect(self.path, mode="rw", vfs=vfs)
        if _use_wal(connection):
            self.journal_mode = "wal"
        else:
            connection.close()
            connection = _connect(self.path, mode="rw", vfs=vfs)
            # A file left in WAL mode can be opened without shared memory only by one who owns it alone.
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("PRAGMA journal_mode=DELETE").fetchone()
            connection.execute("PRAGMA locking_mode=NORMAL")
            self.journal_mode = str(connection.execute("PRAGMA journal_mode").fetchone()[0])
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        return connection

    def _open_reading(self) -> sqlite3.Connection:
        connection = _connect(self.path, mode="ro")
        try:
            return _as_newest(connection)
        except sqlite3.OperationalError:
            connection.close()
            log = self.path.with_name(self.path.name + "-wal")
            if log.exists() and log.stat().st_size:
                raise
        # A folder that cannot be written has no place for the shared memory of WAL; nobody writes there.
        return _as_newest(_connect(self.path, mode="ro", immutable=True))

    def _check(self) -> None:
        found = schema.version(self._connection)
        mark = int(self._connection.execute("PRAGMA application_id").fetchone()[0])
        if found == 0 or mark != schema.APPLICATION_ID:
            raise backup.corrupt_error(self.path, "It does not hold a study.")
        if found > len(schema.MIGRATIONS):
            raise StudyTooNewError(
                sentence(
                    "{parent} was written by a newer AU Studio (schema {found}; this one knows {count}).",
                    parent=self.path.parent,
                    found=found,
                    count=len(schema.MIGRATIONS),
                ),
                next_step="Open it with the newest AU Studio. Nothing was changed.",
            )
        problems = backup.problems(self._connection)
        if problems:
            raise backup.corrupt_error(self.path, problems)

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except AUStudioError:
            raise
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.DatabaseError as error:
            explained = self._explain(error)
            if explained is None:
                raise
            raise explained from error

    def _explain(self, error: sqlite3.DatabaseError) -> StudyError | None:
        details = f"{getattr(error, 'sqlite_errorname', '')}: {error}"
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
            return NotInStudyError(
                sentence("{name} has no such recording, coder or sample.", name=self.path.parent.name),
                next_step="Open the study again.",
                details=details,
            )
        match getattr(error, "sqlite_errorcode", 0) & 0xFF:
            case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
                return backup.corrupt_error(self.path, details)
            case sqlite3.SQLITE_FULL:
                return StudyWriteError(
                    sentence("{path} could not be written: the disk is full.", path=self.path),
                    next_step="Free some space; everything up to the last change is saved.",
                    details=details,
                )
            case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
                return StudyReadOnlyError(
                    sentence("{path} cannot be read where it is.", path=self.path)
                    if self.read_only
                    else sentence("{path} cannot be written where it is.", path=self.path),
                    next_step="Open it for reading only, or copy the study to a folder you may write to.",
                    details=details,
                    root=self.path.parent,
                )
            case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                return StudyWriteError(
                    sentence(
                        "{path} could not be used: the disk or another program stands in the way.",
                        path=self.path,
                    ),
                    next_step="Check the drive and the network, close other programs that use it, retry.",
                    details=details,
                )
        return None


def create_database(path: Path) -> None:
    """Make an empty study database of the newest schema at a path where nothing is yet."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        schema.migrate(connection)
    finally:
        connection.close()


def _connect(path: Path, *, mode: str, vfs: str = "", immutable: bool = False) -> sqlite3.Connection:
    name = path.absolute().as_posix()
    # "//server/share" needs its own two slashes after those of the scheme; "C:/x" needs a third one.
    uri = ("file://" if name.startswith("/") else "file:///") + quote(name, safe="/:") + f"?mode={mode}"
    if vfs:
        uri += f"&vfs={vfs}"
    if immutable:
        uri += "&immutable=1"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_TIMEOUT)
    connection.row_factory = sqlite3.Row
    return connection


def _as_newest(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Return a connection of the newest schema: a migrated copy in memory when the study is older.

    Whoever only looks at a study may not change it, not even its schema.
    """
    if not 0 < schema.version(connection) < len(schema.MIGRATIONS):
        return connection
    copy = sqlite3.connect(":memory:", isolation_level=None)
    copy.row_factory = sqlite3.Row
    connection.backup(copy)
    connection.close()
    schema.migrate(copy)
    return copy


def _use_wal(connection: sqlite3.Connection) -> bool:
    """Switch to the write-ahead log and try it; False where the drive cannot do it."""
    try:
        if connection.execute("PRAGMA journal_mode=WAL").fetchone()[0] != "wal":
            return False
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_READONLY:
            raise
        return False
    return True
