"""A decoded frame."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from au_studio.video.planes import Planes


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
    shown : ndarray of uint8, shape (H, W, 3), or Planes
        RGB, upright, in square pixels, C-contiguous, read-only because readers share it; or the planes that
        it is made of, for a reader that was asked for them.
    """

    position: int
    pts: int
    time: float
    shown: npt.NDArray[np.uint8] | Planes

    @property
    def image(self) -> npt.NDArray[np.uint8]:
        """The picture in RGB; of planes it is made when it is asked for."""
        return self.shown.whole() if isinstance(self.shown, Planes) else self.shown

    def in_rgb(self) -> Frame:
        """Return the same frame with its picture in RGB, for other threads and for who looks at it often."""
        return replace(self, shown=self.image) if isinstance(self.shown, Planes) else self
