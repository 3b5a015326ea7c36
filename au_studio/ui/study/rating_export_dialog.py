"""The dialog that exports ratings: whose, in which form, and where to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGroupBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from au_studio.controllers.study.exporting_ratings import RatingExportController
from au_studio.errors import AUStudioError
from au_studio.export.study_ratings import FORMATS, Written
from au_studio.texts import mark, tr
from au_studio.ui.fields import dialog_column, wrapped
from au_studio.ui.focus import walk_as_laid_out

_FOLDER = "ratings/folder"
_NOTE = mark(
    "Such tables can be imported again, here or in another study. They name frames by number (from 1), "
    "seconds and pts. A cell holds 0 to 5; X or a visibility code where it was not codable; L, R or U before "
    "the level of one side; and ? behind an unsure rating. DISFA’s files hold the levels alone."
)


class RatingExportDialog(QDialog):
    """Asks what to export and writes it.

    Parameters
    ----------
    controller : RatingExportController
        Does the work.
    """

    def __init__(self, controller: RatingExportController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export ratings"))
        self._controller = controller
        self.coders = {
            key: QCheckBox(tr("{name}  ({count} ratings)", name=name, count=f"{count:,}"))
            for key, name, count in controller.coders()
        }
        self.formats = {kind: QRadioButton(tr(text)) for kind, text in FORMATS.items()}
        self.formats["long"].setChecked(True)
        self.outcome = wrapped()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.export_button = buttons.addButton(tr("&Export…"), QDialogButtonBox.ButtonRole.ActionRole)
        self._build(buttons)
        for (_, _, count), check in zip(controller.coders(), self.coders.values(), strict=True):
            check.setChecked(count > 0)
            check.toggled.connect(self._refresh)
        self.export_button.clicked.connect(self._ask)
        buttons.rejected.connect(self.reject)
        controller.finished.connect(self._on_finished)
        controller.failed.connect(self._on_failed)
        self._refresh()
        walk_as_laid_out(self)

    def _build(self, buttons: QDialogButtonBox) -> None:
        column = dialog_column(self)
        for title, widgets in (
            (tr("Ratings of"), [*self.coders.values()]),
            (tr("Form"), [*self.formats.values()]),
        ):
            group = QGroupBox(title)
            box = QVBoxLayout(group)
            for widget in widgets:
                box.addWidget(widget)
            column.addWidget(group)
        note = wrapped(tr(_NOTE))
        column.addWidget(note)
        column.addWidget(self.outcome)
        column.addStretch(1)
        column.addWidget(buttons)
        self.resize(560, 420)

    @property
    def kind(self) -> str:
        """Key of the chosen form."""
        return next(kind for kind, button in self.formats.items() if button.isChecked())

    def chosen(self) -> list[str]:
        """Return the ids of the chosen coders."""
        return [key for key, check in self.coders.items() if check.isChecked()]

    def export_to(self, target: Path) -> None:
        """Write to a file, or for DISFA's files to a folder."""
        QSettings().setValue(_FOLDER, str(target.parent))
        self.outcome.setText(tr("Writing…"))
        self.export_button.setEnabled(False)
        self._controller.export(target, self.kind, self.chosen())

    def _ask(self) -> None:
        folder = str(QSettings().value(_FOLDER, str(Path.home())))
        if self.kind == "disfa":
            name = QFileDialog.getExistingDirectory(self, tr("Folder for the text files"), folder)
        else:
            start = str(Path(folder) / "ratings.csv")
            name, _ = QFileDialog.getSaveFileName(self, tr("Export ratings"), start, tr("Tables (*.csv)"))
        if name:
            self.export_to(Path(name))

    def _refresh(self) -> None:
        self.export_button.setEnabled(bool(self.chosen()))
        if not self.coders:
            self.outcome.setText(tr("There are no coders yet: rate the sample, or import ratings."))

    def _on_finished(self, written: Written) -> None:
        self.outcome.setText(
            tr("✓ Written to {path}. {remark}", path=written.path, remark=written.remark).rstrip()
        )
        self._refresh()

    def _on_failed(self, error: AUStudioError) -> None:
        self.outcome.setText(f"✕ {error.shown()}")
        self._refresh()
