"""How far a batch is, in one line: recordings done, time left of all, and the share of those that run."""

from __future__ import annotations

import time

from au_studio.jobs.console import clock

_SHOWN = 4
"""So many of the recordings that run are named."""
_FIRST_SECONDS = 3.0
"""Before, a pace is worth nothing."""


class BatchProgress:
    """Measures the pace of a batch in bytes: how many frames a recording has is known only once it is read.

    Parameters
    ----------
    sizes : dict of int to int
        Bytes of every recording that is to be analysed, by its number.
    total : int
        Recordings in all, with those that are done already.
    """

    def __init__(self, sizes: dict[int, int], total: int) -> None:
        # A recording of no bytes is read in no time, but it is there.
        self._sizes = {number: max(1, size) for number, size in sizes.items()}
        self._total = total
        self._done = total - len(sizes)
        self._finished: set[int] = set()
        self._running: dict[int, tuple[str, float]] = {}
        self._restored: dict[int, float] = {}
        self._by_stretches = False
        self._began, self._before = time.monotonic(), 0.0
        self._moving = False

    def by_stretches(self) -> None:
        """Take in that shares come seldom and after much work: the pace is that since the beginning."""
        self._by_stretches = True

    def running(self, number: int, name: str, share: float) -> None:
        """Take in how much of a recording is done, 0 to 1; the first share was there before."""
        self._restored.setdefault(number, share)
        self._running[number] = (name, share)
        if not (self._moving or self._by_stretches) and share > self._restored[number]:
            # Only now: until the first frames come, libraries and networks are loaded, once for all.
            self._moving = True
            self._began, self._before = time.monotonic(), self._worked()

    def finished(self, number: int) -> None:
        """Take in that a recording has ended, however it did."""
        self._running.pop(number, None)
        if number not in self._finished:
            self._finished.add(number)
            self._done += 1

    def fraction(self) -> float:
        """Return how much of what this run had to do is done, 0 to 1, by the bytes of the recordings."""
        all_bytes = sum(self._sizes.values())
        return self._past() / all_bytes if all_bytes else 1.0

    def _past(self) -> float:
        past = float(sum(self._sizes[number] for number in self._finished))
        return past + sum(self._sizes[number] * share for number, (_, share) in self._running.items())

    def seconds_left(self) -> float | None:
        """Return how long the rest takes at the pace so far; None while nothing can be said."""
        all_bytes, worked = sum(self._sizes.values()), self._worked() - self._before
        elapsed = time.monotonic() - self._began
        if elapsed < _FIRST_SECONDS or worked <= 0:
            return None
        return elapsed * (all_bytes - self._past()) / worked

    def _worked(self) -> float:
        """Return the bytes that this run has been through."""
        return self._past() - sum(self._sizes[number] * share for number, share in self._restored.items())

    def line(self) -> str:
        """Return the line."""
        parts = [f"{self._done} of {self._total} recordings"]
        left = self.seconds_left()
        if left is not None:
            parts[0] += f", {clock(left)} left"
        shown = list(self._running.values())[:_SHOWN]
        parts += [f"{name} {share:.0%}" for name, share in shown]
        if len(self._running) > _SHOWN:
            parts.append(f"and {len(self._running) - _SHOWN} more")
        return " | ".join(parts)
