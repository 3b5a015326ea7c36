"""The dialog that makes a report of one recording or one person."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QWidget

from au_studio.controllers.study.drawing_figures import FigureController
from au_studio.controllers.study.reporting import ReportController
from au_studio.errors import AUStudioError
from au_studio.reports.gathering import ReportRequest
from au_studio.reports.peaks import PICTURES
from au_studio.reports.words import FACE_WARNING
from au_studio.texts import mark, tr
from au_studio.ui.fields import choice, dialog_column, thin_bar, wrapped
from au_studio.ui.fitting import fit_on_screen
from au_studio.ui.forms import align
from au_studio.ui.study.figure_saving import ask_file
from au_studio.ui.study.readings_box import ReadingsBox
from au_studio.ui.theme import theme_of

_FILTERS = {".html": mark("Web page, all in one file (*.html)"), ".pdf": mark("PDF (*.pdf)")}
_INTRO = mark(
    "A report holds pictures of the strongest moments, the curves, a summary, the episodes and markers, what "
    "is known of the model and its agreement, and what to beware of."
)


class ReportDialog(QDialog):
    """Makes reports of the open study.

    Parameters
    ----------
    choices : FigureController
        Says what there is in the study.
    controller : ReportController
        Makes the report.
    """

    def __init__(
        self, choices: FigureController, controller: ReportController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Report"))
        self._controller = controller
        recordings = choices.recordings()
        whose = [
            *((("recording", k, name), tr("Recording: {name}", name=name)) for k, name in recordings),
            *((("person", name, name), tr("Person: {name}", name=name)) for name in choices.persons()),
        ]
        self.whose = choice(tr("Recording or person that the report is of"), whose)
        pictures = ((key, tr(text)) for key, text in PICTURES.items())
        self.pictures = choice(tr("Pictures of the strongest moments"), pictures)
        self.pictures.setCurrentIndex(self.pictures.findData("mesh"))
        self.warning = wrapped(tr(FACE_WARNING))
        self.readings = ReadingsBox(choices)
        self.bar = thin_bar(tr("Progress of the report"))
        self.doing = wrapped()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.save = buttons.addButton(tr("&Save the report…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.open_button = buttons.addButton(tr("&Open it"), QDialogButtonBox.ButtonRole.ActionRole)
        self._close = buttons.button(QDialogButtonBox.StandardButton.Close)
        self._file: Path | None = None
        self._build(buttons)
        self._connect(buttons)
        self._refresh()

    def _build(self, buttons: QDialogButtonBox) -> None:
        palette = self.warning.palette()
        palette.setColor(self.warning.foregroundRole(), theme_of(self.palette()).color("problem"))
        self.warning.setPalette(palette)
        form = QFormLayout()
        form.addRow(tr("&Of"), self.whose)
        form.addRow(tr("&Pictures"), self.pictures)
        align(form, self.readings.form)
        column = dialog_column(self)
        column.addWidget(wrapped(tr(_INTRO)))
        column.addLayout(form)
        for part in (self.warning, self.readings, self.bar, self.doing):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(buttons)
        fit_on_screen(self, 560, 400)

    def _connect(self, buttons: QDialogButtonBox) -> None:
        self.pictures.currentIndexChanged.connect(self._refresh)
        self.save.clicked.connect(self._on_save)
        self.open_button.clicked.connect(self._on_open)
        buttons.rejected.connect(self.reject)
        self._controller.progressed.connect(self._on_progressed)
        self._controller.finished.connect(self._on_finished)
        self._controller.failed.connect(self._on_failed)

    def request(self) -> ReportRequest | None:
        """Return which report is wanted; None without a study or a recording."""
        reading, chosen = self.readings.request(), self.whose.currentData()
        if reading is None or chosen is None:
            return None
        kind, key, _ = chosen
        return ReportRequest(
            reading,
            recording=key if kind == "recording" else "",
            person=key if kind == "person" else "",
            pictures=str(self.pictures.currentData()),
            aus=self.readings.aus(),
        )

    def _refresh(self) -> None:
        running = self._controller.running
        self.warning.setVisible(self.pictures.currentData() == "faces")
        self.bar.setVisible(running)
        self.save.setEnabled(not running and self.request() is not None)
        self.open_button.setVisible(self._file is not None and not running)
        self._close.setText(tr("Stop") if running else tr("Close"))

    def _on_save(self) -> None:
        request = self.request()
        name = str(self.whose.currentData()[2]) if request is not None else ""
        path = ask_file(
            self,
            tr("Save the report"),
            f"{Path(name).stem} report",
            {ending: tr(text) for ending, text in _FILTERS.items()},
        )
        if request is not None and path is not None:
            self._file = None
            self.bar.setRange(0, 0)
            self.doing.setText(tr("Reading…"))
            self._controller.start(request, path)
            self._refresh()

    def _on_progressed(self, done: int, total: int, name: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.doing.setText(f"{name}…" if name else tr("Writing…"))

    def _on_finished(self, files: list[Path]) -> None:
        self._file = files[0]
        self.doing.setText(tr("Saved as {files}.", files=files[0]))
        self._refresh()

    def _on_failed(self, error: AUStudioError) -> None:
        self.doing.setText(error.shown())
        self.doing.setToolTip(error.details)
        self._refresh()

    def _on_open(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file)))

    def reject(self) -> None:
        """Stop a report that is being made; close the dialog otherwise."""
        if self._controller.running:
            self._controller.cancel()
            self.doing.setText(tr("Stopped: there is no report."))
            self._refresh()
        else:
            super().reject()
