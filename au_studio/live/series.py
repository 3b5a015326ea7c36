"""Intensities of one recording while they grow: values per frame, and block peaks for fast drawing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

BLOCK = 16
"""Frames per block of the peak index."""


class Curves(Protocol):
    """What can be drawn: values per frame and column, whole or as the lowest and highest of stretches."""

    @property
    def empty(self) -> bool:
        """Whether there is no value at all."""
        ...

    def window(self, start: int, stop: int) -> NDArray[np.float32]:
        """Return the values of frames `start` to `stop` (exclusive), float32 ``[N, A]``."""
        ...

    def peaks(self, edges: NDArray[np.int64]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return the lowest and highest value between neighbouring edges; see `Series.peaks`."""
        ...


class Series:
    """Float values per frame and column, NaN where there is none, with minima and maxima per block.

    Parameters
    ----------
    n_frames : int
        T, frames of the recording.
    n_columns : int
        A, action units.

    Attributes
    ----------
    values : float32[T, A]
        The values; write through :meth:`put` only.
    """

    def __init__(self, n_frames: int, n_columns: int) -> None:
        self.values = np.full((n_frames, n_columns), np.nan, dtype=np.float32)
        n_blocks = -(-n_frames // BLOCK)
        self._low = np.full((n_blocks, n_columns), np.nan, dtype=np.float32)
        self._high = np.full((n_blocks, n_columns), np.nan, dtype=np.float32)

    def put(self, start: int, values: NDArray[np.float32]) -> None:
        """Set a run of frames, float32 ``[N, A]``, from frame `start` on."""
        stop = start + len(values)
        self.values[start:stop] = values
        first, last = start // BLOCK, -(-stop // BLOCK)
        chunk = self.values[first * BLOCK : last * BLOCK]
        if len(chunk):
            edges = np.arange(0, len(chunk), BLOCK)
            self._low[first:last] = np.fmin.reduceat(chunk, edges, axis=0)
            self._high[first:last] = np.fmax.reduceat(chunk, edges, axis=0)

    def put_at(self, positions: NDArray[np.int64], values: NDArray[np.float32]) -> None:
        """Set single frames, float32 ``[N, A]``, at rising `positions`, int64 ``[N]``."""
        if len(positions):
            start = int(positions[0])
            run = self.values[start : int(positions[-1]) + 1].copy()
            run[positions - start] = values
            self.put(start, run)

    def clear(self, start: int, stop: int) -> None:
        """Forget the values of frames `start` to `stop` (exclusive)."""
        if not self.empty and np.isfinite(self.values[start:stop]).any():
            self.put(start, np.full((stop - start, self.values.shape[1]), np.nan, dtype=np.float32))

    @property
    def empty(self) -> bool:
        """Whether there is no value at all."""
        return bool(np.isnan(self._high).all())

    def window(self, start: int, stop: int) -> NDArray[np.float32]:
        """Return the values of frames `start` to `stop` (exclusive), float32 ``[N, A]``."""
        return self.values[start:stop]

    def peaks(self, edges: NDArray[np.int64]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return the lowest and highest value between neighbouring edges.

        Parameters
        ----------
        edges : int64[C + 1]
            Frame numbers, rising; bin c holds the frames ``edges[c]`` to ``edges[c + 1]`` (exclusive). Bins
            of more than two blocks are rounded to whole blocks.

        Returns
        -------
        low, high : float32[C, A]
            NaN where a bin has no value.
        """
        span = int(edges[-1] - edges[0])
        if span > 2 * BLOCK * (len(edges) - 1):
            return _reduce(self._low, self._high, edges // BLOCK)
        return _reduce(self.values, self.values, edges)


class MappedCurves:
    """A series seen through a function of its values; nothing is stored twice.

    Parameters
    ----------
    series : Series
    change : callable
        From values [N, A] to values [N, A], each column by itself, never falling: lowest and highest values
        are then those of the changed series, too.
    """

    def __init__(self, series: Series, change: Callable[[NDArray[np.float32]], NDArray[np.float32]]) -> None:
        self._series, self._change = series, change

    @property
    def empty(self) -> bool:
        """Whether there is no value at all."""
        return self._series.empty

    def window(self, start: int, stop: int) -> NDArray[np.float32]:
        """Return the changed values of frames `start` to `stop` (exclusive), float32 ``[N, A]``."""
        return self._change(self._series.window(start, stop))

    def peaks(self, edges: NDArray[np.int64]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return the lowest and highest changed value between neighbouring edges; see `Series.peaks`."""
        low, high = self._series.peaks(edges)
        return self._change(low), self._change(high)


def _reduce(
    low: NDArray[np.float32], high: NDArray[np.float32], edges: NDArray[np.int64]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    begin, end = int(edges[0]), min(int(edges[-1]), len(low))
    shape = (len(edges) - 1, low.shape[1])
    lows, highs = np.full(shape, np.nan, np.float32), np.full(shape, np.nan, np.float32)
    filled = (edges[1:] > edges[:-1]) & (edges[:-1] < end)
    starts = edges[:-1][filled] - begin
    if len(starts):
        lows[filled] = np.fmin.reduceat(low[begin:end], starts, axis=0)
        highs[filled] = np.fmax.reduceat(high[begin:end], starts, axis=0)
    return lows, highs
