"""The FACS intensity scale: 0 (absent) and A-E, counted 1-5."""

from __future__ import annotations

from dataclasses import dataclass

MIN = 0.0
MAX = 5.0
"""Ends of the scale; a model gives any value between them."""


@dataclass(frozen=True)
class Level:
    """One step of the scale: its number (0-5), FACS letter ("" for 0) and meaning."""

    value: int
    letter: str
    meaning: str


LEVELS: tuple[Level, ...] = (
    Level(0, "", "absent"),
    Level(1, "A", "trace"),
    Level(2, "B", "slight"),
    Level(3, "C", "marked or pronounced"),
    Level(4, "D", "severe or extreme"),
    Level(5, "E", "maximum"),
)


def letter(level: int) -> str:
    """Return the FACS letter of a level: "" for 0, "A" to "E" for 1 to 5.

    Raises
    ------
    ValueError
        If `level` is not 0 to 5.
    """
    if not 0 <= level <= 5:
        raise ValueError(f"An intensity level is 0 to 5, not {level}.")
    return LEVELS[level].letter
