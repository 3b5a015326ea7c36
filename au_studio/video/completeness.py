"""Whether a file ends where its own structure says that it ends.

A decoder plays what it finds and stays silent about the rest, so a copy that broke off looks like a short
recording. Every container, though, writes down how long its parts are. The checks here compare that with the
file's size; they read a few kilobytes, not the file. One kind of cut leaves no trace: MPEG transport and
program streams (and Flash) may end between any two packets.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

_TAIL = 1 << 19
_MP4_BOXES = frozenset(
    b"ftyp moov mdat moof free skip wide udta meta uuid mfra sidx styp pnot prft emsg pdin ssix".split()
)
_EBML_SEGMENT, _EBML_CLUSTER = 0x18538067, 0x1F43B675
_ASF_FILE_PROPERTIES = bytes.fromhex("a1dcab8c47a9cf118ee400c00c205365")


def shortfall(path: Path, format_name: str) -> str:
    """Say in what way a file is shorter than its own structure announces.

    Parameters
    ----------
    path : Path
        The file.
    format_name : str
        libav's name of its format, for example ``"mov,mp4,m4a,3gp,3g2,mj2"``.

    Returns
    -------
    str
        A technical phrase such as ``"mdat box ends 1200 bytes after the file"``; empty if nothing is
        missing or the format does not tell.
    """
    for name in format_name.split(","):
        if name in _CHECKS:
            with path.open("rb") as stream:
                return _CHECKS[name](stream, os.fstat(stream.fileno()).st_size)
    return ""


def _mp4(stream: BinaryIO, size: int) -> str:
    """Walk the top-level boxes of ISO/IEC 14496-12 and QuickTime files."""
    offset = 0
    while offset + 8 <= size:
        stream.seek(offset)
        header = stream.read(16)
        length, kind = int.from_bytes(header[:4], "big"), header[4:8]
        if (
            kind not in _MP4_BOXES or length == 0
        ):  # Padding after the last box, or a box that runs to the end.
            return ""
        if length == 1:
            length = int.from_bytes(header[8:16], "big")
        if length < 8:
            return ""
        offset += length
    if offset > size:
        return f"{kind.decode()} box ends {offset - size} bytes after the file"
    stream.seek(offset)
    return "the header of the last box is cut off" if stream.read().strip(b"\0") else ""


def _ebml_number(stream: BinaryIO, *, keep_marker: bool) -> int | None:
    """Read one variable-length number (RFC 8794); None at the end of the file, -1 for “unknown size”."""
    first = stream.read(1)
    if not first or not first[0]:
        return None
    length = 9 - first[0].bit_length()
    rest = stream.read(length - 1)
    if len(rest) < length - 1:
        return None
    value = int.from_bytes(first + rest, "big")
    if keep_marker:
        return value
    value -= 1 << (7 * length)
    return -1 if value == (1 << (7 * length)) - 1 else value


def _matroska(stream: BinaryIO, size: int) -> str:
    """Walk the elements of a Matroska file; enter the segment and clusters where their size is unknown."""
    while stream.tell() < size:
        start = stream.tell()
        identifier = _ebml_number(stream, keep_marker=True)
        length = _ebml_number(stream, keep_marker=False) if identifier is not None else None
        if identifier is None or length is None:
            return f"element at byte {start} is cut off" if size - start < 12 else ""
        if length < 0:
            if identifier not in (_EBML_SEGMENT, _EBML_CLUSTER):
                return ""
            continue
        end = stream.tell() + length
        if end > size:
            return f"element {identifier:X} ends {end - size} bytes after the file"
        stream.seek(end)
    return ""


def _riff(stream: BinaryIO, size: int) -> str:
    """Walk the RIFF chunks of an AVI file (long ones have several)."""
    offset = 0
    while offset + 12 <= size:
        stream.seek(offset)
        header = stream.read(8)
        length = int.from_bytes(header[4:8], "little")
        if header[:4] != b"RIFF" or length in (0, 0xFFFFFFFF):
            return ""
        offset += 8 + length
        if offset > size:
            return f"RIFF chunk ends {offset - size} bytes after the file"
        offset += length % 2
    return ""


def _program_stream(stream: BinaryIO, size: int) -> str:
    """Walk the packets at the end of an MPEG program stream (ISO/IEC 11172-1, 13818-1)."""
    stream.seek(max(0, size - _TAIL))
    data = stream.read()
    start = data.find(b"\0\0\1\xba")
    while start >= 0:
        end = _walk_packs(data, start)
        if end is not None:
            return f"last packet ends {end - len(data)} bytes after the file" if end > len(data) else ""
        start = data.find(b"\0\0\1\xba", start + 1)
    return ""


def _walk_packs(data: bytes, offset: int) -> int | None:
    """Return where the last packet that begins in `data` ends; None if `offset` was no packet's start."""
    n_packets, code = 0, 0
    while offset + 4 <= len(data):
        code = data[offset + 3]
        if data[offset : offset + 3] != b"\0\0\1":
            # Zeros or ones after the last packet are padding; anything else shows that the walk went astray.
            return offset if n_packets and not data[offset:].strip(b"\0\xff") else None
        if code == 0xBA:
            if offset + 14 > len(data):
                return offset + 14
            mpeg2 = data[offset + 4] >> 6 == 1
            offset += 14 + (data[offset + 13] & 7) if mpeg2 else 12
        elif code == 0xB9:
            offset += 4
        elif code >= 0xBB:
            if offset + 6 > len(data):
                return offset + 6
            offset += 6 + int.from_bytes(data[offset + 4 : offset + 6], "big")
        else:
            return None
        n_packets += 1
    return offset + 6 if code == 0xBA else offset  # A pack's header announces at least one packet.


def _transport_packets(data: bytes, size: int) -> Iterator[bytes]:
    for offset in range(0, len(data) - size + 1, size):
        yield data[offset + size - 188 : offset + size] if size == 192 else data[offset : offset + 188]


def _transport_stream(stream: BinaryIO, size: int) -> str:
    """Count the payload of the last announced packet of every stream (ISO/IEC 13818-1)."""
    head = stream.read(193 + 204)
    for length, sync in ((188, 0), (192, 4), (204, 0)):
        if len(head) > sync + length and head[sync] == 0x47 and head[sync + length] == 0x47:
            break
    else:
        return ""
    if size % length:
        return f"the last {size % length} bytes are no whole transport packet"
    stream.seek(max(0, size - 8 * _TAIL // length * length))
    missing: dict[int, int] = {}
    for packet in _transport_packets(stream.read(), length):
        identifier = int.from_bytes(packet[1:3], "big") & 0x1FFF
        control = packet[3] >> 4 & 3
        payload = packet[4 + (1 + packet[4] if control & 2 else 0) :] if control & 1 else b""
        if packet[1] & 0x40 and payload[:3] == b"\0\0\1":
            announced = int.from_bytes(payload[4:6], "big")
            missing[identifier] = 6 + announced - len(payload) if announced else 0
        elif identifier in missing:
            missing[identifier] -= len(payload)
    worst = max(missing.values(), default=0)
    return f"{worst} bytes of the last packet are missing" if worst > 0 else ""


def _flash(stream: BinaryIO, size: int) -> str:
    """Check that the last four bytes point back at a whole tag."""
    stream.seek(max(0, size - 4))
    length = int.from_bytes(stream.read(4), "big")
    if length == 0 or length + 13 > size:
        return "the file does not end with a whole tag"
    stream.seek(size - 4 - length)
    tag = stream.read(4)
    whole = tag[0] & 0x1F in (8, 9, 18) and int.from_bytes(tag[1:4], "big") == length - 11
    return "" if whole else "the file does not end with a whole tag"


def _asf(stream: BinaryIO, size: int) -> str:
    """Compare the size in the file properties object with the file's, unless the file was streamed live."""
    head = stream.read(1 << 16)
    at = head.find(_ASF_FILE_PROPERTIES)
    if at < 0 or len(head) < at + 92:
        return ""
    announced = int.from_bytes(head[at + 40 : at + 48], "little")
    live = head[at + 88] & 1
    return f"the file announces {announced - size} bytes more" if announced > size and not live else ""


def _still(stream: BinaryIO, size: int) -> str:
    """Look for the mark that ends a JPEG or PNG picture; other pictures do not tell."""
    markers = {b"\x89P": b"IEND", b"\xff\xd8": b"\xff\xd9"}
    marker = markers.get(stream.read(2), b"")
    stream.seek(max(0, size - _TAIL))
    return "" if marker in stream.read() else "the end mark of the picture is missing"


_CHECKS: dict[str, Callable[[BinaryIO, int], str]] = {
    "mov": _mp4,
    "mp4": _mp4,
    "matroska": _matroska,
    "webm": _matroska,
    "avi": _riff,
    "mpeg": _program_stream,
    "mpegts": _transport_stream,
    "flv": _flash,
    "asf": _asf,
    "image2": _still,
    "jpeg_pipe": _still,
    "png_pipe": _still,
}
