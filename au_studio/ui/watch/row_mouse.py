"""Rows are moved and resized by their names: a drag moves one, a drag at its lower border resizes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from au_studio.controllers.watch.row_choices import STRIPS, RowChoices

_BORDER = 4.0
"""Pixels from a row's lower border at which the pointer takes hold of it."""
_MOVES_FROM = 6.0
"""Pixels that a name is dragged before its row moves: a click is no drag."""


@dataclass(frozen=True)
class ShownRow:
    """A row on the screen: its name, where it is, and its column among the values (-1 for none)."""

    name: str
    rect: QRectF
    column: int = -1

    @property
    def is_strip(self) -> bool:
        """Whether it is no action unit's."""
        return self.name in STRIPS


class RowMouse:
    """What the pointer does with rows.

    Attributes
    ----------
    resizing : str
        The row that is being resized; empty for none.
    moving : str
        The row that is being moved; empty for none.
    target : float or None
        Where a line shows before which row it would go, px.
    """

    def __init__(self) -> None:
        self._pressed: tuple[ShownRow, float] | None = None
        self.resizing = self.moving = ""
        self.target: float | None = None
        self._place = 0

    @property
    def held(self) -> bool:
        """Whether a row is being dragged."""
        return self._pressed is not None

    def border_at(self, rows: Sequence[ShownRow], y: float) -> ShownRow | None:
        """Return the row that a drag from here resizes: curves at their lower border, strips at the upper."""
        for row in rows:
            edge = row.rect.top() if row.is_strip else row.rect.bottom()
            if abs(edge - y) <= _BORDER:
                return row
        return None

    def press(self, rows: Sequence[ShownRow], y: float) -> ShownRow | None:
        """Take hold of the row under the pointer and return it."""
        border = self.border_at(rows, y)
        row = border or row_at(rows, y)
        if row is not None:
            self._pressed = (row, y)
            self.resizing = border.name if border is not None else ""
        return row

    def drag(self, rows: Sequence[ShownRow], y: float, choices: RowChoices) -> RowChoices:
        """Return the choices as the drag would leave them; a row that moves does so when it is let go."""
        if self._pressed is None:
            return choices
        row, began = self._pressed
        if self.resizing:
            grown = began - y if row.is_strip else y - began
            return choices.with_height(row.name, round(row.rect.height() + grown))
        if self.moving or abs(y - began) >= _MOVES_FROM:
            self.moving = row.name
            group = [other for other in rows if other.is_strip == row.is_strip]
            others = [other for other in group if other.name != row.name]
            self._place = sum(other.rect.center().y() < y for other in others)
            before = [other for other in group if other.rect.center().y() < y]
            self.target = before[-1].rect.bottom() if before else group[0].rect.top()
        return choices

    def release(self, rows: Sequence[str], scrolled_over: int, choices: RowChoices) -> RowChoices:
        """Let go, and return what was chosen.

        Parameters
        ----------
        rows : sequence of str
            All rows of the group (curves, or strips) that the row belongs to.
        scrolled_over : int
            How many rows of the group are scrolled away above those in sight.
        choices : RowChoices
            Those so far.
        """
        moving, place = self.moving, self._place + scrolled_over
        self._pressed, self.resizing, self.moving, self.target = None, "", "", None
        return choices.moved(rows, moving, place) if moving else choices


def row_at(rows: Sequence[ShownRow], y: float) -> ShownRow | None:
    """Return the row at a height, px; None where there is none."""
    return next((row for row in rows if row.rect.top() <= y < row.rect.bottom()), None)
