"""The pictures that a coder looks at: the whole frame, and the face, upright and large."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from au_studio.coding.session import SampleFrame
from au_studio.face import align
from au_studio.face.model import Face, Image
from au_studio.face.opencv import cv2

_TEMPLATE_SIDE = 448
_MARGIN = 32
FACE_SIDE = _TEMPLATE_SIDE + 2 * _MARGIN
"""Least side of the large face in pixels: the model's template at 3.5 times its size, and a little more
around it, so that a chin that drops or a head that moves stays in view."""

MAX_FACE_SIDE = 768
"""Largest side, for faces with that much detail: more than a page shows, and two seconds of context fit in
memory."""


@dataclass(frozen=True, eq=False)
class FramePictures:
    """What is shown for one sampled frame.

    Attributes
    ----------
    frame : SampleFrame
        The frame.
    time : float
        When it is shown, in seconds since the recording's first frame.
    position : int
        Its place in the recording, from 0.
    full : uint8[H, W, 3]
        The whole picture, RGB, upright.
    face : uint8[S, S, 3] or None
        The face, aligned and enlarged, `FACE_SIDE` to `MAX_FACE_SIDE` wide; None when none was found.
    outline : float32[4, 2] or None
        Corners of the face picture in `full`, clockwise from the upper left.
    """

    frame: SampleFrame
    time: float
    position: int
    full: Image
    face: Image | None
    outline: NDArray[np.float32] | None

    @property
    def nbytes(self) -> int:
        """Bytes that the pictures take."""
        return self.full.nbytes + (0 if self.face is None else self.face.nbytes)


@dataclass(frozen=True, eq=False)
class ContextLoop:
    """The second before and after a sampled frame.

    Attributes
    ----------
    frame : SampleFrame
        The frame in the middle.
    pts : tuple of int
        Timestamps of the pictures, in the recording's time base.
    offsets : tuple of float
        Seconds from the sampled frame, rising; one of them is 0.
    pictures : tuple of uint8[S, S, 3]
        The same part of the picture as the sampled frame's face (or the whole frame), so that the
        head moves as it did.
    """

    frame: SampleFrame
    pts: tuple[int, ...]
    offsets: tuple[float, ...]
    pictures: tuple[Image, ...]


@dataclass(frozen=True, eq=False)
class FaceCut:
    """Where the large face picture is cut out.

    Attributes
    ----------
    transform : float32[2, 3]
        From pixels of the frame to pixels of the face picture.
    side : int
        Side of the face picture in pixels.
    """

    transform: NDArray[np.float32]
    side: int

    def picture(self, image: Image) -> Image:
        """Cut the face out of a frame, enlarged smoothly or reduced without aliasing.

        Parameters
        ----------
        image : uint8[H, W, 3]
            RGB picture.

        Returns
        -------
        uint8[side, side, 3]
            RGB; black where the picture ends.
        """
        if _scale_of(self.transform) <= 1.0:
            return align.warp(image, self.transform, self.side)
        size = (self.side, self.side)
        enlarged = cv2.warpAffine(
            image, self.transform, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT
        )
        return np.asarray(enlarged, dtype=np.uint8)

    def outline(self) -> NDArray[np.float32]:
        """Return the corners of the face picture in the frame, float32[4, 2], clockwise."""
        inverse = cv2.invertAffineTransform(self.transform)
        side = float(self.side)
        corners = np.array([[0, 0], [side, 0], [side, side], [0, side]], dtype=np.float64)
        found: NDArray[np.float32] = (corners @ inverse[:, :2].T + inverse[:, 2]).astype(np.float32)
        return found


def face_cut(face: Face) -> FaceCut:
    """Return where to cut a face out: as large as it is in the frame, within the limits."""
    transform: NDArray[np.float32] = align.similarity(face.anchors, _TEMPLATE_SIDE, _MARGIN)
    side = round(min(max(FACE_SIDE / _scale_of(transform), FACE_SIDE), MAX_FACE_SIDE))
    return FaceCut((transform * (side / FACE_SIDE)).astype(np.float32), side)


def _scale_of(transform: NDArray[np.float32]) -> float:
    return math.hypot(float(transform[0, 0]), float(transform[1, 0]))


def fit_within(image: Image, side: int) -> Image:
    """Reduce a picture so that its longer side is at most `side` pixels; smaller ones stay as they are."""
    height, width = image.shape[:2]
    scale = side / max(height, width)
    if scale >= 1:
        return image
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
