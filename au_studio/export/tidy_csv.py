"""The long table: one row per frame, source and action unit, as R's tidyverse and mixed models want it.

Columns: ``recording, frame, timestamp, source, kind, au, intensity, status``. ``kind`` is ``model`` or
``coder``; ``status`` is ``scored``, ``no_face`` (a model's row without a face) or ``not_codable`` (a
coder's). Frames that a coder did not rate have no row of that coder.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt

from au_studio.analysis.results import RecordingAnalysis
from au_studio.export.check import CoderValues, check_analysis, check_coders
from au_studio.export.table import EMPTY, level, number, seconds, write_table
from au_studio.facs.action_units import ACTION_UNITS

HEADER = ("recording", "frame", "timestamp", "source", "kind", "au", "intensity", "status")

NotCodable = Mapping[str, Mapping[int, npt.NDArray[np.bool_]]]
"""By coder's name and action unit: bool [T], True where that coder found it not codable."""


def write(
    path: Path,
    recording: str,
    models: Mapping[str, RecordingAnalysis],
    coders: CoderValues | None = None,
    not_codable: NotCodable | None = None,
) -> int:
    """Write the long table of a recording.

    Parameters
    ----------
    path : Path
        The file to write or replace.
    recording : str
        Name of the recording, for the first column.
    models : mapping
        Analyses of the recording by name of the model; at least one.
    coders : mapping, optional
        By coder's name and action unit: levels float [T], NaN where there is none.
    not_codable : mapping, optional
        By coder's name and action unit: bool [T].

    Returns
    -------
    int
        Rows written.

    Raises
    ------
    ExportError
        If an analysis is incomplete or values are not one per frame; then nothing is written.
    ValueError
        If there is no analysis.
    WriteError
        If the file cannot be written.
    """
    if not models:
        raise ValueError("The long table needs at least one analysis.")
    for analysis in models.values():
        check_analysis(analysis)
        check_coders(coders or {}, len(analysis.pts))
    times = next(iter(models.values())).times

    def rows() -> Iterator[list[str]]:
        for name, analysis in models.items():
            yield from _model_rows(recording, name, analysis)
        for coder in coders or {}:
            yield from _coder_rows(
                recording, coder, times, (coders or {})[coder], (not_codable or {}).get(coder, {})
            )

    return write_table(path, HEADER, rows())


def _model_rows(recording: str, model: str, analysis: RecordingAnalysis) -> Iterator[list[str]]:
    labels = [ACTION_UNITS[au].label for au in analysis.aus]
    values, success = analysis.intensities.tolist(), analysis.success.tolist()
    for i, time in enumerate(analysis.times.tolist()):
        head = [recording, str(i + 1), seconds(time), model, "model"]
        status = "scored" if success[i] else "no_face"
        for label, value in zip(labels, values[i], strict=True):
            yield [*head, label, number(value, 4), status]


def _coder_rows(
    recording: str,
    coder: str,
    times: npt.NDArray[np.float64],
    levels: Mapping[int, npt.NDArray[np.floating]],
    not_codable: Mapping[int, npt.NDArray[np.bool_]],
) -> Iterator[list[str]]:
    nothing = np.zeros(len(times), dtype=bool)
    for i, time in enumerate(times.tolist()):
        head = [recording, str(i + 1), seconds(time), coder, "coder"]
        for au in sorted({*levels, *not_codable}):
            if au in levels and not np.isnan(levels[au][i]):
                yield [*head, ACTION_UNITS[au].label, level(float(levels[au][i])), "scored"]
            elif not_codable.get(au, nothing)[i]:
                yield [*head, ACTION_UNITS[au].label, EMPTY, "not_codable"]
