"""Pictures of a study's frames: the loader, told by the workspace where videos and faces are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from au_studio.coding.faces import TargetFaceFinder
from au_studio.coding.pictures import FramePictures
from au_studio.coding.session import SampleFrame
from au_studio.controllers.frame_loader import FrameLoader, RecordingSource
from au_studio.controllers.workspace import Workspace
from au_studio.study.recording_list import Status
from au_studio.video.options import options_of


class StudyPictures(FrameLoader):
    """Loads frames of the open study.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.
    """

    changed = Signal()
    """Pictures loaded so far show another face than they would now: ask again."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        self._faces = TargetFaceFinder()
        super().__init__(self._faces, parent)
        self._workspace = workspace
        self._study = workspace.study
        self._where: tuple[tuple[str, Path, bool], ...] = ()
        self._places_study = self._study
        self._places: dict[str, tuple[Path | None, Path | None]] = {}
        workspace.recordings_changed.connect(self._on_recordings_changed)
        workspace.target_changed.connect(lambda _recording_id: self._find_faces_again())
        workspace.face_finder.changed.connect(self._find_faces_again)

    def request(
        self, frame: SampleFrame, ahead: Sequence[SampleFrame] = (), *, prepare_context: bool = True
    ) -> FramePictures | None:
        """Ask for a frame of the study that is open now (see `FrameLoader.request`)."""
        self._follow_study()
        return super().request(frame, ahead, prepare_context=prepare_context)

    def _want(self, kind: str, frame: SampleFrame) -> None:
        self._follow_study()
        super()._want(kind, frame)

    def _follow_study(self) -> None:
        """Learn where another study's videos are before one is read: who asks may hear of it before us."""
        if self._study is not self._workspace.study:
            self._study = self._workspace.study
            self._where = self._found()
            self._tell_worker()
            self.forget()

    def _start(self) -> None:
        self._where = self._found()
        super()._start()
        self._tell_worker()

    def _found(self) -> tuple[tuple[str, Path, bool], ...]:
        usable = [item for item in self._workspace.recordings() if item.status is not Status.CHECKING]
        return tuple((item.id, item.path, self._workspace.index_of(item.id) is None) for item in usable)

    def _on_recordings_changed(self) -> None:
        """Tell the worker where videos are, if that changed."""
        where = self._found()
        if where != self._where:
            self._where = where
            self._tell_worker()

    def _tell_worker(self) -> None:
        if self._thread is None:
            return  # nothing was asked for yet, and thousands of recordings take a while to go through
        where, workspace, study = self._where, self._workspace, self._workspace.study
        # In one go, and with places that were worked out before: this is done whenever a recording is opened.
        persons = {} if study is None else {r.id: r.target_person for r in study.recordings()}
        if self._places_study is not study:
            self._places_study, self._places = study, {}
        places = {key: self._place_of(key) for key, _, _ in where}
        self.set_sources(
            [
                RecordingSource(key, path, workspace.index_of(key), places[key][0], options_of(path))
                for key, path, _ in where
            ]
        )
        self._faces.set_tracks(
            {key: (tracks, persons.get(key)) for key, (_, tracks) in places.items() if tracks is not None},
            workspace.face_finder.name,
            {key: path for key, path, _ in where},
        )

    def _place_of(self, key: str) -> tuple[Path | None, Path | None]:
        """Return where samples and faces of a recording are or will be stored."""
        place = self._places.get(key)
        if place is None:
            place = self._workspace.samples_path(key), self._workspace.tracks_path(key)
            if None not in place:
                self._places[key] = place
        return place

    def _find_faces_again(self) -> None:
        self._tell_worker()
        self.forget()
        self.changed.emit()
