"""The timestamp index of a recording: one row per frame that the decoder really gives.

Two passes make it. The first reads every packet's timestamps without decoding. The second decodes: a short
recording whole, a long one at its head, middle and tail, where packets and frames differ if they differ
at all (leading pictures without their references, trailing damage, field pairs). Wherever the packets prove
untrustworthy, the whole recording is decoded and the frames themselves make the index.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from au_studio.texts import sentence, sentence_n
from au_studio.video.aspect import SQUARE, pixel_aspect, squared_width
from au_studio.video.colour import has_no_ordinary_colours, hdr_name
from au_studio.video.completeness import shortfall
from au_studio.video.errors import UnreadableVideoError
from au_studio.video.gaps import gap_notices, gaps_in
from au_studio.video.interlacing import is_interlaced
from au_studio.video.options import AS_USUAL, ReadingOptions, options_of
from au_studio.video.packets import PacketTable, read_packets
from au_studio.video.rates import best_stamps, clock_notices, rate_of
from au_studio.video.reading import describe_reading, remember_reading
from au_studio.video.shapes import Shape, shape_notices, shown_size
from au_studio.video.source import Damage, VideoSource, video_streams
from au_studio.video.streams import stream_notices
from au_studio.video.survey import Decoded, survey
from au_studio.video.timing import Timing, make_timing, spread, without_false_wrap

# A duration in a header is often rounded, or counts a track that shows nothing.
_DURATION_TOLERANCE = 1.0
# Nothing but its last picture tells that a file in these formats is cut short.
_JUDGED_BY_PICTURES = frozenset(("mpeg", "mpegts", "mpegvideo"))


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
        0, 90, 180 or 270: degrees clockwise by which the first picture is turned to stand upright, after
        it is mirrored if `shapes` says so.
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
    stream : int or None
        Number of the picture stream among all streams of the file.
    deinterlaced : bool
        Whether the two half pictures of its frames are made one.
    start : float or None
        Seconds (container time) at which players, and ELAN, begin to count: where the first stream of the
        file begins, be it sound. None = with the first frame.
    shapes : tuple of Shape
        Sizes and orientations of the stored pictures, from which row on; one for nearly every recording.
    reading : str
        What is done to the pictures that earlier versions did not do; empty for nearly every recording.
        Faces, crops and pictures that were stored under another value are not those of this index.
    pixel_aspect : Fraction
        How wide a stored pixel is for its height, before the picture is turned: it is stretched by this.
    options : ReadingOptions
        What was chosen where the file leaves it open.
    interlaced : bool
        Whether its frames consist of two half pictures.
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
    stream: int | None = None
    deinterlaced: bool = False
    start: float | None = None
    shapes: tuple[Shape, ...] = ()
    reading: str = ""
    pixel_aspect: Fraction = SQUARE
    options: ReadingOptions = AS_USUAL
    interlaced: bool = False

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

    @cached_property
    def gaps(self) -> npt.NDArray[np.int64]:
        """Positions of the frames after which there is a gap; see `gaps_in`."""
        return gaps_in(self.times)

    @property
    def mean_rate(self) -> float:
        """Frames per second on average, without the time of gaps; 0 for a single picture."""
        recorded = self.duration - float(np.diff(self.times)[self.gaps].sum())
        return self.n_frames / recorded if recorded > 0 else 0.0

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


def index_video(
    path: Path, options: ReadingOptions | None = None, *, should_stop: Callable[[], bool] | None = None
) -> VideoIndex:
    """Find every frame of a recording.

    Parameters
    ----------
    path : Path
        The video file.
    options : ReadingOptions, optional
        What the file leaves open; by default as was said of it last (`want_reading`).
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
        If the file holds only sound, or not the stream that was asked for.
    Stopped
        If `should_stop` returned True.
    """
    path = Path(path)
    options = options_of(path) if options is None else options
    with VideoSource(path, stream=options.stream) as source:
        packets = read_packets(source, should_stop)
        format_name = source.format_name
        reason = shortfall(path, format_name) or packets.ended or _missing_time(source, packets)
    # Whether a picture counts as damaged is a race between threads where several decode one stream.
    judged = format_name in _JUDGED_BY_PICTURES
    threads, careful = (1, True) if judged else (None, bool(reason))
    with VideoSource(path, threads=threads, careful=careful, stream=options.stream) as source:
        decoded = survey(source, packets, should_stop)
        if not decoded.pts:
            raise UnreadableVideoError(
                sentence(
                    "“{name}” cannot be read: it is cut short before its first whole picture.", name=path.name
                )
                if reason
                else sentence("“{name}” cannot be read: no picture in it can be decoded.", name=path.name),
                next_step="Copy the file again from its source, or convert it to H.264 in an .mp4 file.",
                details=f"{path}: {format_name}, {source.stream.codec_context.name}, "
                f"{len(packets.pts)} packets, {decoded.damage.packets} refused; {reason or 'complete'}",
            )
        if has_no_ordinary_colours(decoded.first):
            raise UnreadableVideoError(
                sentence(
                    "“{name}” is recorded in Dolby Vision without ordinary colours (profile 5), which AU "
                    "Studio cannot show: faces would be green and violet.",
                    name=path.name,
                ),
                next_step="Let the phone export it for other devices, or convert it to HDR10, HLG or SDR.",
                details=f"{path}: {format_name}, {source.stream.codec_context.name}",
            )
        if decoded.cut and not reason and judged:
            reason = sentence("the last picture is damaged")
        index = _assemble(source, packets, decoded, reason, options)
    remember_reading(path, options, index.reading)
    return index


def _missing_time(source: VideoSource, packets: PacketTable) -> str:
    """Say how far the packets end before the duration that the header announces; empty if they do not."""
    # Formats without a header of their own let libav guess the duration; nothing is announced there.
    if source.format_name.split(",")[0] not in ("mov", "matroska", "flv") or not packets.pts:
        return ""
    announced = float(source.container.duration or 0) / 1_000_000
    # Matroska's duration counts from zero, also where the first picture comes later.
    matroska = source.format_name.startswith("matroska")
    begins = 0.0 if matroska else float(source.container.start_time or 0) / 1_000_000
    missing = begins + announced - packets.end
    too_much = missing > max(_DURATION_TOLERANCE, 0.02 * announced)
    return sentence("the header announces {missing} s more", missing=f"{missing:.2f}") if too_much else ""


def _assemble(
    source: VideoSource, packets: PacketTable, decoded: Decoded, reason: str, options: ReadingOptions
) -> VideoIndex:
    stream, first = source.stream, decoded.first
    straight = without_false_wrap(decoded.pts, source.format_name)
    timing = make_timing(straight, decoded.keys, packets)
    rate = rate_of(stream, source.format_name)
    stamps = best_stamps(straight, packets, source.format_name, sound=timing.by_timestamp)
    pts, time_base = spread(stamps, Fraction(stream.time_base), rate.value)
    keys = np.array(decoded.keys)
    if timing.by_timestamp:
        keys[:] = False
        keys[[row for row, _ in timing.anchors]] = True
    interlaced = is_interlaced(decoded.n_interlaced, decoded.n_seen)
    deinterlaced = interlaced and options.deinterlace
    aspect = pixel_aspect(stream)
    shapes = tuple(decoded.shapes.found)
    size = shown_size(shapes, len(pts), aspect)
    times = pts.astype(np.float64) * float(time_base)
    clock = clock_notices(stamps, times, rate, source.format_name, sound=timing.by_timestamp)
    notices = _notices(pts, times, clock, decoded.damage, reason) + shape_notices(shapes, times, aspect, size)
    lost = len(packets.pts) - len(pts)
    if 0 < lost < len(shapes) and not decoded.damage.packets and not reason:
        notices.append(
            sentence_n(
                "{n} frame is lost where the picture changes",
                "{n} frames are lost where the picture changes",
                lost,
            )
        )
    notices += stream_notices(video_streams(source.container, source.path), stream)
    notices += _picture_notices(first, interlaced=interlaced, deinterlaced=deinterlaced)
    if aspect != SQUARE:
        width = squared_width(first.width, aspect)
        notices.append(
            sentence(
                "stored {stored} pixels wide, shown {shown} wide, as the recording asks",
                stored=first.width,
                shown=width,
            )
        )
    return VideoIndex(
        path=source.path,
        pts=pts,
        time_base=time_base,
        key_frames=keys,
        rotation=shapes[0].orientation.turn,
        width=size[0],
        height=size[1],
        codec=stream.codec_context.codec.canonical_name,
        audio=_audio(source.container),
        notices=tuple(notices),
        truncated=bool(reason),
        damaged=bool(decoded.damage.packets or reason),
        timing=timing,
        stream=stream.index,
        deinterlaced=deinterlaced,
        start=_start(source, times),
        shapes=shapes,
        reading=describe_reading(source, shapes, first, deinterlaced=deinterlaced),
        pixel_aspect=aspect,
        options=options,
        interlaced=interlaced,
    )


def _picture_notices(first: Any, *, interlaced: bool, deinterlaced: bool) -> list[str]:
    notices: list[str] = []
    if hdr_name(first):
        notices.append(
            sentence("HDR ({kind}), shown in the colours of an ordinary screen", kind=hdr_name(first))
        )
    if interlaced and deinterlaced:
        notices.append(sentence("interlaced: the two half pictures of a frame are made one"))
    elif interlaced:
        notices.append(sentence("interlaced: read as it is stored"))
    return notices


def _start(source: VideoSource, times: npt.NDArray[np.float64]) -> float:
    """Return when the file's first stream begins, at the latest with the first frame."""
    begins = source.container.start_time
    first = float(times[0])
    return first if begins is None else min(first, begins / 1_000_000)


def _audio(container: Any) -> AudioInfo | None:
    for stream in container.streams.audio:
        context = stream.codec_context
        if context is not None and context.sample_rate:
            return AudioInfo(context.sample_rate, context.channels, context.codec.canonical_name)
    return None


def _notices(
    pts: npt.NDArray[np.int64],
    times: npt.NDArray[np.float64],
    clock: list[str],
    damage: Damage,
    reason: str,
) -> list[str]:
    notices: list[str] = []
    if reason:
        notices.append(
            sentence_n(
                "cut short after {n} frame ({reason})",
                "cut short after {n} frames ({reason})",
                len(pts),
                reason=reason,
            )
        )
    notices += clock
    steps = np.delete(np.diff(pts), gaps_in(times))
    if len(steps) > 1 and steps.max() - steps.min() > 0.1 * float(np.median(steps)) + 2:
        notices.append(sentence("variable frame rate"))
    notices += gap_notices(times)
    if damage.packets:
        notices.append(
            sentence_n(
                "{n} damaged piece without a picture", "{n} damaged pieces without a picture", damage.packets
            )
        )
    return notices
