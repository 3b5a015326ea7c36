"""The coders of a study, and their notes on frames."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

from au_studio.study.clock import now
from au_studio.study.core import StudyCore, new_id
from au_studio.study.errors import NameTakenError
from au_studio.study.records import Coder, CoderKind, CoderPart, Note
from au_studio.texts import sentence

_COLUMNS = "id, name, kind, created, part, removed"


class CodersPart(StudyCore):
    """Add and find coders; keep their notes."""

    def add_coder(self, name: str, *, kind: CoderKind = "human", part: CoderPart = "all") -> Coder:
        """Add a coder.

        Parameters
        ----------
        name : str
            Unique in the study, whatever its capitals; often initials.
        kind : {"human", "consensus", "imported"}
            A person, the reconciled values of several, or a data set.
        part : {"all", "double"}
            What the coder rates: the whole sample, or only what two coders rate.

        Raises
        ------
        NameTakenError
            If another coder has that name.
        ValueError
            If the name is empty.
        """
        coder = Coder(new_id("c"), _checked(name), kind, now(), part)
        with self._name_free(coder.name), self._database.transaction() as change:
            change.execute(
                f"INSERT INTO coder ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
                (coder.id, coder.name, coder.kind, coder.created, coder.part, coder.removed),
            )
        return coder

    def coder_who_rates(self, name: str) -> Coder:
        """Return the coder of a name as one who rates here, whatever the name's capitals.

        One whom the study does not have is added; a removed one comes back; one whose ratings were imported
        becomes a person who goes on with them.

        Raises
        ------
        NameTakenError
            If the name is that of a consensus, which nobody rates by themselves.
        ValueError
            If the name is empty.
        """
        name = _checked(name)
        coder = next((c for c in self.coders(removed=True) if c.name.casefold() == name.casefold()), None)
        if coder is None:
            return self.add_coder(name)
        if coder.kind == "consensus":
            raise NameTakenError(
                sentence(
                    "“{coder}” holds what coders have settled on, and nobody rates under that name.",
                    coder=coder.name,
                ),
                next_step="Type your own name or initials.",
            )
        if coder.kind != "human" or coder.removed is not None:
            with self._database.transaction() as change:
                change.execute("UPDATE coder SET kind = 'human', removed = NULL WHERE id = ?", (coder.id,))
        return self.coder(coder.id)

    def coders(self, *, removed: bool = False) -> list[Coder]:
        """Return the coders in the order in which they were added, with the removed ones if asked for."""
        rows = self._database.read(
            f"SELECT {_COLUMNS} FROM coder WHERE removed IS NULL OR ? ORDER BY rowid", (removed,)
        )
        return [Coder(**dict(row)) for row in rows]

    def rename_coder(self, coder_id: str, name: str) -> None:
        """Give a coder another name; the ratings stay theirs.

        Raises
        ------
        NameTakenError
            If another coder has that name.
        ValueError
            If the name is empty.
        """
        name = _checked(name)
        with self._name_free(name):
            self._set_coder(coder_id, "name", name)

    def set_coder_part(self, coder_id: str, part: CoderPart) -> None:
        """Choose which part of the sample a coder rates."""
        self._set_coder(coder_id, "part", part)

    def remove_coder(self, coder_id: str) -> None:
        """Take a coder off the lists. The ratings stay; `bring_back_coder` undoes it."""
        self._set_coder(coder_id, "removed", now())

    def bring_back_coder(self, coder_id: str) -> None:
        """Put a removed coder back on the lists."""
        self._set_coder(coder_id, "removed", None)

    def coder(self, coder_id: str) -> Coder:
        """Return one coder.

        Raises
        ------
        NotInStudyError
            If there is none of that id.
        """
        row = self._one(f"SELECT {_COLUMNS} FROM coder WHERE id = ?", (coder_id,), f"no coder {coder_id}")
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
            "SELECT coder_id, recording_id, pts, text, created FROM note_event AS n WHERE text <> ''"
            f"{'' if coder_id is None else ' AND coder_id = :coder'}"
            f"{'' if recording_id is None else ' AND recording_id = :recording'}"
            " AND NOT EXISTS (SELECT 1 FROM note_event AS later WHERE later.recording_id = n.recording_id"
            " AND later.coder_id = n.coder_id AND later.pts = n.pts AND later.id > n.id)"
            " ORDER BY recording_id, pts, id",
            {"coder": coder_id, "recording": recording_id},
        )
        return [Note(**dict(row)) for row in rows]

    def _set_coder(self, coder_id: str, column: str, value: str | None) -> None:
        self.coder(coder_id)
        with self._database.transaction() as change:
            change.execute(f"UPDATE coder SET {column} = ? WHERE id = ?", (value, coder_id))

    @staticmethod
    @contextlib.contextmanager
    def _name_free(name: str) -> Iterator[None]:
        try:
            yield
        except sqlite3.IntegrityError as error:
            raise NameTakenError(
                sentence("There is a coder named {name} already.", name=name),
                next_step="Choose that coder, or another name.",
            ) from error


def _checked(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise ValueError("A coder needs a name.")
    return name
