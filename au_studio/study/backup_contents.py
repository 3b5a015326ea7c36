"""What the backups of a study hold, told without opening the study."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from au_studio.study import backup


@dataclass(frozen=True)
class BackupContents:
    """What a study held at some moment.

    Attributes
    ----------
    path : Path
        The backup, or the study's database itself.
    moment : datetime
        When that was, with time zone.
    ratings, recordings, models : int
        How many held then.
    coders : tuple of (str, int)
        Name and number of ratings of every coder who had any.
    problem : str
        Why it cannot be read; empty when it can.
    """

    path: Path
    moment: datetime
    ratings: int = 0
    recordings: int = 0
    models: int = 0
    coders: tuple[tuple[str, int], ...] = ()
    problem: str = ""


def contents_of(path: Path) -> BackupContents:
    """Look into one backup; what is wrong with it is told, not raised."""
    moment = backup.moment_of(path)
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            coders = connection.execute(
                "SELECT c.name, COUNT(*) FROM rating AS r JOIN coder AS c ON c.id = r.coder_id"
                " GROUP BY c.id ORDER BY COUNT(*) DESC, c.name"
            ).fetchall()
            recordings, models = (_count(connection, table) for table in ("recording", "model"))
    except (sqlite3.Error, OSError) as error:
        return BackupContents(path, moment, problem=f"cannot be read: {error}")
    named = tuple((str(name), int(count)) for name, count in coders)
    return BackupContents(path, moment, sum(n for _, n in named), recordings, models, named)


def _count(connection: sqlite3.Connection, table: str) -> int:
    """Return how many rows of a table hold: studies of older versions could not take all of them away."""
    columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
    holding = " WHERE removed IS NULL" if "removed" in columns else ""
    return int(connection.execute(f"SELECT COUNT(*) FROM {table}{holding}").fetchone()[0])


def list_backups(root: Path) -> list[BackupContents]:
    """Return what every backup of a study holds, newest first."""
    return [contents_of(path) for path in backup.newest_first(root)]
