"""What files of ratings hold: ratings, notes, and what of them gives none, with the reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from au_studio.errors import AUStudioError
from au_studio.study.rating_cells import RatingCell

Format = Literal["long", "wide", "disfa", "bp4d", "elan", "boris", "observer", "spans", "facereader"]


class RatingFileError(AUStudioError):
    """A file or folder holds no ratings that can be read."""


class FoundRating(NamedTuple):
    """One rating as a file has it.

    ``pts``, ``seconds`` and ``frame`` (a number as the file counts) name the frame; at least one is there.
    With ``until`` (seconds) the rating holds for every frame from ``seconds`` to just before it.
    ``played``: seconds count as players do, from where the file begins, be it with sound. ``coder`` is
    empty when the file does not say; ``visible`` likewise. ``where`` says where it stands, for people.
    """

    recording: str
    pts: int | None
    seconds: float | None
    frame: int | None
    coder: str
    au: int
    cell: RatingCell
    visible: str
    where: str
    until: float | None = None
    played: bool = False


class FoundNote(NamedTuple):
    """A coder's note on a frame, which may have no rating, as a file has it; see `FoundRating`."""

    recording: str
    pts: int | None
    seconds: float | None
    frame: int | None
    coder: str
    text: str
    where: str


@dataclass(frozen=True)
class Problem:
    """A row (or file) that gives no rating: where, and why."""

    where: str
    reason: str

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


@dataclass
class RatingTable:
    """What was read.

    Attributes
    ----------
    source : Path
        The file or folder.
    format : Format
        How it is written.
    ratings : list of FoundRating
        In the order of the files.
    notes : list of FoundNote
        In the order of the files; a note beside several ratings of a frame is there several times.
    problems : list of Problem
        Rows that give no rating.
    rows : int
        Rows (ELAN: annotations) that were read, without headers and blank lines.
    unrated : int
        Rows among them in which nothing is rated: no level, no note and nothing wrong.
    ignored : dict of str to str
        Columns (ELAN: tiers; workbooks: sheets; folders: files) that are not read, by name, and why.
    remarks : list of str
        What people should know of how it was read, in sentences.
    from_one : bool or None
        Whether frames count from 1 (True) or 0 (False), where the form of the file says so; else None.
    """

    source: Path
    format: Format
    ratings: list[FoundRating] = field(default_factory=list)
    notes: list[FoundNote] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    rows: int = 0
    unrated: int = 0
    ignored: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    from_one: bool | None = None

    def ignore(self, name: str, why: str) -> None:
        """Note down that a column is not read."""
        self.ignored.setdefault(name, why)

    def remark(self, sentence: str) -> None:
        """Note down, once, what people should know."""
        if sentence not in self.remarks:
            self.remarks.append(sentence)

    def take(self, other: RatingTable) -> None:
        """Add what another file holds."""
        self.ratings += other.ratings
        self.notes += other.notes
        self.problems += other.problems
        self.rows += other.rows
        self.unrated += other.unrated
        for name, why in other.ignored.items():
            self.ignore(name, why)
        for sentence in other.remarks:
            self.remark(sentence)
        if self.from_one != other.from_one:
            self.from_one = None
