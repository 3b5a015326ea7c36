"""How a recording is read can be changed as long as nothing hangs on its frames."""

from __future__ import annotations

import pytest

from au_studio.controllers.study.reading_choice import ReadingChoiceController, bound_to
from au_studio.controllers.study_edits import StudyEdits
from au_studio.video.options import ReadingOptions


@pytest.fixture
def reading(sampled):
    made = ReadingChoiceController(sampled, StudyEdits(sampled))
    yield made
    made.close()


def test_what_can_be_chosen_is_found_out(reading, sampled, qtbot):
    item = sampled.recordings()[0]
    with qtbot.waitSignal(reading.state_changed, timeout=10_000) as heard:
        reading.look(item.id)
    (state,) = heard.args
    assert (state.recording_id, state.name, len(state.streams)) == (item.id, "one.mp4", 1)
    assert state.options == ReadingOptions()
    assert not state.interlaced
    assert state.bound_to == "8 sampled frames"


def test_another_stream_is_refused_where_frames_were_drawn(reading, sampled):
    said = []
    sampled.notice.connect(lambda text, level: said.append((text, level)))
    item = sampled.recordings()[0]
    reading.choose(item.id, ReadingOptions(stream=3))
    assert "8 sampled frames of “one.mp4”" in said[0][0]
    assert said[0][1] == "warning"
    assert sampled.study.reading_options(item.id) == ReadingOptions()


def test_another_way_to_read_it_is_written_and_can_be_undone(sampled, qtbot):
    edits = StudyEdits(sampled)
    reading = ReadingChoiceController(sampled, edits)
    item = sampled.recordings()[0]
    with qtbot.waitSignal(reading.chosen, timeout=10_000) as heard:
        reading.choose(item.id, ReadingOptions(deinterlace=False))
    assert heard.args == [item.id]
    assert sampled.study.reading_options(item.id) == ReadingOptions(deinterlace=False)
    edits.undo()
    assert sampled.study.reading_options(item.id) == ReadingOptions()
    reading.close()
    qtbot.waitUntil(lambda: all(i.n_frames for i in sampled.recordings()), timeout=10_000)


def test_nothing_is_bound_where_nothing_was_made(workspace, make_video, qtbot):
    workspace.add_videos([make_video()])
    qtbot.waitUntil(lambda: bool(workspace.study and workspace.study.recordings()), timeout=10_000)
    assert bound_to(workspace.study, workspace.study.recordings()[0].id) == ""
