"""The decoder of a graphics card, where the video library reaches one: it must make the software's pictures.

Nothing here is used unless somebody asks for it. Whatever is unusual about a card or a recording ends in a
`GraphicsCardError`; the caller then begins anew, by software, from the first frame.
"""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterator
from pathlib import Path

import numpy as np

from au_studio.texts import Sentence, mark, sentence
from au_studio.video.card_source import CardSource, compared_rows
from au_studio.video.errors import VideoError
from au_studio.video.frame import Frame
from au_studio.video.graphics_devices import FAILURES, GraphicsCardError, could_not_decode, open_device
from au_studio.video.index import VideoIndex
from au_studio.video.source import VideoSource

_WORTH = 0.5
"""Of the pictures, at most so many may have to be decoded twice; with more nothing is saved."""
_LEFT_OUT = mark("The graphics card left out a picture.")


class GraphicsCard:
    """What decodes one recording instead of the software.

    Parameters
    ----------
    index : VideoIndex
        Of the recording.

    Attributes
    ----------
    device : str
        libav's name of the way to the card, for example ``"cuda"`` or ``"videotoolbox"``.
    compared : int
        Pictures that were compared so far; all of them were the software's.

    Raises
    ------
    GraphicsCardError
        If there is no card that decodes such a recording, or the recording is one for the software.
    """

    def __init__(self, index: VideoIndex) -> None:
        self._index = index
        self.compared = 0
        self._source: CardSource | None = None
        with VideoSource(index.path, threads=1, stream=index.stream) as software:
            self.device = open_device(software.stream.codec_context.codec)
        _refuse_unusual(index)

    @property
    def name(self) -> str:
        """What sidecars call it."""
        return f"graphics card ({self.device})"

    def source(self, path: Path, *, threads: int | None, careful: bool, stream: int | None) -> VideoSource:
        """Open the recording, as `VideoSource` does; for `FrameReader`. Threads are the card's own affair.

        Raises
        ------
        GraphicsCardError
            If the card cannot, or the recording turned out to be damaged (`careful`).
        """
        if careful:
            raise GraphicsCardError(sentence("The graphics card could not decode all of the recording."))
        self._source = CardSource(self._index, self.device, path, stream, self._count)
        return self._source

    def _count(self) -> None:
        self.compared += 1

    def watch(self, frames: Generator[tuple[Frame, int]]) -> Iterator[tuple[Frame, int]]:
        """Yield frames, with how many were passed over before each, as long as they are as they should be.

        Raises
        ------
        GraphicsCardError
            If a frame is passed over or the recording ends in an error: it is for the software to say what
            is wrong with a recording. If the card fails in any way. If nothing was compared.
        """
        last, reached = self._index.n_frames - 1, -1
        try:
            with contextlib.closing(frames):
                for frame, passed_over in frames:
                    if passed_over:
                        raise GraphicsCardError(_LEFT_OUT)
                    reached = frame.position
                    yield frame, passed_over
        except (VideoError, *FAILURES) as error:
            if self._source is not None and error is self._source.of_software:
                raise
            raise could_not_decode(error) from error
        if not self.compared:
            raise GraphicsCardError(
                sentence("No picture of the graphics card could be compared with the software's.")
            )
        if reached < last:
            raise GraphicsCardError(_LEFT_OUT)

    def told(self) -> Sentence:
        """Return what people should know of a recording that the card has decoded to its end."""
        return sentence(
            "The pictures of {name} were decoded by the graphics card ({device}); {compared:,} of them were "
            "compared with the software's and are the same.",
            name=self._index.path.name,
            device=self.device,
            compared=self.compared,
        )


def _refuse_unusual(index: VideoIndex) -> None:
    """Raise for a recording whose pictures depend on the decoder, or of which too many would be compared."""
    if index.damaged or index.truncated:
        raise GraphicsCardError(
            sentence("The recording is damaged, and what is shown of damage differs between decoders.")
        )
    if not index.key_frames[0]:
        raise GraphicsCardError(sentence("The recording does not begin with a key frame."))
    if not index.timing.by_timestamp:
        raise GraphicsCardError(
            sentence("The frames of the recording cannot be told apart by their timestamps alone.")
        )
    twice = compared_rows(index, first=0)
    if np.mean(twice) > _WORTH:
        raise GraphicsCardError(
            sentence(
                "The recording is too short for the graphics card, or has too few key frames: {twice:,} of "
                "its {frames:,} pictures would be decoded twice to compare them.",
                twice=int(np.count_nonzero(twice)),
                frames=index.n_frames,
            )
        )
