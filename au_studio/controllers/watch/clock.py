"""What time of the recording it should be now while playing."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

JUMP = 0.12
"""Seconds by which the sound may be off before the picture jumps after it instead of gliding."""

GLIDE = 0.08
"""Part of the difference to the sound that is made good at each look."""


class PlaybackClock(Protocol):
    """A clock that runs while a recording plays."""

    def now(self) -> float:
        """Return the time that should be on the screen, in seconds of the recording."""
        ...


class SteadyClock:
    """Runs with the computer's monotonic clock.

    Parameters
    ----------
    start : float
        Seconds of the recording at the moment of making.
    speed : float
        Seconds of the recording per second.
    monotonic : callable
        Source of time in seconds.
    """

    def __init__(
        self, start: float, speed: float = 1.0, monotonic: Callable[[], float] = time.perf_counter
    ) -> None:
        self._monotonic = monotonic
        self._began = monotonic()
        self._start = start
        self._speed = speed

    def now(self) -> float:
        """Return seconds of the recording."""
        return self._start + (self._monotonic() - self._began) * self._speed


class SoundClock:
    """Follows the sound that has left the loudspeaker, without its steps.

    Sound devices report progress in steps of 10 ms and more; the steady clock in between is drawn towards
    them, so pictures neither stutter nor drift.

    Parameters
    ----------
    start : float
        Seconds of the recording where the sound began.
    played : callable
        Seconds of sound played so far.
    monotonic : callable
        Source of time in seconds.
    """

    def __init__(
        self,
        start: float,
        played: Callable[[], float],
        monotonic: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._start = start
        self._played = played
        self._monotonic = monotonic
        self._anchor = monotonic()
        self._offset = 0.0
        self._seen = 0.0
        self._seen_at = self._anchor

    def now(self) -> float:
        """Return seconds of the recording."""
        moment = self._monotonic()
        elapsed = moment - self._anchor + self._offset
        played = self._played()
        if played != self._seen:
            self._seen, self._seen_at = played, moment
            error = played - elapsed
            if abs(error) > JUMP:
                self._offset += error
            else:
                self._offset += error * GLIDE
            elapsed = moment - self._anchor + self._offset
        return self._start + max(elapsed, 0.0)

    @property
    def silent_for(self) -> float:
        """Seconds since the device last said that it played something."""
        return self._monotonic() - self._seen_at
