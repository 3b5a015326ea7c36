"""What time it is while playing."""

from __future__ import annotations

import itertools

import pytest

from au_studio.controllers.watch.clock import SoundClock, SteadyClock


class FakeTime:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize("speed", [0.1, 1.0, 4.0])
def test_the_steady_clock_runs_at_the_chosen_speed(speed):
    time = FakeTime()
    clock = SteadyClock(7.5, speed, time)
    assert clock.now() == 7.5
    time.now += 2
    assert clock.now() == pytest.approx(7.5 + 2 * speed)


def _run(seconds, rate, step=0.02, device_step=0.05):
    """Play for some seconds on a device that reports in steps and runs at `rate`; return the errors."""
    time = FakeTime()
    clock = SoundClock(0.0, lambda: (time.now - 100) * rate // device_step * device_step, time)
    errors, shown = [], []
    while time.now < 100 + seconds:
        time.now += step
        shown.append(clock.now())
        errors.append(shown[-1] - (time.now - 100) * rate)
    return errors, shown


def test_the_picture_does_not_drift_from_a_sound_card_that_runs_fast():
    errors, _ = _run(600, 1.002)
    assert abs(errors[-1]) < 0.06
    assert max(map(abs, errors)) < 0.06


def test_the_picture_does_not_stutter_although_the_device_reports_in_steps():
    _, shown = _run(60, 1.0)
    steps = [b - a for a, b in itertools.pairwise(shown)]
    assert min(steps) > 0.01
    assert max(steps) < 0.03


def test_after_a_long_hole_in_the_sound_the_picture_jumps_to_it():
    time = FakeTime()
    played = [0.0]
    clock = SoundClock(0.0, lambda: played[0], time)
    time.now += 2.0
    played[0] = 0.5
    assert clock.now() == pytest.approx(0.5)


def test_a_device_that_stands_still_is_noticed():
    time = FakeTime()
    clock = SoundClock(0.0, lambda: 0.0, time)
    time.now += 3
    clock.now()
    assert clock.silent_for == pytest.approx(3)
