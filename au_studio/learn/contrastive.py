"""The loss of stage 1: predicted features must be found among the true ones (Dense Predictive Coding)."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional


@dataclass(frozen=True)
class ContrastiveOptions:
    """Variants of the contrastive loss; the defaults are plain DPC.

    Attributes
    ----------
    normalise : bool
        Compare directions (L2-normalised features) instead of dot products.
    temperature : float
        Divides the similarities.
    stop_gradient : bool
        Do not train the encoder through the targets.
    """

    normalise: bool = False
    temperature: float = 1.0
    stop_gradient: bool = False


@dataclass(frozen=True)
class Retrieval:
    """How well predictions find their targets, as fractions of predicted cells.

    Attributes
    ----------
    top1 : float
        The best match is the right sample, step and cell.
    clip, cell, step : float
        The best match is in the right clip; at the right cell; at the right time step. Chance for the step is
        one over the number of predicted steps: telling *when* is the hard part.
    """

    top1: float
    clip: float
    cell: float
    step: float


def contrastive_loss(
    predicted: Tensor, target: Tensor, options: ContrastiveOptions | None = None
) -> tuple[Tensor, Retrieval]:
    """Cross-entropy of finding each predicted cell's own target among all targets of the batch.

    Parameters
    ----------
    predicted, target : Tensor
        [B, P, C, H, W]: P predicted steps; `target` is the encoder's output before ReLU.
    options : ContrastiveOptions, optional
        Plain DPC if absent.

    Returns
    -------
    loss : Tensor
        Scalar. Its value for a guess is log(B·P·H·W).
    retrieval : Retrieval
        Where the best matches lie.
    """
    options = options or ContrastiveOptions()
    _, steps, _, height, width = predicted.shape
    p = predicted.permute(0, 1, 3, 4, 2).flatten(0, 3).float()
    q = target.permute(0, 1, 3, 4, 2).flatten(0, 3).float()
    if options.stop_gradient:
        q = q.detach()
    if options.normalise:
        p, q = functional.normalize(p, dim=1), functional.normalize(q, dim=1)
    similarity = p @ q.T / options.temperature
    own = torch.arange(len(p), device=p.device)
    loss = functional.cross_entropy(similarity, own)
    best = similarity.detach().argmax(dim=1)
    cells = height * width

    def share(same: Tensor) -> float:
        return float(same.float().mean())

    return loss, Retrieval(
        top1=share(best == own),
        clip=share(best // (steps * cells) == own // (steps * cells)),
        cell=share(best % cells == own % cells),
        step=share(best // cells % steps == own // cells % steps),
    )
