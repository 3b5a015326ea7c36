"""Tasks in the order of their turn; to ask about one costs the same however many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from pathlib import Path
from typing import Generic, Protocol, TypeVar


class _Kind(Protocol):
    @property
    def kind(self) -> str: ...


class _Filed(Hashable, Protocol):
    @property
    def file(self) -> Path: ...

    @property
    def job(self) -> _Kind: ...


T = TypeVar("T", bound=_Filed)


class WaitingLine(Generic[T]):
    """Tasks that wait.

    Attributes
    ----------
    held : set
        Those that others pass for now.
    """

    def __init__(self) -> None:
        self._tasks: dict[T, None] = {}
        self._by_file: dict[Path, T] = {}
        self._kinds: Counter[str] = Counter()
        self.held: set[T] = set()

    def __len__(self) -> int:
        return len(self._tasks)

    def __iter__(self) -> Iterator[T]:
        return iter(self._tasks)

    def __contains__(self, task: object) -> bool:
        return task in self._tasks

    def of_file(self, file: Path) -> T | None:
        """Return the task that this file describes, or None."""
        return self._by_file.get(file)

    def count(self, kind: str) -> int:
        """Return how many are of a kind of job."""
        return self._kinds[kind]

    def append(self, task: T) -> None:
        """Put a task at the end."""
        self._tasks[task] = None
        self._by_file[task.file] = task
        self._kinds[task.job.kind] += 1

    def put_first(self, task: T) -> None:
        """Put a task before all others."""
        self.append(task)
        self._reorder([task, *(other for other in self._tasks if other is not task)])

    def remove(self, task: T) -> None:
        """Take a task out that waits."""
        del self._tasks[task]
        self._kinds[task.job.kind] -= 1
        self.held.discard(task)
        if self._by_file.get(task.file) is task:
            del self._by_file[task.file]

    def move_up(self, task: T, after: T | None) -> bool:
        """Let a task pass the one before it unless that is `after`; return whether it did."""
        order = list(self._tasks)
        place = order.index(task) if task in self._tasks else 0
        if place == 0 or order[place - 1] is after:
            return False
        order[place - 1], order[place] = task, order[place - 1]
        self._reorder(order)
        return True

    def clear(self) -> list[T]:
        """Take all out, and return them."""
        tasks = list(self._tasks)
        for task in tasks:
            self.remove(task)
        return tasks

    def _reorder(self, order: Iterable[T]) -> None:
        self._tasks = dict.fromkeys(order)
