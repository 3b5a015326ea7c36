"""Sound is decoded ahead in a thread, from where the picture is; without a device nothing is played."""

from __future__ import annotations

import time

import numpy as np
import pytest

from au_studio.controllers.watch import audio_output
from au_studio.controllers.watch.audio_output import BYTES_PER_SECOND, AudioOutput, SoundFeeder


@pytest.fixture
def feed(loud):
    """Makes feeders of the video whose sound sets in after half a second; they end with the test."""
    made: list[SoundFeeder] = []

    def start(seconds: float, path=loud) -> SoundFeeder:
        made.append(SoundFeeder(path, seconds))
        return made[-1]

    yield start
    for feeder in made:
        feeder.close()


def heard(feeder: SoundFeeder, seconds: float) -> np.ndarray:
    """Take so many seconds of sound, as samples of both channels."""
    wanted, parts, end = int(seconds * BYTES_PER_SECOND), [], time.monotonic() + 10
    while sum(map(len, parts)) < wanted and time.monotonic() < end:
        parts.append(feeder.take(wanted - sum(map(len, parts))))
        time.sleep(0.001)
    return np.frombuffer(b"".join(parts), np.int16).reshape(-1, 2)


def test_sound_begins_where_it_was_asked_to(feed):
    silent = heard(feed(0.0), 0.4)
    assert np.abs(silent).max() < 200
    assert np.abs(heard(feed(0.6), 0.2)).min() > 10_000


def test_no_more_is_decoded_ahead_than_is_needed_and_taking_makes_room(feed):
    feeder = feed(0.0)
    assert len(heard(feeder, 1.5)) == 1.5 * BYTES_PER_SECOND / 4, "behind the end there is silence"
    assert feeder.failure is None


def test_a_file_without_sound_says_so_instead_of_playing(feed, make_video):
    feeder = feed(0.0, make_video("silent.mp4", 8))
    end = time.monotonic() + 10
    while feeder.failure is None and time.monotonic() < end:
        time.sleep(0.01)
    assert feeder.failure is not None
    assert feeder.take(100) == b""


def test_without_a_device_nothing_is_played_and_nothing_is_left_running(qtbot, loud, monkeypatch):
    monkeypatch.setattr(audio_output, "make_sink", lambda parent: None)
    output = AudioOutput()
    assert not output.start(loud, 0.0)
    output.set_muted(True)
    assert output.muted
    output.stop()
