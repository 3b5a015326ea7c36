"""The loss of prediction: predicted features must be found among the true ones (Dense Predictive Coding)."""

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
    top1, top3, top5 : float
        The right sample, step and cell is the best match, or among the best three or five.
    clip, cell, step : float
        The best match is in the right clip; at the right cell; at the right time step. Chance for the step is
        one over the number of predicted steps: telling *when* is the hard part.
    """

    top1: float
    top3: float
    top5: float
    clip: float
    cell: float
    step: float


def contrastive_loss(
    predicted: Tensor, target: Tensor, options: ContrastiveOptions | None = None, first_row: int = 0
) -> tuple[Tensor, Retrieval]:
    """Cross-entropy of finding each predicted cell's own target among all targets of the batch.

    Parameters
    ----------
    predicted : Tensor
        [B, P, C, H, W]: P predicted steps.
    target : Tensor
        [N, P, C, H, W], N ≥ B: the encoder's output before ReLU, of these and perhaps of further rows.
    options : ContrastiveOptions, optional
        Plain DPC if absent.
    first_row : int
        The row of `target` that belongs to the first one of `predicted`.

    Returns
    -------
    loss : Tensor
        Scalar. Its value for a guess is log(N·P·H·W).
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
    cells = height * width
    own = torch.arange(len(p), device=p.device) + first_row * steps * cells
    loss = functional.cross_entropy(similarity, own)
    nearest = similarity.detach().topk(min(5, similarity.shape[1]), dim=1).indices
    best = nearest[:, 0]
    found = nearest == own[:, None]

    def share(same: Tensor) -> float:
        return float(same.float().mean())

    return loss, Retrieval(
        top1=share(best == own),
        top3=share(found[:, :3].any(dim=1)),
        top5=share(found.any(dim=1)),
        clip=share(best // (steps * cells) == own // (steps * cells)),
        cell=share(best % cells == own % cells),
        step=share(best // cells % steps == own // cells % steps),
    )


def spread(features: Tensor) -> float:
    """Return how far features are from having collapsed, 0 to 1.

    The mean distance of unit vectors from their common mean: 0 when all features point the same way (nothing
    is told apart, whatever the loss says), about 1 when they point everywhere.

    Parameters
    ----------
    features : Tensor
        [N, P, C, H, W].
    """
    unit = functional.normalize(features.detach().transpose(1, 2).flatten(2).float(), dim=1)
    flat = unit.transpose(1, 2).flatten(0, 1)
    return float((flat - flat.mean(dim=0)).norm(dim=1).mean())
