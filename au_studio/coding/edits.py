"""What coders change in the frames of a study: ratings, notes, the neutral reference; each can be undone."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from au_studio.coding.edit_history import Edit
from au_studio.coding.session import Cell, CellChange, SampleFrame
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.study.ratings import RatingInput
from au_studio.study.study import Study


class FrameEdit(Edit):
    """An edit that was made in a frame, which undo shows."""

    @abstractmethod
    def affected_frame(self) -> SampleFrame:
        """Return the frame that the edit changed."""

    def affected_au(self) -> int | None:
        """Return the first action unit that the edit changed; None when it changed none."""
        return None


class RatingsHolder(Protocol):
    """Shows ratings: hears of every change that is on disk."""

    def apply(self, change: CellChange) -> None:
        """Take over a change."""


class RatingEdit(FrameEdit):
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


class NoteEdit(FrameEdit):
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


class SettingEdit(FrameEdit):
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
