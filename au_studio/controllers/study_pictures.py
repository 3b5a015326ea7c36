"""Pictures of a study's frames: the loader, told by the workspace where videos and faces are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from au_studio.controllers.coding_faces import TargetFaceFinder
from au_studio.controllers.coding_pictures import FramePictures
from au_studio.controllers.coding_session import SampleFrame
from au_studio.controllers.frame_loader import FrameLoader, RecordingSource
from au_studio.controllers.recordings import Status
from au_studio.controllers.workspace import Workspace


class StudyPictures(QObject):
    """Loads frames of the open study in a worker thread, which starts with the first one asked for.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.

    Signals
    -------
    loaded(FramePictures), reference_loaded(FramePictures), preview_loaded(FramePictures)
        What was asked for by `request`, `request_reference` and `request_preview`.
    context_loaded(ContextLoop)
        What was asked for by `request_context`.
    failed(SampleFrame, AUStudioError)
        A frame cannot be shown.
    changed()
        Pictures loaded so far show another face than they would now: ask again.
    """

    loaded = Signal(object)
    reference_loaded = Signal(object)
    preview_loaded = Signal(object)
    context_loaded = Signal(object)
    failed = Signal(object, object)
    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._where: tuple[tuple[str, Path, bool], ...] = ()
        self._finder = TargetFaceFinder()
        self._loader: FrameLoader | None = None
        workspace.recordings_changed.connect(self._on_recordings_changed)
        workspace.target_changed.connect(lambda _recording_id: self._find_faces_again())
        workspace.face_finder.changed.connect(self._find_faces_again)

    def close(self) -> None:
        """End the worker thread and wait for it."""
        if self._loader is not None:
            self._loader.close()
            self._loader = None

    def request(
        self, frame: SampleFrame, ahead: Sequence[SampleFrame] = (), *, prepare_context: bool = True
    ) -> FramePictures | None:
        """Return a frame's pictures when they are ready; otherwise `loaded` brings them.

        Parameters
        ----------
        frame : SampleFrame
            The frame to show.
        ahead : sequence of SampleFrame
            Frames that will be wanted next.
        prepare_context : bool
            Whether to have the second around it ready, too.
        """
        return self._started().request(frame, ahead, prepare_context=prepare_context)

    def request_reference(self, frame: SampleFrame) -> None:
        """Ask for a neutral reference."""
        self._started().request_reference(frame)

    def request_context(self, frame: SampleFrame) -> None:
        """Ask for the second before and after a frame."""
        self._started().request_context(frame)

    def request_preview(self, recording_id: str, position: int) -> None:
        """Ask for any frame of a recording by its place, from 0; only the latest request is answered."""
        self._started().request_preview(recording_id, position)

    def _started(self) -> FrameLoader:
        if self._loader is None:
            self._loader = loader = FrameLoader(self._finder, self)
            loader.loaded.connect(self.loaded)
            loader.reference_loaded.connect(self.reference_loaded)
            loader.preview_loaded.connect(self.preview_loaded)
            loader.context_loaded.connect(self.context_loaded)
            loader.failed.connect(self.failed)
            self._where = self._found()
            self._tell_worker()
        return self._loader

    def _found(self) -> tuple[tuple[str, Path, bool], ...]:
        usable = [item for item in self._workspace.recordings() if item.status is not Status.CHECKING]
        return tuple((item.id, item.path, self._workspace.index_of(item.id) is None) for item in usable)

    def _on_recordings_changed(self) -> None:
        """Tell the worker where videos are, if that changed: this fires at every progress of an analysis."""
        where = self._found()
        if where != self._where:
            self._where = where
            self._tell_worker()

    def _tell_worker(self) -> None:
        if self._loader is None:
            return
        where, workspace = self._where, self._workspace
        self._loader.set_sources(
            [
                RecordingSource(key, path, workspace.index_of(key), workspace.samples_path(key))
                for key, path, _ in where
            ]
        )
        self._finder.set_tracks(
            {
                key: (tracks, workspace.target_person(key))
                for key, _, _ in where
                if (tracks := workspace.tracks_path(key)) is not None
            },
            workspace.face_finder.name,
        )

    def _find_faces_again(self) -> None:
        if self._loader is not None:
            self._tell_worker()
            self._loader.forget()
            self.changed.emit()
