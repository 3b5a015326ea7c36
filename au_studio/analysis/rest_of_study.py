"""What the recordings of a study are measured from: one choice a study, and the frame it means in each."""

from __future__ import annotations

from typing import cast

from au_studio.analysis.rest import KINDS, RUNNING, Kind, RestChoice, RestError
from au_studio.study.neutral_frames import neutral_frame
from au_studio.study.study import Study
from au_studio.texts import sentence

REST_SETTING = "rest"
"""Name of the study's setting: what is taken for a person's rest."""


def rest_kind(study: Study | None) -> Kind:
    """Return which rest a study chose; running without a study, or when nobody chose."""
    kind = RUNNING if study is None else study.setting(REST_SETTING, RUNNING)
    # A newer AU Studio may know others.
    return cast("Kind", kind) if kind in KINDS else "running"


def remember_rest(study: Study, kind: str) -> None:
    """Keep which rest a study chose.

    Raises
    ------
    RestError
        If it is none that a whole study can have: a second is of one recording only.
    """
    if kind not in KINDS:
        raise RestError(
            sentence("A study cannot take “{kind}” for the rest of everybody in it.", kind=kind),
            next_step="Choose running, refined, none or neutral; neutral frames are chosen on the Code page.",
        )
    study.set_setting(REST_SETTING, kind)


def rest_of(study: Study | None, recording_id: str) -> RestChoice:
    """Return what a recording is measured from.

    Where the study chose ``neutral`` it is the person's neutral reference, if that lies in this recording;
    the refined rest stands in where there is none.
    """
    kind = rest_kind(study)
    if study is None or kind != "neutral":
        return RestChoice(kind)
    found = neutral_frame(study, recording_id)
    here = found is not None and found[0] == recording_id
    return RestChoice("neutral", pts=found[1]) if here and found is not None else RestChoice("refined")
