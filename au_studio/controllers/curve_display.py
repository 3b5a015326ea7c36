"""How curves are shown: as the model gives them or calibrated to the person, with or without expected errors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from au_studio.analysis.neutral import NeutralBaseline
from au_studio.controllers.series import Curves, MappedCurves, Series
from au_studio.nn.uncertainty import ErrorModel

BAND = 0.9
"""Share of the errors that the band around a curve is to cover."""


@dataclass(frozen=True)
class CurveDisplay:
    """What lies between a model's values and the screen.

    Attributes
    ----------
    baseline : NeutralBaseline or None
        Taken off; None shows the values as they are.
    errors : ErrorModel or None
        Draws a band; None draws none.
    """

    baseline: NeutralBaseline | None = None
    errors: ErrorModel | None = None

    def values(self, raw: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return what is shown of values [N, A] or [A]."""
        if self.baseline is None:
            return raw
        shown = self.baseline.apply(np.atleast_2d(raw))
        return shown if raw.ndim == 2 else np.asarray(shown[0])

    def curves(self, series: Series | None) -> Curves | None:
        """Return what is drawn of a series."""
        if series is None or self.baseline is None:
            return series
        return MappedCurves(series, self.values)

    def band(self, series: Series | None) -> tuple[Curves, Curves] | None:
        """Return lower and upper end of the band around a series; None when none is drawn."""
        if series is None or self.errors is None:
            return None
        return MappedCurves(series, self._low), MappedCurves(series, self._high)

    def _low(self, raw: NDArray[np.float32]) -> NDArray[np.float32]:
        return self.values(self._ends(raw)[0])

    def _high(self, raw: NDArray[np.float32]) -> NDArray[np.float32]:
        return self.values(self._ends(raw)[1])

    def _ends(self, raw: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        assert self.errors is not None
        return self.errors.band(raw, self.errors.expected_error(raw), BAND)
