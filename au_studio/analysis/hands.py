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
        self.begun = self.done = False

    def run(self) -> None:
        """Do it; what is no mere error, as Ctrl+C, goes on to whoever runs it, too."""
        self.begun = True
        try:
            self._found.append(self._do())
        except BaseException as error:
            self._error = error
            if not isinstance(error, Exception):
                raise

    def result(self) -> T:
        if self._found:
            return self._found[0]
        raise self._error or KeyboardInterrupt


class Hands:
    """Threads that do what was begun; use as a context manager, so that they end.

    Parameters
    ----------
    more : int
        Threads beside the one that asks for results, which helps whenever it waits.

    Attributes
    ----------
    lock, changed : RLock, Condition
        Held while something changes that others wait for, and told of it; see `wait`.
    """

    def __init__(self, more: int = 0) -> None:
        # Ctrl+C may come right after `Condition.__enter__` has the lock, which nobody would give back then.
        self.lock = threading.RLock()
        self.changed = threading.Condition(self.lock)
        self._tasks: deque[_Task[Any]] = deque()
        self._closing = False
        self._more = [threading.Thread(target=self._help, name="hand", daemon=True) for _ in range(more)]

    def __enter__(self) -> Hands:
        for thread in self._more:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with self.lock:
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
        with self.lock:
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
            Tells whether it is so; asked with `lock` held, after every notification.
        """
        while True:
            task = None
            # Ctrl+C reaches the first thread anywhere in here, and nothing that others wait for may be lost.
            try:
                with self.lock:
                    while not (is_ready := ready()) and not self._tasks:
                        self.changed.wait()
                    if is_ready:
                        return
                    task = self._tasks[0]
                    self._tasks.popleft()
                task.run()
            finally:
                if task is not None:
                    self._put_down(task)

    def _put_down(self, task: _Task[Any]) -> None:
        """Say that a task is done, or leave it to others when it was not begun."""
        with self.lock:
            task.done = task.begun
            if not task.begun and task not in self._tasks:
                self._tasks.appendleft(task)
            self.changed.notify_all()

    def _help(self) -> None:
        self.wait(lambda: self._closing)
