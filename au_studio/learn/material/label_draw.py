"""Draw the frames whose labels may be used: uniformly at random, never by what they show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from au_studio.learn.material.clips import Clip


def draw_labels(clips: Sequence[Clip], share: float, seed: int) -> list[Clip]:
    """Keep the labels of a random share of the labelled frames; every frame stays, as temporal context.

    Draws with the same seed are nested: the frames of 1 % are among those of 2 %.

    Parameters
    ----------
    clips : sequence of Clip
        Of training subjects only.
    share : float
        Above 0, at most 1; at least one frame is drawn.
    seed : int
        The same clips, share and seed give the same frames.

    Returns
    -------
    list of Clip
        The same crops, intensities NaN at the frames that were not drawn.

    Raises
    ------
    ValueError
        If the share is out of range or no frame is labelled.
    """
    kept = [np.full(clip.intensities.shape, np.nan, dtype=np.float32) for clip in clips]
    for number, rows in enumerate(drawn_positions([clip.labelled for clip in clips], share, seed)):
        kept[number][rows] = clips[number].intensities[rows]
    return [replace(clip, intensities=values) for clip, values in zip(clips, kept, strict=True)]


def drawn_positions(
    labelled: Sequence[npt.NDArray[np.intp]], share: float, seed: int
) -> list[npt.NDArray[np.intp]]:
    """Return which of the labelled positions of some clips `draw_labels` keeps, by clip, rising.

    Raises
    ------
    ValueError
        If the share is out of range or no frame is labelled.
    """
    if not 0 < share <= 1:
        raise ValueError(f"A share of {share} of the labels cannot be drawn.")
    total = sum(len(rows) for rows in labelled)
    if not total:
        raise ValueError("No frame is labelled.")
    kept = np.zeros(total, dtype=bool)
    kept[np.random.default_rng(seed).permutation(total)[: max(1, round(share * total))]] = True
    own = np.split(kept, np.cumsum([len(rows) for rows in labelled])[:-1])
    return [rows[chosen] for rows, chosen in zip(labelled, own, strict=True)]


def drawn_frames(clips: Sequence[Clip]) -> dict[str, list[int]]:
    """Return the labelled frames by recording (their `pts`, rising): a draw to be stored or exported."""
    found: dict[str, list[int]] = {}
    for clip in clips:
        if len(clip.labelled):
            found.setdefault(clip.source, []).extend(int(p) for p in clip.pts[clip.labelled])
    return {source: sorted(frames) for source, frames in sorted(found.items())}
