"""The geometry branch: what the face mesh shows, measured from the person's own face at rest.

Intensity is a change. How high brows sit or how full lips are differs more between people than most
expressions move them, so absolute geometry tells persons apart, not expressions. The branch keeps a running
estimate of the face at rest, made of the calm frames so far, and passes on the difference from it. The
estimate looks back only, and starts anew with the face track.

There are two descriptions of that difference. One sees what the encoder sees, too. The other sees the shape
alone: mesh and blendshapes, whose networks know real people, where the encoder of the shipped model has seen
computer-made ones. The regressor weighs them, unit by unit.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from au_studio.nn.blendshapes import Blendshapes
from au_studio.nn.mesh import N_POINTS, CropMesh

FORGETTING = 0.9998
"""What a frame of the past counts one frame later: after some minutes at 30 frames a second the head has been
turned, and the light has moved."""
SCALE = 3.0  # codes count standard deviations within clips; this brings them to the size of the features
ABSOLUTE = 1.5  # how much larger blendshapes are where they are not measured from rest
CALM = 3.0  # how steeply the weight of a frame falls with what moves in it


@dataclass(frozen=True)
class Rest:
    """The resting face so far: weighted sums over the frames seen.

    Attributes
    ----------
    total : Tensor
        Sum of weight times summary, [B, Q].
    weight : Tensor
        Sum of weights, [B].
    """

    total: Tensor
    weight: Tensor


@dataclass(frozen=True)
class Looked:
    """What frames show by themselves, before anything is measured from a rest.

    Attributes
    ----------
    look : Tensor
        What the encoder sees, in few numbers, [..., L].
    summary : Tensor
        The numbers that have a rest, [..., Q]; the codes come first.
    weight : Tensor
        What the frames count as frames at rest, 0 to 1, [...].
    """

    look: Tensor
    summary: Tensor
    weight: Tensor


def onto(meshes: Tensor, reference: Tensor, weights: Tensor) -> Tensor:
    """Turn, scale and shift meshes onto a reference by weighted least squares, as if the head never moved.

    Parameters
    ----------
    meshes : Tensor
        [N, 478, 3].
    reference : Tensor
        [478, 3].
    weights : Tensor
        [478]; small where expressions move the face.

    Returns
    -------
    Tensor
        [N, 478, 3], float32.

    References
    ----------
    Kabsch (1976), Acta Crystallographica A32, 922-923; Umeyama (1991), IEEE PAMI 13, 376-380.
    """
    points, target = meshes.double(), reference.double()
    share = (weights / weights.sum()).double()
    middle = torch.einsum("n,tnd->td", share, points)
    centred = points - middle[:, None]
    goal = share @ target
    u, s, vt = torch.linalg.svd(torch.einsum("n,nd,tne->tde", share, target - goal, centred))
    signs = torch.ones_like(s)
    signs[:, 2] = torch.linalg.det(u @ vt).sign()  # a turned head, never a mirrored one
    turn = (u * signs[:, None, :]) @ vt
    size = (s * signs).sum(dim=1) / torch.einsum("n,tnd->t", share, centred.square()).clamp_min(1e-12)
    turned: Tensor = size[:, None, None] * centred @ turn.transpose(1, 2) + goal
    return turned.float()


class GeometryBranch(nn.Module):
    """From crops and what the encoder sees in them to a description of how the face differs from its rest.

    Parameters
    ----------
    features : int
        Channels of the pooled features beside it, F.
    size : int
        Principal directions of the mesh.
    summary : int
        Linear summaries of the pooled features whose rest is kept, too, P; Q = K + P.
    blendshapes : int
        Blendshapes beside the directions, E; K = `size` + E. With none, nothing is described by shape alone.
    width : int
        Hidden units, and the numbers that come out of each non-linear part.
    dropout : float
        While training.
    """

    reference: Tensor
    rigidity: Tensor
    basis: Tensor
    summary_weight: Tensor
    summary_bias: Tensor
    feature_mean: Tensor
    feature_scale: Tensor
    blendshape_mean: Tensor
    blendshape_scale: Tensor

    def __init__(
        self,
        features: int,
        size: int,
        summary: int,
        blendshapes: int = 0,
        *,
        width: int = 96,
        dropout: float = 0.2,
    ) -> None:
        super().__init__()
        self.mesh = CropMesh()
        self.expression = Blendshapes()
        self.size, self.blendshapes, self.width = size, blendshapes, width
        shape = size + blendshapes
        kept = shape + summary
        for name, tensor in {
            "reference": torch.zeros(N_POINTS, 3),
            "rigidity": torch.ones(N_POINTS),
            "basis": torch.zeros(3 * N_POINTS, size),
            "summary_weight": torch.zeros(summary, features),
            "summary_bias": torch.zeros(summary),
            "feature_mean": torch.zeros(features),
            "feature_scale": torch.ones(features),
        }.items():
            self.register_buffer(name, tensor)
        if blendshapes:
            self.register_buffer("blendshape_mean", torch.zeros(blendshapes))
            self.register_buffer("blendshape_scale", torch.ones(blendshapes))
        self.look = nn.Linear(features, width // 2)
        self.calm = nn.Sequential(
            nn.Linear(kept + width // 2, width // 2), nn.GELU(), nn.Linear(width // 2, 1)
        )
        self.prior = nn.Parameter(torch.zeros(1))
        self.mix = _mixer(kept + width // 2 + blendshapes + 1, width, dropout)
        self.shape = _mixer(shape + blendshapes + 1, width, dropout) if blendshapes else None

    @property
    def n_outputs(self) -> int:
        """Numbers per frame that it gives: those with the picture (`n_seen`), then those by shape alone."""
        alone = self.width + self.size + 2 * self.blendshapes if self.blendshapes else 0
        return self.n_seen + alone

    @property
    def n_seen(self) -> int:
        """Numbers of the description with the picture: the non-linear part, and the plain difference."""
        return self.width + self.size + self.blendshapes + self.summary_weight.shape[0]

    @property
    def n_kept(self) -> int:
        """How many numbers have a rest, Q."""
        return self.size + self.blendshapes + self.summary_weight.shape[0]

    @torch.no_grad()
    def code(self, crops: Tensor) -> Tensor:
        """Return the geometry of crops [N, 3, S, S], 0-255: [N, K] on their device, without a gradient."""
        return self.code_of(self.mesh(crops)).to(crops.device)

    @torch.no_grad()
    def code_of(self, meshes: Tensor) -> Tensor:
        """Return the codes [N, K] of meshes [N, 478, 3], both on the CPU."""
        reference = self.reference.cpu()
        moved = onto(meshes, reference, self.rigidity.cpu()) - reference
        code = moved.flatten(1) @ self.basis.cpu() / SCALE
        if not self.blendshapes:
            return code
        shown = (self.expression(meshes) - self.blendshape_mean.cpu()) / self.blendshape_scale.cpu() / SCALE
        return torch.cat([code, shown], dim=-1)

    def summaries(self, pooled: Tensor, code: Tensor) -> Tensor:
        """Return the numbers whose rest is kept, [..., Q], of pooled features [..., F] and codes [..., K]."""
        seen = F.linear(pooled, self.summary_weight, self.summary_bias)
        return torch.cat([code, seen], dim=-1)

    def forward(
        self, pooled: Tensor, code: Tensor, rest: Rest | None = None, restart: Tensor | None = None
    ) -> tuple[Tensor, Rest]:
        """Describe frames by their difference from rest.

        Parameters
        ----------
        pooled : Tensor
            [B, T, F], what the encoder and g saw, averaged over the cells.
        code : Tensor
            [B, T, K], see `code`.
        rest : Rest, optional
            Of the frames before; none if absent.
        restart : Tensor of bool, optional
            [B, T]; True forgets the rest before that frame.

        Returns
        -------
        description : Tensor
            [B, T, `n_outputs`].
        rest : Rest
            After the last frame.
        """
        return self.from_running(self.look_at(pooled, code), rest, restart)

    def from_running(
        self, looked: Looked, rest: Rest | None = None, restart: Tensor | None = None
    ) -> tuple[Tensor, Rest]:
        """Describe frames [B, T] as `forward` does, once it is known what they show."""
        usual, known, rest = self._rest(looked.summary, looked.weight, rest, restart)
        return self.describe(looked, usual, known), rest

    def look_at(self, pooled: Tensor, code: Tensor) -> Looked:
        """Return what frames [..., F] with codes [..., K] show, whatever their person's rest may be."""
        look = self.look((pooled - self.feature_mean) / self.feature_scale)
        summary = self.summaries(pooled, code)
        # Squared: many half-calm frames, as of somebody who smiles throughout, must not add up to a rest.
        return Looked(look, summary, self.calmness(look, summary).square())

    def describe(self, looked: Looked, usual: Tensor, known: Tensor) -> Tensor:
        """Describe frames by their difference from a rest: [..., `n_outputs`].

        Parameters
        ----------
        looked : Looked
            Of the frames [...].
        usual : Tensor
            The rest, [..., Q].
        known : Tensor
            How well it is known, [...], 0 to 1.
        """
        moved, known = looked.summary - usual, known[..., None]
        shown = ABSOLUTE * looked.summary[..., self.size : self.size + self.blendshapes]
        seen = self.mix(torch.cat([looked.look, moved, shown, known], dim=-1))
        described = [seen, moved * known]
        if self.shape is not None:
            shape = moved[..., : self.size + self.blendshapes]
            alone = self.shape(torch.cat([shape, shown, known], dim=-1))
            described += [alone, shape * known, shown]
        return torch.cat(described, dim=-1)

    def known_rest(self, rest: Rest) -> tuple[Tensor, Tensor]:
        """Return the rest [..., Q] that sums add up to, and how well it is known, [...], 0 to 1.

        Where no calm frame was seen, it is that of people on average (0), and known to 0.
        """
        most = rest.weight + F.softplus(self.prior)
        return rest.total / most[..., None], rest.weight / most

    def calmness(self, look: Tensor, summary: Tensor) -> Tensor:
        """Return how calm each frame is, 0 to 1: [B, T]."""
        activity = F.softplus(self.calm(torch.cat([summary, look], dim=-1))[..., 0])
        return torch.exp(-CALM * activity)

    def _rest(
        self, summary: Tensor, weight: Tensor, rest: Rest | None, restart: Tensor | None
    ) -> tuple[Tensor, Tensor, Rest]:
        """Return rest [B, T, Q] at every frame, how well it is known [B, T], 0 to 1, and the sums at the end.

        Until calm frames have been seen, the rest is that of people on average (0).
        """
        total = summary.new_zeros(summary.shape[0], summary.shape[2]) if rest is None else rest.total
        sum_ = summary.new_zeros(summary.shape[0]) if rest is None else rest.weight
        usual, known = [], []
        for t in range(summary.shape[1]):
            kept = torch.full_like(sum_, FORGETTING)
            if restart is not None:
                kept = kept * (~restart[:, t]).to(kept.dtype)
            sum_ = kept * sum_ + weight[:, t]
            total = kept[:, None] * total + weight[:, t, None] * summary[:, t]
            mean, sure = self.known_rest(Rest(total, sum_))
            usual.append(mean)
            known.append(sure)
        return torch.stack(usual, dim=1), torch.stack(known, dim=1), Rest(total, sum_)


def _mixer(inputs: int, width: int, dropout: float) -> nn.Sequential:
    return nn.Sequential(
        nn.Linear(inputs, width), nn.GELU(), nn.Dropout(dropout),
        nn.Linear(width, width), nn.GELU(), nn.Dropout(dropout),
    )  # fmt: skip
