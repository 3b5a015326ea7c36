"""Frames are told apart by whether they were drawn, rated, and rated alike."""

from __future__ import annotations

import numpy as np

from au_studio.study.frame_marks import frame_marks

PTS = np.arange(100, dtype=np.int64) * 512


def test_frames_that_were_drawn_rated_and_disputed(study, recording, coder):
    sample = study.draw_sample(recording.id, count=4, seed=1, index_digest="d", pts=PTS)
    first, second, third, _ = sample.pts
    outside = next(int(pts) for pts in PTS if int(pts) not in sample.pts)
    ben = study.add_coder("Ben")
    both = study.add_coder("Both", kind="consensus")
    for one, pts, au, value in (
        (coder, first, 12, 1),
        (ben, first, 12, 4),
        (coder, first, 6, 2),
        (ben, first, 6, 1),
        (coder, second, 12, 3),
        (ben, second, 12, 3),
        (both, second, 12, 0),  # a consensus is no coder: it disputes nothing
        (coder, third, 12, None),
        (ben, third, 12, 5),  # not codable to one: no difference in steps
        (coder, outside, 1, 2),
    ):
        study.rate(one.id, recording.id, pts, au, value)
    marks = frame_marks(study, recording.id)
    assert marks.rated.tolist() == [first, second, third]
    assert marks.unrated.tolist() == [sample.pts[3]]
    assert marks.further.tolist() == [outside]
    assert marks.disputed.tolist() == [first]
    assert marks.steps.tolist() == [3]
    assert marks.units == ((6, 12),)
    assert not marks.empty


def test_a_recording_that_nobody_had_to_do_with_has_no_marks(study, recording):
    assert frame_marks(study, recording.id).empty
