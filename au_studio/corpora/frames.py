"""Frames of a recording one after the other, from a video or from numbered pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from au_studio.corpora.labelled import CorpusError
from au_studio.face.opencv import cv2
from au_studio.video.index import VideoIndex
from au_studio.video.reader import FrameReader

PICTURE = re.compile(r".*?(\d+)\.(jpe?g|png|bmp)", re.IGNORECASE)
"""A picture whose name ends in its number."""

_GAP = 2.5
"""A step in the numbers that is this many times the usual one is a gap: time starts anew behind it."""


@dataclass(frozen=True, eq=False)
class NumberedFrame:
    """One frame with the number that labels know it by.

    Attributes
    ----------
    number : int
        From 1 in a video; a picture's own number.
    time : float
        Seconds.
    image : ndarray of uint8
        RGB, [H, W, 3].
    after_gap : bool
        Frames are missing before this one.
    """

    number: int
    time: float
    image: npt.NDArray[np.uint8]
    after_gap: bool


def video_frames(index: VideoIndex) -> Iterator[NumberedFrame]:
    """Yield the frames of a video, numbered from 1.

    Raises
    ------
    au_studio.video.errors.VideoError
        If the video cannot be read to its end.
    """
    expected = 0
    with FrameReader(index) as reader:
        for frame in reader.frames():
            yield NumberedFrame(frame.position + 1, frame.time, frame.image, frame.position != expected)
            expected = frame.position + 1


def picture_frames(pictures: Sequence[tuple[int, Path]], rate: float) -> Iterator[NumberedFrame]:
    """Yield pictures as frames; their time follows from number and rate (frames/s).

    Raises
    ------
    CorpusError
        If a picture cannot be read.
    """
    numbers = np.array([number for number, _ in pictures])
    usual = float(np.median(np.diff(numbers))) if len(numbers) > 1 else 1.0
    for k, (number, path) in enumerate(pictures):
        gap = k > 0 and number - numbers[k - 1] > _GAP * usual
        yield NumberedFrame(number, number / rate, _read(path), bool(gap))


def numbered_pictures(folder: Path) -> list[tuple[int, Path]]:
    """Return the pictures of a folder whose names end in a number, in the order of the numbers."""
    found = ((PICTURE.fullmatch(path.name), path) for path in folder.iterdir())
    return sorted((int(match[1]), path) for match, path in found if match is not None)


def _read(path: Path) -> npt.NDArray[np.uint8]:
    # imread cannot open names that are not in Windows' code page; decoding from memory can.
    try:
        picture = cv2.imdecode(np.fromfile(path, dtype=np.uint8), cv2.IMREAD_COLOR)
    except (OSError, cv2.error):
        picture = None
    if picture is None:
        raise CorpusError(f"The picture {path} cannot be read.", next_step="Copy it from the original again.")
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), dtype=np.uint8)
