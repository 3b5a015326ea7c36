"""How far off an intensity may be: an error model beside the network, fitted on other persons.

The expected squared error depends on the action unit and on the predicted intensity: a face at rest is surer
than a smile of 3. Bands follow from the quantiles of errors divided by their expected size, so that no shape
of the errors is assumed. (The sharpness of the crop was tried, too: on unseen persons it made things worse.)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from au_studio.facs import intensity

Values = npt.NDArray[np.float32]

KNOTS = (0.0, 0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0)
"""Predicted intensities between which the expected error is interpolated."""
LEVELS = (0.5, 0.68, 0.8, 0.9, 0.95)
"""Shares of frames whose error a band is to cover."""


@dataclass(frozen=True)
class ExpectedErrors:
    """The expected error of each action unit.

    Attributes
    ----------
    aus : tuple of int
        Action units, in the order of the network's outputs.
    sd : tuple of tuple of float
        Root of the expected squared error, [A][K], at the predicted intensities `KNOTS`.
    spread : tuple of tuple of float
        Half-width of the band of each of `LEVELS`, in expected errors, [A][L].
    fitted_on : str
        Frames and persons that it was fitted on, in words.
    """

    aus: tuple[int, ...]
    sd: tuple[tuple[float, ...], ...]
    spread: tuple[tuple[float, ...], ...]
    fitted_on: str = ""

    def expected_error(self, predicted: npt.ArrayLike) -> Values:
        """Return the root of the expected squared error, in steps of the scale.

        Parameters
        ----------
        predicted : float [T, A]
            Intensities; NaN where there is no face.

        Returns
        -------
        float32 [T, A]
            NaN where the prediction is.
        """
        values = np.asarray(predicted, dtype=np.float64)
        by_unit = [np.interp(values[:, a], KNOTS, self.sd[a]) for a in range(values.shape[1])]
        error = np.stack(by_unit, axis=1)
        return np.where(np.isfinite(values), error, np.nan).astype(np.float32)

    def band(self, predicted: Values, error: Values, level: float = 0.9) -> tuple[Values, Values]:
        """Return lower and upper end of the band that covers that share of the errors, within the scale.

        Parameters
        ----------
        predicted, error : float32 [T, A]
            Intensities, and what `expected_error` says of them.
        level : float
            Between the first and the last of `LEVELS`.
        """
        half = error * np.array([np.interp(level, LEVELS, row) for row in self.spread])
        low, high = (np.clip(predicted + s * half, intensity.MIN, intensity.MAX) for s in (-1, 1))
        return low.astype(np.float32), high.astype(np.float32)

    def to_json(self) -> dict[str, Any]:
        """Return the model as plain JSON values."""
        return {**asdict(self), "knots": list(KNOTS), "levels": list(LEVELS)}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> ExpectedErrors:
        """Build the model from `to_json`'s values.

        Raises
        ------
        ValueError
            If it was made with other knots or levels, or numbers are missing.
        """
        values = dict(data)
        if tuple(values.pop("knots", ())) != KNOTS or tuple(values.pop("levels", ())) != LEVELS:
            raise ValueError("The error model was made by another version of AU Studio.")
        try:
            model = cls(
                aus=tuple(int(au) for au in values["aus"]),
                sd=tuple(tuple(float(v) for v in row) for row in values["sd"]),
                spread=tuple(tuple(float(v) for v in row) for row in values["spread"]),
                fitted_on=str(values.get("fitted_on", "")),
            )
        except (KeyError, TypeError) as error:
            raise ValueError(f"The error model is incomplete: {error!r}.") from error
        shapes = ((model.sd, len(KNOTS)), (model.spread, len(LEVELS)))
        if any(len(t) != len(model.aus) or any(len(row) != n for row in t) for t, n in shapes):
            raise ValueError("The error model does not fit its action units.")
        return model


def expected_errors_in(card: Mapping[str, Any]) -> ExpectedErrors | None:
    """Return the error model on a model's card (as JSON); None when it has none that can be used."""
    try:
        return ExpectedErrors.from_json(card["error_model"]["model"])
    except (KeyError, TypeError, ValueError):
        return None
