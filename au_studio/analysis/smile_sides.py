"""Which side of the mouth smiles more: it matters where a face is paralysed, or a smile is put on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from au_studio.analysis.results import RecordingAnalysis

SMILE = 12
LEAST_INTENSITY = 1.0
"""Frames with less of AU12 are no smile: their corners tremble more than they move."""
LEAST_MOVEMENT = 2.0
"""Percent of the distance of the eyes that both corners have to move by together; still faces reach .5."""
LEAST_SECONDS = 0.5
"""Seconds of smile, all together: a hand that passes the mouth makes a few frames look one-sided, and smiles
that people see last longer (two thirds of a second and more; Ekman and Friesen 1982, J Nonverbal Behav 6)."""


@dataclass(frozen=True)
class SmileSides:
    """How uneven the smiles of a recording are.

    Attributes
    ----------
    asymmetry : float
        Median over the frames of (left - right) / (left + right) of the movement of the corners of the mouth,
        -1 to 1: 0 is even, 1 moves the person's left corner alone. NaN where they fill less than
        `LEAST_SECONDS`.
    frames : int
        Frames with a smile, also where they are too few to tell.
    """

    asymmetry: float
    frames: int


def smile_sides(analysis: RecordingAnalysis) -> SmileSides | None:
    """Return how uneven the smiles are; None where the sides are not known or AU12 is not read."""
    if analysis.corners is None or SMILE not in analysis.aus:
        return None
    left, right = np.maximum(analysis.corners.astype(np.float64), 0).T  # a corner that sinks does not smile
    with np.errstate(invalid="ignore"):
        smiles = analysis.intensities[:, analysis.aus.index(SMILE)] >= LEAST_INTENSITY
        smiles &= left + right >= LEAST_MOVEMENT
    frames = int(smiles.sum())
    spacing = np.median(np.diff(analysis.times)) if len(analysis.times) > 1 else 0.0
    if frames * spacing < LEAST_SECONDS:
        return SmileSides(float("nan"), frames)
    left, right = left[smiles], right[smiles]
    return SmileSides(float(np.median((left - right) / (left + right))), frames)
