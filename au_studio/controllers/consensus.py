"""What raters settle on: the ratings of one more coder, written at once, undone and made again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from au_studio.controllers.agreement_comparison import Comparison
from au_studio.controllers.coding_commands import RatingCommand, edit_text
from au_studio.controllers.coding_session import Cell, CellChange, SampleFrame
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.study.errors import NameTakenError
from au_studio.study.ratings import RatingInput
from au_studio.study.study import Study

NAMES = ("consensus", "consensus of coders", "reconciled")
"""Names for the coder of reconciled values: the first that no person of the study has."""


class Consensus:
    """The consensus coder of the open study; the coder is added with the first entry.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study; hears of errors.
    parent : QObject
        Owner of the undo stack.

    Attributes
    ----------
    coder_id : str or None
        The coder; None as long as nothing was settled.
    values : dict
        Reconciled values by frame and action unit; None = not codable.
    """

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        self._workspace = workspace
        self._stack = QUndoStack(parent)
        self.coder_id: str | None = None
        self.values: dict[tuple[SampleFrame, int], int | None] = {}

    @property
    def undo_text(self) -> str:
        """What undo would take back; empty when there is nothing."""
        return self._stack.undoText()

    @property
    def redo_text(self) -> str:
        """What redo would make again; empty when there is nothing."""
        return self._stack.redoText()

    def forget(self) -> None:
        """Start anew with another study."""
        self._stack.clear()
        self.coder_id, self.values = None, {}

    def change(self, frame: SampleFrame, au: int, value: int | None) -> CellChange:
        """Return the change that enters a value."""
        key = (frame, au)
        return CellChange(frame, au, Cell(self.values[key]) if key in self.values else None, Cell(value))

    def agreed(self, comparison: Comparison | None) -> list[CellChange]:
        """Return the ratings on which two coders agree exactly, as far as the consensus lacks them."""
        if comparison is None or comparison.second.kind != "coder":
            return []
        if self.coder_id in {comparison.first.id, comparison.second.id}:
            return []
        paired = comparison.paired
        return [
            CellChange(frame, au, None, Cell(int(one)))
            for frame, ones, others in zip(
                paired.frames, paired.first.tolist(), paired.second.tolist(), strict=True
            )
            for au, one, other in zip(paired.aus, ones, others, strict=True)
            if one == other and (frame, au) not in self.values
        ]

    def rate(self, changes: Sequence[CellChange], visible: str) -> bool:
        """Write entries to the study; return whether it worked.

        Parameters
        ----------
        changes : sequence of CellChange
            The entries; at least one.
        visible : str
            What those who settled could see.
        """
        study = self._workspace.study
        if study is None:
            return False
        inputs = [
            RatingInput(change.frame.recording_id, change.frame.pts, change.au, change.after.value)
            for change in changes
            if change.after is not None
        ]
        try:
            coder_id = self.coder_id or _add_coder(study)
            events = study.rate_many(coder_id, inputs, visible)
        except AUStudioError as error:
            self._workspace.report(error)
            return False
        self.coder_id = coder_id
        self._take_over(changes)
        self._stack.push(RatingCommand(changes, f"consensus {edit_text(changes)}", events))
        return True

    def undo(self) -> RatingCommand | None:
        """Take the last entry back; return it, or None when there is none or it cannot be written."""
        if not self._stack.canUndo():
            return None
        command = cast("RatingCommand", self._stack.command(self._stack.index() - 1))
        if not self._revert(command, [change.reversed() for change in reversed(command.changes)]):
            return None
        self._stack.undo()
        return command

    def redo(self) -> RatingCommand | None:
        """Make the entry again that was undone last; return it, or None as for `undo`."""
        if not self._stack.canRedo():
            return None
        command = cast("RatingCommand", self._stack.command(self._stack.index()))
        if not self._revert(command, command.changes):
            return None
        self._stack.redo()
        return command

    def _revert(self, command: RatingCommand, changes: Sequence[CellChange]) -> bool:
        study = self._workspace.study
        if study is None:
            return False
        try:
            command.events = study.revert_many(command.events[::-1])
        except AUStudioError as error:
            self._workspace.report(error)
            return False
        self._take_over(changes)
        return True

    def _take_over(self, changes: Sequence[CellChange]) -> None:
        for change in changes:
            key = (change.frame, change.au)
            if change.after is None:
                self.values.pop(key, None)
            else:
                self.values[key] = change.after.value


def _add_coder(study: Study) -> str:
    """Add the coder of reconciled values, under the first name that is free."""
    for name in NAMES:
        try:
            return study.add_coder(name, kind="consensus").id
        except NameTakenError:
            continue
    raise NameTakenError(
        "The coder of reconciled values cannot be added: its names are taken.",
        next_step=f"Rename the coder called “{NAMES[0]}”.",
    )
