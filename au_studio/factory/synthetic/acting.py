"""How one person acts: by the rig's shapes, by sculpted ones or by both.

Intensity 5 of a unit moves the same place of every face by the same share of its eye distance, whatever
moves it.
"""

from __future__ import annotations

import numpy as np

from au_studio.factory.synthetic.arrays import Floats, f32
from au_studio.factory.synthetic.controls import AUS, TABLES, au_controls, shown_intensities
from au_studio.factory.synthetic.identity import Identity
from au_studio.factory.synthetic.mesh import Head
from au_studio.factory.synthetic.sculpt import SCULPTED

GEOMETRIES = ("rig", "sculpted", "blend")

FULL: dict[int, float] = {1: 0.085, 2: 0.12, 4: 0.08, 5: 0.05, 6: 0.12, 7: 0.05, 9: 0.08, 10: 0.09, 12: 0.2,
                          14: 0.11, 15: 0.085, 17: 0.13, 20: 0.11, 25: 0.085, 26: 0.2}  # fmt: skip
"""By unit: what intensity 5 moves, in eye distances."""

_HALF = 0.70710678
MEASURES: dict[int, tuple[tuple[str, tuple[float, float, float]], ...]] = {
    1: (("brow_in", (0.0, 1.0, 0.0)),),
    2: (("brow_out", (0.0, 1.0, 0.0)),),
    4: (("brow_in", (-0.5 * _HALF, -0.5 * _HALF, 0.0)), ("brow_mid", (-0.5 * _HALF, -0.5 * _HALF, 0.0))),
    5: (("lid_up", (0.0, 1.0, 0.0)),),
    6: (("cheek", (0.0, 1.0, 0.0)),),
    7: (("lid_low", (0.0, 1.0, 0.0)), ("lid_up", (0.0, -1.0, 0.0))),
    9: (("alar", (0.0, 1.0, 0.0)),),
    10: (("lip_up_side", (0.0, 1.0, 0.0)),),
    12: (("corner", (_HALF, _HALF, 0.0)),),
    14: (("corner", (0.5, 0.25, -0.8)),),
    15: (("corner", (0.0, -1.0, 0.0)),),
    17: (("chin", (0.0, 1.0, 0.0)),),
    20: (("corner", (1.0, 0.0, 0.0)),),
    25: (("lip_up", (0.0, 1.0, 0.0)), ("lip_low", (0.0, -1.0, 0.0))),
    26: (("chin", (0.0, -1.0, 0.0)),),
}
"""By unit: the places that show it and the direction that counts (outwards, up, forwards), summed."""

_LEAST, _MOST = 0.5, 1.15
"""How far a rig's own shape may be scaled; beyond it tears, and sculpting does the rest."""


def visible(au: int, movement: dict[str, Floats], eyes: float) -> float:
    """Return how much a movement (by place, float32 (3,), cm) shows of a unit, in eye distances."""
    return sum(float(movement[place] @ f32(way)) for place, way in MEASURES[au]) / eyes


class Acting:
    """How one person moves; teaches their head what it sculpts.

    Parameters
    ----------
    identity : Identity
        Who.
    head : Head
        Their head.
    geometry : {"rig", "sculpted", "blend"}, optional
        With which shapes they act; drawn if not given.
    """

    def __init__(self, identity: Identity, head: Head, geometry: str | None = None) -> None:
        rng = np.random.default_rng([identity.seed, identity.rig, identity.split, 51])
        drawn = str(rng.choice(GEOMETRIES))
        self.geometry = drawn if geometry is None else geometry
        self._rig = identity.rig
        sculpted = head.learn(rng)
        places = head.places()
        eyes = 2.0 * float(places["eye"][0][0])
        table = TABLES[identity.rig].copy()
        self.strength = np.zeros(len(AUS), np.float32)
        """How strongly each unit is sculpted at intensity 5."""
        for au, full in FULL.items():
            row = AUS.index(au)
            share = {"rig": 0.0, "sculpted": 1.0, "blend": float(rng.uniform(0.2, 0.8))}[self.geometry]
            table[row] *= np.repeat(np.exp(rng.normal(0.0, 0.0 if au == 26 else 0.15)), table.shape[1])
            own = visible(au, {n: table[row] @ units for n, (_, units) in places.items()}, eyes)
            if au not in SCULPTED:
                table[row] *= np.clip(full / max(own, 1e-4), _LEAST, _MOST)
                continue
            scale = 0.0
            if share < 1.0:
                scale = float(np.clip((1.0 - share) * full / max(own, 1e-4), 0.0, _MOST))
            table[row] *= scale
            bells = visible(au, {n: field[row].sum(axis=0) for n, field in sculpted.items()}, eyes)
            self.strength[row] = (full - scale * own) / max(bells, 0.2)
        self.table = table
        moved = {n: field.sum(axis=1)[:, 1] * self.strength for n, field in sculpted.items()}
        self._apart = f32(0.5 * (moved["lip_up"] + moved["lip_up_side"]) - moved["lip_low"])
        self.most = 1.15 * np.maximum(table.max(axis=0), 1.0)
        """The largest value of each control; several units may add up beyond what a face can do."""

    def controls(self, intensities: Floats, asymmetry: Floats) -> Floats:
        """Return the rig's controls, float32 [len(CONTROLS)]."""
        return au_controls(self._rig, intensities, asymmetry, self.table)

    def sculpted(self, intensities: Floats, asymmetry: Floats) -> Floats:
        """Return the strengths of the sculpted movements, float32 [len(AUS), 2]: left, right."""
        both = intensities / np.float32(5.0) * self.strength
        return np.stack([both * (1.0 + asymmetry), both * (1.0 - asymmetry)], axis=1).astype(np.float32)

    def shown(self, intensities: Floats, nuisance: Floats) -> Floats:
        """Return the intensities to write down (see `controls.shown_intensities`)."""
        return shown_intensities(self._rig, intensities, nuisance, self.table, self._apart)
