"""Threads that share out the work of an analysis: whoever would have to wait does what is still to be done.

Stages behind one another take unequally long, and how unequally depends on the recording: in small pictures
the networks take most, in large ones decoding. With a thread for each stage most of them would wait for the
slowest. So no thread has a stage of its own.
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
    more : int
        Threads beside the one that asks for results, which helps whenever it waits.

    Attributes
    ----------
    changed : Condition
        Held while something changes that others wait for; see `wait`.
    """

    def __init__(self, more: int = 0) -> None:
        self.changed = threading.Condition()
        self._tasks: deque[_Task[Any]] = deque()
        self._closing = False
        self._more = [threading.Thread(target=self._help, name="hand", daemon=True) for _ in range(more)]

    def __enter__(self) -> Hands:
        for thread in self._more:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with self.changed:
            self._closing = True
            self._tasks.clear()
            self.changed.notify_all()
        for thread in self._more:
            thread.join()

    def begin(self, do: Callable[[], T], *, first: bool = False) -> Callable[[], T]:
        """Let something be done by whoever is free, the oldest first.

        Parameters
        ----------
        do : callable
            Is called once, in any thread, beside others.
        first : bool
            Before everything else, because much waits for it.

        Returns
        -------
        callable
            Waits for it and returns what `do` returned, or raises what it raised.
        """
        task = _Task(do)
        with self.changed:
            if first:
                self._tasks.appendleft(task)
            else:
                self._tasks.append(task)
            self.changed.notify_all()

        def result() -> T:
            self.wait(lambda: task.done)
            return task.result()

        return result

    def wait(self, ready: Callable[[], bool]) -> None:
        """Do what was begun until something is so; sleep where nothing is to be done.

        Parameters
        ----------
        ready : callable
            Tells whether it is so; asked with `changed` held, after every notification.
        """
        while True:
            with self.changed:
                while not (is_ready := ready()) and not self._tasks:
                    self.changed.wait()
                if is_ready:
                    return
                task = self._tasks.popleft()
            task.run()
            with self.changed:
                task.done = True
                self.changed.notify_all()

    def _help(self) -> None:
        self.wait(lambda: self._closing)
