"""Oblong pixels: the shape that a recording's stored pixels have on the screen.

HDV stores 1440 columns for a picture of 1920, DV and DVD 720 for one of 640 to 1024. What is shown, analysed
and rated has square pixels: the width is stretched or shrunk, every row stays.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

from au_studio.video.errors import VideoError
from au_studio.video.source import open_media, video_stream

SQUARE = Fraction(1)
_NEARLY_SQUARE = Fraction(1, 100)
"""Ratios this near to 1 are left alone: nobody sees them, and resampling blurs."""
_WIDEST = 4
"""No camera stores pixels wider or narrower than this; such a ratio is a mistake in the file."""


def pixel_aspect(stream: Any) -> Fraction:
    """Return how wide the stored, unturned pixels of a stream are for their height.

    Parameters
    ----------
    stream : av.video.stream.VideoStream
        The opened stream. What the container says counts before what the coding says.

    Returns
    -------
    Fraction
        Width over height; 1 for square pixels, for nearly square ones, and where the file says nothing or
        nonsense.
    """
    ratio = Fraction(stream.sample_aspect_ratio or 0)
    if not Fraction(1, _WIDEST) <= ratio <= _WIDEST or abs(ratio - 1) <= _NEARLY_SQUARE:
        return SQUARE
    return ratio


def pixel_aspect_of(path: Path) -> Fraction:
    """Return `pixel_aspect` of a file from its header; 1 if it cannot be read.

    A file is opened once (a few milliseconds) as long as it does not change.
    """
    return _header(path)[0]


def oblong_size_of(path: Path) -> tuple[int, int] | None:
    """Return width and height of a recording's stored, unturned pictures; None if its pixels are square."""
    aspect, width, height = _header(path)
    return None if aspect == SQUARE else (width, height)


def _header(path: Path) -> tuple[Fraction, int, int]:
    try:
        status = path.stat()
    except OSError:
        return SQUARE, 0, 0
    return _read_header(path, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=4096)
def _read_header(path: Path, _size: int, _changed: int) -> tuple[Fraction, int, int]:
    try:
        container = open_media(path)
    except VideoError:
        return SQUARE, 0, 0
    try:
        stream = video_stream(container, path)
        return pixel_aspect(stream), stream.codec_context.width, stream.codec_context.height
    except VideoError:
        return SQUARE, 0, 0
    finally:
        container.close()


def squared_width(width: int, aspect: Fraction) -> int:
    """Return how many square pixels are as wide as `width` stored ones, at least one."""
    return max(1, round(width * aspect))
