"""Tasks that wait keep their order, and are found by their file."""

from __future__ import annotations

from pathlib import Path

import pytest

from au_studio.jobs.job import AnalyzeJob
from au_studio.jobs.tasks import Task
from au_studio.jobs.waiting_line import WaitingLine


@pytest.fixture
def line():
    waiting: WaitingLine[Task] = WaitingLine()
    for name in "abc":
        waiting.append(Task(AnalyzeJob(video="v", model="m"), Path(f"{name}.json"), name))
    return waiting


def order(line: WaitingLine[Task]) -> str:
    return "".join(task.title for task in line)


def test_tasks_pass_others_but_not_the_one_they_need(line):
    a, b, c = line
    assert line.move_up(c, None)
    assert order(line) == "acb"
    assert not line.move_up(c, a)
    assert not line.move_up(a, None)
    line.remove(b)
    line.put_first(b)
    assert order(line) == "bac"


def test_they_are_counted_and_found_by_their_file(line):
    a, b, _ = line
    assert line.of_file(Path("b.json")) is b
    assert line.count("analyze") == 3
    line.held.add(b)
    line.remove(b)
    assert (line.of_file(Path("b.json")), line.count("analyze"), line.held) == (None, 2, set())
    assert b not in line
    assert a in line
    assert len(line.clear()) == 2
    assert len(line) == line.count("analyze") == 0
