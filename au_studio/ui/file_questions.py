"""Questions of the main window where files are: videos, folders of them, studies, and places for new ones."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from au_studio.controllers.workspace import Workspace
from au_studio.study.folder import SUFFIX
from au_studio.texts import tr
from au_studio.video.folders import VIDEO_SUFFIXES


class FileQuestions:
    """Asks, and does with the answer what was asked for; starts in the folder of the last answer.

    Parameters
    ----------
    workspace : Workspace
        What is opened in.
    window : QWidget
        What the questions belong to.
    """

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        self._workspace = workspace
        self._window = window

    def videos(self) -> None:
        """Ask for video files and add them."""
        endings = " ".join(f"*{suffix}" for suffix in sorted(VIDEO_SUFFIXES))
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            tr("Open videos"),
            self._last_folder(),
            tr("Videos ({endings});;All files (*)", endings=endings),
        )
        if names:
            self._keep_folder(Path(names[0]).parent)
            self._workspace.add_videos([Path(name) for name in names])

    def folder(self) -> None:
        """Ask for a folder and add every video in it."""
        name = self._ask_folder(tr("Open a folder of videos"))
        if name:
            self._keep_folder(Path(name))
            self._workspace.open_paths([Path(name)])

    def missing(self) -> None:
        """Ask where videos have gone."""
        name = self._ask_folder(tr("Folder with the missing videos"))
        if name:
            self._workspace.find_missing(Path(name))

    def new_study(self) -> None:
        """Ask for a place and make a study there."""
        name = self._ask_place(tr("New study"), "Study")
        if name:
            self._workspace.new_study(Path(name))

    def open_study(self) -> None:
        """Ask for a study and open it."""
        name = self._ask_folder(tr("Open a study (a folder that ends in {ending})", ending=SUFFIX))
        if name:
            self._keep_folder(Path(name).parent)
            self._workspace.open_study(Path(name))

    def save_study_as(self) -> None:
        """Ask for a place and copy the study there."""
        study = self._workspace.study
        if study is not None:
            name = self._ask_place(tr("Save study as"), study.name)
            if name:
                self._workspace.save_study_as(Path(name))

    def _ask_place(self, title: str, name: str) -> str:
        start = str(Path(self._last_folder()) / f"{name}{SUFFIX}")
        kind = tr("Studies (*{ending})", ending=SUFFIX)
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, start, kind)
        if chosen:
            self._keep_folder(Path(chosen).parent)
        return chosen

    def _ask_folder(self, title: str) -> str:
        return QFileDialog.getExistingDirectory(self._window, title, self._last_folder())

    def _last_folder(self) -> str:
        return str(QSettings().value("folder", str(Path.home())))

    def _keep_folder(self, folder: Path) -> None:
        QSettings().setValue("folder", str(folder))
