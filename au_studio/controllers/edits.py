"""What people change in a study, one undoable edit each: what changed, in which frame, what the menu says.

An edit is written to the study before it counts: writing can fail (a full disk, a lost network drive), and
then neither the undo stack nor the screen has moved. Undoing writes, too: the history of ratings only grows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from au_studio.controllers.coding_session import Cell, CellChange, SampleFrame
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.study.ratings import RatingInput
from au_studio.study.study import Study


class Edit(QUndoCommand):
    """An edit that can be taken back and made again."""

    def make(self, study: Study) -> None:
        """Write the edit to the study, the first time or again; raises `AUStudioError` if that fails."""
        raise NotImplementedError

    def take_back(self, study: Study) -> None:
        """Write what held before; raises `AUStudioError` if that fails."""
        raise NotImplementedError

    def affected_frame(self) -> SampleFrame:
        """Return the frame that the edit changed: undo shows it."""
        raise NotImplementedError

    def affected_au(self) -> int | None:
        """Return the first action unit that the edit changed; None when it changed none."""
        return None


class EditHistory:
    """The edits of a page in their order, to be undone and made again.

    The pages have one each: undo on the Agree page must not lead to a coder's ratings, nor the other way
    round, because coding is blind.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study; hears of errors.
    parent : QObject
        Owner of the undo stack.
    """

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        self._workspace = workspace
        self._stack = QUndoStack(parent)

    @property
    def undo_text(self) -> str:
        """What undo would take back; empty when there is nothing."""
        return self._stack.undoText()

    @property
    def redo_text(self) -> str:
        """What redo would make again; empty when there is nothing."""
        return self._stack.redoText()

    def clear(self) -> None:
        """Forget all edits, as when somebody else goes on; the study keeps its history."""
        self._stack.clear()

    def do(self, edit: Edit) -> bool:
        """Make an edit; return whether it is written."""
        if not self._write(edit.make):
            return False
        self._stack.push(edit)
        return True

    def undo(self) -> Edit | None:
        """Take the last edit back; return it, or None when there is none or it cannot be written."""
        if not self._stack.canUndo():
            return None
        edit = cast("Edit", self._stack.command(self._stack.index() - 1))
        if not self._write(edit.take_back):
            return None
        self._stack.undo()
        return edit

    def redo(self) -> Edit | None:
        """Make the edit again that was undone last; return it, or None as for `undo`."""
        if not self._stack.canRedo():
            return None
        edit = cast("Edit", self._stack.command(self._stack.index()))
        if not self._write(edit.make):
            return None
        self._stack.redo()
        return edit

    def _write(self, action: Callable[[Study], None]) -> bool:
        study = self._workspace.study
        if study is None:
            return False
        try:
            action(study)
        except AUStudioError as error:
            self._workspace.report(error)
            return False
        return True


class RatingsHolder(Protocol):
    """Shows ratings: hears of every change that is on disk."""

    def apply(self, change: CellChange) -> None:
        """Take over a change."""


class RatingEdit(Edit):
    """A change of ratings of one coder.

    Parameters
    ----------
    coder_id : str
        Whose ratings change.
    changes : sequence of CellChange
        The cells that change, at least one: rated, all of them, or taken away, a single one.
    text : str
        What the undo menu says.
    visible : str
        What could be seen while rating.
    holder : RatingsHolder
        Shows the ratings.
    seconds : float, optional
        Time spent since the coder's previous action; it is that of the first change, which brought the rest.
    """

    def __init__(
        self,
        coder_id: str,
        changes: Sequence[CellChange],
        text: str,
        *,
        visible: str,
        holder: RatingsHolder,
        seconds: float | None = None,
    ) -> None:
        super().__init__(text)
        self.changes = tuple(changes)
        self._coder_id, self._visible, self._seconds = coder_id, visible, seconds
        self._holder = holder
        self._events: tuple[int, ...] = ()

    def make(self, study: Study) -> None:
        """Append the changes to the history; when made again, revert what took them back."""
        self._events = study.revert_many(self._events[::-1]) if self._events else self._write_first(study)
        self._take_over(self.changes)

    def take_back(self, study: Study) -> None:
        """Append what held before to the history."""
        self._events = study.revert_many(self._events[::-1])
        self._take_over([change.reversed() for change in reversed(self.changes)])

    def affected_frame(self) -> SampleFrame:
        """Return the frame of the first change."""
        return self.changes[0].frame

    def affected_au(self) -> int | None:
        """Return the action unit of the first change."""
        return self.changes[0].au

    def _write_first(self, study: Study) -> tuple[int, ...]:
        inputs = [
            RatingInput(
                change.frame.recording_id,
                change.frame.pts,
                change.au,
                change.after.value,
                unsure=change.after.unsure,
                code=change.after.code,
                side=change.after.side,
                seconds=self._seconds if number == 0 else None,
            )
            for number, change in enumerate(self.changes)
            if change.after is not None
        ]
        if inputs:
            return tuple(study.rate_many(self._coder_id, inputs, self._visible))
        frame, au = self.affected_frame(), self.changes[0].au
        return (study.retract(self._coder_id, frame.recording_id, frame.pts, au, visible=self._visible),)

    def _take_over(self, changes: Sequence[CellChange]) -> None:
        for change in changes:
            self._holder.apply(change)


class NoteEdit(Edit):
    """A change of a coder's note on a frame; `take_over(frame, text)` shows it."""

    def __init__(
        self,
        coder_id: str,
        frame: SampleFrame,
        *,
        before: str,
        after: str,
        take_over: Callable[[SampleFrame, str], None],
    ) -> None:
        super().__init__("note" if after else "note removed")
        self._coder_id, self._frame = coder_id, frame
        self._before, self._after = before, after
        self._take_over = take_over

    def make(self, study: Study) -> None:
        """Write the note."""
        self._write(study, self._after)

    def take_back(self, study: Study) -> None:
        """Write the note that was there before."""
        self._write(study, self._before)

    def affected_frame(self) -> SampleFrame:
        """Return the frame with the note."""
        return self._frame

    def _write(self, study: Study, text: str) -> None:
        study.set_note(self._coder_id, self._frame.recording_id, self._frame.pts, text)
        self._take_over(self._frame, text)


class SettingEdit(Edit):
    """A change of a setting of the study that was made in a frame."""

    def __init__(
        self,
        frame: SampleFrame,
        text: str,
        *,
        key: str,
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any] | None,
    ) -> None:
        super().__init__(text)
        self._frame, self._key = frame, key
        self._before, self._after = before, after

    def make(self, study: Study) -> None:
        """Write the setting."""
        study.set_setting(self._key, self._after)

    def take_back(self, study: Study) -> None:
        """Write what was set before."""
        study.set_setting(self._key, self._before)

    def affected_frame(self) -> SampleFrame:
        """Return the frame in which it was set."""
        return self._frame


def cell_text(cell: Cell | None) -> str:
    """Return a rating in words: ``3``, ``3 left, unsure``, ``not codable (70)`` or ``not rated``."""
    if cell is None:
        return "not rated"
    if cell.value is None:
        text = "not codable" if cell.code is None else f"not codable ({cell.code})"
    else:
        text = str(cell.value) if cell.side is None else f"{cell.value} {SIDES[cell.side]}"
    return f"{text}, unsure" if cell.unsure else text


SIDES = {"L": "left", "R": "right", "U": "on one side"}
"""The sides of FACS notation in words; left and right are the person's own."""


def edit_text(changes: Sequence[CellChange]) -> str:
    """Return what an edit did, for the undo menu: ``AU12: 3`` or ``7 action units: 0``."""
    if len(changes) == 1:
        return f"{ACTION_UNITS[changes[0].au].label}: {cell_text(changes[0].after)}"
    values = {change.after for change in changes}
    if len(values) == 1:
        return f"{len(changes)} action units: {cell_text(values.pop())}"
    return f"{len(changes)} action units"
