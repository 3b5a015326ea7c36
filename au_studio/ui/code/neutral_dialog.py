"""Look through a person's recordings for a face at rest, and make it their neutral reference."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from au_studio.coding.pictures import FramePictures
from au_studio.errors import AUStudioError
from au_studio.study.records import Recording
from au_studio.texts import mark, tr
from au_studio.ui.code.face_stage import face_of
from au_studio.ui.code.picture_view import PictureView
from au_studio.ui.fields import wrapped
from au_studio.ui.fitting import fit_on_screen
from au_studio.ui.theme import SPACING, tabular

_EXPLANATION = mark(
    "Look for a moment at which the face rests: no movement, eyes open, looking towards the camera. It is "
    "shown beside every frame of this person. Arrow keys go frame by frame, Page keys a second. Nothing that "
    "a model or another coder says is shown."
)


class NeutralDialog(QDialog):
    """A slider over the recordings in which a person is seen.

    Signals
    -------
    wanted(recording_id, position)
        Show this frame.
    chosen(SampleFrame or None)
        This is the neutral reference now; None = there is none.
    """

    wanted = Signal(str, int)
    chosen = Signal(object)

    def __init__(
        self, recordings: Sequence[Recording], start: int, has_one: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Choose the neutral reference"))
        self._recordings = tuple(recordings)
        self._pictures: FramePictures | None = None
        explanation = wrapped(tr(_EXPLANATION), self)
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(tr("Recording"))
        for recording in self._recordings:
            self.choice.addItem(recording.name, recording.id)
        self.choice.setEnabled(len(self._recordings) > 1)
        self.picture = PictureView(tr("Face"), tr("Decoding…"), self)
        self.picture.setMinimumSize(360, 300)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setAccessibleName(tr("Place in the recording"))
        self.where = QLabel(self)
        self.where.setFont(tabular(self.font()))
        self.where.setMinimumWidth(self.fontMetrics().horizontalAdvance("00:00.000 · frame 000000"))
        row = QHBoxLayout()
        row.addWidget(self.slider, 1)
        row.addWidget(self.where)
        buttons = QDialogButtonBox(self)
        self.use = QPushButton(tr("&Use as neutral reference"), self)
        self.none = QPushButton(tr("&No reference"), self)
        self.none.setEnabled(has_one)
        self.none.setAutoDefault(False)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setIcon(QIcon())
        buttons.addButton(self.none, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.addButton(self.use, QDialogButtonBox.ButtonRole.AcceptRole)
        self.use.setDefault(True)
        column = QVBoxLayout(self)
        column.setSpacing(SPACING)
        for widget in (explanation, self.choice):
            column.addWidget(widget)
        column.addWidget(self.picture, 1)
        column.addLayout(row)
        column.addWidget(buttons)
        fit_on_screen(self, 640, 640)
        self.choice.currentIndexChanged.connect(self._on_recording)
        self.slider.valueChanged.connect(self._on_moved)
        self.use.clicked.connect(self._on_use)
        self.none.clicked.connect(self._on_none)
        buttons.rejected.connect(self.reject)
        self._set_range()
        self.slider.setValue(start)
        self.slider.setFocus()

    def start(self) -> None:
        """Ask for the first picture."""
        self._on_moved(self.slider.value())

    def set_pictures(self, pictures: FramePictures) -> None:
        """Show a frame that was asked for; an older answer than the last question is passed over."""
        if (pictures.frame.recording_id, pictures.position) != (self._recording.id, self.slider.value()):
            return
        self._pictures = pictures
        self.picture.set_image(face_of(pictures))
        self.picture.set_badge(tr("No face found here") if pictures.face is None else "")
        minutes, seconds = divmod(pictures.time, 60)
        self.where.setText(
            tr(
                "{int}:{seconds} · frame {position}",
                int=int(minutes),
                seconds=f"{seconds:06.3f}",
                position=pictures.position + 1,
            )
        )
        self.use.setEnabled(True)

    def set_problem(self, error: Exception) -> None:
        """Say why a frame cannot be shown."""
        self.picture.set_placeholder(error.shown() if isinstance(error, AUStudioError) else str(error))
        self.picture.set_image(None)

    @property
    def _recording(self) -> Recording:
        return self._recordings[self.choice.currentIndex()]

    def _set_range(self) -> None:
        recording = self._recording
        rate = recording.n_frames / recording.duration if recording.duration > 0 else 25.0
        self.slider.setRange(0, max(recording.n_frames - 1, 0))
        self.slider.setSingleStep(1)
        self.slider.setPageStep(max(round(rate), 1))

    def _on_recording(self, _row: int) -> None:
        self.slider.blockSignals(True)
        self._set_range()
        self.slider.setValue(0)
        self.slider.blockSignals(False)
        self._on_moved(0)

    def _on_moved(self, position: int) -> None:
        self._pictures = None
        self.use.setEnabled(False)
        self.wanted.emit(self._recording.id, position)

    def _on_use(self) -> None:
        if self._pictures is not None:
            self.chosen.emit(self._pictures.frame)
            self.accept()

    def _on_none(self) -> None:
        self.chosen.emit(None)
        self.accept()
