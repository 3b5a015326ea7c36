"""Exporting coders' ratings as tables that can be read back; no model and no analysis is needed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from au_studio.controllers.background import Background
from au_studio.controllers.workspace import Workspace
from au_studio.export.study_ratings import RatingSource, rating_sources, write_ratings
from au_studio.study.recording_list import Status
from au_studio.study.records import Recording
from au_studio.video.index import VideoIndex


class RatingExportController(QObject):
    """Writes ratings in a thread.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.

    Signals
    -------
    finished(Written)
        The file or folder is written.
    failed(AUStudioError)
        It could not be written.
    """

    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._background = Background("rating-export", self)
        self._background.done.connect(self.finished)
        self._background.failed.connect(self.failed)

    def coders(self) -> list[tuple[str, str, int]]:
        """Return id, name and number of ratings of every coder."""
        study = self._workspace.study
        if study is None:
            return []
        return [(c.id, c.name, len(study.ratings(c.id))) for c in study.coders(removed=True)]

    def export(self, target: Path, kind: str, coder_ids: Sequence[str]) -> None:
        """Write the ratings of some coders.

        Parameters
        ----------
        target : Path
            The table; for "disfa" a folder, with one folder per coder in it when there are several.
        kind : {"long", "wide", "disfa"}
            Key of `FORMATS`.
        coder_ids : sequence of str
            Whose ratings.
        """
        sources = self._sources(coder_ids)
        self._background.run(lambda stop: write_ratings(target, kind, sources, stop))

    def close(self) -> None:
        """Wait until what is being written is whole."""
        self._background.close()

    def _sources(self, coder_ids: Sequence[str]) -> list[RatingSource]:
        study = self._workspace.study
        if study is None:
            return []
        return rating_sources(study, coder_ids, self._place_of)

    def _place_of(self, recording: Recording) -> tuple[Path | None, VideoIndex | None]:
        """Return where a recording's video is, if it can be read, and its timestamps as far as known."""
        item = self._workspace.item(recording.id)
        path = item.path if item is not None and item.status is not Status.PROBLEM else None
        return path, self._workspace.index_of(recording.id)
