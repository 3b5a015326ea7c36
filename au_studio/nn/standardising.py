"""Face crops without brightness, tint and contrast, in NumPy: `au_studio.nn.model.standardise` without torch.

ONNX Runtime does it in six passes over all crops of a batch, with colours side by side in the fastest axis;
one crop after the other, colour by colour, takes a quarter of that.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

CONTRAST_FLOOR = 8.0
"""Grey levels; keeps a blank crop from being amplified into noise."""


def standardised(crops: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Remove brightness, tint and contrast from face crops.

    What becomes of a crop does not depend on those beside it.

    Parameters
    ----------
    crops : uint8 [N, S, S, 3]
        RGB.

    Returns
    -------
    float32 [N, 3, S, S]
        Each channel with mean 0, and one common scale per crop.
    """
    found = np.ascontiguousarray(crops.transpose(0, 3, 1, 2)).astype(np.float32)
    squares = np.empty(found.shape[1:], np.float32)
    for place in range(len(found)):
        crop = found[place]
        np.subtract(crop, crop.mean(axis=(1, 2), keepdims=True), out=crop)
        np.multiply(crop, crop, out=squares)
        np.multiply(crop, 1 / max(np.sqrt(squares.mean()), np.float32(CONTRAST_FLOOR)), out=crop)
    return found
