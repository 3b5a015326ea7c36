"""The values of a recording as typed columns, one row per frame: what data frames and Parquet files hold.

Columns: ``frame, pts, timestamp, face_id, confidence, success, AU01_r, …, AU01_sd, …``. They mean what those
of the OpenFace table mean, but nothing is rounded; without a face the intensities are NaN, never 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from au_studio.analysis.results import RecordingAnalysis
from au_studio.export.check import check_analysis
from au_studio.export.openface_csv import CORNER_UNIT, CORNERS, face_id
from au_studio.facs.action_units import ACTION_UNITS, csv_column


@dataclass(frozen=True, eq=False)
class FrameColumn:
    """One column.

    Attributes
    ----------
    name : str
        As in the header of a table.
    values : array [T]
        int32 (``frame``), int64 (``pts``), float64 (``timestamp``, s), int16 (``face_id``), bool
        (``success``) or float32 (all others; NaN = no value).
    meaning, unit : str
        In words.
    """

    name: str
    values: npt.NDArray[Any]
    meaning: str
    unit: str = ""


def frame_columns(analysis: RecordingAnalysis) -> list[FrameColumn]:
    """Return the columns of an analysis of T frames, with its expected errors if it has them.

    Raises
    ------
    au_studio.export.errors.ExportError
        If the analysis is incomplete or contradicts itself.
    """
    check_analysis(analysis)
    # As in the OpenFace table: a missing number would make a column of floats, in some files only.
    person = np.where(analysis.person >= 0, analysis.person, face_id(analysis)).astype(np.int16)
    confidence = np.where(analysis.success, analysis.confidence, 0.0).astype(np.float32)
    base = (analysis.provenance.get("video") or {}).get("time_base")
    columns = [
        FrameColumn("frame", np.arange(1, len(analysis.pts) + 1, dtype=np.int32), "place, from 1", "frames"),
        FrameColumn("pts", analysis.pts, "presentation timestamp", f"{base} s" if base else ""),
        FrameColumn("timestamp", analysis.times, "presentation time", "s"),
        FrameColumn("face_id", person, "number of the tracked person"),
        FrameColumn("confidence", confidence, "score of the face", "0-1"),
        FrameColumn("success", analysis.success, "whether the face was found"),
    ]
    for au, values in zip(analysis.aus, analysis.intensities.T, strict=True):
        meaning = f"intensity of the {ACTION_UNITS[au].name}; null without a face"
        columns.append(FrameColumn(csv_column(au), values, meaning, "FACS intensity, 0-5"))
    if analysis.errors is not None:
        for au, values in zip(analysis.aus, analysis.errors.T, strict=True):
            name = f"{ACTION_UNITS[au].label}_sd"
            columns.append(FrameColumn(name, values, "expected error", "steps of the FACS intensity"))
    if analysis.corners is not None:
        for name, values in zip(CORNERS, analysis.corners.T, strict=True):
            meaning = f"movement of the {name.partition('_')[0]} corner of the mouth outwards and upwards"
            columns.append(FrameColumn(name, values, f"{meaning} from rest", CORNER_UNIT))
    return columns
