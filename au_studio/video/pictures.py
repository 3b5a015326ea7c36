"""Single pictures on disk without loss: PNG, the very pixels that were decoded."""

from __future__ import annotations

import hashlib
import zlib
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

from au_studio.files import write_bytes
from au_studio.texts import sentence
from au_studio.video.errors import VideoError

Image = npt.NDArray[np.uint8]

_READING = b"Reading\0"
_AFTER_HEADER = 8 + 25
"""Where the second chunk of a PNG begins: after the signature and the header, whose lengths are fixed."""
_LEVEL = "1"
"""Of zlib: higher ones take several times as long for pictures that are hardly smaller."""


def encode_picture(image: Image, reading: str = "") -> bytes:
    """Return a picture as PNG.

    Parameters
    ----------
    image : uint8 [H, W, 3]
        RGB.
    reading : str
        The `VideoIndex.reading` of the recording that it is from; noted in the file if there is one.
    """
    height, width = image.shape[:2]
    codec = av.CodecContext.create("png", "w")
    codec.width, codec.height, codec.pix_fmt = width, height, "rgb24"
    codec.time_base = Fraction(1)
    codec.options = {"compression_level": _LEVEL, "pred": "up"}
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(image), format="rgb24")
    data = b"".join(bytes(packet) for packet in [*codec.encode(frame), *codec.encode(None)])
    if not reading:
        return data
    text = _READING + reading.encode("latin-1", "replace")
    chunk = len(text).to_bytes(4, "big") + b"tEXt" + text + zlib.crc32(b"tEXt" + text).to_bytes(4, "big")
    return data[:_AFTER_HEADER] + chunk + data[_AFTER_HEADER:]


def write_picture(path: Path, image: Image, reading: str = "") -> None:
    """Write a picture as PNG (see `encode_picture`); the file appears only when it is whole.

    Raises
    ------
    WriteError
        If it cannot be written.
    """
    write_bytes(path, encode_picture(image, reading))


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
        raise VideoError(
            sentence("The picture {path} cannot be read.", path=path), details=repr(error)
        ) from error


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


def picture_reading(path: Path) -> str:
    """Return the reading that a stored PNG was made with (see `encode_picture`); empty when it has none."""
    try:
        with path.open("rb") as file:
            file.seek(_AFTER_HEADER)
            length, kind = int.from_bytes(file.read(4), "big"), file.read(4)
            text = file.read(length) if kind == b"tEXt" else b""
    except OSError:
        return ""
    return text.removeprefix(_READING).decode("latin-1") if text.startswith(_READING) else ""


def pixel_digest(image: Image) -> str:
    """Return the SHA-256 of a picture's size and pixels, 64 hexadecimal digits."""
    head = f"{image.shape[1]}x{image.shape[0]};".encode()
    return hashlib.sha256(head + np.ascontiguousarray(image).tobytes()).hexdigest()


def picture_path(folder: Path, pts: int) -> Path:
    """Return the file of a sampled frame in the folder of its recording's pictures."""
    return folder / f"{pts}.png"
