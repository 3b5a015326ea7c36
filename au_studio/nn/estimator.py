"""What an analysis asks of a network, whatever runs it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

T = TypeVar("T")


class Begin(Protocol):
    """Lets something be done by whoever is free; what it returns waits for the result."""

    def __call__(self, do: Callable[[], T], /) -> Callable[[], T]:
        """Return what waits for what `do` returns."""
        ...


def when_wanted(do: Callable[[], T], /) -> Callable[[], T]:
    """Let something be done when its result is asked for, once; a `Begin`."""
    return do


class Estimator(Protocol):
    """Estimates the intensities of one stream of face crops after the other, causally."""

    @property
    def aus(self) -> tuple[int, ...]:
        """Action units in the order of the columns."""
        ...

    @property
    def crop_size(self) -> int:
        """Side of the crops, px."""
        ...

    @property
    def engine(self) -> str:
        """What runs the heaviest part of the network, with its version."""
        ...

    @property
    def device_words(self) -> str:
        """Where the network runs, in words."""
        ...

    @property
    def memory(self) -> dict[str, Any]:
        """What is remembered of earlier frames, in arrays; put back, the next frame follows on them."""
        ...

    @memory.setter
    def memory(self, memory: Mapping[str, Any]) -> None: ...

    def reset(self) -> None:
        """Forget the past: the next frame starts anew."""
        ...

    def ahead(self, crops: npt.NDArray[np.uint8], restart: npt.NDArray[np.bool_], begin: Begin) -> Any:
        """Begin what the next crops give by themselves, before those before them were estimated.

        Parameters
        ----------
        crops : ndarray of uint8
            RGB, [T, S, S, 3].
        restart : ndarray of bool
            [T], True where a face track starts anew.
        begin : Begin
            What the parts of it are handed to.

        Returns
        -------
        object
            For the call with these very crops; crops are estimated in the order in which they were begun.
        """
        ...

    def __call__(
        self, crops: npt.NDArray[np.uint8], restart: npt.NDArray[np.bool_], begun: Any = None
    ) -> npt.NDArray[np.float32]:
        """Return intensities in [0, 5], [T, A], of the next RGB crops [T, S, S, 3].

        `restart` [T] is True where a face track starts anew; `begun` is what `ahead` returned of these crops,
        without which everything is done now.
        """
        ...

    @property
    def has_rest(self) -> bool:
        """Whether the model measures from a person's rest; what follows needs one that does."""
        ...

    def traced(
        self, crops: npt.NDArray[np.uint8], restart: npt.NDArray[np.bool_], begun: Any = None
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Return what a call returns, and the frames' traces: whatever another rest needs, float32 [T, D]."""
        ...

    def trace_parts(
        self, traces: npt.NDArray[np.float32]
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Return how much frames count as calm, [T], and what has a rest in them, [T, Q]."""
        ...

    @property
    def corner_directions(self) -> npt.NDArray[np.float32]:
        """What takes the first K numbers that have a rest, less that rest, to the corners of the mouth.

        Returns
        -------
        ndarray of float32
            [K, 2], see `au_studio.nn.lip_corners.corner_directions`.
        """
        ...

    def read_traces(
        self, traces: npt.NDArray[np.float32], total: npt.NDArray[np.float32], weight: float
    ) -> npt.NDArray[np.float32]:
        """Return intensities in [0, 5], [T, A], measured from one rest for all of the frames.

        Parameters
        ----------
        traces : ndarray of float32
            [T, D], of `traced`.
        total : ndarray of float32
            Sum of calm weight times what has a rest over the frames that the rest is made of, [Q].
        weight : float
            Sum of these weights; 0: the rest is that of people on average.
        """
        ...
