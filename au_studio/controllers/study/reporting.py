"""Reports made from the window: gathered and written in a thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from au_studio.controllers.background import Background
from au_studio.controllers.workspace import Workspace
from au_studio.reports.gathering import ReportRequest, gather
from au_studio.reports.writing import write_report
from au_studio.texts import tr


class ReportController(QObject):
    """Makes one report at a time.

    Parameters
    ----------
    workspace : Workspace
        Tells how it went.

    Signals
    -------
    progressed(int, int, str)
        Recordings done, recordings, name of the one at work.
    finished(list of Path)
        The report and its sidecar are written.
    failed(AUStudioError)
        There is none, and why.
    """

    progressed = Signal(int, int, str)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._background = Background("report", self, failure=tr("The report could not be made."))
        self._background.done.connect(self._on_done)
        self._background.failed.connect(self.failed)

    @property
    def running(self) -> bool:
        """Whether a report is being made."""
        return self._background.busy

    def start(self, request: ReportRequest, path: Path) -> None:
        """Make a report; nothing is written before all of it is gathered."""

        def work(should_stop: Callable[[], bool]) -> list[Path]:
            found = gather(request, on_progress=self.progressed.emit, should_stop=should_stop)
            return write_report(path, found)

        self._background.run(work)

    def cancel(self) -> None:
        """Stop; there is no report then."""
        self._background.stop()

    def close(self) -> None:
        """Stop, and wait for the thread."""
        self._background.close()

    def _on_done(self, files: object) -> None:
        assert isinstance(files, list)
        self.finished.emit(files)
        self._workspace.say(tr("The report is saved as {files}.", files=files[0]), "good")
