"""Ratings in tables of coded events: BORIS's (tabular or aggregated) and The Observer XT's.

The *behaviour* names the action unit (``AU12``), a *modifier* the level (``3``, ``C``) and perhaps the side
(``left``); or the behaviour says it all (``AU12C``, ``L12C``). A state holds for every frame from its start
to its stop, a point for one frame. The recording is the media file, else the observation. BORIS's times count
as players do, from where the file begins; The Observer's from the beginning of the observation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from au_studio.facs.notation import Side
from au_studio.study.rating_cells import RatingCell, filled
from au_studio.study.rating_columns import NotAUnit, Unit, plain
from au_studio.study.rating_found import FoundRating, Problem, RatingTable
from au_studio.study.rating_levels import level_of, unit_of
from au_studio.study.rating_rows import parse_number, with_side
from au_studio.study.rating_text import Row, Sheet

_NAMES = {
    "behavior": ("behavior", "behaviour"),
    "type": ("behavior_type", "behaviour_type", "status", "event_type"),
    "time": ("time", "time_relative_sf", "time_relative_s", "time_relative_hmsf", "time_relative_hms"),
    "start": ("start_s", "start"),
    "stop": ("stop_s", "stop"),
    "media": ("media_file_name", "media_file_path", "media_file"),
    "observation": ("observation_id", "observation"),
    "subject": ("subject",),
}
_SIDES: dict[str, Side] = {"left": "L", "l": "L", "right": "R", "r": "R", "unilateral": "U"}


def is_boris(header: Sequence[str]) -> bool:
    """Whether these columns are those of a table of events of BORIS or The Observer."""
    names = {plain(name) for name in header}
    timed = bool({"start_s", "stop_s"} <= names or names & set(_NAMES["time"]))
    return bool(names & {"behavior", "behaviour"}) and timed and bool(names & set(_NAMES["type"]))


def score(cells: Sequence[str]) -> int:
    """Say how many of BORIS's columns a row names; 0 if it is no header of its tables."""
    names = {plain(cell) for cell in cells}
    return sum(bool(names & set(given)) for given in _NAMES.values()) if is_boris(cells) else 0


@dataclass(frozen=True)
class _Event:
    recording: str
    subject: str
    unit: Unit
    cell: RatingCell | None
    kind: str
    where: str


def read_boris(path: Path, sheet: Sheet) -> RatingTable:
    """Read a table of events of BORIS or The Observer."""
    assert sheet.header is not None
    observer = "event_type" in {plain(name) for name in sheet.header}
    table = RatingTable(path, "observer" if observer else "boris")
    reader = _Reader(table, sheet)
    for row in sheet.rows:
        table.rows += 1
        try:
            reader.read(row)
        except ValueError as error:
            table.problems.append(Problem(sheet.where(row), str(error)))
    reader.end()
    return table


class _Reader:
    """Reads the rows of one table, and remembers the states that have begun."""

    def __init__(self, table: RatingTable, sheet: Sheet) -> None:
        names = [plain(name) for name in sheet.header or ()]
        self._table, self._sheet = table, sheet
        self._places = {
            key: next((names.index(name) for name in given if name in names), None)
            for key, given in _NAMES.items()
        }
        self._modifiers = [place for place, name in enumerate(names) if name.startswith("modifier")]
        self._begun: dict[tuple[object, ...], tuple[float, _Event]] = {}
        self._played = table.format == "boris"
        self._subjects: set[str] = set()
        used = {*self._places.values(), *self._modifiers}
        for place, name in enumerate(sheet.header or ()):
            if place not in used:
                table.ignore(name or f"column {place + 1}, which has no name", "")

    def _get(self, row: Row, key: str) -> str:
        place = self._places[key]
        return filled(row.cells[place], words=True) if place is not None and place < len(row.cells) else ""

    def _seconds(self, row: Row, key: str) -> float:
        text = self._get(row, key)
        if not text:
            raise ValueError(f"it has no {key}")
        return float(parse_number(text, "timestamp", decimal_comma=self._sheet.decimal_comma))

    def read(self, row: Row) -> None:
        event = self._event(row)
        if event is None:
            return
        self._subjects.add(event.subject)
        if self._places["start"] is not None:
            start, stop = self._seconds(row, "start"), self._get(row, "stop")
            point = event.kind.startswith("POINT") or not stop
            self._add(event, start, None if point else self._seconds(row, "stop"))
            return
        time = self._seconds(row, "time")
        key = (event.recording, event.subject, event.unit, event.cell)
        if event.kind == "START":
            if key in self._begun:
                raise ValueError("it starts a second time before it stops")
            self._begun[key] = (time, event)
        elif event.kind == "STOP":
            fitting = [
                begun for begun in self._begun if begun[:3] == key[:3] and event.cell in (None, begun[3])
            ]
            if len(fitting) != 1:
                raise ValueError("it stops without a start of the same modifiers")
            start, begun = self._begun.pop(fitting[0])
            self._add(begun, start, time)
        else:
            self._add(event, time, None)

    def end(self) -> None:
        """Name the states that never stop."""
        for _, event in self._begun.values():
            self._table.problems.append(Problem(event.where, "it starts and never stops"))
        if self._table.format == "observer" and self._table.ratings:
            self._table.remark(
                "The Observer's times count from the beginning of the observation: they fit where the video "
                "begins with it."
            )
        if len(self._subjects) > 1:
            who = ", ".join(sorted(name or "nobody" for name in self._subjects))
            self._table.remark(
                f"Several subjects are coded ({who}); all become ratings of the recording's person."
            )

    def _event(self, row: Row) -> _Event | None:
        """Return what a row codes; None, and the behaviour's name in the table, if it is no action unit."""
        behaviour = self._get(row, "behavior")
        try:
            named = unit_of(behaviour)
        except NotAUnit as error:
            named = None
            self._table.ignore(f"behaviour {behaviour}", str(error))
        if named is None:
            self._table.unrated += 1
            self._table.ignore(f"behaviour {behaviour}", "not named after an action unit")
            return None
        unit, cell = named
        words = [
            word.strip()
            for place in self._modifiers
            if place < len(row.cells)
            for word in re.split(r"[|,;]", row.cells[place])
            if filled(word)
        ]
        sides = {_SIDES[word.casefold()] for word in words if word.casefold() in _SIDES}
        levels = [word for word in words if word.casefold() not in _SIDES]
        if len(levels) > 1 or len(sides) > 1:
            raise ValueError(f"its modifiers “{', '.join(words)}” are not one level and one side")
        kind = self._get(row, "type").upper().removeprefix("STATE ")
        if levels or (cell is None and kind != "STOP"):  # where it stops, its start has said the level
            cell = level_of(levels[0] if levels else "", unit)
        for side in (unit.side, *sides):
            cell = None if cell is None else with_side(cell, side)
        media = re.sub(r"^(?:player)?\s*#?\d+:", "", self._get(row, "media"), flags=re.IGNORECASE)
        name = PurePosixPath(media.replace("\\", "/")).name
        return _Event(
            name or self._get(row, "observation") or self._sheet.file.stem,
            self._get(row, "subject"),
            unit,
            cell,
            kind,
            self._sheet.where(row),
        )

    def _add(self, event: _Event, start: float, stop: float | None) -> None:
        assert event.cell is not None
        named = event.recording, None, start, None, "", event.unit.au, event.cell, "", event.where
        self._table.ratings.append(FoundRating(*named, until=stop, played=self._played))
