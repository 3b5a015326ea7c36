from __future__ import annotations

import json
import sys
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from au_studio.controllers import job_files
from au_studio.controllers.job_runner import Gate, JobRunner, Standing, Task
from au_studio.files import WriteError
from au_studio.jobs import process
from au_studio.jobs.job import AnalyzeJob
from au_studio.jobs.places import interrupted
from au_studio.jobs.protocol import Done, Failed

SAY_DONE = "import sys, json; print(json.dumps({'event': 'done', 'result': {'file': sys.argv[1]}}))"


@pytest.fixture
def runner(qtbot):
    made: list[JobRunner] = []

    def make(code: str) -> JobRunner:
        process.child_command = lambda file: [sys.executable, "-c", code, str(file)]
        runner = JobRunner()
        made.append(runner)
        return runner

    yield make
    for runner in made:
        runner.close(discard=True)


def task(tmp_path: Path, name: str) -> Task:
    return Task(AnalyzeJob(video="v", model="m"), tmp_path / f"{name}.json", name)


def test_jobs_run_one_after_the_other_and_their_files_stay(runner, tmp_path, qtbot):
    queue = runner(SAY_DONE)
    ended = []
    queue.ended.connect(lambda t, event: ended.append((t.title, event)))
    with qtbot.waitSignal(queue.idle, timeout=20_000):
        queue.add(task(tmp_path, "one"))
        queue.add(task(tmp_path, "two"))
        assert queue.running.title == "one"
        assert queue.waiting == 1
    assert [title for title, _ in ended] == ["one", "two"]
    assert all(isinstance(event, Done) for _, event in ended)
    assert (tmp_path / "one.json").exists()


def test_a_child_that_dies_is_reported_with_its_log(runner, tmp_path, qtbot):
    queue = runner("import sys; sys.exit('the disk made a noise')")
    with qtbot.waitSignal(queue.ended, timeout=20_000) as caught:
        queue.add(task(tmp_path, "one"))
    failed = caught.args[1]
    assert isinstance(failed, Failed)
    assert "the disk made a noise" in failed.details


def test_a_child_that_cannot_be_started_is_reported_and_the_next_one_has_its_turn(
    runner, tmp_path, qtbot, monkeypatch
):
    queue = runner(SAY_DONE)
    works = process.child_command
    gone = str(tmp_path / "no such program")
    monkeypatch.setattr(process, "child_command", lambda file: [gone] if "one" in str(file) else works(file))
    ended = {}
    queue.ended.connect(lambda t, event: ended.update({t.title: event}))
    with qtbot.waitSignal(queue.idle, timeout=20_000):
        queue.add(task(tmp_path, "one"))
        queue.add(task(tmp_path, "two"))
    assert isinstance(ended["one"], Failed)
    assert "one could not be started." in ended["one"].message
    assert "no such program" in ended["one"].details
    assert isinstance(ended["two"], Done)


def test_what_nobody_foresaw_at_a_start_is_told_and_holds_up_no_other_job(
    runner, tmp_path, qtbot, monkeypatch
):
    queue = runner(SAY_DONE)

    def start(child, really=process.JobProcess.start):
        if not ended:
            raise RuntimeError("nobody foresaw this")
        really(child)

    monkeypatch.setattr(process.JobProcess, "start", start)
    ended = {}
    queue.ended.connect(lambda t, event: ended.update({t.title: event}))
    with qtbot.waitSignal(queue.idle, timeout=20_000):
        queue.add(task(tmp_path, "one"))
        queue.add(task(tmp_path, "two"))
    assert "nobody foresaw this" in ended["one"].details
    assert isinstance(ended["two"], Done)


def test_closing_pauses_what_runs_and_both_jobs_can_go_on_later(runner, tmp_path, qtbot):
    queue = runner("import sys; sys.stdin.readline()")
    queue.add(task(tmp_path, "one"))
    queue.add(task(tmp_path, "two"))
    queue.close()
    assert queue.waiting == 0
    assert interrupted(tmp_path) == [tmp_path / "one.json", tmp_path / "two.json"]


def test_closing_for_good_leaves_nothing_to_go_on(runner, tmp_path, qtbot):
    queue = runner("import sys; sys.stdin.readline()")
    queue.add(task(tmp_path, "one"))
    queue.add(task(tmp_path, "two"))
    queue.close(discard=True)
    assert interrupted(tmp_path) == []


def test_a_job_that_is_done_is_not_unfinished_and_one_that_failed_is(runner, tmp_path, qtbot):
    for code, left in ((SAY_DONE, []), ("raise SystemExit('oh')", [tmp_path / "one.json"])):
        queue = runner(code)
        with qtbot.waitSignal(queue.idle, timeout=20_000):
            queue.add(task(tmp_path, "one"))
        assert interrupted(tmp_path) == left
    assert "oh" in (tmp_path / "one" / "log.txt").read_text()


def test_each_device_runs_one_job(runner, tmp_path, qtbot):
    queue = runner("import sys; sys.stdin.readline()")
    for name, device in (("one", "cpu"), ("two", "cuda"), ("three", "cpu")):
        queue.add(Task(AnalyzeJob(video="v", model="m", device=device), tmp_path / f"{name}.json", name))
    standings = {line.task.title: line.standing for line in queue.lines()}
    assert standings == {"one": Standing.RUNNING, "two": Standing.RUNNING, "three": Standing.WAITING}
    queue.close(discard=True)


def test_a_device_runs_as_many_as_it_bears_and_nothing_beside_what_is_to_be_alone(runner, tmp_path, qtbot):
    queue = runner("import sys, time; sys.stdin.readline()")
    queue.device_of = lambda _: "cpu"
    queue.at_once = lambda one: 1 if one.title == "alone" else 2
    for name in ("one", "two", "three", "alone", "last"):
        queue.add(task(tmp_path, name))
    running = lambda: {line.task.title for line in queue.running_lines()}  # noqa: E731
    assert running() == {"one", "two"}
    queue.cancel(queue.running)
    qtbot.waitUntil(lambda: running() == {"two", "three"}, timeout=20_000)
    for left in ({"three", "last"}, {"last"}, {"alone"}, set()):
        queue.cancel(queue.running)
        qtbot.waitUntil(lambda left=left: running() == left, timeout=20_000)


def test_a_job_that_needs_another_waits_for_it_and_falls_with_it(runner, tmp_path, qtbot):
    queue = runner("raise SystemExit('oh')")
    first = task(tmp_path, "first")
    second = replace(task(tmp_path, "second"), after=first)
    ended = []
    queue.ended.connect(lambda t, event: ended.append((t.title, event)))
    with qtbot.waitSignal(queue.idle, timeout=20_000):
        queue.add(first)
        queue.add(second)
    assert isinstance(ended[0][1], Failed)
    assert ended[1] == ("second", Done({"cancelled": True}))


def test_waiting_jobs_can_be_reordered_and_taken_out(runner, tmp_path, qtbot):
    queue = runner("import sys; sys.stdin.readline()")
    one, two, three = (task(tmp_path, name) for name in ("one", "two", "three"))
    for each in (one, two, three):
        queue.add(each)
    queue.move_up(three)
    assert [line.task.title for line in queue.lines()] == ["one", "three", "two"]
    queue.cancel(two)
    assert [line.task.title for line in queue.lines()] == ["one", "three"]
    assert interrupted(tmp_path) == [tmp_path / "one.json", tmp_path / "three.json"]
    queue.close(discard=True)


def test_a_job_that_is_held_lets_others_pass(runner, tmp_path, qtbot):
    queue = runner(SAY_DONE)
    held = {"one"}
    queue.gate = lambda t: Gate.HOLD if t.title in held else Gate.START
    ended = []
    queue.ended.connect(lambda t, _event: ended.append(t.title))
    queue.add(task(tmp_path, "one"))
    queue.add(task(tmp_path, "two"))
    qtbot.waitUntil(lambda: ended == ["two"], timeout=20_000)
    assert queue.lines()[0].standing is Standing.HELD
    assert not queue.busy
    held.clear()
    with qtbot.waitSignal(queue.idle, timeout=20_000):
        queue.start_next()
    assert ended == ["two", "one"]


def test_a_job_that_makes_way_comes_back_to_its_turn(runner, tmp_path, qtbot):
    end = "print(json.dumps({'event': 'done', 'result': {'paused': True}}))"
    queue = runner(f"import sys, json; sys.stdin.readline(); {end}")
    one = task(tmp_path, "one")
    queue.add(one)
    queue.gate = lambda t: Gate.HOLD
    queue.put_back(one)
    qtbot.waitUntil(lambda: [line.standing for line in queue.lines()] == [Standing.HELD], timeout=20_000)
    queue.close(discard=True)


def test_the_next_job_starts_when_everybody_has_heard_how_the_last_one_ended(runner, tmp_path, qtbot):
    queue = runner(SAY_DONE)
    told = []

    def on_ended(task, _event):
        queue.start_next()
        told.append(f"{task.title} ended")

    queue.ended.connect(on_ended)
    queue.started.connect(lambda task: told.append(f"{task.title} started"))
    with qtbot.waitSignal(queue.idle, timeout=20_000):
        queue.add(task(tmp_path, "one"))
        queue.add(task(tmp_path, "two"))
    assert told == ["one started", "one ended", "two started", "two ended"]


def test_the_time_left_of_several_jobs_takes_in_those_that_wait(runner, tmp_path, qtbot):
    part = {"event": "progress", "part": "learning", "expected": 10.0, "later": {"cutting": 5.0}}
    says = json.dumps({**part, "done": 0, "total": 10, "message": ""})
    queue = runner(f"import sys; print({says!r}, flush=True); sys.stdin.readline()")
    one = task(tmp_path, "one")
    two = replace(task(tmp_path, "two"), after=one, expected={"cutting": 3.0, "learning": 40.0})
    queue.add(one)
    queue.add(two)
    assert queue.seconds_left([one, two]) is None
    qtbot.waitUntil(lambda: queue.lines()[0].total == 10, timeout=20_000)
    assert queue.lines()[0].seconds_left == pytest.approx(15.0, abs=0.5)
    assert queue.seconds_left([one, two]) == pytest.approx(58.0, abs=0.5)


def test_to_queue_many_asks_about_few_and_progress_about_none(runner, tmp_path, qtbot):
    says = json.dumps({"event": "progress", "done": 1, "total": 10, "message": ""})
    queue = runner(f"import sys; print({says!r}, flush=True); sys.stdin.readline()")
    asked = []
    queue.gate = lambda t: asked.append(t.title) or (Gate.HOLD if t.title == "job 0" else Gate.START)
    tasks = [task(tmp_path, f"job {k}") for k in range(300)]
    queue.add_all(tasks)
    assert asked == ["job 0", "job 1"]
    lines = queue.lines()
    assert [line.standing for line in lines[:3]] == [Standing.RUNNING, Standing.HELD, Standing.WAITING]
    assert (len(lines), len(queue.lines(20)), queue.count("analyze"), queue.waiting) == (300, 21, 300, 299)
    assert queue.knows(tasks[299].file)
    assert not queue.knows(tmp_path / "job 300.json")
    qtbot.waitUntil(lambda: queue.running_lines()[0].total == 10, timeout=20_000)
    queue.add(task(tmp_path, "one more"))
    assert len(asked) == 2
    queue.look_again(tasks[-2:])
    assert asked[2:] == ["job 298", "job 299"]


def test_many_that_wait_are_on_the_disk_when_the_queue_closes(runner, tmp_path, qtbot):
    queue = runner("import sys; sys.stdin.readline()")
    tasks = [task(tmp_path, f"{k:02d}") for k in range(30)]
    queue.add_all(tasks)
    queue.close()
    assert sorted(interrupted(tmp_path)) == [t.file for t in tasks]
    queue.add_all(tasks)
    queue.close(discard=True)
    assert interrupted(tmp_path) == []


@pytest.mark.parametrize("discard", [False, True])
def test_a_deaf_child_does_not_stop_the_window_at_closing(runner, tmp_path, qtbot, monkeypatch, discard):
    monkeypatch.setattr(process, "KILL_AFTER", 1.0)
    queue = runner("import time; print('up', flush=True); time.sleep(60)")
    queue.add(task(tmp_path, "one"))
    ticks, timer = [], QTimer(interval=20)
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    timer.start()
    began = time.monotonic()
    queue.close(discard=discard)
    timer.stop()
    assert 0.9 < time.monotonic() - began < 10
    assert max(b - a for a, b in pairwise([began, *ticks])) < 0.5
    assert interrupted(tmp_path) == ([] if discard else [tmp_path / "one.json"])


def test_a_child_that_was_done_before_the_queue_closes_is_taken_in_and_not_interrupted(
    runner, tmp_path, qtbot
):
    queue = runner(f"{SAY_DONE}; sys.stdout.flush(); sys.stdin.readline()")
    ended = []
    queue.ended.connect(lambda t, event: ended.append((t.title, event.result.get("file"))))
    one = task(tmp_path, "one")
    queue.add(one)
    queue.add(task(tmp_path, "two"))
    time.sleep(1.0)  # it has said so by now, and nobody has heard it yet: no event has passed
    assert ended == []
    queue.close()
    assert ended == [("one", str(one.file))]
    assert interrupted(tmp_path) == [tmp_path / "two.json"]


def test_what_follows_up_on_a_job_that_ends_while_closing_goes_on_next_time(runner, tmp_path, qtbot):
    queue = runner(f"{SAY_DONE}; sys.stdout.flush(); sys.stdin.readline()")
    queue.ended.connect(lambda t, _event: t.title == "one" and queue.add(task(tmp_path, "next")))
    queue.add(task(tmp_path, "one"))
    time.sleep(1.0)
    queue.close()
    assert (queue.running, queue.waiting) == (None, 0)
    assert interrupted(tmp_path) == [tmp_path / "next.json"]


def test_a_file_that_cannot_be_written_is_told_of_each(runner, tmp_path, qtbot, monkeypatch):
    def full(*_):
        raise WriteError("The disk is full.")

    queue = runner(SAY_DONE)
    monkeypatch.setattr(job_files, "save_job", full)
    ended = []
    queue.ended.connect(lambda t, event: ended.append((t.title, event)))
    queue.add_all([task(tmp_path, "one"), task(tmp_path, "two")])
    qtbot.waitUntil(lambda: len(ended) == 2, timeout=20_000)
    assert sorted(title for title, _ in ended) == ["one", "two"]
    assert all(isinstance(e, Failed) and e.details == "The disk is full." for _, e in ended)
    assert queue.lines() == ()
