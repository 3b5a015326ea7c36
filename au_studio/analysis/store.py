"""Intensities of a recording on disk: one HDF5 file per recording and model, written once, never edited."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import numpy.typing as npt

from au_studio.analysis.results import RecordingAnalysis
from au_studio.errors import AUStudioError
from au_studio.hdf5 import Stored, read_hdf5, write_hdf5
from au_studio.texts import sentence
from au_studio.video.aspect import SQUARE, pixel_aspect_of
from au_studio.video.options import ReadingOptions, options_from_json, options_of
from au_studio.video.reading import reading_of

SCHEMA = 1

_ARRAYS = {
    "pts": np.int64,
    "times": np.float64,
    "intensities": np.float32,
    "confidence": np.float32,
    "success": np.uint8,  # other programs misread the type that HDF5 gives a truth value
    "person": np.int16,
    "boxes": np.float32,
}

_CORNERS = "corners"  # only where there are some


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
    with write_hdf5(path) as (file, _):
        file.attrs["schema"] = SCHEMA
        file.attrs["aus"] = np.asarray(analysis.aus, dtype=np.int64)
        file.attrs["provenance"] = json.dumps(analysis.provenance, ensure_ascii=False)
        write_arrays(file, analysis)


def write_arrays(file: h5py.File, analysis: RecordingAnalysis) -> None:
    """Write the rows of an analysis into an opened file."""
    for name, dtype in _ARRAYS.items():
        file.create_dataset(name, data=getattr(analysis, name), dtype=dtype)
    if analysis.corners is not None:
        file.create_dataset(_CORNERS, data=analysis.corners, dtype=np.float32)


def read_arrays(file: h5py.File) -> dict[str, Any]:
    """Read the rows of an analysis from an opened file, by their names in `RecordingAnalysis`."""
    return _as_rows({name: file[name][()] for name in _present(file)})


def _present(file: h5py.File | Stored) -> list[str]:
    """Return what to read of a file: what every analysis holds, and the corners where they are known."""
    return [*_ARRAYS, *([_CORNERS] if _CORNERS in file else [])]


def _as_rows(arrays: dict[str, Any]) -> dict[str, Any]:
    return arrays | {"success": arrays["success"].astype(np.bool_)}


def load_analysis(path: Path) -> RecordingAnalysis:
    """Read an analysis.

    Raises
    ------
    AnalysisFileError
        If the file is missing, damaged, or of a newer version.
    """
    with _opened(path) as file:
        return RecordingAnalysis(
            aus=tuple(int(au) for au in file.attribute("aus")),
            provenance=json.loads(file.attribute("provenance")),
            **_as_rows({name: file.array(name) for name in _present(file)}),
        )


def load_provenance(path: Path) -> dict[str, Any]:
    """Read how an analysis was made, without its arrays: about a millisecond, however long the recording.

    Raises
    ------
    AnalysisFileError
        If the file is missing, damaged, or of a newer version.
    """
    with _opened(path) as file:
        return dict(json.loads(file.attribute("provenance")))


@dataclass(frozen=True, eq=False)
class Said:
    """What an analysis says, without how the faces were found; as in `RecordingAnalysis`.

    Attributes
    ----------
    aus : tuple of int
        The columns.
    pts : int64 [T]
    times : float64 [T]
    intensities : float32 [T, A]
    success : bool [T]
    provenance : dict
    """

    aus: tuple[int, ...]
    pts: npt.NDArray[np.int64]
    times: npt.NDArray[np.float64]
    intensities: npt.NDArray[np.float32]
    success: npt.NDArray[np.bool_]
    provenance: dict[str, Any]


def load_said(path: Path) -> Said:
    """Read what an analysis says, in half the time of the whole.

    Raises
    ------
    AnalysisFileError
        If the file is missing, damaged, or of a newer version.
    """
    with _opened(path) as file:
        return Said(
            aus=tuple(int(au) for au in file.attribute("aus")),
            pts=file.array("pts"),
            times=file.array("times"),
            intensities=file.array("intensities"),
            success=file.array("success").astype(np.bool_),
            provenance=json.loads(file.attribute("provenance")),
        )


def load_clock(path: Path) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Read the frames' timestamps, int64 [T], and times in seconds, float64 [T], and nothing else.

    Raises
    ------
    AnalysisFileError
        If the file is missing, damaged, or of a newer version.
    """
    with _opened(path) as file:
        return file.array("pts"), file.array("times")


def kept_folder(output: Path) -> Path:
    """Return the folder beside an analysis that holds what there is of it while it is not finished."""
    return output.with_suffix(".unfinished")


def discard_kept(output: Path) -> None:
    """Give up what there is of an analysis that was not finished."""
    shutil.rmtree(kept_folder(output), ignore_errors=True)


def is_analysis_of(
    provenance: Mapping[str, Any],
    *,
    target_person: int | None,
    video_hash: str,
    model_sha256: str,
    backend: str,
    rest: str = "",
    video: Path | None = None,
) -> bool:
    """Return whether an analysis is the one that would be made now.

    That of a recording that is cut short counts: analysing it again would yield no more. One of a recording
    with oblong pixels does not if it was made before these were heeded: it saw squeezed faces. The same holds
    of whatever else is read in another way now (`VideoIndex.reading`), or because people chose it.

    Parameters
    ----------
    provenance : mapping
        How the stored analysis was made.
    target_person : int or None
        The person to analyse now; None = the most prominent one so far.
    video_hash, model_sha256 : str
        Contents of the recording and of the model; empty = not known, which any analysis fits.
    backend : str
        The face backend to use now; empty = not known, too.
    rest : str
        What is taken for a person's rest now (`au_studio.analysis.rest.RestChoice`); empty = any will do.
    video : Path or None
        The recording; None = not at hand: its pixels are taken for square.
    """
    made_from = str((provenance.get("video") or {}).get("content_hash") or "")
    made_by = str((provenance.get("model") or {}).get("sha256") or "")
    return (
        provenance.get("target_person") == target_person
        and _agree(made_from, video_hash)
        and _agree(made_by, model_sha256)
        and _agree(str(provenance.get("backend") or ""), backend)
        # What was made before there was a choice was made with the running rest.
        and (not rest or str(provenance.get("rest") or "running") == rest)
        and ("pixel_aspect" in (provenance.get("video") or {}) or _is_square(video))
        and ("reading" in (provenance.get("video") or {}) or video is None or not reading_of(video))
        and (video is None or _chosen(provenance) == options_of(video))
    )


def _chosen(provenance: Mapping[str, Any]) -> ReadingOptions:
    return options_from_json((provenance.get("video") or {}).get("options") or {})


def _is_square(video: Path | None) -> bool:
    return video is None or pixel_aspect_of(video) == SQUARE


def _agree(stored: str, wanted: str) -> bool:
    return not stored or not wanted or stored == wanted


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[Stored]:
    try:
        with read_hdf5(path) as file:
            if file.attribute("schema") != SCHEMA:
                raise AnalysisFileError(
                    sentence("The intensities {path} were written by a newer AU Studio.", path=path),
                    next_step="Analyse the recording again, or update AU Studio.",
                )
            yield file
    except (OSError, KeyError, ValueError) as error:
        raise AnalysisFileError(
            sentence("The intensities {path} cannot be read.", path=path),
            next_step="Delete the file and analyse the recording again.",
            details=str(error),
        ) from error
