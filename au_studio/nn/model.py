"""The intensity model: encoder f, temporal module g and the regressor, causal frame by frame."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from au_studio.nn.config import ModelConfig
from au_studio.nn.encoder import Encoder
from au_studio.nn.geometry import GeometryBranch, Looked, Rest
from au_studio.nn.gru import ConvGRU
from au_studio.nn.standardising import CONTRAST_FLOOR


def standardise(crops: Tensor) -> Tensor:
    """Remove brightness, tint and contrast from face crops.

    Parameters
    ----------
    crops : Tensor
        [..., 3, S, S], uint8 or float, 0-255.

    Returns
    -------
    Tensor
        float32, same shape: each channel with mean 0, and one common scale per crop, so that exposure and
        white balance of a camera do not reach the network.
    """
    x = crops.float()
    x = x - x.mean(dim=(-2, -1), keepdim=True)
    scale = x.square().mean(dim=(-3, -2, -1), keepdim=True).sqrt()
    return x / scale.clamp_min(CONTRAST_FLOOR)


@dataclass
class TemporalState:
    """What the past leaves behind.

    Attributes
    ----------
    hidden : Tensor
        State of g, [B, C, H, W].
    maps : Tensor or None
        Frame maps of the last ``block_frames - 1`` frames, [B, L-1, C', h, w]; None for single-frame blocks.
    rest : Rest or None
        The face at rest so far; None without a geometry branch.
    """

    hidden: Tensor
    maps: Tensor | None
    rest: Rest | None = None


class IntensityModel(nn.Module):
    """Face crops in, one unbounded intensity per action unit and frame out.

    Outputs are clamped to the 0-5 scale only where they leave the program (`StreamingPredictor`), never
    inside the loss.
    """

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.config = config
        self.encoder = Encoder(config)
        self.temporal = ConvGRU(config.features, config.dropout)
        inputs = self.n_pooled
        self.geometry: GeometryBranch | None = None
        if config.geometry:
            self.geometry = GeometryBranch(inputs, config.geometry, config.summary, config.blendshapes)
            inputs += self.geometry.n_outputs
        self.regressor = nn.Linear(inputs, len(config.aus))
        nn.init.normal_(self.regressor.weight, std=0.01)
        nn.init.zeros_(self.regressor.bias)

    def channels_last(self) -> IntensityModel:
        """Lay the 2-D kernels out channels-last, which is faster on CPUs and GPUs; returns the model."""
        for parameter in self.parameters():
            if parameter.ndim == 4:
                parameter.data = parameter.data.contiguous(memory_format=torch.channels_last)
        return self

    def reading(self, aus: Sequence[int]) -> IntensityModel:
        """Return a model with these weights that reads other action units.

        Parameters
        ----------
        aus : sequence of int
            In the order of the new outputs. Those that this model reads, too, keep their regressor; new ones
            start at 0 everywhere.

        Returns
        -------
        IntensityModel
            A copy, with parameters of its own.

        Raises
        ------
        ValueError
            If a number is no action unit.
        """
        model = copy.deepcopy(self)
        model.config = replace(self.config, aus=tuple(aus))
        model.regressor = nn.Linear(self.regressor.in_features, len(aus)).to(self.regressor.weight)
        with torch.no_grad():
            model.regressor.weight.zero_()
            model.regressor.bias.zero_()
            for place, au in enumerate(model.config.aus):
                if au in self.config.aus:
                    known = self.config.aus.index(au)
                    model.regressor.weight[place] = self.regressor.weight[known]
                    model.regressor.bias[place] = self.regressor.bias[known]
        return model

    def encode(
        self, crops: Tensor, state: TemporalState | None = None, restart: Tensor | None = None
    ) -> Tensor:
        """Return the feature map of every frame.

        Parameters
        ----------
        crops : Tensor
            [B, T, 3, S, S], 0-255.
        state : TemporalState, optional
            Only its `maps` are read.
        restart : Tensor of bool, optional
            [B, T]; blocks never reach back over a restart.

        Returns
        -------
        Tensor
            z, [B, T, C, S/32, S/32], before ReLU.
        """
        return self._encode(crops, state, restart)[0]

    def encode_blocks(self, crops: Tensor) -> Tensor:
        """Map separate blocks of frames [B, N, block_frames, 3, S, S] to feature maps [B, N, C, h, w]."""
        batch, blocks, length = crops.shape[:3]
        maps = self._frame_maps(crops.flatten(0, 2))
        z = self.encoder.blocks(maps.reshape(batch * blocks, length, *maps.shape[1:]))
        return z.reshape(batch, blocks, *z.shape[1:])

    def forward(
        self,
        crops: Tensor,
        state: TemporalState | None = None,
        restart: Tensor | None = None,
        maps: Tensor | None = None,
        code: Tensor | None = None,
    ) -> tuple[Tensor, TemporalState]:
        """Return raw intensities [B, T, A] of crops [B, T, 3, S, S], and the state after the last frame.

        `restart` [B, T] marks frames at which a track begins anew: nothing before them is used. `maps` are
        the crops' frame maps [B * T, C, h, w] where they are known already, `code` the geometry of the crops
        [B * T, K] (`GeometryBranch.code`).
        """
        values, _, passed = self._read(crops, state, restart, maps=maps, code=code)
        return values, passed

    def traced(
        self,
        crops: Tensor,
        state: TemporalState | None = None,
        restart: Tensor | None = None,
        maps: Tensor | None = None,
    ) -> tuple[Tensor, Tensor, TemporalState]:
        """Return what `forward` returns and, between, what `read_traces` reads: [B, T, D].

        Raises
        ------
        ValueError
            If the model has no geometry branch: its values know no rest.
        """
        branch = self.geometry
        if branch is None:
            raise ValueError("only models with a geometry branch have a rest")
        values, (pooled, looked), passed = self._read(crops, state, restart, maps=maps)
        assert looked is not None
        plain = F.linear(pooled, self.regressor.weight[:, : self.n_pooled], self.regressor.bias)
        return values, torch.cat([plain, looked.weight[..., None], looked.look, looked.summary], -1), passed

    def read_traces(self, traces: Tensor, rest: Rest) -> Tensor:
        """Return the raw intensities [..., A] of frames whose person's rest is known from elsewhere.

        Parameters
        ----------
        traces : Tensor
            [..., D], of `traced`: the part of the intensities that no rest touches [A], the weight as a frame
            at rest [1], the look [L] and the summary [Q].
        rest : Rest
            The same for all frames; sums of 0 are the rest of people on average, not known at all.

        Raises
        ------
        ValueError
            If the model has no geometry branch.
        """
        if self.geometry is None:
            raise ValueError("only models with a geometry branch have a rest")
        widths = [len(self.config.aus), 1, self.geometry.look.out_features, self.geometry.n_kept]
        plain, weight, look, summary = torch.split(traces, widths, dim=-1)
        usual, known = self.geometry.known_rest(rest)
        known = known.expand(weight.shape[:-1])
        described = self.geometry.describe(Looked(look, summary, weight[..., 0]), usual, known)
        read: Tensor = plain + F.linear(described, self.regressor.weight[:, self.n_pooled :])
        return read

    @property
    def n_pooled(self) -> int:
        """Numbers of what is seen in a frame, averaged over the cells, F."""
        return self.config.features * (2 if self.config.head == "frame+state" else 1)

    @property
    def n_traced(self) -> int:
        """Numbers of a trace, D; 0 without a geometry branch."""
        branch = self.geometry
        return 0 if branch is None else len(self.config.aus) + 1 + branch.look.out_features + branch.n_kept

    def _read(
        self,
        crops: Tensor,
        state: TemporalState | None,
        restart: Tensor | None,
        *,
        maps: Tensor | None,
        code: Tensor | None = None,
    ) -> tuple[Tensor, tuple[Tensor, Looked | None], TemporalState]:
        """Return raw intensities, what they were read from before any rest was known, and the state."""
        z, maps = self._encode(crops, state, restart, maps)
        x = torch.relu(z)
        h, hidden = self.temporal(x, None if state is None else state.hidden, restart)
        pooled = self.pool(x, h)
        seen, looked, rest = pooled, None, None
        if self.geometry is not None:
            code = self.geometry.code(crops.flatten(0, 1)) if code is None else code
            code = code.reshape(*crops.shape[:2], -1)
            looked = self.geometry.look_at(pooled, code)
            before = None if state is None else state.rest
            described, rest = self.geometry.from_running(looked, before, restart)
            seen = torch.cat([pooled, described], dim=-1)
        values: Tensor = self.regressor(seen)
        return values, (pooled, looked), TemporalState(hidden, maps, rest)

    def pool(self, x: Tensor, h: Tensor) -> Tensor:
        """Average frame features and states, both [B, T, C, H, W], over the cells: [B, T, F]."""
        seen = torch.cat([x, h], dim=2) if self.config.head == "frame+state" else h
        return seen.mean(dim=(-2, -1))

    def _frame_maps(self, crops: Tensor) -> Tensor:
        x = standardise(crops).contiguous(memory_format=torch.channels_last)
        maps: Tensor = self.encoder.frames(x)
        return maps

    def _encode(
        self,
        crops: Tensor,
        state: TemporalState | None,
        restart: Tensor | None,
        maps: Tensor | None = None,
    ) -> tuple[Tensor, Tensor | None]:
        batch, length = crops.shape[:2]
        if maps is None:
            maps = self._frame_maps(crops.flatten(0, 1))
        maps = maps.reshape(batch, length, *maps.shape[1:])
        past = self.config.block_frames - 1
        if past == 0:
            return maps, None
        before = None if state is None else state.maps
        if before is None:
            before = maps[:, :1].expand(-1, past, -1, -1, -1)
        history = torch.cat([before, maps], dim=1)
        source = _block_sources(batch, length, past, restart, has_state=state is not None).to(maps.device)
        rows = torch.arange(batch, device=maps.device)[:, None, None]
        blocks = history[rows, source]
        z = self.encoder.blocks(blocks.flatten(0, 1))
        z = z.reshape(batch, length, *z.shape[1:])
        # A later chunk must not look back over a restart in this one either.
        return z, history[rows[:, :, 0], source[:, -1, 1:]]


def _block_sources(batch: int, length: int, past: int, restart: Tensor | None, *, has_state: bool) -> Tensor:
    """Return which positions of [past + frames] the block of every frame is made of: int64 [B, T, past + 1].

    Before the first frame of a track its first frame is repeated.
    """
    position = torch.arange(length)[None, :, None] + torch.arange(past + 1)[None, None, :]
    first = torch.zeros(batch, length, dtype=torch.long)
    if not has_state:
        first[:] = past
    if restart is not None:
        starts = torch.where(restart.cpu(), torch.arange(length)[None] + past, first)
        first = torch.maximum(first, starts.cummax(dim=1).values)
    return torch.maximum(position.expand(batch, -1, -1), first[:, :, None])
