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
