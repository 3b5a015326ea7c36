"""Blinks (AU45): eyes that close and open again at once, from the curve of closed eyes (AU43).

FACS tells the two apart by time only: up to half a second it is a blink. Eyes differ in how open they are,
and models in how closed they read them, so a blink is a *rise* over what the curve was just before and after.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from au_studio.stats.episodes import Episode, frame_ends

BLINK = 45
"""FACS number of the blink."""
CLOSED = 43
"""FACS number of closed eyes, whose curve tells of blinks."""


@dataclass(frozen=True)
class BlinkRule:
    """What counts as a blink.

    Attributes
    ----------
    rise : float
        Steps of the scale by which the peak lies above the higher of the lowest values shortly before and
        after.
    max_duration : float
        Seconds that it may spend above half of its rise.
    around : float
        Seconds before and after the peak in which the lowest values are looked for.

    Raises
    ------
    ValueError
        If one of them is not above 0.
    """

    rise: float = 1.0
    max_duration: float = 0.5
    around: float = 0.5

    def __post_init__(self) -> None:
        if min(self.rise, self.max_duration, self.around) <= 0:
            raise ValueError(f"A blink needs a rise, a longest duration and surroundings, not {self}.")


DEFAULT_BLINKS = BlinkRule()


def find_blinks(
    times: npt.ArrayLike, closed: npt.ArrayLike, rule: BlinkRule = DEFAULT_BLINKS
) -> list[Episode]:
    """Find the blinks in a curve of closed eyes.

    Parameters
    ----------
    times : float [T]
        Seconds, rising.
    closed : float [T]
        Intensity of AU43, 0 to 5; NaN where there is no face.
    rule : BlinkRule
        What counts.

    Returns
    -------
    list of Episode
        In the order of time: the frames above half of the rise; ``peak`` is the intensity of AU43 there. One
        at the edge of what is seen is ``cut_off`` when it has no lower value on one side.

    Raises
    ------
    ValueError
        If the two have different lengths.
    """
    seconds = np.asarray(times, dtype=float)
    values = np.asarray(closed, dtype=float)
    if seconds.shape != values.shape:
        raise ValueError(f"{seconds.size} times for {values.size} intensities.")
    ends = frame_ends(seconds)
    found: list[Episode] = []
    taken = np.zeros(len(values), dtype=bool)
    for peak in _peaks(values, rule.rise):
        if taken[peak]:
            continue
        level = _surroundings(seconds, values, peak, rule)
        if level is None or values[peak] - level < rule.rise:
            continue
        half = (values[peak] + level) / 2
        first, last = _run(values, peak, half)
        if taken[first : last + 1].any():
            continue
        taken[first : last + 1] = True
        if ends[last] - seconds[first] > rule.max_duration:
            continue
        found.append(
            Episode(
                first=first,
                last=last,
                strongest=peak,
                onset=float(seconds[first]),
                apex=float(seconds[peak]),
                offset=float(ends[last]),
                peak=float(values[peak]),
                cut_off=_open(values, first - 1) or _open(values, last + 1),
            )
        )
    return sorted(found, key=lambda blink: blink.first)


def per_minute(count: int, seconds: float) -> float:
    """Return how often something happens in a minute, if it happened `count` times in the `seconds` watched.

    NaN when nothing was watched.
    """
    return 60.0 * count / seconds if seconds > 0 else float("nan")


def watched(times: npt.ArrayLike, seen: npt.ArrayLike) -> float:
    """Return how many seconds the frames with a face last together.

    Parameters
    ----------
    times : float [T]
        Seconds, rising.
    seen : bool [T]
        Whether there is a face.
    """
    seconds = np.asarray(times, dtype=float)
    return float((frame_ends(seconds) - seconds)[np.asarray(seen, dtype=bool)].sum())


def _peaks(values: npt.NDArray[np.float64], rise: float) -> list[int]:
    """Return where values are above the one before and not below the one after, the highest first."""
    padded = np.concatenate([[-np.inf], np.nan_to_num(values, nan=-np.inf), [-np.inf]])
    inside = padded[1:-1]
    peaks = np.flatnonzero((inside > padded[:-2]) & (inside >= padded[2:]) & (inside >= rise))
    highest_first: list[int] = peaks[np.argsort(-inside[peaks], kind="stable")].tolist()
    return highest_first


def _surroundings(
    seconds: npt.NDArray[np.float64], values: npt.NDArray[np.float64], peak: int, rule: BlinkRule
) -> float | None:
    """Return the higher of the lowest values before and after a peak; None where it is not the highest."""
    start = int(np.searchsorted(seconds, seconds[peak] - rule.around, side="left"))
    stop = int(np.searchsorted(seconds, seconds[peak] + rule.around, side="right"))
    start, stop = _nearest_gap(values, peak, start, stop)
    before, after = values[start:peak], values[peak + 1 : stop]
    lows = [side.min() for side in (before, after) if side.size]
    return float(max(lows)) if lows else None


def _nearest_gap(values: npt.NDArray[np.float64], peak: int, start: int, stop: int) -> tuple[int, int]:
    """Return the part of [start, stop) around a peak that has a face throughout."""
    missing = np.flatnonzero(np.isnan(values[start:stop])) + start
    before, after = missing[missing < peak], missing[missing > peak]
    return (int(before[-1]) + 1 if before.size else start), (int(after[0]) if after.size else stop)


def _run(values: npt.NDArray[np.float64], peak: int, half: float) -> tuple[int, int]:
    """Return the first and the last frame of the unbroken run at or above a level around a peak."""
    first = last = peak
    while first > 0 and values[first - 1] >= half:
        first -= 1
    while last + 1 < len(values) and values[last + 1] >= half:
        last += 1
    return first, last


def _open(values: npt.NDArray[np.float64], position: int) -> bool:
    return position < 0 or position >= len(values) or bool(np.isnan(values[position]))
