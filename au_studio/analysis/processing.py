"""What can be done with an analysis after it was made: calibrate it to the person, smooth it, add errors.

The stored analysis stays as the model gave it; one that was processed says so in its provenance.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from au_studio.analysis.rated_shift import Calibration
from au_studio.analysis.rest_calibration import RestCalibration, calibration_by_calm, calibration_by_mark
from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.smoothing import smooth
from au_studio.nn.expected_error import ExpectedErrors

AtRest = Literal["off", "auto"] | float
"""No calibration; the person's own lowest values; or the time of a frame at rest, seconds."""


@dataclass(frozen=True)
class Processing:
    """What is to be done.

    Attributes
    ----------
    calibrate : "off", "auto" or float
        What the rest calibration goes by.
    smooth : float
        Standard deviation of the smoothing in seconds; 0 leaves it out.
    """

    calibrate: AtRest = "off"
    smooth: float = 0.0

    def calibration(self, analysis: RecordingAnalysis) -> RestCalibration | None:
        """Return the rest calibration of the person in a recording; None when it is off.

        Raises
        ------
        au_studio.analysis.rest_calibration.RestCalibrationError
            If there are too few frames with a face to take it from.
        """
        if self.calibrate == "off":
            return None
        if self.calibrate == "auto":
            return calibration_by_calm(analysis.aus, analysis.intensities)
        return calibration_by_mark(analysis.aus, analysis.intensities, analysis.times, float(self.calibrate))

    def apply(self, analysis: RecordingAnalysis) -> RecordingAnalysis:
        """Return the analysis processed; see `process`."""
        return process(analysis, self.calibration(analysis), self.smooth)


def process(
    analysis: RecordingAnalysis, calibration: Calibration | None, seconds: float = 0.0
) -> RecordingAnalysis:
    """Return an analysis smoothed and calibrated to the person, in this order.

    Parameters
    ----------
    analysis : RecordingAnalysis
        As the model gave it; it is not changed.
    calibration : RestCalibration, RatedShift or None
        None leaves it out.
    seconds : float
        Of the smoothing; 0 leaves it out.

    Returns
    -------
    RecordingAnalysis
        Its provenance says what was done, under ``processing``.
    """
    values, errors, done = analysis.intensities, analysis.errors, {}
    if seconds:
        values = smooth(values, analysis.times, analysis.person, seconds)
        done["smoothing"] = {"kind": "Gaussian over time, looks ahead", "sd_seconds": seconds}
    if calibration is not None:
        values = calibration.apply(values)
        errors = None if errors is None else errors * calibration.slope()
        kind = "neutral_baseline" if isinstance(calibration, RestCalibration) else "shift_to_ratings"
        done[kind] = calibration.to_json()
    if not done:
        return analysis
    provenance = {**analysis.provenance, "processing": done}
    return replace(analysis, intensities=values, errors=errors, provenance=provenance)


def with_errors(analysis: RecordingAnalysis, model: ExpectedErrors) -> RecordingAnalysis:
    """Return an analysis, as the model gave it, together with its expected errors."""
    errors = np.asarray(model.expected_error(analysis.intensities), dtype=np.float32)
    told = {"kind": "root of the expected squared error", "fitted_on": model.fitted_on}
    return replace(analysis, errors=errors, provenance={**analysis.provenance, "expected_errors": told})
