"""Threads that share out work: done once, in any of them, and never left to a thread that sleeps."""

from __future__ import annotations

import threading
import time

import pytest

from au_studio.analysis.drawn_ahead import DrawnAhead
from au_studio.analysis.hands import Hands

SOON = 5.0


def test_whoever_wants_a_result_does_it_when_there_is_nobody_else():
    with Hands() as hands:
        results = [hands.begin(lambda n=n: (n, threading.get_ident())) for n in range(3)]
        assert [result() for result in reversed(results)] == [(n, threading.get_ident()) for n in (2, 1, 0)]


def test_a_result_can_be_asked_for_again_and_is_made_once():
    made = []
    with Hands() as hands:
        result = hands.begin(lambda: made.append(1) or len(made))
        assert (result(), result()) == (1, 1)


def test_spare_threads_do_what_was_begun_while_nobody_waits():
    done = threading.Event()
    with Hands(2) as hands:
        result = hands.begin(lambda: done.set() or threading.get_ident())
        assert done.wait(SOON)
        assert result() != threading.get_ident()
    assert not [thread for thread in threading.enumerate() if thread.name == "hand"]


def test_what_was_raised_comes_with_the_result_and_ends_no_thread():
    with Hands(1) as hands:
        failing, fine = hands.begin(fail), hands.begin(lambda: 2)
        assert fine() == 2
        with pytest.raises(OSError, match="gone"):
            failing()


def test_what_nobody_asked_for_yet_is_dropped_at_the_end():
    done = []
    with Hands() as hands:
        hands.begin(lambda: done.append(1))
    assert not done


def test_a_thread_that_draws_ahead_helps_while_its_place_is_taken():
    """The drawing thread waits for a place, this one for nothing: what is begun is done by the former."""
    with Hands() as hands, DrawnAhead(lambda: iter(range(100)), 2, hands) as items:
        assert next(items) == 0
        done = threading.Event()
        result = hands.begin(lambda: done.set() or threading.current_thread().name)
        assert done.wait(SOON)
        assert result() == "decode ahead"
        assert list(items) == list(range(1, 100))


def test_whoever_waits_for_an_item_helps_meanwhile():
    go_on = threading.Event()

    def slowly():
        assert go_on.wait(SOON)
        yield threading.current_thread().name

    with Hands() as hands, DrawnAhead(slowly, 2, hands) as items:
        who = []
        result = hands.begin(lambda: go_on.set() or who.append(threading.current_thread()))
        assert next(items) == "decode ahead"
        result()
    assert who == [threading.current_thread()]


def test_many_things_begun_by_several_threads_are_all_done_once():
    done = []
    with Hands(2) as hands:

        def drawn():
            for number in range(60):
                yield hands.begin(lambda number=number: time.sleep(0.0005) or done.append(number) or number)

        with DrawnAhead(drawn, 4, hands) as items:
            assert [result() for result in items] == list(range(60))
    assert sorted(done) == list(range(60))


def fail():
    raise OSError("gone")
