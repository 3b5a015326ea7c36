"""What the menus offer for papers: conditions compared, figures, reports."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from au_studio.controllers.study.drawing_figures import FigureController
from au_studio.controllers.study.reporting import ReportController
from au_studio.ui.bindings import Group
from au_studio.ui.dialog_tools import DialogTools
from au_studio.ui.main_window import MainWindow
from au_studio.ui.study.conditions_dialog import ConditionsDialog
from au_studio.ui.study.figure_dialog import FigureDialog
from au_studio.ui.study.report_dialog import ReportDialog


class PaperTools(DialogTools):
    """Adds the actions to a window's menus, and closes with it.

    Parameters
    ----------
    window : MainWindow
        The window.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.figures = FigureController(window.workspace, self)
        self.reports = ReportController(window.workspace, self)
        window.menus.add(
            Group.STUDY,
            [self._action("study.compare_conditions", self.show_conditions)],
            before="study.save_as",
        )
        window.menus.add(
            Group.EXPORT,
            [
                self._action("export.figure", self.show_figure),
                self._action("export.report", self.show_report),
            ],
        )
        window.closing.connect(self.figures.close)
        window.closing.connect(self.reports.close)

    def show_conditions(self) -> None:
        """Compare conditions."""
        self._open(ConditionsDialog(self.figures, self._window))

    def show_figure(self) -> None:
        """Draw a figure."""
        self._open(FigureDialog(self.figures, self._window))

    def show_report(self) -> None:
        """Make a report of a recording or a person."""
        self._open(ReportDialog(self.figures, self.reports, self._window))

    def _open(self, dialog: QDialog) -> None:
        self.figures.forget()
        super()._open(dialog)

    def _on_study_changed(self) -> None:
        self.figures.forget()
        super()._on_study_changed()
