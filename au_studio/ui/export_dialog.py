"""The export dialog: which recordings, which files, which model, whose ratings, and where to."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QSettings, QSignalBlocker, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from au_studio.coding.calibrations import CALIBRATED
from au_studio.controllers.study.exporting import ExportController
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.export.study_files import EXPLAINED, FORMATS, ExportPlan
from au_studio.export.values import ValueChoices
from au_studio.texts import mark, tr
from au_studio.ui.fields import TickList, choice, dialog_column
from au_studio.ui.focus import walk_as_laid_out
from au_studio.ui.theme import SPACING

_FOLDER = "export/folder"
_CODERS_IN_A_ROW = 3
_NOTE = mark(
    "half of them are JSON files that say how the others were made: versions, model, video, settings. "
    "Frames without a face have empty cells, never 0."
)


class ExportDialog(QDialog):
    """Chooses what to export, then shows how it goes.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.
    controller : ExportController
        Does the work.
    """

    def __init__(
        self, workspace: Workspace, controller: ExportController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export"))
        self._controller = controller
        self._workspace = workspace
        self.recordings = TickList()
        self.recordings.setAccessibleName(tr("Recordings to export"))
        self.recordings.setSpacing(2)
        self.recordings.setMinimumWidth(130)
        self.all_recordings = QCheckBox(tr("&All recordings"))
        self.models = choice(tr("Model"))
        self.formats = {kind: QCheckBox(tr(text)) for kind, text in FORMATS.items()}
        self.coders: dict[str, QCheckBox] = {}
        self.calibrated = QCheckBox(
            tr("calibrated to the person (by rated frames, else their face at rest reads 0)")
        )
        self.errors = QCheckBox(tr("with expected errors (columns AU12_sd in the table per frame)"))
        self.smooth = QDoubleSpinBox()
        self.smooth.setAccessibleName(tr("Smooth over time, seconds"))
        self.folder = QLineEdit()
        self.folder.setAccessibleName(tr("Folder for the files"))
        self.note = QLabel()
        self.doing = QLabel()
        self.bar = QProgressBar()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.export_button: QPushButton = buttons.addButton(
            tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.export_button.setDefault(True)
        self._close = buttons.button(QDialogButtonBox.StandardButton.Close)
        self._show = QPushButton(tr("Show the folder"))
        buttons.addButton(self._show, QDialogButtonBox.ButtonRole.ActionRole)
        self._show.hide()
        self._build(buttons)
        self._fill()
        self._connect(buttons)
        self._refresh()
        walk_as_laid_out(self)

    def _build(self, buttons: QDialogButtonBox) -> None:
        left = QGroupBox(tr("Recordings"))
        column = QVBoxLayout(left)
        column.addWidget(self.all_recordings)
        column.addWidget(self.recordings)
        right = QVBoxLayout()
        right.setSpacing(2 * SPACING)
        right.addWidget(self._files_box())
        right.addWidget(self._values_box())
        right.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(2 * SPACING)
        top.addWidget(left, 1)
        top.addLayout(right)
        folder_row = QHBoxLayout()
        folder_label = QLabel(tr("&Folder"))
        folder_label.setBuddy(self.folder)
        browse = QPushButton(tr("Choose…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        for widget in (folder_label, self.folder, browse):
            folder_row.addWidget(widget)
        self.note.setWordWrap(True)
        self.doing.setWordWrap(True)
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(10)
        self.bar.hide()
        layout = dialog_column(self)
        layout.addLayout(top, 1)
        layout.addLayout(folder_row)
        layout.addWidget(self.note)
        layout.addWidget(self.bar)
        layout.addWidget(self.doing)
        layout.addWidget(buttons)
        self.resize(880, 460)

    def _files_box(self) -> QGroupBox:
        """Return the box with what can be written, in two columns: low screens show all of it."""
        files = QGroupBox(tr("Files"))
        grid = QGridLayout(files)
        grid.setVerticalSpacing(SPACING // 3)
        rows = (len(self.formats) + 1) // 2
        for place, (kind, check) in enumerate(self.formats.items()):
            check.setToolTip(tr(EXPLAINED[kind]))
            grid.addWidget(check, place % rows, place // rows)
        self.formats["openface"].setChecked(True)
        return files

    def _values_box(self) -> QGroupBox:
        """Return the box with what the files hold."""
        values = QGroupBox(tr("Values"))
        grid = QGridLayout(values)
        grid.setColumnStretch(1, 1)
        model_label = QLabel(tr("&Model"))
        model_label.setBuddy(self.models)
        smooth_label = QLabel(tr("S&mooth over"))
        smooth_label.setBuddy(self.smooth)
        for column, widget in enumerate((model_label, self.models, smooth_label, self.smooth)):
            grid.addWidget(widget, 0, column)
        self._coder_box = QGridLayout()
        self._coder_box.setColumnStretch(_CODERS_IN_A_ROW, 1)
        coder_label = QLabel(tr("Ratings of"))
        coder_label.setToolTip(
            tr("They stand beside the model's values in the per-frame and the long table.")
        )
        several_rows = len(self._controller.coders()) > _CODERS_IN_A_ROW
        at = Qt.AlignmentFlag.AlignTop if several_rows else Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(coder_label, 1, 0, at)
        grid.addLayout(self._coder_box, 1, 1, 1, 3)
        grid.addWidget(QLabel(tr("Intensities")), 2, 0)
        grid.addWidget(self.calibrated, 2, 1, 1, 3)
        grid.addWidget(self.errors, 3, 1, 1, 3)
        self.smooth.setRange(0.0, 2.0)
        self.smooth.setSingleStep(0.05)
        self.smooth.setSuffix(" s")
        self.smooth.setSpecialValueText(tr("not smoothed"))
        self.smooth.setToolTip(tr("Standard deviation of a Gaussian over time; it blunts short movements."))
        return values

    def _fill(self) -> None:
        for item in self._controller.recordings():
            row = QListWidgetItem(item.name)
            row.setData(Qt.ItemDataRole.UserRole, item.id)
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Checked)
            self.recordings.addItem(row)
        chosen = self._workspace.model
        for model in self._controller.models():
            self.models.addItem(model.name, model.id)
        if chosen is not None:
            self.models.setCurrentIndex(self.models.findData(chosen.id))
        for place, (key, name) in enumerate(self._controller.coders()):
            self.coders[key] = QCheckBox(name)
            self._coder_box.addWidget(self.coders[key], *divmod(place, _CODERS_IN_A_ROW))
        if not self.coders:
            self._coder_box.addWidget(QLabel(tr("nobody has rated yet")), 0, 0)
        study = self._workspace.study
        self.calibrated.setChecked(study is not None and bool(study.setting(CALIBRATED, False)))
        usual = Path(study.path).parent / f"{study.name} tables" if study is not None else Path.home()
        remembered = str(QSettings().value(f"{_FOLDER}/{study.id if study else ''}", ""))
        self.folder.setText(remembered or str(usual))

    def _connect(self, buttons: QDialogButtonBox) -> None:
        self.recordings.itemChanged.connect(self._refresh)
        self.all_recordings.clicked.connect(self._choose_all)
        self.models.currentIndexChanged.connect(self._refresh)
        for check in (*self.formats.values(), *self.coders.values()):
            check.toggled.connect(self._refresh)
        for check in (self.calibrated, self.errors):
            check.toggled.connect(self._refresh)
        self.smooth.valueChanged.connect(self._refresh)
        self.folder.textChanged.connect(self._refresh)
        self._show.clicked.connect(self._show_folder)
        buttons.rejected.connect(self.reject)
        self.export_button.clicked.connect(self._on_export)
        self._controller.progressed.connect(self._on_progressed)
        self._controller.finished.connect(self._on_finished)
        self._controller.failed.connect(self._on_failed)
        self._controller.stopped.connect(self._on_stopped)

    # ---- what is chosen

    def chosen_recordings(self) -> list[str]:
        """Return the ids of the recordings that are ticked."""
        rows = (self.recordings.item(row) for row in range(self.recordings.count()))
        return [
            str(row.data(Qt.ItemDataRole.UserRole))
            for row in rows
            if row.checkState() == Qt.CheckState.Checked and row.flags() & Qt.ItemFlag.ItemIsEnabled
        ]

    def _choose_all(self, chosen: bool) -> None:
        state = Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
        with QSignalBlocker(self.recordings):
            for row in range(self.recordings.count()):
                self.recordings.item(row).setCheckState(state)
        self._refresh()

    def _show_what_lacks(self) -> list[str]:
        """Grey out the recordings that cannot be exported with the chosen model; return their names."""
        lacking = []
        with QSignalBlocker(self.recordings):
            for number in range(self.recordings.count()):
                row = self.recordings.item(number)
                why = self._controller.lacks(
                    str(row.data(Qt.ItemDataRole.UserRole)), str(self.models.currentData())
                )
                enabled = row.flags() | Qt.ItemFlag.ItemIsEnabled
                row.setFlags(enabled & ~Qt.ItemFlag.ItemIsEnabled if why else enabled)
                row.setToolTip(why)
                if why:
                    lacking.append(row.text())
        return lacking

    def _show_all_chosen(self) -> None:
        """Tick the box of all recordings, half where only some are chosen."""
        rows = [self.recordings.item(number) for number in range(self.recordings.count())]
        ticked = sum(row.checkState() == Qt.CheckState.Checked for row in rows)
        some = Qt.CheckState.PartiallyChecked if ticked else Qt.CheckState.Unchecked
        self.all_recordings.setCheckState(Qt.CheckState.Checked if rows and ticked == len(rows) else some)

    def plan(self) -> ExportPlan | None:
        """Return what is chosen, or None while nothing could be written."""
        formats = [kind for kind, check in self.formats.items() if check.isChecked()]
        recordings, model_id = self.chosen_recordings(), self.models.currentData()
        folder = self.folder.text().strip()
        if not (formats and recordings and model_id and folder):
            return None
        coders = [key for key, check in self.coders.items() if check.isChecked()]
        errors = self._controller.errors_of(str(model_id)) if self.errors.isChecked() else None
        values = ValueChoices(self.calibrated.isChecked(), round(self.smooth.value(), 3), errors)
        return self._controller.plan(
            recordings, formats, str(model_id), coders, Path(folder).expanduser(), values=values
        )

    def _refresh(self) -> None:
        lacking = self._show_what_lacks()
        self._show_all_chosen()
        known = self._controller.errors_of(str(self.models.currentData())) is not None
        self.errors.setEnabled(known)
        self.errors.setToolTip("" if known else tr("This model's card does not say how far off it may be."))
        plan = self.plan()
        running = self._controller.running
        self.export_button.setEnabled(plan is not None and not running)
        self._close.setText(tr("Stop") if running else tr("Close"))
        if plan is None:
            self.note.setText(tr("Choose at least one recording, one file, a model and a folder."))
            return
        missing = self._controller.missing(self.chosen_recordings(), str(self.models.currentData()))
        files = self._controller.files(plan)
        there = sum(path.exists() for path in files)
        lines = [tr("<b>{n} files</b> will be written: {note}", n=len(files), note=tr(_NOTE))]
        if there:
            lines.append(tr("{there} of them exist there already and will be replaced.", there=there))
        if lacking:
            names = escape(", ".join(lacking))
            lines.append(
                tr("Left out, because the video cannot be read and nothing is stored: {names}.", names=names)
            )
        if missing:
            lines.append(
                tr(
                    "<b>{n} of {n2} recordings have no analysis with this model "
                    "yet.</b> That is done first; it takes about as long as watching them, or less.",
                    n=len(missing),
                    n2=len(plan.sources),
                )
            )
        self.note.setText("<br>".join(lines))
        self.export_button.setText(tr("Analyse and export") if missing else tr("Export"))

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Folder for the files"), self.folder.text())
        if folder:
            self.folder.setText(folder)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder.text()))

    # ---- doing it

    def _on_export(self) -> None:
        plan = self.plan()
        if plan is None:
            return
        study = self._workspace.study
        QSettings().setValue(f"{_FOLDER}/{study.id if study else ''}", self.folder.text().strip())
        self._show.hide()
        self.bar.setRange(0, 0)
        self.bar.show()
        self.doing.setText(tr("Starting…"))
        self._controller.start(plan, str(self.models.currentData()))
        self._refresh()

    def _on_progressed(self, text: str, done: int, total: int) -> None:
        self.doing.setText(f"{text}…")
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _on_finished(self, files: list[Path]) -> None:
        left_out = "".join(tr("\nLeft out: {text}", text=text) for text in self._controller.left_out)
        self._end(
            tr(
                "Done: {n} files written to {text}.{left_out}",
                n=len(files),
                text=self.folder.text(),
                left_out=left_out,
            )
        )
        self._show.show()
        self._workspace.say(
            tr("{n} files exported to {text}.", n=len(files), text=self.folder.text()), "good"
        )
        for text in self._controller.left_out:
            self._workspace.say(tr("Left out of the export: {text}", text=text), "warning")

    def _on_failed(self, error: AUStudioError) -> None:
        self._end(error.shown())
        self.doing.setToolTip(error.details)

    def _on_stopped(self) -> None:
        self._end(tr("Stopped. Files that were written are whole and stay."))

    def _end(self, text: str) -> None:
        self.bar.hide()
        self.doing.setText(text)
        self._refresh()

    def reject(self) -> None:
        """Stop a running export; close the dialog otherwise."""
        if self._controller.running:
            self._controller.cancel()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop a running export before the dialog goes."""
        if self._controller.running:
            self._controller.cancel()
        super().closeEvent(event)
