"""Interlaced recordings: one whole picture for one combed frame, whichever way it is reached."""

from __future__ import annotations

import av
import numpy as np
import pytest
from made_files import woven, write_interlaced, write_parts

from au_studio.video import survey
from au_studio.video.cache import FrameCache
from au_studio.video.index import index_video
from au_studio.video.interlacing import is_interlaced
from au_studio.video.options import ReadingOptions
from au_studio.video.reader import FrameReader

KINDS = {"a.mpg": "mpeg2video", "a.mp4": "libx264", "a.mkv": "mpeg4", "a.mts": "libx264"}


def stripes(moment):
    """Soft upright stripes that move by two columns a half picture, uint8[96, 160, 3]."""
    wave = 128 + 90 * np.sin((np.arange(160) - 2 * moment) / 6)
    return np.repeat(np.tile(wave, (96, 1))[..., None], 3, axis=2).astype(np.uint8)


def combing(image):
    """How much neighbouring lines differ where the original has none of it."""
    return float(np.abs(np.diff(image[8:-8, :, 1].astype(int), axis=0)).mean())


@pytest.fixture(params=[True, False], ids=["decoded whole", "spot checked"])
def whole(request, monkeypatch):
    if not request.param:
        monkeypatch.setattr(survey, "DECODE_WHOLE_PIXELS", 0)
        monkeypatch.setattr(survey, "SPOT_FRAMES", 4)
    return request.param


@pytest.mark.parametrize("name", KINDS)
def test_moving_edges_are_whole_and_every_frame_keeps_its_time(name, tmp_path, whole, plain_decode):
    path = write_interlaced(tmp_path / name, KINDS[name], woven([stripes(n) for n in range(60)]))
    index = index_video(path)
    stored = index_video(path, ReadingOptions(deinterlace=False))
    assert index.n_frames == 30
    np.testing.assert_array_equal(index.pts, stored.pts)
    np.testing.assert_allclose(index.times, plain_decode(path), atol=1e-3)
    assert index.reading == "deinterlaced"
    assert "interlaced: the two half pictures of a frame are made one" in index.notices
    with FrameReader(index) as reader:
        images = [frame.image for frame in reader.frames()]
    assert len(images) == 30
    for number, image in enumerate(images[2:-2], 2):
        assert combing(image) < 3
        # Which half picture counts as the first is the encoder's word; the frame is one of the two moments.
        moments = [stripes(2 * number + half)[8:-8, 8:-8] for half in (0, 1)]
        assert min(np.abs(image[8:-8, 8:-8].astype(int) - moment).mean() for moment in moments) < 4
    with FrameReader(index, FrameCache(1 << 24)) as reader:
        for row in (29, 16, 15, 14, 8, 9, 0, 1, 24, 28, 7):
            np.testing.assert_array_equal(reader.read(row).image, images[row])


def test_on_demand_it_is_read_as_it_is_stored(tmp_path):
    path = write_interlaced(tmp_path / "a.mp4", "libx264", woven([stripes(n) for n in range(20)]))
    index = index_video(path, ReadingOptions(deinterlace=False))
    assert index.reading == ""
    assert "interlaced: read as it is stored" in index.notices
    with av.open(str(path)) as container, FrameReader(index) as reader:
        for stored, frame in zip(container.decode(video=0), reader.frames(), strict=True):
            np.testing.assert_array_equal(stored.to_ndarray(format="rgb24"), frame.image)
            assert combing(frame.image) > 10


def test_ordinary_recordings_and_stray_marks_are_left_alone(tmp_path):
    index = index_video(write_parts(tmp_path / "a.mp4", "libx264", [[stripes(2 * n) for n in range(8)]]))
    assert (index.deinterlaced, index.reading, index.notices) == (False, "", ())
    assert not is_interlaced(1, 100)
    assert is_interlaced(20, 100)
    assert not is_interlaced(0, 0)
