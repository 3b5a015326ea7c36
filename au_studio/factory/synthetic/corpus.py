"""A rendered corpus on disk: a manifest and shards of aligned crops with their exact intensities.

``manifest.json`` says how the corpus was made; ``shard_0000.h5`` … hold the rows. A shard is written to a
temporary file and renamed when it is complete, so every ``shard_*.h5`` can be trusted, and a rendering that
was interrupted goes on where it stopped.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import h5py
import numpy as np
from numpy.typing import NDArray

from au_studio.errors import AUStudioError
from au_studio.hdf5 import write_hdf5

MANIFEST = "manifest.json"
CROP_MARGIN = 8
CROP_SIDE = 144
"""Side of the stored crops: the 128-px crop of the face alignment with 8 px more on every side."""
STATIC, CLIP = 0, 1
COLUMNS: dict[str, Any] = {
    "clip": np.int32,
    "time": np.float64,
    "identity": np.int32,
    "rig": np.uint8,
    "split": np.uint8,
    "kind": np.uint8,
}
"""The columns beside ``crops`` and ``intensities``, and their types."""


class CorpusError(AUStudioError):
    """A rendered corpus is missing, damaged or of another making."""


@dataclass
class Manifest:
    """How a corpus was made, and what is in it."""

    generator_version: str
    seed: int
    size: dict[str, int]
    aus: list[int]
    crop: dict[str, Any]
    splits: dict[str, Any]
    columns: dict[str, str]
    attribution: list[str]
    notes: list[str]
    complete: bool = False
    shards: int = 0
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What to call the corpus in a report: version, seed and size."""
        size = "+".join(f"{count}{kind[0]}" for kind, count in self.size.items())
        return f"synthetic-{self.generator_version}-seed{self.seed}-{size}"


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest (atomically)."""
    temporary = folder / f".{MANIFEST}.{os.getpid()}"
    temporary.write_text(
        json.dumps({"name": manifest.name, **asdict(manifest)}, indent=1) + "\n", encoding="utf-8"
    )
    temporary.replace(folder / MANIFEST)


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a corpus.

    Raises
    ------
    CorpusError
        If there is none, or it can't be understood.
    """
    try:
        content = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        content.pop("name", None)
        return Manifest(**content)
    except (OSError, ValueError, TypeError) as error:
        raise CorpusError(
            f"There is no readable synthetic corpus in {folder}.",
            next_step="Render one with: python -m au_studio corpus synthetic --assets DIR -o DIR",
            details=str(error),
        ) from error


def shard_path(folder: Path, number: int) -> Path:
    """Return where a shard lies once it is complete."""
    return folder / f"shard_{number:04d}.h5"


def write_shard(
    path: Path,
    crops: NDArray[np.uint8],
    intensities: NDArray[np.float32],
    columns: dict[str, NDArray[Any]],
    *,
    aus: tuple[int, ...],
    attributes: dict[str, Any],
) -> None:
    """Write a complete shard: to a temporary file, synchronised, then renamed.

    Parameters
    ----------
    path : Path
        Where it shall lie.
    crops : uint8 ndarray, shape (N, 144, 144, 3)
        RGB.
    intensities : float32 ndarray, shape (N, A)
        In [0, 5], one column per unit of `aus`.
    columns : dict of str to ndarray, shape (N,)
        See `COLUMNS`.
    aus : tuple of int
        What the columns of the intensities are.
    attributes : dict
        Numbers to keep with the shard (seed, frames without a face, …).
    """
    with write_hdf5(path) as (file, _):
        n = len(crops)
        file.create_dataset("crops", data=crops, chunks=(1, *crops.shape[1:]) if n else None)
        file.create_dataset("intensities", data=intensities.astype(np.float32))
        file["intensities"].attrs["aus"] = list(aus)
        file.attrs["aus"] = list(aus)
        for name, kind in COLUMNS.items():
            file.create_dataset(name, data=np.asarray(columns[name], kind))
        for key, value in attributes.items():
            file.attrs[key] = value


def shard_attributes(path: Path) -> dict[str, Any]:
    """Return the numbers kept with a shard, and its ``rows``.

    Raises
    ------
    CorpusError
        If the shard can't be read.
    """
    try:
        with h5py.File(path) as file:
            return {**dict(file.attrs), "rows": len(file["crops"])}
    except (OSError, KeyError) as error:
        raise CorpusError(
            f"The shard {path} can't be read.",
            next_step="Delete it and render the corpus again.",
            details=str(error),
        ) from error
