"""Reading ratings from files: our CSV tables, long and wide, and text files as DISFA has them.

*Long*: one row per rating, columns ``au`` and ``value``. *Wide*: one row per frame and coder, columns
``AU01``, ``AU02``, … Both name the frame by ``pts``, ``timestamp`` (seconds) or ``frame`` (from 1), the
recording in ``recording`` (else the file's name) and the coder in ``coder`` (else somebody says). What may
stand in a cell: `au_studio.study.rating_cells`. *DISFA*: one file per recording and action unit, named
``NAME_au12.txt``, with rows ``frame,value``; frames count from 1.

Nothing is refused as a whole because of some bad rows: they are listed, and people decide.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from au_studio.errors import AUStudioError
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.study.rating_cells import RatingCell, parse_cell

Format = Literal["long", "wide", "disfa"]

_NAMES = {
    "recording": ("recording", "video", "file", "filename", "clip"),
    "frame": ("frame", "frame_number"),
    "timestamp": ("timestamp", "time", "seconds"),
    "pts": ("pts",),
    "coder": ("coder", "rater", "annotator"),
    "au": ("au", "action_unit"),
    "value": ("value", "intensity", "level", "rating"),
    "code": ("code", "visibility"),
    "side": ("side", "laterality"),
    "unsure": ("unsure",),
    "visible": ("visible",),
    "note": ("note", "comment"),
}
_AU = re.compile(r"AU0*(?P<au>\d{1,2})(?:_coder_(?P<coder>.+))?", re.IGNORECASE)
_MODEL = re.compile(r"AU0*\d{1,2}_[rc]", re.IGNORECASE)
_DISFA = re.compile(r"(?P<name>.*?)_?AU0*(?P<au>\d{1,2})", re.IGNORECASE)
_YES = frozenset(("1", "true", "yes", "y", "x"))


class RatingFileError(AUStudioError):
    """A file or folder holds no ratings that can be read."""


class FoundRating(NamedTuple):
    """One rating as a file has it.

    ``pts``, ``seconds`` and ``frame`` (from 1) name the frame; at least one is there. ``coder`` is empty when
    the file does not say; ``visible`` likewise. ``where`` says where it stands, for people.
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
    format : {"long", "wide", "disfa"}
        How it is written.
    ratings : list of FoundRating
        In the order of the files.
    notes : list of FoundNote
        In the order of the files; a note beside several ratings of a frame is there several times.
    problems : list of Problem
        Rows that give no rating.
    """

    source: Path
    format: Format
    ratings: list[FoundRating] = field(default_factory=list)
    notes: list[FoundNote] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_ratings(source: Path) -> RatingTable:
    """Read the ratings of a file, or of every file of a folder.

    Parameters
    ----------
    source : Path
        A ``.csv`` (or ``.tsv``) table, a DISFA-style ``.txt`` file, or a folder of either.

    Raises
    ------
    RatingFileError
        If there is nothing to read, or a table is not of a known form.
    """
    source = Path(source)
    if source.is_dir():
        tables = sorted(p for p in source.rglob("*") if p.suffix.lower() in {".csv", ".tsv"})
        texts = sorted(p for p in source.rglob("*.txt") if _DISFA.fullmatch(p.stem))
        return _read_disfa(source, texts) if texts else _read_tables(source, tables)
    if not source.is_file():
        raise RatingFileError(f"{source} does not exist.", next_step="Choose the file again.")
    if source.suffix.lower() == ".txt" and _DISFA.fullmatch(source.stem):
        return _read_disfa(source, [source])
    return _read_tables(source, [source])


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RatingFileError(
            f"{path} cannot be read: {error.strerror or error}.", details=repr(error)
        ) from error
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")  # "Unicode text" of Excel
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")  # what Excel writes on a Western Windows


# ---- CSV


def _read_tables(source: Path, files: Sequence[Path]) -> RatingTable:
    if not files:
        raise RatingFileError(
            f"There are no ratings in {source}.",
            next_step="Choose a CSV table, or a folder of files such as SN001_au12.txt.",
        )
    found: RatingTable | None = None
    for file in files:
        text = re.sub(r"\Asep=.\r?\n", "", _text(file))  # a line that only Excel reads
        delimiter = max(",;\t", key=text.partition("\n")[0].count)
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        columns = _Columns(file, next(reader, []), decimal_comma=delimiter != ",")
        if found is None:
            found = RatingTable(source, columns.format)
        for row in reader:
            if any(cell.strip() for cell in row):
                _read_row(found, columns, row, f"{file.name}, line {reader.line_num}")
    assert found is not None
    return found


class _Columns:
    """Where things stand in a table."""

    def __init__(self, file: Path, header: Sequence[str], *, decimal_comma: bool) -> None:
        self.recording = file.stem
        self.decimal_comma = decimal_comma
        plain = [re.sub(r"[\s-]+", "_", name.strip().casefold()) for name in header]
        self.places = {
            key: next((plain.index(name) for name in names if name in plain), None)
            for key, names in _NAMES.items()
        }
        self.units = [
            (place, int(match["au"]), match["coder"] or "")
            for place, name in enumerate(header)
            if (match := _AU.fullmatch(name.strip()))
        ]
        has = {key for key, place in self.places.items() if place is not None}
        if not has & {"pts", "timestamp", "frame"}:
            raise _no_table(file, "a column “frame”, “timestamp” or “pts”")
        if not self.units and not {"au", "value"} <= has:
            if any(_MODEL.fullmatch(name.strip()) for name in header):
                raise RatingFileError(
                    f"{file.name} holds the estimates of a model (AU01_r …), not ratings.",
                    next_step="Choose a table of ratings.",
                )
            raise _no_table(file, "columns “au” and “value”, or AU01, AU02, …")
        self.format: Format = "wide" if self.units else "long"

    def get(self, row: Sequence[str], key: str) -> str:
        place = self.places[key]
        return row[place].strip() if place is not None and place < len(row) else ""

    def number(self, row: Sequence[str], key: str) -> float | None:
        text = self.get(row, key)
        if not text:
            return None
        try:
            return float(text.replace(",", ".") if self.decimal_comma else text)
        except ValueError:
            raise ValueError(f"“{text}” is no {key}") from None

    def whole(self, row: Sequence[str], key: str) -> int | None:
        value = self.number(row, key)
        if value is not None and value != int(value):
            raise ValueError(f"{key} {value} is no whole number")
        return None if value is None else int(value)


def _no_table(file: Path, lacks: str) -> RatingFileError:
    return RatingFileError(
        f"{file.name} is no table of ratings: it lacks {lacks}.",
        next_step="Export ratings from a study to see how such a table looks.",
    )


def _read_row(table: RatingTable, columns: _Columns, row: Sequence[str], where: str) -> None:
    try:
        pts, seconds = columns.whole(row, "pts"), columns.number(row, "timestamp")
        frame = columns.whole(row, "frame")
        if pts is None and seconds is None and frame is None:
            raise ValueError("it names no frame")
        recording = columns.get(row, "recording") or columns.recording
        named, coders = columns.get(row, "coder"), set()
        for au, column_coder, cell in _cells(table, columns, row, where):
            coder = column_coder or named
            coders.add(coder)
            visible = columns.get(row, "visible")
            table.ratings.append(FoundRating(recording, pts, seconds, frame, coder, au, cell, visible, where))
        if text := columns.get(row, "note"):
            table.notes += [
                FoundNote(recording, pts, seconds, frame, coder, text, where)
                for coder in sorted(coders or {named})
            ]
    except ValueError as error:
        table.problems.append(Problem(where, str(error)))


def _cells(
    table: RatingTable, columns: _Columns, row: Sequence[str], where: str
) -> Iterator[tuple[int, str, RatingCell]]:
    if columns.format == "long":
        cell = _long_cell(columns, row)
        if cell is not None:
            yield _unit(columns.get(row, "au")), "", cell
        return
    for place, au, coder in columns.units:
        try:
            cell = parse_cell(row[place]) if place < len(row) else None
            if cell is not None:
                yield _unit(str(au)), coder, cell
        except ValueError as error:
            table.problems.append(Problem(f"{where}, AU{au:02d}", str(error)))


def _long_cell(columns: _Columns, row: Sequence[str]) -> RatingCell | None:
    """Return the rating of a long row: its value, completed by the columns beside it."""
    code, side = columns.get(row, "code"), columns.get(row, "side").upper()
    unsure = columns.get(row, "unsure").casefold() in _YES
    cell = parse_cell(code or columns.get(row, "value"))
    if cell is None:
        return None
    if side not in {"", "L", "R", "U"}:
        raise ValueError(f"“{side}” is no side: L, R or U")
    return RatingCell(cell.value, cell.code, side or cell.side, cell.unsure or unsure)  # type: ignore[arg-type]


def _unit(text: str) -> int:
    digits = text.upper().removeprefix("AU").lstrip("0")
    if not digits.isdigit() or int(digits) not in ACTION_UNITS:
        raise ValueError(f"“{text}” is no action unit that AU Studio knows")
    return int(digits)


# ---- DISFA


def _read_disfa(source: Path, files: Sequence[Path]) -> RatingTable:
    table = RatingTable(source, "disfa")
    for file in files:
        match = _DISFA.fullmatch(file.stem)
        assert match is not None
        recording = match["name"] or file.parent.name
        try:
            au = _unit(match["au"])
        except ValueError as error:
            table.problems.append(Problem(file.name, str(error)))
            continue
        for line, text in enumerate(_text(file).splitlines(), start=1):
            if not text.strip():
                continue
            where = f"{file.name}, line {line}"
            try:
                frame, cell = _disfa_row(text)
            except ValueError as error:
                table.problems.append(Problem(where, str(error)))
                continue
            if cell is not None:
                table.ratings.append(FoundRating(recording, None, None, frame, "", au, cell, "", where))
    return table


def _disfa_row(text: str) -> tuple[int, RatingCell | None]:
    parts = [part for part in re.split(r"[,;\s]+", text.strip()) if part]
    if len(parts) != 2 or not parts[0].isdigit():
        raise ValueError(f"“{text.strip()}” is not “frame,value”")
    return int(parts[0]), parse_cell(parts[1])
