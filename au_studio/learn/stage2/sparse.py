"""The loss of stage 2: squared error at rated frames only, of the intensities as they are read."""

from __future__ import annotations

import torch
from torch import Tensor

OFF_SCALE = 0.1
"""How much it counts that a raw output lies beyond the end of the scale that was rated, of its distance.

Intensities are clamped to the scale when they are read, so -1 where 0 was rated is no error; pulling it to 0
would shrink all that the network reads of that unit. Not nothing, so that outputs stay near the scale."""


def within_reach(raw: Tensor, target: Tensor, share: float = OFF_SCALE) -> Tensor:
    """Return raw outputs with what lies beyond a rated end of the scale brought near that end.

    Parameters
    ----------
    raw, target : Tensor
        Of the same shape: outputs, not clamped, and intensities in [0, 5].
    share : float
        What is left of the distance from the end: 1 leaves everything as it is, 0 clamps.
    """
    beyond = ((target <= 0) & (raw < 0)) | ((target >= 5) & (raw > 5))
    return torch.where(beyond, target + share * (raw - target), raw)


def masked_squared_error(
    predicted: Tensor, target: Tensor, mask: Tensor, weights: Tensor | None = None
) -> Tensor:
    """Return the mean squared error over rated cells, of outputs brought `within_reach` of the scale.

    ``L = Σ m (ŷ - y)² / max(1, Σ m)``: frames without ratings give temporal context in the forward pass, but
    no gradient starts at them (back-propagation through time with respect to the rated outputs only).

    Parameters
    ----------
    predicted, target, mask : Tensor
        [B, T, A]; `predicted` raw, not clamped to the scale; `mask` 1 where rated, else 0.
    weights : Tensor, optional
        [A]: how much each action unit counts; 1 if absent.
    """
    error = (within_reach(predicted.float(), target) - target).square() * mask
    if weights is not None:
        error = error * weights
    return error.sum() / mask.sum().clamp_min(1)
