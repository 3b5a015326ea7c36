"""Files of ratings as data sets have them: one action unit each, named by the file, without a header.

*DISFA*: ``SN001_au12.txt`` with rows ``frame,value``; frames count from 1. *BP4D* (and FERA 2015, which took
over its labels): ``F001_T1_AU06.csv``, alike; 9 is missing. Their tables of *occurrence* (``F001_T1.csv``,
whose first row holds the numbers 0, 1, 2, … of action units) say whether and not how strongly: they are told
apart, and never read as intensities.
"""

from __future__ import annotations

import re
from pathlib import Path

from au_studio.facs.action_units import ACTION_UNITS
from au_studio.study.rating_cells import RatingCell, parse_cell
from au_studio.study.rating_found import FoundRating, Problem, RatingFileError, RatingTable
from au_studio.study.rating_text import Sheet, read_text
from au_studio.texts import sentence

UNIT_FILE = re.compile(
    r"(?P<name>.*?)[\s_-]?AU[\s_-]?0*(?P<au>\d{1,2})(?:[\s_-]?(?:int(?:ensity)?|(?P<occurrence>occ(?:urrence)?)))?",
    re.IGNORECASE,
)
"""Stem of a file that holds one action unit."""
_BP4D = re.compile(r"[FM]\d{3}[_-]T\d+.*", re.IGNORECASE)
_NUMBER = re.compile(r"\s*[+-]?\d+(?:[.,]\d+)?\s*")


def is_unit_file(path: Path) -> bool:
    """Whether a file is named after an action unit and holds rows of two numbers."""
    if UNIT_FILE.fullmatch(path.stem) is None:
        return False
    lines = [_parts(line) for line in read_text(path).splitlines() if line.strip()][:2]
    if lines and any(UNIT_FILE.fullmatch(part) for part in lines[0]):
        return False  # a table, whose own header says which action unit it is of
    of_two = [line for line in lines if len(line) == 2]
    return path.suffix.lower() == ".txt" or (of_two == lines and any(map(_numeric, of_two)))


def read_unit_file(path: Path) -> RatingTable:
    """Read a file that holds one action unit (see the module).

    Raises
    ------
    RatingFileError
        If it cannot be read.
    """
    match = UNIT_FILE.fullmatch(path.stem)
    assert match is not None
    if match["occurrence"]:
        raise RatingFileError(
            sentence(
                "{name} says by its name that it holds occurrence: whether an action unit shows, not how "
                "strongly.",
                name=path.name,
            ),
            next_step="Choose the files of intensities.",
        )
    bp4d = _BP4D.fullmatch(match["name"]) is not None
    table = RatingTable(path, "bp4d" if bp4d else "disfa", from_one=None if bp4d else True)
    recording = match["name"] or path.parent.name
    lines = [(n, text) for n, text in enumerate(read_text(path).splitlines(), start=1) if text.strip()]
    if lines and not any(_NUMBER.fullmatch(part) for part in _parts(lines[0][1])):
        lines = lines[1:]  # names of its columns
    au = int(match["au"])
    if au not in ACTION_UNITS:
        table.rows = len(lines)
        table.problems.append(Problem(path.name, f"“{match['au']}” is no action unit that AU Studio knows"))
        return table
    for line, text in lines:
        table.rows += 1
        where = f"{path.name}, line {line}"
        try:
            frame, cell = _row(text)
        except ValueError as error:
            table.problems.append(Problem(where, str(error)))
            continue
        if cell is None:
            table.unrated += 1
        else:
            table.ratings.append(FoundRating(recording, None, None, frame, "", au, cell, "", where))
    return table


def _parts(line: str) -> list[str]:
    return [part for part in re.split(r"[,;\s]+", line.strip()) if part]


def _numeric(parts: list[str]) -> bool:
    return all(_NUMBER.fullmatch(part) for part in parts)


def _row(text: str) -> tuple[int, RatingCell | None]:
    parts = _parts(text)
    whole = re.fullmatch(r"(\d+)(?:\.0*)?", parts[0])
    if len(parts) != 2 or whole is None:
        raise ValueError(f"“{text.strip()}” is not “frame,value”")
    return int(whole[1]), parse_cell(parts[1])


def without_header(sheet: Sheet) -> RatingFileError | None:
    """Say what a table is that has no header and holds numbers alone; None if it holds anything else."""
    rows = [row.cells for row in sheet.rows[:20]]
    if not rows or not all(cell.strip() == "" or _NUMBER.fullmatch(cell) for row in rows for cell in row):
        return None
    width = max(len(row) for row in rows)
    first = [int(cell) for cell in rows[0] if re.fullmatch(r"\s*\d+\s*", cell)]
    if len(first) > 5 and first[0] == 0 and first == sorted(set(first)):
        return RatingFileError(
            sentence(
                "{name} is a table of occurrence as BP4D and FERA have it: it says whether an action unit "
                "shows (0, 1, 9 = not known), not how strongly.",
                name=sheet.name,
            ),
            next_step="Choose the files of intensities (AU_INT/AU06/F001_T1_AU06.csv), or their folder.",
        )
    if width == 2:
        return RatingFileError(
            sentence(
                "{name} holds two columns of numbers, and nothing says which action unit they are of.",
                name=sheet.name,
            ),
            next_step="Name the file after it, such as F001_T1_AU06.csv, or add a row of names: frame,AU06.",
        )
    return RatingFileError(
        sentence(
            "{name} holds {width} columns of numbers, and no row that names them.",
            name=sheet.name,
            width=width,
        ),
        next_step="Add a row above them with their names: frame, AU01, AU02, …",
    )
