"""Which picture shows a person's face at rest: chosen by a coder, kept in the study."""

from __future__ import annotations

from typing import Any

from au_studio.coding.edits import SettingEdit
from au_studio.coding.rated_person import person_read
from au_studio.coding.session import SampleFrame
from au_studio.study.records import Recording
from au_studio.study.study import Study

_NEVER_SET = object()


def _keys(recording: Recording) -> tuple[str, ...]:
    """Return the settings that may hold it: of the person who has a name, then of the recording itself.

    A person may get their name after a reference was chosen in one of their recordings. Where several people
    are in the picture, each of those who were chosen to be read has one of their own.
    """
    own = f"neutral.recording.{recording.id}"
    person = recording.target_person
    keys = (own,) if person is None else (f"{own}.{person}", own)
    return (f"neutral.person.{recording.person}", *keys) if recording.person else keys


def neutral_reference(study: Study, recording_id: str) -> SampleFrame | None:
    """Return the neutral reference of the person in a recording; None when nobody has chosen one."""
    for key in _keys(study.recording(recording_id)):
        data = study.setting(key, _NEVER_SET)
        if data is not _NEVER_SET and not (data and _is_of_another_face(study, data)):
            return SampleFrame(str(data["recording"]), int(data["pts"])) if data else None
    return None


def _is_of_another_face(study: Study, data: dict[str, Any]) -> bool:
    """Return whether another person is read now in the recording of a reference than when it was chosen."""
    chosen, now = data.get("person"), study.recording(str(data["recording"])).target_person
    return chosen is not None and now is not None and chosen != now


def choose_neutral_reference(study: Study, reference: SampleFrame) -> None:
    """Remember a frame as the neutral reference of the person in its recording."""
    study.set_setting(_keys(study.recording(reference.recording_id))[0], _data(study, reference))


def recordings_of_person(study: Study, recording_id: str) -> list[Recording]:
    """Return the recordings to look for a neutral face in: this one first, then others of the person."""
    here = study.recording(recording_id)
    others = [r for r in study.recordings() if here.person and r.person == here.person and r.id != here.id]
    return [here, *others]


def neutral_edit(study: Study, frame: SampleFrame, reference: SampleFrame | None) -> SettingEdit:
    """Return the edit that chooses another neutral reference for the person in a frame, or none."""
    text = "neutral reference" if reference is not None else "neutral reference removed"
    before = neutral_reference(study, frame.recording_id)
    key = _keys(study.recording(frame.recording_id))[0]
    return SettingEdit(frame, text, key=key, before=_data(study, before), after=_data(study, reference))


def _data(study: Study, reference: SampleFrame | None) -> dict[str, Any] | None:
    if reference is None:
        return None
    person = person_read(study, study.recording(reference.recording_id), {reference.pts})
    return {"recording": reference.recording_id, "pts": reference.pts, "person": person}
