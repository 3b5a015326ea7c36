"""Plays the second around a frame over and over, at the speed at which it happened."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from au_studio.coding.pictures import ContextLoop

_TICK_MS = 16
_PAUSE_SECONDS = 0.4
"""How long the loop rests on its last picture, so that its end can be told from its middle."""


class ContextPlayer(QObject):
    """A clock that says which picture of a context loop is due."""

    picture_due = Signal(int)
    """Place of the picture to show, from 0."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loop: ContextLoop | None = None
        self._place = -1
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._on_tick)

    @property
    def loop(self) -> ContextLoop | None:
        """The loop that is playing, or None."""
        return self._loop

    @property
    def pts(self) -> int | None:
        """Timestamp of the picture on show, in the recording's time base; None when nothing plays."""
        return None if self._loop is None or self._place < 0 else self._loop.pts[self._place]

    def play(self, loop: ContextLoop) -> None:
        """Start a loop from its beginning."""
        self._loop, self._place = loop, -1
        self._clock.start()
        self._timer.start()
        self._on_tick()

    def stop(self) -> None:
        """Stop playing."""
        self._timer.stop()
        self._loop, self._place = None, -1

    def _on_tick(self) -> None:
        if self._loop is None or not self._loop.offsets:
            return
        offsets = self._loop.offsets
        length = offsets[-1] - offsets[0] + _PAUSE_SECONDS
        moment = offsets[0] + (self._clock.elapsed() / 1000) % length
        place = max(int(np.searchsorted(offsets, moment, side="right")) - 1, 0)
        if place != self._place:
            self._place = place
            self.picture_due.emit(place)
