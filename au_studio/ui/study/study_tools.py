"""What the menus offer for the study as a whole: ratings in and out, coders, recordings, backups."""

from __future__ import annotations

from au_studio.controllers.code.sample_extraction import SampleExtraction
from au_studio.controllers.last_recording import LastRecording
from au_studio.controllers.study.backups import BackupsController
from au_studio.controllers.study.coder_list import CoderListController
from au_studio.controllers.study.exporting_ratings import RatingExportController
from au_studio.controllers.study.importing_ratings import RatingImportController
from au_studio.controllers.study.recording_details import RecordingDetailsController
from au_studio.controllers.study_edits import StudyEdits
from au_studio.ui.bindings import Group
from au_studio.ui.code.coding_page import CodingPage
from au_studio.ui.dialog_tools import DialogTools
from au_studio.ui.main_window import MainWindow
from au_studio.ui.page import Undoing
from au_studio.ui.study.backups_dialog import BackupsDialog
from au_studio.ui.study.coders_dialog import CodersDialog
from au_studio.ui.study.details_dialog import DetailsDialog
from au_studio.ui.study.import_dialog import ImportDialog
from au_studio.ui.study.rating_export_dialog import RatingExportDialog
from au_studio.ui.study.recording_actions import RecordingActions


class StudyTools(DialogTools):
    """Adds the actions to a window's menus, and closes with it.

    Parameters
    ----------
    window : MainWindow
        The window.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.importer = RatingImportController(window.workspace, self)
        self.exporter = RatingExportController(window.workspace, self)
        window.menus.add(
            Group.STUDY,
            [
                self._action("study.coders", self.show_coders),
                self._action("study.import_ratings", self.show_import),
                self._action("study.backups", self.show_backups),
            ],
            before="study.save_as",
        )
        self.edits = StudyEdits(window.workspace, self)
        window.edit_menu.set_study(Undoing(self.edits.history, self.edits.undo, self.edits.redo))
        details = self._action("recording.details", self.show_details)
        self.recording_actions = RecordingActions(window, self.edits, details)
        window.menus.add(Group.RECORDING, [details, *self.recording_actions.actions], before="recording.next")
        window.menus.add(Group.EXPORT, [self._action("export.ratings", self.show_export)])
        self.coders = CoderListController(window.workspace, self)
        self.backups = BackupsController(window.workspace, self)
        window.closing.connect(self.backups.close)
        self.details = RecordingDetailsController(window.workspace, self, edits=self.edits)
        self.extraction = SampleExtraction(window.workspace, self)
        self.recording_actions.reading.chosen.connect(lambda _recording_id: self.extraction.start_soon())
        self.extraction.progressed.connect(window.statusBar().showMessage)
        window.closing.connect(self.extraction.close)
        for page in window.pages:
            if isinstance(page, CodingPage):
                page.sampling.drawn.connect(self.extraction.start_soon)
                page.sampling.drawn_from.connect(self.edits.note_draw)
                self.details.changed.connect(page.controller.follow_study)
                self.edits.changed.connect(page.controller.follow_study)
        self.last_recording = LastRecording(window.workspace, self)
        self.coders.changed.connect(self._reload_coding)
        self.importer.imported.connect(lambda _count: self._reload_coding())
        window.closing.connect(self.importer.close)
        window.closing.connect(self.exporter.close)

    def show_import(self) -> None:
        """Import ratings from files."""
        self._open(ImportDialog(self.importer, self._window))

    def show_coders(self) -> None:
        """Manage the coders."""
        self._open(CodersDialog(self.coders, self._window))

    def show_backups(self) -> None:
        """Go back to what the study held earlier."""
        if self._window.workspace.may_write():
            self._open(BackupsDialog(self.backups, self._window))

    def show_details(self) -> None:
        """Say who is in the recordings."""
        self._open(DetailsDialog(self.details, self._window))

    def show_export(self) -> None:
        """Export ratings to files."""
        self._open(RatingExportDialog(self.exporter, self._window))

    def _reload_coding(self) -> None:
        """Let the Code page read the study again: coders, frames or ratings have changed."""
        for page in self._window.pages:
            if isinstance(page, CodingPage):
                page.controller.reload()
