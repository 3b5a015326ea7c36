"""Draw stretches of unlabelled clips whose future is to be predicted, persons evenly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from torch import Tensor

from au_studio.learn.material.clips import Clip
from au_studio.learn.material.crop_making import CropMaker
from au_studio.texts import sentence


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
    crops : CropMaker
        Of these clips.
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
        crops: CropMaker,
        seed: int,
    ) -> None:
        self._shape = (blocks, block_frames)
        self._pattern = np.arange(blocks * block_frames) * stride
        self._crops, self._seed = crops, seed
        groups: dict[str, list[int]] = {}
        for number, clip in enumerate(clips):
            if len(clip) > self._pattern[-1] and not clip.restart[1:].any():
                groups.setdefault(clip.group, []).append(number)
        self._clips = clips
        self._groups = [groups[name] for name in sorted(groups)]
        if not self._groups:
            raise UnfitMaterialError(
                sentence("No clip is as long as {pattern} frames.", pattern=self._pattern[-1] + 1)
            )

    def batch(self, step: int, rows: Iterable[int]) -> tuple[Tensor]:
        """Return what crops [len(rows), blocks, block_frames, 3, S, S] of a step are made of."""
        drawn = np.stack([self._row(np.random.default_rng((self._seed, step, row))) for row in rows])
        return (self._crops.arrange(drawn.reshape(len(drawn), *self._shape, *drawn.shape[2:])),)

    def _row(self, rng: np.random.Generator) -> npt.NDArray[Any]:
        clips = self._groups[rng.integers(len(self._groups))]
        number = clips[rng.integers(len(clips))]
        start = int(rng.integers(len(self._clips[number]) - self._pattern[-1]))
        drawn: npt.NDArray[Any] = self._crops.draw(number, start + self._pattern, rng)
        return drawn
