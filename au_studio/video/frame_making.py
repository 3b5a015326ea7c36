"""From a decoded picture to a frame: upright, in square pixels, in RGB or in the planes it is made of."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt
from av.video.reformatter import VideoReformatter

from au_studio.video.colour import hdr_name, tone_mapped
from au_studio.video.frame import Frame
from au_studio.video.index import VideoIndex
from au_studio.video.orientation import UPRIGHT
from au_studio.video.planes import Planes, has_planes, three_planes
from au_studio.video.shapes import fitted, shape_at


class FrameMaker:
    """Makes the frames of one recording.

    Parameters
    ----------
    index : VideoIndex
        Of the recording.
    planes : bool
        Give frames in planes where the recording has any, for those who need RGB of a part only.
    """

    def __init__(self, index: VideoIndex, *, planes: bool) -> None:
        self._index, self._planes = index, planes
        # One for those who make frames, one for those who make RGB of planes, maybe in another thread.
        self._making, self._reformatter = VideoReformatter(), VideoReformatter()

    def of(self, row: int, picture: Any) -> Frame:
        """Return the frame of a row of the index, made of its decoded picture (``av.VideoFrame``)."""
        index = self._index
        if hdr_name(picture):
            picture = tone_mapped(picture)
        orientation = shape_at(index.shapes, row).orientation
        size = (index.width, index.height)

        def whole(reformatter: VideoReformatter) -> npt.NDArray[np.uint8]:
            image = fitted(
                three_planes(picture, reformatter), orientation, index.pixel_aspect, size, reformatter
            )
            image.flags.writeable = False
            return image

        as_stored = orientation == UPRIGHT and (picture.width, picture.height) == size
        wanted = self._planes and as_stored and has_planes(picture)
        shown = (
            Planes(picture, partial(whole, self._reformatter), self._reformatter)
            if wanted
            else whole(self._making)
        )
        return Frame(row, int(index.pts[row]), float(index.times[row]), shown)
