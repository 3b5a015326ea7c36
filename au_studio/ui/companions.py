"""What goes with the main window and is no page of it: the first steps, the manual, and the export."""

from __future__ import annotations

from functools import partial

from au_studio.controllers.exporting_video import VideoExportController
from au_studio.controllers.guiding import GuideController, Step
from au_studio.controllers.study.exporting import ExportController
from au_studio.texts import tr
from au_studio.ui.actions import make_action
from au_studio.ui.bindings import Group
from au_studio.ui.code.coding_page import CodingPage
from au_studio.ui.dialog_tools import DialogTools
from au_studio.ui.export_dialog import ExportDialog
from au_studio.ui.guide.guide_panel import GuidePanel
from au_studio.ui.main_window import MainWindow
from au_studio.ui.manual.manual_window import ManualWindow
from au_studio.ui.panels_menu import PanelsMenu
from au_studio.ui.recent_videos import RecentVideosMenu
from au_studio.ui.video_dialog import VideoDialog

_WATCH, _CODE, _TRAIN = range(3)


class Companions(DialogTools):
    """Adds the first steps, the manual and the export to a window, and closes with it.

    Parameters
    ----------
    window : MainWindow
        The window, with its pages Watch, Code and Train.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.exporter = ExportController(window.workspace, self)
        self.guide = GuideController(window.workspace, self)
        self.panel = GuidePanel(window)
        window.add_panel(self.panel)
        self.films = VideoExportController(window.workspace, self)
        exports = [self._action("export.tables", self.show_export)]
        exports.append(self._action("export.video", self.show_video_export))
        window.menus.add(Group.EXPORT, exports)
        window.closing.connect(self.films.close)
        self.panels_menu = PanelsMenu(window)
        self.recent_videos = RecentVideosMenu(window)
        self.manual: ManualWindow | None = None
        helpful = [make_action("help.guide", window, self.panel.bring_back)]
        helpful.append(make_action("help.manual", window, self.show_manual))
        window.menus.add(Group.HELP, helpful)
        self.panel.set_state(self.guide.state)
        self.guide.state_changed.connect(self.panel.set_state)
        self.panel.step_requested.connect(self._on_step_requested)
        self.exporter.finished.connect(lambda _files: self.guide.note_exported())
        page = window.pages[_CODE]
        if isinstance(page, CodingPage):
            page.controller.rated.connect(partial(self.guide.note, Step.CODE))
            page.sampling.drawn.connect(partial(self.guide.note, Step.DRAW))
        window.closing.connect(self.exporter.close)

    def show_manual(self) -> None:
        """Show the manual beside the window; work goes on meanwhile."""
        if self.manual is None:
            self.manual = ManualWindow(self._window)
        self.manual.show()
        self.manual.raise_()
        self.manual.activateWindow()

    def show_export(self) -> None:
        """Ask what to export."""
        workspace = self._window.workspace
        if workspace.study is None or not self.exporter.recordings():
            workspace.say(tr("Open a video first; then its curves can be exported."), "warning")
            return
        self._open(ExportDialog(workspace, self.exporter, self._window))

    def show_video_export(self) -> None:
        """Ask what an annotated video of the open recording shows."""
        if self.films.why_not:
            self._window.workspace.say(self.films.why_not, "warning")
            return
        self._open(VideoDialog(self._window.workspace, self.films, self._window))

    def _on_step_requested(self, step: Step) -> None:
        window = self._window
        page = window.pages[_CODE]
        if step is Step.OPEN:
            window.ask.videos() if self.guide.state.study else window.workspace.open_demo()
        elif step is Step.WATCH:
            window.show_page(_WATCH)
            if window.workspace.current is None:
                window.workspace.open_neighbour(1)
        elif step in {Step.DRAW, Step.CODE}:
            window.show_page(_CODE)
            if step is Step.DRAW and isinstance(page, CodingPage):
                page.show_sample_dialog()
        elif step is Step.TRAIN:
            window.show_page(_TRAIN)
        else:
            self.show_export()
