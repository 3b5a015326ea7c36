"""The network of the benchmark on codes: f, g and a regressor that read numbers where the model reads crops.

What a code says is measured from a running estimate of the resting face, as in the model's geometry branch
(`au_studio.nn.geometry`): how calm a frame is, is learnt, in stage 1 as in stage 2.

Networks of this size keep a processor waiting more than computing. So many of them, one per training, are
computed side by side: every tensor has them as its first dimension, and none of them knows of the others.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

CALM = 6.0  # how steeply the weight of a frame as rest falls with what moves in it
Weights = dict[str, Tensor]
"""Weights by name; of several networks [E, …], of one without that dimension."""
READS = ("regressor.weight", "regressor.bias")
"""The regressor's weights: all others are those of f and g."""


@dataclass(frozen=True)
class NetworkSettings:
    """Shape of a network.

    Attributes
    ----------
    width : int
        W, numbers per frame that f gives, and of g's state.
    calm : int
        Hidden units of what says how calm a frame is.
    """

    width: int = 64
    calm: int = 16


@dataclass(frozen=True)
class Described:
    """What E networks make of sequences of codes.

    Attributes
    ----------
    features : Tensor
        z, what f gives of every frame, [E, B, T, W].
    states : Tensor
        h, the state of g after every frame, [E, B, T, W].
    moved : Tensor
        The difference of the code from the rest, as far as that is known, [E, B, T, K].
    """

    features: Tensor
    states: Tensor
    moved: Tensor


def fresh(codes: int, units: int, settings: NetworkSettings, seed: int) -> Weights:
    """Draw the weights of one network for K `codes` and A `units`; they follow from the seed."""
    dice = torch.Generator().manual_seed(seed)
    width, calm = settings.width, settings.calm
    layers = {
        "calm1": (codes, calm), "calm2": (calm, 1), "encoder1": (2 * codes + 1, width),
        "encoder2": (width, width), "input": (width, 3 * width), "hidden": (width, 3 * width),
    }  # fmt: skip
    weights: Weights = {"prior": torch.zeros(1)}
    for name, (inputs, outputs) in layers.items():
        weights |= _layer(name, inputs, outputs, 1 / math.sqrt(inputs), dice)
    weights |= _layer("regressor", 2 * width + codes, units, 0.03, dice)
    weights["regressor.bias"].zero_()
    return weights


def _layer(name: str, inputs: int, outputs: int, most: float, dice: torch.Generator) -> Weights:
    weight = (2 * torch.rand(inputs, outputs, generator=dice) - 1) * most
    return {f"{name}.weight": weight, f"{name}.bias": torch.zeros(outputs)}


def stacked(networks: Sequence[Weights]) -> Weights:
    """Put networks of one shape beside each other."""
    return {name: torch.stack([weights[name] for weights in networks]) for name in networks[0]}


def taken(weights: Weights, places: Sequence[int]) -> Weights:
    """Return some of the networks, as copies."""
    chosen = torch.tensor(list(places), dtype=torch.long)
    return {name: tensor.detach()[chosen].clone() for name, tensor in weights.items()}


def linear(x: Tensor, weights: Weights, name: str) -> Tensor:
    """Apply layer `name` of every network to its own x [E, …, I]."""
    flat = x.reshape(len(x), -1, x.shape[-1])
    y = torch.baddbmm(weights[f"{name}.bias"][:, None], flat, weights[f"{name}.weight"])
    return y.reshape(*x.shape[:-1], -1)


def describe(weights: Weights, codes: Tensor, present: Tensor) -> Described:
    """Return what f and g make of codes [E, B, T, K]; frames not `present` [E, B, T] are no rest."""
    rest, known = _rest(weights, codes, present)
    moved = codes - rest
    seen = torch.cat([moved, codes, known], dim=-1)
    features = F.gelu(linear(F.gelu(linear(seen, weights, "encoder1")), weights, "encoder2"))
    return Described(features, recur(weights, features), moved * known)


def read(weights: Weights, described: Described) -> Tensor:
    """Return raw intensities [E, B, T, A]."""
    return linear(
        torch.cat([described.features, described.states, described.moved], dim=-1), weights, "regressor"
    )


def recur(weights: Weights, features: Tensor, state: Tensor | None = None) -> Tensor:
    """Run g, a gated recurrent unit, over features [E, B, T, W]; returns its states, of the same shape.

    `state` [E, B, W] is that before the first frame; zeros if absent.

    References
    ----------
    Cho et al. (2014), arXiv:1406.1078.
    """
    inputs = linear(features, weights, "input")
    width = features.shape[-1]
    h = features.new_zeros(*features.shape[:2], width) if state is None else state
    recurrent, bias = weights["hidden.weight"], weights["hidden.bias"][:, None]
    states = []
    for given in inputs.unbind(dim=2):
        own = torch.baddbmm(bias, h, recurrent)
        gates = torch.sigmoid(given[..., : 2 * width] + own[..., : 2 * width])
        new = torch.tanh(torch.addcmul(given[..., 2 * width :], gates[..., :width], own[..., 2 * width :]))
        h = torch.lerp(new, h, gates[..., width:])
        states.append(h)
    return torch.stack(states, dim=2)


def _rest(weights: Weights, codes: Tensor, present: Tensor) -> tuple[Tensor, Tensor]:
    """Return the rest so far [E, B, T, K], 0 (people on average) at first, and how well it is known."""
    activity = F.softplus(linear(F.gelu(linear(codes, weights, "calm1")), weights, "calm2"))
    weight = torch.exp(-CALM * activity) * present[..., None]
    prior = F.softplus(weights["prior"])[:, None, None]
    sum_ = weight.cumsum(dim=2) + prior
    return (weight * codes).cumsum(dim=2) / sum_, 1 - prior / sum_


class Optimizer:
    """AdamW for networks side by side: each has its own rate, and its gradient is clipped by itself.

    Parameters
    ----------
    weights : Weights
        Of E networks; changed in place.
    decay : float
        Weight decay, of matrices only.
    """

    def __init__(self, weights: Weights, decay: float) -> None:
        self.weights, self._decay = weights, decay
        self._mean = {name: torch.zeros_like(w) for name, w in weights.items()}
        self._square = {name: torch.zeros_like(w) for name, w in weights.items()}
        self._count = torch.zeros(len(next(iter(weights.values()))))
        for tensor in weights.values():
            tensor.requires_grad_()

    @torch.no_grad()
    def step(self, loss: Tensor, rates: dict[str, Tensor]) -> None:
        """Make a step down the gradient of the sum of the networks' losses.

        Parameters
        ----------
        loss : Tensor
            Scalar.
        rates : dict of Tensor
            [E] by name of the weights.
        """
        names = list(self.weights)
        with torch.enable_grad():
            found = torch.autograd.grad(loss, [self.weights[name] for name in names], allow_unused=True)
        gradients = {n: g for n, g in zip(names, found, strict=True) if g is not None}
        length = torch.stack([g.flatten(1).square().sum(dim=1) for g in gradients.values()]).sum(dim=0)
        short = (1 / length.sqrt().clamp_min(1e-12)).clamp_max(1)
        self._count += 1
        first, second = 1 - 0.9**self._count, 1 - 0.999**self._count
        for name, full in gradients.items():
            weight, mean, square = self.weights[name], self._mean[name], self._square[name]
            shape = (-1,) + (1,) * (weight.ndim - 1)
            gradient = full * short.view(shape)
            mean.lerp_(gradient, 0.1)
            square.lerp_(gradient.square(), 0.001)
            rate = rates[name].view(shape)
            if name.endswith("weight"):
                weight.mul_(1 - rate * self._decay)
            weight.sub_(rate / first.view(shape) * mean / ((square / second.view(shape)).sqrt() + 1e-8))

    def state(self, place: int) -> list[Weights]:
        """Return a copy of all that belongs to one network."""
        held = (self.weights, self._mean, self._square, {"count": self._count})
        return [{name: tensor.detach()[place].clone() for name, tensor in own.items()} for own in held]

    @torch.no_grad()
    def restore(self, place: int, state: Sequence[Weights]) -> None:
        """Put one network back to what `state` returned."""
        held = (self.weights, self._mean, self._square, {"count": self._count})
        for own, then in zip(held, state, strict=True):
            for name, tensor in own.items():
                tensor[place] = then[name]

    def keep(self, places: Sequence[int]) -> None:
        """Go on with some of the networks only."""
        self.weights = taken(self.weights, places)
        self._mean, self._square = taken(self._mean, places), taken(self._square, places)
        self._count = self._count[list(places)]
        for tensor in self.weights.values():
            tensor.requires_grad_()
