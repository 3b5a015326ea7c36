"""Looking for missing videos in a thread: a folder may be large, and its drive slow."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from au_studio.controllers.background import Background
from au_studio.errors import AUStudioError
from au_studio.study.recordings import find_videos
from au_studio.study.records import Recording
from au_studio.texts import tr


class VideoSearch(QObject):
    """Searches one folder at a time.

    Signals
    -------
    searching(text)
        What is being done; empty when it has ended.
    found(list of (Recording, Path))
        Where videos are; the search has ended.
    failed(AUStudioError)
        The folder could not be searched.
    """

    searching = Signal(str)
    found = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background("video search", self, failure=tr("The folder could not be searched."))
        self._background.done.connect(self._on_done)
        self._background.failed.connect(self._on_failed)

    def start(self, folder: Path, wanted: Sequence[Recording]) -> None:
        """Look in a folder, and those in it, for the videos of recordings."""
        self.searching.emit(tr("Looking for missing videos in {folder}", folder=folder))
        self._background.run(lambda stop: find_videos(folder, wanted, stop))

    def stop(self) -> None:
        """Look no further; nothing is heard of what was found."""
        self._background.stop()
        self.searching.emit("")

    def close(self) -> None:
        """Look no further, and wait for the end."""
        self._background.close()

    def _on_done(self, places: object) -> None:
        self.searching.emit("")
        self.found.emit(places)

    def _on_failed(self, error: AUStudioError) -> None:
        self.searching.emit("")
        self.failed.emit(error)
