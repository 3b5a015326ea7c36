"""Random numbers that follow from a key each: what one run of crops gets depends on no other run.

A generator of numpy's gives numbers one after the other, so that those of a run depend on how many came
before. Here every number is a hash of its key and of how many were asked for already.

References
----------
Steele, Lea & Flood (2014), "Fast splittable pseudorandom number generators", OOPSLA (the mixing function
SplitMix64).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Shape = int | tuple[int, int]

_STEP = 0x9E3779B97F4A7C15
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)


def mixed(keys: npt.ArrayLike, number: int) -> npt.NDArray[np.uint64]:
    """Return a hash of each key (int ≥ 0) and a number, uint64."""
    x = np.asarray(keys).astype(np.uint64) + np.uint64(number * _STEP % 2**64)
    x = (x ^ (x >> np.uint64(30))) * _FIRST
    x = (x ^ (x >> np.uint64(27))) * _SECOND
    result: npt.NDArray[np.uint64] = x ^ (x >> np.uint64(31))
    return result


class KeyedNumbers:
    """Stands in for `numpy.random.Generator` where one row of numbers is drawn for each key.

    Every method's shape is that of the keys, n, or (n, columns).

    Parameters
    ----------
    keys : int [n]
        At least 0.
    """

    def __init__(self, keys: npt.ArrayLike) -> None:
        # Mixed once: neighbouring keys must not have neighbouring numbers.
        self._keys = mixed(keys, 1)
        self._drawn = 0

    def random(self, shape: Shape) -> Floats:
        """Return numbers in (0, 1)."""
        columns = [self._column() for _ in range(1 if isinstance(shape, int) else shape[1])]
        return columns[0] if isinstance(shape, int) else np.stack(columns, axis=1)

    def uniform(self, low: float, high: float, shape: Shape) -> Floats:
        """Return numbers between `low` and `high`."""
        return low + (high - low) * self.random(shape)

    def normal(self, mean: float, sd: float, shape: Shape) -> Floats:
        """Return normally distributed numbers."""
        from scipy.special import ndtri  # noqa: PLC0415  # see au_studio.stats.bootstrap

        numbers: Floats = mean + sd * ndtri(self.random(shape))
        return numbers

    def integers(self, low: int, high: int, shape: Shape) -> npt.NDArray[np.int64]:
        """Return whole numbers from `low` to `high` - 1."""
        return np.floor(self.uniform(low, high, shape)).astype(np.int64)

    def choice(self, n: int, shape: Shape, p: npt.ArrayLike) -> npt.NDArray[np.int64]:
        """Return numbers from 0 to `n` - 1, with the probabilities `p`."""
        ends = np.cumsum(p)[: n - 1]
        return np.searchsorted(ends, self.random(shape), side="right")

    def _column(self) -> Floats:
        self._drawn += 1
        bits = mixed(self._keys, self._drawn) >> np.uint64(11)
        return (bits.astype(np.float64) + 0.5) / 2.0**53
