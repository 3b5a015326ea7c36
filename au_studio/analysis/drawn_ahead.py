"""Draw the items of an iterator a few ahead, by whichever thread is free."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterator
from typing import Generic, TypeVar

from au_studio.analysis.hands import Hands

T = TypeVar("T")


class _End:
    """Marks the end of the items, with what ended them."""

    def __init__(self, error: BaseException | None) -> None:
        self.error = error


class DrawnAhead(Generic[T]):
    """Iterate over items that are drawn before they are wanted; use as a context manager.

    They are drawn in order and never two at a time, each in any thread: what one item leaves for the next
    needs no lock, but must not belong to a thread. An exception arrives after the items before it.

    Parameters
    ----------
    make : callable
        Returns the iterator; called when the first item is drawn. A generator is closed at the end.
    depth : int
        How many items may wait.
    hands : Hands
        Who draws.
    """

    def __init__(self, make: Callable[[], Iterator[T]], depth: int, hands: Hands) -> None:
        self._make = make
        self._depth = depth
        self._hands = hands
        self._source: Iterator[T] | None = None
        self._waiting: deque[T | _End] = deque()
        self._wanted = self._drawing = self._ended = False

    def __enter__(self) -> Iterator[T]:
        self._go_on()
        return self._items()

    def __exit__(self, *_: object) -> None:
        with self._hands.lock:
            self._ended = True
        self._hands.wait(lambda: not self._drawing)
        if isinstance(self._source, Generator):
            self._source.close()

    def _items(self) -> Iterator[T]:
        while True:
            self._hands.wait(lambda: len(self._waiting) > 0)
            item = self._waiting.popleft()
            if isinstance(item, _End):
                if item.error is not None:
                    raise item.error
                return
            self._go_on()
            yield item

    def _go_on(self) -> None:
        """Let more be drawn once half of the places are free."""
        with self._hands.lock:
            under_way = self._wanted or self._drawing or self._ended
            if not under_way and len(self._waiting) <= self._depth // 2:
                self._wanted = True
                self._hands.begin(self._draw, first=True)

    def _draw(self) -> None:
        try:
            with self._hands.lock:
                self._wanted, self._drawing = False, not self._ended
            while not self._ended and len(self._waiting) < self._depth:
                item = self._next()
                with self._hands.lock:
                    self._ended = self._ended or isinstance(item, _End)
                    self._waiting.append(item)
                    self._hands.changed.notify_all()
        finally:
            with self._hands.lock:
                self._drawing = False
                self._hands.changed.notify_all()
        self._go_on()

    def _next(self) -> T | _End:
        try:
            if self._source is None:
                self._source = self._make()
            return next(self._source)
        except StopIteration:
            return _End(None)
        except BaseException as error:
            return _End(error)
