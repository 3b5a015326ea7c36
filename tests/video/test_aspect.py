"""Recordings with oblong pixels are shown and read with square ones, whichever way they are read."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from au_studio.video import aspect
from au_studio.video.aspect import SQUARE, pixel_aspect, pixel_aspect_of, squared_width
from au_studio.video.cache import FrameCache
from au_studio.video.index import index_video
from au_studio.video.reader import FrameReader

HDV = Fraction(4, 3)
WIDE_DV = Fraction(64, 45)
NTSC = Fraction(8, 9)


class Stream:
    """A stream of which only the shape of its pixels is known."""

    def __init__(self, ratio):
        self.sample_aspect_ratio = ratio


def narrowed(image, width):
    """Take a picture back to the columns that were stored, the nearest for each."""
    return image[:, ((np.arange(width) + 0.5) * image.shape[1] / width).astype(int)]


@pytest.mark.parametrize(
    ("codec", "ratio", "width"),
    [
        ("libx264", HDV, 85),
        ("libx264", WIDE_DV, 91),
        ("libx264", NTSC, 57),
        ("mpeg2video", HDV, 85),
        ("mpeg4", NTSC, 57),
    ],
)
def test_oblong_pixels_become_square_and_the_height_stays(clip, read_number, codec, ratio, width):
    path = clip("a.mkv", codec=codec, n_frames=12, pixel_aspect=ratio)
    index = index_video(path)
    assert (index.width, index.height, index.pixel_aspect) == (width, 48, ratio)
    assert pixel_aspect_of(path) == ratio
    with FrameReader(index) as reader:
        for frame in reader.frames():
            assert frame.image.shape == (48, width, 3)
            assert read_number(narrowed(frame.image, 64)) == frame.position


@pytest.mark.parametrize("name", ["a.mp4", "a.mov", "a.mkv", "a.avi", "a.ts", "a.mpg"])
def test_the_shape_is_found_in_every_container(clip, name):
    codec = "mpeg2video" if name in {"a.mpg", "a.ts"} else "mpeg4" if name == "a.avi" else "libx264"
    path = clip(name, codec=codec, n_frames=8, pixel_aspect=HDV)
    assert index_video(path).width == 85
    assert any("64 pixels wide, shown 85 wide" in notice for notice in index_video(path).notices)


@pytest.mark.parametrize("anticlockwise", [0, 90, 180, 270])
def test_the_stored_picture_is_stretched_before_it_is_turned(clip, read_number, anticlockwise):
    path = clip("phone.mp4", n_frames=5, rotation=anticlockwise, pixel_aspect=HDV)
    index = index_video(path)
    assert (index.width, index.height) == ((48, 85) if anticlockwise % 180 else (85, 48))
    with FrameReader(index) as reader:
        image = reader.read(3).image
    assert image.shape == (index.height, index.width, 3)
    assert image.flags.c_contiguous
    assert read_number(narrowed(np.rot90(image, -(anticlockwise // 90)), 64)) == 3


def test_every_way_to_a_frame_gives_the_same_pixels(clip):
    index = index_video(clip("hdv.mp4", n_frames=30, pixel_aspect=HDV))
    with FrameReader(index) as reader:
        streamed = [frame.image for frame in reader.frames()]
    with FrameReader(index, FrameCache(1 << 24)) as reader:
        for position in (29, 3, 28, 27, 12, 0):
            np.testing.assert_array_equal(reader.read(position).image, streamed[position])


@pytest.mark.parametrize(
    "ratio",
    [None, Fraction(0), 1, Fraction(101, 100), Fraction(99, 100), Fraction(1, 50), 50, Fraction(-4, 3)],
)
def test_nearly_square_and_nonsensical_ratios_are_left_alone(ratio):
    assert pixel_aspect(Stream(ratio)) == SQUARE


def test_a_recording_with_square_pixels_is_read_as_it_is_stored(clip):
    import av

    path = clip("square.mp4", n_frames=8, pixel_aspect=Fraction(201, 200))
    index = index_video(path)
    assert (index.width, index.height, index.pixel_aspect, index.notices) == (64, 48, SQUARE, ())
    with av.open(str(path)) as container, FrameReader(index) as reader:
        for stored, frame in zip(container.decode(video=0), reader.frames(), strict=True):
            np.testing.assert_array_equal(stored.to_ndarray(format="rgb24"), frame.image)


def test_what_is_no_video_has_square_pixels(tmp_path):
    (tmp_path / "no.mp4").write_bytes(b"no video")
    assert pixel_aspect_of(tmp_path / "no.mp4") == SQUARE
    assert pixel_aspect_of(tmp_path / "gone.mp4") == SQUARE


@given(st.integers(1, 8192), st.fractions(Fraction(1, 4), 4))
def test_a_width_is_rounded_to_the_nearest_square_pixel(width, ratio):
    found = squared_width(width, pixel_aspect(Stream(ratio)))
    nearly = abs(ratio - 1) <= aspect._NEARLY_SQUARE
    assert found >= 1
    assert found == width if nearly else abs(found - width * ratio) <= max(Fraction(1, 2), 1 - width * ratio)
