"""The one study that is open: opening, making, copying, restoring it, and its hourly backups."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import platformdirs
from PySide6.QtCore import QObject, QTimer, Signal

from au_studio import resources
from au_studio.allocation import collecting_later
from au_studio.controllers.background import Background
from au_studio.controllers.notices import Notices
from au_studio.errors import AUStudioError
from au_studio.study.demo import install_demo_study
from au_studio.study.folder import SUFFIX
from au_studio.study.lock import read_holder
from au_studio.study.lock_holder import LockHolder
from au_studio.study.scratch import open_scratch
from au_studio.study.study import Study, back_up
from au_studio.texts import tr

BACKUP_MS = 60 * 60 * 1000
"""How often the open study is backed up, if it has changed."""


class OpenStudy(QObject):
    """Holds the open study. It lives in the UI thread, as the study's database does.

    Attributes
    ----------
    may_leave : callable
        Asked before the open study is closed while the window stays; False keeps it open.

    Signals
    -------
    leaving()
        The open study is about to be closed: let go of what belongs to it.
    taken()
        Another study is open: read what is kept of it. No page has heard of it yet.
    study_changed()
        Another study is open, or none.
    settled()
        Everybody has heard of it.
    """

    leaving = Signal()
    taken = Signal()
    study_changed = Signal()
    settled = Signal()

    def __init__(self, notices: Notices, parent: QObject | None = None, *, home: Path | None = None) -> None:
        """Start without a study; `home` is where the scratch and demo studies go (Documents/AU Studio)."""
        super().__init__(parent)
        self._notices = notices
        self._home = home or Path(platformdirs.user_documents_path()) / "AU Studio"
        self.may_leave: Callable[[], bool] = lambda: True
        self._study: Study | None = None
        self._scratch = False
        self._elsewhere: tempfile.TemporaryDirectory[str] | None = None
        self._backups = Background("backup", self)
        self._backups.failed.connect(notices.problem)
        self._hour = QTimer(self)
        self._hour.setInterval(BACKUP_MS)
        self._hour.timeout.connect(self.back_up)

    # ---- state

    @property
    def study(self) -> Study | None:
        """The open study; use it from the UI thread only."""
        return self._study

    @property
    def is_scratch(self) -> bool:
        """Whether the open study is the unnamed one made for videos opened without a study."""
        return self._scratch

    @property
    def read_only(self) -> bool:
        """Whether the open study can only be looked at."""
        return self._study is not None and self._study.read_only

    @property
    def writer(self) -> LockHolder | None:
        """Who has the study open for writing while it can only be looked at here, as far as is known."""
        return read_holder(self._study.path) if self._study is not None and self.read_only else None

    def may_write(self) -> bool:
        """Return whether the open study can be changed; say so if it cannot."""
        if self.read_only:
            who = tr(": {writer} has it open", writer=self.writer) if self.writer else ""
            text = tr("This study is open for reading only{who}. Nothing can be changed here.", who=who)
            self._notices.say(text, "warning")
        return not self.read_only

    def place_of(self, path: Path) -> Path:
        """Return where a file that can be made again is, or is to be written.

        That is `path`, inside the study, unless the study is open for reading only and lacks it: then it is a
        place that goes when the study is closed.
        """
        if self._study is None or not self.read_only or path.exists():
            return path
        if self._elsewhere is None:
            self._elsewhere = tempfile.TemporaryDirectory(prefix="au-studio-", ignore_cleanup_errors=True)
        return Path(self._elsewhere.name) / path.relative_to(self._study.path)

    # ---- opening

    def new_study(self, path: Path) -> None:
        """Make an empty study at `path` (a folder that ends in .austudio is made) and open it."""
        if not self._may_go():
            return
        try:
            study = Study.create(path)
        except (AUStudioError, OSError) as error:
            self._notices.report(error)
            return
        self._take(study)

    def open_study(self, path: Path, *, read_only: bool = False, take_over: bool = False) -> bool:
        """Open a study folder in place of the open one; return whether it worked.

        Parameters
        ----------
        path : Path
            The study's folder.
        read_only : bool
            Only look, even while somebody else has it open.
        take_over : bool
            Take it from a program on another computer that can no longer give it back.
        """
        same = self._study is not None and self._study.path.resolve() == path.resolve()
        if same and (read_only or not self.read_only):
            return True
        try:
            study = Study.open(path, read_only=read_only, take_over=take_over)
        except (AUStudioError, OSError) as error:
            self._notices.report(error)
            return False
        if not self._may_go():
            study.close()
            return False
        self._take(study)
        return True

    def restore_backup(self, path: Path) -> bool:
        """Put the last good backup of a damaged study in its place and open it; return whether it worked."""
        if self._study is not None and self._study.path.resolve() == path.resolve():
            if not self._may_go():
                return False
            self._close()
        try:
            source = Study.restore_backup(path)
        except (AUStudioError, OSError) as error:
            self._notices.report(error)
            return False
        opened = self.open_study(path)
        if opened:
            self._notices.say(
                tr(
                    "{name} is in place again. The damaged file was kept in the study’s folder.",
                    name=source.name,
                ),
                "good",
            )
        return opened

    def go_back_to(self, chosen: Path) -> bool:
        """Put an older backup in the place of the open study; what that holds now is kept as a backup first.

        Returns
        -------
        bool
            Whether it worked; otherwise the study is open as it was.
        """
        study, scratch = self._study, self._scratch
        if study is None or not self.may_write():
            return False
        root = study.path
        self._close()
        error: BaseException | None = None
        try:
            Study.go_back(root, chosen)
        except (AUStudioError, OSError) as caught:
            error = caught
        try:
            self._take(Study.open(root), scratch=scratch)
        except (AUStudioError, OSError) as caught:
            error = error or caught
        if error is not None:
            self._notices.report(error)
        return error is None

    def open_demo(self) -> bool:
        """Open the demo study; it is made from the shipped clips at the first call."""
        target = self._home / f"Demo{SUFFIX}"
        try:
            if not target.exists():
                install_demo_study(resources.path("demo"), target)
        except (AUStudioError, OSError) as error:
            self._notices.report(error)
            return False
        return self.open_study(target)

    def save_study_as(self, path: Path) -> bool:
        """Copy the open study to `path` and go on there; return whether the copy is what is open now."""
        if self._study is None:
            return False
        try:
            copy = self._study.save_as(path)
        except AUStudioError as error:
            self._notices.report(error)
            return False
        if not self.open_study(copy):
            self._notices.say(tr("The copy is {copy}. The study that was open is open still.", copy=copy))
            return False
        return True

    def close_study(self) -> None:
        """Close the open study, if there is one."""
        if self._study is not None and self._may_go():
            self._close()

    def back_up(self) -> None:
        """Back the study up in a thread, unless nothing has changed since the last time."""
        study = self._study
        if study is not None and not study.read_only:
            root = study.path
            self._backups.run(lambda _stop: back_up(root))

    def ensure_study(self) -> Study:
        """Return the open study, or open a scratch study: the first that is free and whole."""
        if self._study is not None:
            return self._study
        scratch = open_scratch(self._home)
        self._take(scratch.study, scratch=True)
        if scratch.problems:
            self._notices.say(
                tr(
                    "{message} The videos go to “{name}” instead.",
                    message=scratch.problems[0].message,
                    name=Path(scratch.study.path).name,
                ),
                "warning",
            )
        return scratch.study

    def _may_go(self) -> bool:
        return self._study is None or self.may_leave()

    def _close(self) -> None:
        self.let_go()
        self._announce()

    def _take(self, study: Study, *, scratch: bool = False) -> None:
        """Let go of the study that was open, and work on this one."""
        self.let_go()
        self._study, self._scratch = study, scratch
        with collecting_later():  # a large study has hundreds of thousands of ratings
            self.taken.emit()
            self._announce()
        self._hour.start()

    def _announce(self) -> None:
        """Tell everybody that another study is open, or none."""
        self.study_changed.emit()
        self.settled.emit()

    def let_go(self) -> None:
        """Close the study's files after everybody has let go of it; no page is told."""
        self.leaving.emit()
        self._hour.stop()
        self._backups.close()
        if self._study is not None:
            self._study.close()
        self._study, self._scratch = None, False
        if self._elsewhere is not None:
            self._elsewhere.cleanup()
            self._elsewhere = None
