"""What else stage 1 can learn from, beside videos: stored clips, rendered corpora, folders of pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from au_studio.corpora.frames import PICTURE
from au_studio.corpora.labelled import CorpusError
from au_studio.corpora.rendered import is_pack
from au_studio.corpora.unlabelled import picture_clips
from au_studio.face.backends import FaceBackend
from au_studio.learn.material.clips import Clip, read_clips
from au_studio.learn.material.corpus import read_corpus

FEWEST_PICTURES = 8
"""A folder with fewer numbered pictures is no sequence."""


def is_source(path: Path) -> bool:
    """Return whether a path is a file of clips, a rendered corpus, or holds sequences of pictures."""
    if path.suffix == ".h5":
        return True
    if not path.is_dir():
        return False
    manifest = (path / "manifest.json").is_file()
    return (manifest and not is_pack(path)) or next(_picture_folders(path), None) is not None


def source_clips(
    path: Path, backend: FaceBackend, aus: tuple[int, ...], *, length: int, most: int
) -> Iterator[Clip]:
    """Yield the clips of a source without any label.

    Parameters
    ----------
    path : Path
        One that `is_source` accepts. Of a rendered corpus the training part is taken.
    backend : FaceBackend
        Finds the faces in pictures.
    aus : tuple of int
        Columns of the (empty) intensities.
    length, most : int
        See `au_studio.corpora.unlabelled.picture_clips`.

    Raises
    ------
    CorpusError
        If it is something else.
    au_studio.learn.material.clips.ClipsError
        If it cannot be read.
    """
    if path.suffix == ".h5":
        found = iter(read_clips(path)[0])
    elif (path / "manifest.json").is_file():
        found = iter(read_corpus(path, "train", aus, among_others=True))
    elif is_source(path):
        folders = _picture_folders(path)
        found = (
            clip for folder in folders for clip in picture_clips(folder, backend, len(aus), length, most)
        )
    else:
        raise CorpusError(
            f"{path} is no file of clips, no rendered corpus, and holds no numbered pictures.",
            next_step="Name videos, or folders of them.",
        )
    for clip in found:
        yield replace(clip, intensities=np.full((len(clip), len(aus)), np.nan, dtype=np.float32))


def _picture_folders(path: Path) -> Iterator[Path]:
    """Yield those of a folder and the folders below it that hold a sequence of pictures."""
    for folder in [path, *sorted(child for child in path.rglob("*") if child.is_dir())]:
        pictures = 0
        for file in folder.iterdir():
            pictures += PICTURE.fullmatch(file.name) is not None
            if pictures >= FEWEST_PICTURES:
                yield folder
                break
