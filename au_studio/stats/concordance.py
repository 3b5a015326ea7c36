"""Lin's concordance: how well a series follows another one, in its own units."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def concordance(truth: npt.NDArray[np.float64], values: npt.NDArray[np.float64]) -> float:
    """Return the concordance correlation coefficient of two series without gaps, -1 to 1.

    Parameters
    ----------
    truth, values : float64 [N]

    Returns
    -------
    float
        0 where one of them, or both, never vary.

    References
    ----------
    Lin (1989), Biometrics 45, 255-268.
    """
    apart = (truth.mean() - values.mean()) ** 2
    spread = float(truth.var() + values.var() + apart)
    covariance = float(np.mean((truth - truth.mean()) * (values - values.mean())))
    return 2 * covariance / spread if spread > 0 else 0.0
