"""The frame that was asked for comes back, in whatever order frames are asked for."""

from __future__ import annotations

import itertools
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from au_studio.video.cache import FrameCache
from au_studio.video.errors import TruncatedVideoError, UndecodableFrameError
from au_studio.video.index import index_video
from au_studio.video.reader import FrameReader

N = 60
VFR = {
    "pts": list(itertools.accumulate([7, *(11 + 17 * (k * 5 % 9) for k in range(N - 1))])),
    "time_base": Fraction(1, 1000),
}
CLIPS = {
    "b_frames.mp4": {"b_frames": 3, "gop": 15},
    "variable.mp4": VFR,
    "variable.mkv": VFR,
    "one_key.mp4": {"gop": 300},
    "open_gop.ts": {"codec_options": {"x264-params": "open-gop=1:keyint=12:bframes=2"}},
    "intra_refresh.mp4": {"codec_options": {"x264-params": "intra-refresh=1:keyint=12"}},
    "mpeg1.mpg": {"codec": "mpeg1video"},
    "mpeg2.mpg": {"codec": "mpeg2video"},
    "mjpeg.avi": {"codec": "mjpeg"},
    "mpeg4.avi": {"codec": "mpeg4"},
    "reordered.avi": {"b_frames": 2},
    "raw.h264": {},
    "hevc.mov": {"codec": "libx265", "codec_options": {"x265-params": "log-level=none"}},
    "vp9.webm": {"codec": "libvpx-vp9", "codec_options": {"cpu-used": "8"}},
}


@pytest.fixture(scope="module")
def opened(module_clip):
    """Index a clip once and remember what every frame looks like when the clip is read from start to end."""
    known = {}

    def get(name, **options):
        if name not in known:
            index = index_video(module_clip(name, n_frames=N, **(options or CLIPS[name])))
            with FrameReader(index) as reader:
                known[name] = index, [frame.image for frame in reader.frames()]
        return known[name]

    return get


@pytest.mark.parametrize("name", CLIPS)
def test_reading_from_start_to_end_gives_every_frame_once_in_order(name, opened, read_number):
    index, images = opened(name)
    assert index.n_frames == len(images) == N
    assert [read_number(image) for image in images] == list(range(N))


@pytest.mark.parametrize("name", CLIPS)
@settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(
    order=st.lists(st.integers(0, N - 1), min_size=1, max_size=12), cache_frames=st.sampled_from([0, 3, 100])
)
def test_any_order_of_reads_gives_the_same_pictures(name, opened, read_number, order, cache_frames):
    index, images = opened(name)
    with FrameReader(index, FrameCache(cache_frames * images[0].nbytes)) as reader:
        for position in order:
            frame = reader.read(position)
            assert (frame.position, frame.pts) == (position, index.pts[position])
            assert frame.time == pytest.approx(index.times[position])
            assert read_number(frame.image) == position
            np.testing.assert_array_equal(frame.image, images[position])


def _count_seeks(reader, monkeypatch):
    seeks = []
    seek, start = reader._source.seek, reader._source.seek_start
    monkeypatch.setattr(reader._source, "seek", lambda stamp: seeks.append(stamp) or seek(stamp))
    monkeypatch.setattr(reader._source, "seek_start", lambda: seeks.append(None) or start())
    return seeks


def test_reading_on_does_not_seek(opened, monkeypatch):
    index, _ = opened("b_frames.mp4")
    with FrameReader(index, FrameCache(0)) as reader:
        seeks = _count_seeks(reader, monkeypatch)
        for position in range(20):
            reader.read(position)
        for _ in reader.frames(20, 40):
            pass
        assert reader.read(40).position == 40
    assert not seeks


def test_stepping_back_decodes_a_stretch_once_and_serves_it_from_the_cache(opened, read_number, monkeypatch):
    index, images = opened("one_key.mp4")
    with FrameReader(index, FrameCache(40 * images[0].nbytes)) as reader:
        reader.read(N - 1)
        seeks = _count_seeks(reader, monkeypatch)
        for position in range(N - 2, N - 19, -1):
            assert read_number(reader.read(position).image) == position
    assert len(seeks) == 1


def test_frames_takes_a_range(opened, read_number):
    index, _ = opened("variable.mkv")
    with FrameReader(index) as reader:
        assert [read_number(frame.image) for frame in reader.frames(23, 31)] == list(range(23, 31))
        assert [frame.position for frame in reader.frames(N - 3)] == [N - 3, N - 2, N - 1]
        assert list(reader.frames(10, 10)) == []
        assert reader.skipped == 0


def test_a_position_outside_the_recording_is_refused(opened):
    index, _ = opened("b_frames.mp4")
    with FrameReader(index) as reader:
        for position in (-1, N):
            with pytest.raises(IndexError, match="outside"):
                reader.read(position)


def test_pictures_are_contiguous_rgb_that_nobody_can_change_by_accident(opened):
    index, images = opened("b_frames.mp4")
    image = images[0]
    assert (image.shape, image.dtype) == ((index.height, index.width, 3), np.uint8)
    assert image.flags.c_contiguous
    assert not image.flags.writeable


@pytest.mark.parametrize("anticlockwise", [0, 90, 180, 270])
def test_a_turned_phone_video_stands_upright(clip, read_number, anticlockwise):
    index = index_video(clip("phone.mp4", n_frames=5, rotation=anticlockwise))
    assert index.rotation == -anticlockwise % 360
    with FrameReader(index) as reader:
        image = reader.read(3).image
    assert image.shape == (index.height, index.width, 3)
    assert (index.width, index.height) == ((48, 64) if anticlockwise % 180 else (64, 48))
    stored = np.rot90(image, -(anticlockwise // 90))  # np.rot90 turns anticlockwise.
    assert read_number(stored) == 3


def test_a_file_that_shrank_after_it_was_indexed_says_how_much_is_left(clip):
    path = clip("shrinks.mkv", n_frames=40)
    index = index_video(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 4 // 5])
    with FrameReader(index) as reader:
        assert reader.read(5).position == 5
        with pytest.raises((TruncatedVideoError, UndecodableFrameError), match=r"shrinks\.mkv"):
            reader.read(39)
        assert reader.read(6).position == 6


def test_a_frame_lost_inside_the_recording_is_counted_and_the_rest_is_read(clip, read_number):
    path = clip("hole.avi", codec="mjpeg", n_frames=20)
    index = index_video(path)
    data = bytearray(path.read_bytes())
    starts = [k for k in range(data.find(b"movi"), len(data)) if data[k : k + 4] == b"00dc"][:20]
    data[starts[7] + 8 : starts[8]] = bytes(starts[8] - starts[7] - 8)
    path.write_bytes(data)
    with FrameReader(index) as reader:
        assert [read_number(frame.image) for frame in reader.frames()] == [k for k in range(20) if k != 7]
        assert reader.skipped == 1
        with pytest.raises(UndecodableFrameError, match=r"Frame 7 of “hole\.avi”"):
            reader.read(7)
        assert read_number(reader.read(8).image) == 8


@pytest.mark.shared
@pytest.mark.parametrize(
    "name", ["grid/bbaf2n.mpg", "asl/bird.mkv", "edge/no_face.mp4", "edge/single_face.mp4"]
)
def test_real_recordings_read_the_same_in_any_order(shared_dir, name):
    index = index_video(shared_dir / "videos" / name)
    with FrameReader(index) as reader:
        sums = [int(frame.image.sum(dtype=np.int64)) for frame in reader.frames()]
    assert len(sums) == index.n_frames
    with FrameReader(index, FrameCache(0)) as reader:
        for position in np.random.default_rng(2).permutation(index.n_frames)[:12]:
            assert int(reader.read(int(position)).image.sum(dtype=np.int64)) == sums[position]
