"""Calibrate intensities to a person by what a coder says of them: take off what the model reads too much.

A model is often off by much the same in all frames of a face. A handful of rated frames tells by how much.
Mean ICC and MAE on the frames that were not rated, 20 rendered persons, shipped model: .69 and .18 as it is,
.71 and .16 calibrated to the lowest tenth, .74 and .14 by two rated frames of each; with other frames drawn,
.67 and .18 as it is, .75 and .13 by eight; fine-tuned on eight, .78 and .13 as it is, .79 and .12 shifted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from au_studio.analysis.rest_calibration import RestCalibration, RestCalibrationError, Values
from au_studio.facs import intensity
from au_studio.texts import sentence

FEWEST_RATED = 2
"""Rated frames of an action unit that its shift needs."""
_CAUTION = 1.0  # as if so many more frames said that there is nothing to shift


@dataclass(frozen=True)
class RatedShift:
    """What a model reads too much in a person (negative: too little), by rated frames.

    Attributes
    ----------
    aus : tuple of int
        Action units.
    values : tuple of float
        What is taken off each; 0 where too few frames were rated.
    frames : tuple of int
        Rated frames that each stands on; 0 where there were too few.
    rest : RestCalibration or None
        Calibrates the units that were not rated.
    coder : str
        Who rated, for the sidecar.
    lacking : str
        Why `rest` is None; empty where it is not, or where every unit was rated.
    """

    aus: tuple[int, ...]
    values: tuple[float, ...]
    frames: tuple[int, ...]
    rest: RestCalibration | None = None
    coder: str = ""
    lacking: str = ""

    @property
    def all_rated(self) -> bool:
        """Whether every action unit was rated often enough."""
        return all(self.frames)

    def apply(self, intensities: npt.ArrayLike) -> Values:
        """Return intensities [T, A] shifted, within 0 to 5."""
        raw = np.asarray(intensities, dtype=np.float32)
        shifted = np.clip(raw - np.array(self.values, dtype=np.float32), intensity.MIN, intensity.MAX)
        if self.rest is None:
            return shifted.astype(np.float32)
        rated = np.array(self.frames) > 0
        return np.where(rated, shifted, self.rest.apply(raw)).astype(np.float32)

    def slope(self) -> Values:
        """Return by how much each unit's scale is stretched, [A]: not at all, where it is shifted."""
        ones = np.ones(len(self.aus), dtype=np.float32)
        if self.rest is None:
            return ones
        return np.where(np.array(self.frames) > 0, ones, self.rest.slope()).astype(np.float32)

    def to_json(self) -> dict[str, Any]:
        """Return the shift as it stands in a sidecar."""
        return {
            "coder": self.coder,
            "aus": list(self.aus),
            "values": [round(value, 4) for value in self.values],
            "rated_frames": list(self.frames),
            "units_not_rated": self.lacking or None if self.rest is None else self.rest.to_json(),
        }


Calibration = RestCalibration | RatedShift
"""What makes a model's values those of a person."""


def rated_shift(
    aus: tuple[int, ...],
    predicted: npt.ArrayLike,
    rated: npt.ArrayLike,
    rest: RestCalibration | None,
    coder: str = "",
) -> RatedShift:
    """Return the shift that some rated frames of a person ask for.

    Parameters
    ----------
    aus : tuple of int
        Action units of the columns.
    predicted, rated : float [N, A]
        What the model and the coder say of the same frames; NaN where one says nothing.
    rest : RestCalibration or None
        For units with fewer than `FEWEST_RATED` rated frames.
    coder : str
        Who rated.

    Raises
    ------
    RestCalibrationError
        If no unit has enough rated frames.
    """
    over = np.asarray(predicted, dtype=float) - np.asarray(rated, dtype=float)
    counts = np.isfinite(over).sum(axis=0)
    counts = np.where(counts >= FEWEST_RATED, counts, 0)
    if not counts.any():
        raise RestCalibrationError(
            sentence("Fewer than {fewest_rated} frames of this person are rated.", fewest_rated=FEWEST_RATED),
            next_step="Rate some, or choose a neutral reference.",
        )
    sums = np.where(counts > 0, np.nansum(over, axis=0), 0.0)
    shift = sums / (counts + _CAUTION)
    return RatedShift(tuple(aus), tuple(float(v) for v in shift), tuple(int(n) for n in counts), rest, coder)
