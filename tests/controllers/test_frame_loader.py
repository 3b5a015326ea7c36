"""Pictures of sampled frames are loaded in a thread; every answer names its frame."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.coding.session import SampleFrame
from au_studio.controllers import frame_loader
from au_studio.controllers.frame_loader import FrameLoader, RecordingSource
from au_studio.controllers.watch import decoding
from au_studio.video.index import index_video


class Nobody:
    """Finds no face; counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def find(self, recording_id, pts, image):
        self.asked += 1


@pytest.fixture
def finder():
    return Nobody()


@pytest.fixture
def index(make_video):
    return index_video(make_video(n_frames=60))


@pytest.fixture
def loader(qtbot, finder, index):
    made = FrameLoader(finder)
    made.set_sources([RecordingSource("r", index.path, index)])
    yield made
    made.close()


def frame_at(index, position):
    return SampleFrame("r", int(index.pts[position]))


def test_a_frame_comes_as_it_is_in_the_video_and_is_remembered(loader, index, finder, qtbot):
    wanted = frame_at(index, 30)
    with qtbot.waitSignal(loader.loaded, timeout=10_000) as heard:
        assert loader.request(wanted, prepare_context=False) is None
    pictures = heard.args[0]
    assert (pictures.frame, pictures.position) == (wanted, 30)
    assert pictures.face is None
    assert pictures.full.shape == (64, 96, 3)
    again = loader.request(wanted, prepare_context=False)
    np.testing.assert_array_equal(again.full, pictures.full)
    assert finder.asked == 1
    loader.forget()
    assert loader.request(wanted, prepare_context=False) is None


def test_what_comes_next_is_decoded_ahead_without_being_told(loader, index, finder, qtbot):
    first, second = frame_at(index, 3), frame_at(index, 40)
    heard = []
    loader.loaded.connect(lambda pictures: heard.append(pictures.frame))
    loader.request(first, [second], prepare_context=False)
    qtbot.waitUntil(lambda: finder.asked == 2, timeout=10_000)
    qtbot.wait(50)
    assert heard == [first]
    assert loader.request(second, prepare_context=False).frame == second


def test_the_second_around_a_frame_is_a_loop(loader, index, qtbot):
    wanted = frame_at(index, 30)
    with qtbot.waitSignal(loader.context_loaded, timeout=10_000) as heard:
        loader.request_context(wanted)
    assert heard.args[0].frame == wanted
    assert len(heard.args[0].pictures) > 10


def test_a_recording_that_nobody_named_and_a_video_that_is_gone_are_told(loader, index, qtbot):
    for lost in (SampleFrame("elsewhere", 0), frame_at(index, 5)):
        if lost.recording_id == "r":
            index.path.unlink()
        with qtbot.waitSignal(loader.failed, timeout=10_000) as heard:
            loader.request(lost, prepare_context=False)
        frame, error = heard.args
        assert frame == lost
        assert error.message


def test_pictures_of_sampled_frames_are_bounded_in_bytes(loader, index, finder, qtbot, monkeypatch):
    # Room for four pictures of 96x64; as they come, of any recording and anywhere in it.
    monkeypatch.setattr("au_studio.controllers.frame_loader.CACHE_BYTES", 4 * 96 * 64 * 3)
    for position in (1, 50, 20, 30, 11, 42, 7):
        with qtbot.waitSignal(loader.loaded, timeout=10_000):
            loader.request(frame_at(index, position), prepare_context=False)
    kept = [p for p in (1, 50, 20, 30, 11, 42, 7) if frame_at(index, p) in loader._cache]
    assert kept == [30, 11, 42, 7]
    assert sum(item.nbytes for item in loader._cache.values()) == 4 * 96 * 64 * 3


def test_the_window_keeps_less_than_half_a_gigabyte_of_pictures():
    # What the two pages may hold together; the window itself takes about 250 MB, and is to stay below 700.
    readers = frame_loader._MAX_OPEN_RECORDINGS * frame_loader.READER_BYTES
    assert decoding.CACHE_BYTES + decoding.AHEAD_BYTES + frame_loader.CACHE_BYTES + readers < 500 << 20
