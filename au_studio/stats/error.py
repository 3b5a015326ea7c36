"""How far predictions are from ratings: mean absolute error and bias.

Every function takes two equally long columns of intensities, drops the frames that either lacks (NaN),
neither rounds nor clips, and returns NaN where no frame is left.
"""

from __future__ import annotations

import numpy as np

from au_studio.stats.agreement import Values, pairs


def mae(truth: Values, prediction: Values) -> float:
    """Return the mean absolute error, in steps of the intensity scale; NaN without frames."""
    y, p = pairs(truth, prediction)
    return float(np.abs(y - p).mean()) if y.size else float("nan")


def bias(truth: Values, prediction: Values) -> float:
    """Return how much higher the predictions are on average, in steps of the scale; NaN without frames."""
    y, p = pairs(truth, prediction)
    return float((p - y).mean()) if y.size else float("nan")
