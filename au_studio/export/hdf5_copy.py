"""A recording's values as HDF5: what a study stores and ``au-studio analyze`` writes, for other programs.

Datasets ``pts``, ``times``, ``intensities``, ``confidence``, ``success``, ``person``, ``boxes`` and, where
they are known, ``corners`` as `au_studio.analysis.results.RecordingAnalysis` documents them; attributes
``schema``, ``aus`` and ``provenance`` (JSON). Expected errors and ratings are not in it.
"""

from __future__ import annotations

from pathlib import Path

from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import save_analysis
from au_studio.export.check import check_analysis


def write(path: Path, analysis: RecordingAnalysis) -> int:
    """Write an analysis, calibrated and smoothed where it is: its provenance says so under ``processing``.

    Parameters
    ----------
    path : Path
        The ``.h5`` file to write or replace; it appears only when it is whole.
    analysis : RecordingAnalysis
        The values.

    Returns
    -------
    int
        Frames written.

    Raises
    ------
    ExportError
        If the analysis is incomplete or contradicts itself; then nothing is written.
    WriteError
        If the file cannot be written.
    """
    check_analysis(analysis)
    save_analysis(path, analysis)
    return len(analysis.pts)
