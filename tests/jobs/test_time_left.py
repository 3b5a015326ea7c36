"""The time left covers a whole job, and is corrected by what is measured."""

from __future__ import annotations

import pytest

from au_studio.jobs.protocol import Progress
from au_studio.jobs.time_left import Tempo, TimeLeft


def cutting(done: int, later: float = 60.0) -> Progress:
    return Progress(done, 100, "Cutting", "cutting", 10.0, {"cutting": 10.0, "learning": later})


def test_work_without_parts_is_timed_by_its_own_pace():
    left = TimeLeft(Tempo())
    assert left.seconds_left(Progress(0, 10), 0.0) is None
    assert left.seconds_left(Progress(5, 10), 10.0) == pytest.approx(10.0)
    assert left.seconds_left(Progress(1, 100), 11.0) is None
    assert left.seconds_left(Progress(51, 100), 61.0) == pytest.approx(49.0)
    assert left.seconds_left(Progress(5, 0), 70.0) is None


def test_all_recordings_and_the_learning_count_from_the_first_moment():
    left = TimeLeft(Tempo())
    assert left.seconds_left(cutting(0), 0.0) == pytest.approx(10 + 10 + 60)
    assert left.seconds_left(cutting(1), 0.1) == pytest.approx(9.8 + 10 + 60)


def test_what_is_cut_more_slowly_than_expected_makes_the_next_recording_slower_too():
    left = TimeLeft(Tempo())
    left.seconds_left(cutting(0), 0.0)
    assert left.seconds_left(cutting(50), 15.0) == pytest.approx(15 + 30 * 1.0 + 60)


def test_what_was_measured_holds_for_the_next_job_on_the_same_device():
    tempo = Tempo()
    first = TimeLeft(tempo)
    first.seconds_left(Progress(0, 10, "", "learning", 20.0), 0.0)
    first.seconds_left(Progress(10, 10, "", "learning", 20.0), 40.0)
    assert TimeLeft(tempo).seconds_left(cutting(0), 50.0) == pytest.approx(10 + 10 + 120)


def test_a_part_whose_steps_are_not_known_counts_down_and_never_below_nothing():
    left = TimeLeft(Tempo())
    looking = Progress(0, 0, "Looking", "looking", 8.0, {"learning": 30.0})
    assert left.seconds_left(looking, 0.0) == pytest.approx(38.0)
    assert left.seconds_left(looking, 5.0) == pytest.approx(33.0)
    assert left.seconds_left(looking, 50.0) == pytest.approx(30.0)
