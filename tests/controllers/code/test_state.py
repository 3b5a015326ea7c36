"""What the Code page shows, as plain values."""

from __future__ import annotations

import pytest

from au_studio.coding.session import Cell, CodingSession, SampleFrame
from au_studio.controllers.code.state import CodingProgress, CodingState, Situation, progress_of


def test_time_left_is_told_once_the_pace_is_known():
    assert CodingProgress(2, 10, 20, None).seconds_left is None
    assert CodingProgress(2, 10, 20, 30.0).seconds_left == 240
    assert CodingProgress(2, 10, 20, 30.0).frames_left == 8


@pytest.mark.parametrize(("done", "frames", "finished"), [(0, 0, False), (2, 3, False), (3, 3, True)])
def test_a_sample_is_finished_when_every_frame_is(done, frames, finished):
    state = CodingState(Situation.CODING, progress=CodingProgress(done, frames, 0, None))
    assert state.finished is finished


def test_a_frame_is_complete_when_nothing_is_left_to_rate():
    assert not CodingState(Situation.CODING).frame_complete
    assert not CodingState(Situation.CODING, cells=(Cell(1), None)).frame_complete
    assert CodingState(Situation.CODING, cells=(Cell(1), Cell(None))).frame_complete


def test_progress_is_that_of_the_session():
    session = CodingSession((SampleFrame("r", 1), SampleFrame("r", 2)), (4, 12))
    assert progress_of(session, 12.0) == CodingProgress(0, 2, 0, 12.0)
