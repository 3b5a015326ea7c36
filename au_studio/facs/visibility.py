"""Visibility codes: what FACS coders write when a part of the face cannot be scored."""

from __future__ import annotations

from dataclasses import dataclass

from au_studio.facs.action_units import ACTION_UNITS


@dataclass(frozen=True)
class VisibilityCode:
    """One visibility code.

    Attributes
    ----------
    number : int
        FACS number, 70 to 74.
    name : str
        FACS name.
    aus : frozenset of int
        FACS numbers of the action units that cannot be coded where the code stands.
    """

    number: int
    name: str
    aus: frozenset[int]


_BROWS = frozenset({1, 2, 4})
_EYES = frozenset({5, 6, 7, 43, 45, 46})
_ALL = frozenset(ACTION_UNITS)

VISIBILITY_CODES: dict[int, VisibilityCode] = {
    code.number: code
    for code in (
        VisibilityCode(70, "brows and forehead not visible", _BROWS),
        VisibilityCode(71, "eyes not visible", _EYES),
        VisibilityCode(72, "lower face not visible", _ALL - _BROWS - _EYES),
        VisibilityCode(73, "entire face not visible", _ALL),
        VisibilityCode(74, "unscorable", _ALL),
    )
}
"""Every visibility code by its FACS number (Ekman, Friesen & Hager 2002)."""


def not_codable(codes: set[int]) -> frozenset[int]:
    """Return the action units that visibility codes rule out: they are missing there, never 0.

    Raises
    ------
    KeyError
        If a number is not a visibility code.
    """
    return frozenset().union(*(VISIBILITY_CODES[number].aus for number in codes))
