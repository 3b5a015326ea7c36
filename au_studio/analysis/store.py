"""Intensities of a recording on disk: one HDF5 file per recording and model, written once, never edited."""

from __future__ import annotations

import json
from pathlib import Path

import h5py
import numpy as np

from au_studio.analysis.results import RecordingAnalysis
from au_studio.errors import AUStudioError
from au_studio.files import atomic_path

SCHEMA = 1

_ARRAYS = {
    "pts": np.int64,
    "times": np.float64,
    "intensities": np.float32,
    "confidence": np.float32,
    "success": np.bool_,
    "person": np.int16,
    "boxes": np.float32,
}


class AnalysisFileError(AUStudioError):
    """A file of intensities cannot be read."""


def save_analysis(path: Path, analysis: RecordingAnalysis) -> None:
    """Write an analysis; a reader finds the old file, the new file or none, never half of one.

    Parameters
    ----------
    path : Path
        The ``.h5`` file to write or replace; its folder is made.
    analysis : RecordingAnalysis
        What to write; arrays are stored in the shapes and types that the class documents.

    Raises
    ------
    au_studio.files.WriteError
        If the file cannot be written.
    """
    with atomic_path(path) as temporary, h5py.File(temporary, "w") as file:
        file.attrs["schema"] = SCHEMA
        file.attrs["aus"] = np.asarray(analysis.aus, dtype=np.int64)
        file.attrs["provenance"] = json.dumps(analysis.provenance, ensure_ascii=False)
        for name, dtype in _ARRAYS.items():
            file.create_dataset(name, data=getattr(analysis, name), dtype=dtype)


def load_analysis(path: Path) -> RecordingAnalysis:
    """Read an analysis.

    Raises
    ------
    AnalysisFileError
        If the file is missing, damaged, or of a newer version.
    """
    try:
        with h5py.File(path, "r") as file:
            if file.attrs["schema"] != SCHEMA:
                raise AnalysisFileError(
                    f"The intensities {path} were written by a newer AU Studio.",
                    next_step="Analyse the recording again, or update AU Studio.",
                )
            arrays = {name: file[name][()] for name in _ARRAYS}
            return RecordingAnalysis(
                aus=tuple(int(au) for au in file.attrs["aus"]),
                provenance=json.loads(file.attrs["provenance"]),
                **arrays,
            )
    except (OSError, KeyError, ValueError) as error:
        raise AnalysisFileError(
            f"The intensities {path} cannot be read.",
            next_step="Delete the file and analyse the recording again.",
            details=str(error),
        ) from error
