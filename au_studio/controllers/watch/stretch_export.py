"""Writes the table of a stretch of the open recording, in a thread, as its curves are shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from au_studio.analysis.store import load_analysis
from au_studio.coding.calibrations import Calibrator, known_of_person
from au_studio.controllers.background import Background
from au_studio.controllers.workspace import Workspace
from au_studio.export.stretch import write_stretch
from au_studio.export.values import ValueChoices, processed
from au_studio.texts import tr, tr_n


class StretchExport(QObject):
    """Exports one stretch at a time, and says how it went.

    Parameters
    ----------
    workspace : Workspace
        Holds the open recording and the chosen model.
    """

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._background = Background("stretch export", self, failure=tr("The stretch could not be written."))
        self._background.done.connect(self._on_done)
        self._background.failed.connect(workspace.report)

    @property
    def why_not(self) -> str:
        """Why nothing can be written now, in a sentence; empty when it can."""
        item = self._workspace.current
        if item is None:
            return tr("Open a recording first; then a stretch of it can be exported.")
        if not self._workspace.has_analysis(item.id):
            return tr(
                "{name} is not analysed to its end yet: its stretches can be exported then.", name=item.name
            )
        return ""

    def start(self, target: Path, span: tuple[float, float], *, calibrated: bool) -> None:
        """Write the frames of a stretch (seconds); calibrated to the person where the curves are."""
        work = self._workspace
        item, model = work.current, work.model
        stored = work.analysis_path(item.id) if item is not None else None
        if item is None or model is None or stored is None:
            return
        known = known_of_person(work, item.id, model.id)
        notices: list[str] = []

        def write(_should_stop: Callable[[], bool]) -> tuple[Path, int, list[str]]:
            analysis = processed(
                load_analysis(stored),
                item.id,
                item.name,
                ValueChoices(calibrated=calibrated),
                known=known,
                calibrator=Calibrator(),
                on_notice=notices.append,
            )
            agreement = model.card.get("metrics") or None
            rows = write_stretch(target, analysis, *span, model=model.name, agreement=agreement)
            return target, rows, notices

        self._background.run(write)

    def close(self) -> None:
        """Wait for the end."""
        self._background.close()

    def _on_done(self, outcome: tuple[Path, int, list[str]]) -> None:
        path, rows, notices = outcome
        for text in notices:
            self._workspace.say(text, "warning")
        self._workspace.say(
            tr_n(
                "1 frame written to {path}, and beside it how they were made.",
                "{n} frames written to {path}, and beside it how they were made.",
                rows,
                path=path,
            ),
            "good",
        )
