"""The loss of stage 2: squared error at rated frames only."""

from __future__ import annotations

from torch import Tensor


def masked_squared_error(
    predicted: Tensor, target: Tensor, mask: Tensor, weights: Tensor | None = None
) -> Tensor:
    """Return the mean squared error over rated cells.

    ``L = Σ m (ŷ - y)² / max(1, Σ m)``: frames without ratings give temporal context in the forward pass, but
    no gradient starts at them (back-propagation through time with respect to the rated outputs only).

    Parameters
    ----------
    predicted, target, mask : Tensor
        [B, T, A]; `predicted` raw, not clamped to the scale; `mask` 1 where rated, else 0.
    weights : Tensor, optional
        [A]: how much each action unit counts; 1 if absent.
    """
    error = (predicted.float() - target).square() * mask
    if weights is not None:
        error = error * weights
    return error.sum() / mask.sum().clamp_min(1)
