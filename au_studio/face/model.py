"""What is known about a face in one frame, and whose face it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]
"""A picture: uint8 ``[H, W, 3]``, RGB, upright."""


class Planar(Protocol):
    """An upright picture of which parts are made RGB when they are asked for."""

    whole: Callable[[], Image]
    """Makes the RGB picture."""

    @property
    def y(self) -> NDArray[np.uint8]:
        """Brightness, uint8 ``[H, W]``."""
        ...

    @property
    def shape(self) -> tuple[int, int, int]:
        """Shape of the RGB picture."""
        ...

    def part(self, x0: int, y0: int, x1: int, y1: int) -> Image:
        """Return a part in RGB; it must lie inside and not be empty."""
        ...


Picture = Image | Planar
"""A picture of which only parts may be needed in RGB."""


def rgb_of(picture: Picture) -> Image:
    """Return a whole picture in RGB."""
    return picture if isinstance(picture, np.ndarray) else picture.whole()


def part_of(picture: Picture, x0: int, y0: int, x1: int, y1: int) -> Image:
    """Return a part of a picture in RGB; it must lie inside and not be empty."""
    return picture[y0:y1, x0:x1] if isinstance(picture, np.ndarray) else picture.part(x0, y0, x1, y1)


Points = NDArray[np.float32]
"""Positions in a picture: float32 ``[N, 2]``, x to the right and y downwards, in pixels."""


@dataclass(frozen=True, eq=False)
class Face:
    """One face in one picture.

    Attributes
    ----------
    box : float32[4]
        Extent of the landmarks: x0, y0, x1, y1 in pixels; may reach over the picture's border.
    landmarks : float32[L, 2]
        Landmarks in pixels, in the order of the backend that found them.
    anchors : float32[3, 2]
        Centre of the right eye (the subject's right: left in the picture), centre of the left eye, base of
        the nose, in pixels; the crop is aligned to them.
    score : float
        How sure the landmark network is that this is a face, 0 to 1.
    """

    box: NDArray[np.float32]
    landmarks: Points
    anchors: Points
    score: float

    @property
    def area(self) -> float:
        """Area of the box in square pixels."""
        return float(max(self.box[2] - self.box[0], 0.0) * max(self.box[3] - self.box[1], 0.0))


@dataclass(frozen=True, eq=False)
class TrackedFace:
    """A face that belongs to a person.

    Attributes
    ----------
    person : int
        The person's number in this recording, from 0 in order of appearance.
    face : Face
        The face in this frame.
    new_track : bool
        True on the first frame of an unbroken run (first seen, back after a loss, or after a scene cut):
        whatever remembers earlier frames must start again.
    """

    person: int
    face: Face
    new_track: bool


def extent(points: Points) -> NDArray[np.float32]:
    """Return the smallest upright box around points as float32 ``(x0, y0, x1, y1)``."""
    return np.concatenate([points.min(axis=0), points.max(axis=0)]).astype(np.float32)


def overlap(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    """Return intersection over union of two boxes ``(x0, y0, x1, y1)``, 0 to 1."""
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    common = float(width * height)
    both = float((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]))
    return common / max(both - common, 1e-9)
