"""Samples are kept with all that repeats the draw."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.study.errors import NotInStudyError, SampleMismatchError
from au_studio.study.samples import DrawRequest
from au_studio.study.sampling import Frames, Source, draw, draw_in_order
from au_studio.study.study import Study

PTS = np.arange(1000, dtype=np.int64) * 512


def test_two_percent_is_the_default_and_can_be_repeated(study, recording):
    sample = study.draw_sample(recording.id, seed=17, index_digest="d", pts=PTS)
    assert len(sample.pts) == sample.requested == 20
    assert (sample.seed, sample.index_digest, sample.fraction) == (17, "d", 0.02)
    assert sample.pts == tuple(sorted(sample.pts))
    assert list(sample.pts) == PTS[draw(Frames(PTS, 17, Source("d", recording.content_hash)), 20)].tolist()
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
    (longer,) = study.draw([DrawRequest(recording.id, "d", PTS)], seed=99, count=5)
    assert longer.id == sample.id
    assert longer.drawn_order[:10] == sample.drawn_order
    assert longer.requested == len(longer.pts) == 15
    assert set(longer.pts) == set(
        PTS[draw(Frames(PTS, 17, Source("d", recording.content_hash)), 15)].tolist()
    )
    assert study.samples(recording.id) == [longer]


def test_another_video_does_not_extend_a_sample(study, recording):
    sample = study.draw_sample(recording.id, count=10, seed=17, index_digest="d", pts=PTS)
    with pytest.raises(SampleMismatchError, match="timestamps"):
        study.draw([DrawRequest(recording.id, "other", PTS)], seed=17, count=5)
    with pytest.raises(SampleMismatchError):
        study.draw([DrawRequest(recording.id, "d", PTS[:2])], seed=17, count=5)
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


def test_an_extension_takes_no_frame_from_the_second_coder(study, recording):
    request = DrawRequest(recording.id, "d", PTS)
    (first,) = study.draw([request], seed=1, count=20, overlap=0.2)
    (longer,) = study.draw([request], seed=99, count=20, overlap=0.5)
    assert longer.seed == 1
    assert longer.drawn_order[:20] == first.drawn_order
    assert set(first.double_pts) < set(longer.double_pts)
    assert (len(longer.double_pts), longer.overlap) == (20, 0.5)
    (less,) = study.draw([request], seed=1, count=10, overlap=0.0)
    assert less.double_pts == longer.double_pts


def test_the_second_coder_gets_their_share_of_many_short_recordings(study, add_video):
    requests = [DrawRequest(add_video(f"{i}.mp4").id, f"d{i}", PTS[:100]) for i in range(20)]
    samples = study.draw(requests, seed=17, fraction=0.02, overlap=0.2)
    assert [len(s.pts) for s in samples] == [2] * 20
    given = [len(s.double_pts) for s in samples]
    assert (sum(given), max(given)) == (8, 1), "20 % of 40 frames, from as many recordings as possible"
    assert all(set(s.double_pts) == set(s.drawn_order[: len(s.double_pts)]) for s in samples)
    more = study.draw(requests, seed=17, fraction=0.08, overlap=0.2)
    assert [len(s.double_pts) for s in more] == [2] * 20
    assert all(set(b.double_pts) <= set(a.double_pts) for b, a in zip(samples, more, strict=True))


def test_frames_given_before_take_nothing_from_the_share_of_other_recordings(study, add_video):
    requests = [DrawRequest(add_video(name).id, name, PTS) for name in ("a.mp4", "b.mp4")]
    study.draw(requests[:1], seed=17, count=20, overlap=0.5)
    first, second = study.draw(requests, seed=17, count=20, overlap=0.2)
    assert (len(first.double_pts), len(second.double_pts)) == (10, 4)


def test_a_pooled_draw_is_one_draw_over_all_recordings(study, add_video):
    short, long = add_video("short.mp4"), add_video("long.mp4")
    requests = [DrawRequest(short.id, "s", PTS[:100]), DrawRequest(long.id, "l", PTS[:900])]
    samples = study.draw(requests, seed=17, fraction=0.05, pooled=True, overlap=0.2)
    assert sum(len(s.pts) for s in samples) == 50
    assert 0 < len(samples[0].pts) < len(samples[1].pts)
    assert sum(len(s.double_pts) for s in samples) == 10
    assert all(s.pooled and s.requested == len(s.pts) for s in samples)
    for sample, request in zip(samples, requests, strict=True):
        source = Source(request.index_digest, study.recording(request.recording_id).content_hash)
        alone = draw_in_order(Frames(request.pts, 17, source), len(sample.pts))
        assert list(sample.drawn_order) == request.pts[alone].tolist()
    more = study.draw(requests, seed=17, count=50, pooled=True, overlap=0.2)
    assert [s.id for s in more] == [s.id for s in samples]
    assert sum(len(s.pts) for s in more) == 100
    for before, after in zip(samples, more, strict=True):
        assert after.drawn_order[: len(before.pts)] == before.drawn_order
        assert set(before.double_pts) <= set(after.double_pts)


@pytest.mark.parametrize("pooled", [False, True])
def test_recordings_of_equal_length_get_frames_of_their_own(study, add_video, pooled):
    trials = [add_video(f"trial{k}.mp4") for k in range(6)]
    requests = [DrawRequest(trial.id, "the same timestamps", PTS) for trial in trials]
    samples = study.draw(requests, seed=17, fraction=0.02, pooled=pooled)
    drawn = {pts for sample in samples for pts in sample.pts}
    # 120 of 1,000 places at random meet about seven times; the same draw six times over would have 20 places.
    assert len(drawn) > 100


def test_a_sample_of_the_first_drawing_rule_is_extended_by_that_rule(study, recording):
    study.draw_sample(recording.id, count=10, seed=17, index_digest="d", pts=PTS)
    first_rule = Source("d", recording.content_hash, "sha256-pcg64-order")
    drawn = PTS[draw_in_order(Frames(PTS, 17, first_rule), 15)].tolist()
    with study._database.transaction() as change:
        change.execute("UPDATE sample SET method = ?", (first_rule.method,))
        for place, pts in enumerate(drawn[:10]):
            change.execute("UPDATE sample_frame SET pts = ? WHERE place = ?", (-1 - pts, place))
        change.execute("UPDATE sample_frame SET pts = -1 - pts")
    (longer,) = study.draw([DrawRequest(recording.id, "d", PTS)], seed=17, count=5)
    assert list(longer.drawn_order) == drawn


def test_a_pooled_draw_that_cannot_be_made_leaves_no_sample(study, add_video):
    one, other = add_video("one.mp4"), add_video("other.mp4")
    study.draw([DrawRequest(other.id, "o", PTS)], seed=1, count=5)
    before = study.samples()
    with pytest.raises(SampleMismatchError):
        study.draw([DrawRequest(one.id, "d", PTS), DrawRequest(other.id, "changed", PTS)], seed=1, count=5)
    assert study.samples() == before


def test_a_share_and_a_number_together_are_refused(study, recording):
    with pytest.raises(ValueError, match="not both"):
        study.draw_sample(recording.id, count=5, fraction=0.1, seed=1, index_digest="d", pts=PTS)


def test_samples_belong_to_a_recording(study, recording):
    with pytest.raises(NotInStudyError):
        study.draw_sample("r0", count=5, seed=1, index_digest="d", pts=PTS)
    assert study.samples() == []
    with pytest.raises(NotInStudyError):
        study.sample("s0")
