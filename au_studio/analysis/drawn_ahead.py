"""Do in another thread what will be wanted soon: one thing, or the items of an iterator, a few ahead."""

from __future__ import annotations

import contextlib
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator
from typing import Generic, TypeVar

from au_studio.analysis.hands import Hands

T = TypeVar("T")


@contextlib.contextmanager
def drawn_here(make: Callable[[], Iterator[T]]) -> Iterator[Iterator[T]]:
    """Iterate as `DrawnAhead` does, without a thread: every item is drawn when it is wanted."""
    items = make()
    try:
        yield items
    finally:
        if isinstance(items, Generator):
            items.close()


class _End:
    """Marks the end of the items, with what ended them."""

    def __init__(self, error: BaseException | None) -> None:
        self.error = error


class DrawnAhead(Generic[T]):
    """Iterate over items that a thread draws ahead; use as a context manager so that the thread ends.

    An exception in the thread arrives after the items before it.

    Parameters
    ----------
    make : callable
        Returns the iterator; called, drawn from and closed in the thread, so that what it opens (a video)
        belongs to that thread.
    depth : int
        How many items may wait.
    hands : Hands, optional
        What else there is to do for either thread while it would wait for the other.
    """

    def __init__(self, make: Callable[[], Iterator[T]], depth: int = 2, hands: Hands | None = None) -> None:
        self._make = make
        self._depth = depth
        self._hands = hands or Hands()
        self._waiting: deque[T | _End] = deque()
        self._closing = False
        self._thread = threading.Thread(target=self._draw, name="decode ahead", daemon=True)

    def __enter__(self) -> Iterator[T]:
        self._thread.start()
        return self._items()

    def __exit__(self, *_: object) -> None:
        self._closing = True
        self._hands.tell()
        self._thread.join()

    def _items(self) -> Iterator[T]:
        while True:
            self._hands.wait(lambda: len(self._waiting) > 0)
            item = self._waiting.popleft()
            self._hands.tell()
            if not isinstance(item, _End):
                yield item
                continue
            if item.error is not None:
                raise item.error
            return

    def _draw(self) -> None:
        error: BaseException | None = None
        try:
            for item in self._make():
                if not self._put(item):
                    return
        except BaseException as caught:
            error = caught
        self._put(_End(error))

    def _put(self, item: T | _End) -> bool:
        self._hands.wait(lambda: self._closing or len(self._waiting) < self._depth)
        if self._closing:
            return False
        self._waiting.append(item)
        self._hands.tell()
        return True


class Soon(Generic[T]):
    """Do something in a thread of its own until its result is wanted; use as a context manager.

    The thread has ended when the context has, whatever ended it; an exception in it arrives with the result.

    Parameters
    ----------
    do : callable
        Returns the result.
    apart : bool
        Without a thread of its own it is done when its result is asked for.
    """

    def __init__(self, do: Callable[[], T], *, apart: bool = True) -> None:
        self._do = do
        self._done: list[T] = []
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="soon", daemon=True) if apart else None

    def __enter__(self) -> Soon[T]:
        if self._thread is not None:
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._thread is not None:
            self._thread.join()

    def result(self) -> T:
        """Return the result as soon as it is there."""
        if self._thread is None:
            return self._do()
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._done[0]

    def _run(self) -> None:
        try:
            self._done.append(self._do())
        except BaseException as caught:
            self._error = caught
