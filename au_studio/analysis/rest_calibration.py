"""Calibrate intensities to a person: what the model reads in their face at rest is taken off.

Faces differ at rest (low brows, full lips, age), and a model reads some of that as action. The baseline is
what it reads when the face is known to be at rest (a marked frame), or, without a mark, the lowest tenth of
the person's own values: robust against whatever the face does in between.
"""

from __future__ import annotations

import warnings
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from au_studio.errors import AUStudioError
from au_studio.facs import intensity
from au_studio.texts import sentence

Values = npt.NDArray[np.float32]

QUANTILE = 0.1
"""Without a marked frame: this share of the person's frames lies below the baseline."""
FEWEST_FRAMES = 50
"""Frames with a face that a baseline without a mark needs: about two seconds."""
MARK_SECONDS = 0.2
"""Frames this close to a marked frame (before and after) count with it: one frame alone is noisy."""
MOST = 4.0
"""Largest baseline: what lies above cannot be a face at rest."""


class RestCalibrationError(AUStudioError):
    """There is no face to calibrate by."""


@dataclass(frozen=True)
class RestCalibration:
    """What a model reads in a person's face at rest.

    Attributes
    ----------
    aus : tuple of int
        Action units.
    values : tuple of float
        Intensity at rest of each, 0 to `MOST`.
    method : str
        How it was found, in words, for the sidecar.
    """

    aus: tuple[int, ...]
    values: tuple[float, ...]
    method: str

    def apply(self, intensities: npt.ArrayLike) -> Values:
        """Return intensities [T, A] with the baseline taken off.

        Rest becomes 0 and what lies below it stays 0; 5 stays 5, and between them the scale is stretched, so
        that a person with a high baseline can still reach the top.
        """
        raw = np.asarray(intensities, dtype=np.float32)
        rest = np.array(self.values, dtype=np.float32)
        stretched = (raw - rest) * (intensity.MAX / (intensity.MAX - rest))
        return np.clip(stretched, intensity.MIN, intensity.MAX).astype(np.float32)

    def slope(self) -> Values:
        """Return by how much each unit's scale is stretched, [A]: expected errors grow by it, too."""
        rest = np.array(self.values, dtype=np.float32)
        return np.asarray(intensity.MAX / (intensity.MAX - rest), dtype=np.float32)

    def to_json(self) -> dict[str, Any]:
        """Return the baseline as it stands in a sidecar."""
        return {**asdict(self), "aus": list(self.aus), "values": [round(v, 4) for v in self.values]}


def calibration_by_calm(aus: tuple[int, ...], intensities: npt.ArrayLike) -> RestCalibration:
    """Return the baseline of a person without a marked frame.

    Parameters
    ----------
    aus : tuple of int
        Action units of the columns.
    intensities : float [T, A]
        All of the person's frames; NaN where there is no face.

    Raises
    ------
    RestCalibrationError
        If fewer than `FEWEST_FRAMES` frames show the face.
    """
    values = np.asarray(intensities, dtype=np.float32)
    n_frames = int(np.isfinite(values).all(axis=1).sum())
    if n_frames < FEWEST_FRAMES:
        raise RestCalibrationError(
            sentence(
                "Only {n_frames} frames show the face; calibrating to the face at rest needs "
                "{fewest_frames}.",
                n_frames=n_frames,
                fewest_frames=FEWEST_FRAMES,
            ),
            next_step="Mark a neutral frame of this person, or leave the calibration off.",
        )
    return _baseline(
        aus,
        np.nanquantile(values, QUANTILE, axis=0),
        f"the lowest {100 * QUANTILE:.0f} % of {n_frames} frames",
    )


def calibration_by_mark(
    aus: tuple[int, ...], intensities: npt.ArrayLike, times: npt.ArrayLike, marked: float
) -> RestCalibration:
    """Return the baseline of a person from a frame in which the face is at rest.

    Parameters
    ----------
    aus : tuple of int
        Action units of the columns.
    intensities : float [T, A]
        NaN where there is no face.
    times : float [T]
        Seconds.
    marked : float
        The marked frame's time, seconds.

    Raises
    ------
    RestCalibrationError
        If no frame near the mark shows the face.
    """
    near = np.abs(np.asarray(times, dtype=float) - marked) <= MARK_SECONDS
    rows = np.asarray(intensities, dtype=np.float32)[near]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        values = np.nanmedian(rows, axis=0) if len(rows) else np.full(len(aus), np.nan)
    if not np.isfinite(values).all():
        raise RestCalibrationError(
            sentence(
                "No face was found at {marked:.2f} s, where the neutral frame is marked.", marked=marked
            ),
            next_step="Mark a frame in which the face is seen, or leave the calibration off.",
        )
    return _baseline(aus, values, f"the frame marked as neutral at {marked:.3f} s")


def _baseline(aus: tuple[int, ...], values: npt.ArrayLike, method: str) -> RestCalibration:
    clipped = np.clip(np.asarray(values, dtype=float), 0.0, MOST)
    return RestCalibration(tuple(aus), tuple(float(v) for v in clipped), method)
