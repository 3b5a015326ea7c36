"""The frame of a disagreement, and the buttons that enter what the raters settle on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from au_studio.coding.pictures import FramePictures
from au_studio.controllers.agree.state import AgreementState
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.stats.agreement import N_LEVELS
from au_studio.texts import mark, tr
from au_studio.ui.agree.disagreement_list import clock_text, value_text
from au_studio.ui.code.face_stage import FaceStage
from au_studio.ui.theme import SPACING, tabular

_CHOOSE = mark("Choose a disagreement in the list to see its frame.")


class ReconcilePanel(QWidget):
    """Shows one frame with both values; emits the reconciled one.

    Signals
    -------
    value_chosen(int or None)
        What the raters settle on; None = not codable.
    """

    value_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = FaceStage(self)
        self.picture.setAccessibleName(tr("Frame of the disagreement"))
        self.picture.set_placeholder(tr(_CHOOSE))
        self.caption = QLabel(self)
        self.caption.setFont(tabular(self.font()))
        self.caption.setWordWrap(True)
        self.caption.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.setSpacing(2)
        label = QLabel(tr("Consensus"), self)
        row.addWidget(label)
        self.buttons: dict[int | None, QPushButton] = {}
        values: tuple[int | None, ...] = (*range(N_LEVELS), None)
        for value in values:
            button = QPushButton(_key(value), self)
            words = tr("not codable") if value is None else str(value)
            button.setAccessibleName(tr("Consensus {words}", words=words))
            button.setToolTip(tr("You settle on: {words} (key {text})", words=words, text=button.text()))
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setFixedWidth(max(30, self.fontMetrics().horizontalAdvance("✓0") + 14))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self._on_clicked, value))
            row.addWidget(button)
            self.buttons[value] = button
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.picture, 1)
        column.addWidget(self.caption)
        column.addLayout(row)

    def set_state(self, state: AgreementState) -> None:
        """Show which disagreement this is, and what was settled."""
        chosen, comparison = state.disagreement, state.comparison
        settled: object = "nothing"
        if chosen is None or comparison is None:
            self.caption.setText("")
        else:
            unit = ACTION_UNITS[chosen.au]
            where = comparison.recordings.get(chosen.frame.recording_id, "")
            when = clock_text(comparison.seconds.get(chosen.frame))
            self.caption.setText(
                f"{unit.label} {tr(unit.name)} · {comparison.first.name} {value_text(chosen.first)} · "
                f"{comparison.second.name} {value_text(chosen.second)}\n"
                + "  ·  ".join((f"{where}, {when}", *state.remarks))
            )
            if state.consensus is not None:
                settled = state.consensus.get((chosen.frame, chosen.au), "nothing")
        for value, button in self.buttons.items():
            button.setEnabled(chosen is not None)
            entered = chosen is not None and settled == value
            button.setChecked(entered)
            button.setText(("✓" if entered else "") + _key(value))

    def set_pictures(self, pictures: FramePictures | None) -> None:
        """Show a frame's face, or the whole frame where no face was found; None clears the picture."""
        self.picture.set_pictures(pictures)
        if pictures is None:
            self.picture.set_placeholder(tr(_CHOOSE))

    def set_problem(self, text: str) -> None:
        """Say why the frame cannot be shown."""
        self.picture.set_problem(text)

    def _on_clicked(self, value: int | None, _checked: bool = False) -> None:
        self.value_chosen.emit(value)


def _key(value: int | None) -> str:
    """Return the key that enters a value, which is what its button says."""
    return "X" if value is None else str(value)
