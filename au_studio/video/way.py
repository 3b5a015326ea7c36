"""What happens on the way to a frame that can only be decoded through many others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from au_studio.errors import Stopped
from au_studio.video.frame import Frame

LONG_WAY_PIXELS = 16_000_000
"""Decoding so many pixels takes about as long as a person waits without noticing: 8 frames of 1920x1080."""


def _tell_nobody(_frame: Frame) -> None:
    pass


@dataclass
class Way:
    """What somebody who waits for a frame wants meanwhile.

    Attributes
    ----------
    should_stop : callable
        Asked for every picture on a long way, once the first was shown; True gives the frame up.
    on_first : callable
        Called with the first frame of a long way, so that there is something to look at.
    shown : bool
        Whether it was called; set before, nothing is shown and the way can be given up at once.
    """

    should_stop: Callable[[], bool]
    on_first: Callable[[Frame], None] = _tell_nobody
    shown: bool = False

    def passes(self, pixels_left: int, picture: Callable[[], Frame], position: int) -> None:
        """Take note of a picture on the way.

        Parameters
        ----------
        pixels_left : int
            How much is to be decoded yet.
        picture : callable
            Makes a frame of it.
        position : int
            The frame that is waited for.

        Raises
        ------
        Stopped
            If the frame is not wanted any more.
        """
        if not self.shown and pixels_left > LONG_WAY_PIXELS:
            self.shown = True
            self.on_first(picture())
        if self.shown and self.should_stop():
            raise Stopped(f"Frame {position} is not wanted any more.")
