"""Faces to draw over the picture, for the frames looked at lately."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

CAPACITY = 20_000
"""Frames whose faces are kept in memory (about 1 kB a face)."""


@dataclass(frozen=True, eq=False)
class SeenFace:
    """One face to draw.

    Attributes
    ----------
    person : int
        The person's number in the recording, from 0.
    box : float32[4]
        x0, y0, x1, y1 in pixels of the picture.
    contour : float32[P, 2]
        Points of the contour lines, in pixels of the picture.
    """

    person: int
    box: NDArray[np.float32]
    contour: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class FrameFaces:
    """The faces of one frame; `provisional` when persons may still be numbered differently."""

    faces: tuple[SeenFace, ...]
    provisional: bool


class SeenFaces:
    """Faces by frame; the ones put first are forgotten first."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self._frames: OrderedDict[int, FrameFaces] = OrderedDict()

    def put(self, position: int, faces: FrameFaces) -> None:
        """Keep the faces of one frame."""
        self._frames.pop(position, None)
        self._frames[position] = faces
        while len(self._frames) > self._capacity:
            self._frames.popitem(last=False)

    def get(self, position: int) -> FrameFaces | None:
        """Return the faces of one frame; None when they are not known (any more)."""
        return self._frames.get(position)

    def clear(self) -> None:
        """Forget everything."""
        self._frames.clear()
