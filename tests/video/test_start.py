"""Where a file begins, as players count: with its first picture or its first sound."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.video.index import index_video

TONE = (9000 * np.sin(np.arange(48000 * 3) / 40)).astype(np.int16)


@pytest.mark.parametrize("name", ["a.mkv", "a.mov"])
def test_sound_that_begins_first_sets_the_start(name, clip):
    index = index_video(clip(name, pts=[38 + n for n in range(30)], n_frames=30, sound=TONE))
    assert index.times[0] == pytest.approx(1.52, abs=2e-3)
    assert index.start == pytest.approx(0.0, abs=1e-3)


def test_a_camera_that_begins_late_begins_with_its_picture(clip):
    index = index_video(clip("a.ts", n_frames=30))
    assert index.start == pytest.approx(index.times[0], abs=0.1)
    assert index.start <= index.times[0]


def test_without_a_clock_the_first_frame_is_the_start(clip):
    index = index_video(clip("a.h264", n_frames=10))
    assert index.start == index.times[0] == 0.0
