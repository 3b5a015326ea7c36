"""Where a recording's video is now, and whether it has to be read for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from au_studio.analysis.stored_index import NO_PICTURES
from au_studio.controllers.stored_index import has_pictures, place_again
from au_studio.study.recording_list import RecordingItem, Status
from au_studio.video.index import index_video


@pytest.fixture
def index(make_video):
    return index_video(make_video(n_frames=8))


def line(path, status=Status.READY):
    return RecordingItem("r", "clip.mp4", path, 1.0, 8, status=status)


def test_a_video_that_moved_is_not_read_again(index, make_video):
    moved = make_video("moved.mp4", 8)
    indices = {"r": index}
    assert not place_again(indices, line(moved))
    assert indices["r"].path == moved
    assert indices["r"].pts is index.pts


def test_what_is_known_without_pictures_is_read_once_the_video_is_there(index):
    stored = replace(index, codec=NO_PICTURES)
    assert not has_pictures(stored)
    indices = {"r": stored}
    assert not place_again(indices, line(index.path, Status.PROBLEM)), "it is still missing"
    assert indices == {"r": stored}
    assert place_again(indices, line(index.path))
    assert indices == {}


def test_what_was_never_read_is_somebody_elses_business(index):
    assert not place_again({}, line(index.path))
