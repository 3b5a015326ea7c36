"""Make the next batches in a second thread while the current one trains."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

Batch = TypeVar("Batch")


class Prefetcher(Generic[Batch]):
    """Iterates over ``make(step)`` for steps in [start, stop), a few ahead.

    The order is fixed and every batch depends on its step alone, so that a run can be repeated or resumed
    exactly. Use it as a context manager: the thread ends with it.
    """

    def __init__(self, make: Callable[[int], Batch], start: int, stop: int, ahead: int = 4) -> None:
        self._make, self._steps = make, range(start, stop)
        self._queue: queue.Queue[tuple[int, Batch] | BaseException | None] = queue.Queue(maxsize=ahead)
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="batches", daemon=True)

    def __enter__(self) -> Prefetcher[Batch]:
        """Start making batches."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop the thread and wait for it."""
        self._closing.set()
        self._thread.join()

    def __iter__(self) -> Iterator[tuple[int, Batch]]:
        """Yield (step, batch); an error in the thread is raised here."""
        while (item := self._queue.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            yield item

    def _run(self) -> None:
        try:
            for step in self._steps:
                self._put((step, self._make(step)))
                if self._closing.is_set():
                    return
            self._put(None)
        except BaseException as error:
            self._put(error)

    def _put(self, item: tuple[int, Batch] | BaseException | None) -> None:
        while not self._closing.is_set():
            try:
                return self._queue.put(item, timeout=0.2)
            except queue.Full:
                continue
