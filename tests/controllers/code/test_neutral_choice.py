"""The neutral reference of who is coded: chosen, shown beside every frame of the person, undone."""

from __future__ import annotations

import pytest

from au_studio.coding.session import SampleFrame
from au_studio.controllers.code.coding import CodingController


@pytest.fixture
def coding(sampled):
    for recording in sampled.study.recordings():
        sampled.study.set_person(recording.id, "P1")
    made = CodingController(sampled)
    made.add_coder("AB")
    yield made
    made.close()


def test_it_is_looked_for_in_all_recordings_of_the_person_this_one_first(coding):
    here = coding.state.frame.recording_id
    found = [recording.id for recording in coding.neutral.recordings()]
    assert found[0] == here
    assert len(found) == 2


def test_a_picture_is_chosen_for_every_recording_of_the_person_and_undone(coding):
    frame = coding.state.frame
    coding.neutral.mark()
    assert coding.display.reference == frame
    assert coding.state.reference_name
    assert "neutral reference" in coding.state.message
    while coding.state.frame.recording_id == frame.recording_id:
        coding.step(1)
    assert coding.display.reference == frame
    coding.undo()
    assert coding.display.reference is None


def test_a_picture_of_another_moment_can_be_taken_and_let_go(coding):
    frame = coding.state.frame
    coding.neutral.mark(pts=frame.pts + 40)
    assert coding.display.reference == SampleFrame(frame.recording_id, frame.pts + 40)
    coding.neutral.choose(None)
    assert coding.display.reference is None
    assert "no neutral reference" in coding.state.message
