"""Timestamps of a video that need no video."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np

from au_studio.video.index import VideoIndex


def made_index(n_frames: int = 1000, step: int = 512, start: int = 512) -> VideoIndex:
    """25 frames a second in units of 1/12800 s, the first at 0.04 s."""
    return VideoIndex(
        path=Path("video.mp4"),
        pts=np.arange(n_frames, dtype=np.int64) * step + start,
        time_base=Fraction(1, 12800),
        key_frames=np.ones(n_frames, dtype=bool),
        rotation=0,
        width=64,
        height=48,
        codec="h264",
        audio=None,
        notices=(),
        truncated=False,
        damaged=False,
        timing=None,  # type: ignore[arg-type]
    )
