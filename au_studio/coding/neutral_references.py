"""Which picture shows a person's face at rest: chosen by a coder, kept in the study."""

from __future__ import annotations

from typing import Any

from au_studio.coding.edits import SettingEdit
from au_studio.coding.rated_person import person_read
from au_studio.coding.session import SampleFrame
from au_studio.study.neutral_frames import keys_of_neutral, neutral_frame
from au_studio.study.records import Recording
from au_studio.study.study import Study


def neutral_reference(study: Study, recording_id: str) -> SampleFrame | None:
    """Return the neutral reference of the person in a recording; None when nobody has chosen one."""
    found = neutral_frame(study, recording_id)
    return None if found is None else SampleFrame(*found)


def choose_neutral_reference(study: Study, reference: SampleFrame) -> None:
    """Remember a frame as the neutral reference of the person in its recording."""
    study.set_setting(keys_of_neutral(study.recording(reference.recording_id))[0], _data(study, reference))


def recordings_of_person(study: Study, recording_id: str) -> list[Recording]:
    """Return the recordings to look for a neutral face in: this one first, then others of the person."""
    here = study.recording(recording_id)
    others = [r for r in study.recordings() if here.person and r.person == here.person and r.id != here.id]
    return [here, *others]


def neutral_edit(study: Study, frame: SampleFrame, reference: SampleFrame | None) -> SettingEdit:
    """Return the edit that chooses another neutral reference for the person in a frame, or none."""
    text = "neutral reference" if reference is not None else "neutral reference removed"
    before = neutral_reference(study, frame.recording_id)
    key = keys_of_neutral(study.recording(frame.recording_id))[0]
    return SettingEdit(frame, text, key=key, before=_data(study, before), after=_data(study, reference))


def _data(study: Study, reference: SampleFrame | None) -> dict[str, Any] | None:
    if reference is None:
        return None
    person = person_read(study, study.recording(reference.recording_id), {reference.pts})
    return {"recording": reference.recording_id, "pts": reference.pts, "person": person}
