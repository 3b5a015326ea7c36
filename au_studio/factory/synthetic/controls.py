"""From action units to the controls of each rig: what "intensity 5" moves, and which wrinkles it cuts.

Intensity 5 is the full excursion of the ICT rig, not a FACS coder's E; where MakeHuman's face units move
less at 1 (brows, nose, chin, lips), they go beyond 1, so that the same intensity moves both faces by about
the same share of the distance between the eyes. Between 0 and 5 every control is linear.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from au_studio.factory.synthetic.identity import ICT, MAKEHUMAN

AUS = (1, 2, 4, 5, 6, 7, 9, 10, 12, 14, 15, 17, 20, 24, 25, 26, 43)
"""The action units of which every frame's intensity is known; the order of all label columns."""

_SIDED = ("browDown", "browInnerUp", "browOuterUp", "cheekPuff", "cheekRaiser", "cheekSquint", "eyeBlink",
          "eyeLookDown", "eyeLookIn", "eyeLookOut", "eyeLookUp", "eyeSquint", "eyeWide", "mouthDimple",
          "mouthFrown", "mouthLowerDown", "mouthPress", "mouthSmile", "mouthStretch", "mouthUpperUp",
          "noseSneer")  # fmt: skip
_MIDDLE = (
    "jawForward",
    "jawLeft",
    "jawOpen",
    "jawRight",
    "mouthClose",
    "mouthFunnel",
    "mouthLeft",
    "mouthPucker",
    "mouthRight",
    "mouthRollLower",
    "mouthRollUpper",
    "mouthShrugLower",
    "mouthShrugUpper",
)

CONTROLS = tuple(f"{name}_{side}" for name in _SIDED for side in "LR") + _MIDDLE
"""Names of the rigs' controls; ``_L`` and ``_R`` are the subject's left and right."""
CONTROL_INDEX = {name: number for number, name in enumerate(CONTROLS)}

_COMMON: dict[int, dict[str, float]] = {
    1: {"browInnerUp": 1.0},
    2: {"browOuterUp": 1.0},
    4: {"browDown": 1.0},
    5: {"eyeWide": 1.0},
    7: {"eyeSquint": 1.0},
    9: {"noseSneer": 1.0},
    10: {"mouthUpperUp": 0.8},
    12: {"mouthSmile": 1.0},
    14: {"mouthDimple": 1.0},
    15: {"mouthFrown": 1.0},
    20: {"mouthStretch": 1.0},
    24: {"mouthPress": 1.0, "mouthRollLower": 0.25, "mouthRollUpper": 0.25},
    43: {"eyeBlink": 1.0},
}
_AU_CONTROLS: dict[int, dict[int, dict[str, float]]] = {
    ICT: {
        **_COMMON,
        6: {"cheekRaiser": 1.0, "cheekSquint": 0.6, "eyeSquint": 0.3},
        9: {"noseSneer": 0.65},
        17: {"mouthShrugLower": 1.0, "mouthShrugUpper": 0.3},
        25: {"mouthLowerDown": 0.5, "mouthUpperUp": 0.3},
        26: {"jawOpen": 0.4},
    },
    MAKEHUMAN: {
        **_COMMON,
        1: {"browInnerUp": 1.5},
        2: {"browOuterUp": 1.5},
        6: {"cheekSquint": 1.2, "eyeSquint": 0.42},
        9: {"noseSneer": 1.5},
        10: {"mouthUpperUp": 1.2},
        17: {"mouthShrugLower": 1.5, "mouthShrugUpper": 0.5},
        20: {"mouthStretch": 1.2},
        25: {"mouthLowerDown": 0.675, "mouthUpperUp": 0.45},
        26: {"jawOpen": 0.45},
    },
}

LIP_GAPS: dict[int, dict[str, float]] = {
    ICT: {
        "noseSneer": 0.31,
        "mouthUpperUp": 0.34,
        "mouthLowerDown": 0.29,
        "mouthShrugLower": -0.64,
        "mouthShrugUpper": 0.46,
        "mouthPress": -0.11,
        "mouthDimple": -0.07,
        "mouthSmile": -0.02,
        "mouthFunnel": 1.03,
        "mouthPucker": -0.17,
        "mouthRollLower": -0.09,
        "mouthRollUpper": 0.23,
    },
    MAKEHUMAN: {
        "noseSneer": 0.01,
        "mouthUpperUp": 0.27,
        "mouthLowerDown": 0.22,
        "mouthShrugLower": -0.40,
        "mouthShrugUpper": 0.36,
        "mouthPress": -0.09,
        "mouthDimple": 0.02,
        "mouthSmile": -0.12,
        "mouthFunnel": 0.77,
        "mouthPucker": -0.11,
        "mouthRollLower": -0.21,
        "mouthRollUpper": -0.23,
    },
}
"""How far (cm) each control at 1 moves the lips apart, one side of a pair alone: measured on the neutral
meshes, the mean of five places between the corners. The jaw is not among them: AU26's share is a rule of
coding."""

WRINKLE_NAMES = ("forehead", "glabella", "nose", "crow's feet", "nasolabial", "mouth corner", "chin", "cheek")
_WRINKLES: dict[int, dict[int, float]] = {
    1: {0: 0.6},
    2: {0: 0.6},
    4: {1: 1.0},
    6: {3: 1.0, 4: 0.2},
    9: {2: 1.0, 4: 0.4},
    12: {4: 0.7},
    15: {5: 0.8},
    17: {6: 0.45},
}


def _table(rig: int) -> NDArray[np.float32]:
    table = np.zeros((len(AUS), len(CONTROLS)), np.float32)
    for row, au in enumerate(AUS):
        for name, weight in _AU_CONTROLS[rig][au].items():
            for control in [name] if name in CONTROL_INDEX else [f"{name}_L", f"{name}_R"]:
                table[row, CONTROL_INDEX[control]] = weight
    return table


TABLES = {rig: _table(rig) for rig in (ICT, MAKEHUMAN)}
"""By rig: float32 [len(AUS), len(CONTROLS)], the controls at intensity 5 of each AU."""


def control_vector(values: Mapping[str, float]) -> NDArray[np.float32]:
    """Return named control values as a vector in the order of `CONTROLS`; a bare name sets both sides."""
    vector = np.zeros(len(CONTROLS), np.float32)
    for name, value in values.items():
        for control in [name] if name in CONTROL_INDEX else [f"{name}_L", f"{name}_R"]:
            vector[CONTROL_INDEX[control]] += value
    return vector


def au_controls(
    rig: int,
    intensities: NDArray[np.float32],
    asymmetry: NDArray[np.float32] | None = None,
    table: NDArray[np.float32] | None = None,
) -> NDArray[np.float32]:
    """Return the controls that a set of intensities moves.

    Parameters
    ----------
    rig : int
        `ICT` or `MAKEHUMAN`.
    intensities : float32 ndarray, shape (..., len(AUS))
        In [0, 5].
    asymmetry : float32 ndarray, shape (..., len(AUS)), optional
        In [-1, 1]: 0.3 makes the left side 30 % stronger and the right side 30 % weaker.
    table : float32 ndarray, shape (len(AUS), len(CONTROLS)), optional
        A person's own controls at intensity 5; the rig's if not given.

    Returns
    -------
    float32 ndarray, shape (..., len(CONTROLS))
    """
    table = TABLES[rig] if table is None else table
    scaled = intensities / np.float32(5.0)
    controls = scaled @ table
    if asymmetry is not None:
        controls = controls + (scaled * asymmetry) @ (table * _SIDE)
    return np.asarray(controls, np.float32)


def shown_intensities(
    rig: int,
    intensities: NDArray[np.float32],
    nuisance: NDArray[np.float32],
    table: NDArray[np.float32] | None = None,
    apart: NDArray[np.float32] | None = None,
) -> NDArray[np.float32]:
    """Return what a coder would see: how far lips are apart and eyes are shut, whatever moved them.

    A wrinkled nose (AU9), a raised lip (AU10) or a funnelled mouth parts the lips without any AU25 drawn,
    and a raised chin (AU17) or a smile closes lips that AU25 parts a little. A single frame cannot tell a
    blink (AU45) from eyes that stay closed (AU43), because the two differ by their duration only: both are
    written down as AU43.

    Parameters
    ----------
    rig : int
        `ICT` or `MAKEHUMAN`.
    intensities : float32 ndarray, shape (..., len(AUS))
        What was drawn, in [0, 5].
    nuisance : float32 ndarray, shape (..., len(CONTROLS))
        Movement that no label names.
    table : float32 ndarray, shape (len(AUS), len(CONTROLS)), optional
        As in `au_controls`.
    apart : float32 ndarray, shape (len(AUS),), optional
        How far (cm) what a person's units do besides these controls parts the lips, each at 5.

    Returns
    -------
    float32 ndarray, shape (..., len(AUS))
        The intensities to write down: AU25 replaced, at least 0.7 times AU26, and AU43.
    """
    gaps = control_vector(LIP_GAPS[rig])
    own = TABLES[rig] if table is None else table
    acting = au_controls(rig, intensities, table=own) + nuisance
    parted = acting @ gaps
    if apart is not None:
        parted = parted + (intensities / np.float32(5.0)) @ apart
    parted = parted / (own[AUS.index(25)] @ gaps)
    shut = acting[..., [CONTROL_INDEX["eyeBlink_L"], CONTROL_INDEX["eyeBlink_R"]]].mean(axis=-1)
    out = intensities.copy()
    out[..., AUS.index(43)] = np.clip(5.0 * shut, 0.0, 5.0)
    out[..., AUS.index(25)] = np.maximum(
        np.clip(5.0 * parted, 0.0, 5.0), 0.7 * intensities[..., AUS.index(26)]
    )
    return np.asarray(out, np.float32)


_SIDE = np.array(
    [1.0 if c.endswith("_L") else -1.0 if c.endswith("_R") else 0.0 for c in CONTROLS], np.float32
)


def wrinkle_drive(intensities: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return how strongly each wrinkle map is cut: float32 [8] up to 1.2, for intensities [len(AUS)]."""
    drive = np.zeros(len(WRINKLE_NAMES), np.float32)
    for au, maps in _WRINKLES.items():
        for number, weight in maps.items():
            drive[number] += weight * intensities[AUS.index(au)] / 5.0
    return np.minimum(drive, 1.2)
