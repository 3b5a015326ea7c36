"""Where a file has no clock, the rate that the stream states holds, and the notice names it."""

from __future__ import annotations

from fractions import Fraction

import av
import numpy as np
import pytest

from au_studio.video.index import index_video
from au_studio.video.packets import PacketTable
from au_studio.video.rates import best_stamps
from au_studio.video.reader import FrameReader
from au_studio.video.timing import spread

NTSC = Fraction(30000, 1001)
BARE = {
    "a.h264": ("libx264", "h264", {}),
    "a.hevc": ("libx265", "hevc", {"x265-params": "log-level=none"}),
    "a.m2v": ("mpeg2video", "mpeg2video", {}),
    "a.m1v": ("mpeg1video", "mpeg1video", {}),
    "a.m4v": ("mpeg4", "m4v", {}),
}


def write_bare(path, codec, form, rate, draw_number, options=None):  # noqa: PLR0917
    with av.open(str(path), "w", format=form) as container:
        stream = container.add_stream(codec, rate=rate, options=options or {})
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        stream.codec_context.time_base = 1 / Fraction(rate)
        stream.codec_context.gop_size, stream.codec_context.thread_count = 12, 1
        stream.codec_context.max_b_frames = 2
        for number in range(40):
            frame = av.VideoFrame.from_ndarray(draw_number(number), format="rgb24")
            frame.pts, frame.time_base = number, 1 / Fraction(rate)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


@pytest.mark.parametrize("rate", [Fraction(30), Fraction(50), NTSC], ids=["30", "50", "29.97"])
@pytest.mark.parametrize("name", BARE)
def test_a_bare_stream_keeps_the_rate_that_it_states(name, rate, tmp_path, draw_number, read_number):
    codec, form, options = BARE[name]
    index = index_video(write_bare(tmp_path / name, codec, form, rate, draw_number, options))
    np.testing.assert_allclose(index.times - index.times[0], np.arange(40) / float(rate), atol=1e-5)
    assert index.mean_rate == pytest.approx(float(rate), abs=1e-3)
    named = f"{float(rate):.3f}".rstrip("0").rstrip(".")
    assert any(f"{named} frames a second, as the stream states" in notice for notice in index.notices)
    assert "variable frame rate" not in index.notices
    with FrameReader(index) as reader:
        assert [read_number(frame.image) for frame in reader.frames()] == list(range(40))
        assert [read_number(reader.read(n).image) for n in (31, 4, 39)] == [31, 4, 39]


def test_a_rate_that_nobody_states_is_called_assumed(tmp_path, draw_number):
    film = tmp_path / "film.mjpeg"
    codec = av.CodecContext.create("mjpeg", "w")
    codec.width, codec.height, codec.pix_fmt, codec.time_base = 64, 48, "yuvj420p", Fraction(1, 25)
    frames = [av.VideoFrame.from_ndarray(draw_number(n), format="rgb24") for n in range(5)]
    film.write_bytes(b"".join(bytes(packet) for frame in frames for packet in codec.encode(frame)))
    index = index_video(film)
    assert any("25 frames a second are assumed" in notice for notice in index.notices)


@pytest.mark.parametrize("codec", ["libx264", "mpeg4"])
@pytest.mark.parametrize("rate", [Fraction(60), NTSC], ids=["60", "29.97"])
def test_b_frames_in_avi_are_evenly_spaced_to_the_end(codec, rate, tmp_path, draw_number, read_number):
    index = index_video(write_bare(tmp_path / "a.avi", codec, "avi", rate, draw_number))
    np.testing.assert_allclose(index.times - index.times[0], np.arange(40) / float(rate), atol=1e-6)
    assert index.duration == pytest.approx(40 / float(rate))
    with FrameReader(index) as reader:
        assert [read_number(frame.image) for frame in reader.frames()] == list(range(40))


def test_missing_timestamps_are_filled_without_drifting():
    stamps, base = spread([0, *[None] * 2999], Fraction(1, 1000), NTSC)
    assert base == Fraction(1, 1000)
    np.testing.assert_allclose(stamps, np.arange(3000) * 1001 / 30, atol=0.5)
    stamps, _ = spread([None, None, 100, None, 170], Fraction(1, 1000), Fraction(30))
    assert stamps.tolist() == [33, 67, 100, 133, 170]


def test_times_of_decoding_serve_where_those_of_showing_are_missing():
    packets = PacketTable(dts=[10, 12, 11])
    assert best_stamps([None] * 3, packets, "matroska,webm", sound=False) == [10, 11, 12]
    assert best_stamps([None] * 3, packets, "h264", sound=False) == [None] * 3
    assert best_stamps([None] * 3, PacketTable(dts=[10, 10, 11]), "avi", sound=False) == [None] * 3
    assert best_stamps([5, None, 9], packets, "avi", sound=False) == [5, None, 9]
