"""Every table of ratings that is written comes back unchanged, also through pandas, R and spreadsheets."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "study"))

from made_index import made_index

from au_studio.analysis.results import RecordingAnalysis
from au_studio.export import openface_csv, tidy_csv
from au_studio.export.ratings import RatedRecording, write_disfa, write_long, write_wide
from au_studio.export.study_files import coder_columns
from au_studio.study.rating_cells import RatingCell
from au_studio.study.rating_import import guess_coders, plan_import
from au_studio.study.rating_place import find_counting
from au_studio.study.rating_table import read_ratings
from au_studio.study.records import Rating

N = 40
INDICES = {"one.mp4": made_index(N), "007.mp4": made_index(N, step=3003, start=131_070)}
CODERS = ("AB", "Ö, “x”; y", "007", "Dr. Müller")
LOST = frozenset(("na", "nan", "null", "none", "inf", "infinity", "t", "f", "true", "false"))
"""Words that pandas and R themselves take for a missing value, a number or a truth value."""

cells = st.one_of(
    st.builds(
        RatingCell, st.integers(0, 5), st.none(), st.sampled_from([None, "L", "R", "U"]), st.booleans()
    ),
    st.builds(RatingCell, st.none(), st.one_of(st.none(), st.integers(70, 74)), st.none(), st.booleans()),
)
given_ratings = st.dictionaries(
    st.tuples(
        st.sampled_from([*INDICES]),
        st.sampled_from(CODERS),
        st.integers(0, N - 1),
        st.sampled_from([1, 4, 12, 25]),
    ),
    cells,
    min_size=1,
    max_size=30,
)
notes = st.dictionaries(
    st.tuples(st.sampled_from([*INDICES]), st.sampled_from(CODERS), st.integers(0, N - 1)),
    st.text('abäß ",;\n?', min_size=1, max_size=12)
    .map(str.strip)
    .filter(lambda text: text[:1].isalpha() and text.casefold() not in LOST),
    max_size=5,
)


def as_ratings(found: dict) -> dict[str, dict[str, list[Rating]]]:
    """Return ratings by recording and coder."""
    made: dict[str, dict[str, list[Rating]]] = {}
    for (name, coder, place, au), cell in found.items():
        pts = int(INDICES[name].pts[place])
        rating = Rating(
            coder, name, pts, au, cell.value, cell.unsure, "2026-01-01", "blind", cell.code, cell.side, 1
        )
        made.setdefault(name, {}).setdefault(coder, []).append(rating)
    return made


def analysis_of(name: str) -> RecordingAnalysis:
    index = INDICES[name]
    success = np.arange(N) % 3 > 0
    values = np.where(success[:, None], 1.5, np.nan).astype(np.float32)
    return RecordingAnalysis(
        (6,),
        index.pts,
        index.times,
        values,
        np.full(N, 0.9, np.float32),
        success,
        np.zeros(N, np.int16),
        np.zeros((N, 4), np.float32),
    )


# ---- what the tables say, and what of the ratings they have room for


def rated_recordings(found: dict, noted: dict) -> list[RatedRecording]:
    made = as_ratings(found)
    for name, coder, _ in noted:
        made.setdefault(name, {}).setdefault(coder, [])
    return [
        RatedRecording(
            name,
            INDICES[name],
            given,
            {(c, int(INDICES[name].pts[p])): text for (n, c, p), text in noted.items() if n == name},
        )
        for name, given in made.items()
    ]


def long(folder: Path, found: dict, noted: dict):
    write_long(folder / "long.csv", rated_recordings(found, noted))
    return found, noted


def wide(folder: Path, found: dict, noted: dict):
    write_wide(folder / "wide.csv", rated_recordings(found, noted))
    return found, noted


def openface(folder: Path, found: dict, noted: dict):
    for name, of_coders in as_ratings(found).items():
        analysis = analysis_of(name)
        openface_csv.write(
            folder / f"{Path(name).stem}.csv", analysis, coder_columns(of_coders, analysis.pts)[0]
        )
    return {key: RatingCell(cell.value) for key, cell in found.items() if cell.value is not None}, {}


def tidy(folder: Path, found: dict, noted: dict):
    for name, of_coders in as_ratings(found).items():
        analysis = analysis_of(name)
        columns = coder_columns(of_coders, analysis.pts)
        tidy_csv.write(folder / f"{name}.tidy.csv", name, {"Base": analysis}, *columns)
    return {key: RatingCell(cell.value) for key, cell in found.items()}, {}


def disfa(folder: Path, found: dict, noted: dict):
    scored = {(n, "AB", p, au): cell for (n, c, p, au), cell in found.items() if c == "AB"}
    write_disfa(folder, "AB", rated_recordings(scored, {}))
    return {key: RatingCell(cell.value) for key, cell in scored.items() if cell.value is not None}, {}


# ---- what other programs do to them


def as_is(path: Path) -> None:
    """Leave a table as it was written."""


def through_pandas(path: Path) -> None:
    pd.read_csv(path).to_csv(path)


def through_pandas_with_na(path: Path) -> None:
    pd.read_csv(path).to_csv(path, index=False, na_rep="NaN")


def through_r(path: Path) -> None:
    """Do as ``write.csv(read.csv(path), path)``: numbers of 15 digits, text quoted, NA, names of rows."""
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    columns = {}
    for name in table:
        filled = [text for text in table[name] if text]
        try:
            numbers = [float(text) for text in filled]
        except ValueError:
            columns[name] = ['"' + text.replace('"', '""') + '"' for text in table[name]]
            continue
        assert all(np.isfinite(numbers))
        columns[name] = [f"{float(text):.15g}" if text else "NA" for text in table[name]]
    lines = [",".join(['""', *(f'"{name}"' for name in columns)])]
    for number, row in enumerate(zip(*columns.values(), strict=True), start=1):
        lines.append(",".join([f'"{number}"', *row]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="")


def spreadsheet(path: Path, coding: str = "utf-8-sig", delimiter: str = ";") -> None:
    """Do as Excel in German: semicolons, and a comma in every number that is no whole one."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=delimiter)
    for row in rows:
        writer.writerow([cell.replace(".", ",") if is_decimal(cell) else cell for cell in row])
    path.write_bytes(written.getvalue().encode(coding))


def unmarked_utf16(path: Path) -> None:
    spreadsheet(path, "utf-16-le", "\t")


def workbook(path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.reader(stream):
            book.active.append([float(cell) if is_decimal(cell) or cell.isdigit() else cell for cell in row])
    book.save(path.with_suffix(".xlsx"))
    path.unlink()


def is_decimal(cell: str) -> bool:
    return cell.count(".") == 1 and cell.replace(".", "").removeprefix("-").isdigit()


TABLES = (long, wide, openface, tidy, disfa)
PROGRAMS = (
    as_is,
    through_pandas,
    through_pandas_with_na,
    through_r,
    spreadsheet,
    unmarked_utf16,
    workbook,
)


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("write", TABLES)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=given_ratings, noted=notes)
def test_a_table_comes_back_from_every_program(write, program, found, noted, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables")
    expected, expected_notes = write(folder, found, noted)
    files = [*folder.rglob("*.csv")]
    for path in files:
        program(path)
    if not [*folder.rglob("*.*")]:
        return  # "AB" has rated nothing that DISFA's files have room for
    if not expected and write is openface:
        return  # nothing but a model's estimates, which is refused
    table = read_ratings(folder)
    recordings = {
        name: (key, INDICES[key])
        for name in ("one", "one.mp4", "007", "007.mp4")
        for key in INDICES
        if Path(key).stem == Path(name).stem
    }
    coders = guess_coders({r.coder for r in table.ratings} | {n.coder for n in table.notes}, CODERS)
    coders |= {"": "AB"} if write is disfa else {}
    choice = find_counting(table, recordings)
    assert choice.clear
    plan = plan_import(table, recordings, coders, [], counting=choice.best)
    assert (plan.problems, plan.repeated) == ([], 0)
    assert {
        (r.rating.recording_id, r.coder, r.rating.pts, r.rating.au): RatingCell(
            r.rating.value, r.rating.code, r.rating.side, r.rating.unsure
        )
        for r in plan.new
    } == {(n, c, int(INDICES[n].pts[p]), au): cell for (n, c, p, au), cell in expected.items()}
    assert {(n.recording_id, n.coder, n.pts): n.text for n in plan.notes} == {
        (n, c, int(INDICES[n].pts[p])): text for (n, c, p), text in expected_notes.items()
    }
