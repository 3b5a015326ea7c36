"""Undoable edits of a coder: what changed, in which frame, and what the menu calls it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QUndoCommand

from au_studio.controllers.coding_session import Cell, CellChange, SampleFrame
from au_studio.facs.action_units import ACTION_UNITS


class RatingCommand(QUndoCommand):
    """A coder's edit of one frame, already on disk when the command is pushed.

    The command only remembers. Writing to the study can fail (a full disk, a lost network drive), so the
    controller writes first and moves the stack only when that went well.

    Parameters
    ----------
    changes : sequence of CellChange
        The cells that changed, all of one frame; at least one.
    text : str
        What the undo menu says.
    events : sequence of int
        The entries of the study's history that the edit made; undoing appends entries that revert them.
    """

    def __init__(self, changes: Sequence[CellChange], text: str, events: Sequence[int]) -> None:
        super().__init__(text)
        self.changes = tuple(changes)
        self.events = tuple(events)

    def affected_frame(self) -> SampleFrame:
        """Return the frame that the edit changed: undo shows it."""
        return self.changes[0].frame

    def affected_au(self) -> int:
        """Return the first action unit that the edit changed."""
        return self.changes[0].au


def cell_text(cell: Cell | None) -> str:
    """Return a rating in words: ``3``, ``3 unsure``, ``not codable`` or ``not rated``."""
    if cell is None:
        return "not rated"
    text = "not codable" if cell.value is None else str(cell.value)
    return f"{text}, unsure" if cell.unsure else text


def edit_text(changes: Sequence[CellChange]) -> str:
    """Return what an edit did, for the undo menu: ``AU12: 3`` or ``7 action units: 0``."""
    if len(changes) == 1:
        return f"{ACTION_UNITS[changes[0].au].label}: {cell_text(changes[0].after)}"
    values = {change.after for change in changes}
    if len(values) == 1:
        return f"{len(changes)} action units: {cell_text(values.pop())}"
    return f"{len(changes)} action units"
