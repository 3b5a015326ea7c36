"""How somebody wants a recording to be read, where it can be read in more than one way."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ReadingOptions:
    """Choices that the file leaves open.

    Attributes
    ----------
    stream : int or None
        Number of the video stream among all streams of the file, from 0; None = the one that moves.
    deinterlace : bool
        Whether the two half pictures of an interlaced frame are made one whole picture.
    """

    stream: int | None = None
    deinterlace: bool = True


AS_USUAL = ReadingOptions()
