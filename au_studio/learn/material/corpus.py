"""Read a corpus of labelled face crops (a folder of shards) as clips."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import h5py
import numpy as np
import numpy.typing as npt

from au_studio.learn.material.clips import Clip, ClipsError
from au_studio.texts import sentence

Split = Literal["train", "validation", "test"]
SPLITS: tuple[Split, ...] = ("train", "validation", "test")
RIGS = ("ict", "makehuman")
_GAP = 1.5
"""Times the usual distance of two frames from which on one is missing between them."""


def read_manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest of a corpus.

    Raises
    ------
    ClipsError
        If the folder is no corpus.
    """
    try:
        manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ClipsError(
            sentence("{folder} is not a corpus: its manifest.json cannot be read.", folder=folder),
            next_step="Make a corpus first: au-studio corpus synthetic --help.",
            details=str(error),
        ) from error
    return manifest


def read_corpus(folder: Path, split: Split, aus: Sequence[int], *, among_others: bool = False) -> list[Clip]:
    """Read one split of a corpus; every still picture is a clip of one frame.

    Parameters
    ----------
    folder : Path
        With ``manifest.json`` and ``shard_*.h5``.
    split : {"train", "validation", "test"}
    aus : sequence of int
        Action units to keep, in the order wanted.
    among_others : bool
        Other corpora are read, too: the names of persons and clips, which every corpus counts from 0, say of
        which seed they are.

    Returns
    -------
    list of Clip
        `group` is the rig and the identity, `source` the rig, the kind ("still" or "clip") and the number;
        before identity and number stands the seed of the corpus ("ict-7.5") where others are read, too.

    Raises
    ------
    ClipsError
        If the folder is no corpus, or lacks one of the action units.
    """
    manifest = read_manifest(folder)
    seed = f"{manifest.get('seed', folder.name)}." if among_others else ""
    clips: list[Clip] = []
    for path in sorted(folder.glob("shard_*.h5")):
        clips.extend(_read_shard(path, SPLITS.index(split), aus, seed))
    return clips


def _read_shard(path: Path, split: int, aus: Sequence[int], seed: str) -> list[Clip]:
    with h5py.File(path, "r") as file:
        known = [int(au) for au in file.attrs["aus"]]
        missing = [au for au in aus if au not in known]
        if missing:
            raise ClipsError(
                sentence("{path} has no labels for AU {missing}.", path=path, missing=missing),
                next_step="Choose other action units.",
            )
        columns = [known.index(au) for au in aus]
        meta = {
            name: file[name][()]
            for name in ("split", "clip", "time", "identity", "rig", "kind", "intensities")
        }
        rows = np.flatnonzero(meta["split"] == split)
        if not len(rows):
            return []
        crops = file["crops"][rows[0] : rows[-1] + 1]
        starts = np.flatnonzero(np.diff(meta["clip"][rows], prepend=-1))
        clips = []
        for run in np.split(rows, starts[1:]):
            first = run[0]
            kind = "clip" if meta["kind"][first] else "still"
            rig = RIGS[meta["rig"][first]]
            clips.append(
                Clip(
                    crops=crops[run - rows[0]],
                    intensities=meta["intensities"][run][:, columns].astype(np.float32),
                    times=meta["time"][run].astype(np.float64),
                    pts=np.round(meta["time"][run] * 1000).astype(np.int64),
                    restart=_restarts(meta["time"][run]),
                    group=f"{rig}-{seed}{meta['identity'][first]}",
                    source=f"{rig}-{kind}-{seed}{meta['clip'][first]}",
                )
            )
        return clips


def _restarts(times: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    """Mark the first frame, and every one before which the face was lost: frames without are not stored."""
    steps = np.diff(times)
    gaps = steps > _GAP * np.median(steps) if len(steps) else np.zeros(0, dtype=bool)
    return np.concatenate([[True], gaps])
