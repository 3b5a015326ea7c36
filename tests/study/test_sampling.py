"""A random draw is random, fair, and the same everywhere."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from au_studio.study.sampling import (
    Frames,
    Source,
    count_for,
    draw,
    draw_in_order,
    draw_pooled,
    numbers,
    order,
)


def pts(n: int) -> np.ndarray:
    return np.arange(n, dtype=np.int64) * 40


def frames(n: int, seed: int, digest: str = "digest", **options) -> Frames:
    return Frames(pts(n), seed, Source(digest, "content"), **options)


def test_a_draw_is_the_same_on_every_platform_and_version():
    # Written down once; a change here would silently redraw every study's samples.
    first_rule = Source("digest", "content", "sha256-pcg64-order")
    earlier = draw(Frames(pts(1000), 17, first_rule), 8)
    assert earlier.tolist() == [80, 138, 235, 343, 366, 435, 795, 887]
    assert draw(frames(1000, 17), 8).tolist() == [103, 279, 348, 412, 532, 605, 914, 934]
    assert order(6, 0, Source("", "")).tolist() == [2, 5, 0, 1, 3, 4]


def test_seed_and_video_both_change_the_draw():
    base = draw(frames(1000, 17), 20).tolist()
    assert draw(frames(1000, 18), 20).tolist() != base
    assert draw(frames(1000, 17, "other"), 20).tolist() != base
    other_film = Source("digest", "another film of the same length")
    assert draw(Frames(pts(1000), 17, other_film), 20).tolist() != base


@given(st.integers(1, 300), st.integers(0, 400), st.integers(0, 2**63 - 1))
def test_a_draw_has_no_frame_twice_and_comes_in_order(n, count, seed):
    drawn = draw(frames(n, seed), count)
    assert len(drawn) == min(n, count)
    assert (np.diff(drawn) > 0).all()
    assert sorted(order(n, seed, Source("digest", "content")).tolist()) == list(range(n))


@given(st.integers(1, 200), st.data(), st.integers(0, 99), st.integers(0, 500))
def test_extending_adds_and_never_redraws(n, data, seed, spacing):
    eligible = np.array(data.draw(st.lists(st.booleans(), min_size=n, max_size=n)))
    small, more = data.draw(st.integers(0, n)), data.draw(st.integers(0, n))
    whole = frames(n, seed, eligible=eligible, spacing=spacing)
    first = draw_in_order(whole, small)
    further = draw_in_order(replace(whole, taken=first.tolist()), more)
    at_once = draw_in_order(whole, small + more)
    assert np.concatenate([first, further]).tolist() == at_once.tolist()
    assert eligible[at_once].all()
    assert (np.diff(np.sort(pts(n)[at_once])) >= spacing).all()


def test_frames_may_be_exactly_as_far_apart_as_the_least_distance():
    assert len(draw(frames(50, 3, spacing=40), 50)) == 50
    assert len(draw(frames(50, 3, spacing=41), 50)) < 50


def test_every_frame_has_the_same_chance():
    counts = np.zeros(50)
    for seed in range(2000):
        counts[draw(frames(50, seed), 5)] += 1
    # 200 expected each, standard deviation 13.4.
    assert counts.min() > 140
    assert counts.max() < 260


def test_a_frame_that_cannot_be_coded_pushes_no_other_out():
    everything = draw_in_order(frames(100, 3), 10)
    eligible = np.ones(100, dtype=bool)
    eligible[everything[4]] = False
    without = draw_in_order(frames(100, 3, eligible=eligible), 10)
    assert set(everything.tolist()) - {int(everything[4])} <= set(without.tolist())


@pytest.mark.parametrize(
    ("fraction", "n", "count"), [(0.02, 1000, 20), (0.02, 190, 4), (0.02, 10, 1), (1, 7, 7), (0.5, 0, 0)]
)
def test_a_share_is_rounded_but_never_nothing(fraction, n, count):
    assert count_for(fraction, n) == count


def test_nonsense_is_refused():
    for fraction in (0, -0.1, 1.5):
        with pytest.raises(ValueError, match="share"):
            count_for(fraction, 10)
    with pytest.raises(ValueError, match="negative"):
        draw(frames(10, 0), -1)
    with pytest.raises(ValueError, match="eligibility"):
        frames(10, 0, eligible=np.ones(9, dtype=bool))
    with pytest.raises(ValueError, match="distance"):
        frames(10, 0, spacing=-1)


def test_a_pooled_draw_gives_every_frame_the_same_chance_whatever_its_recording():
    counts = np.zeros(2)
    for seed in range(400):
        for place, _ in draw_pooled([frames(30, seed, "a"), frames(270, seed, "b")], 15):
            counts[place] += 1
    # 600 of 6,000 expected from the short one, standard deviation 23.
    assert counts.sum() == 6000
    assert 500 < counts[0] < 700


@given(st.integers(0, 99), st.integers(0, 60), st.integers(0, 60), st.integers(0, 500))
def test_what_a_pooled_draw_takes_from_a_recording_begins_its_own_order(seed, small, more, spacing):
    pool = [frames(40, seed, "a", spacing=spacing), frames(70, seed, "b", spacing=spacing)]

    def of(place, drawn):
        return [position for where, position in drawn if where == place]

    first = draw_pooled(pool, small)
    assert len(first) == small or spacing or small > 110
    for place, each in enumerate(pool):
        mine = of(place, first)
        assert mine == draw_in_order(each, len(mine)).tolist()
    grown = [replace(each, taken=of(place, first)) for place, each in enumerate(pool)]
    assert first + draw_pooled(grown, more) == draw_pooled(pool, small + more)


def test_a_recording_that_joins_a_pool_later_catches_up():
    first = draw_pooled([frames(100, 1, "a")], 50)
    limit = max(numbers(100, 1, Source("a", "content"))[position] for _, position in first)
    joined = draw_pooled([frames(100, 1, "a", taken=[p for _, p in first]), frames(100, 1, "b")], 10)
    below = int((numbers(100, 1, Source("b", "content")) < limit).sum())
    assert below > 10
    assert {place for place, _ in joined} == {1}
