"""What can go wrong with a study, each with what to do about it."""

from __future__ import annotations

from pathlib import Path

from au_studio.errors import AUStudioError
from au_studio.study.lock_holder import LockHolder


class StudyError(AUStudioError):
    """Base of every error about a study.

    Attributes
    ----------
    root : Path or None
        The folder of the study that cannot be opened or used; None when it is not about the whole of it.
    """

    def __init__(
        self, message: str, *, next_step: str = "", details: str = "", root: Path | None = None
    ) -> None:
        super().__init__(message, next_step=next_step, details=details)
        self.root = root


class StudyNotFoundError(StudyError):
    """There is no study in that place."""


class StudyExistsError(StudyError):
    """A new study would overwrite something."""


class StudyLockedError(StudyError):
    """Somebody else has the study open for writing.

    Attributes
    ----------
    holder : LockHolder or None
        Who has it; None when the lock cannot be read.
    elsewhere : bool
        It is open on another computer, as far as is known: it can be taken over when that one is off.
    """

    def __init__(
        self, message: str, *, root: Path, holder: LockHolder | None, elsewhere: bool, next_step: str
    ) -> None:
        super().__init__(message, next_step=next_step, root=root)
        self.holder = holder
        self.elsewhere = elsewhere


class StudyCorruptError(StudyError):
    """The database of the study is damaged.

    Attributes
    ----------
    last_good_backup : Path or None
        The newest backup that can be read from start to end.
    """

    def __init__(
        self, message: str, *, root: Path, last_good_backup: Path | None, next_step: str, details: str = ""
    ) -> None:
        super().__init__(message, next_step=next_step, details=details, root=root)
        self.last_good_backup = last_good_backup


class StudyTooNewError(StudyError):
    """The study was written by a newer AU Studio."""


class StudyReadOnlyError(StudyError):
    """The study is open for reading only, or its folder cannot be written."""


class StudyWriteError(StudyError):
    """A change could not be written to the disk; the study is as it was before."""


class NotInStudyError(StudyError):
    """No recording, coder, sample or model of that id is in the study."""


class NameTakenError(StudyError):
    """That name is in use already."""


class VideoMissingError(StudyError):
    """The video of a recording is not where it was."""


class DrawRatedError(StudyError):
    """A draw cannot be taken back: frames of it are rated."""


class SampleMismatchError(StudyError):
    """A sample cannot be extended because the recording's timestamps are not those it was drawn from."""
