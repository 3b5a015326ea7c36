"""The folder of a study: what it is called, what is in it, and how it is found by what somebody typed."""

from __future__ import annotations

from pathlib import Path

from au_studio.study import backup, models
from au_studio.study.errors import StudyNotFoundError
from au_studio.texts import sentence

SUFFIX = ".austudio"
FOLDERS = ("analysis", "samples", models.FOLDER, backup.FOLDER)
"""What lies beside the database in every study."""


def with_suffix(path: Path) -> Path:
    """Return an absolute study folder for what somebody typed: ``.austudio`` is appended when missing."""
    path = Path(path).absolute()
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def study_folder(path: Path) -> Path:
    """Return the folder of an existing study, given the folder (suffix or not) or its ``study.sqlite``.

    Raises
    ------
    StudyNotFoundError
        If there is no study.
    StudyCorruptError
        If its database is gone but backups of it are left.
    """
    path = Path(path).absolute()
    root = path.parent if path.name == backup.DATABASE else path
    if not root.exists() and with_suffix(root).exists():
        root = with_suffix(root)
    if not (root / backup.DATABASE).is_file():
        if backup.newest_first(root):
            raise backup.corrupt_error(root / backup.DATABASE, "The file is gone.")
        if not root.exists():
            raise StudyNotFoundError(
                sentence("There is no study at {root}.", root=root),
                next_step="Check name and folder; a drive may not be connected.",
            )
        raise StudyNotFoundError(
            sentence("{root} is not a study.", root=root),
            next_step=sentence("Choose a folder whose name ends with {suffix}.", suffix=SUFFIX),
        )
    return root
