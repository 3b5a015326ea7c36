"""Labels are drawn uniformly over frames, nested, and never seen by what they show."""

import numpy as np
import pytest
from made_clips import made_clip

from au_studio.learn.material.label_draw import draw_labels, drawn_frames


def clips():
    return [made_clip("a", 200, 0), made_clip("b", 100, 1, rated=0.5)]


def labelled(drawn):
    return {(clip.source, t) for clip in drawn for t in clip.labelled.tolist()}


def test_a_share_of_the_labelled_frames_is_kept_with_all_its_units():
    everything = clips()
    total = sum(len(clip.labelled) for clip in everything)
    drawn = draw_labels(everything, 0.1, seed=3)
    assert len(labelled(drawn)) == round(0.1 * total)
    assert labelled(drawn) <= labelled(everything)
    for clip, whole in zip(drawn, everything, strict=True):
        assert len(clip) == len(whole), "unlabelled frames stay as context"
        np.testing.assert_array_equal(clip.intensities[clip.labelled], whole.intensities[clip.labelled])


def test_smaller_draws_are_within_larger_ones_and_seeds_differ():
    small, large = (labelled(draw_labels(clips(), share, seed=3)) for share in (0.02, 0.1))
    assert small < large
    assert labelled(draw_labels(clips(), 0.1, seed=4)) != large


def test_frames_are_drawn_uniformly_over_recordings():
    hits = [
        sum(source == "a.mp4" for source, _ in labelled(draw_labels(clips(), 0.1, seed)))
        for seed in range(60)
    ]
    total = [len(labelled(draw_labels(clips(), 0.1, 0)))] * 60
    share = 200 / sum(len(clip.labelled) for clip in clips())
    assert abs(np.sum(hits) / np.sum(total) - share) < 0.05


def test_at_least_one_frame_is_drawn_and_all_with_a_share_of_one():
    assert len(labelled(draw_labels(clips(), 0.0001, 0))) == 1
    assert labelled(draw_labels(clips(), 1.0, 0)) == labelled(clips())


def test_a_draw_can_be_written_down():
    frames = drawn_frames(draw_labels(clips(), 0.02, 1))
    assert sum(len(v) for v in frames.values()) == len(labelled(draw_labels(clips(), 0.02, 1)))
    assert all(v == sorted(v) for v in frames.values())


@pytest.mark.parametrize("share", [0.0, 1.1, -0.5])
def test_impossible_shares_are_refused(share):
    with pytest.raises(ValueError, match="cannot be drawn"):
        draw_labels(clips(), share, 0)
