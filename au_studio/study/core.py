"""What every part of an open study stands on: its folder and its database."""

from __future__ import annotations

import contextlib
import json
import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from au_studio.study.connection import Database
from au_studio.study.errors import NotInStudyError
from au_studio.texts import sentence


class StudyCore:
    """An open database and the folder around it. Belongs to the thread that opened it.

    Parameters
    ----------
    root : Path
        The study's folder, absolute.
    database : Database
        The open database in it.
    """

    def __init__(self, root: Path, database: Database) -> None:
        self._root = root
        self._database = database

    @property
    def root(self) -> Path:
        """The study's folder, absolute."""
        return self._root

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return self._database.read_only

    @contextlib.contextmanager
    def all_or_none(self) -> Iterator[None]:
        """Make the changes within the block one: all are on disk when it ends, none when it raises.

        Raises
        ------
        StudyReadOnlyError
            If the study is open for reading only.
        StudyWriteError
            If the disk is full or fails.
        """
        with self._database.transaction():
            yield

    def setting(self, key: str, default: Any = None) -> Any:
        """Return a setting of the study (JSON types), or `default` when it was never set."""
        rows = self._database.read("SELECT value FROM setting WHERE key = ?", (key,))
        return json.loads(rows[0]["value"]) if rows else default

    def set_setting(self, key: str, value: Any) -> None:
        """Keep a setting of the study; `value` has JSON types."""
        with self._database.transaction() as change:
            change.execute(
                "INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, json.dumps(value, ensure_ascii=False)),
            )

    def _one(self, sql: str, parameters: Sequence[Any], missing: str) -> sqlite3.Row:
        rows = self._database.read(sql, parameters)
        if not rows:
            raise NotInStudyError(
                sentence("{name} has {missing}.", name=self.root.name, missing=missing),
                next_step="Open the study again.",
            )
        return rows[0]


def new_id(kind: str) -> str:
    """Return a new id: a letter for its kind and twelve random hexadecimal digits."""
    return kind + secrets.token_hex(6)
