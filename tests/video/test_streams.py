"""Of several video streams the one that moves is the recording, unless another was chosen; it is named."""

from __future__ import annotations

import av
import numpy as np
import pytest
from made_files import encoded

from au_studio.video.errors import NoVideoStreamError
from au_studio.video.index import index_video
from au_studio.video.options import AS_USUAL, ReadingOptions
from au_studio.video.reader import FrameReader
from au_studio.video.reading import _look, reading_of


def write_streams(path, *streams):
    """Write several streams of pictures, each given as (codec, pictures)."""
    with av.open(str(path), "w") as container:
        coded = []
        for codec, pictures in streams:
            stream = container.add_stream(codec, rate=25)
            stream.height, stream.width = pictures[0].shape[:2]
            stream.pix_fmt = "yuvj420p" if codec == "mjpeg" else "yuv420p"
            coded += [(packet, stream) for packet in encoded(pictures, codec)[1]]
        container.start_encoding()
        for packet, stream in sorted(coded, key=lambda pair: float(pair[0].dts or 0)):
            packet.time_base, packet.stream = 1 / stream.codec_context.framerate, stream
            container.mux(packet)
    return path


@pytest.fixture
def film(draw_number):
    return [draw_number(n) for n in range(30)]


@pytest.mark.parametrize("name", ["a.mp4", "a.mkv", "a.mov", "a.avi"])
@pytest.mark.parametrize("first", ["still", "film"])
def test_a_still_is_not_the_recording(name, first, tmp_path, film, read_number):
    codec = "mpeg4" if name == "a.avi" else "libx264"
    still = ("mjpeg", [np.full((48, 64, 3), 99, np.uint8)])
    both = [still, (codec, film)] if first == "still" else [(codec, film), still]
    index = index_video(write_streams(tmp_path / name, *both))
    assert index.n_frames == 30
    assert index.stream == (1 if first == "still" else 0)
    with FrameReader(index) as reader:
        assert [read_number(frame.image) for frame in reader.frames()] == list(range(30))
        assert read_number(reader.read(17).image) == 17
    (notice,) = [n for n in index.notices if "video streams" in n]
    assert f"number {index.stream} (" in notice
    assert "not number" in notice
    assert "mjpeg" in notice


def test_the_other_of_two_films_can_be_chosen(tmp_path, draw_number, read_number, film):
    other = [draw_number(100 + n) for n in range(30)]
    path = write_streams(tmp_path / "two.mkv", ("libx264", film), ("libx264", other))
    with FrameReader(index_video(path)) as reader:
        assert read_number(reader.read(5).image) == 5
    chosen = index_video(path, ReadingOptions(stream=1))
    assert chosen.reading == "stream 1"
    assert reading_of(path) == "", "a choice is not what is usual"
    with FrameReader(chosen) as reader:
        assert [read_number(frame.image) for frame in reader.frames()] == list(range(100, 130))
        assert read_number(reader.read(3).image) == 103
    with pytest.raises(NoVideoStreamError, match="Stream 7") as caught:
        index_video(path, ReadingOptions(stream=7))
    assert "0, 1" in caught.value.next_step


def test_a_recording_with_one_stream_says_nothing_of_it(tmp_path, film):
    index = index_video(write_streams(tmp_path / "one.mp4", ("libx264", film)))
    assert (index.stream, index.notices, index.reading) == (0, (), "")


def test_the_first_picture_tells_what_indexing_tells(tmp_path, film):
    path = write_streams(tmp_path / "a.mkv", ("mjpeg", film[:1]), ("libx264", film))
    status = path.stat()
    assert _look((path, status.st_size, status.st_mtime_ns, AS_USUAL)) == "stream 1"
    assert index_video(path).reading == "stream 1"


@pytest.mark.parametrize("name", ["a.mp4", "a.mkv", "a.avi"])
@pytest.mark.parametrize("before", ["three stills", "a small preview"])
def test_what_is_no_film_of_its_own_is_not_the_recording(name, before, tmp_path, film, read_number):
    pictures = [np.full((96, 128, 3), 99, np.uint8)] * 3
    if before == "a small preview":
        pictures = [np.full((24, 32, 3), 3 * n, np.uint8) for n in range(30)]
    codec = "mpeg4" if name == "a.avi" else "libx264"
    index = index_video(write_streams(tmp_path / name, ("mjpeg", pictures), (codec, film)))
    assert (index.stream, index.n_frames) == (1, 30)
    with FrameReader(index) as reader:
        assert [read_number(frame.image) for frame in reader.frames()] == list(range(30))
