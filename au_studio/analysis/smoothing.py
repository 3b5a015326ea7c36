"""Smooth curves over time: a choice of the user, never made silently, and named wherever it was made."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

_REACH = 3.0  # standard deviations after which a neighbour counts no more
_BREAK_SECONDS = 0.5  # frames further apart than this are not of one movement


def smooth(
    intensities: npt.ArrayLike, times: npt.ArrayLike, persons: npt.ArrayLike, seconds: float
) -> npt.NDArray[np.float32]:
    """Average intensities with their neighbours in time, weighted by a Gaussian.

    It looks ahead, too, so that peaks stay where they are; it is for recordings, not for live use. Nothing is
    averaged over frames without a face, from one person to another, or over a hole in the recording.

    Parameters
    ----------
    intensities : float [T, A]
        NaN where there is no face; stays so.
    times : float [T]
        Seconds, rising; need not be evenly spaced.
    persons : int [T]
        Whose values they are.
    seconds : float
        Standard deviation of the Gaussian.

    Raises
    ------
    ValueError
        If `seconds` is not positive.
    """
    if not seconds > 0:
        raise ValueError(f"Smoothing over {seconds} s is not possible.")
    values, at = np.asarray(intensities, dtype=np.float64), np.asarray(times, dtype=np.float64)
    run = _runs(values, at, np.asarray(persons))
    total, weight = np.where(np.isfinite(values), values, 0.0), np.ones(len(at))
    plain = total.copy()
    for step in range(1, len(at)):
        distance = at[step:] - at[:-step]
        if not len(distance) or distance.min() > _REACH * seconds:
            break
        near = np.exp(-0.5 * (distance / seconds) ** 2) * (distance <= _REACH * seconds)
        near = near * (run[step:] == run[:-step])
        total[step:] += near[:, None] * plain[:-step]
        total[:-step] += near[:, None] * plain[step:]
        weight[step:] += near
        weight[:-step] += near
    smoothed = np.where(np.isfinite(values), total / weight[:, None], np.nan)
    return np.asarray(smoothed, dtype=np.float32)


def _runs(
    values: npt.NDArray[np.float64], times: npt.NDArray[np.float64], persons: npt.NDArray[np.generic]
) -> npt.NDArray[np.intp]:
    """Return the number of the unbroken run of one person that each frame belongs to, [T]."""
    shown: npt.NDArray[np.bool_] = np.asarray(np.isfinite(values).all(axis=1))
    same = np.equal(persons[1:], persons[:-1]) & np.equal(shown[1:], shown[:-1])
    breaks = np.logical_or(np.diff(times) > _BREAK_SECONDS, ~same)
    return np.concatenate([[0], np.cumsum(breaks)])[: len(times)]
