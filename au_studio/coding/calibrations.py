"""What makes a model's values those of the person in a recording: their ratings, and their face at rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from au_studio.analysis.rated_shift import Calibration, rated_shift
from au_studio.analysis.rest_calibration import (
    RestCalibration,
    RestCalibrationError,
    calibration_by_calm,
    calibration_by_mark,
)
from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import AnalysisFileError, load_analysis
from au_studio.coding.neutral_references import neutral_reference, recordings_of_person
from au_studio.coding.rated_person import other_person_rated
from au_studio.coding.reading import chosen_coder
from au_studio.coding.session import SampleFrame
from au_studio.study.records import Rating
from au_studio.study.study import Study

CALIBRATED = "watch.calibrated"
"""Setting of the study: whether a person's values are shown, and exported, calibrated to them."""


class AnalysedStudy(Protocol):
    """Whoever has a study open and knows its analyses."""

    @property
    def study(self) -> Study | None:
        """The open study; None when none is."""

    def analysis_path(self, recording_id: str, model_id: str, /) -> Path | None:
        """Return where a model's analysis of a recording lies, or would."""

    def has_analysis(self, recording_id: str, model_id: str, /) -> bool:
        """Whether there is one, as the model would make it now."""


@dataclass(frozen=True)
class RatedRecording:
    """Ratings of a person in one of their recordings, and the same model's analysis of it."""

    recording_id: str
    analysis: Path
    ratings: tuple[Rating, ...]


@dataclass(frozen=True)
class KnownOfPerson:
    """What a study knows of the person in a recording that says how to calibrate a model's values.

    Attributes
    ----------
    rated : tuple of RatedRecording
        What the chosen coder rated, in this and in the person's other recordings.
    coder : str
        The chosen coder's name.
    reference : SampleFrame or None
        The person's neutral reference, when one was chosen.
    elsewhere : Path or None
        The same model's analysis of the recording that the reference is in.
    """

    rated: tuple[RatedRecording, ...] = ()
    coder: str = ""
    reference: SampleFrame | None = None
    elsewhere: Path | None = None


def known_of_person(
    held: AnalysedStudy,
    recording_id: str,
    model_id: str,
    ratings_of: Callable[[str, str], list[Rating]] | None = None,
) -> KnownOfPerson:
    """Return what the open study knows of the person in a recording.

    Ratings marked as unsure do not count, nor those in other recordings that have no analysis by this model
    as it would be made now. `ratings_of` looks up a coder's ratings of a recording (default: in the study).
    """
    study = held.study
    assert study is not None
    coder = chosen_coder(study) or ""
    rated = []
    for recording in recordings_of_person(study, recording_id) if coder else []:
        path = held.analysis_path(recording.id, model_id)
        there = recording.id == recording_id or held.has_analysis(recording.id, model_id)
        if path is None or not there or other_person_rated(study, recording) is not None:
            continue
        sure = [
            r
            for r in (ratings_of or study.ratings)(coder, recording.id)
            if r.value is not None and not r.unsure
        ]
        if sure:
            rated.append(RatedRecording(recording.id, path, tuple(sure)))
    name = study.coder(coder).name if coder else ""
    reference = neutral_reference(study, recording_id)
    elsewhere = None if reference is None else held.analysis_path(reference.recording_id, model_id)
    return KnownOfPerson(tuple(rated), name, reference, elsewhere)


@dataclass(frozen=True, eq=False)
class ModelValues:
    """What a model says about a recording so far.

    Attributes
    ----------
    aus : tuple of int
        Action units of the columns.
    values : float32 [T, A]
        NaN where it says nothing.
    pts, times : [T]
        Timestamps of the frames, and the same in seconds.
    """

    aus: tuple[int, ...]
    values: NDArray[np.float32]
    pts: NDArray[np.int64]
    times: NDArray[np.float64]

    @classmethod
    def of(cls, analysis: RecordingAnalysis) -> ModelValues:
        """Return those of a stored analysis."""
        return cls(analysis.aus, analysis.intensities, analysis.pts, analysis.times)


_Beside = tuple[NDArray[np.float64], NDArray[np.float64]]
"""What model and coder say of the same frames, both [N, A]."""


class Calibrator:
    """Finds calibrations; remembers what a model says of the rated frames of other recordings."""

    def __init__(self) -> None:
        self._elsewhere: dict[tuple[object, ...], _Beside] = {}

    def calibration(self, recording_id: str, own: ModelValues, known: KnownOfPerson) -> Calibration:
        """Return the calibration of the person in a recording.

        Where frames of the person are rated, what the model reads too much in them is taken off. Action
        units that are not rated, and persons of whom nothing is, are calibrated to the face at rest: the
        neutral reference, or the lowest of the person's own values.

        Parameters
        ----------
        recording_id : str
            The recording.
        own : ModelValues
            What the model says about it.
        known : KnownOfPerson
            What the study knows of the person.

        Raises
        ------
        RestCalibrationError
            If there is too little to take it from.
        """
        rest, lacking = None, ""
        try:
            rest = _baseline(recording_id, own, known)
        except RestCalibrationError as error:
            if not known.rated:
                raise
            lacking = f"{error.message} {error.next_step}".strip()
        pairs = [self._beside(recording_id, own, there) for there in known.rated]
        predicted, rated = (
            np.concatenate([np.empty((0, len(own.aus))), *part])
            for part in (zip(*pairs, strict=True) if pairs else ((), ()))
        )
        try:
            shift = rated_shift(own.aus, predicted, rated, rest, known.coder)
        except RestCalibrationError:
            if rest is None:
                raise RestCalibrationError(lacking) from None
            return rest
        return shift if shift.all_rated else replace(shift, lacking=lacking)

    def _beside(self, recording_id: str, own: ModelValues, there: RatedRecording) -> _Beside:
        if there.recording_id == recording_id:
            return _at_rated(own, own.aus, there.ratings)
        try:
            changed = there.analysis.stat().st_mtime_ns
        except OSError:
            changed = 0
        key = (there.analysis, changed, there.ratings, own.aus)
        if key not in self._elsewhere:
            stored = _stored(there.analysis)
            if stored is None:
                return _at_rated(own, own.aus, ())
            self._elsewhere[key] = _at_rated(ModelValues.of(stored), own.aus, there.ratings)
        return self._elsewhere[key]


def _at_rated(says: ModelValues, aus: tuple[int, ...], ratings: Sequence[Rating]) -> _Beside:
    """Return what a model and a coder say of the rated frames; NaN where one says nothing."""
    known = [rating for rating in ratings if rating.au in aus and rating.value is not None]
    frames = np.array(sorted({rating.pts for rating in known}), dtype=np.int64)
    row = {int(pts): place for place, pts in enumerate(frames)}
    column = {au: place for place, au in enumerate(aus)}
    rated = np.full((len(frames), len(aus)), np.nan)
    for rating in known:
        rated[row[rating.pts], column[rating.au]] = float(rating.value or 0)
    values = in_columns(says, aus)
    places = np.searchsorted(says.pts[: len(values)], frames)
    found = np.zeros(len(frames), dtype=bool)
    inside = places < len(values)
    found[inside] = says.pts[places[inside]] == frames[inside]
    return values[places[found]].astype(float), rated[found]


def in_columns(says: ModelValues, aus: tuple[int, ...]) -> NDArray[np.float32]:
    """Return a model's values [T, A] with one column per wanted unit; NaN where it does not read it."""
    if says.aus == aus:
        return says.values
    values = np.full((len(says.values), len(aus)), np.nan, dtype=np.float32)
    for place, au in enumerate(aus):
        if au in says.aus:
            values[:, place] = says.values[:, says.aus.index(au)]
    return values


def _baseline(recording_id: str, own: ModelValues, known: KnownOfPerson) -> RestCalibration:
    """Return what the model reads in the person's face at rest."""
    reference = known.reference
    if reference is None:
        return calibration_by_calm(own.aus, own.values)
    if reference.recording_id == recording_id:
        return _at(reference, own)
    other = None if known.elsewhere is None else _stored(known.elsewhere)
    if other is None or not set(own.aus) <= set(other.aus):
        raise RestCalibrationError(
            "The neutral reference is in a recording that this model has not analysed yet.",
            next_step="Open that recording once, or choose a neutral reference in this one.",
        )
    says = ModelValues.of(other)
    return _at(reference, replace(says, aus=own.aus, values=in_columns(says, own.aus)))


def _at(reference: SampleFrame, says: ModelValues) -> RestCalibration:
    position = min(int(np.searchsorted(says.pts, reference.pts)), len(says.pts) - 1)
    times = says.times[: len(says.values)]
    return calibration_by_mark(says.aus, says.values, times, float(says.times[position]))


def _stored(path: Path) -> RecordingAnalysis | None:
    try:
        return load_analysis(path)
    except AnalysisFileError:
        return None
