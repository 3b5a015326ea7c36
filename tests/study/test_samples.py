"""Samples are kept with all that repeats the draw."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.study.errors import NotInStudyError, SampleMismatchError
from au_studio.study.sampling import draw
from au_studio.study.study import Study

PTS = np.arange(1000, dtype=np.int64) * 512


def test_two_percent_is_the_default_and_can_be_repeated(study, recording):
    sample = study.draw_sample(recording.id, seed=17, index_digest="d", pts=PTS)
    assert len(sample.pts) == sample.requested == 20
    assert (sample.seed, sample.index_digest, sample.fraction) == (17, "d", 0.02)
    assert sample.pts == tuple(sorted(sample.pts))
    assert list(sample.pts) == PTS[draw(PTS, None, 20, 17, "d")].tolist()
    study.close()
    with Study.open(study.root) as again:
        assert again.samples(recording.id) == [sample]


def test_only_frames_with_the_face_are_drawn(study, recording):
    eligible = np.arange(1000) % 4 == 0
    sample = study.draw_sample(
        recording.id, fraction=0.1, seed=1, index_digest="d", pts=PTS, eligible=eligible
    )
    assert len(sample.pts) == 25
    assert all(pts // 512 % 4 == 0 for pts in sample.pts)


def test_extending_keeps_every_frame(study, recording):
    sample = study.draw_sample(recording.id, count=10, seed=17, index_digest="d", pts=PTS)
    longer = study.extend_sample(sample.id, additional=5, index_digest="d", pts=PTS)
    assert longer.id == sample.id
    assert longer.drawn_order[:10] == sample.drawn_order
    assert longer.requested == len(longer.pts) == 15
    assert set(longer.pts) == set(PTS[draw(PTS, None, 15, 17, "d")].tolist())
    assert study.samples(recording.id) == [longer]


def test_another_video_does_not_extend_a_sample(study, recording):
    sample = study.draw_sample(recording.id, count=10, seed=17, index_digest="d", pts=PTS)
    with pytest.raises(SampleMismatchError, match="timestamps"):
        study.extend_sample(sample.id, additional=5, index_digest="other", pts=PTS)
    with pytest.raises(SampleMismatchError):
        study.extend_sample(sample.id, additional=5, index_digest="d", pts=PTS[:2])
    assert study.sample(sample.id) == sample


def test_asking_for_more_than_there_is_gives_all(study, recording):
    sample = study.draw_sample(recording.id, count=50, seed=1, index_digest="d", pts=PTS[:30])
    assert len(sample.pts) == 30
    assert sample.requested == 50


def test_spacing_and_overlap_are_kept(study, recording):
    sample = study.draw_sample(
        recording.id, count=20, seed=1, index_digest="d", pts=PTS, spacing=512 * 10, overlap=0.2
    )
    assert np.diff(sample.pts).min() >= 512 * 10
    assert len(sample.double_pts) == 4
    assert set(sample.double_pts) == set(sample.drawn_order[:4])


def test_a_share_and_a_number_together_are_refused(study, recording):
    with pytest.raises(ValueError, match="not both"):
        study.draw_sample(recording.id, count=5, fraction=0.1, seed=1, index_digest="d", pts=PTS)


def test_samples_belong_to_a_recording(study, recording):
    with pytest.raises(NotInStudyError):
        study.draw_sample("r0", count=5, seed=1, index_digest="d", pts=PTS)
    assert study.samples() == []
    with pytest.raises(NotInStudyError):
        study.sample("s0")
