"""BP4D (Zhang et al. 2014): 41 subjects, eight tasks, five action units with intensities, pictures at 25 Hz.

Layout: ``AU Intensity Codes3.0/AU06/F001_T1_AU06.csv`` (``frame,intensity``, no header, 9 = missing) and
pictures ``F001/T1/2440.jpg``, whose numbers are padded with zeros or not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from au_studio.corpora.labelled import (
    CorpusError,
    LabelledCorpus,
    LabelledRecording,
    divide,
    find_folders,
    join_units,
    read_intensities,
)

BP4D_AUS = (6, 10, 12, 14, 17)
"""Action units whose intensity is coded."""
MISSING = 9

_LABEL = re.compile(r"([FM]\d{3})[_-](T\d+)[_-]AU0*(\d+)\.csv", re.IGNORECASE)
_PICTURE = re.compile(r"0*(\d+)\.(jpe?g|png|bmp)", re.IGNORECASE)


def read_bp4d(root: Path) -> LabelledCorpus:
    """Read a copy of BP4D: files and labels, no frames yet.

    Parameters
    ----------
    root : Path
        Folder that holds the folder of codes and the subjects' folders (directly or one or two levels below).

    Raises
    ------
    CorpusError
        If labels or pictures are missing, or a label file is damaged.
    """
    notices, recordings = [], []
    subjects = {folder.name.upper(): folder for folder in find_folders(root, r"[FM]\d{3}", depth=3)}
    for (subject, task), files in sorted(_label_files(root).items()):
        numbers, labels = join_units(
            {au: read_intensities(path, missing=MISSING) for au, path in files.items()}, BP4D_AUS
        )
        pictures = _pictures(subjects.get(subject), task)
        inside = tuple((n, path) for n, path in pictures if numbers[0] <= n <= numbers[-1])
        if not inside:
            notices.append(f"{subject} {task} has labels and no pictures; it is left out.")
            continue
        lost = len(set(numbers.tolist()) - {n for n, _ in inside})
        if lost:
            notices.append(f"{lost} of {len(numbers)} labelled frames of {subject} {task} have no picture.")
        recordings.append(
            LabelledRecording(f"{subject}_{task}", subject, numbers, labels, pictures=inside, rate=25.0)
        )
    if not recordings:
        raise CorpusError(
            f"No sequence in {root} has both intensity codes and pictures.",
            next_step="Name the folder that holds “AU Intensity Codes3.0” and the pictures (F001/T1/….jpg).",
        )
    everyone = {recording.subject for recording in recordings}
    division = divide("FERA 2015", everyone, {name for name in everyone if int(name[1:]) % 2 == 0})
    if division is None:
        raise CorpusError(
            f"{len(everyone)} subjects of BP4D are too few: an even id is needed, and two odd ones.",
            next_step="Complete the copy of the corpus.",
        )
    return LabelledCorpus("BP4D", BP4D_AUS, tuple(recordings), {"FERA 2015": (division,)}, tuple(notices))


def _label_files(root: Path) -> dict[tuple[str, str], dict[int, Path]]:
    """Return label files by (subject, task) and action unit."""
    found: dict[tuple[str, str], dict[int, Path]] = defaultdict(dict)
    for folder in find_folders(root, r"AU.?Intensity.?Codes.*"):
        for path in sorted(folder.rglob("*")):
            match = _LABEL.fullmatch(path.name)
            if match is not None and int(match[3]) in BP4D_AUS:
                found[match[1].upper(), match[2].upper()][int(match[3])] = path
    if not found:
        raise CorpusError(
            f"There are no intensity codes of BP4D in {root}: looked for “AU Intensity Codes3.0/AU06/"
            "F001_T1_AU06.csv”.",
            next_step="Name the folder that holds “AU Intensity Codes3.0”.",
        )
    return found


def _pictures(subject: Path | None, task: str) -> list[tuple[int, Path]]:
    """Return a task's pictures with their numbers, rising."""
    if subject is None:
        return []
    folders = [child for child in sorted(subject.iterdir()) if child.name.upper() == task and child.is_dir()]
    numbered = {}
    for folder in folders:
        for path in sorted(folder.iterdir()):
            match = _PICTURE.fullmatch(path.name)
            if match is not None:
                numbered[int(match[1])] = path
    return sorted(numbered.items())
