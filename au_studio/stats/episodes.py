"""Episodes of an action unit: when it begins, is strongest and ends, from its intensity over time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class Episode:
    """One appearance of an action unit.

    Attributes
    ----------
    first, last, strongest : int
        Positions of its first, last and strongest frame (the first of several equally strong ones).
    onset : float
        Time of the first frame, in seconds.
    apex : float
        Time of the strongest frame, in seconds.
    offset : float
        Time at which the last frame ends, in seconds: when the next one begins.
    peak : float
        Intensity at the apex, 0 to 5.
    cut_off : bool
        It begins or ends where the recording does or where there is no face: it may have lasted longer.
    """

    first: int
    last: int
    strongest: int
    onset: float
    apex: float
    offset: float
    peak: float
    cut_off: bool

    @property
    def duration(self) -> float:
        """Seconds from onset to offset."""
        return self.offset - self.onset


@dataclass(frozen=True)
class EpisodeRule:
    """What counts as an episode.

    Attributes
    ----------
    threshold : float
        Intensity that must be reached; 1 = trace.
    hysteresis : float
        How far below the threshold it may stay at its beginning and end, so that noise around the threshold
        does not cut it to pieces.
    min_duration : float
        Seconds; shorter episodes do not count.

    Raises
    ------
    ValueError
        If `hysteresis` is negative or reaches down to 0 intensity, or `min_duration` is negative.
    """

    threshold: float = 1.0
    hysteresis: float = 0.25
    min_duration: float = 0.1

    def __post_init__(self) -> None:
        if not 0 <= self.hysteresis < self.threshold or self.min_duration < 0:
            raise ValueError(
                f"An episode needs 0 ≤ hysteresis < threshold and no negative duration, not {self}."
            )


DEFAULT_RULE = EpisodeRule()
"""Trace (1), a quarter of a step of hysteresis, a tenth of a second."""


def find_episodes(
    times: npt.ArrayLike,
    intensities: npt.ArrayLike,
    rule: EpisodeRule = DEFAULT_RULE,
    *,
    ends: npt.NDArray[np.float64] | None = None,
) -> list[Episode]:
    """Find the episodes of one action unit.

    An episode is an unbroken run of frames at or above ``threshold - hysteresis`` that reaches `threshold`
    somewhere and lasts at least `min_duration`. A frame without a face (NaN) ends it.

    Parameters
    ----------
    times : float [T]
        Seconds, rising.
    intensities : float [T]
        Intensity of one action unit, 0 to 5; NaN where there is no face.
    rule : EpisodeRule
        What counts.
    ends : float64 [T], optional
        What `frame_ends` says of these times, for who asks about many action units.

    Returns
    -------
    list of Episode
        In the order of time.

    Raises
    ------
    ValueError
        If the two have different lengths.
    """
    seconds = np.asarray(times, dtype=float)
    values = np.asarray(intensities, dtype=float)
    if seconds.shape != values.shape:
        raise ValueError(f"{seconds.size} times for {values.size} intensities.")
    if not values.size:
        return []
    if ends is None:
        ends = frame_ends(seconds)
    above = np.nan_to_num(values, nan=-np.inf) >= rule.threshold - rule.hysteresis
    steps = np.diff(np.concatenate([[False], above, [False]]).astype(np.int8))
    found = []
    firsts, stops = np.flatnonzero(steps == 1).tolist(), np.flatnonzero(steps == -1).tolist()
    for first, stop in zip(firsts, stops, strict=True):
        strongest = first + int(np.argmax(values[first:stop]))
        episode = Episode(
            first=first,
            last=stop - 1,
            strongest=strongest,
            onset=float(seconds[first]),
            apex=float(seconds[strongest]),
            offset=float(ends[stop - 1]),
            peak=float(values[strongest]),
            cut_off=_open_at(values, first - 1) or _open_at(values, stop),
        )
        if episode.peak >= rule.threshold and episode.duration >= rule.min_duration:
            found.append(episode)
    return found


def frame_ends(times: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return when each frame ends, in seconds: when the next begins; the last lasts as long as the median.

    A single frame has no length.
    """
    if len(times) < 2:
        return times.copy()
    gaps = np.diff(times)
    return times + np.append(gaps, np.median(gaps))


def _open_at(values: npt.NDArray[np.float64], position: int) -> bool:
    return position < 0 or position >= len(values) or bool(np.isnan(values[position]))
