"""Held-out ratings are really held out: by person, or by time with a gap."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from made_clips import made_clip

from au_studio.learn.judging.folds import GAP_SECONDS, keep_rated, split_frames, split_within_recordings
from au_studio.learn.material.rated import rated_frames as collect


def folds_of(clips):
    """Return (training, held-out clips) of every fold."""
    splits = split_frames(collect(clips)).splits
    return [(keep_rated(clips, split.training), keep_rated(clips, split.held_out)) for split in splits]


def rated_frames(clips):
    return sorted((clip.source, int(clip.pts[t])) for clip in clips for t in clip.labelled)


@settings(deadline=None, max_examples=25)
@given(
    lengths=st.lists(st.integers(1, 120), min_size=1, max_size=5),
    rated=st.floats(0.05, 1.0),
    same_person=st.booleans(),
)
def test_every_rating_is_held_out_once_and_never_trains_its_own_fold(lengths, rated, same_person):
    clips = [
        made_clip("p" if same_person else f"p{k}", n, seed=k, rated=rated, source=f"r{k}")
        for k, n in enumerate(lengths)
    ]
    folds = folds_of(clips)
    if not folds:
        rated_clips = [clip for clip in clips if len(clip.labelled)]
        one_person = len({clip.group for clip in rated_clips}) == 1
        short = all(np.ptp(clip.times[clip.labelled]) < 3 * GAP_SECONDS for clip in rated_clips)
        assert len(rated_frames(clips)) < 6 or (one_person and short)
        return
    held = [rated_frames(held_out) for _, held_out in folds]
    assert sorted(frame for fold in held for frame in fold) == rated_frames(clips)
    for (training, _), own in zip(folds, held, strict=True):
        assert not set(rated_frames(training)) & set(own)
        assert training


def test_persons_are_never_split():
    clips = [made_clip(f"p{k % 4}", 30, seed=k, source=f"r{k}") for k in range(8)]
    for training, held_out in folds_of(clips):
        assert not {c.group for c in training} & {c.group for c in held_out}


def test_one_recording_is_split_into_blocks_of_time_with_a_gap():
    clip = made_clip("p", 600)
    folds = folds_of([clip])
    assert len(folds) == 3
    for (training,), (held,) in folds:
        held_times, times = held.times[held.labelled], training.times[training.labelled]
        assert np.ptp(np.flatnonzero(np.isfinite(held.intensities).any(axis=1))) + 1 == len(held_times)
        assert np.abs(times[:, None] - held_times).min() >= GAP_SECONDS


def test_too_few_ratings_are_said_to_be_too_few():
    clip = made_clip("p", 5)
    result = split_frames(collect([clip]))
    assert result.splits == ()
    assert "Too few rated frames (5)" in result.scheme


def test_ratings_of_a_few_seconds_cannot_be_held_out_honestly():
    clip = made_clip("p", 30)
    result = split_frames(collect([clip]))
    assert result.splits == ()
    assert "within a few seconds" in result.scheme


@settings(deadline=None, max_examples=25)
@given(lengths=st.lists(st.integers(1, 600), min_size=1, max_size=4), rated=st.floats(0.02, 0.3))
def test_a_stretch_that_is_held_out_of_its_recording_is_far_from_what_trains_there(lengths, rated):
    clips = [made_clip(f"p{k}", n, seed=k, rated=rated, source=f"r{k}") for k, n in enumerate(lengths)]
    frames = collect(clips)
    splits = split_within_recordings(frames)
    assert (sum((split.held_out.astype(int) for split in splits), np.zeros(len(frames))) <= 1).all()
    for split in splits:
        assert not (split.training & split.held_out).any()
        for source in np.unique(frames.sources[split.held_out]):
            mine = frames.sources == source
            times, other = frames.times[mine & split.training], frames.times[mine & split.held_out]
            assert len(times), "a recording is held out of a model that has never seen it"
            assert np.abs(times[:, None] - other).min() >= GAP_SECONDS


def test_every_rating_of_long_recordings_is_held_out_while_its_person_trains():
    frames = collect([made_clip(f"p{k}", 600, seed=k, source=f"r{k}") for k in range(3)])
    splits = split_within_recordings(frames)
    assert len(splits) == 3
    assert np.sum([split.held_out for split in splits], axis=0).tolist() == [1] * len(frames)
    for split in splits:
        assert set(frames.persons[split.training]) == {"p0", "p1", "p2"}


def test_recordings_of_which_nobody_said_who_is_in_them_are_not_called_persons():
    named = [made_clip(f"p{k}", 30, seed=k, source=f"r{k}") for k in range(2)]
    unnamed = [made_clip(f"u{k}", 30, seed=k, source=f"u{k}") for k in range(2)]
    schemes = [split_frames(collect(clips)).scheme for clips in (named, unnamed, named + unnamed)]
    assert [scheme.partition("whole ")[2] for scheme in schemes] == [
        "persons are held out.",
        "recordings are held out.",
        "persons or recordings are held out.",
    ]
