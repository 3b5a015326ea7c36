"""Which ratings are held out: whole persons or recordings, or blocks of time with a gap, never neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from au_studio.learn.material.clips import Clip
from au_studio.learn.material.rated import RatedFrames

GAP_SECONDS = 2.0
"""Ratings this close to a held-out block of the same recording are left out of its training."""

_FEWEST_FRAMES = 6


@dataclass(frozen=True)
class Split:
    """Which rated frames train and which are held out: two masks bool [N] that never both hold."""

    training: npt.NDArray[np.bool_]
    held_out: npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Splits:
    """All splits, and what is held out in words (no splits: too few ratings to hold any out).

    With `whole_groups` whole persons (or recordings) are held out, otherwise blocks of time.
    """

    splits: tuple[Split, ...]
    scheme: str
    whole_groups: bool = False


def split_frames(frames: RatedFrames, most: int = 3) -> Splits:
    """Split rated frames for cross-validation.

    Two or more groups (persons, or recordings): whole groups are held out. One group: blocks of consecutive
    time are, and ratings within `GAP_SECONDS` of a block do not train its model.

    Parameters
    ----------
    frames : RatedFrames
        The ratings.
    most : int
        Largest number of splits.

    Returns
    -------
    Splits
        Every rated frame is held out exactly once; no splits if fewer than six frames are rated, or all of
        them within a few seconds.
    """
    n = len(frames)
    if n < _FEWEST_FRAMES:
        return Splits(
            (), f"Too few rated frames ({n}) to hold some out; at least {_FEWEST_FRAMES} are needed."
        )
    persons = np.unique(frames.persons)
    if len(persons) > 1:
        parts = [np.isin(frames.persons, persons[k::most]) for k in range(min(most, len(persons)))]
        splits = tuple(Split(~part, part) for part in parts)
        scheme = f"{len(splits)} folds; whole {frames.groups} are held out."
        return Splits(splits, scheme, whole_groups=True)
    for count in range(min(most, n // 2), 1, -1):
        splits = _blocks_of_time(frames, count)
        if all(split.training.any() for split in splits):
            break
    else:
        return Splits((), "All rated frames lie within a few seconds: none can be held out honestly.")
    return Splits(
        splits,
        f"{len(splits)} folds; blocks of time are held out, with a gap of {GAP_SECONDS:g} s around each.",
    )


def split_within_recordings(frames: RatedFrames, most: int = 3) -> tuple[Split, ...]:
    """Split rated frames so that a stretch of every recording is held out, and its other frames train.

    Nobody is a stranger then: it tells what ratings are worth for the other frames of the same recordings,
    which is what a coder wants curves of. Ratings within `GAP_SECONDS` of a held-out stretch do not train.

    Parameters
    ----------
    frames : RatedFrames
        The ratings.
    most : int
        Largest number of splits.

    Returns
    -------
    tuple of Split
        A frame is held out at most once, and only where the same recording trains, too: empty where all
        recordings are too short for that.
    """
    splits = []
    for number in range(most):
        training, held = np.zeros((2, len(frames)), dtype=bool)
        for source in np.unique(frames.sources):
            mine = np.flatnonzero(frames.sources == source)
            order = mine[np.argsort(frames.times[mine], kind="stable")]
            stretch = _rows(np.array_split(order, most)[number], len(frames))
            left = (frames.sources == source) & ~stretch & ~_near(frames, stretch)
            training |= left
            if left.any():
                held |= stretch
        if held.any():
            splits.append(Split(training, held))
    return tuple(splits)


def keep_rated(clips: Sequence[Clip], chosen: npt.NDArray[np.bool_]) -> list[Clip]:
    """Return the clips with some of their rated frames only, chosen by a mask in the order of `rated_frames`.

    Clips that keep none are left out.
    """
    kept, start = [], 0
    for clip in clips:
        rated = clip.labelled
        mine = rated[chosen[start : start + len(rated)]]
        start += len(rated)
        if len(mine):
            mask = _rows(mine, len(clip))
            values = np.where(mask[:, None], clip.intensities, np.float32(np.nan))
            kept.append(replace(clip, intensities=values))
    return kept


def _blocks_of_time(frames: RatedFrames, count: int) -> tuple[Split, ...]:
    """Hold out blocks of consecutive rated frames, equally many in each."""
    order = np.lexsort((frames.times, frames.sources))
    held = [_rows(part, len(frames)) for part in np.array_split(order, count)]
    return tuple(Split(~(block | _near(frames, block)), block) for block in held)


def _near(frames: RatedFrames, held: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Mark the frames that are too close in time to held-out ones of the same recording."""
    near = np.zeros(len(frames), dtype=bool)
    for source in np.unique(frames.sources[held]):
        mine = frames.sources == source
        times = frames.times[held & mine]
        near[mine] = (np.abs(frames.times[mine][:, None] - times) < GAP_SECONDS).any(axis=1)
    return near


def _rows(rows: npt.NDArray[np.intp], n: int) -> npt.NDArray[np.bool_]:
    mask = np.zeros(n, dtype=bool)
    mask[rows] = True
    return mask
