"""Fit how far off a trained network is expected to be, on persons that it has not learned from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from au_studio.nn.expected_error import KNOTS, LEVELS, ExpectedErrors

Array = npt.NDArray[np.float64]

_SHRINKAGE = 100.0  # frames: neighbours in time tell the same, so a hundred of them are a few observations
_FEWEST_FOR_OWN_SPREAD = 1000
_SMALLEST = 0.02  # steps of the scale: no prediction is surer than that


def fit_expected_errors(
    truth: npt.ArrayLike,
    predicted: npt.ArrayLike,
    persons: npt.ArrayLike,
    aus: Sequence[int],
    groups: str = "persons",
) -> ExpectedErrors:
    """Fit how far off predictions are, from frames of persons outside of the training.

    Every person counts the same. Where an action unit has few frames at an intensity, it is drawn to what all
    units together say there, scaled to its own error; one with hardly any label, to the error of all.

    Parameters
    ----------
    truth, predicted : float [N, A]
        NaN truth does not count.
    persons : array [N]
    aus : sequence of int
        Action units of the columns.
    groups : str
        What `persons` tells apart, in words: it may be recordings, where nobody said who is in them.

    Raises
    ------
    ValueError
        If no frame has a label.
    """
    y, p = np.asarray(truth, float), np.asarray(predicted, float)
    known = np.isfinite(y) & np.isfinite(p)
    if not known.any():
        raise ValueError("No frame has a label to compare with.")
    names, member, counts = np.unique(np.asarray(persons), return_inverse=True, return_counts=True)
    weight = (len(member) / (len(names) * counts[member]))[:, None] * known
    squared = np.where(known, y - p, 0.0) ** 2
    sd = _rows(_by_intensity(np.where(known, p, 0.0), squared, weight))
    scaled = np.abs(np.where(known, y - p, np.nan)) / ExpectedErrors(tuple(aus), sd, ()).expected_error(p)
    told = f"{int(known.any(axis=1).sum())} frames of {len(names)} {groups}"
    return ExpectedErrors(tuple(aus), sd, _rows(_spread(scaled, weight)), told)


def _by_intensity(predicted: Array, squared: Array, weight: Array) -> Array:
    """Return the root of the expected squared error [A, K] at the knots."""
    near = np.stack([np.interp(predicted, KNOTS, row) for row in np.eye(len(KNOTS))], axis=-1)
    mass = np.einsum("nak,na->ak", near, weight)
    total = np.einsum("nak,na->ak", near, weight * squared)
    everything = total.sum() / max(float(mass.sum()), 1e-9)
    few = _SHRINKAGE / 5
    overall = (total.sum(axis=1) + few * everything) / (mass.sum(axis=1) + few)
    # What all units say at this intensity, each measured in its own overall error.
    relative = (total / np.maximum(overall, 1e-9)[:, None]).sum(axis=0)
    prior = (relative + _SHRINKAGE) / (mass.sum(axis=0) + _SHRINKAGE)
    expected = (total + _SHRINKAGE * overall[:, None] * prior) / (mass + _SHRINKAGE)
    return np.asarray(np.maximum(np.sqrt(expected), _SMALLEST))


def _spread(scaled: Array, weight: Array) -> Array:
    """Return the weighted quantiles of scaled errors [A, L]; those of all units where one has few frames."""
    pooled = _quantiles(scaled.ravel(), weight.ravel())
    rows = [
        _quantiles(scaled[:, a], weight[:, a])
        if np.isfinite(scaled[:, a]).sum() >= _FEWEST_FOR_OWN_SPREAD
        else pooled
        for a in range(scaled.shape[1])
    ]
    return np.stack(rows)


def _quantiles(values: Array, weight: Array) -> Array:
    known = np.isfinite(values)
    order = np.argsort(values[known])
    reached = np.cumsum(weight[known][order])
    return np.asarray(np.interp(np.array(LEVELS) * reached[-1], reached, values[known][order]))


def _rows(table: Array) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(round(float(v), 5) for v in row) for row in table)
