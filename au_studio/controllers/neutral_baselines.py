"""What a model reads in a person's face at rest: in the study's neutral reference, else in all frames."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from au_studio.analysis.neutral import NeutralBaseline, NeutralError, marked_baseline, robust_baseline
from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import AnalysisFileError, load_analysis
from au_studio.controllers.coding_session import SampleFrame


def baseline_of(
    recording_id: str,
    aus: tuple[int, ...],
    values: NDArray[np.float32],
    *,
    pts: NDArray[np.int64],
    times: NDArray[np.float64],
    reference: SampleFrame | None,
    elsewhere: Path | None,
) -> NeutralBaseline:
    """Return the neutral baseline of the person in a recording.

    Parameters
    ----------
    recording_id : str
        The recording.
    aus : tuple of int
        Action units of the columns.
    values : float32[T, A]
        What the model says about the recording so far; NaN where it says nothing.
    pts, times : [T]
        Timestamps of its frames, and the same in seconds.
    reference : SampleFrame or None
        The person's neutral reference, when one was chosen.
    elsewhere : Path or None
        The same model's analysis of the recording that the reference is in, if that is another one.

    Raises
    ------
    NeutralError
        If there is too little to take it from.
    """
    if reference is None:
        return robust_baseline(aus, values)
    if reference.recording_id == recording_id:
        return _at(reference, aus, values, pts, times)
    other = None if elsewhere is None else _stored(elsewhere)
    if other is None or other.aus != aus:
        raise NeutralError(
            "The neutral reference is in a recording that this model has not analysed yet.",
            next_step="Open that recording once, or choose a neutral reference in this one.",
        )
    return _at(reference, aus, other.intensities, other.pts, other.times)


def _at(
    reference: SampleFrame,
    aus: tuple[int, ...],
    values: NDArray[np.float32],
    pts: NDArray[np.int64],
    times: NDArray[np.float64],
) -> NeutralBaseline:
    position = min(int(np.searchsorted(pts, reference.pts)), len(pts) - 1)
    return marked_baseline(aus, values, times[: len(values)], float(times[position]))


def _stored(path: Path) -> RecordingAnalysis | None:
    try:
        return load_analysis(path)
    except AnalysisFileError:
        return None
