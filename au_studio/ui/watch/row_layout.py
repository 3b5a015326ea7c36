"""Where the rows of the timeline lie: heights that people chose, and equal shares for all others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from au_studio.controllers.watch.row_choices import RATINGS, SOUND

LEAST_LANE = 26
"""Height of a lane in which two models' curves can be told apart, px; what does not fit is scrolled to."""
STRIP_HEIGHTS = {SOUND: 30, RATINGS: 16}
"""Usual heights of the rows below the curves, px."""


@dataclass(frozen=True)
class PlacedRow:
    """A row: its name, and where it lies below the first one's top, px."""

    name: str
    top: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height


def place_rows(rows: Sequence[str], heights: Mapping[str, int], room: float) -> tuple[PlacedRow, ...]:
    """Return where rows lie, one below the other.

    Parameters
    ----------
    rows : sequence of str
        From top to bottom.
    heights : mapping of str to int
        Heights that were chosen, px; a single row fills the room, whatever was chosen.
    room : float
        Height that there is, px. What was not chosen shares what is left of it equally, but is never lower
        than `LEAST_LANE`: together the rows may be higher than the room.
    """
    chosen = {row: float(heights[row]) for row in rows if row in heights} if len(rows) > 1 else {}
    others = len(rows) - len(chosen)
    share = max((room - sum(chosen.values())) / others, float(LEAST_LANE)) if others else 0.0
    placed, top = [], 0.0
    for row in rows:
        height = chosen.get(row, share)
        placed.append(PlacedRow(row, top, height))
        top += height
    return tuple(placed)


def place_strips(rows: Sequence[str], heights: Mapping[str, int], bottom: float) -> tuple[PlacedRow, ...]:
    """Return where the strips lie that end at `bottom`, px."""
    tall = [float(heights.get(row, STRIP_HEIGHTS[row])) for row in rows]
    top, placed = bottom - sum(tall), []
    for row, height in zip(rows, tall, strict=True):
        placed.append(PlacedRow(row, top, height))
        top += height
    return tuple(placed)
