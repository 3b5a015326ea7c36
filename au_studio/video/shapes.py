"""A recording whose picture changes its size or orientation on the way, shown in one size throughout.

Video calls lower and raise their resolution, a phone is turned, recordings are joined. Every picture is
fitted into the size that most frames have, without distortion, with black beside it.
"""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
from av.video.reformatter import VideoReformatter

from au_studio.texts import joined, sentence, sentence_n
from au_studio.video.aspect import squared_width
from au_studio.video.orientation import UPRIGHT, Orientation, orientation_of

Image = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Shape:
    """What stored pictures look like from one row on.

    Attributes
    ----------
    row : int
        The first frame of this shape.
    width, height : int
        Of the stored picture, in its own pixels.
    orientation : Orientation
        How it is brought upright.
    """

    row: int
    width: int
    height: int
    orientation: Orientation = UPRIGHT

    def upright_size(self, aspect: Fraction) -> tuple[int, int]:
        """Return width and height on the screen, in square pixels; `aspect` as in `pixel_aspect`."""
        width, height = squared_width(self.width, aspect), self.height
        return (height, width) if self.orientation.lies else (width, height)


_WITH_NOTES = ("h264", "hevc", "vvc", "mjpeg")
"""Codings that can say in the middle how pictures are turned; those of others say it once, in their file."""


class Shapes:
    """Collects the shapes of decoded pictures in their order.

    Parameters
    ----------
    coding : str
        What codes the pictures, by libav's name, where all of them are looked at.
    """

    def __init__(self, coding: str = "") -> None:
        self.found: list[Shape] = []
        self._said_once = coding not in ("", *_WITH_NOTES)
        self._turned = 0.0

    def see(self, row: int, picture: Any) -> None:
        """Take in the picture of a row; one without a note of its own is held as the one before."""
        before = self.found[-1] if self.found else None
        orientation = before.orientation if before is not None else UPRIGHT
        if before is None or self._may_say_more(picture):
            orientation = orientation_of(picture) or orientation
        self._turned = picture.rotation
        shape = Shape(row, picture.width, picture.height, orientation)
        if before is None or (shape.width, shape.height, orientation) != (
            before.width,
            before.height,
            before.orientation,
        ):
            self.found.append(shape)

    def _may_say_more(self, picture: Any) -> bool:
        """Tell whether a note may go with a picture that changes anything.

        PyAV holds a picture whose notes were looked at, all of its pixels, until Python collects cycles: 100
        frames of 1920x1080 were 300 MB. A note in the middle comes with a key frame.
        """
        return picture.rotation != self._turned or (bool(picture.key_frame) and not self._said_once)


def shape_at(shapes: Sequence[Shape], row: int) -> Shape:
    """Return the shape that a row has; `shapes` are in order."""
    if not shapes:
        return Shape(0, 0, 0)
    return shapes[max(0, bisect.bisect_right(shapes, row, key=lambda shape: shape.row) - 1)]


def shown_size(shapes: Sequence[Shape], n_frames: int, aspect: Fraction) -> tuple[int, int]:
    """Return the upright size that most frames have (the earlier one of two), in square pixels."""
    frames: Counter[tuple[int, int]] = Counter()
    ends = [shape.row for shape in shapes[1:]] + [n_frames]
    for shape, end in zip(shapes, ends, strict=True):
        frames[shape.upright_size(aspect)] += end - shape.row
    return frames.most_common(1)[0][0]


def fitted(
    picture: Any,
    orientation: Orientation,
    aspect: Fraction,
    size: tuple[int, int],
    reformatter: VideoReformatter | None = None,
) -> Image:
    """Return a decoded picture upright, in square pixels, in the middle of the size that is shown.

    Parameters
    ----------
    picture : av.VideoFrame
        Anything that converts to RGB.
    orientation : Orientation
        How it is brought upright.
    aspect : Fraction
        Width over height of its stored pixels.
    size : (int, int)
        Width and height of the result.
    reformatter : VideoReformatter, optional
        Converts; one that is kept from picture to picture saves a third of the time. For one thread.

    Returns
    -------
    uint8 [H, W, 3]
        RGB, C-contiguous. Black where the picture does not reach.
    """
    width, height = Shape(0, picture.width, picture.height, orientation).upright_size(aspect)
    if (width, height) != size:
        scale = min(size[0] / width, size[1] / height)
        width, height = max(1, round(width * scale)), max(1, round(height * scale))
    stored = (height, width) if orientation.lies else (width, height)
    # Colours and size change in one step; one thread: the decoder has the rest.
    converted = (reformatter or VideoReformatter()).reformat(
        picture, format="rgb24", width=stored[0], height=stored[1], threads=1
    )
    image = np.asarray(converted.to_ndarray(), np.uint8)
    upright = orientation.applied(image)
    if (width, height) == size:
        return upright
    whole = np.zeros((size[1], size[0], 3), np.uint8)
    left, top = (size[0] - width) // 2, (size[1] - height) // 2
    whole[top : top + height, left : left + width] = upright
    return whole


def shape_notices(
    shapes: Sequence[Shape], times: npt.NDArray[np.float64], aspect: Fraction, size: tuple[int, int]
) -> list[str]:
    """Say how the pictures are brought upright and fitted; nothing about an ordinary recording.

    Parameters
    ----------
    shapes : sequence of Shape
        Of the recording.
    times : float64[T]
        Seconds of its frames.
    aspect, size
        See `fitted`.
    """
    notices: list[str] = []
    first = shapes[0]
    if first.orientation.words():
        notices.append(sentence("{done}, as the camera noted", done=first.orientation.words()))
    changes: list[str] = []
    for before, shape in pairwise(shapes):
        what: list[str] = []
        if shape.orientation != before.orientation:
            what.append(shape.orientation.words() or sentence("not turned any more"))
        if (shape.width, shape.height) != (before.width, before.height):
            what.append(f"{shape.width} × {shape.height}")
        both = what[0] if len(what) == 1 else sentence("{one} and {other}", one=what[0], other=what[1])
        seconds = f"{times[shape.row] - times[0]:.2f}"
        changes.append(sentence("{what} from {seconds} s on", what=both, seconds=seconds))
    if changes:
        left_out = len(changes) - _NAMED
        named = changes[:_NAMED]
        if left_out > 0:
            named.append(sentence_n("and {n} more change", "and {n} more changes", left_out))
        notices.append(
            sentence(
                "the picture changes on the way: {first} first, {changes}; everything is fitted into {size}",
                first=f"{first.width} × {first.height}",
                changes=joined(named, "; "),
                size=f"{size[0]} × {size[1]}",
            )
        )
    return notices


_NAMED = 6
