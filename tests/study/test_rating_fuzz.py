"""A hundred damaged tables: no cell is lost in silence. What goes in comes out as a rating or is named."""

from __future__ import annotations

import csv
import io
import random

import pytest

from au_studio.study.rating_cells import RatingCell, parse_cell
from au_studio.study.rating_table import RatingFileError, read_ratings

UNITS = ("AU01", "AU 04", "AU12L", "AU25_intensity")
HEADER = ["recording", "frame", "timestamp", "coder", *UNITS, "note"]
JUNK = (
    "NA",
    "n/a",
    "7",
    "2.5",
    "maybe",
    "-1",
    "X",
    "71.0",
    "D",
    "L3?",
    "R2",
    "9",
    "?",
    "1e3",
    "  ",
    "NaN",
    '"',
    "5,",
)


def made_rows(draw: random.Random) -> list[list[str]]:
    rows = []
    for frame in range(1, draw.randint(2, 30)):
        cells = [draw.choice(["", "0", "1", "3", "5", "X", "B"]) for _ in UNITS]
        rows.append(["a.mp4", str(frame), f"{frame * 0.04:.6f}", draw.choice(["AB", "CD"]), *cells, ""])
    return rows


def damage(draw: random.Random, rows: list[list[str]]) -> None:
    for _ in range(draw.randint(1, 8)):
        row = draw.choice(rows)
        kind = draw.randrange(6)
        if kind == 0 and row:
            row[draw.randrange(len(row))] = draw.choice(JUNK)
        elif kind == 1:
            del row[draw.randrange(1, len(row)) if len(row) > 1 else 0 :]
        elif kind == 2:
            row.append(draw.choice(JUNK))
        elif kind == 3:
            row[:] = [""] * len(row)
        elif kind == 4:
            rows.append(list(row))
        elif len(row) > 1:
            row[1] = draw.choice(["", "NA", "0", "-3", "2.5", "second", "inf"])


def written(draw: random.Random, rows: list[list[str]], *, open_quote: bool) -> tuple[bytes, int]:
    """Return the file, and how many lines stand above its first row."""
    text = io.StringIO(newline="")
    delimiter = draw.choice(",;\t")
    writer = csv.writer(text, delimiter=delimiter, lineterminator=draw.choice(["\n", "\r\n"]))
    titles = draw.randrange(3)
    text.write("Ratings of a study\n" * titles)
    writer.writerow(HEADER)
    head = len(text.getvalue())
    writer.writerows(rows)
    whole = text.getvalue()
    if open_quote:
        place = draw.choice([n for n, sign in enumerate(whole) if sign == delimiter and n > head])
        whole = whole[: place + 1] + '"' + whole[place + 1 :]
    return whole.encode(draw.choice(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])), titles + 2


@pytest.mark.parametrize("seed", range(100))
def test_nothing_is_lost_in_silence(seed, tmp_path):
    draw = random.Random(seed)
    rows = made_rows(draw)
    damage(draw, rows)
    path = tmp_path / "ratings.csv"
    data, first = written(draw, rows, open_quote=False)
    path.write_bytes(data)
    table = read_ratings(path)
    of_row = [f"ratings.csv, line {line}" for line in range(first, first + len(rows))]
    assert table.rows == sum(any(cell.strip() for cell in row) for row in rows)
    unrated = 0
    for where, row in zip(of_row, rows, strict=True):
        ratings = [rating for rating in table.ratings if rating.where == where]
        named = [problem for problem in table.problems if problem.where.startswith(f"{where},")]
        whole = [problem for problem in table.problems if problem.where == where]
        filled = {unit: row[4 + n] for n, unit in enumerate((1, 4, 12, 25)) if holds(row[4 + n : 5 + n])}
        for rating in ratings:
            cell = parse_cell(filled[rating.au])
            assert cell is not None
            side = "L" if rating.au == 12 else cell.side
            assert rating.cell == RatingCell(cell.value, cell.code, side, cell.unsure)
            assert rating.frame is None or rating.frame == float(row[1])
            assert rating.coder in row[3]
        assert whole or len(ratings) + len(named) == len(filled)
        notes = [note for note in table.notes if note.where == where]
        unrated += bool(any(cell.strip() for cell in row) and not (ratings or named or whole or notes))
    assert unrated == table.unrated
    assert {r.where for r in table.ratings} <= set(of_row)


def holds(cell: list[str]) -> bool:
    """Whether a row has a cell, and it says something."""
    return bool(cell) and cell[0].strip().casefold() not in {"", "na", "n/a", "nan"}


@pytest.mark.parametrize("seed", range(30))
def test_a_quotation_mark_that_is_never_closed_is_refused_with_its_line(seed, tmp_path):
    draw = random.Random(seed)
    path = tmp_path / "ratings.csv"
    path.write_bytes(written(draw, made_rows(draw), open_quote=True)[0])
    with pytest.raises(RatingFileError, match=r"ratings\.csv, line \d+: a quotation mark"):
        read_ratings(path)
