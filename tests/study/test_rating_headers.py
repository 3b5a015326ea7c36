"""Names of columns: understood, or named as not read; sides go where the product has sides."""

from __future__ import annotations

import pytest

from au_studio.study.rating_cells import RatingCell
from au_studio.study.rating_columns import NotAUnit, Unit, parse_unit
from au_studio.study.rating_table import read_ratings


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("AU12", Unit(12)),
        ("AU 12", Unit(12)),
        ("au.12", Unit(12)),  # as R writes a name with a space
        ("AU-04", Unit(4)),
        ("AU01_intensity", Unit(1)),
        ("AU06 (cheek)", Unit(6)),
        ("AU06..cheek.", Unit(6)),
        ("AU12 - Lip Corner Puller", Unit(12)),
        ("Action Unit 12", Unit(12)),
        ("AU6L", Unit(6, "L")),
        ("AU6R", Unit(6, "R")),
        ("AU06 (left)", Unit(6, "L")),
        ("L AU10", Unit(10, "L")),
        ("AU14_right_level", Unit(14, "R")),
        ("AU12_coder_ab", Unit(12, None, "ab")),
        ("smile", None),
        ("12", None),
    ],
)
def test_a_name_of_an_action_unit_is_understood(name, unit):
    assert parse_unit(name) == unit


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("AU12_r", "estimates of a model"),
        ("AU12_c", "estimates of a model"),
        ("AU12_sd", "estimates of a model"),
        ("AU12_presence", "not how strongly"),
        ("AU99", "no action unit that AU Studio knows"),
        ("AU12_draft", "“draft” is not understood"),
        ("AU6 left right", "two sides"),
    ],
)
def test_a_name_that_is_not_understood_says_why(name, why):
    with pytest.raises(NotAUnit, match=why):
        parse_unit(name)


def rows(tmp_path, text):
    path = tmp_path / "r.csv"
    path.write_text(text)
    return read_ratings(path)


def test_columns_that_are_not_read_are_named(tmp_path):
    table = rows(
        tmp_path,
        "frame,video,file,AU 12,AU06 (cheek),AU99,AU01_r,mood,side,,\n1,a,b,3,1,4,0.2,glad,L,7,\n",
    )
    assert [(r.recording, r.au, r.cell.value) for r in table.ratings] == [("a", 12, 3), ("a", 6, 1)]
    assert table.ignored == {
        "AU99": "AU99 is no action unit that AU Studio knows",
        "AU01_r": "the estimates of a model, not ratings",
        "file": "",
        "mood": "",
        "side": "",
        "column 10, which has no name": "",
    }


@pytest.mark.parametrize(
    ("left", "right", "cell"),
    [
        ("3", "", RatingCell(3, side="L")),
        ("", "2", RatingCell(2, side="R")),
        ("3", "3", RatingCell(3)),
        ("3", "0", RatingCell(3, side="L")),
        ("0", "B?", RatingCell(2, side="R", unsure=True)),
        ("0", "0", RatingCell(0)),
        ("X", "X", RatingCell(None)),
    ],
)
def test_columns_of_sides_become_one_rating(tmp_path, left, right, cell):
    table = rows(tmp_path, f"frame,AU6L,AU6R\n1,{left},{right}\n")
    assert [r.cell for r in table.ratings] == [cell]
    assert table.problems == []


def test_sides_that_differ_are_refused_because_a_rating_holds_one_level(tmp_path):
    table = rows(tmp_path, "frame,AU6L,AU6R\n1,2,3\n2,X,3\n3,R2,\n")
    assert table.ratings == []
    assert [str(p) for p in table.problems] == [
        "r.csv, line 2, AU06: left 2 and right 3: a rating holds one level on one side or both",
        "r.csv, line 3, AU06: left X and right 3: a rating holds one level on one side or both",
        "r.csv, line 4, AU06L: the cell says right, its column left",
    ]


def test_r_beside_l_is_the_right_side_and_alone_a_models_estimate(tmp_path):
    table = rows(tmp_path, "frame,AU12_l,AU12_r,AU04_r\n1,3,0,2.41\n")
    assert [(r.au, r.cell) for r in table.ratings] == [(12, RatingCell(3, side="L"))]
    assert table.ignored == {"AU04_r": "the estimates of a model, not ratings"}
