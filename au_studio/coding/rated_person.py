"""Whose face the ratings of a recording are of, when another person is read there since.

Ratings are of a recording's frames, not of a person: with two faces in the picture they must not be taken for
those of the other one, when training, comparing with a model, or exporting.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from au_studio.analysis.targets import target_rows
from au_studio.analysis.tracks import TracksError, load_tracks
from au_studio.study.records import Recording
from au_studio.study.study import Study


def note_rated_person(study: Study, recording_id: str, person: int | None) -> None:
    """Keep whose face the ratings of a recording are of, before `person` is read in it."""
    key = _key(recording_id)
    ratings = study.ratings(recording_id=recording_id)
    if not ratings:
        if study.setting(key) is not None:
            study.set_setting(key, None)
        return
    rated = person_read(study, study.recording(recording_id), {rating.pts for rating in ratings})
    if study.setting(key) is None and rated is not None and rated != person:
        study.set_setting(key, rated)


def leave_name_with_ratings(study: Study, recording_id: str, person: int | None) -> None:
    """Keep a recording's name of a person with the face that was rated under it, before another is read.

    Without ratings the name stays with the recording: who corrects whose face is read meant them all along.
    """
    recording = study.recording(recording_id)
    present = person_read(study, recording)
    if not recording.person or present is None or present in (person, *study.tracked_persons(recording_id)):
        return
    if present == study.setting(_key(recording_id)):
        study.name_tracked_person(recording_id, present, recording.person)
        study.set_person(recording_id, None)


def other_person_rated(study: Study, recording: Recording) -> int | None:
    """Return whose face the ratings of a recording are of, if not that of the person who is read now.

    Returns
    -------
    int or None
        Number of that person (from 0); None when the ratings are of the person who is read, or there are
        none.
    """
    rated = study.setting(_key(recording.id))
    if rated is None or rated == person_read(study, recording):
        return None
    return int(rated) if study.ratings(recording_id=recording.id) else None


def explained(recording: Recording, rated: int) -> str:
    """Say what becomes of ratings of a person (from 0) who is not read now."""
    return (
        f"The ratings of {recording.name} are of person {rated + 1}, and another one is read there now: they "
        "are kept, but not trained on, compared with models, or exported beside the other’s values."
    )


def _key(recording_id: str) -> str:
    return f"rated.person.{recording_id}"


def person_read(study: Study, recording: Recording, pts: Collection[int] | None = None) -> int | None:
    """Return whose face is read in a recording (from 0); None while nobody has looked for faces.

    Parameters
    ----------
    study, recording
        The recording, and the study that it is in.
    pts : collection of int, optional
        Frames that are meant; None means all. Where nobody was chosen, the face that is read may change in
        the course of a recording: the one that is read in most of these frames is returned.
    """
    if recording.target_person is not None:
        return recording.target_person
    path = study.tracks_path(recording.id)
    try:
        tracks = load_tracks(path) if path.is_file() else None
    except TracksError:
        return None
    if tracks is None:
        return None
    rows = target_rows(tracks, None)
    if pts is not None:
        rows = rows[np.isin(tracks.pts, list(pts))]
    persons = tracks.person[rows[rows >= 0]]
    return int(np.bincount(persons).argmax()) if len(persons) else None


def refusal(study: Study, recording_id: str) -> str:
    """Say why nothing can be rated in a recording: the face that is shown is not the one that was rated.

    Empty when it is.
    """
    recording = study.recording(recording_id)
    rated = other_person_rated(study, recording)
    if rated is None:
        return ""
    return (
        f"Nothing was rated: the ratings of {recording.name} are of person {rated + 1}, and another one is "
        f"read there now. Choose person {rated + 1} on the Watch page, or rate the other one in a study of "
        "their own."
    )
