"""Chooses how a recording is read: which of several video streams, and whether it is deinterlaced."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from au_studio.controllers.study.reading_choice import ReadingChoiceController, ReadingState
from au_studio.texts import mark, tr
from au_studio.ui.fields import dialog_column, wrapped
from au_studio.ui.fitting import fit_on_screen
from au_studio.video.options import ReadingOptions

_ONE_STREAM = mark("There is one video stream in this file, and it is read.")
_NOT_INTERLACED = mark("Its pictures are not interlaced: they are read as they are stored.")
_CONSEQUENCE = mark(
    "The choice is kept in the study. Faces, curves and sampled pictures that were made in another way are "
    "made again; ratings stay where they are. Undo takes it back."
)


class ReadingDialog(QDialog):
    """Shows what can be chosen for one recording.

    Parameters
    ----------
    controller : ReadingChoiceController
        Knows what can be chosen, and chooses.
    state : ReadingState
        The recording.
    """

    def __init__(
        self, controller: ReadingChoiceController, state: ReadingState, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._controller, self._state = controller, state
        self.setWindowTitle(tr("How “{name}” is read", name=state.name))
        column = dialog_column(self)
        self.streams = QButtonGroup(self)
        self._add_streams(column)
        self.deinterlace = QCheckBox(tr("Make the two half pictures of a frame &one whole picture"))
        self.deinterlace.setChecked(state.options.deinterlace)
        self.deinterlace.setEnabled(state.interlaced)
        column.addWidget(_text(tr("Interlacing"), strong=True))
        column.addWidget(self.deinterlace)
        column.addWidget(
            _text(
                tr(
                    "Off, moving edges look like combs, as they are stored. One frame stays one frame, on or "
                    "off."
                )
                if state.interlaced
                else tr(_NOT_INTERLACED)
            )
        )
        column.addWidget(_text(tr(_CONSEQUENCE)))
        column.addStretch(1)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        fit_on_screen(self, 560, 300)

    def _add_streams(self, column: QVBoxLayout) -> None:
        state = self._state
        column.addWidget(_text(tr("Video stream"), strong=True))
        if len(state.streams) < 2:
            column.addWidget(_text(tr(_ONE_STREAM)))
            return
        for stream in state.streams:
            words = stream.words[:1].upper() + stream.words[1:]
            button = QRadioButton(
                words + (tr(": read unless you choose another one") if stream.usual else "")
            )
            chosen = state.options.stream
            button.setChecked(stream.usual if chosen is None else stream.number == chosen)
            button.setEnabled(not state.bound_to)
            self.streams.addButton(button, stream.number)
            column.addWidget(button)
        if state.bound_to:
            column.addWidget(
                _text(
                    tr(
                        "{bound_to} belong to the frames of the stream that is read now, so another one "
                        "cannot be chosen. Make a study of its own for the other stream.",
                        bound_to=state.bound_to,
                    )
                )
            )

    def accept(self) -> None:
        """Choose what is marked, and close."""
        usual = next((stream.number for stream in self._state.streams if stream.usual), -1)
        number = self.streams.checkedId()
        stream = None if number in {-1, usual} else number
        self._controller.choose(
            self._state.recording_id, ReadingOptions(stream, self.deinterlace.isChecked())
        )
        super().accept()


def _text(text: str, *, strong: bool = False) -> QLabel:
    label = wrapped(text)
    if strong:
        font = label.font()
        font.setBold(True)
        label.setFont(font)
    return label
