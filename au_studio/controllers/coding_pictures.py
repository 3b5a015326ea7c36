"""The pictures that a coder looks at: the whole frame, and the face, upright and large."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from au_studio.controllers.coding_session import SampleFrame
from au_studio.face import align
from au_studio.face.model import Face, Image
from au_studio.face.opencv import cv2

_TEMPLATE_SIDE = 448
_MARGIN = 32
FACE_SIDE = _TEMPLATE_SIDE + 2 * _MARGIN
"""Side of the large face in pixels: the model's template at 3.5 times its size, and a little more
around it, so that a chin that drops or a head that moves stays in view."""


@dataclass(frozen=True, eq=False)
class FramePictures:
    """What is shown for one sampled frame.

    Attributes
    ----------
    frame : SampleFrame
        The frame.
    time : float
        Its presentation time in seconds.
    position : int
        Its place in the recording, from 0.
    full : uint8[H, W, 3]
        The whole picture, RGB, upright.
    face : uint8[FACE_SIDE, FACE_SIDE, 3] or None
        The face, aligned and enlarged; None when none was found.
    outline : float32[4, 2] or None
        Corners of the face picture in `full`, clockwise from the upper left.
    """

    frame: SampleFrame
    time: float
    position: int
    full: Image
    face: Image | None
    outline: NDArray[np.float32] | None


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


def face_transform(face: Face) -> NDArray[np.float32]:
    """Return the transform from picture pixels to the large face picture, float32[2, 3]."""
    transform: NDArray[np.float32] = align.similarity(face.anchors, _TEMPLATE_SIDE, _MARGIN)
    return transform


def face_picture(image: Image, transform: NDArray[np.float32]) -> Image:
    """Cut the face out, enlarged smoothly or reduced without aliasing.

    Parameters
    ----------
    image : uint8[H, W, 3]
        RGB picture.
    transform : float32[2, 3]
        From `face_transform`.

    Returns
    -------
    uint8[FACE_SIDE, FACE_SIDE, 3]
        RGB; black where the picture ends.
    """
    if math.hypot(float(transform[0, 0]), float(transform[1, 0])) <= 1.0:
        return align.warp(image, transform, FACE_SIDE)
    enlarged = cv2.warpAffine(
        image, transform, (FACE_SIDE, FACE_SIDE), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT
    )
    return np.asarray(enlarged, dtype=np.uint8)


def outline(transform: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the corners of the face picture in the frame, float32[4, 2], clockwise from the upper left."""
    inverse = cv2.invertAffineTransform(transform)
    side = float(FACE_SIDE)
    corners = np.array([[0, 0], [side, 0], [side, side], [0, side]], dtype=np.float64)
    found: NDArray[np.float32] = (corners @ inverse[:, :2].T + inverse[:, 2]).astype(np.float32)
    return found


def fit_within(image: Image, side: int) -> Image:
    """Reduce a picture so that its longer side is at most `side` pixels; smaller ones stay as they are."""
    height, width = image.shape[:2]
    scale = side / max(height, width)
    if scale >= 1:
        return image
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
