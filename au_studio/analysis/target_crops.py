"""From the faces of a frame to what the network needs: the target's crop, and where time starts anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from au_studio.face.align import CROP_SIZE, crop_face
from au_studio.face.model import Image, TrackedFace
from au_studio.face.target import TargetPerson
from au_studio.video.reader import Frame


@dataclass(frozen=True, eq=False)
class LocatedFrame:
    """A frame after face tracking; it holds the crop and no longer the picture.

    Attributes
    ----------
    position, pts, time
        As in `au_studio.video.reader.Frame`.
    faces : tuple of TrackedFace
        Every face found.
    target : TrackedFace or None
        The target person's face; None when it was not found.
    crop : uint8[S, S, 3] or None
        The aligned face, RGB; None when `target` is.
    restart : bool
        True where the temporal state must start anew: the track is new, the target person is another one,
        or the frame before had no target face.
    """

    position: int
    pts: int
    time: float
    faces: tuple[TrackedFace, ...]
    target: TrackedFace | None
    crop: Image | None
    restart: bool


class TargetCropper:
    """Picks the target person in every frame, in order, and cuts the aligned face out.

    Parameters
    ----------
    target_person : int or None
        The person to follow; None follows the one with the largest summed box area so far.
    size, margin : int
        As in `au_studio.face.align.crop_face`.
    """

    def __init__(self, target_person: int | None = None, *, size: int = CROP_SIZE, margin: int = 0) -> None:
        self._chosen = target_person
        self._size = size
        self._margin = margin
        self.reset()

    def reset(self) -> None:
        """Forget the past: the next frame is the first."""
        self._policy = TargetPerson(self._chosen)
        self._previous: int | None = None

    @property
    def memory(self) -> dict[str, Any]:
        """Everything that is remembered of earlier frames; put back, the next frame follows on them."""
        return {"policy": self._policy, "previous": self._previous}

    @memory.setter
    def memory(self, memory: Mapping[str, Any]) -> None:
        self._policy, self._previous = memory["policy"], memory["previous"]

    def locate(self, frame: Frame, faces: Sequence[TrackedFace]) -> LocatedFrame:
        """Return the frame with its target face cropped.

        Parameters
        ----------
        frame : Frame
            The next frame in the order of time.
        faces : sequence of TrackedFace
            The faces found in it.
        """
        target, restart = self.skip(faces)
        crop = None if target is None else crop_face(frame.shown, target.face, self._size, self._margin)
        return LocatedFrame(frame.position, frame.pts, frame.time, tuple(faces), target, crop, restart)

    def skip(self, faces: Sequence[TrackedFace]) -> tuple[TrackedFace | None, bool]:
        """Pick the target face of the next frame without its picture.

        Returns
        -------
        target : TrackedFace or None
            None when the target person's face was not found.
        restart : bool
            Whether the temporal state must start anew at this frame.
        """
        target = self._policy.update(faces)
        restart = target is not None and (target.new_track or target.person != self._previous)
        self._previous = None if target is None else target.person
        return target, restart
