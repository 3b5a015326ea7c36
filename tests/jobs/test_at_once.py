"""How many recordings at once: never more than cores and memory bear, and fewer beside a window."""

from __future__ import annotations

import pytest

from au_studio.analysis.threads import USEFUL
from au_studio.jobs import at_once
from au_studio.jobs.at_once import beside_a_window, threads_each, workers_for


def test_recordings_at_once_follow_the_cores_and_the_memory(monkeypatch):
    monkeypatch.setattr(at_once, "usable_cores", lambda: 8)
    monkeypatch.setattr(at_once, "total_memory", lambda: 3 * 2**30)
    assert workers_for(100) == (3, 2)
    assert workers_for(100, 8) == (8, 1)
    assert workers_for(1) == (1, 8)
    monkeypatch.setattr(at_once, "total_memory", lambda: None)
    assert workers_for(100) == (8, 1)


@pytest.mark.parametrize(
    ("cores", "gibibytes", "jobs"), [(2, 8, 1), (4, 8, 1), (9, 16, 2), (16, 32, 3), (16, 2, 2)]
)
def test_beside_a_window_a_core_stays_free_and_each_job_has_its_threads(monkeypatch, cores, gibibytes, jobs):
    monkeypatch.setattr(at_once, "usable_cores", lambda: cores)
    monkeypatch.setattr(at_once, "total_memory", lambda: gibibytes * 2**30)
    assert beside_a_window() == jobs


def test_threads_do_not_crowd_the_cores_where_several_recordings_are_under_way():
    assert threads_each(1, 8) is None
    assert threads_each(4, 2) == 2
    assert threads_each(2, 12) == USEFUL == 4
    assert threads_each(2, 8, asked=1) == 1
