"""Combinations of action units that exclude each other or seldom go together: a hint for the coder.

They are reminders, never rules that block a rating: whoever has a reason codes the combination.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from au_studio.texts import mark


@dataclass(frozen=True)
class Hint:
    """A combination worth a second look.

    Attributes
    ----------
    aus : tuple of int
        FACS numbers of the action units, rising.
    text : str
        What is odd about it, in one sentence.
    """

    aus: tuple[int, ...]
    text: str


_EXCLUDE = (
    Hint((26, 27), mark("the jaw either drops (26) or stretches the mouth open (27)")),
    Hint((43, 45), mark("closed eyes (43) are no blink (45): the time that they stay closed decides")),
    Hint((43, 46), mark("closed eyes (43) are no wink (46): a wink is of one eye")),
    Hint((45, 46), mark("a blink (45) is of both eyes, a wink (46) of one")),
    Hint((5, 43), mark("the upper lids cannot rise (5) while the eyes close (43)")),
    Hint((5, 45), mark("the upper lids cannot rise (5) during a blink (45)")),
)
"""Pairs that are not scored together."""

_NEEDS_25 = (
    Hint((25, 26), mark("the lips mostly part (25) when the jaw drops (26)")),
    Hint((25, 27), mark("a mouth stretched open (27) has parted lips (25)")),
)
"""The second is scored, and 25 was rated absent."""


def hints(levels: Mapping[int, int | None]) -> tuple[Hint, ...]:
    """Return what is odd about the ratings of one frame.

    Parameters
    ----------
    levels : mapping
        Intensity 0 to 5 by FACS number; None = not codable. What is not rated is absent from it.

    Returns
    -------
    tuple of Hint
        Empty when nothing is odd. An action unit that is not rated or not codable never is.

    References
    ----------
    Ekman, Friesen & Hager (2002), FACS: the alternatives named with each action unit.
    """
    scored = {au for au, level in levels.items() if level}
    found = [hint for hint in _EXCLUDE if scored.issuperset(hint.aus)]
    found += [hint for hint in _NEEDS_25 if levels.get(25) == 0 and hint.aus[1] in scored]
    return tuple(found)
