"""The second pass over a recording: which frames the decoder really gives, and what they look like."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from au_studio.errors import Stopped
from au_studio.video.packets import PacketTable
from au_studio.video.shapes import Shapes
from au_studio.video.source import Damage, VideoSource

# Decoding this many pixels takes about a second on one core: 20 s of 640x480, or 7 s of 1280x720.
DECODE_WHOLE_PIXELS = 200_000_000
SPOT_FRAMES = 100
"""Frames that are decoded at a place where something changes, to see what the packets are worth there."""
# Looking at one change of the picture costs a seek; a recording with more of them is decoded whole.
_MOST_CHANGES = 64


@dataclass
class Decoded:
    """What decoding said: the rows in presentation order, and how the pictures look.

    Attributes
    ----------
    pts : list of (int or None)
        Timestamps of the frames.
    keys : list of bool
        Which of them are key frames.
    damage : Damage
        What went wrong.
    first : av.VideoFrame or None
        The first picture.
    n_seen, n_interlaced : int
        Pictures decoded, and how many of them are marked as interlaced.
    shapes : Shapes
        Sizes and orientations, by row.
    cut : bool
        One of the last pictures is damaged, as when the file ends inside it.
    """

    pts: list[int | None] = field(default_factory=list)
    keys: list[bool] = field(default_factory=list)
    damage: Damage = field(default_factory=Damage)
    first: Any = None
    n_seen: int = 0
    n_interlaced: int = 0
    shapes: Shapes = field(default_factory=Shapes)
    cut: bool = False

    def see(self, picture: Any) -> None:
        """Take in what a picture looks like."""
        self.first = self.first or picture
        self.n_seen += 1
        self.n_interlaced += picture.interlaced_frame


def survey(source: VideoSource, packets: PacketTable, should_stop: Callable[[], bool] | None) -> Decoded:
    """Decode a short recording whole, a long one at its head, middle and tail and wherever it changes.

    Parameters
    ----------
    source : VideoSource
        A freshly opened file.
    packets : PacketTable
        What its packets say.
    should_stop : callable, optional
        Asked now and then.

    Returns
    -------
    Decoded
        One row per frame that the decoder gives; none if no picture can be decoded.

    Raises
    ------
    Stopped
        If `should_stop` returned True.
    """
    context = source.stream.codec_context
    pixels = len(packets.pts) * max(1, context.width * context.height)
    if packets.trustworthy and pixels > DECODE_WHOLE_PIXELS and len(packets.changes) <= _MOST_CHANGES:
        with source.again(careful=True) as careful:
            checked = _spot_check(careful, packets)
        if checked is not None:
            return checked
    decoded = decode_whole(source, should_stop)
    if decoded.damage.packets:
        with source.again(careful=True) as careful:
            decoded = decode_whole(careful, should_stop)
    return decoded


def decode_whole(source: VideoSource, should_stop: Callable[[], bool] | None) -> Decoded:
    """Decode every frame, and note the timestamps and what was damaged."""
    decoded = Decoded(shapes=Shapes(source.stream.codec_context.name))
    last_damaged = -100
    for number, frame in enumerate(source.frames(decoded.damage)):
        if should_stop is not None and number % 32 == 0 and should_stop():
            raise Stopped(f"Reading “{source.path.name}” was stopped.")
        decoded.see(frame)
        decoded.shapes.see(number, frame)
        decoded.pts.append(frame.pts)
        decoded.keys.append(bool(frame.key_frame))
        if frame.is_corrupt:
            last_damaged = number
    decoded.cut = last_damaged >= len(decoded.pts) - 3
    return decoded


def _spot_check(source: VideoSource, packets: PacketTable) -> Decoded | None:
    """Compare packets and frames at the head, the middle and the tail of a long recording.

    Returns None if the packets are not to be believed; otherwise the packets' rows, without the leading and
    trailing ones for which the decoder gives no picture.
    """
    pts = sorted(p for p in packets.pts if p is not None)
    stamps = packets.seek_stamps()
    keys = sorted(stamps.keys() & set(pts))
    decoded = Decoded()
    missing: set[int] = set()
    later = [k for k in (bisect.bisect_left(pts, p) for p in keys) if k > 0]
    # The tail starts two key frames before the end: the last group of pictures may be damaged as a whole.
    for start in (0, later[len(later) // 2] if later else 0, later[-2] if len(later) > 1 else 0):
        if not start:
            source.seek_start()
        elif not source.seek(stamps[pts[start]]):
            return None
        to_end = len(later) < 2 or start == later[-2]
        seen = _seen(source, decoded, None if to_end else SPOT_FRAMES, stamps if start else None)
        if not seen or None in seen:
            return None
        first = 0 if not start else bisect.bisect_left(pts, seen[0])
        last = len(pts) if to_end else bisect.bisect_right(pts, seen[-1])
        lost = set(pts[first:last]).difference(seen)
        at_head = {p for p in lost if not start and p < seen[0]}
        at_tail = {p for p in lost if p > seen[-1]}
        if seen != sorted(set(seen)) or set(seen).difference(pts) or lost - at_head - at_tail:
            return None
        missing |= lost
    decoded.pts = [p for p in pts if p not in missing]
    decoded.keys = [p in stamps for p in decoded.pts]
    return decoded if _look_at_changes(source, packets, decoded) else None


def _look_at_changes(source: VideoSource, packets: PacketTable, decoded: Decoded) -> bool:
    """Decode the key frames that announce another picture; False if one of them cannot be reached."""
    decoded.shapes.see(0, decoded.first)
    stamps = packets.seek_stamps()
    for pts in packets.changes:
        if pts is None:
            return False
        row = bisect.bisect_left(decoded.pts, pts)  # type: ignore[type-var]
        if pts is None or row == len(decoded.pts) or decoded.pts[row] != pts or not source.seek(stamps[pts]):
            return False
        frame = next((frame for frame in source.frames(decoded.damage) if frame.pts == pts), None)
        if frame is None:
            return False
        decoded.shapes.see(row, frame)
    return True


def _seen(
    source: VideoSource, decoded: Decoded, limit: int | None, keys: Mapping[int, int] | None
) -> list[Any]:
    """Decode a stretch from where the file stands; return its timestamps, with `keys` from one of them."""
    seen: list[Any] = []
    damaged: list[bool] = []
    for frame in source.frames(decoded.damage):
        decoded.see(frame)
        if keys is not None and not seen and frame.pts not in keys:
            continue
        seen.append(frame.pts)
        damaged.append(bool(frame.is_corrupt))
        if limit is not None and len(seen) >= limit:
            return seen
    decoded.cut = any(damaged[-3:])
    return seen
