"""A whole study copied to another place, where it is at home; what it was copied from stays as it is."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from au_studio.errors import AUStudioError
from au_studio.study import backup, models
from au_studio.study.connection import Database
from au_studio.study.core import new_id
from au_studio.study.errors import StudyExistsError, StudyWriteError
from au_studio.study.folder import FOLDERS
from au_studio.study.recordings import relative_to
from au_studio.texts import sentence

_JOBS = "jobs"


def copy_study(
    root: Path, database: Database, target: Path, *, name: str, videos: Mapping[str, Path]
) -> None:
    """Copy a study; the copy appears only when it is whole.

    Jobs that are not done stay with the old one: they write there.

    Parameters
    ----------
    root, target : Path
        The study's folder, and the one to make.
    database : Database
        The open database in `root`.
    name : str
        Name of the copy.
    videos : mapping of str to Path
        Where the video of each recording lies, by the recording's id.

    Raises
    ------
    StudyExistsError
        If something is in that place.
    StudyWriteError
        If it cannot be written.
    """
    if target.exists():
        raise StudyExistsError(
            sentence("{target} exists already.", target=target), next_step="Choose another name."
        )
    building = target.with_name(f".{target.name}.{new_id('copy')}")
    try:
        building.mkdir(parents=True)
        for folder in FOLDERS:
            _copy_folder(root / folder, building / folder)
        _copy_trainings(root, building)
        backup.copy_database(database.connection, building / backup.DATABASE)
        _settle(building / backup.DATABASE, target, name, videos)
        building.replace(target)
    except (OSError, AUStudioError) as error:
        shutil.rmtree(building, ignore_errors=True)
        raise StudyWriteError(
            sentence("The study could not be copied to {target}.", target=target),
            next_step="Choose a folder with enough space that you may write to.",
            details=repr(error),
        ) from error


def _copy_folder(source: Path, target: Path) -> None:
    # Backups belong to the old place: what they hold is older than the copy itself.
    if source.name == backup.FOLDER or not source.is_dir():
        target.mkdir()
    else:
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.part*"))


def _copy_trainings(root: Path, building: Path) -> None:
    # Only its job file still says which rated frames a model has learned from.
    (building / _JOBS).mkdir()
    for model_id in sorted({path.stem for path in (building / models.FOLDER).iterdir()}):
        job = root / _JOBS / f"{model_id}.json"
        if job.is_file():
            shutil.copy2(job, building / _JOBS / job.name)


def _settle(path: Path, target: Path, name: str, videos: Mapping[str, Path]) -> None:
    """Make a copied database at home in its new folder: its name, and the way from there to the videos."""
    copy = Database(path)
    try:
        with copy.transaction() as change:
            change.execute("UPDATE setting SET value = ? WHERE key = 'name'", (json.dumps(name),))
            for recording_id, video in videos.items():
                change.execute(
                    "UPDATE recording SET relative_path = ?, absolute_path = ? WHERE id = ?",
                    (relative_to(video, target), str(video), recording_id),
                )
    finally:
        copy.close()
