"""One coder's way through a sample: which frame, which action unit, what is rated; no Qt and no disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Literal, NamedTuple

from au_studio.facs.notation import Side
from au_studio.facs.visibility import VISIBILITY_CODES

FrameOrder = Literal["random", "chronological"]


class SampleFrame(NamedTuple):
    """A sampled frame: its recording and its presentation timestamp (time-base units).

    A tuple, because tens of thousands are sorted and looked up at once, several times as quickly.
    """

    recording_id: str
    pts: int


@dataclass(frozen=True)
class Cell:
    """What a coder said about one action unit in one frame.

    Attributes
    ----------
    value : int or None
        Intensity 0 to 5; None = not codable.
    unsure : bool
        The coder marked it as unsure.
    code : int or None
        FACS visibility code 70 to 74 that says why it is not codable, when the coder gave one.
    side : {"L", "R", "U"} or None
        On the person's left or right side only, or on one side without saying which; None = both, or not
        said.
    """

    value: int | None
    unsure: bool = False
    code: int | None = None
    side: Side | None = None


@dataclass(frozen=True)
class CellChange:
    """One cell before and after an edit; None = not rated."""

    frame: SampleFrame
    au: int
    before: Cell | None
    after: Cell | None

    def reversed(self) -> CellChange:
        """Return the change that takes this one back."""
        return CellChange(self.frame, self.au, self.after, self.before)


def order_frames(drawn: Sequence[Sequence[SampleFrame]], order: FrameOrder) -> list[SampleFrame]:
    """Put sampled frames into the order in which they are coded.

    Parameters
    ----------
    drawn : sequence of sequences of SampleFrame
        One sequence per recording, in the order in which its frames were drawn.
    order : {"random", "chronological"}
        "random" keeps the order of the draw and takes the recordings in turn; what an extension adds comes
        behind. "chronological" goes through one recording after the other in time.

    Returns
    -------
    list of SampleFrame
        Every frame once.
    """
    if order == "chronological":
        in_time = (sorted(set(frames), key=lambda frame: frame.pts) for frames in drawn)
        return [frame for frames in in_time for frame in frames]
    in_turn = (frame for frames in zip_longest(*drawn) for frame in frames if frame is not None)
    return list(dict.fromkeys(in_turn))


class CodingSession:
    """The frames of a sample in coding order, the ratings of one coder, and where the coder is.

    Parameters
    ----------
    frames : sequence of SampleFrame
        Frames in coding order.
    aus : sequence of int
        Action units to rate, in the order in which they are rated.
    ratings : iterable of ((SampleFrame, au), Cell)
        What the coder has rated so far.
    notes : iterable of (SampleFrame, str)
        The coder's notes on frames.
    """

    def __init__(
        self,
        frames: Sequence[SampleFrame],
        aus: Sequence[int],
        ratings: Iterable[tuple[tuple[SampleFrame, int], Cell]] = (),
        notes: Iterable[tuple[SampleFrame, str]] = (),
    ) -> None:
        self.frames = tuple(frames)
        self.aus = tuple(aus)
        self._cells: dict[tuple[SampleFrame, int], Cell] = dict(ratings)
        self._notes: dict[SampleFrame, str] = dict(notes)
        self._where = {frame: i for i, frame in enumerate(self.frames)}
        wanted = set(self.aus)
        rated = Counter(frame for frame, au in self._cells if au in wanted)
        self._left = {frame: len(wanted) - rated[frame] for frame in self.frames}
        self._index = 0
        self._focus = 0
        self._last_edit: tuple[SampleFrame, int] | None = None
        self.last_value: Cell | None = None
        self.go_to_first_incomplete()

    # ---- where we are

    @property
    def index(self) -> int:
        """Position of the current frame in the coding order, from 0."""
        return self._index

    @property
    def focus(self) -> int:
        """Position of the focused action unit in `aus`, from 0."""
        return self._focus

    @property
    def frame(self) -> SampleFrame | None:
        """The current frame; None when there is no sample."""
        return self.frames[self._index] if self.frames else None

    @property
    def focused_au(self) -> int:
        """The focused action unit."""
        return self.aus[self._focus]

    def cell(self, frame: SampleFrame, au: int) -> Cell | None:
        """Return the rating of one action unit in one frame; None = not rated."""
        return self._cells.get((frame, au))

    def cells(self) -> tuple[Cell | None, ...]:
        """Return the ratings of the current frame, one per action unit."""
        frame = self.frame
        return tuple(self.cell(frame, au) if frame else None for au in self.aus)

    def levels(self) -> dict[int, int | None]:
        """Return what is rated in the current frame by action unit; None = not codable."""
        return {au: cell.value for au, cell in zip(self.aus, self.cells(), strict=True) if cell is not None}

    def note(self, frame: SampleFrame) -> str:
        """Return the coder's note on a frame; empty when there is none."""
        return self._notes.get(frame, "")

    def is_complete(self, frame: SampleFrame) -> bool:
        """Whether every action unit of a frame is rated (or not codable)."""
        return self._left[frame] == 0

    @property
    def frames_done(self) -> int:
        """Number of complete frames."""
        return sum(left == 0 for left in self._left.values())

    @property
    def ratings_done(self) -> int:
        """Number of ratings in this sample, "not codable" included."""
        return len(self.frames) * len(self.aus) - sum(self._left.values())

    def upcoming(self, count: int) -> tuple[SampleFrame, ...]:
        """Return the next frames in coding order, then the one before: what to decode ahead."""
        ahead = self.frames[self._index + 1 : self._index + 1 + count]
        behind = self.frames[max(self._index - 1, 0) : self._index]
        return ahead + behind

    # ---- moving

    def step(self, frames: int) -> bool:
        """Move by a number of frames; return False at the end or the beginning."""
        return self.go_to_index(self._index + frames)

    def go_to_index(self, index: int) -> bool:
        """Go to a position in the coding order; return False when already there (the ends clamp)."""
        index = min(max(index, 0), max(len(self.frames) - 1, 0))
        if index == self._index:
            return False
        self._index = index
        self._focus_first_unrated()
        return True

    def go_to(self, frame: SampleFrame, au: int | None = None) -> None:
        """Show a frame of the sample, with an action unit focused."""
        if frame in self._where:
            self._index = self._where[frame]
            self._focus_first_unrated()
        if au in self.aus:
            self._focus = self.aus.index(au)

    def go_to_first_incomplete(self, *, after_current: bool = False) -> bool:
        """Go to the first frame with something left to rate; return False when there is none.

        Parameters
        ----------
        after_current : bool
            Look behind the current frame first, then from the beginning.
        """
        start = self._index + 1 if after_current else 0
        order = (*range(start, len(self.frames)), *range(start))
        for index in order:
            if not self.is_complete(self.frames[index]):
                self._index = index
                self._focus_first_unrated()
                return True
        return False

    def resume(self, frame: SampleFrame | None) -> None:
        """Go to where a coder stopped: the frame rated last, or the first behind it that is not done."""
        if frame in self._where:
            self.go_to(frame)
            if self.is_complete(frame):
                self.go_to_first_incomplete(after_current=True)

    def go_to_next_unsure(self) -> bool:
        """Go to the next rating that is marked as unsure, from the beginning after the last."""
        places = [
            (index, row)
            for index, frame in enumerate(self.frames)
            for row, au in enumerate(self.aus)
            if (cell := self.cell(frame, au)) is not None and cell.unsure
        ]
        if not places:
            return False
        here = (self._index, self._focus)
        self._index, self._focus = next((place for place in places if place > here), places[0])
        return True

    def move_focus(self, rows: int) -> None:
        """Move the focus up or down the action units; it stops at the ends."""
        self._focus = min(max(self._focus + rows, 0), len(self.aus) - 1)

    def focus_next(self) -> None:
        """Focus the next action unit; from the last one, the first that is not rated, if any."""
        if self._focus + 1 < len(self.aus):
            self._focus += 1
        elif self.frame is not None and not self.is_complete(self.frame):
            self._focus_first_unrated()

    def _focus_first_unrated(self) -> None:
        cells = self.cells()
        self._focus = next((i for i, cell in enumerate(cells) if cell is None), 0)

    # ---- what an edit would change

    def rate_focused(self, value: int | None) -> list[CellChange]:
        """Return the change that gives the focused action unit a value (None = not codable)."""
        frame = self.frame
        if frame is None:
            return []
        return self._changes(frame, {self.focused_au: Cell(value)})

    def toggle_unsure(self) -> list[CellChange]:
        """Return the change that marks a rating as unsure, or takes the mark away."""
        rated = self._rated_last()
        if rated is None:
            return []
        frame, au, cell = rated
        return self._changes(frame, {au: replace(cell, unsure=not cell.unsure)})

    def toggle_side(self, side: Side) -> list[CellChange]:
        """Return the change that says on which side a rating holds, or that it holds on both again.

        What is absent or not codable has no side.
        """
        rated = self._rated_last()
        if rated is None:
            return []
        frame, au, cell = rated
        if not cell.value:
            return []
        return self._changes(frame, {au: replace(cell, side=None if cell.side == side else side)})

    def _rated_last(self) -> tuple[SampleFrame, int, Cell] | None:
        """Return the focused rating; when that is still empty, the one given last in this frame.

        Rating moves the focus on before a coder can say more about what they just rated.
        """
        frame = self.frame
        if frame is None:
            return None
        au = self.focused_au
        if self.cell(frame, au) is None and self._last_edit is not None and self._last_edit[0] == frame:
            au = self._last_edit[1]
        cell = self.cell(frame, au)
        return None if cell is None else (frame, au, cell)

    def not_visible(self, code: int) -> list[CellChange]:
        """Return the changes that a visibility code (70 to 74) makes: what it hides is not codable."""
        frame = self.frame
        if frame is None:
            return []
        hidden = VISIBILITY_CODES[code].aus
        return self._changes(frame, {au: Cell(None, code=code) for au in self.aus if au in hidden})

    def clear_focused(self) -> list[CellChange]:
        """Return the change that takes the rating of the focused action unit away."""
        frame = self.frame
        cell = self.cell(frame, self.focused_au) if frame else None
        if frame is None or cell is None:
            return []
        return [CellChange(frame, self.focused_au, cell, None)]

    def zero_the_rest(self) -> list[CellChange]:
        """Return the changes that rate every unrated action unit of this frame as 0 (absent)."""
        frame = self.frame
        if frame is None:
            return []
        return self._changes(frame, {au: Cell(0) for au in self.aus if self.cell(frame, au) is None})

    def copy_previous(self) -> list[CellChange]:
        """Return the changes that copy the ratings of the frame before in coding order."""
        frame = self.frame
        if frame is None or self._index == 0:
            return []
        before = self.frames[self._index - 1]
        source = {au: self.cell(before, au) for au in self.aus}
        return self._changes(frame, {au: cell for au, cell in source.items() if cell is not None})

    def _changes(self, frame: SampleFrame, cells: dict[int, Cell]) -> list[CellChange]:
        return [
            CellChange(frame, au, self.cell(frame, au), cell)
            for au, cell in cells.items()
            if self.cell(frame, au) != cell
        ]

    def apply(self, change: CellChange) -> None:
        """Take over a change that is on disk."""
        key = (change.frame, change.au)
        self._last_edit = key
        was_rated = key in self._cells
        if change.after is None:
            self._cells.pop(key, None)
        else:
            self._cells[key] = change.after
        if change.frame in self._left and change.au in self.aus:
            self._left[change.frame] += int(was_rated) - int(change.after is not None)

    def apply_note(self, frame: SampleFrame, text: str) -> None:
        """Take over a note that is on disk; an empty one removes it."""
        if text:
            self._notes[frame] = text
        else:
            self._notes.pop(frame, None)
