"""Which frame is meant: the way of counting that fits is found, and where several fit people are asked."""

from __future__ import annotations

import dataclasses
import sys
from fractions import Fraction
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from made_index import made_index

from au_studio.study.rating_cells import RatingCell
from au_studio.study.rating_found import FoundRating, RatingTable
from au_studio.study.rating_import import plan_import
from au_studio.study.rating_place import Counting, described, find_counting, frames_of, options


def index():
    """Return the timestamps of a camera's MTS: 25 frames a second from 132030 / 90000 = 1.467 s on."""
    made = made_index(240, step=3600, start=132_030)
    return dataclasses.replace(made, time_base=Fraction(1, 90000))


def table_of(rows, form="wide", from_one=None):
    ratings = [
        FoundRating("a", None, seconds, frame, "AB", 12, RatingCell(3), "", f"row {n}")
        for n, (frame, seconds) in enumerate(rows, start=1)
    ]
    return RatingTable(Path("a.csv"), form, ratings=ratings, from_one=from_one)


def placed(table, video):
    """Return the choice, and the positions of the ratings that it places."""
    recordings = {"a": ("r", video)}
    choice = find_counting(table, recordings)
    plan = plan_import(table, recordings, {}, [], counting=choice.best)
    places = {int(pts): n for n, pts in enumerate(video.pts)}
    return choice, [places[r.rating.pts] for r in plan.new]


def test_seconds_from_the_first_frame_of_a_cameras_file_land_on_their_frames():
    video = index()
    assert float(video.times[0]) == pytest.approx(1.467)
    choice, places = placed(table_of([(None, n * 0.04) for n in range(240)]), video)
    assert (choice.clear, choice.best, choice.seconds) == (True, Counting(from_first=True), True)
    assert places == list(range(240))
    assert choice.fits[Counting()] < 240
    assert described(choice, choice.best) == (
        "Seconds count from the recording's first frame (fits 240 of 240)"
    )


def test_seconds_of_the_container_land_on_their_frames_too():
    video = index()
    choice, places = placed(table_of([(None, float(t)) for t in video.times]), video)
    assert (choice.clear, choice.best) == (True, Counting())
    assert places == list(range(240))


def test_people_are_asked_where_both_fit():
    choice, _ = placed(table_of([(None, 2.0), (None, 3.0)]), index())
    assert not choice.clear
    assert set(options(choice)) == {Counting(), Counting(from_first=True)}


def test_nobody_is_asked_where_the_recording_begins_at_0():
    choice, places = placed(table_of([(None, 2.0), (None, 3.0)]), made_index(240, start=0))
    assert (choice.clear, options(choice), places) == (True, [], [50, 75])


@pytest.mark.parametrize(
    ("frames", "clear", "places"),
    [
        ([0, 1, 2], True, [0, 1, 2]),  # only counting from 0 has a frame 0
        ([1, 239, 240], True, [0, 238, 239]),  # only counting from 1 has a frame 240
        ([3, 4], False, [2, 3]),
        ([0, 240], False, [239]),
    ],
)
def test_frames_count_from_what_fits(frames, clear, places):
    choice, found = placed(table_of([(frame, None) for frame in frames]), index())
    assert (choice.clear, found) == (clear, places)
    assert choice.frames


def test_disfas_files_count_from_1_unless_a_frame_0_says_otherwise():
    choice, places = placed(table_of([(3, None), (4, None)], "disfa", from_one=True), index())
    assert (choice.clear, places) == (True, [2, 3])
    choice, places = placed(table_of([(0, None), (4, None)], "disfa", from_one=True), index())
    assert (choice.clear, places) == (True, [0, 4])


def test_a_time_beside_the_number_says_how_it_counts():
    choice, places = placed(table_of([(3, 0.12), (4, 0.16)]), made_index(240, start=0))
    assert (choice.clear, choice.best.from_one, places) == (True, False, [3, 4])


def test_times_that_are_rounded_too_far_are_pointed_out():
    fast = made_index(600, step=107, start=0)  # 120 frames a second
    choice, _ = placed(table_of([(None, 0.02), (None, 0.03)]), fast)
    assert "steps of 0.01 s, and a frame lasts 0.00836 s" in choice.remarks[0]
    assert placed(table_of([(None, 0.02), (None, 0.033)]), fast)[0].remarks == ()
    assert placed(table_of([(None, 0.04), (None, 0.08)]), made_index(600, start=0))[0].remarks == ()


def test_a_span_holds_for_every_frame_that_begins_within_it():
    video = made_index(50, start=0)

    def frames(begin, end):
        rating = FoundRating("a", None, begin, None, "AB", 12, RatingCell(3), "", "", until=end)
        return [int(pts) // 512 for pts in frames_of(rating, video)]

    assert frames(0.08, 0.2) == [2, 3, 4]
    assert frames(0.085, 0.115) == [2]  # the frame that is on the screen then
    assert frames(1.9, 99) == [48, 49]
    for begin, end in ((0.2, 0.2), (3.0, 4.0)):
        with pytest.raises(ValueError, match=r"not after|no frame between"):
            frames(begin, end)
