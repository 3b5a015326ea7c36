"""What the results of a recording are called: as it is, or with its folders in front where several are.

What an earlier run has called a recording stays so, whatever recordings have come beside it since: its
results are found again, and nobody else's are taken for them.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from au_studio.errors import AUStudioError
from au_studio.export.bids_names import entities_of
from au_studio.jobs.batch_record import earlier_names
from au_studio.jobs.outputs import sidecar_path
from au_studio.video.hashing import content_hash

SUMMARY = "summary"
"""Name, without ending, of the table that summarizes all recordings."""
_RESERVED = ("batch", SUMMARY)
"""Names of what tells of all recordings together."""
_LONGEST = 150
"""Bytes of a name: with endings, and with what BIDS and unfinished files put around it, less than 255."""
_FOLDERS = 6
"""So many folders in front of a recording are looked at for the name that an earlier run gave it."""


def output_names(
    videos: Sequence[Path], formats: Sequence[str] = (), folder: Path | None = None
) -> list[str]:
    """Return a name, without ending, for the results of each recording; no two are the same.

    A recording that is called like no other has its own name. Where several are called alike, the folders
    that they lie in stand in front (``P01_interview``); in one folder the second gets ``_2``, and so on.
    Upper and lower case count as the same, as they do on Windows and macOS; and where BIDS is among the
    `formats`, so do names that differ only in what BIDS leaves out of them (``a b`` and ``a_b``).

    Parameters
    ----------
    videos : sequence of Path
        All recordings of the command.
    formats : sequence of str
        Tables that are written.
    folder : Path, optional
        Where results go: what they are called that are there already stays so.
    """
    taken = _Taken("bids" in formats)
    kept: dict[int, str] = {}
    known = {} if folder is None else earlier_names(folder)
    for number, video in enumerate(videos):
        given = known.get(str(video.absolute()))
        candidates = [given] if given else [] if folder is None else _of_this_content(video, folder)
        name = next((name for name in candidates if taken.take(name)), None)
        if name is not None:
            kept[number] = name
    wanted = _with_folders(videos)
    return [kept[n] if n in kept else taken.take_like(wanted[n]) for n in range(len(videos))]


class _Taken:
    """The names that are given away."""

    def __init__(self, bids: bool) -> None:
        self._names, self._in_bids, self._bids = set(_RESERVED), set[str](), bids

    def take(self, name: str) -> bool:
        """Take a name; return whether it was free."""
        in_bids = entities_of(name).prefix.casefold()
        if name.casefold() in self._names or (self._bids and in_bids in self._in_bids):
            return False
        self._names.add(name.casefold())
        self._in_bids.add(in_bids)
        return True

    def take_like(self, name: str) -> str:
        """Take a name, or the first free one with a number behind it, and return it."""
        numbered = (name if n == 1 else _fitting(f"{name}_{n}") for n in itertools.count(1))
        return next(one for one in numbered if self.take(one))


def _with_folders(videos: Sequence[Path]) -> list[str]:
    alike = Counter(video.stem.casefold() for video in videos)
    parents = [video.absolute().parent for video in videos]
    try:
        common = Path(os.path.commonpath(parents)) if parents else Path()
    except ValueError:  # several drives
        common = None
    names = []
    for video, parent in zip(videos, parents, strict=True):
        folders = () if alike[video.stem.casefold()] == 1 else _between(common, parent)
        names.append(_fitting("_".join((*folders, video.stem))))
    return names


def _between(common: Path | None, parent: Path) -> tuple[str, ...]:
    return (parent.name,) if common is None else parent.relative_to(common).parts


def _fitting(name: str) -> str:
    """Return the name; if files could not be called so, its beginning and a fingerprint of the whole."""
    data = name.encode("utf-8", "surrogateescape")
    if len(data) <= _LONGEST:
        return name
    beginning = data[: _LONGEST - 10].decode("utf-8", "ignore").rstrip()
    return f"{beginning}~{hashlib.sha256(data).hexdigest()[:8]}"


def _of_this_content(video: Path, folder: Path) -> Iterator[str]:
    """Yield the names that the recording may have, under which results of its content lie in the folder."""
    fingerprint = ""
    for name in dict.fromkeys(_possible(video, folder)):
        try:
            told = json.loads(sidecar_path(folder / f"{name}.csv").read_text(encoding="utf-8"))
            there = told["provenance"]["video"]["content_hash"]
            fingerprint = fingerprint or content_hash(video)
        except (OSError, ValueError, KeyError, TypeError, AUStudioError):
            continue
        if there == fingerprint:
            yield name


def _possible(video: Path, folder: Path) -> Iterator[str]:
    whole = video.absolute().parts
    for n_folders in range(min(_FOLDERS, len(whole) - 2) + 1):
        stem = "_".join((*whole[len(whole) - 1 - n_folders : -1], video.stem))
        count, name = 1, _fitting(stem)
        while sidecar_path(folder / f"{name}.csv").is_file():
            yield name
            count += 1
            name = _fitting(f"{stem}_{count}")
