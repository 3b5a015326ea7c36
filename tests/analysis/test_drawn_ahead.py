"""Items drawn before they are wanted: in order, never two at a time, in whichever thread is free."""

from __future__ import annotations

import threading
import time

import pytest

from au_studio.analysis.drawn_ahead import DrawnAhead
from au_studio.analysis.hands import Hands

MORE = pytest.mark.parametrize("more", [0, 1, 3])


@MORE
@pytest.mark.parametrize("depth", [1, 2, 4])
def test_items_come_in_order_and_end(more, depth):
    with Hands(more) as hands, DrawnAhead(lambda: iter(range(50)), depth, hands) as items:
        assert list(items) == list(range(50))


@MORE
def test_an_error_comes_after_the_items_before_it(more):
    def failing():
        yield 1
        yield 2
        raise OSError("gone")

    got = []

    def draw():
        with Hands(more) as hands, DrawnAhead(failing, 2, hands) as items:
            for item in items:
                got.append(item)
                time.sleep(0.01)

    with pytest.raises(OSError, match="gone"):
        draw()
    assert got == [1, 2]


@MORE
def test_no_more_than_depth_items_wait(more):
    drawn = []

    def counting():
        for number in range(100):
            drawn.append(number)
            yield number

    with Hands(more) as hands, DrawnAhead(counting, 2, hands) as items:
        next(items)
        time.sleep(0.2)
        assert len(drawn) <= 3


@MORE
def test_leaving_early_ends_the_drawing_and_closes_what_was_opened(more):
    closed = threading.Event()

    def endless():
        try:
            while True:
                yield 0
        finally:
            closed.set()

    with Hands(more) as hands:
        with DrawnAhead(endless, 2, hands) as items:
            next(items)
        assert closed.is_set()
        time.sleep(0.05)


def test_what_was_never_begun_is_never_opened():
    opened = []
    with Hands() as hands, DrawnAhead(lambda: opened.append(1) or iter(()), 2, hands):
        pass
    assert len(opened) <= 1


@MORE
def test_a_stage_within_a_stage(more):
    """What draws waits for what it draws from, and helps there meanwhile: nobody waits for ever."""
    closed = []

    def inner():
        try:
            yield from range(40)
        finally:
            closed.append("inner")

    def outer():
        with DrawnAhead(inner, 4, hands) as numbers:
            for number in numbers:
                yield number, hands.begin(lambda number=number: number * number)

    with Hands(more) as hands, DrawnAhead(outer, 2, hands) as items:
        assert [(number, square()) for number, square in items] == [(n, n * n) for n in range(40)]
    with Hands(more) as hands:
        with DrawnAhead(outer, 2, hands) as items:
            next(items)
        assert closed == ["inner", "inner"]


@MORE
def test_an_interruption_while_drawing_ends_it(more):
    closed = []

    def interrupted():
        try:
            yield 1
            raise KeyboardInterrupt
        finally:
            closed.append(1)

    with Hands(more) as hands:
        with pytest.raises(KeyboardInterrupt), DrawnAhead(interrupted, 2, hands) as items:
            list(items)
        assert hands.begin(lambda: 3)() == 3
    assert closed == [1]


def test_items_are_never_drawn_two_at_a_time():
    drawing = threading.Lock()

    def alone():
        for number in range(200):
            assert drawing.acquire(blocking=False)
            try:
                yield number
            finally:
                drawing.release()

    with Hands(3) as hands, DrawnAhead(alone, 3, hands) as items:
        assert list(items) == list(range(200))


def test_whoever_waits_for_an_item_helps_meanwhile():
    go_on, who = threading.Event(), []

    def slowly():
        assert go_on.wait(5)
        yield 1

    with Hands(1) as hands, DrawnAhead(slowly, 2, hands) as items:
        time.sleep(0.05)  # the other thread draws by now
        hands.begin(lambda: go_on.set() or who.append(threading.current_thread()))
        assert next(items) == 1
    assert who == [threading.current_thread()]
