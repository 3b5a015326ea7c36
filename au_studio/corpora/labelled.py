"""What every labelled corpus offers: recordings with labels, and who trains, validates and tests.

Readers (`disfa`, `bp4d`, `rendered`) find files and labels only; `cutting` makes the face crops, once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from au_studio.errors import AUStudioError
from au_studio.learn.material.clips import Clip, shrunk

VALIDATION_SHARE = 1 / 6
"""Share of the training subjects who decide when a training ends, where a corpus names none itself."""


class CorpusError(AUStudioError):
    """A labelled corpus is not where or not what it should be."""


@dataclass(frozen=True, eq=False)
class LabelledRecording:
    """One recording of a labelled corpus.

    Attributes
    ----------
    name : str
        Unique in its corpus; can name a file.
    subject : str
        Who is shown.
    video : Path or None
        The video; its first frame has number 1.
    pictures : tuple of (int, Path)
        Otherwise the frames as pictures with their numbers, rising.
    rate : float
        Frames per second of the pictures.
    label_numbers : ndarray of int64
        Numbers of the labelled frames, [L], rising.
    labels : ndarray of float32
        [L, A], 0-5; NaN where an action unit is missing or not codable.
    """

    name: str
    subject: str
    label_numbers: npt.NDArray[np.int64]
    labels: npt.NDArray[np.float32]
    video: Path | None = None
    pictures: tuple[tuple[int, Path], ...] = ()
    rate: float = 25.0


@dataclass(frozen=True)
class Division:
    """Whose frames train, validate (decide when a training ends) and test; nobody is in two parts."""

    name: str
    train: frozenset[str]
    validation: frozenset[str]
    test: frozenset[str]

    def __post_init__(self) -> None:
        if self.train & self.validation or self.train & self.test or self.validation & self.test:
            raise ValueError(f"Somebody is in two parts of the division {self.name!r}.")


Protocols = Mapping[str, tuple[Division, ...]]
"""By name: the divisions whose test parts together make one evaluation; the first protocol is the default."""


@dataclass(frozen=True)
class LabelledCorpus:
    """A labelled corpus on disk, before its faces are cut.

    Attributes
    ----------
    name : str
        For reports.
    aus : tuple of int
        Columns of the labels.
    recordings : tuple of LabelledRecording
    protocols : mapping
        See `Protocols`.
    notices : tuple of str
        What is odd about this copy of the corpus, in sentences.
    """

    name: str
    aus: tuple[int, ...]
    recordings: tuple[LabelledRecording, ...]
    protocols: Protocols
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Material:
    """A labelled corpus ready to learn from: clips of face crops whose `group` is the subject.

    Attributes
    ----------
    name, aus, protocols, notices
        As in `LabelledCorpus`.
    clips : list of Clip
        Crops may lie on disk (memory-mapped); `pts` are the corpus's own frame numbers.
    faceless : int
        Labelled frames without a face: they are in no figure.
    """

    name: str
    aus: tuple[int, ...]
    clips: list[Clip]
    protocols: Protocols
    notices: tuple[str, ...] = ()
    faceless: int = 0

    def of(self, subjects: frozenset[str]) -> list[Clip]:
        """Return the clips of some subjects."""
        return [clip for clip in self.clips if clip.group in subjects]

    def shrunk(self, size: int) -> Material:
        """Return the material with crops of another `size`, px, in memory (`clips.shrunk`)."""
        return replace(self, clips=[shrunk(clip, size) for clip in self.clips])


def divide(name: str, subjects: Iterable[str], test: Iterable[str], seed: int = 17) -> Division | None:
    """Make a division from its test subjects; one in six of the others, drawn with a seed, validates.

    Returns
    -------
    Division or None
        None when a part would be empty: this copy of the corpus lacks too many subjects.
    """
    everyone = set(subjects)
    tested = everyone & set(test)
    others = sorted(everyone - tested)
    if len(others) < 2 or not tested:
        return None
    count = max(1, round(VALIDATION_SHARE * len(others)))
    drawn = np.random.default_rng(seed).choice(len(others), size=count, replace=False)
    validation = frozenset(others[int(k)] for k in drawn)
    return Division(name, frozenset(others) - validation, validation, frozenset(tested))


def read_intensities(path: Path, missing: int | None = None) -> dict[int, float]:
    """Read a label file without header: one ``frame,intensity`` per line.

    Parameters
    ----------
    path : Path
        The file; blank lines and spaces do not matter.
    missing : int, optional
        The value that stands for "not codable".

    Returns
    -------
    dict
        Intensity 0-5 by frame number; NaN for `missing`.

    Raises
    ------
    CorpusError
        If a line is something else; it names file and line.
    """
    found: dict[int, float] = {}
    for row, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if not line.strip():
            continue
        try:
            first, second = line.replace(";", ",").split(",")[:2]
            number, value = int(float(first)), float(second)
        except ValueError as error:
            raise _bad_line(path, row, line) from error
        if missing is not None and value == missing:
            value = float("nan")
        elif not 0 <= value <= 5:
            raise _bad_line(path, row, line)
        found[number] = value
    return found


def join_units(
    by_unit: Mapping[int, Mapping[int, float]], aus: tuple[int, ...]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
    """Join label files of single action units by frame number.

    Returns
    -------
    numbers : int64 [L]
        Every frame number that any file names, rising.
    labels : float32 [L, A]
        NaN where a file has no such frame.
    """
    numbers = np.array(sorted({number for values in by_unit.values() for number in values}), dtype=np.int64)
    labels = np.full((len(numbers), len(aus)), np.nan, dtype=np.float32)
    row = {int(number): k for k, number in enumerate(numbers)}
    for column, au in enumerate(aus):
        for number, value in by_unit.get(au, {}).items():
            labels[row[number], column] = value
    return numbers, labels


def find_folders(root: Path, fits: str, depth: int = 2) -> list[Path]:
    """Return the folders whose name matches a pattern (case-insensitive, whole name), `root` among them.

    Raises
    ------
    CorpusError
        If `root` is no folder.
    """
    if not root.is_dir():
        raise CorpusError(f"There is no folder {root}.", next_step="Name the folder of the corpus.")
    pattern = re.compile(fits, re.IGNORECASE)
    found, level = [], [root]
    for _ in range(depth + 1):
        found += [folder for folder in level if pattern.fullmatch(folder.name)]
        level = [child for folder in level for child in sorted(folder.iterdir()) if child.is_dir()]
    return found


def _bad_line(path: Path, row: int, line: str) -> CorpusError:
    return CorpusError(
        f"Line {row} of {path} is no “frame,intensity” with an intensity of 0 to 5: “{line.strip()[:40]}”.",
        next_step="Take the label file from the original corpus again.",
    )
