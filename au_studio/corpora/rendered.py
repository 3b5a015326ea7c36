"""Rendered faces as a labelled corpus: the pack of films that ships, or a folder of ``corpus synthetic``."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from au_studio import resources
from au_studio.corpora.labelled import (
    CorpusError,
    Division,
    LabelledCorpus,
    LabelledRecording,
    Material,
    Protocols,
)
from au_studio.facs.action_units import DISFA_AUS
from au_studio.learn.material.clips import Clip
from au_studio.learn.material.corpus import SPLITS, read_corpus, read_manifest

PACK_FORMAT = "au-studio benchmark pack 1"
PARTS = SPLITS
RIGS = ("ict", "makehuman")
"""The rig that trains in the protocol "held-out rig", and the one that it is tested on."""


def shipped_pack() -> Path:
    """Return the folder of the benchmark pack that ships with AU Studio.

    Raises
    ------
    au_studio.errors.MissingResourceError
        If it is missing.
    """
    return resources.path("benchmark")


def is_pack(folder: Path) -> bool:
    """Return whether a folder holds films with intensities, and not shards of crops."""
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(manifest, dict) and manifest.get("format") == PACK_FORMAT


def read_pack(folder: Path) -> LabelledCorpus:
    """Read a pack of films: ``manifest.json``, and per film an MP4 and a CSV of exact intensities.

    Raises
    ------
    CorpusError
        If the folder is no pack or a file is missing or damaged.
    """
    if not is_pack(folder):
        raise CorpusError(
            f"{folder} is no benchmark pack: it has no manifest.json of one.",
            next_step="Leave the folder out to use the pack that ships, or install AU Studio again.",
        )
    manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    aus = DISFA_AUS
    recordings, parts = [], {}
    for film in manifest["films"]:
        name, subject = str(film["file"]), f"{film['rig']}-{film['person']}"
        numbers, labels = _read_intensities(folder / f"{name}.csv", aus)
        recordings.append(LabelledRecording(name, subject, numbers, labels, video=folder / f"{name}.mp4"))
        parts[subject] = str(film["part"])
    return LabelledCorpus(str(manifest["name"]), aus, tuple(recordings), _protocols(parts))


def read_rendered_folder(folder: Path) -> Material:
    """Read the clips (not the still pictures) of a corpus that ``corpus synthetic`` rendered.

    Raises
    ------
    au_studio.learn.material.clips.ClipsError
        If the folder is no such corpus.
    CorpusError
        If it holds too few clips to divide.
    """
    return read_rendered_folders([folder])


def read_rendered_folders(folders: Sequence[Path]) -> Material:
    """Read the clips of several such corpora as one; every clip stays in the part that it was rendered for.

    Raises
    ------
    au_studio.learn.material.clips.ClipsError
        If a folder is no such corpus.
    CorpusError
        If they hold too few clips to divide, or somebody twice: two corpora of one seed.
    """
    several = len(folders) > 1
    clips: list[Clip] = []
    parts: dict[str, str] = {}
    names: list[str] = []
    for folder in folders:
        names.append(str(read_manifest(folder).get("name", folder.name)))
        own: dict[str, str] = {}
        for part in PARTS:
            read = read_corpus(folder, part, DISFA_AUS, among_others=several)
            found = [clip for clip in read if "-clip-" in clip.source]
            own.update({clip.group: part for clip in found})
            clips += found
        if own.keys() & parts.keys():
            raise CorpusError(
                f"{folder} was rendered with the seed of another corpus: the same persons are in both.",
                next_step="Leave one of them out.",
            )
        parts.update(own)
    return Material(" + ".join(names), DISFA_AUS, clips, _protocols(parts))


def _protocols(parts: dict[str, str]) -> Protocols:
    def of(part: str, rigs: Iterable[str] = RIGS) -> frozenset[str]:
        return frozenset(s for s, p in parts.items() if p == part and s.partition("-")[0] in rigs)

    unseen = Division("unseen persons", of("train"), of("validation"), of("test"))
    if not (unseen.train and unseen.validation and unseen.test):
        raise CorpusError(
            "The corpus has no clips in one of its parts (train, validation, test).",
            next_step="Render more: au-studio corpus synthetic with more --clips.",
        )
    taught, other = RIGS
    held_out = Division(
        "held-out rig", of("train", [taught]), of("validation", [taught]), of("test", [other])
    )
    protocols = {unseen.name: (unseen,)}
    if held_out.train and held_out.validation and held_out.test:
        protocols[held_out.name] = (held_out,)
    return protocols


def _read_intensities(
    path: Path, aus: tuple[int, ...]
) -> tuple[np.ndarray[Any, np.dtype[np.int64]], np.ndarray[Any, np.dtype[np.float32]]]:
    """Read a film's CSV (``frame,timestamp,AU01,…``, frames from 0) as numbers from 1 and labels [L, A]."""
    try:
        with path.open(newline="", encoding="utf-8") as stream:
            rows = list(csv.DictReader(stream))
        numbers = np.array([int(row["frame"]) + 1 for row in rows], dtype=np.int64)
        labels = np.array([[float(row[f"AU{au:02d}"]) for au in aus] for row in rows], dtype=np.float32)
    except (OSError, KeyError, ValueError) as error:
        raise CorpusError(
            f"The intensities {path} cannot be read.",
            next_step="Install AU Studio again, or render the pack anew.",
            details=repr(error),
        ) from error
    return numbers, labels
