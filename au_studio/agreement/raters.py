"""Who can be compared: coders with their ratings, models with their stored analyses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from au_studio.agreement.tables import Disagreement
from au_studio.analysis.models import ModelEntry
from au_studio.analysis.store import load_analysis
from au_studio.analysis.stored_analyses import fits, video_of
from au_studio.coding.edits import SIDES
from au_studio.coding.rated_person import other_person_rated
from au_studio.coding.session import SampleFrame
from au_studio.study.records import Rating
from au_studio.study.study import Study


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
            frame = SampleFrame(rating.recording_id, rating.pts)
            values.setdefault(frame, {})[rating.au] = float(rating.value)
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
    one, other = (
        # By plain values: comparing tens of thousands of frames as objects takes most of a second.
        {(r.recording_id, r.pts, r.au): r.value for r in ratings}
        for ratings in (first, second)
    )
    common = sorted(one.keys() & other.keys())
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


def model_values(
    study: Study,
    model: ModelEntry,
    frames: Iterable[SampleFrame],
    backend: str = "",
    analyses: Mapping[str, Path] | None = None,
) -> tuple[dict[SampleFrame, dict[int, float]], list[str]]:
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
    values : dict
        Intensities by frame and action unit; frames without a face are left out.
    missing : list of str
        Recordings (ids) that have such frames but no analysis of the rated person by this model.

    Raises
    ------
    AnalysisFileError
        If an analysis is there but cannot be read.
    """
    wanted: dict[str, list[int]] = {}
    for frame in frames:
        wanted.setdefault(frame.recording_id, []).append(frame.pts)
    values: dict[SampleFrame, dict[int, float]] = {}
    missing = []
    for recording_id, pts in wanted.items():
        path = (analyses or {}).get(recording_id) or study.analysis_path(recording_id, model.id)
        recording = study.recording(recording_id)
        if not path.is_file() or other_person_rated(study, recording) is not None:
            missing.append(recording_id)
            continue
        analysis = load_analysis(path)
        if not fits(analysis.provenance, recording, model, backend, video_of(study, recording)):
            missing.append(recording_id)
            continue
        rows = np.searchsorted(analysis.pts, pts)
        for stamp, row in zip(pts, rows.tolist(), strict=True):
            if row < len(analysis.pts) and int(analysis.pts[row]) == stamp and analysis.success[row]:
                column = analysis.intensities[row].astype(float).tolist()
                values[SampleFrame(recording_id, stamp)] = {
                    au: value for au, value in zip(analysis.aus, column, strict=True) if np.isfinite(value)
                }
    return values, missing
