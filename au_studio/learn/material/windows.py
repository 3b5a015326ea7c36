"""Training windows: rows of frames, each row made of one or more runs, with a mask of what is rated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from au_studio.learn.material.clips import Clip
from au_studio.learn.material.crop_making import CropMaker


@dataclass(frozen=True)
class WindowBatch:
    """One batch for stage 2.

    Attributes
    ----------
    crops : Tensor
        What the sampler's `CropMaker` makes crops [B, T, 3, S, S] of.
    targets : Tensor of float32
        [B, T, A]; 0 where the mask is 0.
    mask : Tensor of float32
        [B, T, A]; 1 where a rating exists, else 0.
    restart : Tensor of bool
        [B, T]; True where a run begins: the temporal state is cleared there.
    """

    crops: Tensor
    targets: Tensor
    mask: Tensor
    restart: Tensor

    def to(self, device: torch.device) -> WindowBatch:
        """Return the batch on another device, but for the crops: their maker brings them there."""
        return WindowBatch(self.crops, *(t.to(device) for t in (self.targets, self.mask, self.restart)))

    def parts(self, rows: int) -> list[WindowBatch]:
        """Return the batch in parts of at most `rows` rows."""
        tensors = (self.crops, self.targets, self.mask, self.restart)
        return [WindowBatch(*part) for part in zip(*(torch.split(t, rows) for t in tensors), strict=True)]


class WindowSampler:
    """Draws windows that each hold at least one rated frame, placed late so that it has context.

    Groups (persons) are drawn evenly, then a rated frame of the group, uniformly: a person with a long
    recording does not crowd out the others. A run that is shorter than the window (a still picture, the start
    of a track) is filled up with further short runs, where there are any; a restart mark separates them. So a
    still picture's row holds still pictures, and long clips do not crowd them out.

    Parameters
    ----------
    clips : sequence of Clip
        At least one with a rating.
    length : int
        Frames per row.
    crops : CropMaker
        Of these clips; every run is varied by itself.
    """

    def __init__(self, clips: Sequence[Clip], length: int, crops: CropMaker) -> None:
        self.clips, self.length, self._crops = clips, length, crops
        self._groups = self._rated_frames(range(len(clips)))
        if not self._groups:
            raise ValueError("No clip holds a rated frame.")
        short = self._rated_frames(k for k, clip in enumerate(clips) if len(clip) < length)
        self._fillers = short or self._groups

    def batch(self, rows: int, rng: np.random.Generator) -> WindowBatch:
        """Draw `rows` windows."""
        parts = [self._row(rng) for _ in range(rows)]
        crops, targets, restart = (np.stack([part[k] for part in parts]) for k in range(3))
        mask = np.isfinite(targets)
        return WindowBatch(
            crops=self._crops.arrange(crops),
            targets=torch.from_numpy(np.where(mask, targets, 0).astype(np.float32)),
            mask=torch.from_numpy(mask.astype(np.float32)),
            restart=torch.from_numpy(restart),
        )

    def _rated_frames(self, numbers: Iterable[int]) -> list[npt.NDArray[np.int64]]:
        """Return (clip, frame) of every rated frame of these clips, one array [N, 2] per group."""
        by_group: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number in numbers:
            clip = self.clips[number]
            by_group[clip.group].extend((number, int(t)) for t in clip.labelled)
        return [np.array(frames, dtype=np.int64) for _, frames in sorted(by_group.items()) if frames]

    def _row(
        self, rng: np.random.Generator
    ) -> tuple[npt.NDArray[Any], npt.NDArray[np.float32], npt.NDArray[np.bool_]]:
        crops: list[npt.NDArray[Any]] = []
        targets, restart, room = [], [], self.length
        while room > 0:
            groups = self._fillers if crops else self._groups
            group = groups[rng.integers(len(groups))]
            number, labelled = group[rng.integers(len(group))]
            clip = self.clips[number]
            after = int(rng.integers(0, max(1, room // 4)))
            stop = min(int(labelled) + 1 + after, len(clip))
            start = max(0, stop - room)
            crops.append(self._crops.draw(int(number), slice(start, stop), rng))
            targets.append(clip.intensities[start:stop])
            marks = clip.restart[start:stop].copy()
            marks[0] = True
            restart.append(marks)
            room -= stop - start
        return np.concatenate(crops), np.concatenate(targets), np.concatenate(restart)
