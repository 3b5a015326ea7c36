"""An index that is kept holds for the file as it is, and for no other."""

from __future__ import annotations

import dataclasses
import os

import numpy as np
import pytest
from window_fixtures import write_video

from au_studio import texts
from au_studio.video import kept_index
from au_studio.video.errors import VideoError
from au_studio.video.index import index_video
from au_studio.video.kept_index import keep_index, kept_or_read, load_index
from au_studio.video.options import AS_USUAL, ReadingOptions
from au_studio.video.reader import FrameReader


@pytest.fixture
def kept(tmp_path, monkeypatch):
    monkeypatch.setattr(kept_index, "WORTH_KEEPING", 10)
    return tmp_path / "analysis" / "index.npz"


@pytest.fixture
def video(tmp_path):
    return write_video(tmp_path / "clip.mp4", 60, steps=(20, 60, 33, 90, 17))


def test_what_is_kept_is_what_was_read(video, kept):
    read = kept_or_read(video, kept)
    loaded = load_index(kept, video, AS_USUAL)
    for field in dataclasses.fields(read):
        before, after = getattr(read, field.name), getattr(loaded, field.name)
        if isinstance(before, np.ndarray):
            np.testing.assert_array_equal(after, before)
            assert after.dtype == before.dtype
        else:
            assert after == before, field.name
    with FrameReader(read) as one, FrameReader(loaded) as other:
        for position in (41, 3, 59):
            np.testing.assert_array_equal(one.read(position).image, other.read(position).image)


def test_what_is_worth_knowing_can_be_said_in_every_language_again(video, kept):
    kept_or_read(video, kept)
    (notice,) = load_index(kept, video, AS_USUAL).notices
    assert notice == "variable frame rate"
    texts.use(lambda text, _n: {"variable frame rate": "wechselnde Bildrate"}.get(text, ""))
    try:
        assert texts.shown(notice) == "wechselnde Bildrate"
    finally:
        texts.use(None)


def test_a_kept_index_is_not_read_from_the_video_again(video, kept, monkeypatch):
    digest = kept_or_read(video, kept).digest()
    monkeypatch.setattr(kept_index, "index_video", None)
    assert kept_or_read(video, kept).digest() == digest


def test_a_changed_file_another_wish_or_a_spoilt_copy_is_read_anew(video, kept):
    kept_or_read(video, kept)
    assert load_index(kept, video, ReadingOptions(deinterlace=False)) is None
    content = kept.read_bytes()
    kept.write_bytes(content[: len(content) // 2])
    assert load_index(kept, video, AS_USUAL) is None
    kept.write_bytes(content)
    assert load_index(kept, video, AS_USUAL) is not None
    os.utime(video, ns=(1, 1))
    assert load_index(kept, video, AS_USUAL) is None


def test_a_short_recording_and_a_place_that_cannot_be_written_keep_nothing(
    video, kept, tmp_path, monkeypatch
):
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    assert not keep_index(blocked / "index.npz", index_video(video))
    monkeypatch.setattr(kept_index, "WORTH_KEEPING", 61)
    assert not keep_index(kept, index_video(video))
    assert not kept.exists()


def test_a_video_that_is_gone_is_told_although_its_index_is_kept(video, kept):
    kept_or_read(video, kept)
    video.unlink()
    with pytest.raises(VideoError, match="not there"):
        kept_or_read(video, kept)
