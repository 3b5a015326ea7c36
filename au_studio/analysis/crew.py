"""The threads that work on one recording: its stages, and whoever lends a hand."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import TypeVar

from au_studio.analysis.drawn_ahead import DrawnAhead, drawn_here
from au_studio.analysis.hands import Hands
from au_studio.analysis.threads import Threads
from au_studio.nn.estimator import Begin, when_wanted

T = TypeVar("T")


class Crew:
    """Use as a context manager, so that its threads end.

    Parameters
    ----------
    threads : Threads
        How many there are.
    """

    def __init__(self, threads: Threads) -> None:
        self._apart = threads.apart
        self._hands = Hands(threads.hands)

    def __enter__(self) -> Crew:
        self._hands.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._hands.__exit__(*error)

    @property
    def begin(self) -> Begin:
        """What is handed over what no frame has to wait for another for."""
        return self._hands.begin if self._apart else when_wanted

    def drawn(
        self, make: Callable[[], Iterator[T]], stage: int, depth: int
    ) -> contextlib.AbstractContextManager[Iterator[T]]:
        """Iterate over what a stage gives, in a thread of its own where there is one.

        Parameters
        ----------
        make : callable
            Returns the iterator.
        stage : int
            1 the last that has a thread of its own, 2 the one before it.
        depth : int
            How many items may wait.
        """
        return DrawnAhead(make, depth, self._hands) if self._apart >= stage else drawn_here(make)
