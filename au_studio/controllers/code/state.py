"""What the coding page shows, as one frozen value made from the session: no Qt, no disk."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from au_studio.coding.session import Cell, CodingSession, FrameOrder, SampleFrame
from au_studio.facs.incompatible import Hint


class Situation(StrEnum):
    """What stands between the coder and the next frame."""

    NO_STUDY = "no study"
    NO_CODER = "no coder"
    NO_SAMPLE = "no sample"
    NO_FRAMES = "no frames for this coder"
    CODING = "coding"


@dataclass(frozen=True)
class CodingProgress:
    """How far the coder is.

    Attributes
    ----------
    frames_done, frames : int
        Complete frames, and all frames of the sample.
    ratings_done : int
        Ratings given, "not codable" included.
    pace : float or None
        Seconds per frame; None when too little is coded to say.
    """

    frames_done: int
    frames: int
    ratings_done: int
    pace: float | None

    @property
    def frames_left(self) -> int:
        """Frames with something left to rate."""
        return self.frames - self.frames_done

    @property
    def seconds_left(self) -> float | None:
        """Coding time left at this pace; None while the pace is unknown."""
        return None if self.pace is None else self.pace * self.frames_left


@dataclass(frozen=True)
class CodingState:
    """Everything on the coding page but the pictures.

    Attributes
    ----------
    situation : Situation
        Whether there is something to code, and what is missing if not.
    coders : tuple of (id, name)
        The study's coders.
    coder_id : str or None
        Who is rating.
    order : {"random", "chronological"}
        The order of the frames.
    frame : SampleFrame or None
        The frame on the page.
    place : int
        Its place in the coding order, from 0.
    recording_name : str
        The file it is from.
    aus : tuple of int
        Action units in the order in which they are rated.
    cells : tuple of (Cell or None)
        Ratings of this frame, one per action unit; None = not rated.
    focus : int
        Place of the focused action unit in `aus`.
    progress : CodingProgress
        How far the coder is.
    note : str
        The coder's note on this frame; often empty.
    hints : tuple of Hint
        Combinations of ratings in this frame that are worth a second look.
    reference_name : str
        The file that the neutral reference of this person is from; empty when there is none.
    undo_text, redo_text : str
        What undo and redo would do; empty when there is nothing.
    message : str
        What just happened, when it is not plain to see; often empty.
    """

    situation: Situation
    coders: tuple[tuple[str, str], ...] = ()
    coder_id: str | None = None
    order: FrameOrder = "random"
    frame: SampleFrame | None = None
    place: int = 0
    recording_name: str = ""
    aus: tuple[int, ...] = ()
    cells: tuple[Cell | None, ...] = ()
    focus: int = 0
    progress: CodingProgress = CodingProgress(0, 0, 0, None)
    note: str = ""
    hints: tuple[Hint, ...] = ()
    reference_name: str = ""
    undo_text: str = ""
    redo_text: str = ""
    message: str = ""

    @property
    def frame_complete(self) -> bool:
        """Whether every action unit of this frame is rated."""
        return bool(self.cells) and all(cell is not None for cell in self.cells)

    @property
    def finished(self) -> bool:
        """Whether every frame of the sample is rated."""
        return self.progress.frames > 0 and self.progress.frames_left == 0


def progress_of(session: CodingSession, pace: float | None) -> CodingProgress:
    """Return how far a session is."""
    return CodingProgress(session.frames_done, len(session.frames), session.ratings_done, pace)
