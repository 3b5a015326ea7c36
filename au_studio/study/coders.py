"""The coders of a study, and their notes on frames."""

from __future__ import annotations

import sqlite3

from au_studio.study.clock import now
from au_studio.study.core import StudyCore, new_id
from au_studio.study.errors import NameTakenError
from au_studio.study.records import Coder, CoderKind, Note


class CodersPart(StudyCore):
    """Add and find coders; keep their notes."""

    def add_coder(self, name: str, *, kind: CoderKind = "human") -> Coder:
        """Add a coder.

        Parameters
        ----------
        name : str
            Unique in the study, whatever its capitals; often initials.
        kind : {"human", "consensus", "imported"}
            A person, the reconciled values of several, or a data set.

        Raises
        ------
        NameTakenError
            If another coder has that name.
        ValueError
            If the name is empty.
        """
        name = name.strip()
        if not name:
            raise ValueError("A coder needs a name.")
        coder = Coder(new_id("c"), name, kind, now())
        try:
            with self._database.transaction() as change:
                change.execute(
                    "INSERT INTO coder VALUES (?, ?, ?, ?)", (coder.id, coder.name, coder.kind, coder.created)
                )
        except sqlite3.IntegrityError as error:
            raise NameTakenError(
                f"There is a coder named {name} already.", next_step="Choose that coder, or another name."
            ) from error
        return coder

    def coders(self) -> list[Coder]:
        """Return the coders in the order in which they were added."""
        rows = self._database.read("SELECT id, name, kind, created FROM coder ORDER BY rowid")
        return [Coder(**dict(row)) for row in rows]

    def coder(self, coder_id: str) -> Coder:
        """Return one coder.

        Raises
        ------
        NotInStudyError
            If there is none of that id.
        """
        row = self._one(
            "SELECT id, name, kind, created FROM coder WHERE id = ?", (coder_id,), f"no coder {coder_id}"
        )
        return Coder(**dict(row))

    def set_note(self, coder_id: str, recording_id: str, pts: int, text: str) -> None:
        """Keep a coder's note on a frame in place of an earlier one; an empty text removes it."""
        with self._database.transaction() as change:
            change.execute(
                "INSERT INTO note_event (coder_id, recording_id, pts, text, created) VALUES (?, ?, ?, ?, ?)",
                (coder_id, recording_id, int(pts), text.strip(), now()),
            )

    def notes(self, coder_id: str | None = None, recording_id: str | None = None) -> list[Note]:
        """Return the notes that hold now, in the order of recording and time."""
        rows = self._database.read(
            "SELECT coder_id, recording_id, pts, text, created FROM note_event WHERE id IN"
            " (SELECT MAX(id) FROM note_event GROUP BY coder_id, recording_id, pts) AND text <> ''"
            " AND coder_id = COALESCE(?, coder_id) AND recording_id = COALESCE(?, recording_id)"
            " ORDER BY recording_id, pts, id",
            (coder_id, recording_id),
        )
        return [Note(**dict(row)) for row in rows]
