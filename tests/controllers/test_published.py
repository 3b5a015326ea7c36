"""What a controller shows is told once, now or soon, and again where a view must forget what was typed."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from au_studio.controllers.published import Published


@dataclass(frozen=True)
class Shown:
    number: int = 0


class Counter(Published[Shown]):
    def count(self, number: int) -> None:
        self._publish(Shown(number))

    def count_soon(self, number: int) -> None:
        self._publish_soon(replace(self.state, number=number))

    def show_again(self) -> None:
        self._publish_anew(self.state)


@pytest.fixture
def counter(qapp):
    return Counter(Shown(), soon_ms=20)


@pytest.fixture
def told(counter):
    heard = []
    counter.state_changed.connect(heard.append)
    return heard


def test_another_state_is_told_at_once_and_the_same_one_is_not(counter, told):
    counter.count(1)
    counter.count(1)
    assert told == [Shown(1)]
    assert counter.state == Shown(1)


def test_many_states_in_a_short_time_are_told_as_one(counter, told, qtbot):
    for number in range(1, 50):
        counter.count_soon(number)
    assert counter.state == Shown(49)
    assert told == []
    with qtbot.waitSignal(counter.state_changed, timeout=2000):
        pass
    assert told == [Shown(49)]


def test_what_is_told_now_takes_along_what_was_to_be_told_soon(counter, told, qtbot):
    counter.count_soon(1)
    counter.count(2)
    qtbot.wait(60)
    assert told == [Shown(2)]


def test_a_view_can_be_shown_the_same_again(counter, told):
    counter.show_again()
    assert told == [Shown(0)]
