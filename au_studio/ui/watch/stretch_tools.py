"""What is done with the selected stretch: chosen, looped, told in figures, exported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QFileDialog

from au_studio.controllers.stretch import stretch_rows
from au_studio.controllers.watch.stretch_export import StretchExport
from au_studio.texts import mark, tr
from au_studio.ui.watch.stretch_panel import StretchPanel
from au_studio.ui.watch.time_axis import clock_text
from au_studio.video.shown_time import since_first

if TYPE_CHECKING:
    from au_studio.controllers.workspace import Workspace
    from au_studio.ui.watch.watch_page import WatchPage

_SOON_MS = 250
_NOTHING_YET = mark("Nothing of this recording is analysed yet.")


class StretchTools(QObject):
    """Keeps the stretch the same on the timeline and the curves, and its figures up to date.

    Parameters
    ----------
    page : WatchPage
        Has the timeline, the curves and the controller.
    workspace : Workspace
        The open study.

    Attributes
    ----------
    panel : StretchPanel
        Shows the figures.
    """

    def __init__(self, page: WatchPage, workspace: Workspace) -> None:
        super().__init__(page)
        self._page, self._workspace = page, workspace
        self.panel = StretchPanel(page)
        self.exporting = StretchExport(workspace, self)
        self.panel.export_requested.connect(self.ask_export)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.refresh)

    @property
    def span(self) -> tuple[float, float] | None:
        """The stretch that is selected, in seconds."""
        return self._page.curves.region.span

    def ends(self) -> tuple[float, float]:
        """Return the selected stretch, or what the curves show."""
        return self.span or self._page.curves.view

    def loop_range(self) -> tuple[float, float] | None:
        """Return what is played in a loop: the selected stretch, else what the curves show."""
        curves = self._page.curves
        return self.span or (curves.view if curves.view != curves.extent else None)

    def select(self, span: tuple[float, float] | None) -> None:
        """Select a stretch (seconds), which is looped from then on; None selects none."""
        page = self._page
        page.transport.timeline.set_region(span)
        page.curves.set_region(span)
        page.actions_by_id["watch.loop"].setChecked(span is not None)
        page.controller.playback.set_range(self.loop_range())
        self.refresh()

    def set_end(self, end: int) -> None:
        """Let the stretch begin (0) or end (1) at the frame on the screen; its other end stays if it can."""
        index, curves = self._page.controller.index, self._page.curves
        if index is None:
            return
        ends = list(self.ends())
        ends[end] = float(index.times[self._page.controller.playback.position])
        if ends[0] >= ends[1]:
            ends[1 - end] = curves.extent[1 - end]
        if ends[0] < ends[1]:
            self.select((ends[0], ends[1]))

    def show_figures(self) -> None:
        """Show figures of the selected stretch; of what the curves show where none is selected."""
        self._page.panels.panels["stretch"].bring_to_front()
        self.refresh()

    def refresh(self) -> None:
        """Compute the figures where they are wanted."""
        controller = self._page.controller
        if self._page.panels.panels["stretch"].isHidden():
            return
        index, curves = controller.index, controller.display.display.curves(controller.live.exact)
        if index is None or curves is None or curves.empty:
            self.panel.set_figures((), tr(_NOTHING_YET))
            return
        ends = self.ends()
        first, last = (
            np.searchsorted(index.times, ends[0], "left"),
            np.searchsorted(index.times, ends[1], "right"),
        )
        inside = curves.window(int(first), int(last))
        rows = stretch_rows(index.times[first:last], inside, controller.aus, ends)
        start, stop = (clock_text(since_first(end, index.times), 2) for end in ends)
        shown = "" if self.span is not None else tr(" (what is shown)")
        self.panel.set_figures(rows, tr("{start} to {stop}{shown}", start=start, stop=stop, shown=shown))

    def view_changed(self) -> None:
        """Compute the figures anew, when the curves come to rest, if they are of what is shown."""
        if self.span is None and not self._page.panels.panels["stretch"].isHidden():
            self._soon.start()

    def ask_export(self) -> None:
        """Ask for a file and write the frames of the stretch into it."""
        item, index = self._workspace.current, self._page.controller.index
        if why := self.exporting.why_not:
            self._workspace.say(why, "warning")
        elif item is not None and index is not None:
            start, stop = (since_first(end, index.times) for end in self.ends())
            folder = Path(str(QSettings().value("folder", str(Path.home()))))
            name = f"{Path(item.name).stem} {start:.2f}-{stop:.2f} s.csv"
            chosen, _ = QFileDialog.getSaveFileName(
                self._page, tr("Export this stretch"), str(folder / name), tr("Table (*.csv)")
            )
            if chosen:
                path = Path(chosen) if chosen.lower().endswith(".csv") else Path(f"{chosen}.csv")
                calibrated = self._page.controller.display.calibrated
                self.exporting.start(path, self.ends(), calibrated=calibrated)

    def close(self) -> None:
        """Wait for the end of an export."""
        self._soon.stop()
        self.exporting.close()
