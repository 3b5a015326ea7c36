"""The thread that decodes: the newest request counts, and it runs a little ahead of the clock."""

from __future__ import annotations

import threading

import pytest

from au_studio.controllers.watch.decoding import AHEAD_FRAMES, DecodingThread
from au_studio.video.index import index_video


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
