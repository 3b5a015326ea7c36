"""Frames far behind a key frame: themselves, with something to see meanwhile, given up when not wanted."""

from __future__ import annotations

import av
import numpy as np
import pytest

from au_studio.errors import Stopped
from au_studio.video import reader, way
from au_studio.video.cache import FrameCache
from au_studio.video.index import index_video
from au_studio.video.reader import FrameReader
from au_studio.video.way import Way

N, SIDE = 90, 64


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    """Ninety pictures behind one key frame; of some of them no other is made."""
    path = tmp_path_factory.mktemp("way") / "long.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=30, options={"bf": "3", "sc_threshold": "0"})
        stream.width = stream.height = SIDE
        stream.pix_fmt, stream.codec_context.gop_size = "yuv420p", N
        rng = np.random.default_rng(0)
        for number in range(N):
            image = np.full((SIDE, SIDE, 3), 30, np.uint8)
            image[:, : 2 + number % (SIDE - 2)] = (200, 20 + 2 * number, 90)
            image[::8, ::8] = rng.integers(0, 255, (8, 8, 3))
            container.mux(stream.encode(av.VideoFrame.from_ndarray(image, format="rgb24")))
        container.mux(stream.encode(None))
    made = index_video(path)
    assert made.key_frames.sum() == 1
    return made


@pytest.fixture(scope="module")
def truth(index):
    with av.open(str(index.path)) as container:
        return [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]


@pytest.fixture
def long_way(monkeypatch):
    monkeypatch.setattr(way, "LONG_WAY_PIXELS", 10 * SIDE * SIDE)


def test_every_frame_is_itself_although_others_are_left_out_on_the_way(index, truth):
    order = np.random.default_rng(4).permutation(N).tolist()
    with FrameReader(index, FrameCache(0)) as frames:
        for position in order:
            np.testing.assert_array_equal(frames.read(position).image, truth[position])
            if position + 2 < N:  # going on from there leaves nothing out
                after = [frame.position for frame in frames.frames(position + 1, position + 3)]
                assert after == [position + 1, position + 2]


def test_pictures_that_nothing_is_made_from_are_left_out(index):
    seen = []
    with FrameReader(index, FrameCache(0)) as frames:
        way = Way(lambda: bool(seen.append(1)), shown=True)  # asked for every picture on the way
        assert frames.read(80, way).position == 80
    assert 0 < len(seen) < 60


@pytest.mark.usefixtures("long_way")
def test_a_long_way_shows_one_picture_and_then_the_frame(index, truth):
    shown = []
    with FrameReader(index, FrameCache(0)) as frames:
        frame = frames.read(50, Way(lambda: False, shown.append))
        assert frames.read(55, Way(lambda: False, shown.append)).position == 55
    assert frame.position == 50
    assert [one.position for one in shown] == [0]
    np.testing.assert_array_equal(shown[0].image, truth[0])


@pytest.mark.usefixtures("long_way")
def test_a_frame_that_is_given_up_leaves_the_reader_whole(index, truth):
    with FrameReader(index, FrameCache(0)) as frames:
        with pytest.raises(Stopped):
            frames.read(80, Way(lambda: True))
        for position in (3, 40, 81, 0):
            np.testing.assert_array_equal(frames.read(position).image, truth[position])


def test_steps_back_from_a_frame_that_was_made_ready_decode_nothing(index, truth, monkeypatch):
    monkeypatch.setattr(reader, "STEPS_READY", 8)
    with FrameReader(index, FrameCache(40 * SIDE * SIDE * 3)) as frames:
        frames.read(70)
        assert frames.lacks_before(70) == 69
        frames.make_ready(69, lambda: False)
        assert frames.lacks_before(70) is None
        given_up = Way(lambda: True, shown=True)  # whatever had to be decoded now
        for position in range(69, 60, -1):
            np.testing.assert_array_equal(frames.read(position, given_up).image, truth[position])
        assert frames.lacks_before(55) is not None
