"""How long a job still takes: measured where it can be, expected where it has not begun."""

from __future__ import annotations

import math
from collections.abc import Mapping

from au_studio.jobs.protocol import Progress

_FEWEST_STEPS = 3
"""Steps before a pace is worth anything."""
_QUICKEST = 0.4
"""How much quicker than expected other kinds of work are taken to be: small videos are cut in no time, and
say nothing of networks."""


class Tempo:
    """How much slower (or quicker) a device is than expected, for each kind of work that was timed on it."""

    def __init__(self) -> None:
        self._factors: dict[str, float] = {}

    @property
    def timed(self) -> bool:
        """Whether any work was timed yet."""
        return bool(self._factors)

    def note(self, kind: str, measured: float, expected: float) -> None:
        """Remember how long work took that was expected to take `expected` seconds."""
        if expected > 0 and measured > 0:
            self._factors[kind] = measured / expected

    def seconds(self, expected: Mapping[str, float]) -> float:
        """Return how long work takes that is expected to take so many seconds, per kind.

        What was not timed yet is taken to be as much slower than expected as what was, or somewhat quicker.
        """
        known = list(self._factors.values())
        usual = math.exp(sum(map(math.log, known)) / len(known)) if known else 1.0
        other = max(usual, _QUICKEST)
        return sum(seconds * self._factors.get(kind, other) for kind, seconds in expected.items())


class TimeLeft:
    """Estimates the time left of one job from its progress, and how much of the whole of it is done.

    Parameters
    ----------
    tempo : Tempo
        Of the device; it learns from what is measured here.

    Attributes
    ----------
    whole : Whole
        How much of all parts of the job is done.
    """

    def __init__(self, tempo: Tempo) -> None:
        self._tempo = tempo
        self._at: tuple[str, int, float | None] | None = None
        self._began, self._first = 0.0, 0
        self._foreseen: float | None = None
        self.whole = Whole()

    def seconds_left(self, event: Progress, now: float) -> float | None:
        """Return the time left of the whole job, or None when nothing is known of the part that runs.

        Parameters
        ----------
        event : Progress
            How far it is; `later` are the parts to come.
        now : float
            Seconds of a steady clock.
        """
        left = self._seconds_left(event, now)
        if event.part:
            self.whole.note(left, now)
        elif event.total:
            self.whole.reach(event.done / event.total)
        return left

    def _seconds_left(self, event: Progress, now: float) -> float | None:
        at = (event.part, event.total, event.expected)
        if at != self._at:
            self._at, self._began, self._first = at, now, event.done
            known = event.expected is not None and self._tempo.timed
            self._foreseen = self._tempo.seconds({event.part: event.expected or 0.0}) if known else None
        passed, done = now - self._began, event.done - self._first
        if event.total > 0 and done >= _FEWEST_STEPS:
            pace = passed / done
            if event.expected:
                self._tempo.note(event.part, pace * event.total, event.expected)
            here = pace * (event.total - event.done)
            if self._foreseen is not None:
                # The first steps of a part may be its slowest, since libraries are loaded with them: what
                # other parts let expect counts beside the pace until half of it is done.
                weight = min(1.0, 2 * event.done / event.total)
                here = weight * here + (1 - weight) * self._foreseen * (1 - event.done / event.total)
        elif event.expected is not None:
            share = 1 - event.done / event.total if event.total > 0 else 1.0
            here = share * self._tempo.seconds({event.part: event.expected}) - passed
            here = max(here, share * passed)  # what is overdue may take as long again
        else:
            return None
        return here + self._tempo.seconds(event.later)


class Whole:
    """How much of a long work is done, 0 to 1, by the time that it took and still takes; it never falls."""

    def __init__(self) -> None:
        self._began: float | None = None
        self.fraction = 0.0

    def note(self, left: float | None, now: float) -> None:
        """Take in how long the whole of it still takes (None: not known) at a moment of a steady clock."""
        if self._began is None:
            self._began = now
        passed = now - self._began
        if left is not None and passed + left > 0:
            self.reach(passed / (passed + left))

    def reach(self, fraction: float) -> None:
        """Say that so much is done; less than before is no news."""
        self.fraction = max(self.fraction, min(fraction, 1.0))
