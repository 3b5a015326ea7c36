"""What a video codec does to pictures: code them as a film and decode it again, in memory."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache

import av
import numpy as np
import numpy.typing as npt

Image = npt.NDArray[np.uint8]

_ENCODER, _DECODER = "libx264", "h264"


@cache
def can_code_films() -> bool:
    """Return whether this PyAV has an H.264 encoder (its own builds have; some systems' have not)."""
    try:
        av.Codec(_ENCODER, "w")
    except ValueError:  # av.codec.UnknownCodecError is one
        return False
    return True


def code_as_film(pictures: Sequence[Image], crf: int) -> list[Image]:
    """Code pictures as consecutive frames of an H.264 film, and decode it.

    The same pictures give the same result: one thread codes, without x264's macroblock tree (with it, some
    builds code the same pictures differently from one time to the next).

    Parameters
    ----------
    pictures : sequence of uint8 [H, W, 3]
        RGB, all of one size, both sides even.
    crf : int
        Constant rate factor, 0 (lossless) to 51 (worst); about 23 is common, cameras and web services
        use up to 35.

    Returns
    -------
    list of uint8 [H, W, 3]
        As many as were given.

    Raises
    ------
    av.error.FFmpegError
        If the sides are odd, or no encoder is there (see `can_code_films`).
    """
    height, width = pictures[0].shape[:2]
    encoder = av.CodecContext.create(_ENCODER, "w")
    encoder.width, encoder.height, encoder.pix_fmt = width, height, "yuv420p"
    encoder.time_base, encoder.framerate = Fraction(1, 25), Fraction(25)
    encoder.thread_count = 1
    encoder.options = {"preset": "veryfast", "crf": str(crf), "x264-params": "no-mbtree=1"}
    frames = (av.VideoFrame.from_ndarray(np.ascontiguousarray(p), format="rgb24") for p in pictures)
    packets = [packet for frame in [*frames, None] for packet in encoder.encode(frame)]
    decoder = av.CodecContext.create(_DECODER, "r")
    decoder.thread_count = 1
    decoded = [frame for packet in [*packets, None] for frame in decoder.decode(packet)]
    return [np.asarray(frame.to_ndarray(format="rgb24"), dtype=np.uint8) for frame in decoded]
