"""A random draw is random, fair, and the same everywhere."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from au_studio.study.sampling import count_for, draw, draw_in_order, order


def pts(n: int) -> np.ndarray:
    return np.arange(n, dtype=np.int64) * 40


def test_a_draw_is_the_same_on_every_platform_and_version():
    # Written down once; a change here would silently redraw every study's samples.
    assert draw(pts(1000), None, 8, 17, "digest").tolist() == [80, 138, 235, 343, 366, 435, 795, 887]
    assert order(6, 0, "").tolist() == [0, 2, 4, 3, 5, 1]


def test_seed_and_video_both_change_the_draw():
    base = draw(pts(1000), None, 20, 17, "digest").tolist()
    assert draw(pts(1000), None, 20, 18, "digest").tolist() != base
    assert draw(pts(1000), None, 20, 17, "other").tolist() != base


@given(st.integers(1, 300), st.integers(0, 400), st.integers(0, 2**63 - 1))
def test_a_draw_has_no_frame_twice_and_comes_in_order(n, count, seed):
    drawn = draw(pts(n), None, count, seed, "digest")
    assert len(drawn) == min(n, count)
    assert (np.diff(drawn) > 0).all()
    assert sorted(order(n, seed, "digest").tolist()) == list(range(n))


@given(st.integers(1, 200), st.data(), st.integers(0, 99), st.integers(0, 500))
def test_extending_adds_and_never_redraws(n, data, seed, spacing):
    eligible = np.array(data.draw(st.lists(st.booleans(), min_size=n, max_size=n)))
    small, more = data.draw(st.integers(0, n)), data.draw(st.integers(0, n))
    first = draw_in_order(pts(n), eligible, small, seed, "d", spacing=spacing)
    further = draw_in_order(pts(n), eligible, more, seed, "d", spacing=spacing, taken=first.tolist())
    at_once = draw_in_order(pts(n), eligible, small + more, seed, "d", spacing=spacing)
    assert np.concatenate([first, further]).tolist() == at_once.tolist()
    assert eligible[at_once].all()
    assert (np.diff(np.sort(pts(n)[at_once])) >= spacing).all()


def test_every_frame_has_the_same_chance():
    counts = np.zeros(50)
    for seed in range(2000):
        counts[draw(pts(50), None, 5, seed, "digest")] += 1
    # 200 expected each, standard deviation 13.4.
    assert counts.min() > 140
    assert counts.max() < 260


def test_a_frame_that_cannot_be_coded_pushes_no_other_out():
    everything = draw_in_order(pts(100), None, 10, 3, "d")
    eligible = np.ones(100, dtype=bool)
    eligible[everything[4]] = False
    without = draw_in_order(pts(100), eligible, 10, 3, "d")
    assert set(everything.tolist()) - {int(everything[4])} <= set(without.tolist())


@pytest.mark.parametrize(
    ("fraction", "n", "count"), [(0.02, 1000, 20), (0.02, 10, 1), (1, 7, 7), (0.5, 0, 0)]
)
def test_a_share_is_rounded_but_never_nothing(fraction, n, count):
    assert count_for(fraction, n) == count


def test_nonsense_is_refused():
    for fraction in (0, -0.1, 1.5):
        with pytest.raises(ValueError, match="share"):
            count_for(fraction, 10)
    with pytest.raises(ValueError, match="negative"):
        draw(pts(10), None, -1, 0, "")
    with pytest.raises(ValueError, match="eligibility"):
        draw(pts(10), np.ones(9, dtype=bool), 1, 0, "")
