"""How far the corners of the mouth have moved from rest, read off the geometry branch's code.

The code of a mesh is its movement along principal directions, which nearly gives the mesh back. So where a
corner has gone from a person's rest is a weighted sum of how the code differs from that of the rest, and
needs no mesh: traces that were left for another rest are enough.

Movement counts outwards and upwards alike, as the zygomatic major draws (FACS, AU12); downwards it is
negative.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

LEFT, RIGHT = 291, 61
"""The corners of the mouth among the 478 points, by the sides of the person, who faces the camera."""
_EYES = (33, 263)  # outer corners
_NOSE = 1
_FOREHEAD, _CHIN = 10, 152


def corner_directions(reference: npt.NDArray[Any], basis: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
    """Return what takes a difference of codes to the movement of both corners.

    Parameters
    ----------
    reference : float [478, 3]
        The mesh that all others are turned, scaled and shifted onto.
    basis : float [1434, K]
        What takes a movement of that mesh to a code.

    Returns
    -------
    float32 [K, 2]
        Weights of the left and of the right corner; the sum is in percent of the distance between the outer
        corners of the eyes.
    """
    directions = np.asarray(basis, dtype=np.float64)
    # They are few and nothing like parallel: normal equations do, at once; a pseudo-inverse takes .3 s.
    back = np.linalg.solve(directions.T @ directions, directions.T).reshape(basis.shape[1], -1, 3)
    eyes = np.linalg.norm(reference[_EYES[0]] - reference[_EYES[1]])
    up = np.sign(reference[_FOREHEAD, 1] - reference[_CHIN, 1])
    weights = []
    for corner in (LEFT, RIGHT):
        outwards = np.sign(reference[corner, 0] - reference[_NOSE, 0])
        weights.append((outwards * back[:, corner, 0] + up * back[:, corner, 1]) / np.sqrt(2))
    return np.asarray(100 * np.stack(weights, axis=1) / eyes, dtype=np.float32)
