"""How far predictions are from ratings: MAE, MSE, Pearson correlation, concordance correlation.

Every function takes two equally long columns of intensities, drops the frames that either lacks (NaN),
neither rounds nor clips, and returns NaN for what is undefined.
"""

from __future__ import annotations

import numpy as np

from au_studio.stats.agreement import Values, pairs


def mae(truth: Values, prediction: Values) -> float:
    """Return the mean absolute error, in steps of the intensity scale; NaN without frames."""
    y, p = pairs(truth, prediction)
    return float(np.abs(y - p).mean()) if y.size else float("nan")


def mse(truth: Values, prediction: Values) -> float:
    """Return the mean squared error, in squared steps of the intensity scale; NaN without frames."""
    y, p = pairs(truth, prediction)
    return float(((y - p) ** 2).mean()) if y.size else float("nan")


def bias(truth: Values, prediction: Values) -> float:
    """Return how much higher the predictions are on average, in steps of the scale; NaN without frames."""
    y, p = pairs(truth, prediction)
    return float((p - y).mean()) if y.size else float("nan")


def pcc(truth: Values, prediction: Values) -> float:
    """Return Pearson's correlation, -1 to 1; NaN when a column does not vary."""
    y, p = pairs(truth, prediction)
    if y.size < 2 or np.ptp(y) == 0 or np.ptp(p) == 0:
        return float("nan")
    y, p = y - y.mean(), p - p.mean()
    return float(np.clip((y * p).sum() / np.sqrt((y**2).sum() * (p**2).sum()), -1, 1))


def ccc(truth: Values, prediction: Values) -> float:
    """Return Lin's concordance correlation, -1 to 1; NaN when a column does not vary.

    ``2 cov / (var + var + (difference of means)²)`` with population variances: unlike Pearson and ICC(3,1) it
    falls with a constant bias and with a wrong scale.

    References
    ----------
    Lin (1989), Biometrics 45, 255-268.
    """
    y, p = pairs(truth, prediction)
    if y.size < 2 or np.ptp(y) == 0 or np.ptp(p) == 0:
        return float("nan")
    covariance = ((y - y.mean()) * (p - p.mean())).mean()
    return float(2 * covariance / (y.var() + p.var() + (y.mean() - p.mean()) ** 2))
