"""Writes annotated videos from the window, in a thread: the film of the recording that is open."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from au_studio.analysis.store import load_analysis
from au_studio.analysis.tracks import load_tracks
from au_studio.controllers.background import Background
from au_studio.controllers.workspace import Workspace
from au_studio.export.annotated_picture import VideoLook
from au_studio.export.annotated_video import write_annotated_video
from au_studio.jobs.protocol import Progress
from au_studio.jobs.time_left import Tempo, TimeLeft
from au_studio.texts import tr

__all__ = ["VideoExportController", "VideoLook"]

_STEP = 10
"""Frames between two words on the progress."""


class VideoExportController(QObject):
    """Makes one film at a time.

    Parameters
    ----------
    workspace : Workspace
        Holds the open recording and the chosen model.

    Signals
    -------
    progressed(int, int, float or None)
        Frames done, of all; how many seconds it still takes, once that is known.
    finished(Path)
        The film is written.
    failed(AUStudioError)
        It could not be written.
    """

    progressed = Signal(int, int, object)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._background = Background("video export", self, failure=tr("The video could not be written."))
        self._background.done.connect(self.finished)
        self._background.failed.connect(self.failed)

    @property
    def running(self) -> bool:
        """Whether a film is being made."""
        return self._background.busy

    @property
    def aus(self) -> tuple[int, ...]:
        """Action units that the chosen model reads."""
        model = self._workspace.model
        return () if model is None else model.aus

    @property
    def why_not(self) -> str:
        """Why no film can be made now, in a sentence; empty when one can."""
        item = self._workspace.current
        if item is None:
            return tr("Open a recording first; then a video of it can be made.")
        if not self._workspace.has_analysis(item.id):
            return tr(
                "{name} is not analysed to its end yet: wait, or choose Analyse all recordings.",
                name=item.name,
            )
        return ""

    def start(self, target: Path, look: VideoLook) -> None:
        """Make the film of the open recording."""
        work = self._workspace
        item, index = work.current, work.index
        stored = work.analysis_path(item.id) if item is not None else None
        if item is None or index is None or stored is None:
            return
        tracks_file = work.tracks_path(item.id)

        left = TimeLeft(Tempo())

        def tell(done: int, total: int) -> None:
            if done % _STEP == 0 or done == total:
                seconds = left.seconds_left(Progress(done, total), time.monotonic())
                self.progressed.emit(done, total, seconds)

        def make(should_stop: Callable[[], bool]) -> Path:
            there = tracks_file is not None and tracks_file.is_file()
            tracks = load_tracks(tracks_file, landmarks=True) if there and tracks_file is not None else None
            return write_annotated_video(
                target,
                index,
                load_analysis(stored),
                tracks,
                look,
                on_progress=tell,
                should_stop=should_stop,
            )

        self._background.run(make)

    def cancel(self) -> None:
        """Stop; nothing is left of the film."""
        self._background.stop()

    def close(self) -> None:
        """Stop and wait for the end."""
        self._background.close()
