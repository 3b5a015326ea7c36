"""Pictures that change their size or are turned on the way are fitted, not squeezed, and it is said."""

from __future__ import annotations

import gc
from fractions import Fraction

import numpy as np
import pytest
from av import VideoFrame
from made_files import filtered, photograph, stored, write_parts
from window_fixtures import write_video

from au_studio.video import survey
from au_studio.video.cache import FrameCache
from au_studio.video.index import index_video
from au_studio.video.orientation import Orientation
from au_studio.video.reader import FrameReader
from au_studio.video.shapes import Shape, shape_at, shown_size

KINDS = {"a.webm": "libvpx", "b.webm": "libvpx-vp9", "a.ts": "libx264", "a.mjpeg": "mjpeg"}
FAST = {"libvpx-vp9": {"deadline": "realtime", "cpu-used": "8"}, "libvpx": {"deadline": "realtime"}}


def disc(width, height):
    """Draw a white disc, half as high as the picture, in the middle of it."""
    y, x = np.mgrid[:height, :width]
    inside = (x - (width - 1) / 2) ** 2 + (y - (height - 1) / 2) ** 2 < (height / 4) ** 2
    return np.repeat((inside * 220 + 16).astype(np.uint8)[..., None], 3, axis=2)


def extent(image):
    """Return width and height of what is white."""
    white = image.mean(axis=2) > 128
    return int(white.any(axis=0).sum()), int(white.any(axis=1).sum())


@pytest.fixture(params=[True, False], ids=["decoded whole", "spot checked"])
def whole(request, monkeypatch):
    if not request.param:
        monkeypatch.setattr(survey, "DECODE_WHOLE_PIXELS", 0)
        monkeypatch.setattr(survey, "SPOT_FRAMES", 4)
    return request.param


@pytest.mark.parametrize("name", KINDS)
def test_a_later_part_of_another_size_is_not_squeezed(name, tmp_path, whole):
    codec = KINDS[name]
    parts = [[disc(160, 96)] * 30, [disc(96, 160)] * 24, [disc(80, 48)] * 24]
    path = write_parts(tmp_path / name, codec, parts, FAST.get(codec))
    index = index_video(path)
    assert index.n_frames == 78
    assert (index.width, index.height) == (160, 96)
    assert [(s.row, s.width, s.height) for s in index.shapes] == [(0, 160, 96), (30, 96, 160), (54, 80, 48)]
    with FrameReader(index) as reader:
        images = [frame.image for frame in reader.frames()]
    for row, expected in ((3, 48), (33, 48), (70, 48)):
        width, height = extent(images[row])
        assert abs(width - height) <= 2, "a disc stays round"
        assert abs(height - expected) <= 3
    (notice,) = [n for n in index.notices if "changes on the way" in n]
    assert "96 × 160 from 1.20 s on" in notice
    assert "80 × 48 from 2.16 s on" in notice
    assert "fitted" in index.reading
    with FrameReader(index, FrameCache(1 << 25)) as reader:
        for row in (77, 30, 29, 53, 0, 54):
            np.testing.assert_array_equal(reader.read(row).image, images[row])


def test_a_phone_that_is_turned_while_it_records(tmp_path, draw_number, read_number, whole):
    upright = write_parts(tmp_path / "a.ts", "libx264", [[draw_number(n) for n in range(24)]])
    lying = write_parts(
        tmp_path / "b.ts", "libx264", [[stored(draw_number(n), 6) for n in range(24)]], first=24
    )
    turned = filtered(lying, tmp_path / "c.ts", "h264_metadata=display_orientation=insert:rotate=-90")
    joined = tmp_path / "joined.ts"
    joined.write_bytes(upright.read_bytes() + turned.read_bytes())
    index = index_video(joined)
    assert [(s.row, s.orientation) for s in index.shapes] == [(0, Orientation()), (24, Orientation(90))]
    with FrameReader(index) as reader:
        assert [read_number(frame.image) for frame in reader.frames()] == [*range(24), *range(24)]
    assert [n for n in index.notices if "turned 90° clockwise" in n and "from 0.9" in n], index.notices


@pytest.mark.parametrize("apart", [1, 8])
def test_a_mirror_that_changes_while_it_records(tmp_path, draw_number, apart):
    """Upright and mirrored upside down are turned by as much; every picture may be a key frame, or few."""
    keys = {"x264-params": f"keyint={apart}:bframes=0:scenecut=0"}
    parts = [[draw_number(n) for n in range(start, start + 9)] for start in (0, 9)]
    first = write_parts(tmp_path / "a.ts", "libx264", parts[:1], keys)
    second = write_parts(tmp_path / "b.ts", "libx264", parts[1:], keys, first=9)
    flipped = filtered(second, tmp_path / "c.ts", "h264_metadata=display_orientation=insert:flip=vertical")
    joined = tmp_path / "joined.ts"
    joined.write_bytes(first.read_bytes() + flipped.read_bytes())
    found = [(shape.row, shape.orientation.mirrored) for shape in index_video(joined).shapes]
    assert found == [(0, False), (9, True)]


def test_photographs_held_in_several_ways(tmp_path, draw_number, read_number):
    path = tmp_path / "film.mjpeg"
    turns = [1, 1, 5, 3, 3, 7]
    path.write_bytes(b"".join(photograph(stored(draw_number(n), t), t) for n, t in enumerate(turns)))
    index = index_video(path)
    with FrameReader(index) as reader:
        assert [read_number(frame.image) for frame in reader.frames()] == list(range(6))
        assert [read_number(reader.read(n).image) for n in (5, 2, 0)] == [5, 2, 0]


def test_the_size_of_most_frames_is_shown_and_of_two_the_earlier():
    small, large = Shape(0, 32, 24), Shape(10, 64, 48)
    assert shown_size([small, large], 40, Fraction(1)) == (64, 48)
    assert shown_size([small, large], 20, Fraction(1)) == (32, 24)
    assert shown_size([small, Shape(10, 32, 24, Orientation(90))], 15, Fraction(4, 3)) == (43, 24)
    assert shape_at([small, large], 9) is small
    assert shape_at([small, large], 10) is large
    assert shape_at((), 3).orientation == Orientation()


def test_a_frame_that_the_decoder_loses_at_the_change_is_said_and_changes_no_rate(tmp_path, draw_number):
    """What MPEG-2 holds back for its B-frames goes when another size begins."""
    twice = np.ones((2, 2, 1), np.uint8)
    large = [np.kron(draw_number(n), twice) for n in range(12)]
    first = write_parts(tmp_path / "a.m2v", "mpeg2video", [large])
    second = write_parts(tmp_path / "b.m2v", "mpeg2video", [[draw_number(n) for n in range(12, 20)]])
    joined = tmp_path / "joined.m2v"
    joined.write_bytes(first.read_bytes() + second.read_bytes())
    index = index_video(joined)
    assert index.n_frames == 19
    assert "1 frame is lost where the picture changes" in index.notices
    assert any("25 frames a second, as the stream states" in notice for notice in index.notices)


def test_looking_at_pictures_keeps_none_of_them(tmp_path, monkeypatch):
    """PyAV ties a picture whose notes were read to itself: none is let go of until Python collects cycles."""
    path = write_video(tmp_path / "a.mp4", 40)
    monkeypatch.setattr(survey, "DECODE_WHOLE_PIXELS", 1e9)
    gc.collect()
    gc.disable()
    try:
        before = n_pictures()
        index = index_video(path)
        kept = n_pictures() - before
    finally:
        gc.enable()
    assert index.n_frames == 40
    assert kept <= 4  # every twelfth is a key frame


def n_pictures():
    return sum(type(thing) is VideoFrame for thing in gc.get_objects())
