"""Job files are written beside the window, and what is taken back leaves nothing."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from au_studio.controllers import job_files
from au_studio.controllers.job_files import JobFiles
from au_studio.files import WriteError
from au_studio.jobs.job import AnalyzeJob
from au_studio.jobs.places import interrupted
from au_studio.jobs.tasks import Task


@pytest.fixture
def files(qapp):
    made = JobFiles()
    yield made
    made.wait()


def tasks(folder: Path, n: int) -> list[Task]:
    return [Task(AnalyzeJob(video="v", model="m"), folder / f"{k:02d}.json", f"job {k}", k) for k in range(n)]


def test_many_are_written_in_a_thread(files, tmp_path, qtbot):
    wanted = tasks(tmp_path, 20)
    with qtbot.waitSignal(files.settled, timeout=10_000):
        files.write_soon(wanted)
    assert not files.busy
    assert sorted(interrupted(tmp_path)) == [task.file for task in wanted]
    with qtbot.waitSignal(files.settled, timeout=10_000):
        files.forget_soon(task.file for task in wanted[:15])
    assert sorted(interrupted(tmp_path)) == [task.file for task in wanted[15:]]


@pytest.fixture
def slow(monkeypatch):
    """The first file is begun, and not done before `go_on` is set."""
    begun, go_on, write = threading.Event(), threading.Event(), job_files.save_job

    def save(job, path):
        if path.stem == "00":
            begun.set()
            assert go_on.wait(10)
        write(job, path)

    monkeypatch.setattr(job_files, "save_job", save)
    yield begun, go_on
    go_on.set()


def test_the_one_whose_turn_it_is_need_not_wait_for_those_before_it(files, tmp_path, slow):
    first, second, third = tasks(tmp_path, 3)
    files.write_soon([first, second, third])
    files.settle(third)
    assert interrupted(tmp_path) == [third.file]


def test_what_is_taken_back_is_not_written(files, tmp_path, slow):
    first, second, third = tasks(tmp_path, 3)
    files.write_soon([first, second, third])
    begun, go_on = slow
    assert begun.wait(10)
    assert files.drop(second)
    go_on.set()
    assert not files.drop(first), "it was on its way, and is there when this returns"
    assert first.file in interrupted(tmp_path)
    files.wait()
    assert sorted(interrupted(tmp_path)) == [first.file, third.file]


@pytest.mark.parametrize("kind", [WriteError, RuntimeError], ids=["foreseen", "unforeseen"])
def test_a_file_that_cannot_be_written_is_told_and_holds_up_no_other(
    files, tmp_path, monkeypatch, qtbot, kind
):
    first, second = tasks(tmp_path, 2)

    def full(file, *more, really=job_files.remember):
        if file == first.file:
            raise kind("The disk is full.")
        really(file, *more)

    monkeypatch.setattr(job_files, "remember", full)
    told = []
    files.failed.connect(lambda task, why: told.append((task.title, why)))
    with qtbot.waitSignal(files.settled, timeout=10_000):
        files.write_soon([first, second])
    assert told == [("job 0", "The disk is full.")]
    assert interrupted(tmp_path) == [second.file]
