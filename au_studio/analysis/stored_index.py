"""The timestamps of a recording whose video is missing, from a stored analysis of it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np

from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import AnalysisFileError, load_analysis
from au_studio.video.index import VideoIndex
from au_studio.video.timing import Timing

NO_PICTURES = ""
"""Stands for the coding of the pictures where there are none."""


def stored_index(analysis: Path, video: Path) -> VideoIndex | None:
    """Return the timestamps that a stored analysis has; None if it cannot be read.

    Parameters
    ----------
    analysis : Path
        The stored analysis.
    video : Path
        Where the video was.
    """
    try:
        stored = load_analysis(analysis)
    except AnalysisFileError:
        return None
    if not len(stored.pts):
        return None
    about = stored.provenance.get("video") or {}
    n = len(stored.pts)
    return VideoIndex(
        path=video,
        pts=stored.pts,
        time_base=_time_base(stored),
        key_frames=np.zeros(n, dtype=np.bool_),
        rotation=0,
        width=int(about.get("width") or 0),
        height=int(about.get("height") or 0),
        codec=NO_PICTURES,
        audio=None,
        notices=("the video is missing",),
        truncated=False,
        damaged=False,
        timing=Timing(by_timestamp=True),
        start=about.get("start"),
    )


def _time_base(stored: RecordingAnalysis) -> Fraction:
    said = (stored.provenance.get("video") or {}).get("time_base")
    if said:
        return Fraction(str(said))
    place = int(np.argmax(np.abs(stored.pts)))
    pts, time = int(stored.pts[place]), float(stored.times[place])
    return Fraction(time / pts).limit_denominator(1_000_000) if pts and time else Fraction(1, 1000)
