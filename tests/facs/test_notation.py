"""FACS notation as coders write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from au_studio.facs.action_units import ACTION_UNITS
from au_studio.facs.notation import NotationError, Score, parse


def test_sides_and_letters():
    assert parse("1+L2+12B") == (Score(1), Score(2, side="L"), Score(12, 2))
    assert parse("R14C+U10A") == (Score(14, 3, "R"), Score(10, 1, "U"))


@pytest.mark.parametrize("text", ["6c + 12e", "AU6C+AU12E", "au6C+12E"])
def test_capitals_spaces_and_au_do_not_matter(text):
    assert parse(text) == (Score(6, 3), Score(12, 5))


def test_a_neutral_face_is_zero():
    assert parse("0") == parse("") == ()


def test_visibility_codes_stand_among_scores():
    assert parse("12B+70") == (Score(12, 2), Score(70))


def test_both_sides_may_be_scored_apart():
    assert parse("L12B+R12D") == (Score(12, 2, "L"), Score(12, 4, "R"))


@pytest.mark.parametrize("text", ["12F", "1++2", "smile", "99", "12B+12B", "L70", "70A", "+1", "12 B C"])
def test_what_cannot_be_read_is_said(text):
    with pytest.raises(NotationError, match="“"):
        parse(text)


@given(
    st.lists(
        st.builds(
            Score,
            st.sampled_from(sorted(ACTION_UNITS)),
            st.none() | st.integers(1, 5),
            st.sampled_from([None, "L", "R", "U"]),
        ),
        unique_by=lambda s: (s.number, s.side),
    )
)
def test_what_is_written_can_be_read(scores):
    written = (f"{s.side or ''}{s.number}{' ABCDE'[s.intensity] if s.intensity else ''}" for s in scores)
    assert parse("+".join(written)) == tuple(scores)
