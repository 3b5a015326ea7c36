"""The arrays of the renderer: 32-bit floats throughout."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def f32(values: Any) -> Floats:
    """Return numbers as a float32 array."""
    return np.asarray(values, np.float32)
