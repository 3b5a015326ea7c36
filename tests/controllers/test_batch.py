"""Analyses of many recordings in the queue, beside the live analysis of the one on the screen."""

from __future__ import annotations

import shutil

import pytest
from queue_material import behave, standings, states, three

from au_studio.controllers.batch import FramePace
from au_studio.controllers.job_runner import Standing
from au_studio.jobs.protocol import Progress
from au_studio.study.recording_list import Status
from au_studio.study.study import Study

__all__ = ["three"]


def test_all_recordings_are_analysed_but_the_one_on_the_screen_which_is_analysed_there(three, qtbot):
    three.batch.analyse_all()
    assert standings(three)["one"] is Standing.HELD
    qtbot.waitUntil(lambda: standings(three) == {"one": Standing.HELD}, timeout=30_000)
    assert states(three) == [Status.READY, Status.DONE, Status.DONE]
    assert not three.jobs.busy


def test_a_recording_opened_while_its_analysis_runs_is_not_analysed_twice(three, qtbot):
    behave("slow")
    second = three.recordings()[1].id
    three.batch.analyse([second], three.model)
    qtbot.waitUntil(lambda: standings(three) == {"two": Standing.RUNNING}, timeout=30_000)
    three.open_recording(second)
    qtbot.waitUntil(lambda: standings(three) == {"two": Standing.HELD}, timeout=30_000)


def test_a_recording_whose_live_analysis_has_failed_takes_its_turn_until_that_is_tried_again(three, qtbot):
    behave("slow")
    first = three.recordings()[0].id
    three.batch.analyse([first], three.model)
    assert standings(three) == {"one": Standing.HELD}
    three.batch.leave_to_screen(False)
    qtbot.waitUntil(lambda: standings(three) == {"one": Standing.RUNNING}, timeout=30_000)
    three.batch.leave_to_screen(True)
    qtbot.waitUntil(lambda: standings(three) == {"one": Standing.HELD}, timeout=30_000)


def test_a_recording_left_before_its_live_analysis_was_done_takes_its_turn_in_the_queue(three, qtbot):
    three.batch.analyse_all()
    qtbot.waitUntil(lambda: standings(three) == {"one": Standing.HELD}, timeout=30_000)
    three.open_recording(three.recordings()[1].id)
    qtbot.waitUntil(lambda: standings(three) == {}, timeout=30_000)
    assert states(three) == [Status.DONE] * 3


def test_what_the_live_analysis_has_done_is_dropped_from_the_queue(three, qtbot):
    from fake_child import store_analysis

    three.batch.analyse_all()
    qtbot.waitUntil(lambda: standings(three) == {"one": Standing.HELD}, timeout=30_000)
    first = three.current
    store_analysis(first.path, three.analysis_path(first.id), None)
    three.analysis_stored(first.id, "untrained")
    assert standings(three) == {}


def test_nothing_is_queued_twice_and_that_all_is_done_is_said(three, qtbot):
    told = []
    three.notice.connect(lambda text, level: told.append(text))
    assert three.batch.analyse([i.id for i in three.recordings()], three.model) == 3
    assert three.batch.analyse([i.id for i in three.recordings()], three.model) == 0
    three.open_recording(three.recordings()[1].id)
    qtbot.waitUntil(lambda: states(three) == [Status.DONE] * 3, timeout=30_000)
    three.batch.analyse_all()
    assert "has been analysed" in told[-1]


def test_recordings_that_are_still_being_checked_follow_when_all_are_asked_for(three, make_video, qtbot):
    told = []
    three.notice.connect(lambda text, level: told.append(text))
    behave("slow")
    three.add_videos([make_video("four.mp4", 24), make_video("five.mp4", 25)], open_first=False)
    three.batch.analyse_all()
    assert set(standings(three)) == {"one", "two", "three"}
    assert told[-1] == (
        "3 recordings are going to be analysed. "
        "2 recordings are still being checked; each follows as soon as it has been."
    )
    qtbot.waitUntil(lambda: set(standings(three)) == {"one", "two", "three", "four", "five"}, timeout=20_000)
    three.add_videos([make_video("six.mp4", 26)], open_first=False)
    qtbot.waitUntil(lambda: Status.CHECKING not in states(three), timeout=20_000)
    assert "six" not in standings(three), "this one was not asked for"


def test_many_are_queued_without_looking_at_the_study_for_each(
    workspace, untrained_model, tmp_path, qtbot, monkeypatch
):
    study = Study.create(tmp_path / "many.austudio")
    for number in range(250):
        path = tmp_path / f"{number}.mp4"
        path.touch()
        study.add_recording(path, duration=1.0, n_frames=25, content_hash=str(number))
    for file in (untrained_model, untrained_model.with_suffix(".json")):
        shutil.copy(file, study.path / "models" / file.name)
    study.close()
    workspace.open_study(study.path)
    workspace.choose_model("untrained")
    behave("slow")
    looked, said = [], []
    has_analysis = workspace.has_analysis
    monkeypatch.setattr(workspace, "has_analysis", lambda *key: looked.append(key) or has_analysis(*key))
    workspace.study._database.connection.set_trace_callback(said.append)
    workspace.batch.analyse_all()
    assert 1 <= workspace.batch.waiting() <= 120, "some are there at once, and the window gets its turn"
    qtbot.waitUntil(lambda: workspace.batch.waiting() == 250, timeout=20_000)
    assert len(looked) < 10
    assert len(said) < 20
    qtbot.waitUntil(lambda: workspace.jobs.running_lines()[0].total > 0, timeout=20_000)
    looked.clear(), said.clear()
    for done in range(5):
        workspace.jobs.reported.emit(workspace.jobs.running, Progress(done, 5, "Analysing"))
        workspace.jobs.advanced.emit()
        qtbot.wait(60)
    assert (looked, said) == ([], [])
    workspace.jobs.close(discard=True)


def test_the_time_left_of_all_analyses_follows_the_frames_that_they_come_to_together(monkeypatch):
    pace = FramePace()
    pace.note("a", 50, 100.0)  # an earlier run has done these
    assert pace.seconds(300, 110.0) is None
    pace.note("b", 0, 101.0)
    pace.note("a", 90, 110.0)
    pace.note("b", 60, 110.0)
    assert pace.seconds(300, 102.0) is None
    assert pace.seconds(300, 110.0) == pytest.approx(30)


def test_the_time_left_takes_in_what_runs_and_what_waits_but_nothing_on_the_screen(three, qtbot, monkeypatch):
    now = [100.0]
    monkeypatch.setattr("au_studio.controllers.batch.time.monotonic", lambda: now[0])
    behave("slow")
    three.batch.analyse_all()
    qtbot.waitUntil(lambda: bool(three.jobs.running_lines()) and three.jobs.running_lines()[0].total > 0)
    assert three.batch.seconds_left() is None
    line = three.jobs.running_lines()[0]
    for done in (line.done, line.done + 2):
        three.jobs.reported.emit(three.jobs.running, Progress(done, line.total, "Analysing"))
        now[0] += 5
    # 2 frames in 10 s; left: the rest of “two” as its line says, and “three” whole; “one” is on the screen.
    line, third = three.jobs.running_lines()[0], three.recordings()[2]
    assert three.batch.seconds_left() == pytest.approx((line.total - line.done + third.n_frames) * 5, rel=0.6)
    three.jobs.close(discard=True)
