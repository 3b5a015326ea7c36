"""Coded clips as tensors of one length, and how they are varied while a network learns from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor

from au_studio.factory.benchmark.geometry.codes import CodedClip


@dataclass(frozen=True, eq=False)
class Sequences:
    """Clips of up to T frames, the shorter ones filled up at their end.

    Attributes
    ----------
    codes : Tensor
        [N, T, K].
    intensities : Tensor
        [N, T, A]; NaN where not rated, and where there is no frame.
    present : Tensor
        [N, T], 1 where there is a frame.
    """

    codes: Tensor
    intensities: Tensor
    present: Tensor

    @classmethod
    def of(cls, clips: Sequence[CodedClip]) -> Sequences:
        """Put clips beside each other."""
        longest = max(len(clip) for clip in clips)

        def filled(arrays: Sequence[npt.NDArray[np.float32]], value: float) -> Tensor:
            return torch.stack(
                [F.pad(torch.from_numpy(a), (0, 0, 0, longest - len(a)), value=value) for a in arrays]
            )

        ones = [np.ones((len(clip), 1), dtype=np.float32) for clip in clips]
        return cls(
            filled([clip.codes for clip in clips], 0.0),
            filled([clip.intensities for clip in clips], float("nan")),
            filled(ones, 0.0)[..., 0],
        )

    def __len__(self) -> int:
        """Return the number of clips."""
        return len(self.codes)


@dataclass(frozen=True)
class Variation:
    """How codes are varied.

    Attributes
    ----------
    others : float
        How far a clip is shifted to the usual face of another person, as a share of the difference of two
        persons: the same shift in all frames.
    tremble : float
        Noise in every frame, in thirds of the standard deviation of movement (the unit of codes).
    """

    others: float
    tremble: float


@dataclass(frozen=True, eq=False)
class Draw:
    """All that is random in one step of B rows and windows of T frames; trainings with one seed share it.

    Attributes
    ----------
    clip, frame, start, whole : float64 [B]
        Which clip, which of its rated frames, where the window lies around it, and whether it begins with the
        clip: 0 to 1 each.
    one, other : int64 [B]
        Two clips, whose persons' usual faces differ as two persons' do.
    part : float32 [B]
        How far the face is shifted by that difference, 0 to 1.
    noise : float32 [B, T, K]
    """

    clip: npt.NDArray[np.float64]
    frame: npt.NDArray[np.float64]
    start: npt.NDArray[np.float64]
    whole: npt.NDArray[np.float64]
    one: npt.NDArray[np.int64]
    other: npt.NDArray[np.int64]
    part: npt.NDArray[np.float32]
    noise: npt.NDArray[np.float32]

    @classmethod
    def of(cls, seed: int, step: int, rows: int, length: int, sequences: Sequences) -> Draw:
        """Draw what a step needs."""
        rng = np.random.default_rng((seed, step))
        clip, frame, start, whole = rng.random((4, rows))
        one, other = rng.integers(0, len(sequences), (2, rows))
        part = rng.random(rows, dtype=np.float32)
        noise = rng.standard_normal((rows, length, sequences.codes.shape[2]), dtype=np.float32)
        return cls(clip, frame, start, whole, one, other, part, noise)


class Varier:
    """Varies codes of some clips.

    Parameters
    ----------
    sequences : Sequences
        Whose persons are the others.
    variation : Variation
    """

    def __init__(self, sequences: Sequences, variation: Variation) -> None:
        present = sequences.present[..., None]
        usual = (sequences.codes * present).sum(dim=1) / present.sum(dim=1)
        self._usual, self._variation = usual - usual.mean(dim=0), variation

    def __call__(self, codes: Tensor, draw: Draw) -> Tensor:
        """Return varied codes [B, T, K]."""
        part = self._variation.others * torch.from_numpy(draw.part)[:, None]
        shift = part * (self._usual[draw.one] - self._usual[draw.other])
        return codes + shift[:, None] + self._variation.tremble * torch.from_numpy(draw.noise)
