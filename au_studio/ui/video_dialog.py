"""What an annotated video shows: action units, faces, whether persons are hidden, and where it goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QListWidgetItem,
    QWidget,
)

from au_studio.coding.pace import duration_text
from au_studio.controllers.exporting_video import VideoExportController, VideoLook
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.texts import mark, tr
from au_studio.ui.fields import TickList, dialog_column, thin_bar, wrapped
from au_studio.ui.fitting import ElidedLabel, fit_on_screen
from au_studio.ui.focus import walk_as_laid_out
from au_studio.ui.theme import SPACING

_FACES = ((mark("a box"), "box"), (mark("the mesh"), "mesh"), (mark("nothing"), "none"))
_HIDING = (
    (mark("Show the picture as it is"), "none"),
    (mark("Blur every face"), "blur"),
    (mark("Show the mesh only, nothing of the picture"), "mesh"),
)
_CARE = mark(
    "Look through the result before you show it: a face that was never found beside one that was is not "
    "hidden. Voices tell who speaks, so the sound stays away unless you tick it."
)


class VideoDialog(QDialog):
    """Makes the film of the open recording.

    Parameters
    ----------
    workspace : Workspace
        Hears when it is done.
    controller : VideoExportController
        Makes it.
    """

    def __init__(
        self, workspace: Workspace, controller: VideoExportController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Annotated video"))
        self._workspace, self._controller = workspace, controller
        self._target: Path | None = None
        self.units = TickList()
        self.units.setAccessibleName(tr("Action units to show"))
        for au in controller.aus:
            unit = ACTION_UNITS.get(au)
            item = QListWidgetItem(f"{unit.label} {tr(unit.name)}" if unit is not None else f"AU{au:02d}")
            item.setData(Qt.ItemDataRole.UserRole, au)
            item.setCheckState(Qt.CheckState.Checked)
            self.units.addItem(item)
        self.faces, self.hiding = QComboBox(), QComboBox()
        for box, entries in ((self.faces, _FACES), (self.hiding, _HIDING)):
            for text, value in entries:
                box.addItem(tr(text), value)
        self.bars, self.curves = QCheckBox(tr("&bars beside the picture")), QCheckBox(tr("&curves below it"))
        self.sound = QCheckBox(tr("with the &sound"))
        for tick in (self.bars, self.curves, self.sound):
            tick.setChecked(True)
        self.care = wrapped(tr(_CARE))
        self.doing = ElidedLabel()
        self.bar = thin_bar(tr("Progress of the video"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.make = self.buttons.addButton(tr("Make the video…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self.hiding.currentIndexChanged.connect(self._on_hiding)
        self.buttons.rejected.connect(self.reject)
        self.make.clicked.connect(self._ask_where)
        controller.progressed.connect(self._on_progress)
        controller.finished.connect(self._on_finished)
        controller.failed.connect(self._on_failed)
        self._on_hiding()
        self._set_running(False)
        walk_as_laid_out(self)

    @property
    def look(self) -> VideoLook:
        """What is chosen."""
        items = [self.units.item(row) for row in range(self.units.count())]
        return VideoLook(
            tuple(
                int(item.data(Qt.ItemDataRole.UserRole))
                for item in items
                if item.checkState() is Qt.CheckState.Checked
            ),
            str(self.faces.currentData()),
            str(self.hiding.currentData()),
            bars=self.bars.isChecked(),
            curves=self.curves.isChecked(),
            sound=self.sound.isChecked(),
        )

    def start(self, target: Path) -> None:
        """Make the video."""
        self._target = target
        self.doing.setText(target.name)
        self.bar.setMaximum(1)
        self.bar.setValue(0)
        self._set_running(True)
        self._controller.start(target, self.look)

    def reject(self) -> None:
        """Close; a video that is being made is given up."""
        self._controller.cancel()
        super().reject()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(SPACING)
        form.addRow(tr("&Persons"), self.hiding)
        form.addRow(tr("Mark &faces with"), self.faces)
        form.addRow(tr("Show"), self.bars)
        form.addRow("", self.curves)
        form.addRow("", self.sound)
        column = dialog_column(self)
        column.addLayout(form)
        column.addWidget(self.care)
        column.addWidget(QLabel(tr("Action units")))
        column.addWidget(self.units, 1)
        column.addWidget(self.doing)
        column.addWidget(self.bar)
        column.addWidget(self.buttons)
        fit_on_screen(self, 460, 600)

    def _on_hiding(self) -> None:
        hidden = self.hiding.currentData() != "none"
        self.care.setVisible(hidden)
        self.sound.setChecked(not hidden)
        self.faces.setEnabled(self.hiding.currentData() != "mesh")

    def _ask_where(self) -> None:
        item = self._workspace.current
        if not self.look.aus or item is None:
            self.doing.setText(tr("Choose at least one action unit."))
            return
        start = str(item.path.with_name(f"{item.path.stem} annotated.mp4"))
        name, _ = QFileDialog.getSaveFileName(self, tr("Annotated video"), start, tr("Videos (*.mp4)"))
        if name:
            self.start(Path(name if name.lower().endswith(".mp4") else f"{name}.mp4"))

    def _set_running(self, running: bool) -> None:
        self.make.setEnabled(not running)
        self.bar.setVisible(running)
        close = self.buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(tr("Cancel") if running else tr("Close"))

    def _on_progress(self, done: int, total: int, left: float | None) -> None:
        self.bar.setMaximum(total)
        self.bar.setValue(done)
        if self._target is not None:
            text = self._target.name
            if left is not None:
                text += tr("  ·  about {duration_text} left", duration_text=duration_text(left))
            self.doing.setText(text)

    def _on_finished(self, target: Path) -> None:
        self._set_running(False)
        self.doing.setText(tr("Written: {target}", target=target))
        self._workspace.say(tr("The video {name} is written.", name=target.name), "good")

    def _on_failed(self, error: object) -> None:
        self._set_running(False)
        self.doing.setText(error.shown() if isinstance(error, AUStudioError) else str(error))
