"""The video streams of a file, for people who choose among them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from au_studio.video.source import open_media, video_stream, video_streams
from au_studio.video.streams import stream_words


@dataclass(frozen=True)
class StreamChoice:
    """A video stream that can be chosen.

    Attributes
    ----------
    number : int
        Among all streams of the file, from 0.
    words : str
        Its number, coding and size, for people.
    usual : bool
        Whether it is the one that is read unless another one is chosen.
    """

    number: int
    words: str
    usual: bool


def list_streams(path: Path) -> tuple[StreamChoice, ...]:
    """Return the video streams of a file that can be read, in its order.

    Raises
    ------
    UnreadableVideoError, NoVideoStreamError
        As `au_studio.video.source.video_stream` does.
    """
    container = open_media(path)
    try:
        usual = video_stream(container, path).index
        return tuple(
            StreamChoice(stream.index, stream_words(stream), stream.index == usual)
            for stream in video_streams(container, path)
        )
    finally:
        container.close()
