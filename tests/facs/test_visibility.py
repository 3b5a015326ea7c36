"""Visibility codes say which action units cannot be coded."""

from __future__ import annotations

import pytest

from au_studio.facs.action_units import ACTION_UNITS
from au_studio.facs.visibility import VISIBILITY_CODES, not_codable


def test_all_five_codes_are_known():
    assert sorted(VISIBILITY_CODES) == [70, 71, 72, 73, 74]


def test_brows_eyes_and_lower_face_are_the_whole_face():
    assert not_codable({70, 71, 72}) == not_codable({73}) == not_codable({74}) == frozenset(ACTION_UNITS)
    parts = [VISIBILITY_CODES[number].aus for number in (70, 71, 72)]
    assert sum(len(part) for part in parts) == len(ACTION_UNITS)


def test_hidden_eyes_hide_the_cheeks_and_lids():
    assert not_codable({71}) == {5, 6, 7, 43, 45, 46}


def test_hidden_brows_leave_the_mouth_codable():
    assert {1, 2, 4} == not_codable({70})
    assert 12 in not_codable({72})
    assert not_codable(set()) == frozenset()


def test_other_numbers_are_no_visibility_codes():
    with pytest.raises(KeyError):
        not_codable({12})
