"""The default table: one row per frame, columns named as OpenFace names them, so that scripts for it run.

``frame, face_id, timestamp, confidence, success, AU01_r, …``, then expected errors (``AU12_sd``), how far the
corners of the mouth have moved (``left_lipcorner``, where the analysis knows it), columns of coders
(``AU12_coder_ab``) and of further models (``AU12_r_NAME``) on demand. ``frame`` counts from 1, as in
OpenFace; ``timestamp`` is the container's presentation timestamp in seconds. A frame without a face has
``success`` 0, ``confidence`` 0 and empty intensities. There are no ``_c`` columns: presence would be a silent
threshold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from au_studio.analysis.results import RecordingAnalysis
from au_studio.export.check import CoderValues, check_analysis, check_coders
from au_studio.export.errors import ExportError
from au_studio.export.table import column_part, level, number, seconds, write_table
from au_studio.facs.action_units import ACTION_UNITS, csv_column
from au_studio.texts import sentence

# Neither “_r” nor “_c” may be in them: scripts choose columns of OpenFace by these.
CORNERS = ("left_lipcorner", "right_lipcorner")
CORNER_UNIT = "% of the distance between the outer corners of the eyes"
LEADING = ("frame", "face_id", "timestamp", "confidence", "success")


def write(
    path: Path,
    analysis: RecordingAnalysis,
    coders: CoderValues | None = None,
    *,
    models: Mapping[str, RecordingAnalysis] | None = None,
    first_frame: int = 1,
) -> int:
    """Write the table of a recording.

    Parameters
    ----------
    path : Path
        The file to write or replace; it changes only when the whole table is written.
    analysis : RecordingAnalysis
        The analysis, one row per decoded frame; with its `errors`, if it has them.
    coders : mapping, optional
        By coder's name and action unit: levels float [T], NaN where not rated or not codable.
    models : mapping, optional
        Analyses of the same frames by further models, by name.
    first_frame : int
        Number of the first frame: more than 1 where the analysis is a part of a recording.

    Returns
    -------
    int
        Rows written, one per frame.

    Raises
    ------
    ExportError
        If the analysis is incomplete or contradicts itself; then nothing is written.
    WriteError
        If the file cannot be written.
    """
    check_analysis(analysis)
    check_coders(coders or {}, len(analysis.pts))
    header = [*LEADING, *(csv_column(au) for au in analysis.aus)]
    extra: list[list[str]] = []
    if analysis.errors is not None:
        for au, values in zip(analysis.aus, analysis.errors.T, strict=True):
            header.append(f"{ACTION_UNITS[au].label}_sd")
            extra.append([number(value, 4) for value in values.tolist()])
    if analysis.corners is not None:
        for name, values in zip(CORNERS, analysis.corners.T, strict=True):
            header.append(name)
            extra.append([number(value, 3) for value in values.tolist()])
    for coder, columns in (coders or {}).items():
        for au in sorted(columns):
            header.append(f"{ACTION_UNITS[au].label}_coder_{column_part(coder)}")
            extra.append([level(value) for value in columns[au].tolist()])
    for name, other in (models or {}).items():
        _check_same_frames(analysis, other, name)
        for au, values in zip(other.aus, other.intensities.T, strict=True):
            header.append(f"{csv_column(au)}_{column_part(name)}")
            extra.append([number(value, 4) for value in values.tolist()])
    return write_table(path, header, _rows(analysis, extra, first_frame))


def face_id(analysis: RecordingAnalysis) -> int:
    """Return the number of the tracked person that most rows are about; 0 when there is no face at all."""
    seen = analysis.person[analysis.person >= 0]
    return int(np.bincount(seen).argmax()) if seen.size else 0


def _rows(
    analysis: RecordingAnalysis, extra: Sequence[Sequence[str]], first_frame: int
) -> Iterator[list[str]]:
    # A row without a face keeps the person's number: an empty one would turn the column into text or floats.
    usual = face_id(analysis)
    persons = np.where(analysis.person >= 0, analysis.person, usual).tolist()
    confidences = np.where(analysis.success, analysis.confidence, 0.0).tolist()
    times, success = analysis.times.tolist(), analysis.success.tolist()
    intensities = analysis.intensities.tolist()
    for i, time in enumerate(times):
        yield [
            str(first_frame + i),
            str(persons[i]),
            seconds(time),
            number(confidences[i], 3),
            "1" if success[i] else "0",
            *(number(value, 4) for value in intensities[i]),
            *(column[i] for column in extra),
        ]


def _check_same_frames(analysis: RecordingAnalysis, other: RecordingAnalysis, name: str) -> None:
    check_analysis(other)
    if not np.array_equal(analysis.pts, other.pts):
        raise ExportError(
            sentence("The analysis by {name} is of other frames; nothing was written.", name=name),
            next_step="Analyse the recording again with that model.",
        )
