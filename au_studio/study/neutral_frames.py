"""Which frame shows a person's face at rest: where a study keeps what people chose."""

from __future__ import annotations

from typing import Any

from au_studio.study.records import Recording
from au_studio.study.study import Study

_NEVER_SET = object()


def keys_of_neutral(recording: Recording) -> tuple[str, ...]:
    """Return the settings that may hold it: of the person who has a name, then of the recording itself.

    A person may get their name after a reference was chosen in one of their recordings. Where several people
    are in the picture, each of those who were chosen to be read has one of their own.
    """
    own = f"neutral.recording.{recording.id}"
    person = recording.target_person
    keys = (own,) if person is None else (f"{own}.{person}", own)
    return (f"neutral.person.{recording.person}", *keys) if recording.person else keys


def neutral_frame(study: Study, recording_id: str) -> tuple[str, int] | None:
    """Return the recording and the timestamp of the frame that was chosen for the person in a recording.

    Returns
    -------
    (str, int) or None
        It may lie in another recording of the person; None when nobody has chosen one.
    """
    for key in keys_of_neutral(study.recording(recording_id)):
        data = study.setting(key, _NEVER_SET)
        if data is not _NEVER_SET and not (data and _is_of_another_face(study, data)):
            return (str(data["recording"]), int(data["pts"])) if data else None
    return None


def _is_of_another_face(study: Study, data: dict[str, Any]) -> bool:
    """Return whether another person is read now in the recording of a reference than when it was chosen."""
    chosen, now = data.get("person"), study.recording(str(data["recording"])).target_person
    return chosen is not None and now is not None and chosen != now
