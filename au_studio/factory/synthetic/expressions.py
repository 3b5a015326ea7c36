"""What faces show in a still: combinations of units that people make, one-sidedness, what no label names.

Most frames have none to three active units, from combinations that people make, and sparse noise: units
drawn independently give grimaces that nobody makes. Everything follows from a seed.
"""

from __future__ import annotations

import numpy as np

from au_studio.factory.synthetic.arrays import Floats
from au_studio.factory.synthetic.controls import AUS, CONTROL_INDEX, CONTROLS

COMBINATIONS: tuple[tuple[float, dict[int, float]], ...] = (
    (3.0, {6: 0.9, 12: 1.0}),
    (2.5, {6: 0.8, 12: 1.0, 25: 0.8}),
    (1.5, {6: 0.8, 12: 1.0, 25: 1.0, 26: 0.5}),
    (2.5, {12: 0.8}),
    (1.5, {12: 0.9, 25: 0.8}),
    (1.2, {1: 0.9, 2: 1.0}),
    (1.2, {1: 0.9, 2: 1.0, 5: 0.8}),
    (0.8, {1: 0.9, 2: 0.9, 5: 0.9, 25: 0.8, 26: 0.8}),
    (1.0, {1: 1.0}),
    (1.0, {2: 1.0}),
    (1.8, {1: 0.9, 4: 0.8}),
    (0.8, {1: 0.9, 4: 0.7, 15: 0.9}),
    (2.0, {4: 1.0}),
    (0.9, {4: 0.9, 7: 0.8}),
    (0.9, {4: 0.8, 9: 1.0}),
    (1.2, {9: 1.0}),
    (0.6, {9: 0.9, 10: 0.6, 17: 0.6}),
    (0.6, {4: 0.9, 5: 0.8, 7: 0.5, 24: 0.7}),
    (1.0, {15: 1.0, 17: 0.8}),
    (0.8, {15: 1.0}),
    (1.6, {17: 1.0}),
    (0.6, {1: 0.8, 4: 0.8, 15: 0.7, 17: 0.7}),
    (0.7, {17: 0.8, 24: 0.7}),
    (0.9, {20: 1.0}),
    (1.0, {20: 0.9, 25: 0.8}),
    (0.8, {20: 0.9, 25: 0.8, 26: 0.6}),
    (0.7, {1: 0.8, 2: 0.6, 4: 0.6, 5: 0.8, 20: 0.9, 25: 0.6}),
    (1.8, {25: 0.9}),
    (1.6, {25: 0.9, 26: 0.9}),
    (1.5, {5: 1.0}),
    (1.4, {6: 1.0}),
    (0.6, {4: 0.8, 6: 0.9, 7: 0.6}),
    (0.6, {7: 1.0}),
    (0.6, {14: 0.9}),
    (0.5, {10: 0.9, 25: 0.6}),
    (0.4, {26: 0.8}),
)
"""Weight of each common combination, and its units with their strength relative to the whole."""

_SHARES = np.array([weight for weight, _ in COMBINATIONS]) / sum(weight for weight, _ in COMBINATIONS)
COLUMN = {au: column for column, au in enumerate(AUS)}
"""Column of each unit in arrays [..., len(AUS)]."""

NEUTRAL_SHARE = 0.16
"""Share of still pictures with no unit active at all."""


def make_consistent(intensities: Floats) -> Floats:
    """Return intensities that anatomy and coding rules allow: a dropped jaw parts the lips.

    Parameters
    ----------
    intensities : float32 ndarray, shape (..., len(AUS))
        In [0, 5].
    """
    out = np.clip(intensities, 0.0, 5.0)
    drop = out[..., COLUMN[26]]
    out[..., COLUMN[25]] = np.maximum(out[..., COLUMN[25]], 0.7 * drop)
    # Lips that part can't be pressed, eyes that close can't be wide, and a wide lid is not a tight one.
    out[..., COLUMN[24]] *= np.clip(1.0 - out[..., COLUMN[25]] / 2.0, 0.0, 1.0)
    out[..., COLUMN[5]] *= np.clip(1.0 - out[..., COLUMN[43]] / 2.0, 0.0, 1.0)
    out[..., COLUMN[7]] *= np.clip(1.0 - out[..., COLUMN[5]] / 4.0, 0.0, 1.0)
    return np.asarray(out, np.float32)


def lids_agree(intensities: Floats, nuisance: Floats) -> Floats:
    """Return intensities that the lids can show: while they blink, they are not wide (AU5).

    Parameters
    ----------
    intensities : float32 ndarray, shape (..., len(AUS))
        In [0, 5].
    nuisance : float32 ndarray, shape (..., len(CONTROLS))
        Holds the blinks.
    """
    out = intensities.copy()
    shut = nuisance[..., [CONTROL_INDEX["eyeBlink_L"], CONTROL_INDEX["eyeBlink_R"]]].max(axis=-1)
    out[..., COLUMN[5]] *= np.clip(1.0 - 2.5 * shut, 0.0, 1.0)
    return out


def draw_combination(rng: np.random.Generator) -> dict[int, float]:
    """Draw what moves together: units and their strength relative to the whole."""
    return COMBINATIONS[int(rng.choice(len(COMBINATIONS), p=_SHARES))][1]


def draw_level(rng: np.random.Generator) -> float:
    """Draw a peak intensity: every level from a trace to the maximum, the middle ones most."""
    return float(np.clip(5.0 * rng.beta(1.5, 1.3) + 0.15, 0.2, 5.0))


def draw_expression(rng: np.random.Generator) -> Floats:
    """Draw a still expression: float32 [len(AUS)], in [0, 5]; about one in six is fully neutral."""
    out = np.zeros(len(AUS), np.float32)
    if rng.random() < NEUTRAL_SHARE:
        return out
    for _ in range(1 if rng.random() < 0.7 else 2):
        units = draw_combination(rng)
        level = draw_level(rng)
        for au, share in units.items():
            if len(units) > 1 and rng.random() < 0.12:
                continue  # people leave parts out
            out[COLUMN[au]] = max(out[COLUMN[au]], level * share * float(np.exp(rng.normal(0.0, 0.25))))
    for chance in (0.45, 0.2):  # units outside any combination, so that none is told by those beside it
        if rng.random() < chance:
            out[int(rng.integers(len(AUS) - 1))] = draw_level(rng) * float(rng.uniform(0.3, 1.0))
    if rng.random() < 0.05:
        out[COLUMN[43]] = 5.0 * float(rng.uniform(0.5, 1.0))
    return make_consistent(out)


def draw_asymmetry(rng: np.random.Generator) -> Floats:
    """Draw how one-sided each unit is: float32 [len(AUS)] in [-1, 1], mostly nearly 0."""
    out = rng.normal(0.0, 0.07, len(AUS))
    if rng.random() < 0.08:
        out[int(rng.integers(len(AUS)))] = rng.choice([-1.0, 1.0]) * rng.uniform(0.3, 0.8)
    return np.clip(out, -0.9, 0.9).astype(np.float32)


def draw_nuisance(rng: np.random.Generator, share: float = 0.35) -> Floats:
    """Draw unlabelled controls of a still picture: float32 [len(CONTROLS)]; none in most pictures."""
    out = np.zeros(len(CONTROLS), np.float32)
    for name, top in (
        ("mouthLeft", 0.6),
        ("mouthRight", 0.6),
        ("jawLeft", 0.5),
        ("jawRight", 0.5),
        ("jawForward", 0.7),
        ("mouthPucker", 0.8),
        ("mouthFunnel", 0.5),
        ("mouthRollLower", 0.7),
        ("mouthRollUpper", 0.7),
    ):
        if rng.random() < share / 6:
            out[CONTROL_INDEX[name]] = rng.uniform(0.05, 1.0) * top
    if rng.random() < share / 8:
        for side in "LR":
            out[CONTROL_INDEX[f"cheekPuff_{side}"]] = rng.uniform(0.1, 0.9)
    if rng.random() < share / 2:  # a blink under way
        closed = rng.uniform(0.05, 0.6)
        for side in "LR":
            out[CONTROL_INDEX[f"eyeBlink_{side}"]] = closed
    return out


def lids_for_gaze(gaze: Floats) -> Floats:
    """Return how the lids follow the eyes: float32 [..., len(CONTROLS)] for gaze [..., 2] in radians."""
    out = np.zeros((*gaze.shape[:-1], len(CONTROLS)), np.float32)
    left, up = gaze[..., 0] / 0.55, gaze[..., 1] / 0.45
    for name, value in (
        ("eyeLookUp_L", up),
        ("eyeLookUp_R", up),
        ("eyeLookDown_L", -up),
        ("eyeLookDown_R", -up),
        ("eyeLookOut_L", left),
        ("eyeLookIn_R", left),
        ("eyeLookIn_L", -left),
        ("eyeLookOut_R", -left),
    ):
        out[..., CONTROL_INDEX[name]] = np.clip(value, 0.0, 1.0)
    return out
