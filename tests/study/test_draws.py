"""A draw can be taken back while nothing of it is rated, and that stays on record."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.study.errors import DrawRatedError
from au_studio.study.ratings import RatingInput

PTS = np.arange(1000, dtype=np.int64) * 512


def test_a_draw_goes_and_comes_back_exactly(study, recording):
    before = study.drawn_state([recording.id])
    sample = study.draw_sample(recording.id, seed=17, index_digest="d", pts=PTS, count=10, overlap=0.3)
    after = study.drawn_state([recording.id])
    study.set_drawn_state(before)
    assert study.samples(recording.id) == []
    (undone,) = study.setting("sample.undone")
    assert (undone["recording"], undone["seed"], undone["frames"]) == (recording.id, 17, 10)
    study.set_drawn_state(after)
    assert study.samples(recording.id) == [sample]


def test_only_the_extension_goes(study, recording):
    first = study.draw_sample(recording.id, seed=17, index_digest="d", pts=PTS, count=10)
    before = study.drawn_state([recording.id])
    study.draw_sample(recording.id, seed=17, index_digest="d", pts=PTS, count=5)
    study.set_drawn_state(before)
    assert study.samples(recording.id) == [first]


def test_a_draw_with_a_rating_stays_until_that_is_undone(study, recording, coder):
    before = study.drawn_state([recording.id])
    sample = study.draw_sample(recording.id, seed=17, index_digest="d", pts=PTS, count=10)
    events = study.rate_many(coder.id, [RatingInput(recording.id, sample.pts[3], 12, 2)], "blind")
    with pytest.raises(DrawRatedError, match="1 of its frames is rated"):
        study.set_drawn_state(before)
    assert study.samples(recording.id) == [sample]
    study.revert_many(events)
    study.set_drawn_state(before)
    assert study.samples(recording.id) == []


def test_what_leaves_with_a_recording_is_counted(study, recording, coder):
    sample = study.draw_sample(recording.id, seed=17, index_digest="d", pts=PTS, count=10)
    study.rate_many(coder.id, [RatingInput(recording.id, pts, 12, 2) for pts in sample.pts[:4]], "blind")
    kind = study.add_marker_kind("question")
    study.add_marker(recording.id, kind.id, 512)
    found = study.belongings(recording.id)
    assert (found.n_ratings, found.n_coders, found.n_frames, found.n_markers) == (4, 1, 10, 1)
    study.remove_recording(recording.id)
    assert study.recordings() == []
    study.bring_back_recording(recording.id)
    assert [r.id for r in study.recordings()] == [recording.id]
