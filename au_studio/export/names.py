"""How the files of an export are named: a stem for each recording, and what it ends in; no Qt."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from au_studio.export import sidecar
from au_studio.export.bids_names import FOLDER
from au_studio.video.folders import VIDEO_SUFFIXES

OF_EACH: dict[str, str] = {
    "openface": ".csv",
    "tidy": ".tidy.csv",
    "events": ".events.csv",
    "markers": ".markers.csv",
    "elan": ".eaf",
    "hdf5": ".h5",
    "mne": ".mne.txt",
}
"""Files that every recording gets, and how their names end."""

OF_ALL: dict[str, str] = {"summary": "summary.csv", "methods": "methods.txt"}
"""Files that tell of all recordings together."""

_LONGEST_STEM = 180
"""Bytes of a table's name: file systems take 255, and endings and numbers come to it."""


def unique_stems(names: Sequence[str]) -> list[str]:
    """Return names for the tables of recordings that every file system takes and no two recordings share.

    The ending of a video is left out, what Windows forbids becomes ``_``, and very long names are cut. A name
    is numbered where one of its files would be that of a recording before, or of all recordings together.
    """
    taken = _with_sidecars(OF_ALL.values())
    stems = []
    for name in names:
        plain = _plain_stem(name)
        numbered = (plain if n == 1 else f"{plain}-{n}" for n in itertools.count(1))
        stem = next(stem for stem in numbered if taken.isdisjoint(_files_of(stem)))
        taken |= _files_of(stem)
        stems.append(stem)
    return stems


def _plain_stem(name: str) -> str:
    ending = Path(name).suffix
    stem = name.removesuffix(ending) if ending.lower() in VIDEO_SUFFIXES else name
    stem = re.sub(r'[<>:"/\\|?*\x00-\x1f]', "_", stem)
    stem = stem.encode()[:_LONGEST_STEM].decode(errors="ignore").strip(" .")
    return stem or "recording"


def _files_of(stem: str) -> set[str]:
    return _with_sidecars(f"{stem}{ending}" for ending in OF_EACH.values())


def _with_sidecars(names: Iterable[str]) -> set[str]:
    # Windows and macOS take SESSION.csv and session.csv for the same file.
    return {path.name.casefold() for path in with_sidecars(Path(name) for name in names)}


def with_sidecars(files: Iterable[Path]) -> list[Path]:
    """Return files, each followed by the one beside it that says how it was made.

    A BIDS data set says so itself.
    """
    return [
        path
        for file in files
        for path in ((file,) if FOLDER in file.parts[-5:-1] else (file, sidecar.path_for(file)))
    ]
