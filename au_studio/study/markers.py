"""Event markers: what happened in a recording, at a frame or over a span, beside the ratings."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

from au_studio.study.clock import now
from au_studio.study.core import StudyCore, new_id
from au_studio.study.errors import NameTakenError
from au_studio.study.records import Marker, MarkerKind
from au_studio.texts import sentence

_KIND = "id, name, colour, key, created, removed"
_MARKER = "id, recording_id, kind_id, start, stop, note, created"


class MarkersPart(StudyCore):
    """Define kinds of markers; set, move and take away markers."""

    def add_marker_kind(self, name: str, *, colour: int | None = None, key: int | None = None) -> MarkerKind:
        """Add a kind of marker.

        Parameters
        ----------
        name : str
            Unique in the study, whatever its capitals.
        colour : int, optional
            Place in the theme's palette, from 0; the next one by default.
        key : int, optional
            The digit 1 to 9 that sets such a marker; none by default.

        Raises
        ------
        NameTakenError
            If another kind has that name or digit.
        ValueError
            If the name is empty.
        """
        if colour is None:
            colour = int(self._database.read("SELECT COUNT(*) FROM marker_kind")[0][0])
        kind = MarkerKind(new_id("k"), _checked(name), colour, key, now())
        with self._free(kind.name, key), self._database.transaction() as change:
            change.execute(
                f"INSERT INTO marker_kind ({_KIND}) VALUES (?, ?, ?, ?, ?, NULL)",
                (kind.id, kind.name, kind.colour, kind.key, kind.created),
            )
        return kind

    def marker_kinds(self, *, removed: bool = False) -> list[MarkerKind]:
        """Return the kinds of markers, oldest first, with the removed ones if asked for."""
        rows = self._database.read(
            f"SELECT {_KIND} FROM marker_kind WHERE removed IS NULL OR ? ORDER BY rowid", (removed,)
        )
        return [MarkerKind(**dict(row)) for row in rows]

    def change_marker_kind(self, kind_id: str, *, name: str, colour: int, key: int | None) -> None:
        """Change what a kind of marker is called, its colour and its digit (see `add_marker_kind`)."""
        name = _checked(name)
        with self._free(name, key), self._database.transaction() as change:
            change.execute(
                "UPDATE marker_kind SET name = ?, colour = ?, key = ? WHERE id = ?",
                (name, colour, key, kind_id),
            )

    def remove_marker_kind(self, kind_id: str) -> None:
        """Offer a kind no more and free its digit; its markers stay."""
        with self._database.transaction() as change:
            change.execute("UPDATE marker_kind SET removed = ?, key = NULL WHERE id = ?", (now(), kind_id))

    def add_marker(
        self, recording_id: str, kind_id: str, start: int, stop: int | None = None, note: str = ""
    ) -> Marker:
        """Set a marker.

        Parameters
        ----------
        recording_id, kind_id : str
            Where, and what it means.
        start : int
            pts of the (first) frame.
        stop : int, optional
            pts of the last frame of a span, at or after `start`; a marker at one frame by default.
        note : str
            What else there is to say.

        Raises
        ------
        ValueError
            If the span ends before it begins.
        """
        _check_span(start, stop)
        marker = Marker(new_id("e"), recording_id, kind_id, int(start), stop, note.strip(), now())
        with self._database.transaction() as change:
            change.execute(
                f"INSERT INTO marker ({_MARKER}) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (marker.id, recording_id, kind_id, marker.start, marker.stop, marker.note, marker.created),
            )
        return marker

    def change_marker(self, marker: Marker) -> None:
        """Store a marker with another kind, place or note; its id stays.

        Raises
        ------
        ValueError
            If the span ends before it begins.
        """
        _check_span(marker.start, marker.stop)
        with self._database.transaction() as change:
            change.execute(
                "UPDATE marker SET kind_id = ?, start = ?, stop = ?, note = ? WHERE id = ?",
                (marker.kind_id, int(marker.start), marker.stop, marker.note.strip(), marker.id),
            )

    def remove_marker(self, marker_id: str) -> None:
        """Take a marker away; `bring_back_marker` undoes it."""
        self._set_removed(marker_id, now())

    def bring_back_marker(self, marker_id: str) -> None:
        """Put a marker back that was taken away."""
        self._set_removed(marker_id, None)

    def markers(self, recording_id: str | None = None) -> list[Marker]:
        """Return the markers of a recording (of all, by default) in the order of time."""
        only = "" if recording_id is None else " AND recording_id = :recording"
        rows = self._database.read(
            f"SELECT {_MARKER} FROM marker WHERE removed IS NULL{only}"
            " ORDER BY recording_id, start, created, id",
            {"recording": recording_id},
        )
        return [Marker(**dict(row)) for row in rows]

    def _set_removed(self, marker_id: str, moment: str | None) -> None:
        with self._database.transaction() as change:
            change.execute("UPDATE marker SET removed = ? WHERE id = ?", (moment, marker_id))

    @staticmethod
    @contextlib.contextmanager
    def _free(name: str, key: int | None) -> Iterator[None]:
        try:
            yield
        except sqlite3.IntegrityError as error:
            raise NameTakenError(
                sentence("Another kind of marker has the key {key} already.", key=key)
                if "marker_kind.key" in str(error)
                else sentence("There is a kind of marker named {name} already.", name=name),
                next_step="Choose another.",
            ) from error


def _checked(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise ValueError("A kind of marker needs a name.")
    return name


def _check_span(start: int, stop: int | None) -> None:
    if stop is not None and stop < start:
        raise ValueError("A span cannot end before it begins.")
