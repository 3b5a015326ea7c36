"""Which ratings are held out: whole persons or recordings, or blocks of time with a gap, never neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from au_studio.learn.clips import Clip

GAP_SECONDS = 2.0
"""Ratings this close to a held-out block of the same recording are left out of its training."""

_FEWEST_FRAMES = 6


@dataclass(frozen=True)
class Fold:
    """Training clips and held-out clips of one fold: the same crops, with complementary ratings."""

    training: list[Clip]
    held_out: list[Clip]


@dataclass(frozen=True)
class Folds:
    """All folds, and what is held out in words (empty folds: too few ratings to hold any out)."""

    folds: list[Fold]
    scheme: str


def make_folds(clips: Sequence[Clip], most: int = 3) -> Folds:
    """Split the ratings for cross-validation.

    Two or more groups (persons, or recordings): whole groups are held out. One group: blocks of consecutive
    time are, and ratings within `GAP_SECONDS` of a block do not train its model.

    Parameters
    ----------
    clips : sequence of Clip
        With ratings (NaN = none).
    most : int
        Largest number of folds.

    Returns
    -------
    Folds
        Every rated frame is held out exactly once; no folds if fewer than six frames are rated.
    """
    n_rated = sum(len(clip.labelled) for clip in clips)
    groups = sorted({clip.group for clip in clips if len(clip.labelled)})
    if n_rated < _FEWEST_FRAMES:
        return Folds(
            [], f"Too few rated frames ({n_rated}) to hold some out; at least {_FEWEST_FRAMES} are needed."
        )
    if len(groups) > 1:
        parts = [set(groups[k::most]) for k in range(min(most, len(groups)))]
        folds = [
            _by_masks(clips, [_all(clip, clip.group in part) for clip in clips], gap=0.0) for part in parts
        ]
        return Folds(folds, f"{len(folds)} folds; whole persons (or recordings) are held out.")
    blocks = _time_blocks(clips, min(most, n_rated // 2))
    folds = [_by_masks(clips, [block[k] for block in blocks], gap=GAP_SECONDS) for k in range(len(blocks[0]))]
    return Folds(
        folds,
        f"{len(folds)} folds; blocks of time are held out, with a gap of {GAP_SECONDS:g} s around each.",
    )


def _all(clip: Clip, value: bool) -> npt.NDArray[np.bool_]:
    return np.full(len(clip), value)


def _time_blocks(clips: Sequence[Clip], count: int) -> list[list[npt.NDArray[np.bool_]]]:
    """Return, per clip, one mask of held-out frames per block; blocks hold equal numbers of rated frames."""
    keys = sorted((clip.source, float(clip.times[t])) for clip in clips for t in clip.labelled)
    edges = [keys[len(keys) * k // count] for k in range(1, count)]
    number = [
        np.array(
            [sum((clip.source, float(time)) >= edge for edge in edges) for time in clip.times], dtype=np.int64
        )
        for clip in clips
    ]
    return [[of_clip == k for k in range(count)] for of_clip in number]


def _by_masks(clips: Sequence[Clip], held: Sequence[npt.NDArray[np.bool_]], gap: float) -> Fold:
    times: dict[str, list[float]] = {}
    for clip, mask in zip(clips, held, strict=True):
        times.setdefault(clip.source, []).extend(clip.times[mask & _rated(clip)].tolist())
    training, held_out = [], []
    for clip, mask in zip(clips, held, strict=True):
        near = mask.copy()
        held_times = np.array(times.get(clip.source, []))
        if gap and len(held_times):
            near |= (np.abs(clip.times[:, None] - held_times) < gap).any(axis=1)
        training.append(_keep(clip, ~near))
        held_out.append(_keep(clip, mask))
    return Fold(
        [clip for clip in training if len(clip.labelled)], [clip for clip in held_out if len(clip.labelled)]
    )


def _rated(clip: Clip) -> npt.NDArray[np.bool_]:
    return np.asarray(np.isfinite(clip.intensities).any(axis=1), dtype=bool)


def _keep(clip: Clip, frames: npt.NDArray[np.bool_]) -> Clip:
    return replace(clip, intensities=np.where(frames[:, None], clip.intensities, np.float32(np.nan)))
