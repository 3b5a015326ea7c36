"""Which recording of a study was open: it is shown again when the study is opened again."""

from __future__ import annotations

from PySide6.QtCore import QObject

from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError

_KEY = "recording.open"


class LastRecording(QObject):
    """Remembers the open recording in the study, and opens it with the study.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.
    """

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        workspace.study_changed.connect(self._open)
        workspace.recording_changed.connect(self._remember)

    def _open(self) -> None:
        study = self._workspace.study
        known = study.setting(_KEY) if study is not None else None
        if isinstance(known, str):
            self._workspace.open_recording(known)

    def _remember(self) -> None:
        study, current = self._workspace.study, self._workspace.current
        if study is None or current is None or study.read_only or study.setting(_KEY) == current.id:
            return
        try:
            study.set_setting(_KEY, current.id)
        except AUStudioError as error:  # the recording is shown all the same
            self._workspace.report(error)
