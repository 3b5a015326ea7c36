"""Ratings: an append-only history of what every coder did, and what holds now."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from au_studio.facs.action_units import ACTION_UNITS
from au_studio.facs.notation import Side
from au_studio.study.clock import now
from au_studio.study.connection import Database
from au_studio.study.core import StudyCore
from au_studio.study.records import Rating, RatingEvent

_COLUMNS = "coder_id, recording_id, pts, au, value, unsure, created, visible, code, side, id"
"""In the order of the fields of `Rating`."""


@dataclass(frozen=True)
class RatingInput:
    """One rating to be stored, as `RatingsPart.rate` takes it."""

    recording_id: str
    pts: int
    au: int
    value: int | None
    unsure: bool = False
    code: int | None = None
    side: Side | None = None
    seconds: float | None = None


class RatingsPart(StudyCore):
    """Rate, take back, and read ratings."""

    def __init__(self, root: Path, database: Database) -> None:
        super().__init__(root, database)
        self._ratings_stamp: tuple[int, int] | None = None
        self._ratings_read: dict[str | None, tuple[Rating, ...]] = {}

    def rate(  # noqa: PLR0917 — a key of the history reads best in its order
        self,
        coder_id: str,
        recording_id: str,
        pts: int,
        au: int,
        value: int | None,
        unsure: bool = False,
        visible: str = "blind",
        *,
        code: int | None = None,
        side: Side | None = None,
        seconds: float | None = None,
    ) -> int:
        """Store one rating. It is on the disk when this returns.

        Parameters
        ----------
        coder_id, recording_id : str
            Who rates, and where.
        pts : int
            The frame, by its presentation timestamp.
        au : int
            FACS number.
        value : int or None
            0 to 5; None = not codable.
        unsure : bool
            The coder is not sure.
        visible : str
            What the coder could see while rating: ``"blind"`` = neither model nor other coders.
        code : int, optional
            FACS visibility code 70-74 that says why it is not codable.
        side : {"L", "R", "U"}, optional
            Left, right or unilateral.
        seconds : float, optional
            Time spent since the coder's previous action.

        Returns
        -------
        int
            The entry of the history, for `revert_many`.

        Raises
        ------
        ValueError
            If a value is out of range.
        StudyWriteError
            If the disk is full or fails; then nothing has changed.
        """
        rating = RatingInput(recording_id, pts, au, value, unsure, code, side, seconds)
        return self.rate_many(coder_id, [rating], visible)[0]

    def rate_many(
        self, coder_id: str, ratings: Sequence[RatingInput], visible: str = "blind"
    ) -> tuple[int, ...]:
        """Store several ratings at once (copying a frame, importing): all or none, on the disk on return.

        Parameters
        ----------
        coder_id : str
            Who rated.
        ratings : sequence of RatingInput
            What was rated; a frame's earlier rating is replaced, and stays in the history.
        visible : str
            As in `rate`.

        Returns
        -------
        tuple of int
            Their entries of the history, in order.

        Raises
        ------
        ValueError
            If a value is out of range.
        NotInStudyError
            If the study has no such coder or recording.
        StudyWriteError
            If the disk is full or fails; then nothing has changed.
        """
        for rating in ratings:
            check_rating(rating, visible)
        created = now()
        with self._database.transaction() as change:
            return tuple(
                append_event(
                    change,
                    coder_id=coder_id,
                    recording_id=rating.recording_id,
                    pts=int(rating.pts),
                    au=int(rating.au),
                    action="rate",
                    value=None if rating.value is None else int(rating.value),
                    code=rating.code,
                    side=rating.side,
                    unsure=int(rating.unsure),
                    visible=visible,
                    seconds=rating.seconds,
                    created=created,
                )
                for rating in ratings
            )

    def retract(self, coder_id: str, recording_id: str, pts: int, au: int, *, visible: str = "blind") -> int:
        """Take a rating back: the frame counts as not rated. The history keeps both.

        Returns
        -------
        int
            The entry of the history, for `revert_many`.
        """
        with self._database.transaction() as change:
            return append_event(
                change,
                coder_id=coder_id,
                recording_id=recording_id,
                pts=int(pts),
                au=int(au),
                action="retract",
                visible=visible,
                created=now(),
            )

    def revert_many(self, event_ids: Sequence[int]) -> tuple[int, ...]:
        """Undo entries of the history in the order given, by appending what held just before each.

        All or none. Undoing an undo redoes: ``study.revert_many(study.revert_many(events))``.

        Returns
        -------
        tuple of int
            The new entries of the history, in order.

        Raises
        ------
        NotInStudyError
            If one of them does not exist.
        """
        events = [
            self._one(
                "SELECT * FROM rating_event WHERE id = ?", (event_id,), f"no entry {event_id} in its history"
            )
            for event_id in event_ids
        ]
        with self._database.transaction() as change:
            return tuple(revert_event(change, event) for event in events)

    def ratings(self, coder_id: str | None = None, recording_id: str | None = None) -> list[Rating]:
        """Return the ratings that hold now, in the order of recording, coder, frame and action unit.

        Where a study is opened, many ask for all ratings of a coder: these are read once until they change.
        """
        if recording_id is not None:
            return self._read_ratings(coder_id, recording_id)
        stamp = self._database.stamp
        if stamp is None:
            return self._read_ratings(coder_id, None)
        if stamp != self._ratings_stamp:
            self._ratings_stamp, self._ratings_read = stamp, {}
        if coder_id not in self._ratings_read:
            self._ratings_read[coder_id] = tuple(self._read_ratings(coder_id, None))
        return list(self._ratings_read[coder_id])

    def _read_ratings(self, coder_id: str | None, recording_id: str | None) -> list[Rating]:
        clauses, parameters = _where(coder_id=coder_id, recording_id=recording_id)
        rows = self._database.read(
            f"SELECT {_COLUMNS} FROM rating{clauses} ORDER BY recording_id, coder_id, pts, au", parameters
        )
        return [_rating(row) for row in rows]

    def rating_counts(self) -> dict[str, int]:
        """Return how many ratings each coder has who has any, without reading them."""
        rows = self._database.read("SELECT coder_id, COUNT(*) FROM rating GROUP BY coder_id")
        return dict(tuple(row) for row in rows)

    def n_rated_frames(self, coder_ids: Sequence[str]) -> int:
        """Return how many frames have a rating by any of these coders, without reading the ratings."""
        marks = ", ".join("?" * len(coder_ids))
        rows = self._database.read(
            "SELECT COUNT(*) FROM"
            f" (SELECT DISTINCT recording_id, pts FROM rating WHERE coder_id IN ({marks}))",
            tuple(coder_ids),
        )
        return int(rows[0][0])

    def frame_ratings(self, coder_id: str, recording_id: str, pts: int) -> dict[int, Rating]:
        """Return a coder's ratings of one frame by action unit."""
        clauses, parameters = _where(coder_id=coder_id, recording_id=recording_id, pts=int(pts))
        rows = self._database.read(f"SELECT {_COLUMNS} FROM rating{clauses} ORDER BY au", parameters)
        return {row["au"]: _rating(row) for row in rows}

    def history(
        self,
        coder_id: str | None = None,
        recording_id: str | None = None,
        pts: int | None = None,
        au: int | None = None,
    ) -> list[RatingEvent]:
        """Return everything that was ever done, oldest first."""
        clauses, parameters = _where(coder_id=coder_id, recording_id=recording_id, pts=pts, au=au)
        rows = self._database.read(f"SELECT * FROM rating_event{clauses} ORDER BY id", parameters)
        return [RatingEvent(**{**dict(row), "unsure": bool(row["unsure"])}) for row in rows]


def check_rating(rating: RatingInput, visible: str) -> None:
    """Raise ValueError if a value is out of range."""
    if rating.au not in ACTION_UNITS:
        raise ValueError(f"AU {rating.au} is not an action unit that AU Studio knows.")
    if rating.value is not None and rating.value not in range(6):
        raise ValueError(f"A rating is 0 to 5 or not codable, not {rating.value}.")
    if rating.code is not None and (rating.code not in range(70, 75) or rating.value is not None):
        raise ValueError("A visibility code is 70 to 74 and stands in place of a value.")
    if not visible:
        raise ValueError("A rating says what the coder could see.")


def append_event(change: sqlite3.Connection, **columns: Any) -> int:
    """Append an entry to the history, within a transaction; return its number."""
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    cursor = change.execute(f"INSERT INTO rating_event ({names}) VALUES ({marks})", tuple(columns.values()))
    return int(cursor.lastrowid or 0)


def revert_event(change: sqlite3.Connection, event: sqlite3.Row) -> int:
    """Append what held just before an entry of the history."""
    key = (event["recording_id"], event["coder_id"], event["pts"], event["au"])
    before = change.execute(
        "SELECT action, value, code, side, unsure, visible, seconds FROM rating_event WHERE"
        " recording_id = ? AND coder_id = ? AND pts = ? AND au = ? AND id < ?"
        " ORDER BY id DESC LIMIT 1",
        (*key, event["id"]),
    ).fetchone()
    restored = {"action": "retract", "visible": event["visible"]} if before is None else dict(before)
    return append_event(
        change,
        coder_id=event["coder_id"],
        recording_id=event["recording_id"],
        pts=event["pts"],
        au=event["au"],
        reverts=event["id"],
        created=now(),
        **restored,
    )


def _where(**columns: str | int | None) -> tuple[str, tuple[str | int, ...]]:
    given = {name: value for name, value in columns.items() if value is not None}
    clauses = " AND ".join(f"{name} = ?" for name in given)
    return (f" WHERE {clauses}" if given else ""), tuple(given.values())


def _rating(row: sqlite3.Row) -> Rating:
    # By place: looking tens of thousands of rows up by name takes longer than reading them.
    coder_id, recording_id, pts, au, value, unsure, created, visible, code, side, event_id = row
    return Rating(coder_id, recording_id, pts, au, value, unsure != 0, created, visible, code, side, event_id)
