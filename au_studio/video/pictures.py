"""Single pictures on disk without loss: PNG, the very pixels that were decoded."""

from __future__ import annotations

import hashlib
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

from au_studio.files import write_bytes
from au_studio.video.errors import VideoError

Image = npt.NDArray[np.uint8]

_LEVEL = "1"
"""Of zlib: higher ones take several times as long for pictures that are hardly smaller."""


def encode_picture(image: Image) -> bytes:
    """Return a picture as PNG.

    Parameters
    ----------
    image : uint8 [H, W, 3]
        RGB.
    """
    height, width = image.shape[:2]
    codec = av.CodecContext.create("png", "w")
    codec.width, codec.height, codec.pix_fmt = width, height, "rgb24"
    codec.time_base = Fraction(1)
    codec.options = {"compression_level": _LEVEL, "pred": "up"}
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(image), format="rgb24")
    return b"".join(bytes(packet) for packet in [*codec.encode(frame), *codec.encode(None)])


def write_picture(path: Path, image: Image) -> None:
    """Write a picture as PNG; the file appears only when it is whole.

    Raises
    ------
    WriteError
        If it cannot be written.
    """
    write_bytes(path, encode_picture(image))


def read_picture(path: Path) -> Image:
    """Return the pixels of a PNG, uint8 [H, W, 3], RGB.

    Raises
    ------
    VideoError
        If it cannot be read.
    """
    try:
        codec = av.CodecContext.create("png", "r")
        frames = [*codec.decode(av.Packet(path.read_bytes())), *codec.decode(None)]
        return np.asarray(frames[0].to_ndarray(format="rgb24"), dtype=np.uint8)
    except (OSError, av.FFmpegError, IndexError) as error:
        raise VideoError(f"The picture {path} cannot be read.", details=repr(error)) from error


def picture_size(path: Path) -> tuple[int, int] | None:
    """Return width and height of a stored PNG from its first bytes; None when it is none, or not there."""
    try:
        with path.open("rb") as file:
            head = file.read(24)
    except OSError:
        return None
    if len(head) < 24 or head[12:16] != b"IHDR":
        return None
    return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")


def pixel_digest(image: Image) -> str:
    """Return the SHA-256 of a picture's size and pixels, 64 hexadecimal digits."""
    head = f"{image.shape[1]}x{image.shape[0]};".encode()
    return hashlib.sha256(head + np.ascontiguousarray(image).tobytes()).hexdigest()


def picture_path(folder: Path, pts: int) -> Path:
    """Return the file of a sampled frame in the folder of its recording's pictures."""
    return folder / f"{pts}.png"
