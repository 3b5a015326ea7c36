"""What the packet of a key frame announces about the pictures' size and orientation, without decoding it.

Only sameness is asked: two announcements that differ are a reason to decode and look. Each coding puts what
it announces in front of the picture; the bytes are compared as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

_HEAD = 1 << 14
_ORIENTATION_MESSAGE = bytes([47])  # Display orientation (H.264 D.1.27, H.265 D.2.17).


def announcement(packet: object, codec: str) -> bytes:
    """Return what a key packet announces; empty if it says nothing, or the coding is not known here.

    Parameters
    ----------
    packet : av.Packet
        Of a key frame.
    codec : str
        libav's name of the coding.
    """
    beside = b""
    if packet.has_sidedata("new_extradata"):  # type: ignore[attr-defined]
        beside = bytes(packet.get_sidedata("new_extradata"))  # type: ignore[attr-defined]
    read = _READERS.get(codec)
    return beside + (read(bytes(memoryview(packet)[:_HEAD])) if read else b"")  # type: ignore[arg-type]


def _units(data: bytes) -> Iterator[bytes]:
    """Yield the NAL units of an H.264 or H.265 packet, with start codes or lengths before them."""
    if data[:3] == b"\0\0\1" or data[:4] == b"\0\0\0\1":
        for unit in data.split(b"\0\0\1")[1:]:
            yield unit.rstrip(b"\0")
        return
    offset = 0
    while offset + 4 < len(data):
        length = int.from_bytes(data[offset : offset + 4], "big")
        yield data[offset + 4 : offset + 4 + length]
        offset += 4 + length


def _h264(data: bytes) -> bytes:
    return b"".join(
        unit
        for unit in _units(data)
        if unit and (unit[0] & 31 == 7 or (unit[0] & 31 == 6 and unit[1:2] == _ORIENTATION_MESSAGE))
    )


def _h265(data: bytes) -> bytes:
    return b"".join(
        unit
        for unit in _units(data)
        if unit
        and (unit[0] >> 1 & 63 == 33 or (unit[0] >> 1 & 63 == 39 and unit[2:3] == _ORIENTATION_MESSAGE))
    )


def _after(mark: bytes, length: int) -> Callable[[bytes], bytes]:
    def read(data: bytes) -> bytes:
        at = data.find(mark)
        return data[at : at + len(mark) + length] if at >= 0 else b""

    return read


def _vp9(data: bytes) -> bytes:
    # Profile, sync code, colours, width and height: 68 bits (VP9 specification, 6.2).
    return data[1:8] + bytes([data[8] & 0xF0]) if len(data) > 8 else b""


def _jpeg(data: bytes) -> bytes:
    """Walk the segments up to the picture: its size, and the tags that may say how the camera was held."""
    offset, found = 2, b""
    while offset + 4 <= len(data) and data[offset] == 0xFF:
        kind, length = data[offset + 1], int.from_bytes(data[offset + 2 : offset + 4], "big")
        if kind in (0xC0, 0xC1, 0xC2):
            return found + data[offset + 5 : offset + 9]
        if kind == 0xE1:
            at = data.find(b"\x12\x01\x03\0", offset, offset + length)
            at = at if at >= 0 else data.find(b"\x01\x12\0\x03", offset, offset + length)
            found += data[at : at + 12] if at >= 0 else b""
        offset += 2 + length
    return found


_READERS: dict[str, Callable[[bytes], bytes]] = {
    "h264": _h264,
    "hevc": _h265,
    "vp8": _after(b"\x9d\x01\x2a", 4),
    "vp9": _vp9,
    "mpeg1video": _after(b"\0\0\1\xb3", 4),
    "mpeg2video": _after(b"\0\0\1\xb3", 4),
    "mpeg4": _after(b"\0\0\1\x20", 12),
    "mjpeg": _jpeg,
    "png": _after(b"IHDR", 8),
}
