"""DISFA (Mavadati et al. 2013): 27 subjects, twelve action units, integer 0-5, 20 frames/s.

Layout: ``ActionUnit_Labels/SN001/SN001_au12.txt`` (``frame,intensity``, from 1, no header) and
``Videos_LeftCamera/LeftVideoSN001_comp.avi``; the spelling and case of folders vary between copies, so
subjects are matched by ``SN`` and three digits, and the action unit is taken from the file's name.
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
from au_studio.facs.action_units import DISFA_AUS

FOLDS: tuple[tuple[int, ...], ...] = (
    (2, 10, 1, 26, 27, 32, 30, 9, 16),
    (13, 18, 11, 28, 12, 6, 31, 21, 24),
    (3, 29, 23, 25, 8, 5, 7, 17, 4),
)
"""Subjects of the three folds that papers use."""

_LABEL = re.compile(r"(SN\d{3}).*?au[ _-]?0*(\d+)\.txt", re.IGNORECASE)
_VIDEO = re.compile(r".*(SN\d{3}).*\.(avi|mp4|mkv|mov|m4v|mpg|mpeg|wmv)", re.IGNORECASE)


def read_disfa(root: Path) -> LabelledCorpus:
    """Read a copy of DISFA: files and labels, no frames yet.

    Parameters
    ----------
    root : Path
        Folder that holds the folders of labels and videos.

    Raises
    ------
    CorpusError
        If labels or videos are missing, or a label file is damaged.
    """
    files = _label_files(root)
    videos = _videos(root)
    notices, recordings = [], []
    for subject in sorted(files):
        if subject not in videos:
            notices.append(f"{subject} has labels and no video of the left camera; it is left out.")
            continue
        absent = [au for au in DISFA_AUS if au not in files[subject]]
        if absent:
            notices.append(
                f"{subject} has no label file for AU {', '.join(map(str, absent))}: missing there."
            )
        numbers, labels = join_units(
            {au: read_intensities(path) for au, path in files[subject].items()}, DISFA_AUS
        )
        recordings.append(
            LabelledRecording(subject, subject, numbers, labels, video=videos[subject], rate=20.0)
        )
    if not recordings:
        raise CorpusError(
            f"No subject in {root} has both labels and a video of the left camera.",
            next_step="Name the folder that holds ActionUnit_Labels and Videos_LeftCamera.",
        )
    subjects = [recording.subject for recording in recordings]
    divisions = (
        divide(f"fold {number}", subjects, {f"SN{subject:03d}" for subject in fold})
        for number, fold in enumerate(FOLDS, 1)
    )
    folds = tuple(division for division in divisions if division is not None)
    if not folds:
        raise CorpusError(
            f"{len(subjects)} subjects of DISFA are too few for its folds.",
            next_step="Complete the copy of the corpus.",
        )
    return LabelledCorpus("DISFA", DISFA_AUS, tuple(recordings), {"3 folds": folds}, tuple(notices))


def _label_files(root: Path) -> dict[str, dict[int, Path]]:
    """Return label files by subject and action unit."""
    found: dict[str, dict[int, Path]] = defaultdict(dict)
    for folder in find_folders(root, r"action.?units?.?labels?.*"):
        for path in sorted(folder.rglob("*")):
            match = _LABEL.fullmatch(path.name)
            if match is not None and int(match[2]) in DISFA_AUS:
                found[match[1].upper()][int(match[2])] = path
    if not found:
        raise CorpusError(
            f"There are no labels of DISFA in {root}: looked for ActionUnit_Labels/SN001/SN001_au1.txt.",
            next_step="Name the folder that holds ActionUnit_Labels.",
        )
    return found


def _videos(root: Path) -> dict[str, Path]:
    """Return the left camera's video by subject."""
    found: dict[str, Path] = {}
    for folder in find_folders(root, r".*left.*"):
        for path in sorted(folder.rglob("*")):
            match = _VIDEO.fullmatch(path.name)
            if match is not None and path.is_file():
                found.setdefault(match[1].upper(), path)
    return found
