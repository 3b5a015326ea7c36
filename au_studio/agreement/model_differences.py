"""How two models differ on recordings that both have analysed: from stored intensities, without video."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from au_studio.analysis.models import ModelEntry
from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import load_analysis
from au_studio.analysis.stored_analyses import fits, video_of
from au_studio.errors import Stopped
from au_studio.stats import agreement, error
from au_studio.study.study import Study

APART_SECONDS = 1.0
"""Two moments closer than this are one; only the frame where the models differ most is listed."""
MOST_MOMENTS = 100
"""Longest list of moments."""
LEAST_DIFFERENCE = 0.5
"""Differences below half a step of the scale are not worth a look."""


@dataclass(frozen=True, eq=False)
class ModelComparisonRequest:
    """What to compare: two models on all recordings of a study; `backend` empty = any face backend.

    `analyses` says where each model's analyses lie, by its id and the recording's; those not named lie in the
    study.
    """

    study: Path
    first: ModelEntry
    second: ModelEntry
    backend: str = ""
    analyses: Mapping[str, Mapping[str, Path]] = field(default_factory=dict)

    def analysis_path(self, study: Study, recording_id: str, model: ModelEntry) -> Path:
        """Return where the analysis of a recording by one of the two lies, if there is one."""
        known = self.analyses.get(model.id, {}).get(recording_id)
        return known or study.analysis_path(recording_id, model.id)


@dataclass(frozen=True)
class ModelComparisonRow:
    """How two models agree on one action unit, or on average (au None); NaN = undefined.

    Attributes
    ----------
    au : int or None
        FACS number.
    icc : float
        ICC(3,1) between the two.
    difference : float
        Mean absolute difference, in steps of the scale.
    higher : float
        How much higher the first is on average.
    """

    au: int | None
    icc: float
    difference: float
    higher: float


@dataclass(frozen=True)
class Moment:
    """A frame on which two models differ much.

    Attributes
    ----------
    recording_id : str
        Its recording.
    seconds : float
        Its time.
    au : int
        The action unit on which they differ most there.
    first, second : float
        What each says.
    """

    recording_id: str
    seconds: float
    au: int
    first: float
    second: float

    @property
    def difference(self) -> float:
        """First minus second."""
        return self.first - self.second


@dataclass(frozen=True, eq=False)
class PairedCurves:
    """Two models' intensities of one recording, frame by frame: times [T], first and second [T, A]."""

    times: npt.NDArray[np.float64]
    first: npt.NDArray[np.float32]
    second: npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class ModelComparison:
    """How two models agree.

    Attributes
    ----------
    first, second : ModelEntry
        Who is compared.
    aus : tuple of int
        Action units that both know.
    curves : mapping
        What both said, by recording.
    rows : tuple of ModelComparisonRow
        One per action unit, the mean last; empty without a common recording.
    moments : tuple of Moment
        Where they differ most, the largest difference first.
    names : mapping
        Names of the recordings by id.
    missing : mapping
        Recordings (ids) that a model has not analysed, by the model's id.
    """

    first: ModelEntry
    second: ModelEntry
    aus: tuple[int, ...]
    curves: Mapping[str, PairedCurves]
    rows: tuple[ModelComparisonRow, ...]
    moments: tuple[Moment, ...]
    names: Mapping[str, str]
    missing: Mapping[str, tuple[str, ...]]

    @property
    def n_frames(self) -> int:
        """Frames in which both found the face."""
        return sum(int(np.isfinite(c.first[:, 0] - c.second[:, 0]).sum()) for c in self.curves.values())


def compare_models(
    request: ModelComparisonRequest, should_stop: Callable[[], bool] = lambda: False
) -> ModelComparison:
    """Compare two models on every recording that both have analysed.

    Raises
    ------
    au_studio.errors.AUStudioError
        If the study or an analysis cannot be read; `Stopped` when it was asked to stop.
    """
    curves: dict[str, PairedCurves] = {}
    missing: dict[str, list[str]] = {request.first.id: [], request.second.id: []}
    aus: tuple[int, ...] = ()
    with Study.open(request.study, read_only=True) as study:
        names = {recording.id: recording.name for recording in study.recordings()}
        for key in names:
            if should_stop():
                raise Stopped("The comparison was stopped.")
            found = [_stored(study, key, model, request) for model in (request.first, request.second)]
            for model, analysis in zip((request.first, request.second), found, strict=True):
                if analysis is None:
                    missing[model.id].append(key)
            one, other = found
            if one is not None and other is not None:
                aus = tuple(au for au in one.aus if au in other.aus)
                curves[key] = pair_curves(one, other, aus)
    return ModelComparison(
        request.first,
        request.second,
        aus,
        curves,
        comparison_rows(aus, list(curves.values())),
        largest_differences(aus, curves),
        names,
        {key: tuple(ids) for key, ids in missing.items()},
    )


def _stored(
    study: Study, recording_id: str, model: ModelEntry, request: ModelComparisonRequest
) -> RecordingAnalysis | None:
    path = request.analysis_path(study, recording_id, model)
    if not path.is_file():
        return None
    analysis, recording = load_analysis(path), study.recording(recording_id)
    current = fits(analysis.provenance, recording, model, request.backend, video_of(study, recording))
    return analysis if current else None


def pair_curves(one: RecordingAnalysis, other: RecordingAnalysis, aus: Sequence[int]) -> PairedCurves:
    """Join two analyses of one recording by timestamp; NaN where a model found no face."""
    _, rows, other_rows = np.intersect1d(one.pts, other.pts, assume_unique=True, return_indices=True)
    mine, theirs = ([analysis.aus.index(au) for au in aus] for analysis in (one, other))
    return PairedCurves(
        one.times[rows], one.intensities[rows][:, mine], other.intensities[other_rows][:, theirs]
    )


def comparison_rows(aus: Sequence[int], curves: Sequence[PairedCurves]) -> tuple[ModelComparisonRow, ...]:
    """Return agreement per action unit over all frames, and the unweighted mean of what is defined."""
    if not curves or not aus:
        return ()
    first = np.concatenate([pair.first for pair in curves]).astype(np.float64)
    second = np.concatenate([pair.second for pair in curves]).astype(np.float64)
    rows = []
    for column, au in enumerate(aus):
        a, b = agreement.pairs(first[:, column], second[:, column])
        rows.append(ModelComparisonRow(au, agreement.icc(a, b), error.mae(a, b), error.bias(b, a)))
    return (*rows, _mean_row(rows))


def _mean_row(rows: Sequence[ModelComparisonRow]) -> ModelComparisonRow:
    def mean(name: str) -> float:
        values = np.array([getattr(row, name) for row in rows])
        known = values[~np.isnan(values)]
        return float(known.mean()) if len(known) else float("nan")

    names = ("icc", "difference", "higher")
    return ModelComparisonRow(None, *(mean(name) for name in names))


def largest_differences(
    aus: Sequence[int], curves: Mapping[str, PairedCurves], most: int = MOST_MOMENTS
) -> tuple[Moment, ...]:
    """Return the moments at which the models differ most on any action unit, one per second and unit."""
    found: list[Moment] = []
    for recording_id, pair in curves.items():
        gap = np.abs(pair.first - pair.second)
        for column, au in enumerate(aus):
            for row in _peaks(gap[:, column], pair.times, most):
                values = float(pair.first[row, column]), float(pair.second[row, column])
                found.append(Moment(recording_id, float(pair.times[row]), au, *values))
    found.sort(key=lambda moment: -abs(moment.difference))
    return tuple(found[:most])


def _peaks(gap: npt.NDArray[np.float32], times: npt.NDArray[np.float64], most: int) -> list[int]:
    """Return rows with large values, the largest first, none within `APART_SECONDS` of a larger one."""
    known = np.flatnonzero(np.nan_to_num(gap) >= LEAST_DIFFERENCE)
    peaks: list[int] = []
    for row in known[np.argsort(-gap[known], kind="stable")].tolist():
        if len(peaks) == most:
            break
        if all(abs(times[row] - times[peak]) >= APART_SECONDS for peak in peaks):
            peaks.append(row)
    return peaks
