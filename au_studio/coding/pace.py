"""How fast a coder codes, and what that says about the time left."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from au_studio.texts import sentence

PAUSE_SECONDS = 90.0
"""Two ratings further apart than this have a pause between them, which is no coding time."""

MIN_FRAMES_FOR_PACE = 5
"""Fewer frames than this say nothing about a coder's pace."""

ASSUMED_SECONDS_PER_FRAME = (20.0, 45.0)
"""What to expect of a trained coder before any own pace is known: twelve action units in a frame picked at
random, with a look at the context and the neutral reference. FACS coding of continuous video takes over an
hour for a minute; this range is our assumption, and is replaced by the coder's own pace."""


class PaceMeter:
    """Adds up the time spent coding: the gaps between ratings, without the pauses.

    Parameters
    ----------
    created : iterable of str
        ISO 8601 times at which ratings were made so far, in any order.
    """

    def __init__(self, created: Iterable[str] = ()) -> None:
        self._seconds = 0.0
        self._ratings = 0
        self._last: float | None = None
        for moment in sorted(datetime.fromisoformat(text).timestamp() for text in created):
            self.add(moment)

    def add(self, moment: float, ratings: int = 1) -> None:
        """Count ratings made at a moment (seconds since the epoch), not earlier than the one before."""
        if self._last is not None and 0 <= moment - self._last <= PAUSE_SECONDS:
            self._seconds += moment - self._last
        self._last = moment
        self._ratings += ratings

    def seconds_since_last(self, moment: float) -> float | None:
        """Return the time since the last rating; None when there is none, or a pause between."""
        if self._last is None or not 0 <= moment - self._last <= PAUSE_SECONDS:
            return None
        return moment - self._last

    def seconds_per_frame(self, aus: int) -> float | None:
        """Return the pace for frames of so many action units; None when too little is coded to say."""
        frames = self._ratings / max(aus, 1)
        if frames < MIN_FRAMES_FOR_PACE or self._seconds <= 0:
            return None
        return self._seconds / frames


def duration_text(seconds: float) -> str:
    """Return a duration as people say it: ``40 s``, ``12 min``, ``2 h 05 min``."""
    if seconds < 60:
        return f"{max(round(seconds), 1)} s"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60:02d} min"


def estimate_text(frames: int, pace: float | None) -> str:
    """Return how long coding a number of frames will take, and what that is based on.

    Parameters
    ----------
    frames : int
        Frames to code.
    pace : float or None
        The coder's own seconds per frame, if known.
    """
    if frames == 0:
        return sentence("No frames to code.")
    if pace is not None:
        return sentence(
            "About {time}, at your pace so far of {pace} s per frame.",
            time=duration_text(frames * pace),
            pace=f"{pace:.0f}",
        )
    low, high = (frames * seconds for seconds in ASSUMED_SECONDS_PER_FRAME)
    return sentence(
        "Roughly {low} to {high}, if a frame takes a trained coder "
        "20 to 45 s. Your own pace replaces this assumption once you have coded five frames.",
        low=duration_text(low),
        high=duration_text(high),
    )
