"""Which picture shows a person's face at rest: chosen by a coder, kept in the study."""

from __future__ import annotations

from typing import Any

from au_studio.controllers.coding_session import SampleFrame
from au_studio.controllers.edits import SettingEdit
from au_studio.study.records import Recording
from au_studio.study.study import Study


def _key(recording: Recording) -> str:
    """Return the setting that holds it: one for all recordings of a person who has a name."""
    return f"neutral.person.{recording.person}" if recording.person else f"neutral.recording.{recording.id}"


def neutral_reference(study: Study, recording_id: str) -> SampleFrame | None:
    """Return the neutral reference of the person in a recording; None when nobody has chosen one."""
    data = study.setting(_key(study.recording(recording_id)))
    return SampleFrame(str(data["recording"]), int(data["pts"])) if data else None


def recordings_of_person(study: Study, recording_id: str) -> list[Recording]:
    """Return the recordings to look for a neutral face in: this one first, then others of the person."""
    here = study.recording(recording_id)
    others = [r for r in study.recordings() if here.person and r.person == here.person and r.id != here.id]
    return [here, *others]


def neutral_edit(study: Study, frame: SampleFrame, reference: SampleFrame | None) -> SettingEdit:
    """Return the edit that chooses another neutral reference for the person in a frame, or none."""
    key = _key(study.recording(frame.recording_id))
    after: dict[str, Any] | None = None
    if reference is not None:
        after = {"recording": reference.recording_id, "pts": reference.pts}
    text = "neutral reference" if reference is not None else "neutral reference removed"
    return SettingEdit(frame, text, key=key, before=study.setting(key), after=after)
