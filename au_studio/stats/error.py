"""How far predictions are from ratings: mean absolute error and bias.

Every function takes two equally long columns of intensities, drops the frames that either lacks (NaN),
neither rounds nor clips, and returns NaN where no frame is left.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from au_studio.stats.agreement import Values, pairs


def mae(truth: Values, prediction: Values) -> float:
    """Return the mean absolute error, in steps of the intensity scale; NaN without frames."""
    y, p = pairs(truth, prediction)
    return float(np.abs(y - p).mean()) if y.size else float("nan")


def bias(truth: Values, prediction: Values) -> float:
    """Return how much higher the predictions are on average, in steps of the scale; NaN without frames."""
    y, p = pairs(truth, prediction)
    return float((p - y).mean()) if y.size else float("nan")


def best_constant(rated: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Return the constants that predict ratings best: their medians have the smallest mean absolute error.

    Parameters
    ----------
    rated : float [N, A]
        NaN where not rated.

    Returns
    -------
    float64 [A]
        NaN for an action unit without ratings.
    """
    values = np.asarray(rated, dtype=np.float64)
    found = np.full(values.shape[1], np.nan)
    there = np.isfinite(values).any(axis=0)
    found[there] = np.nanmedian(values[:, there], axis=0)
    return found
