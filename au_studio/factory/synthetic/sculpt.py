"""A second way to act: displacements sculpted from smooth bumps at places of the face, not a rig's shapes.

A network that sees one rig's shapes only learns those shapes. These fields are made from the places of the
face alone, on every rig, with each person's own reach, direction and strength, so that it learns the action.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from au_studio.factory.synthetic.arrays import Floats, f32
from au_studio.factory.synthetic.controls import AUS

PLACES = ("brow_in", "brow_mid", "brow_out", "lid_up", "lid_low", "canthus", "cheek", "nose_side", "alar",
          "lip_up_side", "corner", "below_corner", "lip_up", "lip_low", "chin", "eye")  # fmt: skip
"""Places on the subject's left side (the last five but `eye` lie on the middle line or mirror it)."""

_NONE, _UPPER, _LOWER = 0, 1, 2
Vector = tuple[float, float, float]


@dataclass(frozen=True)
class _Bump:
    """A bell of movement: where, how far it reaches and which way; in eye distances, x outwards."""

    place: str
    reach: Vector
    way: Vector
    lips: int = _NONE
    """`_UPPER` or `_LOWER`: moves that lip alone."""


_BUMPS: dict[int, tuple[_Bump, ...]] = {
    1: (_Bump("brow_in", (0.15, 0.13, 0.25), (0.02, 1.0, 0.0)),),
    2: (
        _Bump("brow_out", (0.18, 0.13, 0.25), (0.02, 1.0, -0.2)),
        _Bump("brow_mid", (0.15, 0.12, 0.25), (0.0, 0.4, 0.0)),
    ),
    4: (
        _Bump("brow_in", (0.14, 0.11, 0.25), (-0.6, -0.8, 0.08)),
        _Bump("brow_mid", (0.18, 0.12, 0.25), (-0.4, -0.6, 0.05)),
    ),
    5: (_Bump("lid_up", (0.17, 0.07, 0.2), (0.0, 1.0, -0.45)),),
    6: (
        _Bump("cheek", (0.24, 0.2, 0.3), (-0.05, 1.0, 0.25)),
        _Bump("lid_low", (0.2, 0.07, 0.2), (0.0, 0.4, 0.12)),
        _Bump("canthus", (0.12, 0.09, 0.2), (-0.2, 0.05, 0.05)),
        _Bump("lid_up", (0.18, 0.08, 0.2), (0.0, -0.15, 0.03)),
    ),
    7: (
        _Bump("lid_low", (0.2, 0.07, 0.2), (0.0, 0.9, 0.2)),
        _Bump("lid_up", (0.18, 0.07, 0.2), (0.0, -0.35, 0.05)),
    ),
    9: (
        _Bump("alar", (0.11, 0.12, 0.25), (0.05, 1.0, 0.08)),
        _Bump("nose_side", (0.11, 0.15, 0.2), (-0.08, 0.7, 0.1)),
        _Bump("lip_up_side", (0.14, 0.1, 0.2), (0.0, 0.35, 0.0), _UPPER),
        _Bump("brow_in", (0.14, 0.11, 0.2), (-0.25, -0.5, 0.0)),
    ),
    10: (
        _Bump("lip_up_side", (0.16, 0.12, 0.25), (0.1, 1.0, 0.05), _UPPER),
        _Bump("alar", (0.12, 0.12, 0.25), (0.1, 0.35, 0.0)),
    ),
    12: (
        _Bump("corner", (0.19, 0.17, 0.3), (0.75, 0.85, -0.45)),
        _Bump("cheek", (0.22, 0.2, 0.3), (0.1, 0.4, 0.12)),
    ),
    14: (_Bump("corner", (0.12, 0.1, 0.25), (0.5, 0.15, -0.7)),),
    15: (
        _Bump("corner", (0.16, 0.14, 0.25), (0.1, -1.0, -0.1)),
        _Bump("below_corner", (0.14, 0.12, 0.25), (0.05, -0.35, 0.0)),
    ),
    17: (
        _Bump("chin", (0.22, 0.15, 0.3), (0.0, 1.0, 0.2), _LOWER),
        _Bump("lip_low", (0.24, 0.1, 0.25), (0.0, 0.6, 0.25), _LOWER),
        _Bump("lip_up", (0.2, 0.1, 0.25), (0.0, 0.62, 0.15), _UPPER),
        _Bump("corner", (0.12, 0.1, 0.25), (0.0, -0.15, 0.0)),
    ),
    20: (_Bump("corner", (0.22, 0.14, 0.3), (1.0, -0.25, -0.5)),),
}
"""Units that are sculpted; the others (lips apart, jaw, lids shut, lips pressed) need a rig's topology."""

SCULPTED = tuple(_BUMPS)
_MOUTH = [AUS.index(au) for au in (9, 10, 12, 14, 15, 17, 20)]


def moves_the_lips(sculpted: Floats) -> bool:
    """Return whether sculpted strengths, float32 (len(AUS), 2), may show what is behind the lips."""
    return bool(np.abs(sculpted[_MOUTH]).max() > 1e-5)


def sculpt(points: Floats, places: dict[str, Floats], lower: Floats, rng: np.random.Generator) -> Floats:
    """Return one person's own displacements for each unit and side.

    Parameters
    ----------
    points : float32 ndarray, shape (n, 3)
        Where, in any unit; x to the subject's left, y up, z forwards.
    places : dict of str to float32 ndarray, shape (3,)
        `PLACES` on the subject's left, in the same unit and frame; the middle line is x = 0.
    lower : float32 ndarray, shape (n,)
        How much each point belongs to the lower jaw, 0 to 1.
    rng : numpy Generator
        Draws how far each bump reaches, where it lies and which way it moves.

    Returns
    -------
    float32 ndarray, shape (len(AUS), 2, n, 3)
        Left and right; a strength of 1 moves about one eye distance. Zero for units that are not sculpted.
    """
    unit = 2.0 * float(places["eye"][0])
    local = points / np.float32(unit)
    low = np.clip((lower - 0.2) / 0.4, 0.0, 1.0)
    out = np.zeros((len(AUS), 2, *points.shape), np.float32)
    for au, bumps in _BUMPS.items():
        for bump in bumps:
            reach = f32(bump.reach) * f32(np.exp(rng.normal(0.0, 0.15)))
            centre = places[bump.place] / unit + f32(rng.normal(0.0, 0.015, 3)) * f32([1.0, 1.0, 0.5])
            way = f32(bump.way) * f32(np.exp(rng.normal(0.0, 0.15)))
            way = way + f32(rng.normal(0.0, 0.08, 3)) * f32(np.linalg.norm(way))
            middle = abs(float(places[bump.place][0])) < 0.02 * unit
            if middle:
                centre[0], way[0] = 0.0, 0.0
            for number, side in enumerate((1.0, -1.0)):
                mirror = f32([side, 1.0, 1.0])
                away = (local - centre * mirror) / reach
                bell = np.exp(-0.5 * np.minimum(np.einsum("ij,ij->i", away, away), 40.0))
                if middle:  # each half of the face acts for itself
                    bell = bell * np.clip(0.5 + side * local[:, 0] / 0.2, 0.0, 1.0)
                if bump.lips != _NONE:
                    bell = bell * (low if bump.lips == _LOWER else 1.0 - low)
                out[AUS.index(au), number] += np.asarray(bell[:, None] * (way * mirror), np.float32)
    return np.asarray(out * np.float32(unit), np.float32)


def nearest(points: Floats, wanted: dict[str, Vector]) -> dict[str, int]:
    """Return the index of the point nearest to each wanted place."""
    return {name: int(np.linalg.norm(points - f32(at), axis=1).argmin()) for name, at in wanted.items()}


def jaw_share(jaw_open: Floats) -> Floats:
    """Return how much each vertex belongs to the lower jaw, float32 (n,), from how a dropped jaw moves it."""
    drop = -jaw_open[:, 1]
    return f32(np.clip(drop / np.quantile(drop[drop > 0.5 * drop.max()], 0.5), 0.0, 1.0))
