from __future__ import annotations

import sys
from pathlib import Path

import pytest

from au_studio.controllers.job_runner import JobRunner, Task
from au_studio.jobs.job import AnalyzeJob
from au_studio.jobs.protocol import Done, Failed

SAY_DONE = "import sys, json; print(json.dumps({'event': 'done', 'result': {'file': sys.argv[1]}}))"


@pytest.fixture
def runner(qtbot):
    made: list[JobRunner] = []

    def make(code: str) -> JobRunner:
        runner = JobRunner(command_of=lambda file: [sys.executable, "-c", code, str(file)])
        made.append(runner)
        return runner

    yield make
    for runner in made:
        runner.close()


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


def test_closing_ends_a_child_that_is_busy(runner, tmp_path, qtbot):
    queue = runner("import sys; sys.stdin.readline()")
    queue.add(task(tmp_path, "one"))
    queue.add(task(tmp_path, "two"))
    queue.close()
    assert queue.waiting == 0
