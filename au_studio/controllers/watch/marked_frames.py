"""Which frames of the open recording were drawn, rated, and are disputed; read in a thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from au_studio.controllers.background import Background
from au_studio.controllers.workspace import Workspace
from au_studio.errors import Stopped
from au_studio.study.frame_marks import FrameMarks, frame_marks
from au_studio.study.study import Study
from au_studio.texts import tr


class MarkedFrames(QObject):
    """Reads the marks when it is asked to.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study and recording.

    Signals
    -------
    changed(FrameMarks)
        Show these.

    Attributes
    ----------
    marks : FrameMarks
        What is known now.
    """

    changed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._of: str | None = None
        self.marks = FrameMarks()
        self._background = Background("marked frames", self, failure=tr("The ratings could not be read."))
        self._background.done.connect(self._on_done)
        self._background.failed.connect(workspace.report)

    def refresh(self) -> None:
        """Read the marks of the open recording anew; other recordings' leave at once."""
        study, item = self._workspace.study, self._workspace.current
        if item is None or item.id != self._of or study is None:
            self._of = item.id if item is not None else None
            self._on_done(FrameMarks())
        if study is None or item is None or self._workspace.index is None:
            self._background.stop()
            return
        root, recording_id = study.path, item.id

        def read(should_stop: Callable[[], bool]) -> FrameMarks:
            with Study.open(root, read_only=True) as opened:
                found = frame_marks(opened, recording_id)
            if should_stop():
                raise Stopped(tr("Another recording's marks are wanted."))
            return found

        self._background.run(read)

    def close(self) -> None:
        """Wait for the end."""
        self._background.close()

    def _on_done(self, marks: FrameMarks) -> None:
        self.marks = marks
        self.changed.emit(marks)
