"""A test of two conditions that exchanges persons: it assumes that nothing depends on the condition."""

from __future__ import annotations

import itertools
import math

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

MOST = 10_000
"""Up to so many permutations all are looked at; above, one less than this are drawn."""
_EQUAL = 1e-12


def permutation_p(
    first: npt.ArrayLike, second: npt.ArrayLike, *, paired: bool, seed: int = 0
) -> list[tuple[float, bool, float]]:
    """Test whether the means of two conditions differ, two-sided; the unit is the person.

    Paired: the signs of the persons' differences are flipped. Independent: persons are given to the
    conditions anew, in their numbers.

    Parameters
    ----------
    first, second : float [P, K]
        K values of P persons in each condition; NaN where there is none.
    paired : bool
        Who lacks one of the two is left out; otherwise, a value that some person has in both conditions
        cannot be tested.
    seed : int
        Makes drawn permutations repeatable.

    Returns
    -------
    list of (float, bool, float)
        Of each value: p (NaN where there is nothing to test, or nothing varies), whether every permutation
        was looked at, and the smallest p that so few persons can give.

    References
    ----------
    Phipson & Smyth (2010), Stat. Appl. Genet. Mol. Biol. 9:39 (why a drawn p is never 0).
    """
    one, two = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    return [
        _paired(one[:, k], two[:, k], seed) if paired else _independent(one[:, k], two[:, k], seed)
        for k in range(one.shape[1])
    ]


def _paired(one: Array, two: Array, seed: int) -> tuple[float, bool, float]:
    differences = two - one
    differences = differences[np.isfinite(differences)]
    n = len(differences)
    if n < 2 or not np.any(np.abs(differences) > _EQUAL):
        return math.nan, False, math.nan
    exact = 2**n <= MOST
    if exact:
        signs = np.array(list(itertools.product((1.0, -1.0), repeat=n)))
    else:
        drawn = np.random.default_rng(seed).integers(0, 2, size=(MOST - 1, n)) * 2.0 - 1.0
        signs = np.concatenate([np.ones((1, n)), drawn])
    return _share(signs @ differences), exact, 2 / 2**n if exact else 1 / MOST


def _independent(one: Array, two: Array, seed: int) -> tuple[float, bool, float]:
    in_one, in_two = np.isfinite(one), np.isfinite(two)
    n_one, n_two = int(in_one.sum()), int(in_two.sum())
    values = np.concatenate([one[in_one], two[in_two]])
    if (in_one & in_two).any() or not n_one or not n_two or np.ptp(values) <= _EQUAL:
        return math.nan, False, math.nan
    n = n_one + n_two
    ways = math.comb(n, n_one)
    exact = ways <= MOST
    if exact:
        chosen = np.array(list(itertools.combinations(range(n), n_one)))
    else:
        generator = np.random.default_rng(seed)
        drawn = np.argsort(generator.random((MOST - 1, n)), axis=1)[:, :n_one]
        chosen = np.concatenate([np.arange(n_one)[None], drawn])
    sums = values[chosen].sum(axis=1)
    least = (2 if n_one == n_two else 1) / ways if exact else 1 / MOST
    return _share((values.sum() - sums) / n_two - sums / n_one), exact, least


def _share(statistics: Array) -> float:
    """Return the share of permutations that are as far from 0 as the first, which is what was seen."""
    seen = abs(float(statistics[0]))
    return float(np.mean(np.abs(statistics) >= seen - _EQUAL * max(seen, 1.0)))
