"""Recordings as phones, browsers and other devices make them, small and made in a moment."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

# What EXIF's orientation 1 … 8 does to a picture that stands upright, so that showing it undoes it.
_STORED: dict[int, Callable[[np.ndarray], np.ndarray]] = {
    1: lambda image: image,
    2: lambda image: image[:, ::-1],
    3: lambda image: image[::-1, ::-1],
    4: lambda image: image[::-1],
    5: lambda image: image.transpose(1, 0, 2),
    6: np.rot90,
    7: lambda image: image[::-1, ::-1].transpose(1, 0, 2),
    8: lambda image: np.rot90(image, -1),
}
_ONE = 1 << 16
# The same eight as display matrices: where the stored right and down point.
_MATRIX = {
    1: (_ONE, 0, 0, _ONE),
    2: (-_ONE, 0, 0, _ONE),
    3: (-_ONE, 0, 0, -_ONE),
    4: (_ONE, 0, 0, -_ONE),
    5: (0, _ONE, _ONE, 0),
    6: (0, _ONE, -_ONE, 0),
    7: (0, -_ONE, -_ONE, 0),
    8: (0, -_ONE, _ONE, 0),
}


def stored(image: np.ndarray, exif: int) -> np.ndarray:
    """Return how a picture lies in a file that is marked with an EXIF orientation."""
    return np.ascontiguousarray(_STORED[exif](image))


def encoded(
    images: Iterable[np.ndarray], codec: str, *, first: int = 0, options: dict[str, str] | None = None
) -> tuple[av.CodecContext, list[av.Packet]]:
    """Return an encoder and its packets, at 25 frames a second from the timestamp `first` on."""
    images = list(images)
    context = av.CodecContext.create(codec, "w")
    context.height, context.width = images[0].shape[:2]
    context.pix_fmt = "yuvj420p" if codec == "mjpeg" else "yuv420p"
    context.time_base, context.framerate = Fraction(1, 25), Fraction(25)
    context.thread_count, context.gop_size = 1, 12
    context.options = options or {}
    packets = []
    for number, image in enumerate(images, first):
        frame = av.VideoFrame.from_ndarray(image, format="rgb24")
        frame.pts, frame.time_base = number, Fraction(1, 25)
        packets += context.encode(frame)
    return context, packets + context.encode(None)


def write_parts(
    path: Path,
    codec: str,
    parts: Iterable[Iterable[np.ndarray]],
    options: dict[str, str] | None = None,
    *,
    first: int = 0,
) -> Path:
    """Write pictures of several sizes into one stream, one after the other, each part by its own encoder."""
    parts = [list(part) for part in parts]
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=25)
        stream.height, stream.width = parts[0][0].shape[:2]
        stream.pix_fmt = "yuvj420p" if codec == "mjpeg" else "yuv420p"
        stream.codec_context.options = options or {}
        container.start_encoding()
        for part in parts:
            for packet in encoded(part, codec, first=first, options=options)[1]:
                packet.time_base = Fraction(1, 25)
                packet.stream = stream
                container.mux(packet)
            first += len(part)
    return path


def with_track_matrix(path: Path, exif: int) -> Path:
    """Overwrite the matrix in the track header of an MP4."""
    data = bytearray(path.read_bytes())
    at = data.index(b"tkhd") + 4
    at += 4 + (20 if data[at] == 0 else 32) + 16
    a, b, c, d = _MATRIX[exif]
    struct.pack_into(">9i", data, at, a, b, 0, c, d, 0, 0, 0, 1 << 30)
    path.write_bytes(data)
    return path


def filtered(source: Path, target: Path, bitstream_filter: str) -> Path:
    """Copy a recording's packets through a bitstream filter."""
    with av.open(str(source)) as old, av.open(str(target), "w") as new:
        stream = old.streams.video[0]
        copy = new.add_stream_from_template(stream)
        change = av.bitstream.BitStreamFilterContext(bitstream_filter, stream)
        packets = [out for packet in old.demux(stream) if packet.size for out in change.filter(packet)]
        for packet in packets + change.filter(None):
            packet.stream = copy
            new.mux(packet)
    return target


# Mirrored horizontally, vertically, then turned by so many quarters anticlockwise (H.265, D.2.17).
_MESSAGE = {
    1: (0, 0, 0), 2: (1, 0, 0), 3: (0, 0, 2), 4: (0, 1, 0),
    5: (1, 0, 1), 6: (0, 0, 3), 7: (1, 0, 3), 8: (0, 0, 1),
}  # fmt: skip


def _unit(kind: int, payload: bytes) -> bytes:
    """Return an H.265 unit with its start code; two zeros in it are told from one by a three."""
    data, zeros = bytearray(), 0
    for byte in payload:
        if zeros == 2 and byte < 4:
            data.append(3)
            zeros = 0
        data.append(byte)
        zeros = 0 if byte else zeros + 1
    return b"\0\0\0\1" + bytes([kind << 1, 1]) + bytes(data)


def _h265_message(exif: int) -> bytes:
    across, down, quarters = _MESSAGE[exif]
    bits = f"0{across}{down}{quarters << 14:016b}1" + "1000"  # not cancelled; holds on; the end of the bits
    return _unit(39, bytes([47, 3]) + int(bits, 2).to_bytes(3, "big") + b"\x80")


def _dolby_message() -> bytes:
    """Return instructions of Dolby Vision that change nothing."""
    head = "".join(["00011001", "000010", f"{18:011b}", "0000", "0000", "1"])  # kind, format, profile, level
    depths = "".join(["0", "00", "000011000", "01", "1", "011", "011", "00101", "0", "000", "0", "1"])
    pivots = ("1" + f"{0:010b}" + f"{1023:010b}") * 3
    lines = ("110" + "1" + "0" * 23 + "010" + "0" * 23) * 3
    bits = head + depths + "00" + "111" + pivots + "11" + lines
    bits += "0" * (-len(bits) % 8) + "1" * 32 + "10000000"
    return _unit(62, int(bits, 2).to_bytes(len(bits) // 8, "big"))


def write_h265_with_message(
    path: Path, images: Iterable[np.ndarray], exif: int = 1, *, dolby: bool = False, told: str = ""
) -> Path:
    """Write an H.265 stream with a message of orientation before its key frames, bare (``.hevc``) or not.

    `dolby` puts Dolby Vision's instructions behind every picture.
    """
    images = list(images)
    # Simple, because x265 spoils its memory when it weighs and adapts pictures as narrow as these.
    simple = "log-level=none:pools=none:weightp=0:aq-mode=0:cutree=0:bframes=0:rc-lookahead=1"
    options = {"x265-params": simple + told}
    context, packets = encoded(images, "libx265", options=options)
    written = []
    for packet in packets:
        units = bytes(packet).split(b"\0\0\1")[1:]
        first = next(n for n, unit in enumerate(units) if unit[0] >> 1 & 63 < 32)
        whole = [b"\0\0\0\1" + (unit if n >= first else unit.rstrip(b"\0")) for n, unit in enumerate(units)]
        whole.insert(first, _h265_message(exif) * packet.is_keyframe)
        written.append(b"".join([*whole, _dolby_message() * dolby]))
    if path.suffix == ".hevc":
        path.write_bytes(b"".join(written))
        return path
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx265", rate=25, options=options)
        stream.width, stream.height, stream.pix_fmt = context.width, context.height, "yuv420p"
        container.start_encoding()
        for packet, data in zip(packets, written, strict=True):
            copy = av.Packet(data)
            copy.pts, copy.dts, copy.is_keyframe = packet.pts, packet.dts, packet.is_keyframe
            copy.time_base, copy.stream = Fraction(1, 25), stream
            container.mux(copy)
    return path


def exif_tags(exif: int) -> bytes:
    """Return the JPEG segment that holds an EXIF orientation and nothing else."""
    tags = b"II*\0" + struct.pack("<IHHHIHHI", 8, 1, 0x112, 3, 1, exif, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", len(tags) + 8) + b"Exif\0\0" + tags


def photograph(image: np.ndarray, exif: int) -> bytes:
    """Return a JPEG with an EXIF orientation."""
    data = bytes(encoded([image], "mjpeg")[1][0])
    return data[:2] + exif_tags(exif) + data[2:]


_TO_2020 = np.array([[0.6274, 0.3293, 0.0433], [0.0691, 0.9195, 0.0114], [0.0164, 0.0880, 0.8956]])


def _pq(nits: np.ndarray) -> np.ndarray:
    y = np.power(np.clip(nits / 10000, 0, 1), 0.1593017578125)
    return np.power((0.8359375 + 18.8515625 * y) / (1 + 18.6875 * y), 78.84375)


def _hlg(nits: np.ndarray) -> np.ndarray:
    shown = nits / 1000
    luma = np.maximum(shown @ np.array([0.2627, 0.678, 0.0593]), 1e-6)
    scene = np.clip(shown * np.power(luma, (1 - 1.2) / 1.2)[..., None], 0, 1)
    bright = 0.17883277 * np.log(np.maximum(12 * scene - 0.28466892, 1e-9)) + 0.55991073
    return np.where(scene <= 1 / 12, np.sqrt(3 * scene), bright)


def hdr_frame(image: np.ndarray, transfer: str) -> av.VideoFrame:
    """Return a picture as a phone would record it in HDR (``"PQ"`` or ``"HLG"``), its white at 203 cd/m²."""
    nits = np.power(image / 255, 2.4) @ _TO_2020.T * 203
    red, green, blue = np.moveaxis((_pq if transfer == "PQ" else _hlg)(nits), 2, 0)
    luma = 0.2627 * red + 0.678 * green + 0.0593 * blue
    planes = [luma, (blue - luma) / 1.8814, (red - luma) / 1.4746]
    frame = av.VideoFrame(image.shape[1], image.shape[0], "yuv420p10le")
    for number, (plane, values) in enumerate(zip(frame.planes, planes, strict=True)):
        if number:
            values = (values[::2, ::2] + values[1::2, ::2] + values[::2, 1::2] + values[1::2, 1::2]) / 4  # noqa: PLW2901
        codes = np.zeros((plane.height, plane.line_size // 2), "<u2")
        codes[:, : plane.width] = np.rint((224 * values + 128 if number else 219 * values + 16) * 4)
        plane.update(codes.tobytes())
    frame.colorspace, frame.color_primaries, frame.color_range = 9, 9, 1
    frame.color_trc = 16 if transfer == "PQ" else 18
    return frame


def write_hdr(path: Path, images: Iterable[np.ndarray], transfer: str, rate: int = 25) -> Path:
    """Write an HDR recording in H.265, ten bits deep."""
    images = list(images)
    name = "smpte2084" if transfer == "PQ" else "arib-std-b67"
    told = f"log-level=none:crf=12:colorprim=bt2020:transfer={name}:colormatrix=bt2020nc:range=limited"
    with av.open(str(path), "w") as container:
        stream = container.add_stream(
            "libx265", rate=rate, options={"x265-params": told, "preset": "ultrafast"}
        )
        stream.height, stream.width = images[0].shape[:2]
        stream.pix_fmt = "yuv420p10le"
        for number, image in enumerate(images):
            frame = hdr_frame(image, transfer)
            frame.pts, frame.time_base = number, Fraction(1, rate)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def woven(pictures: list[np.ndarray]) -> list[np.ndarray]:
    """Return interlaced frames: the even lines of every second picture, the odd ones of the one after it."""
    frames = [picture.copy() for picture in pictures[0::2]]
    for frame, later in zip(frames, pictures[1::2], strict=False):
        frame[1::2] = later[1::2]
    return frames


def write_interlaced(path: Path, codec: str, images: Iterable[np.ndarray], rate: int = 25) -> Path:
    """Write interlaced frames, the upper half picture first."""
    images = list(images)
    options = {"flags": "+ildct+ilme"}
    if codec == "libx264":
        options["x264-params"] = "tff=1"
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=rate, options=options)
        stream.height, stream.width = images[0].shape[:2]
        stream.pix_fmt = "yuv420p"
        stream.codec_context.gop_size, stream.codec_context.thread_count = 8, 1
        stream.bit_rate = 6_000_000
        for number, image in enumerate(images):
            frame = av.VideoFrame.from_ndarray(image, format="rgb24")
            frame.pts, frame.time_base = number, Fraction(1, rate)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path
