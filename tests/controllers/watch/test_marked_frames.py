"""Which frames people have to do with: drawn, rated, disputed."""

from __future__ import annotations

import pytest

from au_studio.controllers.watch.marked_frames import MarkedFrames
from au_studio.study.ratings import RatingInput


@pytest.fixture
def marked(sampled, qtbot):
    sampled.open_recording(sampled.recordings()[0].id)
    qtbot.waitUntil(lambda: sampled.index is not None, timeout=10_000)
    made = MarkedFrames(sampled)
    yield made
    made.close()


def test_drawn_rated_and_disputed_frames_are_told_apart(marked, sampled, qtbot):
    study, (sample, _) = sampled.study, sampled.study.samples()
    pts = sorted(sample.pts)
    for name, level in (("AB", 0), ("CD", 2)):
        coder = study.add_coder(name)
        study.rate_many(coder.id, [RatingInput(sample.recording_id, pts[0], 12, level)])
    marked.refresh()
    qtbot.waitUntil(lambda: len(marked.marks.rated) == 1, timeout=10_000)
    assert marked.marks.unrated.tolist() == pts[1:]
    assert (marked.marks.disputed.tolist(), marked.marks.steps.tolist()) == ([pts[0]], [2])
    assert marked.marks.units == ((12,),)


def test_another_recordings_marks_leave_at_once(marked, sampled, qtbot):
    marked.refresh()
    qtbot.waitUntil(lambda: len(marked.marks.unrated) == 8, timeout=10_000)
    sampled.close_study()
    marked.refresh()
    assert len(marked.marks.unrated) == 0
