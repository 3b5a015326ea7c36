"""Tables are read alike by every program."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from au_studio.export.errors import ExportError
from au_studio.export.table import column_part, level, number, seconds, write_table


def test_awkward_names_survive(tmp_path):
    names = ['say "ah", then', "two\r\nlines", "Müller", "=1+1"]
    write_table(tmp_path / "t.csv", ["name"], [[name] for name in names])
    with (tmp_path / "t.csv").open(encoding="utf-8", newline="") as stream:
        assert [row[0] for row in csv.reader(stream)] == ["name", *names]
    assert (tmp_path / "t.csv").read_bytes().startswith(b'name\r\n"say ""ah"", then"\r\n')


def test_a_row_of_another_width_is_refused(tmp_path):
    with pytest.raises(ExportError, match=r"Row 2 of t\.csv has 1 cells, not 2"):
        write_table(tmp_path / "t.csv", ["a", "b"], [["1", "2"], ["3"]])
    assert list(tmp_path.iterdir()) == []


@given(st.floats(-1e6, 1e6))
def test_numbers_keep_their_decimals_and_have_no_negative_zero(value):
    text = number(value, 3)
    assert float(text) == pytest.approx(value, abs=0.00051)
    assert text != "-0.000"
    assert "," not in text
    assert "e" not in text


def test_what_is_missing_is_empty():
    assert number(float("nan"), 3) == level(float("nan")) == seconds(float("inf")) == ""


def test_levels_are_whole_numbers():
    assert level(3.0) == "3"
    assert level(2.5) == "2.500"


def test_names_become_parts_of_columns():
    assert column_part(" Jo Döe-2 ") == "jo_döe_2"
    with pytest.raises(ExportError, match="column name"):
        column_part("—")
