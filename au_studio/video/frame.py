"""A decoded frame."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, eq=False)
class Frame:
    """One decoded frame.

    Attributes
    ----------
    position : int
        Row in the recording's `VideoIndex`.
    pts : int
        Presentation timestamp, in units of the index's time base; identifies the frame within its recording.
    time : float
        The same in seconds.
    image : ndarray of uint8, shape (H, W, 3)
        RGB, upright, in square pixels, C-contiguous, read-only because readers share it.
    """

    position: int
    pts: int
    time: float
    image: npt.NDArray[np.uint8]
