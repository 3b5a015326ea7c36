"""What makes a model's values those of the person in a recording: their ratings, and their face at rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from au_studio.analysis.neutral import NeutralBaseline, NeutralError, marked_baseline, robust_baseline
from au_studio.analysis.rated_shift import Calibration, rated_shift
from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import AnalysisFileError, load_analysis
from au_studio.controllers.coding_reading import chosen_coder
from au_studio.controllers.coding_session import SampleFrame
from au_studio.controllers.neutral_references import neutral_reference, recordings_of_person
from au_studio.controllers.rated_person import other_person_rated
from au_studio.study.records import Rating
from au_studio.study.study import Study


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


def known_of_person(study: Study, recording_id: str, model_id: str) -> KnownOfPerson:
    """Return what is known of the person in a recording; ratings marked as unsure do not count."""
    coder = chosen_coder(study)
    rated = []
    for recording in recordings_of_person(study, recording_id) if coder is not None else []:
        if other_person_rated(study, recording) is None:
            sure = [r for r in study.ratings(coder, recording.id) if r.value is not None and not r.unsure]
            path = study.analysis_path(recording.id, model_id)
            rated.append(RatedRecording(recording.id, path, tuple(sure)))
    reference = neutral_reference(study, recording_id)
    elsewhere = None if reference is None else study.analysis_path(reference.recording_id, model_id)
    name = study.coder(coder).name if coder is not None else ""
    return KnownOfPerson(tuple(r for r in rated if r.ratings), name, reference, elsewhere)


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


def calibration_of(recording_id: str, own: ModelValues, known: KnownOfPerson) -> Calibration:
    """Return the calibration of the person in a recording.

    Where frames of the person are rated, what the model reads too much in them is taken off. Action units
    that are not rated, and persons of whom nothing is, are calibrated to the face at rest: the neutral
    reference, or the lowest of the person's own values.

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
    NeutralError
        If there is too little to take it from.
    """
    try:
        rest = _baseline(recording_id, own, known)
    except NeutralError:
        if not known.rated:
            raise
        rest = None
    predicted, rated = _beside(recording_id, own, known.rated)
    try:
        return rated_shift(own.aus, predicted, rated, rest, known.coder)
    except NeutralError:
        if rest is None:
            raise
        return rest


def _beside(
    recording_id: str, own: ModelValues, recordings: Sequence[RatedRecording]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return what model and coder say of the rated frames, both [N, A]."""
    width = len(own.aus)
    predicted, rated = [np.empty((0, width))], [np.empty((0, width))]
    for there in recordings:
        says: ModelValues | None = own
        if there.recording_id != recording_id:
            stored = _stored(there.analysis)
            says = None if stored is None or stored.aus != own.aus else ModelValues.of(stored)
        if says is None:
            continue
        frames = sorted({rating.pts for rating in there.ratings})
        table = np.full((len(frames), width), np.nan)
        for rating in there.ratings:
            if rating.au in own.aus and rating.value is not None:
                table[frames.index(rating.pts), own.aus.index(rating.au)] = rating.value
        places = np.searchsorted(says.pts, frames)
        found = (places < min(len(says.pts), len(says.values))) & np.isin(frames, says.pts)
        predicted.append(says.values[places[found]].astype(float))
        rated.append(table[found])
    return np.concatenate(predicted), np.concatenate(rated)


def _baseline(recording_id: str, own: ModelValues, known: KnownOfPerson) -> NeutralBaseline:
    """Return what the model reads in the person's face at rest."""
    reference = known.reference
    if reference is None:
        return robust_baseline(own.aus, own.values)
    if reference.recording_id == recording_id:
        return _at(reference, own)
    other = None if known.elsewhere is None else _stored(known.elsewhere)
    if other is None or other.aus != own.aus:
        raise NeutralError(
            "The neutral reference is in a recording that this model has not analysed yet.",
            next_step="Open that recording once, or choose a neutral reference in this one.",
        )
    return _at(reference, ModelValues.of(other))


def _at(reference: SampleFrame, says: ModelValues) -> NeutralBaseline:
    position = min(int(np.searchsorted(says.pts, reference.pts)), len(says.pts) - 1)
    times = says.times[: len(says.values)]
    return marked_baseline(says.aus, says.values, times, float(says.times[position]))


def _stored(path: Path) -> RecordingAnalysis | None:
    try:
        return load_analysis(path)
    except AnalysisFileError:
        return None
