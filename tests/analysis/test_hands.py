"""Threads that share out work: done once, in any of them, and never left to a thread that sleeps."""

from __future__ import annotations

import threading

import pytest

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


def test_what_much_waits_for_is_done_first():
    order = []
    with Hands() as hands:
        results = [hands.begin(lambda n=n: order.append(n), first=n == 2) for n in range(3)]
        for result in results:
            result()
    assert order == [2, 0, 1]


def test_many_things_begun_by_several_threads_are_each_done_once():
    done = []

    def begin_many(hands, results, start):
        results += [hands.begin(lambda n=n: done.append(n) or n) for n in range(start, start + 50)]

    with Hands(3) as hands:
        parts = [[], []]
        threads = [
            threading.Thread(target=begin_many, args=(hands, part, 50 * place))
            for place, part in enumerate(parts)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [result() for part in parts for result in part] == list(range(100))
    assert sorted(done) == list(range(100))


def test_an_interruption_reaches_whoever_helps_and_what_was_begun_is_not_lost():
    def interrupted():
        raise KeyboardInterrupt

    with Hands() as hands:
        first, second = hands.begin(interrupted), hands.begin(lambda: 2)
        with pytest.raises(KeyboardInterrupt):
            second()  # helps with what is before it
        assert second() == 2
        with pytest.raises(KeyboardInterrupt):
            first()


def fail():
    raise OSError("gone")
