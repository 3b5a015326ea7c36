"""Comma-separated tables as every statistics program reads them, whatever the language of the computer."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from au_studio.export.errors import ExportError
from au_studio.files import atomic_path
from au_studio.texts import sentence

EMPTY = ""
"""What stands for a missing value; never 0, never a word."""


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write a table atomically: RFC 4180 (CRLF, quotes doubled), UTF-8 without a byte-order mark.

    Parameters
    ----------
    path : Path
        The file to write or replace.
    header : sequence of str
        Column names, each once.
    rows : iterable of sequences of str
        Cells, already formatted (see `number`); as many as the header has.

    Returns
    -------
    int
        Rows written.

    Raises
    ------
    ExportError
        If a column name stands twice or a row has another number of cells; then nothing is written.
    WriteError
        If the file cannot be written.
    """
    twice = sorted({name for name in header if list(header).count(name) > 1})
    if twice:
        raise ExportError(
            sentence("{name} would have two columns named {names}.", name=path.name, names=", ".join(twice))
        )
    count = 0
    with atomic_path(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(header)
        for row in rows:
            if len(row) != len(header):
                raise ExportError(
                    sentence(
                        "Row {row} of {name} has {cells} cells, not {wanted}.",
                        row=count + 1,
                        name=path.name,
                        cells=len(row),
                        wanted=len(header),
                    )
                )
            writer.writerow(row)
            count += 1
    return count


def number(value: float, decimals: int) -> str:
    """Return a number with a fixed count of decimals and a point; an empty cell for NaN and infinity."""
    if not math.isfinite(value):
        return EMPTY
    text = f"{value:.{decimals}f}"
    return text.removeprefix("-") if not text.strip("-0.") else text


def seconds(value: float) -> str:
    """Return a time in seconds with microseconds: finer than any video's time base in use."""
    return number(value, 6)


def level(value: float) -> str:
    """Return a coder's level: a whole number where it is one, else three decimals; empty for NaN."""
    return str(int(value)) if math.isfinite(value) and value == int(value) else number(value, 3)


def column_part(name: str) -> str:
    """Return a name as part of a column name: small letters and digits of any script, else ``_``.

    Raises
    ------
    ExportError
        If nothing is left of it.
    """
    part = re.sub(r"\W+", "_", name.strip().lower()).strip("_")
    if not part:
        raise ExportError(
            sentence("The name “{name}” cannot be part of a column name.", name=name), next_step="Rename it."
        )
    return part
