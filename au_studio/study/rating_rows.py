"""The rows of a table of ratings: what each of them rates, or why it gives no rating."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import NamedTuple, cast

from au_studio.facs.action_units import ACTION_UNITS
from au_studio.facs.notation import Side
from au_studio.study.rating_cells import RatingCell, filled, parse_cell, parse_yes
from au_studio.study.rating_columns import Columns, NotAUnit, Unit, parse_unit
from au_studio.study.rating_found import FoundNote, FoundRating, Problem, RatingTable
from au_studio.study.rating_text import Row, Sheet, unclosed

_DIGITS = 18  # more have no timestamps
_WORDS = frozenset(("recording", "coder", "note"))
_CLOCK = re.compile(r"(?:(?P<h>\d+):)?(?P<m>\d{1,2}):(?P<s>\d{1,2}(?:[.,]\d+)?)")
_SIDE_NAMES = {"L": "left", "R": "right", "U": "unilateral", None: "no side said"}


def read_rows(table: RatingTable, sheet: Sheet, columns: Columns) -> None:
    """Add what the rows of a sheet rate to a table: ratings, notes, and problems by row.

    Raises
    ------
    RatingFileError
        If two quotation marks that are not closed swallow rows between them.
    """
    reader = _Reader(table, sheet, columns)
    for name, why in columns.ignored.items():
        table.ignore(name, why)
    if sheet.titles:
        lines = f"{sheet.titles} lines stand" if sheet.titles > 1 else "1 line stands"
        table.remark(f"{sheet.name}: {lines} above the names of the columns.")
    rows = sheet.rows
    for row in rows:
        reader.check_quotes(row)
    if _has_numbers_of_rows(rows, len(sheet.header or ())):
        table.remark(f"{sheet.name}: each row begins with its number, which no column names.")
        rows = [Row(row.line, row.cells[1:]) for row in rows]
    for row in rows:
        reader.read(row)
    if reader.estimates:
        table.ignore(
            f"{reader.estimates:,} rows of the kind “model”", "the estimates of a model, not ratings"
        )
    for place in columns.nameless:
        if any(filled(row.cells[place]) for row in rows if place < len(row.cells)):
            table.ignore(f"column {place + 1}, which has no name", "")


def _has_numbers_of_rows(rows: Sequence[Row], width: int) -> bool:
    """Whether every row begins with its number and is longer than the header, as in R's write.table."""
    return bool(rows) and all(
        len(row.cells) == width + 1 and row.cells[0].strip() == str(number)
        for number, row in enumerate(rows, start=1)
    )


class _Place(NamedTuple):
    recording: str
    pts: int | None
    seconds: float | None
    frame: int | None


class _Reader:
    """Reads the rows of one sheet."""

    def __init__(self, table: RatingTable, sheet: Sheet, columns: Columns) -> None:
        self._table, self._sheet, self._columns = table, sheet, columns
        self._width = len(sheet.header or ())
        self._numeric = [
            columns.places[key] for key in ("frame", "timestamp", "ms", "pts") if key in columns.places
        ]
        self.estimates = 0
        named = columns.places.get("recording")
        # Merged cells of a workbook hold their value in the first row alone.
        self._says_recording = named is not None and any(
            filled(row.cells[named], words=True) for row in sheet.rows if named < len(row.cells)
        )

    def check_quotes(self, row: Row) -> None:
        """Refuse a file in which a cell holds whole rows: its quotation mark is not closed."""
        if not self._sheet.delimiter:
            return
        for cell in row.cells:
            if "\n" not in cell and "\r" not in cell:
                continue
            for line in cell.splitlines()[1:]:
                parts = line.split(self._sheet.delimiter)
                numbers = [parts[place] for place in self._numeric if place < len(parts)]
                if len(parts) > 2 and any(re.fullmatch(r"\s*\d+(?:[.,]\d+)?\s*", part) for part in numbers):
                    raise unclosed(self._sheet.file, row.line)

    def read(self, row: Row) -> None:
        table, where = self._table, self._sheet.where(row)
        table.rows += 1
        before = len(table.ratings), len(table.notes), len(table.problems), self.estimates
        try:
            self._read(row, where)
        except ValueError as error:
            table.problems.append(Problem(where, str(error)))
        if before == (len(table.ratings), len(table.notes), len(table.problems), self.estimates):
            table.unrated += 1

    def _read(self, row: Row, where: str) -> None:
        table, columns = self._table, self._columns
        if any(cell.strip() for cell in row.cells[self._width :]):
            raise ValueError(f"it has {len(row.cells)} cells for {self._width} columns")
        if self._get(row, "kind").casefold() == "model":
            self.estimates += 1
            return
        place = self._place(row)
        named, coders = self._get(row, "coder"), set()
        visible = self._get(row, "visible")
        for unit, cell in self._cells(row, where):
            coder = unit.coder or named
            coders.add(coder)
            table.ratings.append(FoundRating(*place, coder, unit.au, cell, visible, where))
        if text := self._get(row, "note"):
            table.notes += [FoundNote(*place, coder, text, where) for coder in sorted(coders or {named})]
        lacking = self._width - len(row.cells)
        if lacking > 0 and columns.units and (lost := [u for p, u in columns.units if p >= len(row.cells)]):
            raise ValueError(f"it ends before {', '.join(ACTION_UNITS[u.au].label for u in lost)}")
        if lacking > 0 and columns.format == "long" and columns.places["value"] >= len(row.cells):
            raise ValueError(f"it ends after {len(row.cells)} of {self._width} cells")

    # ---- one cell

    def _get(self, row: Row, key: str) -> str:
        place = self._columns.places.get(key)
        if place is None or place >= len(row.cells):
            return ""
        return filled(row.cells[place], words=key in _WORDS)

    def _place(self, row: Row) -> _Place:
        """Return which frame a row is of."""
        pts, frame = self._whole(row, "pts"), self._whole(row, "frame")
        seconds = self._number(row, "timestamp")
        millis = self._number(row, "ms")
        if seconds is None and millis is not None:
            seconds = millis / 1000
        if pts is None and seconds is None and frame is None:
            raise ValueError("it names no frame")
        # A workbook's or file's name, without the ending, where the table does not say.
        recording = self._get(row, "recording")
        if not recording and self._says_recording:
            raise ValueError("it names no recording, and other rows do")
        recording = recording or self._sheet.file.stem
        return _Place(recording, pts, None if seconds is None else float(seconds), frame)

    def _number(self, row: Row, key: str) -> Decimal | None:
        text = self._get(row, key)
        return None if not text else parse_number(text, key, decimal_comma=self._sheet.decimal_comma)

    def _whole(self, row: Row, key: str) -> int | None:
        text = self._get(row, key)
        if (
            self._sheet.decimal_comma
            and self._sheet.delimiter
            and re.fullmatch(r"[1-9]\d{0,2}(\.\d{3})+", text)
        ):
            raise ValueError(f"“{text}” ({key}) may be {text.split('.')[0]} or {text.replace('.', '')}")
        value = self._number(row, key)
        if value is not None and value != value.to_integral_value():
            raise ValueError(f"{key} {value} is no whole number")
        return None if value is None else int(value)

    # ---- ratings

    def _cells(self, row: Row, where: str) -> Iterator[tuple[Unit, RatingCell]]:
        if self._columns.format == "long":
            yield from self._long(row)
            return
        found: dict[tuple[int, str], list[tuple[Side | None, RatingCell]]] = {}
        for place, unit in self._columns.units:
            try:
                cell = parse_cell(row.cells[place]) if place < len(row.cells) else None
                if cell is not None:
                    cell = with_side(cell, unit.side)
                    found.setdefault((unit.au, unit.coder), []).append((unit.side, cell))
            except ValueError as error:
                label = ACTION_UNITS[unit.au].label + (unit.side or "")
                self._table.problems.append(Problem(f"{where}, {label}", str(error)))
        for (au, coder), cells in found.items():
            try:
                yield Unit(au, coder=coder), of_sides(cells)
            except ValueError as error:
                self._table.problems.append(Problem(f"{where}, {ACTION_UNITS[au].label}", str(error)))

    def _long(self, row: Row) -> Iterator[tuple[Unit, RatingCell]]:
        """Yield the rating of a long row, if it has one: its value, completed by the columns beside it."""
        value, code = parse_cell(self._get(row, "value")), _code(self._get(row, "code"))
        status, unsure = plain_status(self._get(row, "status")), parse_yes(self._get(row, "unsure"), "unsure")
        if status == "not_codable" and value is None:
            value = RatingCell(None)
        if code is not None and value is not None and value.value is not None:
            raise ValueError(f"it has both a level ({value.value}) and the code {code}")
        if status == "not_codable" and value is not None and value.value is not None:
            raise ValueError(f"it has a level ({value.value}) and is “not codable”")
        if value is None and code is None:
            return
        cell = value or RatingCell(None)
        unit = _unit(self._get(row, "au"))
        side = self._get(row, "side").upper()
        if side not in {"", "L", "R", "U"}:
            raise ValueError(f"“{side}” is no side: L, R or U")
        cell = RatingCell(
            cell.value, code or cell.code, cast("Side | None", side or cell.side), cell.unsure or unsure
        )
        yield unit, with_side(cell, unit.side)


def plain_status(text: str) -> str:
    """Return a status as tables of this program have it (``not_codable``), however it is written."""
    return re.sub(r"[\s.-]+", "_", text.casefold())


def _code(text: str) -> int | None:
    if not text:
        return None
    cell = parse_cell(text) if re.match(r"7[0-4]", text) else None
    if cell is None or cell.code is None:
        raise ValueError(f"“{text}” is no visibility code: 70 to 74")
    return cell.code


def _unit(text: str) -> Unit:
    whole = re.fullmatch(r"0*(\d{1,2})(?:[.,]0*)?", text)
    try:
        unit = parse_unit(f"AU{whole[1]}" if whole else text)
    except NotAUnit as error:
        raise ValueError(f"“{text}” is no action unit that AU Studio knows") from error
    if unit is None:
        raise ValueError(f"“{text}” is no action unit that AU Studio knows")
    return unit


def with_side(cell: RatingCell, side: Side | None) -> RatingCell:
    """Return a rating that holds on the side that its column names.

    Raises
    ------
    ValueError
        If the cell says another side.
    """
    if side and cell.side and side != cell.side:
        raise ValueError(f"the cell says {_SIDE_NAMES[cell.side]}, its column {_SIDE_NAMES[side]}")
    if side == cell.side or not side:
        return cell
    return RatingCell(cell.value, cell.code, side, cell.unsure)


def of_sides(cells: Sequence[tuple[Side | None, RatingCell]]) -> RatingCell:
    """Return the one rating that columns of several sides give.

    The same level left and right holds on both; a level on one side and 0 on the other on that side.

    Raises
    ------
    ValueError
        If both sides show it differently: a rating holds one level.
    """
    if len(cells) == 1 or len({cell for _, cell in cells}) == 1:
        return cells[0][1]
    unsure = any(cell.unsure for _, cell in cells)
    by_side = dict(cells)
    if len(by_side) == len(cells) == 2 and {*by_side} == {"L", "R"}:
        left, right = by_side["L"], by_side["R"]
        if (left.value, left.code) == (right.value, right.code):
            return RatingCell(left.value, left.code, None, unsure)
        if left.value is not None and right.value is not None and 0 in (left.value, right.value):
            shown = left if left.value else right
            return RatingCell(shown.value, None, shown.side, unsure)
    if len(by_side) == 1:
        values = " and ".join("X" if cell.value is None else str(cell.value) for _, cell in cells)
        raise ValueError(f"several columns rate it, {values}: a rating holds one level")
    shown_as = " and ".join(f"{_SIDE_NAMES[s]} {'X' if c.value is None else c.value}" for s, c in cells)
    raise ValueError(f"{shown_as}: a rating holds one level on one side or both")


def of_both(one: RatingCell, other: RatingCell) -> RatingCell | None:
    """Return the one rating that two of a frame give: the same, or of its left and right side; else None."""
    if one == other:
        return one
    if {one.side, other.side} != {"L", "R"}:
        return None
    try:
        return of_sides([(one.side, one), (other.side, other)])
    except ValueError:
        return None


def parse_number(text: str, what: str, *, decimal_comma: bool) -> Decimal:
    """Read a number, or a time such as ``0:01:02.5``; never a guess where a comma may mean two things.

    Parameters
    ----------
    text : str
        The cell.
    what : str
        Name of its column, for the error.
    decimal_comma : bool
        Whether a comma is the decimal sign in this table.

    Raises
    ------
    ValueError
        If it is no number.
    """
    clock = _CLOCK.fullmatch(text)
    if clock is not None and what == "timestamp":
        seconds = Decimal(clock["s"].replace(",", "."))
        return 3600 * Decimal(clock["h"] or 0) + 60 * Decimal(clock["m"]) + seconds
    if "," in text and not decimal_comma:
        if re.fullmatch(r"[+-]?\d{1,3},\d{3}", text):
            raise ValueError(f"“{text}” ({what}) may be {text.replace(',', '.')} or {text.replace(',', '')}")
        decimal_comma = re.fullmatch(r"[+-]?\d+,\d+", text) is not None
    try:
        value = Decimal(text.replace(",", ".") if decimal_comma else text)
    except InvalidOperation:
        raise ValueError(f"“{text}” is no {what}") from None
    if not value.is_finite() or value.adjusted() > _DIGITS:
        raise ValueError(f"“{text}” is no {what}")
    return value
