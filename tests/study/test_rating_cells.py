"""One rating as a cell of a table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from au_studio.study.rating_cells import RatingCell, format_cell, parse_cell

cells = st.one_of(
    st.builds(
        RatingCell, st.integers(0, 5), st.none(), st.sampled_from([None, "L", "R", "U"]), st.booleans()
    ),
    st.builds(RatingCell, st.none(), st.one_of(st.none(), st.integers(70, 74)), st.none(), st.booleans()),
)


@given(cells)
def test_what_is_written_is_read_back(cell):
    assert parse_cell(format_cell(cell)) == cell


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("3", RatingCell(3)),
        (" 3.0 ", RatingCell(3)),
        ("C", RatingCell(3)),
        ("l2?", RatingCell(2, side="L", unsure=True)),
        ("x", RatingCell(None)),
        ("9", RatingCell(None)),
        ("73", RatingCell(None, code=73)),
        ("", None),
        ("NaN", None),
    ],
)
def test_what_other_programs_write_is_understood(text, cell):
    assert parse_cell(text) == cell


@pytest.mark.parametrize("text", ["6", "2.5", "-1", "75", "F", "3 4", "yes"])
def test_what_is_no_rating_is_said(text):
    with pytest.raises(ValueError, match="is no rating"):
        parse_cell(text)
