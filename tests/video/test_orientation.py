"""All eight orientations of a picture, wherever a file notes them, are shown upright."""

from __future__ import annotations

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_files import (
    _MATRIX,
    filtered,
    photograph,
    stored,
    with_track_matrix,
    write_h265_with_message,
    write_parts,
)

from au_studio.video.cache import FrameCache
from au_studio.video.index import index_video
from au_studio.video.orientation import UPRIGHT, Orientation, from_matrix
from au_studio.video.reader import FrameReader

EXIF = range(1, 9)
# What h264_metadata is told for each: the flip happens first, then the turn (anticlockwise).
MESSAGE = {
    2: "flip=horizontal", 4: "flip=vertical", 3: "rotate=180", 6: "rotate=-90", 8: "rotate=90",
    5: "rotate=90:flip=horizontal", 7: "rotate=-90:flip=horizontal",
}  # fmt: skip


def assert_upright(path, number_of, picture_of, exif):
    """Every way to a frame gives it upright, and what was done is said."""
    index = index_video(path)
    mirrored = exif in {2, 4, 5, 7}
    assert (index.width, index.height) == (64, 48)
    assert index.shapes[0].orientation.mirrored == mirrored
    assert ("mirrored" in index.reading) == mirrored
    assert any("as the camera noted" in notice for notice in index.notices) == (exif != 1)
    with FrameReader(index) as reader:
        images = [frame.image for frame in reader.frames()]
    assert [number_of(image) for image in images] == list(range(index.n_frames))
    for number, image in enumerate(images):
        assert np.abs(image.astype(int) - picture_of(number)).mean() < 12
        assert image.flags.c_contiguous
    with FrameReader(index, FrameCache(1 << 24)) as reader:
        for number in (index.n_frames - 1, 0, index.n_frames // 2):
            np.testing.assert_array_equal(reader.read(number).image, images[number])


@pytest.mark.parametrize("exif", EXIF)
@pytest.mark.parametrize("name", ["a.mp4", "a.mov"])
def test_the_matrix_of_a_track(exif, name, tmp_path, draw_number, read_number):
    path = write_parts(tmp_path / name, "libx264", [[stored(draw_number(n), exif) for n in range(20)]])
    assert_upright(with_track_matrix(path, exif), read_number, draw_number, exif)


@pytest.mark.parametrize("exif", MESSAGE)
@pytest.mark.parametrize("ending", ["mp4", "mkv", "ts"])
def test_a_message_in_an_h264_stream(exif, ending, tmp_path, draw_number, read_number):
    pictures = [stored(draw_number(n), exif) for n in range(20)]
    plain = write_parts(tmp_path / f"plain.{ending}", "libx264", [pictures])
    told = filtered(
        plain, tmp_path / f"told.{ending}", f"h264_metadata=display_orientation=insert:{MESSAGE[exif]}"
    )
    assert_upright(told, read_number, draw_number, exif)


@pytest.mark.parametrize("exif", EXIF)
def test_a_message_in_an_h265_stream(exif, tmp_path, draw_number, read_number):
    name = f"a.{('mp4', 'mkv', 'ts', 'hevc')[exif % 4]}"
    pictures = [stored(draw_number(n), exif) for n in range(6)]
    assert_upright(write_h265_with_message(tmp_path / name, pictures, exif), read_number, draw_number, exif)


@pytest.mark.parametrize("exif", EXIF)
def test_the_tags_of_a_photograph_and_of_a_film_of_them(exif, tmp_path, draw_number, read_number):
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(photograph(stored(draw_number(0), exif), exif))
    assert_upright(photo, read_number, draw_number, exif)
    film = tmp_path / "film.mjpeg"
    film.write_bytes(b"".join(photograph(stored(draw_number(n), exif), exif) for n in range(4)))
    assert_upright(film, read_number, draw_number, exif)


@pytest.mark.parametrize("exif", EXIF)
def test_a_matrix_says_what_the_tag_of_the_same_number_says(exif):
    orientation = from_matrix((*_MATRIX[exif][:2], 0, *_MATRIX[exif][2:], 0, 0, 0, 1 << 30))
    image = np.arange(24, dtype=np.uint8).reshape(2, 4, 3)
    np.testing.assert_array_equal(orientation.applied(stored(image, exif)), image)
    assert orientation.lies == (exif > 4)


@given(st.lists(st.integers(-(1 << 31), (1 << 31) - 1), min_size=9, max_size=9))
def test_any_matrix_gives_one_of_the_eight(matrix):
    orientation = from_matrix(tuple(matrix))
    assert orientation.turn in {0, 90, 180, 270}
    assert orientation.applied(np.zeros((2, 3, 3), np.uint8)).shape == (
        (3, 2, 3) if orientation.lies else (2, 3, 3)
    )


def test_a_matrix_without_extent_turns_nothing():
    assert from_matrix((0,) * 9) == UPRIGHT
    assert UPRIGHT.words() == ""
    assert Orientation(90, mirrored=True).words() == "mirrored and turned 90° clockwise"


def test_what_pyav_has_no_name_for_does_not_hide_the_rest(tmp_path, draw_number):
    path = tmp_path / "photo.jpg"
    path.write_bytes(photograph(draw_number(0), 6))
    with av.open(str(path)) as container:
        beside = next(container.decode(video=0)).side_data
    assert "DISPLAYMATRIX" in {kind.type.name for kind in beside}
