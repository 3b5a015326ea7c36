"""The rows of a table, whatever program wrote it: encodings, delimiters, decimal commas, Excel workbooks."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from au_studio.study.rating_found import RatingFileError
from au_studio.texts import sentence

_DELIMITERS = ",;\t| "  # R's write.table puts a space between cells
_TITLES = 40
"""How many rows there may be above the one that names the columns."""
_LOOKED_AT = 64 * 1024


@dataclass(frozen=True)
class Row:
    """One row: its cells, and the line of the file (workbook: the row of the sheet) where it begins."""

    line: int
    cells: list[str]


@dataclass(frozen=True)
class Sheet:
    """A table as it stands in a file.

    Attributes
    ----------
    file : Path
        The file.
    name : str
        How people find it: the file's name, with the sheet's in a workbook.
    hidden : bool
        Whether the workbook hides it.
    header : list of str or None
        Names of the columns; None if no row names any.
    rows : list of Row
        What stands below the header (without one: everything); blank lines are left out.
    titles : int
        Rows above the header.
    delimiter : str
        What stands between cells; empty in a workbook.
    """

    file: Path
    name: str
    header: list[str] | None
    rows: list[Row]
    titles: int = 0
    delimiter: str = ""
    hidden: bool = False

    @property
    def decimal_comma(self) -> bool:
        """Whether a comma may be the decimal sign, because it stands between no cells."""
        return self.delimiter != ","

    def where(self, row: Row) -> str:
        """Say where a row stands."""
        return f"{self.name}, {'line' if self.delimiter else 'row'} {row.line}"


def read_text(path: Path) -> str:
    """Return the text of a file in UTF-8, UTF-16 or -32 (with a mark or without), else Windows' Western page.

    Raises
    ------
    RatingFileError
        If it cannot be read, or is no text.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RatingFileError(
            sentence("{path} cannot be read: {reason}.", path=path, reason=error.strerror or error),
            details=repr(error),
        ) from error
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return data.decode("utf-32", errors="replace")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")  # "Unicode text" of Excel
    if b"\0" in data[:_LOOKED_AT]:
        return _wide_text(path, data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")  # what Excel writes on a Western Windows


def _wide_text(path: Path, data: bytes) -> str:
    """Decode UTF-16 or -32 that does not say so, as the one in which a table's signs are found."""
    for coding, size in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        head = data[: _LOOKED_AT - _LOOKED_AT % size]
        text = head[: len(head) - len(head) % size].decode(coding, errors="replace")
        signs = sum(text.count(sign) for sign in "0123456789,;\t\n")
        if signs > len(text) // 8 and "\0" not in text and text.count("\ufffd") <= 1:
            return data.decode(coding, errors="replace")
    raise RatingFileError(
        sentence("{name} is no text: it holds zero bytes.", name=path.name),
        next_step="Save the table as CSV, and choose that.",
    )


def read_sheet(path: Path, score: Callable[[Sequence[str]], int]) -> Sheet:
    """Read a table of text.

    Parameters
    ----------
    path : Path
        The file.
    score : callable
        How much of a row names columns that are known, 0 for none: it finds the header and the delimiter.

    Raises
    ------
    RatingFileError
        If a quotation mark is not closed, and for what `read_text` raises.
    """
    text = re.sub(r"\Asep=.\r?\n", "", read_text(path))  # a line that only Excel reads
    skipped = 1 if read_text(path) != text else 0
    head = "".join(text.splitlines(keepends=True)[:_TITLES])
    delimiter = max(_DELIMITERS, key=lambda sign: (_best(head, sign, score), sign != " ", head.count(sign)))
    rows = list(_rows(path, text, delimiter, skipped))
    return split(path, path.name, rows, score, delimiter=delimiter)


def _best(head: str, delimiter: str, score: Callable[[Sequence[str]], int]) -> int:
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter, skipinitialspace=delimiter == " ")
    try:
        return max((score(row) for row in reader), default=0)
    except csv.Error:
        return 0


def split(
    path: Path, name: str, rows: list[Row], score: Callable[[Sequence[str]], int], *, delimiter: str = ""
) -> Sheet:
    """Find the header among the first rows, and what stands below it."""
    scores = [score(row.cells) for row in rows[:_TITLES]]
    if not any(scores):
        return Sheet(path, name, None, rows, delimiter=delimiter)
    place = scores.index(max(scores))
    header = [cell.strip() for cell in rows[place].cells]
    return Sheet(path, name, header, rows[place + 1 :], titles=place, delimiter=delimiter)


def _rows(path: Path, text: str, delimiter: str, skipped: int) -> Iterator[Row]:
    """Yield the rows that are not blank; a quotation mark that is not closed would swallow those below."""
    spaced = delimiter == " "  # several spaces in a row line columns up
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=spaced
    )
    while True:
        line = reader.line_num + 1 + skipped
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise unclosed(path, line, str(error)) from error
        if spaced and cells and not cells[-1]:
            del cells[-1]  # spaces at the end of a line
        if any(cell.strip() for cell in cells):
            yield Row(line, cells)


def unclosed(path: Path, line: int, details: str = "") -> RatingFileError:
    """Return the error for a quotation mark that is not closed in the row that begins at a line."""
    return RatingFileError(
        sentence(
            '{name}, line {line}: a quotation mark (") is opened there and not closed, or text follows '
            "where it is closed. The rows below would be lost with it, so nothing was read.",
            name=path.name,
            line=line,
        ),
        next_step="Close the quotation mark (or delete it), and choose the file again.",
        details=details,
    )


def read_workbook(path: Path, score: Callable[[Sequence[str]], int]) -> list[Sheet]:
    """Read every sheet of an Excel workbook that holds something (needs openpyxl).

    Raises
    ------
    RatingFileError
        If openpyxl is not installed, or the file is no workbook.
    """
    try:
        import openpyxl  # noqa: PLC0415 — optional
    except ImportError as error:
        raise RatingFileError(
            sentence(
                "{name} is an Excel workbook, and the package that reads it (openpyxl) is not installed.",
                name=path.name,
            ),
            next_step="Save the table as CSV in Excel, and choose that; or install AU Studio with "
            "“pip install au-studio[spreadsheets]”.",
        ) from error
    try:
        values = openpyxl.load_workbook(path, read_only=True, data_only=True)
        formulas = openpyxl.load_workbook(path, read_only=True)
        sheets = [
            (str(sheet.title), _cells(sheet, behind), sheet.sheet_state != "visible")
            for sheet, behind in zip(values.worksheets, formulas.worksheets, strict=True)
        ]
        values.close()
        formulas.close()
    except Exception as error:  # openpyxl raises what zip, XML and its own checks raise
        raise RatingFileError(
            sentence("{name} cannot be read as an Excel workbook.", name=path.name),
            next_step="Open it in Excel and save it again, or save the table as CSV.",
            details=repr(error),
        ) from error
    found = []
    for title, cells, hidden in sheets:
        rows = [Row(line, row) for line, row in enumerate(cells, start=1) if any(c.strip() for c in row)]
        if rows:
            sheet = split(path, f"{path.name}, sheet {title}", rows, score)
            found.append(replace(sheet, hidden=hidden))
    return found


def _cells(values: Any, formulas: Any) -> list[list[str]]:
    """Return the cells of a sheet; a formula that no program has computed is shown, and never empty."""
    rows = zip(values.iter_rows(values_only=True), formulas.iter_rows(values_only=True), strict=True)
    return [
        [_cell(behind if value is None else value) for value, behind in zip(*row, strict=True)]
        for row in rows
    ]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()  # as Excel shows it; no level
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return str(value)
