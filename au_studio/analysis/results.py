"""What the analysis of a recording yields: per frame while it runs, as arrays when it is done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from au_studio.face.model import TrackedFace


@dataclass(frozen=True, eq=False)
class FrameAnalysis:
    """The analysis of one frame.

    Attributes
    ----------
    position : int
        The frame's place in the recording, from 0.
    pts : int
        Its presentation timestamp, in the time base of the recording.
    time : float
        The same in seconds.
    faces : tuple of TrackedFace
        Every face found, the target person's among them.
    intensities : float32 [A] or None
        Intensities in [0, 5] of the target person; None when that face was not found.
    confidence : float
        Score of the target person's face, 0 to 1; 0 when it was not found.
    person : int or None
        The target person's number among `faces`; None when that face was not found.
    trace : float32 [D] or None
        What the frame leaves for a rest that is known later (`au_studio.analysis.rest.Traces`); None where
        none is to come, or the face was not found.
    """

    position: int
    pts: int
    time: float
    faces: tuple[TrackedFace, ...]
    intensities: npt.NDArray[np.float32] | None
    confidence: float
    person: int | None
    trace: npt.NDArray[np.float32] | None = None


@dataclass(eq=False)
class RecordingAnalysis:
    """The analysis of a whole recording: one row per decoded frame.

    Attributes
    ----------
    aus : tuple of int
        FACS numbers of the columns of `intensities`; A of them.
    pts : int64 [T]
        Presentation timestamps in the time base of the recording, rising.
    times : float64 [T]
        The same in seconds.
    intensities : float32 [T, A]
        Intensities in [0, 5]; NaN where the target person's face was not found.
    confidence : float32 [T]
        Face score, 0 to 1; 0 where no face was found.
    success : bool [T]
        Whether the target person's face was found.
    person : int16 [T]
        Number of the tracked person that the row is about; -1 where no face was found.
    boxes : float32 [T, 4]
        Face box (x0, y0, x1, y1) in pixels; NaN where no face was found.
    corners : float32 [T, 2] or None
        How far the left and the right corner of the mouth (the person's own sides) have moved outwards and
        upwards from rest, in percent of the distance between the outer corners of the eyes; NaN without a
        face, or where no calm frame of the person is known. None where the rest was not known afterwards
        (`au_studio.analysis.rest.RestChoice.later`).
    provenance : dict
        How it was made: app version, model, video hash, settings. JSON types only.
    errors : float32 [T, A] or None
        Root of the expected squared error of each intensity, in steps of the scale; not stored, but made
        where it is asked for (`au_studio.analysis.processing.with_errors`).
    """

    aus: tuple[int, ...]
    pts: npt.NDArray[np.int64]
    times: npt.NDArray[np.float64]
    intensities: npt.NDArray[np.float32]
    confidence: npt.NDArray[np.float32]
    success: npt.NDArray[np.bool_]
    person: npt.NDArray[np.int16]
    boxes: npt.NDArray[np.float32]
    provenance: dict[str, Any] = field(default_factory=dict)
    errors: npt.NDArray[np.float32] | None = None
    corners: npt.NDArray[np.float32] | None = None
