"""Logs of FaceReader (Noldus): its estimates are a program's, and what of them are levels can be read as one.

A *detailed log* has some lines above (``Filename``, ``Frame rate``) and a row per frame: ``Video Time`` and
columns such as ``Action Unit 12 - Lip Corner Puller``. Where these hold ``NotActive`` and ``A`` to ``E``,
they become ratings of a coder named FaceReader; numbers from 0 to 1 are no levels and are told apart. A
*state log* holds emotions alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path, PureWindowsPath

from au_studio.study.rating_cells import RatingCell, filled, parse_cell
from au_studio.study.rating_columns import NotAUnit, Unit, parse_unit, plain
from au_studio.study.rating_found import FoundRating, Problem, RatingFileError, RatingTable
from au_studio.study.rating_rows import parse_number, with_side
from au_studio.study.rating_text import Row, Sheet, read_text
from au_studio.texts import sentence

CODER = "FaceReader"
_MISSING = frozenset(("fit_failed", "find_failed", "unknown"))
_OFF = frozenset(("notactive", "not_active"))
_EMOTIONS = frozenset(("neutral", "happy", "emotion", "valence"))


def names_log(header: Sequence[str]) -> bool:
    """Whether these columns are those of a log of FaceReader."""
    names = {plain(name) for name in header}
    return "video_time" in names and bool(names & _EMOTIONS)


def score(cells: Sequence[str]) -> int:
    """Say how much a row looks like the header of a log."""
    return 2 * names_log(cells)


def read_log(path: Path, sheet: Sheet) -> RatingTable:
    """Read a log.

    Raises
    ------
    RatingFileError
        If it holds no levels of action units.
    """
    header = sheet.header or []
    units = _units(header)
    if not units:
        raise RatingFileError(
            sentence("{name} is a log of FaceReader with emotions and no action units.", name=sheet.name),
            next_step="Export the detailed log with action units, or choose a table of ratings.",
        )
    times = [place for place, name in enumerate(header) if plain(name) == "video_time"]
    table = RatingTable(path, "facereader")
    used = {*times, *(place for place, _ in units)}
    for place, name in enumerate(header):
        if place not in used and name:
            table.ignore(name, "FaceReader's, and no action unit")
    recording = _recording(path) or path.stem
    for row in sheet.rows:
        _read_row(table, sheet, row, recording, (times[0], units))
    table.remark(f"{sheet.name}: the levels are FaceReader's, a program's, not a person's.")
    return table


def _units(header: Sequence[str]) -> list[tuple[int, Unit]]:
    found = []
    for place, name in enumerate(header):
        try:
            # Its names of the units are not always those of FACS; the number says enough.
            unit = parse_unit(re.sub(r"(\d)\s+-\s.*?(left|right)?\s*$", r"\1 \2", name, flags=re.IGNORECASE))
        except NotAUnit:
            continue
        if unit is not None:
            found.append((place, unit))
    return found


def _read_row(
    table: RatingTable, sheet: Sheet, row: Row, recording: str, places: tuple[int, list[tuple[int, Unit]]]
) -> None:
    time, units = places
    table.rows += 1
    where, before = sheet.where(row), (len(table.ratings), len(table.problems))
    try:
        text = filled(row.cells[time]) if 0 <= time < len(row.cells) else ""
        if not text:
            raise ValueError("it names no frame")
        seconds = float(parse_number(text, "timestamp", decimal_comma=sheet.decimal_comma))
        for place, unit in units:
            cell = _level(row.cells[place] if place < len(row.cells) else "", sheet)
            if cell is not None:
                cell = with_side(cell, unit.side)
                table.ratings.append(
                    FoundRating(recording, None, seconds, None, CODER, unit.au, cell, "", where)
                )
    except ValueError as error:
        table.problems.append(Problem(where, str(error)))
    if before == (len(table.ratings), len(table.problems)):
        table.unrated += 1


def _level(text: str, sheet: Sheet) -> RatingCell | None:
    word = plain(text)
    if word in _MISSING:
        return None
    if word in _OFF:
        return RatingCell(0)
    if re.match(r"\s*-?\d", text):
        raise RatingFileError(
            sentence(
                "{name} is a log of FaceReader, whose action units are numbers from 0 to 1: a program's "
                "estimates, and no levels.",
                name=sheet.name,
            ),
            next_step="Choose a table of ratings.",
        )
    return parse_cell(text)


def _recording(path: Path) -> str:
    """Return the name of the video that the lines above the table give."""
    if path.suffix.lower() in {".xlsx", ".xlsm"}:
        return ""
    found = re.search(r"(?im)^\W*filename[:\t;, ]+(.+?)\s*$", read_text(path)[:4000])
    return "" if found is None else PureWindowsPath(found[1].strip('"\t;, ')).name
