import threading
import time

import pytest

from au_studio.analysis.drawn_ahead import DrawnAhead, Soon


def test_items_come_in_order_and_end():
    with DrawnAhead(lambda: iter(range(50)), depth=3) as items:
        assert list(items) == list(range(50))


def test_an_error_comes_after_the_items_before_it():
    def failing():
        yield 1
        yield 2
        raise OSError("gone")

    got = []

    def draw():
        with DrawnAhead(failing) as items:
            for item in items:
                got.append(item)
                time.sleep(0.02)

    with pytest.raises(OSError, match="gone"):
        draw()
    assert got == [1, 2]


def test_no_more_than_depth_items_are_drawn_ahead():
    drawn = []

    def counting():
        for number in range(100):
            drawn.append(number)
            yield number

    with DrawnAhead(counting, depth=2) as items:
        next(items)
        time.sleep(0.3)
        assert len(drawn) <= 4


def test_leaving_early_ends_the_thread_and_closes_what_it_opened():
    closed = threading.Event()

    def endless():
        try:
            while True:
                yield 0
        finally:
            closed.set()

    with DrawnAhead(endless) as items:
        next(items)
    assert closed.wait(2)
    assert not [t for t in threading.enumerate() if t.name == "decode ahead"]


def test_items_are_drawn_in_one_other_thread():
    def who():
        for _ in range(3):
            yield threading.get_ident()

    with DrawnAhead(who) as items:
        threads = set(items)
    assert len(threads) == 1
    assert threads != {threading.get_ident()}


@pytest.mark.parametrize("apart", [True, False])
def test_what_is_wanted_soon_comes_with_its_error(apart):
    with Soon(threading.get_ident, apart=apart) as soon:
        assert (soon.result() == threading.get_ident()) is not apart
    with pytest.raises(OSError, match="gone"), Soon(fail, apart=apart) as soon:
        soon.result()


def fail():
    raise OSError("gone")


def test_an_error_meanwhile_waits_for_what_is_done_soon():
    done = []

    def slowly():
        time.sleep(0.05)
        done.append(1)

    with pytest.raises(ValueError, match="meanwhile"), Soon(slowly):
        raise ValueError("meanwhile")
    assert done == [1]
