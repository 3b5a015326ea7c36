"""Times as every page shows them: since the recording's first frame."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Seconds = TypeVar("Seconds", float, NDArray[np.float64])


def since_first(seconds: Seconds, times: NDArray[np.float64]) -> Seconds:
    """Return moments of a recording as people read them: in seconds since its first frame.

    The timestamps of a file need not begin at 0 (those of .mts files seldom do). Seeking, stored markers
    and exported tables go by the file's own; whatever is written on a page goes through here, so that a
    frame has one time on all of them.

    Parameters
    ----------
    seconds : float or float64[N]
        The file's own times, in seconds.
    times : float64[T]
        Times of the recording's frames, rising; without any, `seconds` are returned as they are.
    """
    return seconds - float(times[0]) if len(times) else seconds


def players_zero(first: float, start: float | None) -> float:
    """Return the moment that players, and ELAN, call 0, in seconds of a file's own timestamps.

    A time in ELAN plus this is a timestamp of the recording, on the way out and on the way in.

    Parameters
    ----------
    first : float
        When the first frame appears, seconds.
    start : float or None
        When the file's first stream begins, be it sound; None = not known: with the first frame.
    """
    return first if start is None else min(first, float(start))
