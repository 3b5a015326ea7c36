"""Who can be compared: coders with their ratings, models with their stored analyses."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import numpy as np

from au_studio.agreement.tables import Disagreement
from au_studio.analysis.models import ModelEntry
from au_studio.analysis.store import load_said
from au_studio.analysis.stored_analyses import fits, video_of
from au_studio.coding.edits import SIDES
from au_studio.coding.rated_person import other_person_rated
from au_studio.coding.session import SampleFrame
from au_studio.study.records import Rating
from au_studio.study.study import Study
from au_studio.video.shown_time import since_first


@dataclass(frozen=True)
class Rater:
    """A coder of the study, or a model.

    Attributes
    ----------
    kind : {"coder", "model"}
        Which of the two.
    id : str
        Its id in the study.
    name : str
        What people call it.
    """

    kind: Literal["coder", "model"]
    id: str
    name: str

    @property
    def key(self) -> str:
        """Return what tells raters apart, whatever their kind."""
        return f"{self.kind}:{self.id}"


def coder_values(ratings: Iterable[Rating]) -> dict[SampleFrame, dict[int, float]]:
    """Return intensities by frame and action unit; ratings of "not codable" are left out."""
    values: dict[SampleFrame, dict[int, float]] = {}
    for rating in ratings:
        if rating.value is not None:
            values.setdefault(SampleFrame(rating.recording_id, rating.pts), {})[rating.au] = float(
                rating.value
            )
    return values


def codability(
    first: Iterable[Rating], second: Iterable[Rating]
) -> tuple[tuple[Disagreement, ...], tuple[tuple[SampleFrame, int], ...]]:
    """Return what two coders said about whether an action unit can be coded at all.

    Returns
    -------
    one_sided : tuple of Disagreement
        One gave an intensity where the other found it not codable.
    to_neither : tuple of (SampleFrame, int)
        Frame and action unit that both found not codable.

    Both are in the order of recording, time and action unit.
    """
    one, other = ({(r.recording_id, r.pts, r.au): r.value for r in ratings} for ratings in (first, second))
    not_codable = ({key for key, value in values.items() if value is None} for values in (one, other))
    common = sorted(key for key in set.union(*not_codable) if key in one and key in other)
    one_sided = tuple(
        Disagreement(SampleFrame(key[0], key[1]), key[2], one[key], other[key])
        for key in common
        if (one[key] is None) != (other[key] is None)
    )
    neither = (key for key in common if one[key] is other[key] is None)
    return one_sided, tuple((SampleFrame(key[0], key[1]), key[2]) for key in neither)


def remarks(study: Study, raters: Iterable[Rater], frame: SampleFrame, au: int) -> tuple[str, ...]:
    """Return in sentences what coders said about a rating beside its value; empty when they said nothing."""
    found = []
    for rater in raters:
        if rater.kind != "coder":
            continue
        rating = study.frame_ratings(rater.id, frame.recording_id, frame.pts).get(au)
        if rating is not None and rating.side is not None:
            found.append(f"{rater.name}: {SIDES[rating.side]}")
        if rating is not None and rating.unsure:
            found.append(f"{rater.name} was unsure")
        notes = study.notes(rater.id, frame.recording_id)
        found += [f"{rater.name}: “{note.text}”" for note in notes if note.pts == frame.pts]
    return tuple(found)


@dataclass(frozen=True, eq=False)
class ModelValues:
    """What a model says of certain frames.

    Attributes
    ----------
    values : dict
        Intensities by frame and action unit; frames without a face are left out.
    missing : list of str
        Recordings (ids) that have such frames but no analysis of the rated person by this model.
    seconds : dict
        When these frames are shown, since the first frame of their recording.
    """

    values: dict[SampleFrame, dict[int, float]] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    seconds: dict[SampleFrame, float] = field(default_factory=dict)


def model_values(
    study: Study,
    model: ModelEntry,
    frames: Iterable[SampleFrame],
    backend: str = "",
    analyses: Mapping[str, Path] | None = None,
) -> ModelValues:
    """Read a model's intensities on certain frames from its stored analyses.

    Parameters
    ----------
    study : Study
        Holds the analyses.
    model : ModelEntry
        The model.
    frames : iterable of SampleFrame
        Where its values are wanted.
    backend : str
        The face backend in use; empty = any.
    analyses : mapping of str to Path, optional
        Where its analyses lie, by recording, if not in the study (one that is open for reading only).

    Returns
    -------
    ModelValues
        What it says, and what it has not looked at.

    Raises
    ------
    AnalysisFileError
        If an analysis is there but cannot be read.
    """
    wanted: dict[str, list[int]] = {}
    for frame in frames:
        wanted.setdefault(frame.recording_id, []).append(frame.pts)
    found = ModelValues()
    recordings = {recording.id: recording for recording in study.recordings()}
    for recording_id, pts in wanted.items():
        path = (analyses or {}).get(recording_id) or study.analysis_path(recording_id, model.id)
        recording = recordings.get(recording_id) or study.recording(recording_id)
        if not path.is_file() or other_person_rated(study, recording) is not None:
            found.missing.append(recording_id)
            continue
        said = load_said(path)
        if not fits(said.provenance, recording, model, backend, video_of(study, recording)):
            found.missing.append(recording_id)
            continue
        rows = np.minimum(np.searchsorted(said.pts, pts), len(said.pts) - 1)
        there = (said.pts[rows] == pts) & said.success[rows]
        told = said.intensities[rows].astype(float).tolist()
        seconds = since_first(said.times[rows], said.times).tolist()
        for stamp, known, row, at in zip(pts, there.tolist(), told, seconds, strict=True):
            if known:
                frame = SampleFrame(recording_id, stamp)
                found.seconds[frame] = at
                found.values[frame] = {
                    au: value for au, value in zip(said.aus, row, strict=True) if math.isfinite(value)
                }
    return found
