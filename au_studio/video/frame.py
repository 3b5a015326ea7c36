"""A decoded frame, and how it is made of the picture that the decoder gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from au_studio.video.colour import hdr_name, tone_mapped
from au_studio.video.index import VideoIndex
from au_studio.video.shapes import fitted, shape_at


@dataclass(frozen=True, eq=False)
class Frame:
    """One decoded frame.

    Attributes
    ----------
    position : int
        Row in the recording's `VideoIndex`.
    pts : int
        Presentation timestamp, in units of the index's time base; identifies the frame within its recording.
    time : float
        The same in seconds.
    image : ndarray of uint8, shape (H, W, 3)
        RGB, upright, in square pixels, C-contiguous, read-only because readers share it.
    """

    position: int
    pts: int
    time: float
    image: npt.NDArray[np.uint8]


def frame_of(index: VideoIndex, row: int, picture: Any) -> Frame:
    """Return the frame at a row of a recording's index, upright, in its colours on a usual screen.

    Parameters
    ----------
    index : VideoIndex
        Of the recording.
    row : int
        Position of the frame.
    picture : av.VideoFrame
        As the decoder gives it.
    """
    if hdr_name(picture):
        picture = tone_mapped(picture)
    orientation = shape_at(index.shapes, row).orientation
    image = fitted(picture, orientation, index.pixel_aspect, (index.width, index.height))
    image.flags.writeable = False
    return Frame(row, int(index.pts[row]), float(index.times[row]), image)
