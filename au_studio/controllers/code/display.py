"""The pictures of the frame that is coded: the frame, its context, and the neutral reference beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from au_studio.coding.neutral_references import neutral_reference
from au_studio.coding.pictures import ContextLoop, FramePictures
from au_studio.coding.session import SampleFrame
from au_studio.controllers.frame_loader import PREVIEW
from au_studio.controllers.study_pictures import StudyPictures
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError


class CodingDisplay(QObject):
    """Keeps the pictures on the page those of the current frame.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.

    Signals
    -------
    pictures_changed(FramePictures or None)
        The pictures of the current frame; None while they are being decoded.
    reference_changed(FramePictures or None)
        The neutral reference of the current frame's person; None when there is none.
    context_ready(ContextLoop)
        The second around the current frame, as asked for by `request_context`.
    preview_ready(FramePictures)
        Any frame of a recording, as asked for by `request_preview`.
    failed(AUStudioError), reference_failed(AUStudioError), preview_failed(AUStudioError)
        The current frame, the neutral reference, or the frame asked for, cannot be shown.
    """

    pictures_changed = Signal(object)
    reference_changed = Signal(object)
    context_ready = Signal(object)
    preview_ready = Signal(object)
    failed = Signal(object)
    reference_failed = Signal(object)
    preview_failed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._frame: SampleFrame | None = None
        self._ahead: tuple[SampleFrame, ...] = ()
        self._reference: SampleFrame | None = None
        self._pictures = pictures = StudyPictures(workspace, self)
        pictures.loaded.connect(self._on_loaded)
        pictures.reference_loaded.connect(self._on_reference_loaded)
        pictures.context_loaded.connect(self._on_context_loaded)
        pictures.preview_loaded.connect(self.preview_ready)
        pictures.failed.connect(self._on_failed)
        pictures.changed.connect(self._load_again)

    def close(self) -> None:
        """End the worker thread and wait for it."""
        self._pictures.close()

    @property
    def reference(self) -> SampleFrame | None:
        """The neutral reference of the person in the current frame."""
        return self._reference

    def show(self, frame: SampleFrame | None, ahead: Sequence[SampleFrame] = ()) -> None:
        """Show a frame, or none; `ahead` are the frames that will be wanted next."""
        if frame == self._frame:
            return
        self._frame, self._ahead = frame, tuple(ahead)
        self.pictures_changed.emit(None if frame is None else self._pictures.request(frame, ahead))
        self.refresh_reference()

    def forget(self) -> None:
        """Show nothing until the next frame: another study is open, or its sample was read anew."""
        self._frame = None
        if self._reference is not None:  # the face of this person must not stay beside the next one
            self._reference = None
            self.reference_changed.emit(None)

    def refresh_reference(self) -> None:
        """Show the neutral reference that the study holds for the person in the current frame."""
        frame, study = self._frame, self._workspace.study
        wanted = (
            neutral_reference(study, frame.recording_id) if frame is not None and study is not None else None
        )
        if wanted == self._reference and frame is not None:
            return
        self._reference = wanted
        self.reference_changed.emit(None)
        if wanted is not None:
            self._pictures.request_reference(wanted)

    def request_context(self) -> None:
        """Ask for the second before and after the current frame."""
        if self._frame is not None:
            self._pictures.request_context(self._frame)

    def request_preview(self, recording_id: str, position: int) -> None:
        """Ask for any frame of a recording by its place, from 0."""
        self._pictures.request_preview(recording_id, position)

    def _load_again(self) -> None:
        """Load the pictures anew: they show the face of another person, or as found by another backend."""
        frame = self._frame
        self.forget()
        self.show(frame, self._ahead)

    def _on_loaded(self, pictures: FramePictures) -> None:
        if pictures.frame == self._frame:
            self.pictures_changed.emit(pictures)

    def _on_reference_loaded(self, pictures: FramePictures) -> None:
        if pictures.frame == self._reference:
            self.reference_changed.emit(pictures)

    def _on_context_loaded(self, loop: ContextLoop) -> None:
        if loop.frame == self._frame:
            self.context_ready.emit(loop)

    def _on_failed(self, frame: SampleFrame, error: AUStudioError) -> None:
        if frame == self._frame:
            self.failed.emit(error)
        if frame == self._reference:
            self.reference_failed.emit(error)
        if frame.pts == PREVIEW:
            self.preview_failed.emit(error)
