"""The time left covers a whole job, and is corrected by what is measured."""

from __future__ import annotations

import pytest

from au_studio.jobs.protocol import Progress
from au_studio.jobs.time_left import Tempo, TimeLeft, Whole


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


def test_what_is_cut_more_slowly_than_expected_makes_all_that_comes_slower_too():
    left = TimeLeft(Tempo())
    left.seconds_left(cutting(0), 0.0)
    assert left.seconds_left(cutting(50), 15.0) == pytest.approx(15 + 30 + 3 * 60)


def test_what_was_measured_holds_for_the_next_job_on_the_same_device():
    tempo = Tempo()
    first = TimeLeft(tempo)
    first.seconds_left(Progress(0, 10, "", "learning", 20.0), 0.0)
    first.seconds_left(Progress(10, 10, "", "learning", 20.0), 40.0)
    assert TimeLeft(tempo).seconds_left(cutting(0), 50.0) == pytest.approx(20 + 20 + 120)


def test_videos_that_are_cut_in_no_time_do_not_make_the_networks_quick():
    left = TimeLeft(Tempo())
    left.seconds_left(cutting(0), 0.0)
    assert left.seconds_left(cutting(50), 0.01) == pytest.approx(0.4 * 60, rel=0.01)


def test_a_part_whose_steps_are_not_known_counts_down_and_is_not_over_before_its_end():
    left = TimeLeft(Tempo())
    looking = Progress(0, 0, "Looking", "looking", 8.0, {"learning": 30.0})
    assert left.seconds_left(looking, 0.0) == pytest.approx(38.0)
    assert left.seconds_left(looking, 2.0) == pytest.approx(36.0)
    assert left.seconds_left(looking, 50.0) == pytest.approx(30.0 + 50.0)


def test_slow_first_steps_of_a_later_part_are_not_taken_for_its_pace():
    """Libraries are loaded with the first steps: ten times as slow as the others that come."""
    left = TimeLeft(Tempo())
    left.seconds_left(Progress(0, 100, "", "cutting", 10.0, {"looking": 20.0}), 0.0)
    left.seconds_left(Progress(100, 100, "", "cutting", 10.0, {"looking": 20.0}), 10.0)
    left.seconds_left(Progress(0, 100, "", "looking", 20.0, {}), 10.0)
    # Four steps of one second, where the whole is to take 20: their pace alone would tell 96 s.
    assert left.seconds_left(Progress(4, 100, "", "looking", 20.0, {}), 14.0) < 1.5 * 20
    # What the part itself shows holds from its half on.
    assert left.seconds_left(Progress(50, 100, "", "looking", 20.0, {}), 60.0) == pytest.approx(50.0)


@pytest.mark.parametrize("slower", [0.4, 1.0, 3.0])
def test_the_bar_of_a_whole_training_rises_and_the_time_left_is_right_after_the_first_fifth(slower):
    """A fine-tuning of two recordings, on computers that are quicker or slower than expected."""
    parts = [("cutting", 10.0, 100), ("cutting", 6.0, 60), ("looking", 2.0, 0), ("learning", 40.0, 200)]
    true = slower * sum(seconds for _, seconds, _ in parts)
    left, now, told = TimeLeft(Tempo()), 0.0, []
    for number, (kind, expected, steps) in enumerate(parts):
        later: dict[str, float] = {}
        for name, seconds, _ in parts[number + 1 :]:
            later[name] = later.get(name, 0.0) + seconds
        for done in range(max(steps, 1)):
            found = left.seconds_left(Progress(done, steps, "", kind, expected, later), now)
            told.append((now, left.whole.fraction, found))
            now += slower * expected / max(steps, 1)
    fractions = [fraction for _, fraction, _ in told]
    assert fractions == sorted(fractions)
    assert fractions[-1] > 0.95
    assert max(fractions[:160]) < 0.4, "cutting is not all of the work"
    for moment, _, found in told:
        if 0.2 * true < moment < 0.98 * true:
            assert found == pytest.approx(true - moment, rel=0.5), moment


def test_a_fraction_never_falls_nor_passes_all():
    whole = Whole()
    for left, now in ((10.0, 0.0), (5.0, 5.0), (45.0, 6.0), (None, 7.0), (0.0, 9.0)):
        whole.note(left, now)
        assert whole.fraction >= {0.0: 0.0}.get(now, 0.5)
    assert whole.fraction == 1.0
