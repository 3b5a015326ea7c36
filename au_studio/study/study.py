"""A study on disk: the one object that owns its paths, opening, locking and closing."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from pathlib import Path
from types import TracebackType
from typing import Self

from au_studio import __version__
from au_studio.files import WriteError
from au_studio.study import backup, models, schema
from au_studio.study.clock import now
from au_studio.study.coders import CodersPart
from au_studio.study.connection import Database, create_database
from au_studio.study.copying import copy_study
from au_studio.study.core import new_id
from au_studio.study.errors import StudyExistsError, StudyWriteError
from au_studio.study.folder import FOLDERS, study_folder, with_suffix
from au_studio.study.lock import StudyLock
from au_studio.study.markers import MarkersPart
from au_studio.study.models import ModelsPart, checked_id
from au_studio.study.rating_import import ImportsPart
from au_studio.study.ratings import RatingsPart
from au_studio.study.recordings import RecordingsPart
from au_studio.study.samples import SamplesPart
from au_studio.texts import sentence


class Study(RecordingsPart, CodersPart, SamplesPart, RatingsPart, ImportsPart, MarkersPart, ModelsPart):
    """An open study. Make one with `create` or `open`; close it, or use it in a ``with`` block.

    It belongs to the thread that opened it. Every change is on the disk when its method returns; there is
    nothing to save.
    """

    def __init__(self, root: Path, database: Database, lock: StudyLock | None) -> None:
        super().__init__(root, database)
        self._lock = lock

    @classmethod
    def create(cls, path: Path, name: str = "") -> Self:
        """Make a new study and open it.

        Parameters
        ----------
        path : Path
            The folder to make; ``.austudio`` is appended when it is missing.
        name : str
            What windows show; the folder's name by default.

        Raises
        ------
        StudyExistsError
            If something is in that place.
        StudyWriteError
            If the folder cannot be made.
        """
        root = with_suffix(path)
        if root.exists():
            raise StudyExistsError(
                sentence("{root} exists already.", root=root), next_step="Open it, or choose another name."
            )
        building = root.with_name(f".{root.name}.{new_id('new')}")
        try:
            building.mkdir(parents=True)
            for folder in FOLDERS:
                (building / folder).mkdir()
            create_database(building / backup.DATABASE)
            building.replace(root)
        except (OSError, sqlite3.Error) as error:
            shutil.rmtree(building, ignore_errors=True)
            raise StudyWriteError(
                sentence(
                    "{root} could not be made: {reason}.",
                    root=root,
                    reason=getattr(error, "strerror", None) or error,
                ),
                next_step="Choose a folder with enough space that you may write to.",
                details=repr(error),
            ) from error
        study: Self | None = None
        try:
            study = cls.open(root)
            with study.all_or_none():
                about = {"id": new_id("study"), "name": name or root.stem, "created": now()}
                for key, value in {**about, "app_version": __version__}.items():
                    study.set_setting(key, value)
        except BaseException:  # half a study would be in the way of the next try
            if study is not None:
                study.close()
            shutil.rmtree(root, ignore_errors=True)
            raise
        return study

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, take_over: bool = False) -> Self:
        """Open a study: check it, back it up, bring it to the newest schema.

        Parameters
        ----------
        path : Path
            The study's folder, or ``study.sqlite`` in it.
        read_only : bool
            Look without a lock and without writing anything, even while somebody else codes.
        take_over : bool
            Take the lock from a program on another computer that can no longer give it back.

        Raises
        ------
        StudyNotFoundError
            If there is no study.
        StudyLockedError
            If somebody has it open for writing; says who.
        StudyReadOnlyError
            If the folder cannot be written (open it with ``read_only=True``).
        StudyCorruptError
            If the database is damaged; names the last good backup.
        StudyTooNewError
            If a newer AU Studio wrote it.
        """
        root = study_folder(path)
        lock = None if read_only else StudyLock(root, take_over=take_over)
        try:
            return cls(root, _open_database(root, read_only=read_only), lock)
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    @staticmethod
    def restore_backup(path: Path, chosen: Path | None = None) -> Path:
        """Put a backup in the place of a damaged database; the damaged file is kept (see `backup.restore`).

        Parameters
        ----------
        path : Path
            The study's folder.
        chosen : Path, optional
            The backup; the newest good one by default.

        Returns
        -------
        Path
            The backup that was put in place.

        Raises
        ------
        StudyLockedError
            If somebody has the study open.
        StudyNotFoundError
            If there is no backup that can be read.
        """
        root = Path(path).absolute()
        lock = StudyLock(root)
        try:
            return backup.restore(root, chosen)
        finally:
            lock.release()

    @staticmethod
    def go_back(path: Path, chosen: Path) -> Path:
        """Put a backup in the place of a sound database (see `backup.go_back`, which says what it raises).

        Returns
        -------
        Path
            The backup of what the study held until now.

        Raises
        ------
        StudyLockedError
            If somebody has the study open.
        """
        root = Path(path).absolute()
        lock = StudyLock(root)
        try:
            return backup.go_back(root, chosen)
        finally:
            lock.release()

    def close(self) -> None:
        """Close the study and give its lock back. Harmless when done twice."""
        self._database.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The study's folder, absolute; the same as `root`."""
        return self.root

    @property
    def name(self) -> str:
        """What windows show."""
        return str(self.setting("name", self.root.stem))

    @property
    def id(self) -> str:
        """Identity of the study, which its copies share."""
        return str(self.setting("id", ""))

    def rename(self, name: str) -> None:
        """Change what windows show; the folder keeps its name."""
        self.set_setting("name", name)

    def analysis_path(self, recording_id: str, model_id: str) -> Path:
        """Return where the intensities of a recording by a model lie, ``analysis/RECORDING/MODEL.h5``."""
        return self.root / "analysis" / checked_id(recording_id) / f"{checked_id(model_id)}.h5"

    def tracks_path(self, recording_id: str) -> Path:
        """Return where the tracked faces of a recording lie, ``analysis/RECORDING/faces.h5``."""
        return self.root / "analysis" / checked_id(recording_id) / "faces.h5"

    def samples_path(self, recording_id: str) -> Path:
        """Return the folder for the pictures and crops of a recording's sampled frames."""
        return self.root / "samples" / checked_id(recording_id)

    def model_path(self, model_id: str) -> Path:
        """Return where the checkpoint of a model lies or is to be written, ``models/MODEL.safetensors``."""
        return self.root / models.FOLDER / f"{checked_id(model_id)}.safetensors"

    def backup(self) -> Path | None:
        """Back the database up now unless nothing has changed since the last time; return the new backup."""
        return backup.take_if_changed(self._database.connection, self.root)

    def save_as(self, new_path: Path, name: str = "") -> Path:
        """Copy the whole study to another place (`copying.copy_study`); this one stays open and as it is.

        Parameters
        ----------
        new_path : Path
            The folder to make; ``.austudio`` is appended when it is missing.
        name : str
            Name of the copy; the folder's name by default.

        Returns
        -------
        Path
            The copy.
        """
        target = with_suffix(new_path)
        copy_study(self.root, self._database, target, name=name or target.stem, videos=self._video_paths())
        return target

    def _video_paths(self) -> dict[str, Path]:
        return {r.id: self.locate(r) if self._is_found(r) else r.absolute_path for r in self.recordings()}


def _open_database(root: Path, *, read_only: bool) -> Database:
    database = Database(root / backup.DATABASE, read_only=read_only)
    try:
        if not read_only:
            with contextlib.suppress(OSError):
                for folder in FOLDERS:
                    (root / folder).mkdir(exist_ok=True)
            _back_up_first(database, root)
            database.migrate()
    except BaseException:
        database.close()
        raise
    return database


def _back_up_first(database: Database, root: Path) -> None:
    """Back up before anything is changed. A study can be opened on a full disk, but not migrated there."""
    try:
        backup.take_if_changed(database.connection, root)
    except WriteError:
        if schema.version(database.connection) < len(schema.MIGRATIONS):
            raise


def back_up(root: Path) -> Path | None:
    """Back up a study that this program has open, from any thread, unless nothing has changed.

    A damaged database is not copied: it must not push out the good backups.

    Returns
    -------
    Path or None
        The new backup.

    Raises
    ------
    StudyCorruptError
        If the database is damaged.
    WriteError
        If the backup cannot be written.
    """
    database = Database(root / backup.DATABASE, read_only=True)
    try:
        return backup.take_if_changed(database.connection, root)
    finally:
        database.close()
