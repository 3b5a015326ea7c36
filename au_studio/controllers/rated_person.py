"""Whose face the ratings of a recording are of, when another person is read there since.

Ratings are of a recording's frames, not of a person: with two faces in the picture they must not be taken for
those of the other one, when training, comparing with a model, or exporting.
"""

from __future__ import annotations

from au_studio.analysis.tracks import TracksError, load_tracks
from au_studio.controllers.coding_faces import target_person_of
from au_studio.study.records import Recording
from au_studio.study.study import Study


def note_rated_person(study: Study, recording_id: str, person: int | None) -> None:
    """Keep whose face the ratings of a recording are of, before `person` is read in it."""
    key = _key(recording_id)
    if not study.ratings(recording_id=recording_id):
        if study.setting(key) is not None:
            study.set_setting(key, None)
        return
    rated = person_read(study, study.recording(recording_id))
    if study.setting(key) is None and rated is not None and rated != person:
        study.set_setting(key, rated)


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


def person_read(study: Study, recording: Recording) -> int | None:
    """Return whose face is read in a recording (from 0); None while nobody has looked for faces."""
    if recording.target_person is not None:
        return recording.target_person
    path = study.tracks_path(recording.id)
    try:
        return target_person_of(load_tracks(path), None) if path.is_file() else None
    except TracksError:
        return None
