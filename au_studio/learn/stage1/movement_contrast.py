"""Stage 1 by contrast with movement: a frame must be told from others by what the face in it does.

The change of the features from the mean of some moments of a clip is to find the change of the face's
movement code (`au_studio.learn.stage1.movement`) among those of all moments of the batch, and the other way
round. Identity, light and place, by which predicted futures are told apart at once, are no help: they are
not in the code. The head's pose is none either.

References
----------
Oord et al. (2018), arXiv:1807.03748 (the contrastive loss); Radford et al. (2021), arXiv:2103.00020 (contrast
of two kinds of views of the same thing, both ways). Landmarks as the other view, and the differences within
a clip, are ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from au_studio.learn.distributed import Processes
from au_studio.learn.material.clips import Clip
from au_studio.learn.material.crop_making import CropMaker
from au_studio.learn.stage1.unlabelled import UnfitMaterialError
from au_studio.nn.model import IntensityModel
from au_studio.texts import sentence

Codes = npt.NDArray[np.float32]


class MovementContrast(nn.Module):
    """Model and, for frame features and for the temporal state, a map to the movement code.

    Parameters
    ----------
    model : IntensityModel
        Trained in place but for its regressor.
    code : int
        K, the numbers of the movement code.
    temperature : float
        Divides the similarities (cosines).
    """

    def __init__(self, model: IntensityModel, code: int, temperature: float) -> None:
        super().__init__()
        self.model, self._temperature = model, temperature
        features = model.config.features
        self.of_frame = nn.Linear(features, code, bias=False)
        self.of_state = nn.Linear(features, code, bias=False)

    def forward(self, crops: Tensor) -> tuple[Tensor, Tensor]:
        """Return what frame features and state tell of movement, both [B, N, K].

        Parameters
        ----------
        crops : Tensor
            [B, N, L, 3, S, S]: N moments of B clips, blocks of L frames.
        """
        x = torch.relu(self.model.encode_blocks(crops))
        h, _ = self.model.temporal(x)
        return self.of_frame(_change(x)), self.of_state(_change(h))

    def judge(
        self, told: tuple[Tensor, Tensor], batch: tuple[Tensor, ...], processes: Processes
    ) -> tuple[Tensor, dict[str, float]]:
        """Return the loss and how often the right moment is found (fractions; chance 1 / (B·N)).

        `top1`: among all moments; `clip`: the best match is in the right clip; `moment`: among those of the
        clip itself (chance 1 / N).
        """
        codes = batch[1].to(told[0].device)
        moved = codes - codes.mean(dim=1, keepdim=True)
        losses, first = [], processes.rank * moved.shape[0] * moved.shape[1]
        for one in told:
            losses.append(self._both_ways(one.float(), moved, processes, first))
        with torch.no_grad():
            figures = self._found(told[0].float(), moved, processes, first)
        return torch.stack(losses).mean(), figures

    def _both_ways(self, told: Tensor, moved: Tensor, processes: Processes, first: int) -> Tensor:
        told, moved = (functional.normalize(t.flatten(0, 1), dim=1) for t in (told, moved))
        own = torch.arange(len(told), device=told.device) + first
        forth = told @ processes.gather(moved).T / self._temperature
        back = moved @ processes.gather(told).T / self._temperature
        return (functional.cross_entropy(forth, own) + functional.cross_entropy(back, own)) / 2

    def _found(self, told: Tensor, moved: Tensor, processes: Processes, first: int) -> dict[str, float]:
        moments = moved.shape[1]
        told, moved = (functional.normalize(t.flatten(0, 1), dim=1) for t in (told, moved))
        similarity = told @ processes.gather(moved).T
        own = torch.arange(len(told), device=told.device) + first
        best = similarity.argmax(dim=1)
        everyone = torch.arange(similarity.shape[1], device=told.device)
        elsewhere = (own[:, None] // moments) != (everyone[None] // moments)
        within = similarity.masked_fill(elsewhere, -2.0).argmax(dim=1)

        def share(same: Tensor) -> float:
            return float(same.float().mean())

        return {
            "top1": share(best == own),
            "clip": share(best // moments == own // moments),
            "moment": share(within == own),
        }


def _change(maps: Tensor) -> Tensor:
    """Return the change of mean features [B, N, C] of maps [B, N, C, H, W] from each clip's mean."""
    features = maps.float().mean(dim=(-2, -1))
    return features - features.mean(dim=1, keepdim=True)


class MovementSampler:
    """Draws moments of clips with their movement codes: groups (persons) evenly, then a clip, then moments.

    Parameters
    ----------
    clips : sequence of Clip
        Without gaps; those with too few moments that show a face are passed over.
    codes : sequence of float32 [T, K]
        Of each clip; NaN where no face was found.
    moments, block_frames : int
        Moments that are drawn of a clip, in their order; each is seen with the frames before it.
    crops : CropMaker
        Of these clips, without mirroring: codes would have to be mirrored, too.
    seed : int
        Row r of step s depends on the seed, s and r alone.

    Raises
    ------
    UnfitMaterialError
        If no clip has enough moments.
    """

    def __init__(
        self,
        clips: Sequence[Clip],
        codes: Sequence[Codes],
        *,
        moments: int,
        block_frames: int,
        crops: CropMaker,
        seed: int,
    ) -> None:
        self._moments, self._past = moments, np.arange(1 - block_frames, 1)
        self._crops, self._seed = crops, seed
        groups: dict[str, list[tuple[int, Codes, npt.NDArray[np.intp]]]] = {}
        for number, (clip, code) in enumerate(zip(clips, codes, strict=True)):
            usable = np.flatnonzero(np.isfinite(code).all(axis=1))
            usable = usable[usable >= block_frames - 1]
            if len(usable) >= moments and not clip.restart[1:].any():
                groups.setdefault(clip.group, []).append((number, code, usable))
        self._groups = [groups[name] for name in sorted(groups)]
        if not self._groups:
            raise UnfitMaterialError(
                sentence("No clip shows a face in {moments} frames.", moments=moments + block_frames - 1)
            )

    def batch(self, step: int, rows: Iterable[int]) -> tuple[Tensor, ...]:
        """Return some rows of a step.

        Returns
        -------
        crops : Tensor
            What crops [rows, moments, block_frames, 3, S, S] are made of.
        codes : Tensor
            float32 [rows, moments, K].
        """
        drawn = [self._row(np.random.default_rng((self._seed, step, row))) for row in rows]
        crops = np.stack([crops for crops, _ in drawn])
        shape = (len(drawn), self._moments, len(self._past), *crops.shape[2:])
        codes = torch.from_numpy(np.stack([codes for _, codes in drawn]))
        return self._crops.arrange(crops.reshape(shape)), codes

    def _row(self, rng: np.random.Generator) -> tuple[npt.NDArray[Any], Codes]:
        group = self._groups[rng.integers(len(self._groups))]
        number, codes, usable = group[rng.integers(len(group))]
        moments = np.sort(rng.choice(usable, self._moments, replace=False))
        frames = (moments[:, None] + self._past).ravel()
        return self._crops.draw(number, frames, rng), codes[moments]
