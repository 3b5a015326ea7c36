"""The hints for combinations of action units: they name what is odd, and keep silent otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from au_studio.facs.action_units import ACTION_UNITS, DISFA_AUS
from au_studio.facs.incompatible import hints


def named(levels: dict[int, int | None]) -> set[tuple[int, ...]]:
    return {hint.aus for hint in hints(levels)}


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ({26: 1, 27: 2}, {(26, 27)}),
        ({43: 5, 45: 1}, {(43, 45)}),
        ({43: 5, 46: 1}, {(43, 46)}),
        ({45: 1, 46: 1}, {(45, 46)}),
        ({5: 2, 43: 1}, {(5, 43)}),
        ({5: 2, 45: 1}, {(5, 45)}),
        ({25: 0, 26: 2}, {(25, 26)}),
        ({25: 0, 27: 4}, {(25, 27)}),
        ({25: 0, 26: 1, 27: 1}, {(25, 26), (25, 27), (26, 27)}),
    ],
)
def test_odd_combinations_are_named(levels, expected):
    assert named(levels) == expected


@pytest.mark.parametrize(
    "levels",
    [
        {},
        {26: 3},  # 25 is not rated yet: nothing can be said
        {25: None, 26: 3},
        {25: 1, 26: 3},
        {26: 0, 27: 3, 25: 2},
        {5: 0, 43: 4},
        {5: None, 45: 1},
        {5: 3, 46: 2},  # the other eye may be wide open
        dict.fromkeys(DISFA_AUS, 0),
    ],
)
def test_possible_combinations_are_not(levels):
    assert named(levels) == set()


@given(st.dictionaries(st.sampled_from(sorted(ACTION_UNITS)), st.one_of(st.none(), st.integers(0, 5))))
def test_a_hint_only_speaks_of_what_was_rated(levels):
    for hint in hints(levels):
        assert set(hint.aus) <= levels.keys()
        assert all(str(au) in hint.text for au in hint.aus)
        assert any(levels[au] for au in hint.aus)
