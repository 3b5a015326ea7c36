"""The frame cache keeps to its bound and forgets what was used longest ago."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from au_studio.video.cache import FrameCache
from au_studio.video.reader import Frame


def _frame(position, n_bytes=30):
    return Frame(position, position, float(position), np.zeros((1, n_bytes // 3, 3), np.uint8))


def test_the_least_recently_used_frame_leaves_first():
    cache = FrameCache(90)
    for position in (1, 2, 3):
        cache.put(position, _frame(position))
    assert cache.get(1).position == 1
    cache.put(4, _frame(4))
    assert [position in cache for position in (1, 2, 3, 4)] == [True, False, True, True]


def test_a_frame_larger_than_the_bound_is_not_kept():
    cache = FrameCache(20)
    cache.put(0, _frame(0))
    assert cache.get(0) is None
    assert cache.n_bytes == 0


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 20)), max_size=60))
def test_the_bound_holds_whatever_is_put_in(steps):
    cache = FrameCache(100)
    for position, size in steps:
        cache.put(position, _frame(position, 3 * size))
        assert cache.n_bytes <= 100
        assert position in cache
    assert cache.n_bytes == sum(f.image.nbytes for f in (cache.get(p) for p in range(10)) if f is not None)
    cache.clear()
    assert (len(cache), cache.n_bytes) == (0, 0)


def test_threads_can_share_it():
    cache = FrameCache(300)
    errors = []

    def work(seed):
        rng = np.random.default_rng(seed)
        try:
            for position in rng.integers(0, 40, 400):
                frame = cache.get(int(position))
                assert frame is None or frame.position == position
                cache.put(int(position), _frame(int(position)))
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert cache.n_bytes == 30 * len(cache) <= 300


def test_a_frame_put_twice_counts_once():
    cache = FrameCache(100)
    cache.put(5, _frame(5))
    cache.put(5, _frame(5, 60))
    assert cache.n_bytes == 60
    assert len(cache) == pytest.approx(1)
