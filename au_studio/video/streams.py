"""Which of several video streams of a file is the recording: the one that moves, or the one that was chosen.

Cameras put a small still before the film, editors a preview beside it, multi-camera rigs two films into one
file. Numbers are those of all streams in the file, sound included, from 0, as other programs count them.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import av

from au_studio.texts import joined, sentence
from au_studio.video.errors import NoVideoStreamError

# So many pictures of every stream tell whether it moves; so many packets are read for that at most.
_ENOUGH = 25
_MOST_PACKETS = 6000
# A stream whose pictures are so many times smaller than another's is a preview of it.
_PREVIEW = 4


def chosen_stream(candidates: list[Any], container: Any, path: Path, number: int | None) -> Any:
    """Return the stream that is the recording.

    Parameters
    ----------
    candidates : list of av.video.stream.VideoStream
        The streams with pictures that can be decoded, at least one.
    container : av.container.InputContainer
        The file, freshly opened; nothing is read from it.
    path : Path
        The same file.
    number : int or None
        The number that was asked for; None = whichever moves and is no small preview, of several the one
        that the file calls the default one, of several the first.

    Raises
    ------
    NoVideoStreamError
        If the stream that was asked for is none of them.
    """
    if number is not None:
        for stream in candidates:
            if stream.index == number:
                return stream
        raise NoVideoStreamError(
            sentence(
                "Stream {number} of “{name}” holds no pictures that can be read.",
                number=number,
                name=path.name,
            ),
            next_step=sentence(
                "Choose among {names}.", names=", ".join(str(stream.index) for stream in candidates)
            ),
            details=f"{path}: streams {[stream.type for stream in container.streams]}",
        )
    if len(candidates) == 1:
        return candidates[0]
    status = path.stat()
    counts = dict(_pictures(path, status.st_size, status.st_mtime_ns))
    most = max((counts.get(stream.index, 0) for stream in candidates), default=0)
    moving = [s for s in candidates if counts.get(s.index, 0) >= max(2, most / 3)] or candidates
    usual, largest = default_of(moving), max(moving, key=_pixels)
    return largest if _pixels(usual) * _PREVIEW <= _pixels(largest) else usual


def _pixels(stream: Any) -> int:
    return int(stream.codec_context.width * stream.codec_context.height)


def default_of(streams: list[Any]) -> Any:
    """Return the stream that the file calls the default one, or else the first."""
    return next((s for s in streams if s.disposition & av.stream.Disposition.default), streams[0])


def stream_notices(candidates: list[Any], chosen: Any) -> list[str]:
    """Say which stream is read where there are several."""
    if len(candidates) < 2:
        return []
    others = joined((stream_words(stream) for stream in candidates if stream.index != chosen.index), ", ")
    return [
        sentence(
            "of {count} video streams {chosen} is read, not {others}",
            count=len(candidates),
            chosen=stream_words(chosen),
            others=others,
        )
    ]


def stream_words(stream: Any) -> str:
    """Say which stream it is: its number, coding and size."""
    context = stream.codec_context
    return sentence(
        "number {number} ({coding}, {width} × {height})",
        number=stream.index,
        coding=context.codec.canonical_name,
        width=context.width,
        height=context.height,
    )


@lru_cache(maxsize=256)
def _pictures(path: Path, _size: int, _changed: int) -> tuple[tuple[int, int], ...]:
    """Count the packets of every video stream at the beginning of a file."""
    counts: dict[int, int] = {}
    try:
        with av.open(
            f"file:{path}", options={"protocol_whitelist": "file"}, metadata_errors="replace"
        ) as file:
            streams = list(file.streams.video)
            counts = {stream.index: 0 for stream in streams}
            for read, packet in enumerate(file.demux(streams)):
                counts[packet.stream_index] += packet.size > 0
                if read > _MOST_PACKETS or min(counts.values()) >= _ENOUGH:
                    break
    except (av.error.FFmpegError, OSError):
        pass
    return tuple(counts.items())
