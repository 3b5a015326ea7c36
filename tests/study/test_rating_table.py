"""Ratings in files of other programs and of ours."""

from __future__ import annotations

import pytest

from au_studio.study.rating_cells import RatingCell
from au_studio.study.rating_table import RatingFileError, read_ratings


def brief(table):
    return [(r.recording, r.frame, r.coder, r.au, r.cell.value) for r in table.ratings]


def test_a_wide_table_of_excel_in_german(tmp_path):
    path = tmp_path / "session.csv"
    path.write_bytes("Frame;Time;Rater;AU01;AU12;Bemerkung\r\n3;0,08;Jörg;0;L4?;\r\n\r\n".encode("cp1252"))
    table = read_ratings(path)
    assert table.format == "wide"
    assert brief(table) == [("session", 3, "Jörg", 1, 0), ("session", 3, "Jörg", 12, 4)]
    assert table.ratings[0].seconds == 0.08
    assert table.ratings[1].cell == RatingCell(4, side="L", unsure=True)
    assert table.problems == []


@pytest.mark.parametrize(
    ("text", "coding"),
    [
        ("sep=;\r\nframe;timestamp;coder;AU12\r\n1234;49,36;Jörg;3\r\n", "utf-8-sig"),
        ("frame\ttimestamp\tcoder\tAU12\r\n1234\t49,36\tJörg\t3\r\n", "utf-16"),  # "Unicode text"
        ("frame\ttimestamp\tcoder\tAU12\r\n1234\t49,36\tJörg\t3\r\n", "cp1252"),
    ],
)
def test_whatever_excel_in_german_writes(tmp_path, text, coding):
    path = tmp_path / "session.csv"
    path.write_bytes(text.encode(coding))
    table = read_ratings(path)
    assert (brief(table), table.problems) == ([("session", 1234, "Jörg", 12, 3)], [])
    assert table.ratings[0].seconds == 49.36


def test_a_long_table_with_a_note_of_two_lines(tmp_path):
    path = tmp_path / "r.csv"
    path.write_text(
        'recording,pts,coder,au,value,code,side,unsure,note\na.mp4,40,AB,AU12,3,,R,1,"one, two\nthree"\n'
        "a.mp4,80,AB,4,X,70,,0,\n"
    )
    table = read_ratings(path)
    first, second = table.ratings
    assert (first.pts, first.au, first.cell, table.notes[0].text) == (
        40,
        12,
        RatingCell(3, side="R", unsure=True),
        "one, two\nthree",
    )
    assert second.cell == RatingCell(None, code=70)


def test_coder_columns_of_an_exported_table_are_ratings_and_the_models_are_not(tmp_path):
    path = tmp_path / "session.csv"
    path.write_text("frame,timestamp,AU12_r,AU12_coder_ab,AU12_coder_cd\n1,0.0,2.71,3,\n2,0.04,0.1,,1\n")
    assert brief(read_ratings(path)) == [("session", 1, "ab", 12, 3), ("session", 2, "cd", 12, 1)]


def test_a_folder_as_disfa_has_it(tmp_path):
    folder = tmp_path / "ActionUnit_Labels" / "SN001"
    folder.mkdir(parents=True)
    (folder / "SN001_au12.txt").write_text("1,0\n2,3\n\n")
    (folder / "SN001_au4.txt").write_text("1,5\n2,oops\n")
    (folder / "SN001_au99.txt").write_text("1,5\n")
    (folder / "readme.txt").write_text("not labels")
    table = read_ratings(tmp_path)
    assert table.format == "disfa"
    assert brief(table) == [("SN001", 1, "", 12, 0), ("SN001", 2, "", 12, 3), ("SN001", 1, "", 4, 5)]
    assert [p.where for p in table.problems] == ["SN001_au4.txt, line 2", "SN001_au99.txt"]


def test_bad_rows_are_named_and_the_others_stay(tmp_path):
    path = tmp_path / "r.csv"
    path.write_text("frame,AU01,AU12\n1,3,2.5\nsecond,1,1\n,1,1\n2,1,\n")
    table = read_ratings(path)
    assert brief(table) == [("r", 1, "", 1, 3), ("r", 2, "", 1, 1)]
    assert [str(p) for p in table.problems] == [
        "r.csv, line 2, AU12: “2.5” is no rating: 0 to 5, A to E, X or 70 to 74",
        "r.csv, line 3: “second” is no frame",
        "r.csv, line 4: it names no frame",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "lacks a column"),
        ("frame,AU01_r,AU12_r\n1,2,3\n", "estimates of a model"),
        ("frame,smile\n1,2\n", "lacks columns"),
        ("AU01,AU12\n1,2\n", "lacks a column “frame”"),
    ],
)
def test_a_file_that_is_no_table_of_ratings_is_refused_in_words(tmp_path, content, said):
    path = tmp_path / "x.csv"
    path.write_text(content)
    with pytest.raises(RatingFileError, match=said):
        read_ratings(path)


def test_nothing_to_read_is_said(tmp_path):
    with pytest.raises(RatingFileError, match="no ratings in"):
        read_ratings(tmp_path)
    with pytest.raises(RatingFileError, match="does not exist"):
        read_ratings(tmp_path / "gone.csv")
