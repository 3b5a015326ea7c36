"""Do in another thread what will be wanted soon: one thing, or the items of an iterator, a few ahead."""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable, Generator, Iterator
from typing import Generic, TypeVar

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
    """

    def __init__(self, make: Callable[[], Iterator[T]], depth: int = 2) -> None:
        self._make = make
        self._queue: queue.Queue[T | _End] = queue.Queue(depth)
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._draw, name="decode ahead", daemon=True)

    def __enter__(self) -> Iterator[T]:
        self._thread.start()
        return self._items()

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        while self._thread.is_alive():
            # The thread may wait for a place in the queue.
            while not self._queue.empty():
                self._queue.get_nowait()
            self._thread.join(0.02)

    def _items(self) -> Iterator[T]:
        while True:
            item = self._queue.get()
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
        while not self._closing.is_set():
            try:
                self._queue.put(item, timeout=0.1)
            except queue.Full:
                continue
            return True
        return False


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
