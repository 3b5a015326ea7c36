"""Objects in cycles, as windows are, end in the thread of the window, whatever other threads do."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from typing import ClassVar

import pytest

from au_studio.ui.collecting import Collecting

MADE = 200_000


class Ring:
    """Something that only the collector can end; notes the thread in which it does."""

    ended: ClassVar[list[int]] = []

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        Ring.ended.append(threading.get_ident())


@pytest.fixture
def collecting(qtbot) -> Iterator[Collecting]:
    """The collector; Python's own state before it comes back afterwards."""
    was = gc.isenabled()
    gc.enable()
    made = Collecting()
    yield made
    made.close()
    if not was:
        gc.disable()


def work_in_a_thread() -> list[list[int]]:
    """Make, and return, so many objects in another thread that Python would look for cycles there."""
    kept: list[list[int]] = []
    thread = threading.Thread(target=lambda: kept.extend([] for _ in range(MADE)))
    thread.start()
    thread.join()
    return kept


def test_without_it_another_thread_would_end_them():
    gc.enable()
    Ring.ended.clear()
    Ring()
    work_in_a_thread()
    assert Ring.ended
    assert threading.get_ident() not in Ring.ended


def test_with_it_no_other_thread_ends_them(collecting, qtbot):
    Ring.ended.clear()
    Ring()
    made = work_in_a_thread()
    assert (len(made), Ring.ended) == (MADE, [])
    qtbot.waitUntil(lambda: Ring.ended == [threading.get_ident()], timeout=5000)


def test_what_was_there_at_the_start_is_passed_over_and_python_collects_again_after_the_end(collecting):
    collecting.settle()
    assert gc.get_freeze_count() > 0
    collecting.close()
    assert gc.get_freeze_count() == 0
    assert gc.isenabled()
