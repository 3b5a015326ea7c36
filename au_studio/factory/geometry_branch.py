"""Train the geometry branch of a model on labelled clips, with encoder and g as they are.

What the encoder sees and where the mesh lies is read once from every frame; the branch then learns from
these numbers in minutes. Clips are varied there: other faces (a shift that stays the same in a clip),
trembling landmarks, the mesh or the picture alone, and a frame that is held, as on a photograph: whoever
smiles from the first frame to the last is not at rest.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.material.clips import Clip, centre
from au_studio.learn.stage1.movement import MovementCode
from au_studio.learn.stage2.sparse import within_reach
from au_studio.nn import blendshapes
from au_studio.nn.geometry import GeometryBranch
from au_studio.nn.mesh import CropMesh
from au_studio.nn.model import IntensityModel

Floats = npt.NDArray[np.float32]

_CHUNK = 16


@dataclass(frozen=True, eq=False)
class Seen:
    """What is seen in the T frames of a clip.

    Attributes
    ----------
    pooled : float32 [T, F]
        Features and state, averaged over the cells: what the regressor of a model without a branch reads.
    meshes : float32 [T, 478, 3]
        See `au_studio.nn.mesh.CropMesh`.
    intensities : float32 [T, A]
        NaN where not rated.
    """

    pooled: Floats
    meshes: Floats
    intensities: Floats


@dataclass(frozen=True)
class BranchSettings:
    """Settings of the training.

    Attributes
    ----------
    geometry, principal : int
        Principal directions of the mesh's movement, and of the pooled features'.
    steps, rows : int
        Optimisation steps, and clips per step.
    rate : float
        Peak learning rate (AdamW).
    agreement : float
        How much 1 - CCC counts beside the squared error: without it, units that are hard to see are read too
        small.
    calm : float
        How much it counts that the weight of a frame as rest falls with what is really active in it.
    others, seen_others : float
        How far a clip's mesh is shifted to that of another face, as a share of the difference of two persons;
        and how much of that the features are.
    tremble : float
        Noise of the mesh, standard deviations of the movement.
    alone : float
        Share of clips that show only the mesh, and of those that show only the picture.
    shape, shape_followed : float
        How much of what shape alone tells is taken over, as a share of its concordance on validation persons
        in that of the other description; the second for the units that MediaPipe's mesh was made to follow.
        Rendered persons call for less of it than real ones.
    followed : tuple of int
        Those units: raised brows, cheeks, lips, jaw and closed eyes. The mesh has attention there or moves
        with them; lowered brows, raised lids and the nose show in the skin more than in shape.
    held : float
        Share of clips in which one frame is held.
    beyond : float
        What counts of the distance by which an output lies beyond a labelled end of the scale
        (`learn.stage2.sparse.within_reach`). A share of .3 read rendered persons a little better (MAE .142
        for .149), and slight smiles of photographed ones as 0 more often.
    gain, offset, slight : float
        How much of the best gain and of the best offset of each unit on validation persons is taken over;
        the last of the offset of the units of a slight smile (`geometry_scale.SMILE`). On rendered persons,
        who are mostly at rest, it pays to read nothing where there is little.
    seed : int
    """

    geometry: int = 64
    principal: int = 32
    steps: int = 2000
    rows: int = 32
    rate: float = 1e-3
    agreement: float = 0.3
    calm: float = 0.5
    others: float = 0.7
    seen_others: float = 0.5
    tremble: float = 0.15
    alone: float = 0.15
    shape: float = 0.15
    shape_followed: float = 0.5
    followed: tuple[int, ...] = (1, 2, 6, 12, 15, 17, 20, 25, 26, 43)
    held: float = 0.4
    beyond: float = 1.0
    gain: float = 0.5
    offset: float = 0.25
    slight: float = 0.1
    seed: int = 0


@torch.inference_mode()
def look_at(model: IntensityModel, clip: Clip, mesh: CropMesh) -> Seen:
    """Read a clip once: features of a model, and the mesh (about 11 ms a frame)."""
    size = model.config.crop_size
    pooled: list[Floats] = []
    meshes: list[Floats] = []
    state = None
    for start in range(0, len(clip), _CHUNK):
        part = slice(start, start + _CHUNK)
        crops = torch.from_numpy(np.ascontiguousarray(centre(clip.crops[part], size))).permute(0, 3, 1, 2)
        restart = torch.from_numpy(clip.restart[part].copy())[None]
        z = torch.relu(model.encode(crops[None], None, restart))
        h, state = model.temporal(z, state, restart)
        pooled.append(model.pool(z, h)[0].float().numpy())
        meshes.append(mesh(crops).numpy())
    return Seen(np.concatenate(pooled), np.concatenate(meshes), clip.intensities)


def with_branch(
    model: IntensityModel, seen: Sequence[Seen], settings: BranchSettings, further: Sequence[Floats] = ()
) -> IntensityModel:
    """Return a model with a geometry branch that changes nothing yet, fitted to what moves in some clips.

    Parameters
    ----------
    model : IntensityModel
        Without a branch; it is not changed.
    seen : sequence of Seen
        Labelled clips.
    settings : BranchSettings
    further : sequence of float32 [T, 478, 3]
        Meshes of unlabelled clips (of real faces), whose movement counts, too.
    """
    movement = MovementCode.of([*(clip.meshes for clip in seen), *further], settings.geometry)
    summary, bias = _summaries(model, seen, settings.principal)
    config = replace(
        model.config,
        geometry=movement.basis.shape[1],
        summary=len(summary),
        blendshapes=len(blendshapes.NAMES),
    )
    wider = IntensityModel(config)
    branch = wider.geometry
    assert branch is not None
    wider.encoder.load_state_dict(model.encoder.state_dict())
    wider.temporal.load_state_dict(model.temporal.state_dict())
    pooled = np.concatenate([clip.pooled for clip in seen])
    shown = branch.expression(torch.from_numpy(np.concatenate([clip.meshes for clip in seen]))).numpy()
    with torch.no_grad():
        for buffer, values in (
            (branch.reference, movement.reference),
            (branch.rigidity, movement.weights),
            (branch.basis, movement.basis),
            (branch.summary_weight, summary),
            (branch.summary_bias, bias),
            (branch.feature_mean, pooled.mean(axis=0)),
            (branch.feature_scale, pooled.std(axis=0) + 1e-3),
            (branch.blendshape_mean, shown.mean(axis=0)),
            (branch.blendshape_scale, shown.std(axis=0) + 1e-3),
        ):
            buffer.copy_(torch.from_numpy(np.asarray(values, dtype=np.float32)))
        wider.regressor.weight.zero_()
        wider.regressor.weight[:, : model.regressor.in_features] = model.regressor.weight
        wider.regressor.bias.copy_(model.regressor.bias)
    return wider.eval()


def _summaries(model: IntensityModel, seen: Sequence[Seen], principal: int) -> tuple[Floats, Floats]:
    """Return the linear summaries of pooled features: what the model reads, and what varies most in clips."""
    rated = np.concatenate([clip.intensities for clip in seen])
    spread = 2 * np.nanstd(rated, axis=0).astype(np.float32) + 0.1
    weight = model.regressor.weight.detach().cpu().numpy() / spread[:, None]
    bias = model.regressor.bias.detach().cpu().numpy() / spread
    moved = np.concatenate([clip.pooled - clip.pooled.mean(axis=0) for clip in seen]).astype(np.float64)
    values, directions = np.linalg.eigh(moved.T @ moved / len(moved))
    kept = np.argsort(values)[::-1][:principal]
    plain = (directions[:, kept] / (3 * np.sqrt(np.maximum(values[kept], 1e-9)))).T
    usual = np.concatenate([clip.pooled for clip in seen]).mean(axis=0, dtype=np.float64)
    return (
        np.concatenate([weight, plain]).astype(np.float32),
        np.concatenate([bias, -plain @ usual]).astype(np.float32),
    )


@dataclass(frozen=True, eq=False)
class _Padded:
    """Clips of up to T frames, end to end with nothing: pooled [N, T, F], code, intensities; seen [N, T]."""

    pooled: Tensor
    code: Tensor
    intensities: Tensor
    present: Tensor

    @classmethod
    def of(cls, branch: GeometryBranch, seen: Sequence[Seen]) -> _Padded:
        longest = max(len(clip.pooled) for clip in seen)

        def padded(arrays: Sequence[Tensor]) -> Tensor:
            return torch.stack([F.pad(a, (0, 0, 0, longest - len(a))) for a in arrays])

        codes = [branch.code_of(torch.from_numpy(clip.meshes)) for clip in seen]
        return cls(
            padded([torch.from_numpy(clip.pooled) for clip in seen]),
            padded(codes),
            padded([torch.from_numpy(clip.intensities) for clip in seen]),
            padded([torch.ones(len(code), 1) for code in codes])[..., 0],
        )


def train_branch(
    model: IntensityModel,
    seen: Sequence[Seen],
    settings: BranchSettings,
    hooks: TrainingHooks,
) -> tuple[IntensityModel, IntensityModel]:
    """Train a model's branch, and how its descriptions are read; the rest of the model stays.

    Parameters
    ----------
    model : IntensityModel
        From `with_branch`; it is not changed.
    seen : sequence of Seen
        Labelled clips of many persons.
    settings : BranchSettings
    hooks : TrainingHooks

    Returns
    -------
    seeing, by_shape : IntensityModel
        With the same branch: one reads the description with the picture, the other that of shape alone.
    """
    trained = copy.deepcopy(model).train()
    branch = trained.geometry
    assert branch is not None
    torch.manual_seed(settings.seed)
    rng = np.random.default_rng(settings.seed)
    material = _Padded.of(branch, seen)
    varied = _Variation(branch, material, settings)
    own = trained.regressor.in_features - branch.n_outputs
    frozen = trained.regressor.weight[:, :own].detach().clone()
    bias = nn.Parameter(trained.regressor.bias.detach().clone())
    described = nn.Parameter(torch.zeros(len(bias), branch.n_seen))
    bias_alone = nn.Parameter(torch.zeros_like(bias))
    alone = nn.Parameter(torch.zeros(len(bias), branch.n_outputs - branch.n_seen))
    for read in (described, alone):
        nn.init.normal_(read[:, : branch.width], std=0.05)
    parameters = [*branch.parameters(), described, bias, alone, bias_alone]
    optimizer = torch.optim.AdamW(parameters, lr=settings.rate, weight_decay=0.02)
    known = material.intensities[torch.isfinite(material.intensities).all(dim=-1) & (material.present > 0)]
    importance = 1 / (known.var(dim=0) + 0.1)
    importance = importance / importance.mean()
    for step in range(settings.steps):
        progress = step / settings.steps
        factor = min(1.0, step / 50) * (0.5 + 0.5 * math.cos(math.pi * progress))
        for group in optimizer.param_groups:
            group["lr"] = settings.rate * factor + 1e-6
        pooled, code, wanted, present, mesh_seen = varied.batch(rng)
        look = branch.look((pooled - branch.feature_mean) / branch.feature_scale)
        weight = branch.calmness(look, branch.summaries(pooled, code))
        with_picture, by_shape = branch(pooled, code)[0].split([branch.n_seen, alone.shape[1]], dim=-1)
        values = F.linear(pooled, frozen, bias) + F.linear(with_picture, described)
        rated = torch.isfinite(wanted) & (present[..., None] > 0)
        target = torch.where(rated, wanted, 0.0)
        loss = _loss(values, target, rated.float(), importance, settings)
        shaped = F.linear(by_shape, alone, bias_alone)
        loss = loss + _loss(shaped, target, (rated & mesh_seen).float(), importance, settings)
        calm = torch.exp(-target.sum(dim=-1))
        loss = loss + settings.calm * ((weight - calm).square() * present).sum() / present.sum()
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        hooks.on_metric(step + 1, "loss", float(loss.detach()), None)
        hooks.on_progress(step + 1, settings.steps, "Learning how faces differ from their rest")
        if hooks.should_stop():
            break
    by_shape_alone = copy.deepcopy(trained)
    with torch.no_grad():
        trained.regressor.weight.copy_(torch.cat([frozen, described, torch.zeros_like(alone)], dim=1))
        trained.regressor.bias.copy_(bias)
        nothing = torch.zeros_like(frozen), torch.zeros_like(described)
        by_shape_alone.regressor.weight.copy_(torch.cat([*nothing, alone], dim=1))
        by_shape_alone.regressor.bias.copy_(bias_alone)
    return trained.eval(), by_shape_alone.eval()


def _loss(raw: Tensor, target: Tensor, rated: Tensor, importance: Tensor, settings: BranchSettings) -> Tensor:
    """Return squared error and lack of concordance (Lin 1989), each averaged over the action units."""
    values = within_reach(raw, target, settings.beyond)
    count = rated.sum(dim=(0, 1)).clamp_min(1)

    def mean(x: Tensor) -> Tensor:
        return (x * rated).sum(dim=(0, 1)) / count

    error = (mean((values - target).square()) * importance).mean()
    middle, centre_ = mean(target), mean(values)
    covariance = mean((target - middle) * (values - centre_))
    spread = mean((target - middle).square()) + mean((values - centre_).square())
    concordance = 2 * covariance / (spread + (middle - centre_).square() + 0.05)
    return error + settings.agreement * (1 - concordance).mean()


class _Variation:
    """Draws clips and varies them."""

    def __init__(self, branch: GeometryBranch, material: _Padded, settings: BranchSettings) -> None:
        self._material, self._settings = material, settings
        self._size = material.code.shape[-1]
        present = material.present[..., None]
        count = present.sum(dim=1)
        code = (material.code * present).sum(dim=1) / count
        pooled = (material.pooled * present).sum(dim=1) / count
        self._code = code - code.mean(dim=0)
        self._pooled = pooled - pooled.mean(dim=0)
        shown = branch.blendshapes
        self._noise = torch.full((self._size,), settings.tremble / 3)
        self._others = torch.ones(self._size)
        if shown:  # they tell persons from each other less than the mesh does, and tremble less
            self._noise[-shown:] = 0.1 / 3
            self._others[-shown:] = 0.5
        frames = material.pooled[material.present > 0]
        self._usual, self._spread = frames.mean(dim=0), frames.std(dim=0)

    def batch(self, rng: np.random.Generator) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Return pooled [B, T, F], code [B, T, K], intensities [B, T, A], which frames there are [B, T].

        Last, whether the mesh is shown: [B, 1, 1].
        """
        s, m = self._settings, self._material
        rows = torch.from_numpy(rng.choice(len(m.pooled), s.rows))
        pooled, code, wanted, present = (
            x[rows].clone() for x in (m.pooled, m.code, m.intensities, m.present)
        )
        held = torch.from_numpy(rng.random(s.rows) < s.held)
        last = present.sum(dim=1).long()
        frame = (torch.from_numpy(rng.random(s.rows)) * last).long()
        at = torch.arange(s.rows)
        for x in (pooled, code, wanted):
            x[held] = x[at, frame][held][:, None].expand(-1, x.shape[1], -1)
        present[held] = 1.0
        begin = 0 if rng.random() < 0.3 else int(rng.integers(0, max(1, pooled.shape[1] // 2)))
        end = pooled.shape[1] if rng.random() < 0.5 else int(rng.integers(begin + 8, pooled.shape[1] + 1))
        pooled, code, wanted, present = (x[:, begin:end] for x in (pooled, code, wanted, present))
        # Another person's usual face, to a part: the same shift in all frames of a clip.
        part = s.others * torch.from_numpy(rng.random((s.rows, 1, 1))).float()
        one, other = (torch.from_numpy(rng.choice(len(m.pooled), s.rows)) for _ in range(2))
        code = code + part * self._others * (self._code[one] - self._code[other])[:, None]
        pooled = (
            pooled + self._settings.seen_others * part * (self._pooled[one] - self._pooled[other])[:, None]
        )
        code = code + self._noise * torch.randn_like(code)
        pooled = pooled + 0.1 * self._spread * torch.randn_like(pooled)
        draw = torch.from_numpy(rng.random((s.rows, 1, 1))).float()
        no_picture, no_mesh = draw < s.alone, draw > 1 - s.alone
        pooled = torch.where(no_picture, self._usual, pooled)
        code = torch.where(no_mesh, 0.0, code)
        return pooled, code, wanted, present, ~no_mesh
