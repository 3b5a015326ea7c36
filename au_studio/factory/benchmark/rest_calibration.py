"""What the calibration to a person's face at rest changes on unseen persons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from au_studio.analysis.rest_calibration import (
    FEWEST_FRAMES,
    RestCalibration,
    calibration_by_calm,
    calibration_by_mark,
)
from au_studio.factory.benchmark.cells import Condition, Frames, join
from au_studio.factory.benchmark.summary import Results
from au_studio.stats.icc_of_runs import figures_of_runs, icc_gain

Calibration = Callable[[Frames, npt.NDArray[np.intp]], RestCalibration]
"""From the frames of a part and the rows of one person to that person's baseline."""


def section(results: Results, condition: Condition) -> str:
    """Return the report's section on the calibration, for the runs of one condition."""
    joined = [join(parts) for parts in results.frames(condition).values()]
    truth, subjects = joined[0].truth.astype(float), joined[0].subject
    raw = np.stack([frames.predicted for frames in joined]).astype(float)
    rows = [_row("as the model says", truth, raw, subjects, None)]
    for words, calibration in (
        ("less the lowest tenth of the person's values", robust),
        ("less a frame of the person at rest", at_rest),
    ):
        runs = np.stack([calibrate(frames, calibration) for frames in joined]).astype(float)
        rows.append(_row(words, truth, runs, subjects, raw))
    return "\n".join(
        [
            f"## Calibration to the person ({condition.words})",
            "",
            "Person bias is the standard deviation over persons of their mean error, averaged over action "
            "units. The frame at rest is the one with the smallest sum of true intensities: what a user "
            f"marks. The lowest tenth needs {FEWEST_FRAMES} frames, and takes off too much where a person "
            "hardly rests.",
            "",
            "| intensities | person bias | ICC(3,1) | MAE | ICC against raw, 95 % |",
            "|---|---|---|---|---|",
            *rows,
            "",
        ]
    )


def calibrate(frames: Frames, calibration: Calibration) -> npt.NDArray[np.float32]:
    """Return predictions calibrated person by person; persons with too few frames stay as they are."""
    out = frames.predicted.copy()
    for person in np.unique(frames.subject):
        rows = np.flatnonzero(frames.subject == person)
        if len(rows) >= FEWEST_FRAMES:
            out[rows] = calibration(frames, rows).apply(frames.predicted[rows])
    return out


def robust(frames: Frames, rows: npt.NDArray[np.intp]) -> RestCalibration:
    """Return the baseline without a mark."""
    return calibration_by_calm(_columns(frames), frames.predicted[rows])


def at_rest(frames: Frames, rows: npt.NDArray[np.intp]) -> RestCalibration:
    """Return the baseline of the frame with the smallest sum of true intensities."""
    sums = np.nansum(frames.truth[rows], axis=1)
    rest = rows[int(np.argmin(sums))]
    same = rows[frames.source[rows] == frames.source[rest]]
    return calibration_by_mark(
        _columns(frames), frames.predicted[same], frames.time[same], float(frames.time[rest])
    )


def person_bias(
    truth: npt.NDArray[np.float64], runs: npt.NDArray[np.float64], subjects: npt.NDArray[np.str_]
) -> float:
    """Return the standard deviation over persons of their mean error, averaged over units and runs."""
    names: Sequence[str] = np.unique(subjects).tolist()
    if len(names) < 2:
        return float("nan")
    means = np.stack([np.nanmean((runs - truth)[:, subjects == name], axis=1) for name in names])
    return float(np.nanmean(np.nanstd(means, axis=0, ddof=1)))


def _columns(frames: Frames) -> tuple[int, ...]:
    return tuple(range(frames.truth.shape[1]))


def _row(
    words: str,
    truth: npt.NDArray[np.float64],
    runs: npt.NDArray[np.float64],
    subjects: npt.NDArray[np.str_],
    raw: npt.NDArray[np.float64] | None,
) -> str:
    figures = figures_of_runs(truth, runs, subjects)
    change = ""
    if raw is not None:
        gain = icc_gain(truth, runs, raw, subjects)
        change = f"{gain.value:+.3f} [{gain.low:+.3f}, {gain.high:+.3f}]"
    bias = person_bias(truth, runs, subjects)
    return f"| {words} | {bias:.3f} | {figures.icc.value:.3f} | {figures.mae.value:.3f} | {change} |"
