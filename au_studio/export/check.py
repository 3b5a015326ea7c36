"""Whether an analysis is whole and consistent; half a table looks like a result and is none."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from au_studio.analysis.results import RecordingAnalysis
from au_studio.export.errors import ExportError
from au_studio.facs import intensity
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.texts import sentence

CoderValues = Mapping[str, Mapping[int, npt.NDArray[np.floating]]]
"""By coder's name and action unit: levels float [T], NaN where that coder did not rate."""


def check_analysis(analysis: RecordingAnalysis) -> None:
    """Refuse an analysis that cannot be exported truthfully.

    Raises
    ------
    ExportError
        If its columns have different lengths, its timestamps do not rise, a frame without a face has
        intensities, one with a face lacks them, or an intensity is not in 0-5.
    """
    n = len(analysis.pts)
    shapes = {
        "times": (n,),
        "intensities": (n, len(analysis.aus)),
        "confidence": (n,),
        "success": (n,),
        "person": (n,),
    }
    if analysis.corners is not None:
        shapes["corners"] = (n, 2)
    for name, shape in shapes.items():
        if getattr(analysis, name).shape != shape:
            raise ExportError(
                sentence(
                    "The analysis is incomplete: {name} is {shape}, not {wanted}.",
                    name=name,
                    shape=getattr(analysis, name).shape,
                    wanted=shape,
                ),
                next_step="Analyse the recording again.",
            )
    unknown = [au for au in analysis.aus if au not in ACTION_UNITS]
    if unknown:
        raise ExportError(
            sentence(
                "The analysis has action units that AU Studio does not know: {unknown}.", unknown=unknown
            )
        )
    # Equal times are real: two timestamps may round to one second value, but never go back.
    if n and (not np.isfinite(analysis.times).all() or (np.diff(analysis.pts) <= 0).any()):
        raise ExportError(
            "The timestamps of the analysis do not rise.", next_step="Analyse the recording again."
        )
    if (np.isnan(analysis.intensities).any(axis=1) & analysis.success).any():
        raise ExportError("A frame with a face has no intensities.", next_step="Analyse the recording again.")
    if (np.isfinite(analysis.intensities).any(axis=1) & ~analysis.success).any():
        raise ExportError("A frame without a face has intensities.", next_step="Analyse the recording again.")
    found = analysis.intensities[analysis.success]
    if found.size and not (found.min() >= intensity.MIN and found.max() <= intensity.MAX):
        raise ExportError(
            sentence(
                "Intensities reach from {min} to {max}; the scale is 0 to 5.",
                min=found.min(),
                max=found.max(),
            )
        )


def check_coders(coders: CoderValues, n_frames: int) -> None:
    """Refuse coders' values that are not one per frame.

    Raises
    ------
    ExportError
        If a column has another length than the recording has frames.
    """
    for name, columns in coders.items():
        for au, values in columns.items():
            if values.shape != (n_frames,):
                raise ExportError(
                    sentence(
                        "{name} has {count} values of AU{au:02d} for {n_frames} frames.",
                        name=name,
                        count=len(values),
                        au=au,
                        n_frames=n_frames,
                    )
                )
