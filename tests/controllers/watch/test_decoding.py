"""The thread that decodes: the newest request counts, and it runs a little ahead of the clock."""

from __future__ import annotations

import gc
import threading

import numpy as np
import pytest

from au_studio.controllers.watch.decoding import AHEAD_FRAMES, DecodingThread
from au_studio.video.index import index_video
from au_studio.video.reader import Frame, FrameReader


class Heard:
    """What the thread says, with a way to wait for it."""

    def __init__(self) -> None:
        self.frames: list[tuple[int, int]] = []
        self.errors: list[tuple[int, object]] = []
        self.news = threading.Condition()

    def frame(self, generation, frame) -> None:
        with self.news:
            self.frames.append((generation, frame.position))
            self.news.notify()

    def error(self, generation, error) -> None:
        with self.news:
            self.errors.append((generation, error))
            self.news.notify()

    def wait(self, condition) -> None:
        with self.news:
            assert self.news.wait_for(condition, 10)


@pytest.fixture
def heard():
    return Heard()


@pytest.fixture
def decoding(heard, make_video):
    made = DecodingThread(heard.frame, heard.error)
    made.open(index_video(make_video(n_frames=40)))
    yield made
    made.close()


def test_the_answer_carries_the_generation_of_its_question(decoding, heard):
    first = decoding.show(3)
    heard.wait(lambda: (first, 3) in heard.frames)
    last = [decoding.show(position) for position in (30, 7, 21)][-1]
    heard.wait(lambda: (last, 21) in heard.frames)
    assert heard.errors == []


def test_while_playing_it_runs_a_little_ahead_and_skips_what_is_late(decoding):
    time = [0.0]
    decoding.play(0, 39, lambda: time[0])
    ready = threading.Event()
    for _ in range(500):
        if decoding.ready:
            break
        ready.wait(0.01)
    frame, due = decoding.take(0.0)
    assert frame.position == 0
    time[0] = 0.2
    for _ in range(500):
        frame, due = decoding.take(0.2)
        if frame is not None:
            break
        ready.wait(0.01)
    assert 0 < frame.position <= 5 < AHEAD_FRAMES
    assert due is None or due > 0.2
    decoding.pause()
    assert not decoding.ready


def test_a_file_that_is_gone_is_told(heard, make_video):
    path = make_video("gone.mp4", 8)
    index = index_video(path)
    path.unlink()
    thread = DecodingThread(heard.frame, heard.error)
    try:
        thread.open(index)
        asked = thread.show(2)
        heard.wait(lambda: bool(heard.errors))
        generation, error = heard.errors[0]
        assert generation == asked
        assert "gone.mp4" in str(error)
    finally:
        thread.close()


@pytest.fixture
def large(heard, make_video, monkeypatch):
    """A thread whose cache takes three pictures of 1280x720 in RGB."""
    monkeypatch.setattr("au_studio.controllers.watch.decoding.CACHE_BYTES", 3 * RGB_BYTES)
    monkeypatch.setattr("au_studio.controllers.watch.decoding.AHEAD_BYTES", 2 * RGB_BYTES)
    made = DecodingThread(heard.frame, heard.error)
    made.open(index_video(make_video(n_frames=40, size=(1280, 720))))
    yield made
    made.close()


RGB_BYTES = 1280 * 720 * 3


def held() -> list[Frame]:
    """Return every frame of 1280x720 that is in memory, wherever it is kept."""
    gc.collect()
    return [thing for thing in gc.get_objects() if isinstance(thing, Frame) and thing.shown.shape[1] == 1280]


def test_what_is_kept_of_large_pictures_is_bounded_in_bytes_wherever_one_goes(large, heard):
    # Scrubbing, dragging (unanswered questions), steps back, and playing.
    for position in (39, 5, 30, 12, 21):
        asked = large.show(position)
        heard.wait(lambda asked=asked, position=position: (asked, position) in heard.frames)
    asked = [large.show(position) for position in range(8, 40, 3)][-1]
    heard.wait(lambda: (asked, 38) in heard.frames)
    for position in range(37, 25, -1):
        asked = large.show(position)
        heard.wait(lambda asked=asked, position=position: (asked, position) in heard.frames)
    kept = held()
    in_bytes = sum(frame.shown.nbytes for frame in kept)
    # One frame is on its way out, and the decoder's thread may have just made another.
    assert in_bytes <= 3 * RGB_BYTES + 2 * RGB_BYTES
    assert len(kept) >= 5, "large pictures lie in the cache as planes, two for one in RGB"
    large.play(0, 39, lambda: 0.0)
    for _ in range(500):
        if large.ready and not large._room_ahead():
            break
        threading.Event().wait(0.01)
    assert sum(frame.shown.nbytes for frame in held()) <= (3 + 2 + 2) * RGB_BYTES
    assert heard.errors == []


def test_frames_leave_the_thread_in_rgb(make_video, heard):
    shown = []
    thread = DecodingThread(lambda _generation, frame: shown.append(frame), heard.error)
    index = index_video(make_video(n_frames=10, size=(1280, 720)))
    thread.open(index)
    thread.show(7)
    for _ in range(500):
        if shown:
            break
        threading.Event().wait(0.01)
    thread.close()
    assert isinstance(shown[0].shown, np.ndarray)
    with FrameReader(index) as plain:
        np.testing.assert_array_equal(shown[0].shown, plain.read(7).image)
