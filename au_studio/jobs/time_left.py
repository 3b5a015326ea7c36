"""How long a job still takes: measured where it can be, expected where it has not begun."""

from __future__ import annotations

from collections.abc import Mapping

from au_studio.jobs.protocol import Progress

_FEWEST_STEPS = 3
"""Steps before a pace is worth anything."""


class Tempo:
    """How much slower (or quicker) a device is than expected, for each kind of work that was timed on it."""

    def __init__(self) -> None:
        self._factors: dict[str, float] = {}

    def note(self, kind: str, measured: float, expected: float) -> None:
        """Remember how long work took that was expected to take `expected` seconds."""
        if expected > 0:
            self._factors[kind] = measured / expected

    def seconds(self, expected: Mapping[str, float]) -> float:
        """Return how long work takes that is expected to take so many seconds, per kind."""
        return sum(seconds * self._factors.get(kind, 1.0) for kind, seconds in expected.items())


class TimeLeft:
    """Estimates the time left of one job from its progress.

    Parameters
    ----------
    tempo : Tempo
        Of the device; it learns from what is measured here.
    """

    def __init__(self, tempo: Tempo) -> None:
        self._tempo = tempo
        self._at: tuple[str, int, float | None] | None = None
        self._began, self._first = 0.0, 0

    def seconds_left(self, event: Progress, now: float) -> float | None:
        """Return the time left of the whole job, or None when nothing is known of the part that runs.

        Parameters
        ----------
        event : Progress
            How far it is; `later` are the parts to come.
        now : float
            Seconds of a steady clock.
        """
        at = (event.part, event.total, event.expected)
        if at != self._at:
            self._at, self._began, self._first = at, now, event.done
        passed, done = now - self._began, event.done - self._first
        if event.total > 0 and done >= _FEWEST_STEPS:
            pace = passed / done
            if event.expected:
                self._tempo.note(event.part, pace * event.total, event.expected)
            here = pace * (event.total - event.done)
        elif event.expected is not None:
            share = 1 - event.done / event.total if event.total > 0 else 1.0
            here = max(0.0, share * self._tempo.seconds({event.part: event.expected}) - passed)
        else:
            return None
        return here + self._tempo.seconds(event.later)
