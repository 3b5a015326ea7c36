"""Work in a thread: one at a time, the newest counts, and nothing is heard of the rest."""

from __future__ import annotations

import threading

import pytest

from au_studio.controllers.background import Background
from au_studio.errors import AUStudioError, Stopped


@pytest.fixture
def heard(qtbot):
    """Return a background, what it returned and how it failed."""
    made = Background("work", failure="The sum could not be made.")
    done, failed = [], []
    made.done.connect(done.append)
    made.failed.connect(failed.append)
    yield made, done, failed
    made.close()


def until_stopped(began: threading.Event):
    def work(should_stop):
        began.set()
        while not should_stop():
            pass
        raise Stopped("stopped")

    return work


def test_the_answer_comes_and_nothing_is_busy_any_more_when_it_does(heard, qtbot):
    work, done, _ = heard
    busy = []
    work.done.connect(lambda _answer: busy.append(work.busy))
    work.run(lambda _stop: 42)
    assert work.busy
    qtbot.waitUntil(lambda: done == [42])
    assert busy == [False]


def test_the_newest_work_waits_until_the_one_before_has_stopped(heard, qtbot):
    work, done, failed = heard
    began = threading.Event()
    work.run(until_stopped(began))
    assert began.wait(10)
    work.run(lambda _stop: "dropped")
    work.run(lambda _stop: threading.active_count())
    alone = threading.active_count()
    qtbot.waitUntil(lambda: done == [alone])
    assert failed == []


def test_nothing_is_heard_of_work_that_was_stopped(heard, qtbot):
    work, done, failed = heard
    began = threading.Event()
    work.run(until_stopped(began))
    assert began.wait(10)
    work.stop()
    assert not work.busy
    work.close()
    work.run(lambda _stop: "next")
    qtbot.waitUntil(lambda: done == ["next"])
    assert failed == []


def test_errors_are_told_in_words(heard, qtbot):
    work, _, failed = heard
    for error in (AUStudioError("The disk is full."), ZeroDivisionError("by zero")):

        def fail(_stop, error=error):
            raise error

        work.run(fail)
        qtbot.waitUntil(lambda: not work.busy)
    assert [error.message for error in failed] == ["The disk is full.", "The sum could not be made."]
    assert "ZeroDivisionError: by zero" in failed[1].details
