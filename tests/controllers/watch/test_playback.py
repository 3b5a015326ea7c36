"""Playing, stepping, seeking: the frame on the screen is the frame that was asked for."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
import pytest

from au_studio.controllers.watch.playback import Playback
from au_studio.video import reader, way
from au_studio.video.index import index_video
from au_studio.video.reader import FrameReader

VARIABLE_STEPS = (20, 60, 33, 90, 17)


@pytest.fixture
def playback(qtbot) -> Iterator[Playback]:
    made = Playback()
    yield made
    made.close()


@pytest.fixture
def opened(playback, make_video, qtbot):
    index = index_video(make_video(n_frames=60, steps=VARIABLE_STEPS))
    with qtbot.waitSignal(playback.frame_shown):
        playback.open(index)
    return playback, index


def _shown(qtbot, playback, do):
    with qtbot.waitSignal(playback.frame_shown) as waiting:
        do()
    return waiting.args[0]


def test_a_seek_shows_exactly_the_frame_that_a_reader_gives(opened, qtbot):
    playback, index = opened
    with FrameReader(index) as reader:
        for position in (0, 59, 31, 30, 29, 5, 44, 1):
            frame = _shown(qtbot, playback, lambda p=position: playback.seek(p))
            assert frame.position == position
            assert frame.pts == index.pts[position]
            np.testing.assert_array_equal(frame.image, reader.read(position).image)


def test_steps_and_jumps_go_where_they_say(opened, qtbot):
    playback, index = opened
    steps = [(1, 1), (10, 11), (-1, 10), (-100, 0), (1000, 59), (-10, 49)]
    for step, position in steps:
        assert _shown(qtbot, playback, lambda s=step: playback.step(s)).position == position
    frame = _shown(qtbot, playback, lambda: playback.jump(-1.0))
    assert frame.position == index.position_at(index.times[49] - 1.0)
    assert _shown(qtbot, playback, playback.first).position == 0
    assert _shown(qtbot, playback, playback.last).position == 59


def test_many_quick_steps_add_up_and_only_the_last_frame_matters(opened, qtbot):
    playback, _ = opened
    frames = []
    playback.frame_shown.connect(frames.append)
    for _ in range(25):
        playback.step(1)
    assert playback.position == 25
    qtbot.waitUntil(lambda: bool(frames) and frames[-1].position == 25)


def test_frames_appear_at_their_own_times_although_the_rate_varies(opened, qtbot):
    playback, index = opened
    seen: list[tuple[int, float]] = []
    playback.frame_shown.connect(lambda frame: seen.append((frame.position, time.perf_counter())))
    playback.play()
    qtbot.waitUntil(lambda: not playback.playing, timeout=8000)
    positions = [position for position, _ in seen]
    assert positions == sorted(set(positions))
    assert positions[-1] == 59
    began = seen[0][1] - index.times[seen[0][0]]
    late = np.array([moment - began - index.times[position] for position, moment in seen])
    # On a busy machine single frames come late; the clock itself must not drift.
    assert abs(np.median(late)) < 0.05
    assert abs(late[-1]) < 0.25


def test_playing_at_double_speed_takes_half_the_time(opened, qtbot):
    playback, index = opened
    playback.set_speed(2.0)
    began = time.perf_counter()
    playback.play()
    qtbot.waitUntil(lambda: not playback.playing, timeout=8000)
    assert time.perf_counter() - began == pytest.approx(index.duration / 2, abs=0.6)


def test_a_loop_starts_again_within_the_chosen_part(opened, qtbot):
    playback, index = opened
    playback.set_loop(True)
    playback.set_range((float(index.times[10]), float(index.times[20])))
    positions: list[int] = []
    playback.frame_shown.connect(lambda frame: positions.append(frame.position))
    playback.play()
    qtbot.waitUntil(lambda: positions.count(10) >= 2, timeout=8000)
    playback.pause()
    assert set(positions) <= set(range(10, 21))


@pytest.mark.parametrize("begin", [3, 40])
def test_a_loop_that_is_switched_on_while_playing_stays_within_the_chosen_part(opened, qtbot, begin):
    playback, index = opened
    playback.seek(begin)
    playback.play()
    qtbot.waitUntil(lambda: playback.position > begin, timeout=8000)
    positions: list[int] = []
    playback.frame_shown.connect(lambda frame: positions.append(frame.position))
    playback.set_range((float(index.times[2]), float(index.times[20])))
    playback.set_loop(True)
    qtbot.waitUntil(lambda: positions.count(2) >= 2 or not playback.playing, timeout=8000)
    assert playback.playing
    assert set(positions) <= set(range(2, 21))


def test_a_loop_that_is_switched_off_while_playing_goes_on_behind_the_chosen_part(opened, qtbot):
    playback, index = opened
    playback.set_loop(True)
    playback.set_range((float(index.times[10]), float(index.times[20])))
    playback.play()
    qtbot.waitUntil(lambda: playback.position > 12, timeout=8000)
    positions: list[int] = []
    playback.frame_shown.connect(lambda frame: positions.append(frame.position))
    playback.set_loop(False)
    qtbot.waitUntil(lambda: not playback.playing, timeout=8000)
    assert positions[-1] == 59
    assert positions == sorted(positions)


def test_another_part_is_looped_at_once(opened, qtbot):
    playback, index = opened
    playback.set_loop(True)
    playback.set_range((float(index.times[0]), float(index.times[10])))
    playback.play()
    qtbot.waitUntil(lambda: playback.position > 2, timeout=8000)
    playback.set_range((float(index.times[30]), float(index.times[40])))
    positions: list[int] = []
    playback.frame_shown.connect(lambda frame: positions.append(frame.position))
    qtbot.waitUntil(lambda: positions.count(30) >= 2, timeout=8000)
    assert set(positions) <= set(range(30, 41))


def test_seeking_while_playing_goes_on_from_there(opened, qtbot):
    playback, _ = opened
    playback.play()
    qtbot.waitUntil(lambda: playback.position > 2)
    playback.seek(40)
    assert playback.playing
    qtbot.waitUntil(lambda: playback.position > 42)


def test_at_the_end_play_begins_again(opened, qtbot):
    playback, _ = opened
    _shown(qtbot, playback, playback.last)
    playback.play()
    qtbot.waitUntil(lambda: 0 < playback.position < 30)


def test_another_recording_never_shows_a_frame_of_the_one_before(opened, make_video, qtbot):
    playback, index = opened
    other = index_video(make_video("other.mp4", 20, size=(64, 48)))
    frames = []
    for _ in range(10):
        playback.open(index, 50)
        playback.open(other, 3)
        frames.clear()
        playback.frame_shown.connect(frames.append)
        qtbot.waitUntil(lambda: bool(frames))
        playback.frame_shown.disconnect(frames.append)
        assert {frame.image.shape for frame in frames} == {(48, 64, 3)}


def test_closing_while_playing_leaves_nothing_behind(make_video, qtbot):
    playback = Playback()
    playback.open(index_video(make_video()))
    playback.play()
    qtbot.waitUntil(lambda: playback.position > 0, timeout=5000)
    shown = []
    playback.frame_shown.connect(shown.append)
    playback.close()
    shown.clear()
    qtbot.wait(100)
    assert shown == []


def test_a_file_that_vanishes_is_reported(playback, make_video, qtbot):
    path = make_video()
    index = index_video(path)
    path.unlink()
    with qtbot.waitSignal(playback.failed) as waiting:
        playback.open(index)
    assert "clip.mp4" in str(waiting.args[0])


def test_a_gap_in_the_recording_is_jumped(playback, make_video, qtbot):
    index = index_video(make_video("joined.mkv", 20, steps=[40] * 9 + [60_000] + [40] * 10))
    assert index.gaps.tolist() == [9]
    playback.open(index)
    seen: list[int] = []
    playback.frame_shown.connect(lambda frame: seen.append(frame.position))
    began = time.perf_counter()
    playback.play()
    qtbot.waitUntil(lambda: not playback.playing, timeout=8000)
    assert time.perf_counter() - began < 5
    assert seen[-1] == 19
    assert {9, 10} <= set(seen) or {8, 11} <= set(seen)


def test_a_far_frame_shows_its_key_frame_first_and_the_frames_before_it_are_made_ready(
    playback, make_video, qtbot, monkeypatch
):
    monkeypatch.setattr(way, "LONG_WAY_PIXELS", 1)
    monkeypatch.setattr(reader, "STEPS_READY", 3)
    index = index_video(make_video(n_frames=60))
    shown = []
    playback.frame_shown.connect(lambda frame: shown.append(frame.position))
    with qtbot.waitSignal(playback.frame_shown):
        playback.open(index)
    shown.clear()
    playback.seek(23)  # key frames are twelve frames apart
    qtbot.waitUntil(lambda: 23 in shown)
    assert shown == [12, 23]
    decoded = []
    make = FrameReader.make_ready
    monkeypatch.setattr(FrameReader, "make_ready", lambda self, *a: decoded.append(a[0]) or make(self, *a))
    qtbot.waitUntil(lambda: bool(decoded), timeout=4000)  # nothing was asked for a while
    assert decoded == [22]
    qtbot.wait(100)
    for position in (22, 21, 20):
        assert _shown(qtbot, playback, lambda: playback.step(-1)).position == position


def test_while_the_playhead_is_dragged_late_frames_are_shown_too(opened, qtbot):
    playback, _ = opened
    frames = []
    playback.frame_shown.connect(lambda frame: frames.append(frame.position))
    for position in range(2, 50, 3):
        playback.seek(position)
        qtbot.wait(5)
    qtbot.waitUntil(lambda: bool(frames) and frames[-1] == 47)
    assert frames == sorted(frames)
    assert len(frames) > 3
