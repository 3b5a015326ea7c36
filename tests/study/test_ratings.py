"""Ratings: what holds now, and everything that was ever done."""

from __future__ import annotations

import sqlite3

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from au_studio.study.errors import NotInStudyError
from au_studio.study.ratings import RatingInput
from au_studio.study.study import Study


def test_a_rating_is_on_the_disk_when_rate_returns(study, recording, coder):
    study.rate(coder.id, recording.id, 40, 12, 3, unsure=True)
    raw = sqlite3.connect(study.root / "study.sqlite")
    assert raw.execute("SELECT pts, au, value, unsure, visible FROM rating").fetchall() == [
        (40, 12, 3, 1, "blind")
    ]
    raw.close()


def test_the_last_rating_holds_and_the_first_stays_in_the_history(study, recording, coder):
    study.rate(coder.id, recording.id, 40, 12, 3)
    study.rate(coder.id, recording.id, 40, 12, 4, visible="model")
    (rating,) = study.ratings(coder.id, recording.id)
    assert (rating.value, rating.visible) == (4, "model")
    assert [e.value for e in study.history()] == [3, 4]


def test_zero_not_codable_and_not_rated_are_three_things(study, recording, coder):
    study.rate(coder.id, recording.id, 40, 1, 0)
    study.rate(coder.id, recording.id, 40, 2, None, code=70)
    ratings = study.frame_ratings(coder.id, recording.id, 40)
    assert ratings[1].value == 0
    assert ratings[2].value is None
    assert ratings[2].code == 70
    assert 4 not in ratings


def test_coders_do_not_touch_each_other(study, recording, coder):
    other = study.add_coder("CD")
    study.rate(coder.id, recording.id, 40, 12, 3)
    study.rate(other.id, recording.id, 40, 12, 1)
    study.retract(other.id, recording.id, 40, 12)
    assert [r.value for r in study.ratings(recording_id=recording.id)] == [3]
    assert study.ratings(coder_id=other.id) == []


def test_undo_brings_back_what_held_before_and_redo_what_was_undone(study, recording, coder):
    def value():
        ratings = study.frame_ratings(coder.id, recording.id, 40)
        return ratings[12].value if 12 in ratings else "not rated"

    first = study.rate(coder.id, recording.id, 40, 12, 3, unsure=True)
    second = study.rate(coder.id, recording.id, 40, 12, None)
    undo_second = study.revert_many([second])[0]
    assert value() == 3
    assert study.ratings()[0].unsure
    undo_first = study.revert_many([first])[0]
    assert value() == "not rated"
    study.revert_many([undo_first])
    assert value() == 3
    study.revert_many([undo_second])
    assert value() is None
    assert len(study.history()) == 6
    assert [e.reverts for e in study.history()] == [None, None, second, first, undo_first, undo_second]


def test_many_ratings_are_undone_together_or_not_at_all(study, recording, coder):
    events = study.rate_many(coder.id, [RatingInput(recording.id, pts, 12, 3) for pts in (0, 40, 80)])
    with pytest.raises(NotInStudyError):
        study.revert_many([*events, 999])
    assert len(study.ratings()) == 3
    redo = study.revert_many(events[::-1])
    assert study.ratings() == []
    study.revert_many(redo[::-1])
    assert [r.value for r in study.ratings()] == [3, 3, 3]


def test_the_history_cannot_be_rewritten(study, recording, coder):
    study.rate(coder.id, recording.id, 40, 12, 3)
    raw = sqlite3.connect(study.root / "study.sqlite")
    for sql in ("UPDATE rating_event SET value = 5", "DELETE FROM rating_event"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(sql)
    raw.close()


def test_several_ratings_are_stored_together_or_not_at_all(study, recording, coder):
    good = [RatingInput(recording.id, 40, au, 2) for au in (1, 2, 4)]
    assert len(study.rate_many(coder.id, good)) == 3
    with pytest.raises(NotInStudyError):
        study.rate_many(coder.id, [RatingInput(recording.id, 80, 1, 2), RatingInput("r0", 80, 1, 2)])
    assert len(study.history()) == 3


@pytest.mark.parametrize(
    "words",
    [
        {"au": 12, "value": 6},
        {"au": 12, "value": -1},
        {"au": 12, "value": 2.5},
        {"au": 99, "value": 3},
        {"au": 12, "value": 3, "code": 70},
        {"au": 12, "value": None, "code": 75},
        {"au": 12, "value": 3, "visible": ""},
    ],
)
def test_what_is_not_on_the_scale_is_refused(study, recording, coder, words):
    with pytest.raises(ValueError, match=r"\."):
        study.rate(coder.id, recording.id, 40, **words)
    assert study.history() == []


def test_unknown_coders_and_recordings_are_said(study, recording, coder):
    for c, r in ((coder.id, "r0"), ("c0", recording.id)):
        with pytest.raises(NotInStudyError, match="no such recording, coder"):
            study.rate(c, r, 40, 12, 3)
    with pytest.raises(NotInStudyError, match="no entry 5"):
        study.revert_many([5])


def test_numbers_from_arrays_are_stored_as_numbers(study, recording, coder):
    study.rate(coder.id, recording.id, np.int64(40), np.int64(12), np.int64(3), unsure=np.bool_(True))
    (rating,) = study.ratings()
    assert (rating.pts, rating.au, rating.value, rating.unsure) == (40, 12, 3, True)


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["rate", "retract", "revert"]),
        st.sampled_from([40, 80]),
        st.sampled_from([1, 12]),
        st.none() | st.integers(0, 5),
    ),
    max_size=25,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(actions=ACTIONS)
def test_what_holds_always_follows_from_the_history(tmp_path_factory, actions):
    folder = tmp_path_factory.mktemp("study")
    video = folder / "v.mp4"
    video.write_bytes(b"v")
    with Study.create(folder / "S") as study:
        recording = study.add_recording(video, duration=1, n_frames=3, content_hash="h").id
        coder = study.add_coder("AB").id
        now: dict[tuple[int, int], int | None] = {}
        before: list[tuple[int, tuple[int, int], dict]] = []
        for action, pts, au, value in actions:
            key = (pts, au)
            if action == "revert":
                if not before:
                    continue
                event, key, earlier = before[(pts + au) % len(before)]
            snapshot = {k: now[k] for k in [key] if k in now}
            if action == "rate":
                event = study.rate(coder, recording, pts, au, value)
                now[key] = value
            elif action == "retract":
                event = study.retract(coder, recording, pts, au)
                now.pop(key, None)
            else:
                event = study.revert_many([event])[0]
                now.pop(key, None)
                now.update(earlier)
            before.append((event, key, snapshot))
        assert {(r.pts, r.au): r.value for r in study.ratings()} == now
        assert len(study.history()) == len(before)


def test_ratings_and_rated_frames_are_counted_as_they_would_be_by_hand(study, recording, coder):
    other, idle = study.add_coder("CD"), study.add_coder("EF")
    for pts in (40, 80, 120):
        study.rate_many(coder.id, [RatingInput(recording.id, pts, au, 1) for au in (1, 12)])
    study.rate(coder.id, recording.id, 80, 12, None)
    study.retract(coder.id, recording.id, 120, 1)
    study.retract(coder.id, recording.id, 120, 12)
    study.rate(other.id, recording.id, 160, 4, 2)
    assert study.rating_counts() == {coder.id: 4, other.id: 1}
    assert [study.n_rated_frames(ids) for ids in ([coder.id], [coder.id, other.id], [idle.id], [])] == [
        2,
        3,
        0,
        0,
    ]
