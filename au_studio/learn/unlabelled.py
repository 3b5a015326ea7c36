"""Draw stretches of unlabelled clips whose future is to be predicted, persons evenly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import torch
from torch import Tensor

from au_studio.learn.augmentation import Augmentation
from au_studio.learn.clips import Clip


class UnfitMaterialError(ValueError):
    """There is nothing in the clips that stage 1 could learn from."""


class UnlabelledSampler:
    """Draws stretches long enough for the pattern: groups (persons) evenly, then a clip, then a start.

    Parameters
    ----------
    clips : sequence of Clip
        Those that are too short, or in which the face was lost, are passed over.
    blocks, block_frames, stride : int
        Blocks in a stretch, frames in a block, and frames of the clip from one of them to the next.
    augmentation : Augmentation
    size : int
        Side of the crops that are made, px.
    seed : int
        Row r of step s depends on the seed, s and r alone: processes that share a batch make their own rows.

    Raises
    ------
    UnfitMaterialError
        If no clip is long enough.
    """

    def __init__(
        self,
        clips: Sequence[Clip],
        *,
        blocks: int,
        block_frames: int,
        stride: int,
        augmentation: Augmentation,
        size: int,
        seed: int,
    ) -> None:
        self._shape = (blocks, block_frames)
        self._pattern = np.arange(blocks * block_frames) * stride
        self._augmentation, self._size, self._seed = augmentation, size, seed
        groups: dict[str, list[Clip]] = {}
        for clip in clips:
            if len(clip) > self._pattern[-1] and not clip.restart[1:].any():
                groups.setdefault(clip.group, []).append(clip)
        self._groups = [groups[name] for name in sorted(groups)]
        if not self._groups:
            raise UnfitMaterialError(f"No clip is as long as {self._pattern[-1] + 1} frames.")

    def batch(self, step: int, rows: Iterable[int]) -> tuple[Tensor]:
        """Return the crops of some rows of a step: uint8 [len(rows), blocks, block_frames, 3, S, S]."""
        crops = np.stack([self._row(np.random.default_rng((self._seed, step, row))) for row in rows])
        made = torch.from_numpy(crops).permute(0, 1, 4, 2, 3)
        return (made.reshape(len(made), *self._shape, *made.shape[2:]),)

    def _row(self, rng: np.random.Generator) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
        clips = self._groups[rng.integers(len(self._groups))]
        clip = clips[rng.integers(len(clips))]
        start = int(rng.integers(len(clip) - self._pattern[-1]))
        return self._augmentation(np.asarray(clip.crops[start + self._pattern]), self._size, rng)
