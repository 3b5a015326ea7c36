"""A decoded picture as it lies in the decoder's memory, of which parts are made RGB when they are asked for.

Who looks at one face needs the RGB of that face alone. What is made of a part is, pixel by pixel, what would
have been made of the whole picture.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import av
import numpy as np
import numpy.typing as npt
from av.video.reformatter import VideoReformatter

Image = npt.NDArray[np.uint8]

_FULL_RANGE = 2  # AVCOL_RANGE_JPEG

FORMATS = frozenset({"yuv420p", "yuvj420p"})
"""libav's names of the formats that are taken: 8 bits, colour at half size, as in nearly all recordings."""

PAIRED = "nv12"
"""libav's name of the form in which graphics cards hand such pictures over: the two colours in pairs."""

LARGE = 1280 * 720
"""Pixels from which on parts are made. Milliseconds for the whole picture, and for the square around a face a
quarter or half as high as it: .1 and .04 or .1 at 640x480; 1 and .1 or .6 at 1920x1080; 5 and .7 or 3 at
3840x2160. Small pictures gain nothing: their squares are made, too, and cut out, for each frame."""


class Planes:
    """An upright picture in planes; for one thread.

    Parameters
    ----------
    picture : av.VideoFrame
        One for which `has_planes` is True; it is not changed.
    whole : callable
        Makes the RGB picture, uint8[H, W, 3].
    reformatter : VideoReformatter
        Of the thread; kept from picture to picture, because making one takes as long as using it.
    """

    def __init__(self, picture: Any, whole: Callable[[], Image], reformatter: VideoReformatter) -> None:
        self._picture = picture
        self._planes = channels(picture)
        self._reformatter = reformatter
        self._part: tuple[tuple[int, int, int, int], Image] | None = None
        self.whole = whole

    @property
    def y(self) -> npt.NDArray[np.uint8]:
        """Brightness, uint8[H, W]: the decoder's memory, not to be written to."""
        return self._planes[0]

    @property
    def shape(self) -> tuple[int, int, int]:
        """Shape of the RGB picture."""
        return (self._picture.height, self._picture.width, 3)

    @property
    def nbytes(self) -> int:
        """Bytes that the planes take."""
        return sum(plane.nbytes for plane in self._planes)

    def part(self, x0: int, y0: int, x1: int, y1: int) -> Image:
        """Return a part of the RGB picture, uint8[y1 - y0, x1 - x0, 3]; it must lie inside and not be empty.

        The last part is kept: what lies inside it costs nothing.
        """
        kept = self._part
        if kept is None or x0 < kept[0][0] or y0 < kept[0][1] or x1 > kept[0][2] or y1 > kept[0][3]:
            # Colour lies in cells of two by two.
            box = (x0 // 2 * 2, y0 // 2 * 2, (x1 + 1) // 2 * 2, (y1 + 1) // 2 * 2)
            kept = self._part = (box, self._made(box))
        (left, top, _, _), image = kept
        return image[y0 - top : y1 - top, x0 - left : x1 - left]

    def _made(self, box: tuple[int, int, int, int]) -> Image:
        left, top, right, bottom = box
        part = av.VideoFrame(right - left, bottom - top, _form(self._picture))
        part.colorspace, part.color_range = self._picture.colorspace, self._picture.color_range
        for plane, rows, cell in zip(part.planes, self._planes, (1, 2, 2), strict=True):
            plane_rows(plane)[:] = rows[top // cell : bottom // cell, left // cell : right // cell]
        return np.asarray(self._reformatter.reformat(part, format="rgb24", threads=1).to_ndarray(), np.uint8)


def has_planes(picture: Any) -> bool:
    """Tell whether a decoded picture, an av.VideoFrame, is large, and one that `Planes` takes."""
    return (
        picture.width * picture.height >= LARGE
        and (picture.format.name in FORMATS or picture.format.name == PAIRED)
        and picture.width % 2 == picture.height % 2 == 0
        and all(plane.line_size >= plane.width for plane in picture.planes)
        and hasattr(type(picture), "colorspace")
    )


def three_planes(picture: Any, reformatter: VideoReformatter) -> Any:
    """Return a picture with its colours in planes of their own, if they come in pairs; any other as it is.

    Parameters
    ----------
    picture : av.VideoFrame
        As a decoder gives it.
    reformatter : VideoReformatter
        Of the thread.
    """
    if picture.format.name != PAIRED:
        return picture
    made = reformatter.reformat(picture, format=_form(picture), threads=1)
    # Two names of one matrix are made one by PyAV.
    made.colorspace, made.color_range = picture.colorspace, picture.color_range
    return made


def channels(picture: Any, sample: int = 1) -> list[npt.NDArray[np.uint8]]:
    """Return the bytes of brightness and of both colours, uint8[rows, columns * sample] each, not copied.

    Parameters
    ----------
    picture : av.VideoFrame
        In planes, or with its colours in pairs of 8 bits.
    sample : int
        Bytes that a pixel takes in a plane.
    """
    if picture.format.name != PAIRED:
        return [plane_rows(plane, sample) for plane in picture.planes]
    brightness, pairs = picture.planes
    colours = plane_rows(pairs, 2)
    return [plane_rows(brightness), colours[:, 0::2], colours[:, 1::2]]


def _form(picture: Any) -> str:
    """Return the form with planes of their own that holds the same numbers."""
    if picture.format.name != PAIRED:
        return str(picture.format.name)
    return "yuvj420p" if int(picture.color_range) == _FULL_RANGE else "yuv420p"


def plane_rows(plane: Any, sample: int = 1) -> npt.NDArray[np.uint8]:
    """Return the bytes of a plane, uint8[height, width * sample], in its own memory.

    Parameters
    ----------
    plane : av.video.plane.VideoPlane
        Of a picture whose lines lie from top to bottom.
    sample : int
        Bytes that a pixel of it takes.
    """
    lines = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)
    return lines[: plane.height, : plane.width * sample]
