"""Threads that share out the work of an analysis: whoever would have to wait does what is still to be done.

Stages behind one another take unequally long, so that with a thread for each most of them wait for the
slowest. What depends on no other frame (the networks that see one crop alone) is therefore put where any of
the threads finds it.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class _Task(Generic[T]):
    """Something to be done once, by any thread."""

    def __init__(self, do: Callable[[], T]) -> None:
        self._do = do
        self._found: list[T] = []
        self._error: BaseException | None = None
        self.done = False

    def run(self) -> None:
        try:
            self._found.append(self._do())
        except BaseException as error:
            self._error = error

    def result(self) -> T:
        if self._error is not None:
            raise self._error
        return self._found[0]


class Hands:
    """Threads that do what was begun; use as a context manager, so that they end.

    Parameters
    ----------
    spare : int
        Threads that do nothing else. Without any, those that `wait` do everything.
    """

    def __init__(self, spare: int = 0) -> None:
        self._changed = threading.Condition()
        self._tasks: deque[_Task[Any]] = deque()
        self._closing = False
        self._spare = [threading.Thread(target=self._help, name="hand", daemon=True) for _ in range(spare)]

    def __enter__(self) -> Hands:
        for thread in self._spare:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing = True
        self._tasks.clear()
        self.tell()
        for thread in self._spare:
            thread.join()

    def begin(self, do: Callable[[], T]) -> Callable[[], T]:
        """Let something be done by whoever is free, the oldest first.

        Parameters
        ----------
        do : callable
            Is called once, in any thread, beside others.

        Returns
        -------
        callable
            Waits for it and returns what `do` returned, or raises what it raised.
        """
        task = _Task(do)
        with self._changed:
            self._tasks.append(task)
            self._changed.notify_all()

        def result() -> T:
            self.wait(lambda: task.done)
            return task.result()

        return result

    def wait(self, ready: Callable[[], bool]) -> None:
        """Do what was begun until something is so; sleep where nothing is to be done.

        Parameters
        ----------
        ready : callable
            Tells whether it is so; asked again after every `tell` and with nothing else held.
        """
        while True:
            with self._changed:
                while not (is_ready := ready()) and not self._tasks:
                    self._changed.wait()
                if is_ready:
                    return
                task = self._tasks.popleft()
            task.run()
            with self._changed:
                task.done = True
                self._changed.notify_all()

    def tell(self) -> None:
        """Let all who wait look again."""
        with self._changed:
            self._changed.notify_all()

    def _help(self) -> None:
        self.wait(lambda: self._closing)
