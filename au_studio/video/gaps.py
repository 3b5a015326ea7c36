"""Gaps in a recording: stretches without a frame, where recordings were joined or a camera was paused."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from au_studio.texts import joined, sentence, sentence_n

_LEAST_SECONDS = 3.0
"""A picture that stands for less time than this is simply one that stands: screen recordings hold them."""
_LEAST_STEPS = 10
_NAMED = 4


def gaps_in(times: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Return the positions of the frames after which there is a gap.

    Parameters
    ----------
    times : float64[T]
        Seconds of the frames, increasing.
    """
    steps = np.diff(times)
    # Nearly no recording has any: two hours are spared the search for the usual step, at every repaint.
    if not len(steps) or float(steps.max()) <= _LEAST_SECONDS:
        return np.zeros(0, dtype=np.int64)
    least = max(_LEAST_SECONDS, _LEAST_STEPS * float(np.median(steps)))
    return np.flatnonzero(steps > least)


def gap_notices(times: npt.NDArray[np.float64]) -> list[str]:
    """Say where a recording has gaps, in seconds from its first frame."""
    gaps = gaps_in(times)
    if not len(gaps):
        return []
    named: list[str] = [
        sentence(
            "{length} s after {start} s",
            length=f"{times[p + 1] - times[p]:.2f}",
            start=f"{times[p] - times[0]:.2f}",
        )
        for p in gaps[:_NAMED]
    ]
    where = joined([*named, *["…"] * (len(gaps) > _NAMED)], ", ")
    return [
        sentence_n(
            "{n} gap without frames: {where}", "{n} gaps without frames: {where}", len(gaps), where=where
        )
    ]
