"""Backups of ``study.sqlite``: taken on opening and every hour, ten kept, checked before they are trusted."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from au_studio.files import WriteError, atomic_path
from au_studio.study.errors import StudyCorruptError, StudyNotFoundError, StudyWriteError
from au_studio.texts import mark, sentence

KEEP = 10
"""How many backups stay."""

NEWEST = 5
"""How many of them are the newest ones, however close together they are."""

_STAMP = "%Y%m%dT%H%M%S%f"

DATABASE = "study.sqlite"
FOLDER = "backups"


def take(connection: sqlite3.Connection, root: Path) -> Path:
    """Copy the open database of a study into its ``backups`` folder.

    The copy is consistent even while others read or write, is one plain file (no write-ahead log), and
    appears only when it is whole. `KEEP` backups stay (see `surplus`).

    Parameters
    ----------
    connection : sqlite3.Connection
        The open database.
    root : Path
        The study's folder.

    Returns
    -------
    Path
        The new backup.

    Raises
    ------
    WriteError
        If it cannot be written.
    """
    stamp = datetime.now(UTC).strftime(_STAMP)
    target = root / FOLDER / f"study-{stamp}.sqlite"
    copy_database(connection, target)
    for old in surplus(newest_first(root)):
        with contextlib.suppress(OSError):
            old.unlink()
    return target


def surplus(backups: Sequence[Path]) -> list[Path]:
    """Return the backups to delete, so that `KEEP` stay.

    The newest five stay, and of the older ones those that are furthest apart: a day of coding, backed up
    every hour, must not push out what the study was last week.

    Parameters
    ----------
    backups : sequence of Path
        Newest first.
    """
    kept = list(backups)
    while len(kept) > KEEP:
        moments = [moment_of(path) for path in kept]
        gaps = {i: moments[i - 1] - moments[i + 1] for i in range(NEWEST, len(kept) - 1)}
        kept.pop(min(gaps, key=gaps.__getitem__))
    return [path for path in backups if path not in kept]


def moment_of(path: Path) -> datetime:
    """Return when a backup was taken, from its name (the file's time when somebody renamed it)."""
    stamp = path.stem.removeprefix("study-")
    try:
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    except ValueError:  # renamed by somebody
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def take_if_changed(connection: sqlite3.Connection, root: Path) -> Path | None:
    """Take a backup unless the newest one is younger than the last change to the database.

    Opening a study ten times without a change must not push out the backups of last week.
    """
    newest = next(iter(newest_first(root)), None)
    database = root / DATABASE
    log = database.with_name(database.name + "-wal")
    changed = max(f.stat().st_mtime_ns for f in (database, log) if f.exists() and f.stat().st_size)
    if newest is not None and newest.stat().st_mtime_ns > changed:
        return None
    return take(connection, root)


def copy_database(connection: sqlite3.Connection, target: Path) -> None:
    """Write a consistent copy of an open database to `target`, atomically.

    Raises
    ------
    WriteError
        If the disk is full or fails; then there is no copy.
    """
    with atomic_path(target) as temporary:
        copy = sqlite3.connect(temporary, isolation_level=None)
        try:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE").fetchone()
        except sqlite3.OperationalError as error:
            full = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_FULL
            raise WriteError(
                sentence("{path} could not be written: the disk is full.", path=target)
                if full
                else sentence("{path} could not be written: {reason}.", path=target, reason=error),
                next_step="Free some space on that disk." if full else "Check the drive and the network.",
                details=f"{error.sqlite_errorname}: {error}",
            ) from error
        finally:
            copy.close()


def newest_first(root: Path) -> list[Path]:
    """Return the backups of a study, newest first."""
    return sorted((root / FOLDER).glob("study-*.sqlite"), reverse=True)


def problems(connection: sqlite3.Connection) -> str:
    """Return what SQLite finds wrong with a database; empty when it is sound."""
    rows = connection.execute("PRAGMA quick_check(5)").fetchall()
    found = [str(row[0]) for row in rows]
    return "" if found == ["ok"] else "; ".join(found)


def last_good(root: Path) -> Path | None:
    """Return the newest backup that can be read from start to end; None when there is none."""
    return next((candidate for candidate in newest_first(root) if _sound(candidate)), None)


def restore(root: Path, chosen: Path | None = None) -> Path:
    """Put a backup in the place of a damaged database. Nothing is deleted.

    The damaged files stay in the study's folder as ``study.damaged-TIME.sqlite``. The study must not be open.

    Parameters
    ----------
    root : Path
        The study's folder.
    chosen : Path, optional
        The backup to take; the newest good one by default.

    Returns
    -------
    Path
        The backup that was put in place.

    Raises
    ------
    StudyNotFoundError
        If there is no backup that can be read.
    """
    source = chosen or last_good(root)
    if source is None:
        raise StudyNotFoundError(
            sentence("{root} has no backup that can be read.", root=root),
            next_step="Look for a copy of the study elsewhere; the damaged file was left as it is.",
        )
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    for suffix in ("", "-wal", "-shm"):
        damaged = root / (DATABASE + suffix)
        if damaged.exists():
            damaged.replace(root / f"study.damaged-{stamp}.sqlite{suffix}")
    with atomic_path(root / DATABASE) as temporary:
        temporary.write_bytes(source.read_bytes())
    return source


def go_back(root: Path, chosen: Path) -> Path:
    """Put a backup in the place of a sound database; what that one holds becomes a backup first.

    The study must not be open. Whatever fails, either the one or the other database is in place, whole.

    Parameters
    ----------
    root : Path
        The study's folder.
    chosen : Path
        The backup to go back to.

    Returns
    -------
    Path
        The backup of what the study held until now: going back to it undoes this.

    Raises
    ------
    StudyNotFoundError
        If the backup cannot be read from start to end; then nothing is changed.
    StudyWriteError
        If another program has the database open, or it is no database.
    WriteError
        If the disk is full or cannot be written.
    """
    _refuse_unreadable(chosen)
    database = root / DATABASE
    with atomic_path(database) as temporary:
        # First of all: keeping what there is may push the oldest backups out.
        temporary.write_bytes(chosen.read_bytes())
        try:
            connection = sqlite3.connect(database, isolation_level=None)
            try:
                kept = take(connection, root)
                # No write-ahead log may be left that the other database would take for its own.
                if connection.execute("PRAGMA journal_mode=DELETE").fetchone()[0] != "delete":
                    raise sqlite3.OperationalError("database is locked")
            finally:
                connection.close()
        except sqlite3.Error as error:
            raise StudyWriteError(
                sentence("{database} could not be replaced: {reason}.", database=database, reason=error),
                next_step="Close other windows that show this study, and try again.",
                details=repr(error),
            ) from error
    return kept


def _refuse_unreadable(chosen: Path) -> None:
    if not _sound(chosen):
        raise StudyNotFoundError(
            sentence("The backup {name} cannot be read.", name=chosen.name),
            next_step="Choose another one; nothing was changed.",
        )


def _sound(candidate: Path) -> bool:
    """Whether a backup is there and can be read from start to end."""
    try:
        with contextlib.closing(
            sqlite3.connect(f"{candidate.absolute().as_uri()}?mode=ro", uri=True)
        ) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            return bool(version) and not problems(connection)
    except sqlite3.Error:
        return False


def corrupt_error(path: Path, details: str) -> StudyCorruptError:
    """Return the error for a damaged database, with the backup to go back to."""
    good = last_good(path.parent)
    if good is None:
        step = mark("There is no good backup; keep the file and ask for help before anything else is tried.")
    else:
        step = sentence(
            "The last good backup is {backup}; restore it. The damaged file will be kept.", backup=good
        )
    return StudyCorruptError(
        sentence("{path} is damaged and cannot be used.", path=path),
        root=path.parent,
        last_good_backup=good,
        next_step=step,
        details=details,
    )
