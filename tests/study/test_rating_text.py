"""Tables as other programs write them: encodings, titles, quotation marks, missing values, workbooks."""

from __future__ import annotations

import sys

import pytest

from au_studio.study.rating_cells import RatingCell, parse_yes
from au_studio.study.rating_table import RatingFileError, read_ratings

LONG = "recording,frame,timestamp,pts,coder,au,value,status,code,side,unsure,visible,rated,note\n"


def read(tmp_path, text, name="r.csv", coding="utf-8"):
    path = tmp_path / name
    path.write_bytes(text.encode(coding))
    return read_ratings(path)


@pytest.mark.parametrize("missing", ["NA", "NaN", "n/a", "<NA>", "null", ""])
def test_missing_is_empty_in_every_column(tmp_path, missing):
    m = missing
    table = read(
        tmp_path,
        f"{LONG}a.mp4,{m},{m},512,AB,AU12,3,{m},{m},{m},1.0,{m},{m},{m}\n"
        f"a.mp4,4,{m},{m},AB,AU12,X,not_codable,72.0,{m},0.0,{m},{m},talks\n",
    )
    first, second = table.ratings
    assert (first.pts, first.frame, first.seconds, first.cell) == (
        512,
        None,
        None,
        RatingCell(3, unsure=True),
    )
    assert (second.frame, second.pts, second.cell) == (4, None, RatingCell(None, code=72))
    assert [note.text for note in table.notes] == ["talks"]
    assert table.problems == []


@pytest.mark.parametrize(("text", "yes"), [("1.0", True), ("TRUE", True), ("0,0", False), ("NA", False)])
def test_yes_and_no_of_other_programs(text, yes):
    assert parse_yes(text, "unsure") is yes


def test_contradictions_in_a_row_are_named(tmp_path):
    table = read(
        tmp_path,
        "frame,coder,au,value,status,code,unsure\n1,AB,12,3,,72,\n2,AB,12,3,not_codable,,\n3,AB,12,3,,5,\n"
        "4,AB,12,3,,,maybe\n5,AB,12,3,,,,surplus\ninf,AB,12,3,,,\n",
    )
    assert table.ratings == []
    assert [p.reason for p in table.problems] == [
        "it has both a level (3) and the code 72",
        "it has a level (3) and is “not codable”",
        "“5” is no visibility code: 70 to 74",
        "“maybe” is neither yes nor no (unsure)",
        "it has 8 cells for 7 columns",
        "“inf” is no frame",
    ]


@pytest.mark.parametrize(
    "text",
    [
        'frame,note,AU12\n1,fine,3\n2,"never closed,1\n3,,2\n4,,2\n',
        'frame,note,AU12\n1,fine,3\n2,"never closed,1\n3,"closed",2\n4,,2\n',
        'frame,note,AU12\n1,fine,3\n2,"never closed,1\n3,,2\n4,opened here",2\n',
    ],
)
def test_a_quotation_mark_that_swallows_rows_is_refused_with_its_line(tmp_path, text):
    with pytest.raises(RatingFileError, match=r"r\.csv, line 3: a quotation mark"):
        read(tmp_path, text)


def test_a_note_of_several_lines_with_commas_is_none(tmp_path):
    table = read(tmp_path, 'frame,AU12,note\n1,3,"one, two,\nthree, four, five\nsix"\n2,1,\n')
    assert [r.frame for r in table.ratings] == [1, 2]
    assert table.notes[0].text == "one, two,\nthree, four, five\nsix"


@pytest.mark.parametrize("coding", ["utf-16-le", "utf-16-be", "utf-16", "utf-8-sig"])
def test_titles_stand_above_the_header_in_any_encoding(tmp_path, coding):
    text = "Ratings of smiles; second wave\n\nCoder: Jörg\nframe;timestamp;AU12\n3;0,08;4\n"
    table = read(tmp_path, text, coding=coding)
    assert [(r.frame, r.seconds, r.cell.value) for r in table.ratings] == [(3, 0.08, 4)]
    assert table.ratings[0].where == "r.csv, line 5"
    assert table.remarks == ["r.csv: 2 lines stand above the names of the columns."]


def test_a_comma_that_may_mean_two_things_is_refused(tmp_path):
    table = read(tmp_path, 'timestamp,AU12\n"0,08",3\n"1,234",3\n')
    assert [r.seconds for r in table.ratings] == [0.08]
    assert [p.reason for p in table.problems] == ["“1,234” (timestamp) may be 1.234 or 1234"]


def test_times_of_a_clock_and_milliseconds(tmp_path):
    assert [r.seconds for r in read(tmp_path, "time,AU12\n0:01:02.5,3\n01:02,1\n").ratings] == [62.5, 62.0]
    assert [r.seconds for r in read(tmp_path, "Time (ms),AU12\n80,3\n").ratings] == [0.08]


def test_rows_that_begin_with_a_number_that_no_column_names_are_not_shifted(tmp_path):
    table = read(tmp_path, '"frame","AU04","AU12"\n"1",3,0,\n"2",4,2,\n')  # R's write.table
    assert [(r.frame, r.au, r.cell.value) for r in table.ratings] == [(3, 4, 0), (4, 4, 2)]
    assert "which no column names" in table.remarks[0]


def test_a_huge_number_is_refused_at_once(tmp_path):
    table = read(tmp_path, "frame,AU12\n1e999999999,3\n")
    assert [p.reason for p in table.problems] == ["“1e999999999” is no frame"]


def test_a_row_that_ends_early_is_named(tmp_path):
    table = read(tmp_path, "frame,coder,AU04,AU12\n1,AB,0,1\n2,AB,3\n")
    assert [(r.frame, r.au) for r in table.ratings] == [(1, 4), (1, 12), (2, 4)]
    assert [str(p) for p in table.problems] == ["r.csv, line 3: it ends before AU12"]


def test_a_workbook_is_read_with_every_sheet_named(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "Wave 1"
    for row in (["Our ratings"], ["frame", "timestamp", "AU12"], [3, 0.08, 4.0], [4, None, "X"]):
        book.active.append(row)
    book.active.append([5, None, "=A3-1"])  # no program has computed it
    book.create_sheet("To do").append(["call", "Jörg"])
    book.save(tmp_path / "r.xlsx")
    table = read_ratings(tmp_path / "r.xlsx")
    assert [(r.frame, r.cell.value) for r in table.ratings] == [(3, 4), (4, None)]
    assert table.ratings[0].where == "r.xlsx, sheet Wave 1, row 3"
    assert [str(p) for p in table.problems] == [
        "r.xlsx, sheet Wave 1, row 5, AU12: “=A3-1” is no rating: 0 to 5, A to E, X or 70 to 74"
    ]
    assert [*table.ignored] == ["r.xlsx, sheet To do"]


def test_a_workbook_without_the_package_that_reads_it_says_what_to_do(tmp_path, monkeypatch):
    (tmp_path / "r.xlsx").write_bytes(b"PK")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(RatingFileError, match=r"not installed.*Save the table as CSV"):
        read_ratings(tmp_path / "r.xlsx")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("r.xlsx", b"no workbook", "cannot be read as an Excel workbook"),
        ("r.xls", b"\xd0\xcf", "Excel 97"),
        ("r.csv", b"\x00\x01\x00\x00\x7f\x00\x00", "is no text"),
    ],
)
def test_files_of_other_kinds_are_told_apart(tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(RatingFileError, match=said):
        read_ratings(tmp_path / name)


@pytest.mark.parametrize("coding", ["utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_wide_codings_are_told_by_a_tables_signs(coding, tmp_path):
    # 一 (U+4E00) has a zero byte where the signs of Western text have none.
    (tmp_path / "a.csv").write_bytes("recording,frame,AU12\n录像一二三,0,2\n录像一二三,1,3\n".encode(coding))
    table = read_ratings(tmp_path / "a.csv")
    assert [(r.recording, r.frame, r.cell.value) for r in table.ratings] == [
        ("录像一二三", 0, 2),
        ("录像一二三", 1, 3),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"frame" "AU12"\n"1" 0 2\n"2" 1 NA\n',
        "frame AU12\n0 2\n1 NA\n",
        "   frame  AU12 \n       0     2 \n  1  NA\n",
    ],
)
def test_spaces_between_cells_as_r_writes_them(text, tmp_path):
    (tmp_path / "a.txt").write_text(text)
    table = read_ratings(tmp_path / "a.txt")
    assert [(r.frame, r.cell.value) for r in table.ratings] == [(0, 2)]
    assert (table.rows, table.unrated) == (2, 1)


def test_a_point_that_may_group_thousands_is_never_guessed(tmp_path):
    (tmp_path / "a.csv").write_text("frame;AU12\n999;2\n1.000;3\n2.001;4\n")
    table = read_ratings(tmp_path / "a.csv")
    assert [r.frame for r in table.ratings] == [999]
    assert [p.reason for p in table.problems] == [
        "“1.000” (frame) may be 1 or 1000",
        "“2.001” (frame) may be 2 or 2001",
    ]


def test_a_recording_that_only_the_first_row_names_is_not_another_ones(tmp_path):
    (tmp_path / "a.csv").write_text("recording,frame,AU12\nx.mp4,0,2\n,1,3\n")
    table = read_ratings(tmp_path / "a.csv")
    assert [r.recording for r in table.ratings] == ["x.mp4"]
    assert [p.reason for p in table.problems] == ["it names no recording, and other rows do"]


def test_hidden_sheets_are_named_and_true_is_no_level(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["frame", "AU12"], [0, 2], [1, True]):
        book.active.append(row)
    old = book.create_sheet("old")
    old.sheet_state = "hidden"
    for row in (["frame", "AU12"], [5, 1]):
        old.append(row)
    book.save(tmp_path / "a.xlsx")
    table = read_ratings(tmp_path / "a.xlsx")
    assert [(r.frame, r.cell.value) for r in table.ratings] == [(0, 2)]
    assert table.ignored == {"a.xlsx, sheet old": "the workbook hides it"}
    assert "“TRUE” is no rating" in table.problems[0].reason


def test_a_table_of_zeros_and_ones_may_be_occurrence(tmp_path):
    rows = "".join(f"{n},{n % 2},0\n" for n in range(10))
    (tmp_path / "a.csv").write_text("frame,AU12,AU06\n" + rows)
    assert any("no intensities" in remark for remark in read_ratings(tmp_path / "a.csv").remarks)
    (tmp_path / "b.csv").write_text("frame,AU12,AU06\n" + rows + "10,2,0\n")
    assert read_ratings(tmp_path / "b.csv").remarks == []
