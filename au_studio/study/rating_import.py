"""Bringing ratings from files into a study: what fits where, and then all of it at once or nothing."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from au_studio.study.clock import now
from au_studio.study.connection import Database
from au_studio.study.core import StudyCore, new_id
from au_studio.study.rating_cells import RatingCell
from au_studio.study.rating_found import FoundNote, FoundRating, Problem, RatingTable
from au_studio.study.rating_place import OUR_WAY, Counting, frame_of, frames_of
from au_studio.study.rating_rows import of_both
from au_studio.study.ratings import RatingInput, append_event, check_rating, revert_event
from au_studio.study.records import Note, Rating, RatingImport, Recording
from au_studio.video.index import VideoIndex

IMPORTED = "imported"
"""What an imported rating says about what its coder could see, when the file does not say."""

_TWICE = "the same frame, coder and action unit has another value further up"


@dataclass(frozen=True)
class ImportedRating:
    """A rating with its place in the study."""

    coder: str
    rating: RatingInput
    visible: str


@dataclass(frozen=True)
class ImportedNote:
    """A note on a frame with its place in the study."""

    coder: str
    recording_id: str
    pts: int
    text: str


@dataclass
class ImportPlan:
    """What an import would do.

    Attributes
    ----------
    source, format : str
        Where the ratings are from.
    new : list of ImportedRating
        Ratings that the study does not have.
    changed : list of ImportedRating
        Ratings that differ from what the same coder has in the study.
    same : int
        Ratings that the study has already, just so.
    notes : list of ImportedNote
        Notes that the study does not have just so.
    problems : list of Problem
        Rows that cannot be imported.
    repeated : int
        Ratings that stand further up in the file, just so, or for the other side.
    """

    source: str
    format: str
    new: list[ImportedRating] = field(default_factory=list)
    changed: list[ImportedRating] = field(default_factory=list)
    same: int = 0
    notes: list[ImportedNote] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    repeated: int = 0


def recording_names(table: RatingTable) -> list[str]:
    """Return the names of recordings in a table, each once, in order."""
    return list(dict.fromkeys([r.recording for r in table.ratings] + [n.recording for n in table.notes]))


def coder_names(table: RatingTable) -> list[str]:
    """Return the names of coders in a table, each once; empty where the file does not say."""
    return list(dict.fromkeys([r.coder for r in table.ratings] + [n.coder for n in table.notes]))


def guess_recordings(names: Iterable[str], recordings: Sequence[Recording]) -> dict[str, str | None]:
    """Find the recording that each name means; None where none or several may be meant.

    A name means the recording of that name, with or without its ending; else the only one whose name holds
    it (``P1`` is not in ``P10``), or holds the DISFA subject (``SN001``) that it holds.
    """
    return {name: _guess(name, recordings) for name in names}


def guess_coders(names: Iterable[str], coders: Sequence[str]) -> dict[str, str]:
    """Find the coder of the study that each name in a file means; the name itself where none is.

    A name means the coder of that name. Programs change names: a number loses its zeros (``007`` becomes
    ``7`` or ``7.0``), and columns have small letters and ``_`` alone (``AU12_coder_dr_miller``). Such a name
    means the only coder of whom that may be said.
    """
    return {name: _guess_coder(name, coders) for name in names}


def _guess_coder(name: str, coders: Sequence[str]) -> str:
    for alike in (str.casefold, _as_number, _as_column):
        if not alike(name):
            continue
        found = [coder for coder in coders if alike(coder) == alike(name)]
        if len(found) == 1:
            return found[0]
    return name


def _as_number(name: str) -> str:
    match = re.fullmatch(r"0*(\d+)(?:[.,]0*)?", name)
    return match[1] if match else ""


def _as_column(name: str) -> str:
    return re.sub(r"\W+", "_", name.casefold()).strip("_")


def _guess(name: str, recordings: Sequence[Recording]) -> str | None:
    plain = name.casefold()
    tests = (
        lambda r: r.name.casefold() == plain,
        lambda r: Path(r.name).stem.casefold() in {plain, Path(plain).stem},
        lambda r: bool(_as_number(plain)) and _as_number(Path(r.name).stem) == _as_number(plain),
        lambda r: _holds(r.name.casefold(), plain),
        lambda r: bool(_subject(plain)) and _subject(plain) == _subject(r.name),
    )
    for test in tests:
        found = [r.id for r in recordings if test(r)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _holds(name: str, part: str) -> bool:
    before = r"(?<!\d)" if part[:1].isdigit() else ""
    after = r"(?!\d)" if part[-1:].isdigit() else ""
    return bool(part) and re.search(before + re.escape(part) + after, name) is not None


def _subject(name: str) -> str:
    match = re.search(r"SN\d{3}", name, re.IGNORECASE)
    return match[0].upper() if match else ""


def plan_import(
    table: RatingTable,
    recordings: Mapping[str, tuple[str, VideoIndex]],
    coders: Mapping[str, str],
    existing: Iterable[tuple[str, Rating]],
    existing_notes: Iterable[tuple[str, Note]] = (),
    *,
    counting: Counting = OUR_WAY,
) -> ImportPlan:
    """Find out what an import would do; nothing is changed.

    Parameters
    ----------
    table : RatingTable
        What was read.
    recordings : mapping
        Id and timestamps of the recording that each name in the table means; names that are missing mean
        none.
    coders : mapping of str to str
        Name of the coder in the study for each coder in the table.
    existing : iterable of (str, Rating)
        Name of the coder and rating, for every rating of the study.
    existing_notes : iterable of (str, Note)
        Name of the coder and note, for every note of the study.
    counting : Counting
        How the file counts frames and seconds (see `rating_place.find_counting`).

    Returns
    -------
    ImportPlan
        Sorted into new, changed, same, and what cannot be imported.
    """
    plan = ImportPlan(str(table.source), table.format, problems=list(table.problems))
    known = {(name.casefold(), r.recording_id, r.pts, r.au): _cell(r) for name, r in existing}
    planned: dict[tuple[str, str, int, int], tuple[str, FoundRating]] = {}
    missing: dict[str, list[int]] = {}
    placed: dict[tuple[object, ...], list[int]] = {}  # a row's ratings are of the same frame
    for found in table.ratings:
        if found.recording not in recordings:
            missing.setdefault(found.recording, [0, 0])[0] += 1
            continue
        recording_id, index = recordings[found.recording]
        coder = coders.get(found.coder) or found.coder
        try:
            if not coder:
                raise ValueError("nobody says whose rating it is")
            place = (recording_id, found.pts, found.seconds, found.frame, found.until, found.played)
            frames = placed.get(place) or frames_of(found, index, counting)
            placed[place] = frames
        except ValueError as error:
            plan.problems.append(Problem(found.where, str(error)))
            continue
        for pts in frames:
            key = (coder.casefold(), recording_id, pts, found.au)
            if key not in planned:
                planned[key] = coder, found
                continue
            both = of_both(planned[key][1].cell, found.cell)
            if both is None:
                plan.problems.append(Problem(found.where, _TWICE))
            else:
                plan.repeated += 1
                planned[key] = coder, planned[key][1]._replace(cell=both)
    for key, (coder, found) in planned.items():
        given = _input(found, key[1], key[2])
        _sort_in(plan, known.get(key), ImportedRating(coder, given, found.visible or IMPORTED))
    for note in table.notes:
        if note.recording not in recordings:
            missing.setdefault(note.recording, [0, 0])[1] += 1
    _plan_notes(plan, table.notes, recordings, coders, existing_notes, counting=counting)
    plan.problems += [Problem(name, _left_out(*counts)) for name, counts in missing.items()]
    plan.problems = list(dict.fromkeys(plan.problems))  # one per row, not one per action unit
    return plan


def _left_out(ratings: int, notes: int) -> str:
    counts = ((ratings, "rating"), (notes, "note"))
    what = " and ".join(f"{count:,} {name}{'s' if count != 1 else ''}" for count, name in counts if count)
    return f"{what} of a recording that is not in the study, or that is left out"


def _sort_in(plan: ImportPlan, before: RatingCell | None, rating: ImportedRating) -> None:
    cell = RatingCell(rating.rating.value, rating.rating.code, rating.rating.side, rating.rating.unsure)
    if before is None:
        plan.new.append(rating)
    elif before == cell:
        plan.same += 1
    else:
        plan.changed.append(rating)


def _plan_notes(
    plan: ImportPlan,
    notes: Sequence[FoundNote],
    recordings: Mapping[str, tuple[str, VideoIndex]],
    coders: Mapping[str, str],
    existing: Iterable[tuple[str, Note]],
    *,
    counting: Counting,
) -> None:
    """Add the notes that are new or differ; those on frames that are not there are problems."""
    known = {(name.casefold(), note.recording_id, note.pts): note.text for name, note in existing}
    for found in notes:
        if found.recording not in recordings:
            continue  # counted with its ratings
        recording_id, index = recordings[found.recording]
        coder = coders.get(found.coder) or found.coder
        try:
            if not coder:
                raise ValueError("nobody says whose note it is")
            pts = frame_of(found, index, counting)
        except ValueError as error:
            plan.problems.append(Problem(found.where, str(error)))
            continue
        key = (coder.casefold(), recording_id, pts)
        if known.get(key) != found.text:
            known[key] = found.text
            plan.notes.append(ImportedNote(coder, recording_id, pts, found.text))


def _input(found: FoundRating, recording_id: str, pts: int) -> RatingInput:
    cell = found.cell
    return RatingInput(recording_id, pts, found.au, cell.value, cell.unsure, cell.code, cell.side)


def _cell(rating: Rating) -> RatingCell:
    return RatingCell(rating.value, rating.code, rating.side, rating.unsure)


class ImportsPart(StudyCore):
    """Store imports, and take them back."""

    def import_ratings(self, plan: ImportPlan, *, replace_changed: bool = False) -> list[str]:
        """Store what a plan found (see `store`)."""
        return store(self._database, plan, replace_changed=replace_changed)

    def imports(self) -> list[RatingImport]:
        """Return the imports of which something still holds, oldest first."""
        rows = self._database.read(
            "SELECT i.id, i.coder_id, i.source, i.format, i.created, COUNT(*) AS ratings"
            " FROM rating_import AS i JOIN rating AS r ON r.import_id = i.id GROUP BY i.id ORDER BY i.rowid"
        )
        return [RatingImport(**dict(row)) for row in rows]

    def take_back_import(self, import_id: str) -> int:
        """Undo an import: what held before it holds again, and what was rated since stays.

        Returns
        -------
        int
            How many ratings were taken back.
        """
        events = self._database.read("SELECT * FROM rating WHERE import_id = ?", (import_id,))
        with self._database.transaction() as change:
            for event in events:
                revert_event(change, event)
        return len(events)


def store(database: Database, plan: ImportPlan, *, replace_changed: bool = False) -> list[str]:
    """Store what a plan found: all of it, or nothing when something goes wrong.

    Coders that the study does not have are added as imported ones.

    Parameters
    ----------
    database : Database
        The study's database, of the calling thread.
    plan : ImportPlan
        From `plan_import`.
    replace_changed : bool
        Whether ratings that differ from the study's take their place; those stay in the history.

    Returns
    -------
    list of str
        Ids for `ImportsPart.take_back_import`, one per coder.
    """
    by_coder: dict[str, list[ImportedRating]] = {}
    notes: dict[str, list[ImportedNote]] = {}
    for note in plan.notes:
        notes.setdefault(note.coder, []).append(note)
    for rating in plan.new + (plan.changed if replace_changed else []):
        check_rating(rating.rating, rating.visible)
        by_coder.setdefault(rating.coder, []).append(rating)
    imports = []
    with database.transaction() as change:
        for coder, ratings in by_coder.items():
            import_id, moment = new_id("i"), now()
            coder_id = _coder_id(change, coder, moment)
            change.execute(
                "INSERT INTO rating_import (id, coder_id, source, format, created) VALUES (?, ?, ?, ?, ?)",
                (import_id, coder_id, plan.source, plan.format, moment),
            )
            for rating in ratings:
                _store_rating(change, coder_id, import_id, rating, moment)
            imports.append(import_id)
        for coder, written in notes.items():
            _store_notes(change, _coder_id(change, coder, now()), written)
    return imports


def _coder_id(change: sqlite3.Connection, name: str, moment: str) -> str:
    known = change.execute("SELECT id FROM coder WHERE name = ?", (name,)).fetchone()
    if known is not None:
        return str(known["id"])
    coder_id = new_id("c")
    change.execute(
        "INSERT INTO coder (id, name, kind, created) VALUES (?, ?, 'imported', ?)", (coder_id, name, moment)
    )
    return coder_id


def _store_rating(
    change: sqlite3.Connection, coder_id: str, import_id: str, rating: ImportedRating, moment: str
) -> None:
    given = rating.rating
    append_event(
        change,
        coder_id=coder_id,
        recording_id=given.recording_id,
        pts=given.pts,
        au=given.au,
        action="rate",
        value=given.value,
        code=given.code,
        side=given.side,
        unsure=int(given.unsure),
        visible=rating.visible,
        created=moment,
        import_id=import_id,
    )


def _store_notes(change: sqlite3.Connection, coder_id: str, notes: Sequence[ImportedNote]) -> None:
    change.executemany(
        "INSERT INTO note_event (coder_id, recording_id, pts, text, created) VALUES (?, ?, ?, ?, ?)",
        [(coder_id, note.recording_id, note.pts, note.text, now()) for note in notes],
    )
