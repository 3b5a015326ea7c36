"""Reading ratings from files: tables long and wide, Excel workbooks, ELAN, BORIS, and data sets' own files.

*Long*: one row per rating, columns ``au`` and ``value``. *Wide*: one row per frame and coder, columns
``AU01``, ``AU02``, … Both name the frame by ``pts``, ``timestamp`` (seconds) or ``frame``, the recording in
``recording`` (else the file's name) and the coder in ``coder`` (else somebody says). What columns may be
called: `au_studio.study.rating_columns`; what may stand in a cell: `au_studio.study.rating_cells`. ELAN:
`rating_eaf`; BORIS and The Observer: `rating_boris`; FaceReader: `rating_facereader`; DISFA, BP4D and FERA:
`rating_corpora`.

Nothing is lost in silence: every row gives a rating, or is listed with the reason, or is counted as one in
which nothing is rated; columns that are not read are named. Only a file that cannot be trusted as a whole (a
quotation mark that swallows rows) is refused as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from au_studio.study import rating_boris, rating_corpora, rating_eaf, rating_facereader
from au_studio.study.rating_columns import Columns, plain, score
from au_studio.study.rating_found import (
    Format,
    FoundNote,
    FoundRating,
    Problem,
    RatingFileError,
    RatingTable,
)
from au_studio.study.rating_rows import read_rows
from au_studio.study.rating_text import Sheet, read_sheet, read_workbook
from au_studio.texts import as_sentence, mark, sentence

__all__ = ["Format", "FoundNote", "FoundRating", "Problem", "RatingFileError", "RatingTable", "read_ratings"]

SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".eaf")
"""Endings of the files that can hold ratings."""

_MANY = 10
"""Ratings of which one would expect another level than 0 and 1."""
_OTHER_TABLES = (
    ({"onset", "apex", "offset"}, mark("holds episodes (onset, apex, offset) that a model's curves show")),
    ({"marker", "start_frame"}, mark("holds event markers")),
    ({"mean", "median"}, mark("holds a summary")),
)
_BOOKS = {
    ".xls": mark("an Excel 97 workbook"),
    ".ods": mark("an OpenDocument spreadsheet"),
    ".numbers": mark("a Numbers table"),
    ".sav": mark("a file of SPSS"),
    ".por": mark("a file of SPSS"),
    ".dta": mark("a file of Stata"),
    ".sas7bdat": mark("a file of SAS"),
    ".rds": mark("a file of R"),
    ".rdata": mark("a file of R"),
    ".parquet": mark("a Parquet table"),
    ".feather": mark("a Feather table"),
    ".json": mark("a JSON file"),
    ".boris": mark("a project of BORIS (its events can be exported as a table)"),
    ".pfsx": mark("settings of ELAN (the annotations are in the .eaf beside it)"),
    ".pdf": mark("a PDF"),
    ".docx": mark("a Word document"),
}


def read_ratings(source: Path) -> RatingTable:
    """Read the ratings of a file, or of every file of a folder.

    Parameters
    ----------
    source : Path
        A table (``.csv``, ``.tsv``, ``.txt``, ``.xlsx``), an ELAN file (``.eaf``), a file of one action unit
        as data sets have it, or a folder of any of these.

    Raises
    ------
    RatingFileError
        If there is nothing to read, or a single file is of no known form.
    """
    source = Path(source)
    if source.is_dir():
        return _read_folder(source)
    if not source.is_file():
        raise RatingFileError(
            sentence("{source} does not exist.", source=source), next_step="Choose the file again."
        )
    return _joined(source, _read_file(source))


def _read_folder(folder: Path) -> RatingTable:
    tables: list[RatingTable] = []
    refused: list[tuple[Path, RatingFileError]] = []
    for path in sorted(p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file()):
        if path.name.startswith((".", "~$")):
            continue  # what Excel and macOS leave behind
        try:
            tables += _read_file(path)
        except RatingFileError as error:
            refused.append((path, error))
    if not tables and len(refused) == 1:
        raise refused[0][1]
    if not tables:
        raise RatingFileError(
            sentence("There are no ratings in {folder}.", folder=folder),
            next_step="Choose a CSV table, or a folder of files such as SN001_au12.txt.",
            details="\n".join(str(why) for _, why in refused),
        )
    table = _joined(folder, tables)
    for path, why in refused:
        if path.suffix.lower() == ".txt":
            table.ignore(path.name, "it holds no ratings")
        else:
            table.problems.append(Problem(path.name, why.message))
    return table


def _joined(source: Path, tables: Iterable[RatingTable]) -> RatingTable:
    first, *others = tables
    first.source = source
    for other in others:
        first.take(other)
    levels = {rating.cell.value for rating in first.ratings} - {None}
    if levels == {0, 1} and len(first.ratings) >= _MANY:
        first.remark(
            "No level is above 1. If 1 says that an action unit shows, however strongly, these are no "
            "intensities, and should not be imported."
        )
    return first


def _read_file(path: Path) -> list[RatingTable]:
    """Read one file: a table for each sheet of a workbook, else one."""
    ending = path.suffix.lower()
    if ending in _BOOKS:
        raise RatingFileError(
            sentence(
                "{name} is {what}, which AU Studio does not read.",
                name=path.name,
                what=as_sentence(_BOOKS[ending]),
            ),
            next_step="Save it as .xlsx or .csv, and choose that.",
        )
    if ending == ".eaf":
        return [rating_eaf.read_eaf(path)]
    if ending in {".xlsx", ".xlsm"}:
        return _read_book(path)
    if rating_corpora.is_unit_file(path):
        return [rating_corpora.read_unit_file(path)]
    return [_read_sheet(path, read_sheet(path, _score))]


def _read_book(path: Path) -> list[RatingTable]:
    tables: list[RatingTable] = []
    refused: list[tuple[str, RatingFileError]] = []
    read: list[str] = []
    hidden: list[str] = []
    for sheet in read_workbook(path, _score):
        if sheet.hidden:
            hidden.append(sheet.name)
            continue
        try:
            tables.append(_read_sheet(path, sheet))
            read.append(sheet.name.removeprefix(f"{path.name}, sheet "))
        except RatingFileError as error:
            refused.append((sheet.name, error))
    if not tables:
        raise refused[0][1] if refused else RatingFileError(sentence("{name} is empty.", name=path.name))
    for name, why in refused:
        tables[0].ignore(name, why.message)
    for name in hidden:
        tables[0].ignore(name, "the workbook hides it")
    if len(read) > 1:
        tables[0].remark(f"{path.name}: {len(read)} sheets are read together: {', '.join(read)}.")
    return tables


def _score(cells: Sequence[str]) -> int:
    return max(score(cells), rating_boris.score(cells), rating_facereader.score(cells))


def _read_sheet(path: Path, sheet: Sheet) -> RatingTable:
    if sheet.header is None:
        raise rating_corpora.without_header(sheet) or _unnamed(sheet)
    if rating_facereader.names_log(sheet.header):
        return rating_facereader.read_log(path, sheet)
    if rating_boris.is_boris(sheet.header):
        return rating_boris.read_boris(path, sheet)
    columns = Columns(sheet.header)
    for sign, what in _OTHER_TABLES:
        if sign <= {plain(name) for name in sheet.header}:
            raise RatingFileError(
                sentence("{name} {what}, not ratings of frames.", name=sheet.name, what=as_sentence(what)),
                next_step="Choose a table of ratings.",
            )
    if not columns.has_frames and rating_boris.is_spans(sheet.header):
        return rating_boris.read_boris(path, sheet)
    if not columns.has_frames and rating_boris.spans_of_frames(sheet.header):
        raise RatingFileError(
            sentence(
                "{name} holds spans of frames (first and last), which are not read: they may count from 0 "
                "or 1, with the last frame or without.",
                name=sheet.name,
            ),
            next_step="Make a row for every frame, or give the spans in seconds: start, end, AU, level.",
        )
    if columns.only_model and "kind" not in columns.places:
        raise RatingFileError(
            sentence("{name} holds the estimates of a model (AU01_r …), not ratings.", name=sheet.name),
            next_step="Choose a table of ratings.",
        )
    if not (columns.has_frames and columns.has_ratings):
        raise _no_table(sheet, columns)
    table = RatingTable(path, columns.format)
    read_rows(table, sheet, columns)
    return table


def _unnamed(sheet: Sheet) -> RatingFileError:
    """Say what a table lacks of which no row names columns."""
    return _no_table(sheet, Columns(sheet.rows[0].cells if sheet.rows else ()))


def _no_table(sheet: Sheet, columns: Columns) -> RatingFileError:
    lacks = sentence("columns “au” and “value”, or AU01, AU02, …")
    if not columns.has_frames:
        lacks = sentence("a column “frame”, “timestamp” or “pts”")
    ignored = [f"{name} ({why})" for name, why in columns.ignored.items() if why]
    not_read = sentence(" Not read: {columns}.", columns=", ".join(ignored)) if ignored else ""
    return RatingFileError(
        sentence(
            "{name} is no table of ratings: it lacks {lacks}.{not_read}",
            name=sheet.name,
            lacks=lacks,
            not_read=not_read,
        ),
        next_step="Export ratings from a study to see how such a table looks.",
    )
