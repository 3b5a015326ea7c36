"""Parts of a picture in planes are, pixel by pixel, those of the whole picture in RGB."""

import av
import numpy as np
import pytest
from av.video.reformatter import VideoReformatter

from au_studio.video.index import index_video
from au_studio.video.planes import Planes, has_planes
from au_studio.video.reader import FrameReader


@pytest.fixture(params=[("yuv420p", 5, 1), ("yuv420p", 1, 1), ("yuvj420p", 5, 2)])
def picture(request):
    name, space, span = request.param
    made = av.VideoFrame(96, 64, name)
    rng = np.random.default_rng(0)
    for plane in made.planes:
        plane.update(rng.integers(0, 256, plane.buffer_size, dtype=np.uint8).tobytes())
    made.colorspace, made.color_range = space, span
    return made


def test_a_part_is_cut_out_of_the_whole_picture(picture):
    whole = picture.to_ndarray(format="rgb24", threads=1)
    planes = Planes(picture, lambda: whole, VideoReformatter())
    assert planes.shape == whole.shape
    assert planes.nbytes == 96 * 64 * 3 // 2
    for x0, y0, x1, y1 in [
        (10, 20, 54, 52),
        (11, 21, 53, 51),
        (0, 0, 96, 64),
        (91, 3, 96, 64),
        (0, 61, 7, 62),
    ]:
        np.testing.assert_array_equal(planes.part(x0, y0, x1, y1), whole[y0:y1, x0:x1])


def test_a_part_inside_the_last_one_is_not_made_again(picture):
    planes = Planes(picture, lambda: pytest.fail("the whole picture was made"), VideoReformatter())
    first = planes.part(10, 20, 54, 52)
    assert np.shares_memory(planes.part(12, 22, 50, 50), first)
    assert not np.shares_memory(planes.part(12, 22, 60, 50), first)


def test_small_pictures_of_odd_size_or_other_formats_are_taken_whole():
    assert has_planes(av.VideoFrame(1280, 720, "yuv420p"))
    for width, height in [(640, 480), (1281, 720), (1280, 721)]:
        assert not has_planes(av.VideoFrame(width, height, "yuv420p"))
    for name in ("yuv444p", "rgb24"):
        assert not has_planes(av.VideoFrame(1280, 720, name))


def test_a_reader_gives_planes_to_whom_they_are_of_use(clip, monkeypatch):
    monkeypatch.setattr("au_studio.video.planes.LARGE", 0)
    index = index_video(clip())
    with FrameReader(index) as ordinary, FrameReader(index, planes=True) as reader:
        for whole, frame in zip(ordinary.frames(), reader.frames(), strict=True):
            assert isinstance(whole.shown, np.ndarray)
            assert isinstance(frame.shown, Planes)
            assert frame.shown.shape == whole.image.shape
            np.testing.assert_array_equal(frame.image, whole.image)
            np.testing.assert_array_equal(frame.shown.part(2, 2, 10, 8), whole.image[2:8, 2:10])
