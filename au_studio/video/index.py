"""The timestamp index of a recording: one row per frame that the decoder really gives.

Two passes make it. The first reads every packet's timestamps without decoding. The second decodes: a short
recording whole, a long one at its head, middle and tail, where packets and frames differ if they differ
at all (leading pictures without their references, trailing damage, field pairs). Wherever the packets prove
untrustworthy, the whole recording is decoded and the frames themselves make the index.
"""

from __future__ import annotations

import bisect
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from au_studio.errors import Stopped
from au_studio.video.aspect import SQUARE, pixel_aspect, squared_width
from au_studio.video.completeness import shortfall
from au_studio.video.errors import UnreadableVideoError
from au_studio.video.packets import PacketTable, read_packets
from au_studio.video.source import Damage, VideoSource
from au_studio.video.timing import Timing, make_timing, spread

# Decoding this many pixels takes about a second on one core: 20 s of 640x480, or 7 s of 1280x720.
_DECODE_WHOLE_PIXELS = 200_000_000
_SPOT_FRAMES = 100
# A duration in a header is often rounded, or counts a track that shows nothing.
_DURATION_TOLERANCE = 1.0


@dataclass(frozen=True)
class AudioInfo:
    """The sound of a recording.

    Attributes
    ----------
    sample_rate : int
        Samples per second and channel.
    channels : int
        Number of channels.
    codec : str
        libav's name of the coding, for example ``"aac"``.
    """

    sample_rate: int
    channels: int
    codec: str


@dataclass(frozen=True, eq=False)
class VideoIndex:
    """Every frame of a recording, in the order of presentation.

    Attributes
    ----------
    path : Path
        The file.
    pts : ndarray of int64, shape (T,)
        Presentation timestamps in units of `time_base`, strictly increasing, one per frame that the decoder
        gives. They are the container's own, unshifted: the first need not be 0.
    time_base : Fraction
        Seconds per unit.
    key_frames : ndarray of bool, shape (T,)
        Frames at which decoding can start.
    rotation : int
        0, 90, 180 or 270: degrees clockwise by which the decoded picture is turned to stand upright.
    width, height : int
        Size of the upright picture as `FrameReader` gives it, in square pixels.
    codec : str
        libav's name of the picture coding, for example ``"h264"``.
    audio : AudioInfo or None
        The sound that would be played; None for a silent recording.
    notices : tuple of str
        What a careful user wants to know ("variable frame rate", …); empty for an ordinary recording.
    truncated : bool
        The file ends before the recording does. The index then holds the frames that are there.
    damaged : bool
        Some packets give no picture, or the file is cut short; `FrameReader` then decodes more carefully.
    timing : Timing
        How a decoded frame is matched to its row; for `FrameReader`.
    pixel_aspect : Fraction
        How wide a stored pixel is for its height, before the picture is turned: it is stretched by this.
    """

    path: Path
    pts: npt.NDArray[np.int64]
    time_base: Fraction
    key_frames: npt.NDArray[np.bool_]
    rotation: int
    width: int
    height: int
    codec: str
    audio: AudioInfo | None
    notices: tuple[str, ...]
    truncated: bool
    damaged: bool
    timing: Timing
    pixel_aspect: Fraction = SQUARE

    @property
    def n_frames(self) -> int:
        """Number of frames, T."""
        return len(self.pts)

    @cached_property
    def times(self) -> npt.NDArray[np.float64]:
        """Presentation times in seconds, float64[T]: ``pts * time_base``, as the container has them."""
        return self.pts.astype(np.float64) * float(self.time_base)

    @property
    def duration(self) -> float:
        """Seconds from the first frame's appearance to the last one's end, one median step later."""
        if self.n_frames < 2:
            return 0.0
        return float(self.times[-1] - self.times[0] + np.median(np.diff(self.times)))

    @property
    def mean_rate(self) -> float:
        """Frames per second on average; 0 for a single picture."""
        return self.n_frames / self.duration if self.duration > 0 else 0.0

    def position_at(self, seconds: float) -> int:
        """Return the position of the frame on the screen at a container time: the last one that has begun.

        Times before the first frame give 0, times after the last give the last position.
        """
        # Half a tick forgives the rounding of a time that was itself computed from a timestamp.
        reached = np.searchsorted(self.times, seconds + 0.5 * float(self.time_base), side="right")
        return int(np.clip(reached - 1, 0, self.n_frames - 1))

    def digest(self) -> str:
        """Return the SHA-256 (64 hexadecimal digits) of time base and timestamps.

        Two indices with the same digest number the same frames, on every platform.
        """
        head = f"{self.time_base.numerator}/{self.time_base.denominator};".encode()
        return hashlib.sha256(head + self.pts.astype("<i8").tobytes()).hexdigest()


def index_video(path: Path, *, should_stop: Callable[[], bool] | None = None) -> VideoIndex:
    """Find every frame of a recording.

    Parameters
    ----------
    path : Path
        The video file.
    should_stop : callable, optional
        Asked now and then; indexing ends with `Stopped` when it returns True.

    Returns
    -------
    VideoIndex
        One row per frame that the decoder gives. A file that is cut short but still shows something gives an
        index with ``truncated=True``; reading it to its end raises `TruncatedVideoError`.

    Raises
    ------
    UnreadableVideoError
        If the file is missing, empty, a folder, not a video, or none of its pictures can be decoded.
    NoVideoStreamError
        If the file holds only sound.
    Stopped
        If `should_stop` returned True.
    """
    path = Path(path)
    with VideoSource(path) as source:
        packets = read_packets(source, should_stop)
        format_name = source.format_name
        reason = shortfall(path, format_name) or packets.ended or _missing_time(source, packets)
    with VideoSource(path, careful=bool(reason)) as source:
        decoded = _decode(source, packets, should_stop)
        if not decoded.pts:
            raise UnreadableVideoError(
                f"“{path.name}” cannot be read: "
                + (
                    "it is cut short before its first whole picture."
                    if reason
                    else "no picture in it can be decoded."
                ),
                next_step="Copy the file again from its source, or convert it to H.264 in an .mp4 file.",
                details=f"{path}: {format_name}, {source.stream.codec_context.name}, "
                f"{len(packets.pts)} packets, {decoded.damage.packets} refused; {reason or 'complete'}",
            )
        if decoded.cut and not reason and format_name in ("mpeg", "mpegts", "mpegvideo"):
            reason = "the last picture is damaged"
        return _assemble(source, packets, decoded, reason)


def _missing_time(source: VideoSource, packets: PacketTable) -> str:
    """Say how far the packets end before the duration that the header announces; empty if they do not."""
    # Formats without a header of their own let libav guess the duration; nothing is announced there.
    if source.format_name.split(",")[0] not in ("mov", "matroska", "flv") or not packets.pts:
        return ""
    announced = float(source.container.duration or 0) / 1_000_000
    missing = float(source.container.start_time or 0) / 1_000_000 + announced - packets.end
    too_much = missing > max(_DURATION_TOLERANCE, 0.02 * announced)
    return f"the header announces {missing:.2f} s more" if too_much else ""


@dataclass
class _Decoded:
    """What decoding said: the rows in presentation order, and the first frame's looks."""

    pts: list[int | None]
    keys: list[bool]
    damage: Damage
    first: Any = None
    cut: bool = False  # One of the last pictures is damaged, as when the file ends inside it.


def _decode(source: VideoSource, packets: PacketTable, should_stop: Callable[[], bool] | None) -> _Decoded:
    context = source.stream.codec_context
    pixels = len(packets.pts) * max(1, context.width * context.height)
    if packets.trustworthy and pixels > _DECODE_WHOLE_PIXELS:
        with VideoSource(source.path, careful=True) as careful:
            checked = _spot_check(careful, packets)
        if checked is not None:
            return checked
    decoded = _decode_whole(source, should_stop)
    if decoded.damage.packets:
        with VideoSource(source.path, careful=True) as careful:
            decoded = _decode_whole(careful, should_stop)
    return decoded


def _decode_whole(source: VideoSource, should_stop: Callable[[], bool] | None) -> _Decoded:
    decoded = _Decoded([], [], Damage())
    last_damaged = -100
    for number, frame in enumerate(source.frames(decoded.damage)):
        if should_stop is not None and number % 32 == 0 and should_stop():
            raise Stopped(f"Reading “{source.path.name}” was stopped.")
        decoded.first = decoded.first or frame
        decoded.pts.append(frame.pts)
        decoded.keys.append(bool(frame.key_frame))
        if frame.is_corrupt:
            last_damaged = number
    decoded.cut = last_damaged >= len(decoded.pts) - 3
    return decoded


def _spot_check(source: VideoSource, packets: PacketTable) -> _Decoded | None:
    """Compare packets and frames at the head, the middle and the tail of a long recording.

    Returns None if the packets are not to be believed; otherwise the packets' rows, without the leading and
    trailing ones for which the decoder gives no picture.
    """
    pts = sorted(p for p in packets.pts if p is not None)
    stamps = packets.seek_stamps()
    keys = sorted(stamps.keys() & set(pts))
    decoded = _Decoded([], [], Damage())
    missing: set[int] = set()
    later = [k for k in (bisect.bisect_left(pts, p) for p in keys) if k > 0]
    # The tail starts two key frames before the end: the last group of pictures may be damaged as a whole.
    for start in (0, later[len(later) // 2] if later else 0, later[-2] if len(later) > 1 else 0):
        if not start:
            source.seek_start()
        elif not source.seek(stamps[pts[start]]):
            return None
        to_end = len(later) < 2 or start == later[-2]
        seen = _seen(source, decoded, None if to_end else _SPOT_FRAMES, stamps if start else None)
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
    return decoded


def _seen(
    source: VideoSource, decoded: _Decoded, limit: int | None, keys: Mapping[int, int] | None
) -> list[Any]:
    """Decode a stretch from where the file stands; return its timestamps, with `keys` from one of them."""
    seen: list[Any] = []
    damaged: list[bool] = []
    for frame in source.frames(decoded.damage):
        decoded.first = decoded.first or frame
        if keys is not None and not seen and frame.pts not in keys:
            continue
        seen.append(frame.pts)
        damaged.append(bool(frame.is_corrupt))
        if limit is not None and len(seen) >= limit:
            return seen
    decoded.cut = any(damaged[-3:])
    return seen


def _assemble(source: VideoSource, packets: PacketTable, decoded: _Decoded, reason: str) -> VideoIndex:
    stream, first = source.stream, decoded.first
    rate = stream.average_rate or stream.guessed_rate or Fraction(25)
    timing = make_timing(decoded.pts, decoded.keys, packets)
    pts, time_base = spread(decoded.pts, Fraction(stream.time_base), Fraction(rate))
    keys = np.array(decoded.keys)
    if timing.by_timestamp:
        keys[:] = False
        keys[[row for row, _ in timing.anchors]] = True
    rotation = round(-(first.rotation or 0) / 90) * 90 % 360
    aspect = pixel_aspect(stream)
    # The pixels' shape is that of the stored picture: first it is stretched, then turned.
    width, height = squared_width(first.width, aspect), first.height
    notices = _notices(pts, timing, rotation, decoded.damage, reason)
    if aspect != SQUARE:
        notices += (f"stored {first.width} pixels wide, shown {width} wide, as the recording asks",)
    if rotation % 180:
        width, height = height, width
    return VideoIndex(
        path=source.path,
        pts=pts,
        time_base=time_base,
        key_frames=keys,
        rotation=rotation,
        width=width,
        height=height,
        codec=stream.codec_context.codec.canonical_name,
        audio=_audio(source.container),
        notices=notices,
        truncated=bool(reason),
        damaged=bool(decoded.damage.packets or reason),
        timing=timing,
        pixel_aspect=aspect,
    )


def _audio(container: Any) -> AudioInfo | None:
    for stream in container.streams.audio:
        context = stream.codec_context
        if context is not None and context.sample_rate:
            return AudioInfo(context.sample_rate, context.channels, context.codec.canonical_name)
    return None


def _notices(
    pts: npt.NDArray[np.int64], timing: Timing, rotation: int, damage: Damage, reason: str
) -> tuple[str, ...]:
    notices = []
    if reason:
        notices.append(f"cut short after {len(pts)} frames ({reason})")
    if not timing.by_timestamp:
        notices.append("timestamps repaired (the file has none, or contradictory ones)")
    steps = np.diff(pts)
    if len(steps) > 1 and steps.max() - steps.min() > 0.1 * float(np.median(steps)) + 2:
        notices.append("variable frame rate")
    if rotation:
        notices.append(f"turned {rotation}° clockwise, as the camera noted")
    if damage.packets:
        notices.append(f"{damage.packets} damaged pieces without a picture")
    return tuple(notices)
