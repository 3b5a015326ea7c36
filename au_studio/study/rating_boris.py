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
from au_studio.study.rating_found import Format, FoundRating, Problem, RatingFileError, RatingTable
from au_studio.study.rating_levels import level_of, unit_of
from au_studio.study.rating_rows import parse_number, with_side
from au_studio.study.rating_text import Row, Sheet
from au_studio.texts import sentence

_NAMES = {
    "behavior": ("behavior", "behaviour", "au", "action_unit"),
    "type": ("behavior_type", "behaviour_type", "status", "event_type"),
    "time": ("time", "time_relative_sf", "time_relative_s", "time_relative_hmsf", "time_relative_hms"),
    "start": ("start_s", "start", "onset", "begin", "start_time", "begin_time", "onset_s", "begin_s"),
    "stop": ("stop_s", "stop", "offset", "end", "stop_time", "end_time", "offset_s", "end_s"),
    "media": ("media_file_name", "media_file_path", "media_file", "recording", "video", "file"),
    "coder": ("coder", "rater", "annotator"),
    "observation": ("observation_id", "observation"),
    "subject": ("subject",),
    "moved": ("time_offset_s",),
}
_LEVELS = frozenset(("level", "value", "intensity", "rating", "score", "side"))
_FRAMES = re.compile(
    r"(?:start|begin|onset|apex|end|stop|offset)_?frame|frame_?(?:start|begin|onset|end|stop|offset)"
)
_SIDES: dict[str, Side] = {"left": "L", "l": "L", "right": "R", "r": "R", "unilateral": "U"}


def is_boris(header: Sequence[str]) -> bool:
    """Whether these columns are those of a table of events of BORIS or The Observer."""
    names = {plain(name) for name in header}
    timed = bool({"start_s", "stop_s"} <= names or names & set(_NAMES["time"]))
    return bool(names & {"behavior", "behaviour"}) and timed and bool(names & set(_NAMES["type"]))


def is_spans(header: Sequence[str]) -> bool:
    """Whether these columns say from when to when an action unit had which level."""
    names = {plain(name) for name in header}
    rated = bool(names & {"au", "action_unit"}) and bool(names & (_LEVELS - {"side"}))
    return rated and all(names & set(_NAMES[key]) for key in ("start", "stop"))


def spans_of_frames(header: Sequence[str]) -> bool:
    """Whether columns name first and last frames of something."""
    return sum(_FRAMES.fullmatch(plain(name)) is not None for name in header) > 1


def score(cells: Sequence[str]) -> int:
    """Say how many of BORIS's columns a row names; 0 if it is no header of its tables."""
    names = {plain(cell) for cell in cells}
    known = is_boris(cells) or is_spans(cells)
    return sum(bool(names & set(given)) for given in _NAMES.values()) if known else 0


@dataclass(frozen=True)
class _Event:
    recording: str
    subject: str
    coder: str
    unit: Unit
    cell: RatingCell | None
    kind: str
    where: str


def read_boris(path: Path, sheet: Sheet) -> RatingTable:
    """Read a table of events of BORIS or The Observer."""
    assert sheet.header is not None
    names = {plain(name) for name in sheet.header}
    form: Format = "observer" if "event_type" in names else "boris" if is_boris(sheet.header) else "spans"
    table = RatingTable(path, form)
    reader = _Reader(table, sheet)
    if form == "spans":
        reader.check_seconds()
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
        spans = table.format == "spans"
        self._modifiers = [
            place
            for place, name in enumerate(names)
            if name.startswith("modifier") or (spans and name in _LEVELS)
        ]
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

    def check_seconds(self) -> None:
        """Refuse spans of whole numbers alone: they may be frames or seconds."""
        texts = [self._get(row, key) for row in self._sheet.rows for key in ("start", "stop")]
        if not any(re.search(r"\d[.,:]\d", text) for text in texts):
            raise RatingFileError(
                sentence(
                    "{name}: its spans may be frames or seconds, for they are whole numbers alone.",
                    name=self._sheet.name,
                ),
                next_step="Write seconds as 12.0, or make a row for every frame.",
            )

    def _seconds(self, row: Row, key: str) -> float:
        text = self._get(row, key)
        if not text:
            raise ValueError(f"it has no {key}")
        return float(parse_number(text, "timestamp", decimal_comma=self._sheet.decimal_comma))

    def read(self, row: Row) -> None:
        event = self._event(row)
        if event is None:
            return
        moved = self._get(row, "moved")
        if moved and parse_number(moved, "timestamp", decimal_comma=self._sheet.decimal_comma):
            raise ValueError(
                f"its observation has a time offset of {moved} s, and nothing says whether its times contain "
                "it: set it to 0 in BORIS, and export again"
            )
        self._subjects.add(event.subject)
        if self._places["start"] is not None:
            start, stop = self._seconds(row, "start"), self._get(row, "stop")
            point = event.kind.startswith("POINT") or (not stop and self._table.format != "spans")
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
        if self._table.format == "spans" and re.fullmatch(r"\d{1,2}(?:[.,]0*)?", behaviour):
            behaviour = f"AU{re.split('[.,]', behaviour)[0]}"  # a column named AU holds numbers as well
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
            self._get(row, "coder"),
            unit,
            cell,
            kind,
            self._sheet.where(row),
        )

    def _add(self, event: _Event, start: float, stop: float | None) -> None:
        assert event.cell is not None
        named = event.recording, None, start, None, event.coder, event.unit.au, event.cell, "", event.where
        self._table.ratings.append(FoundRating(*named, until=stop, played=self._played))
