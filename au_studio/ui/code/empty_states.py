"""What the coding page says while there is nothing to code: what is missing, and the button for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from au_studio.controllers.code.state import Situation
from au_studio.texts import tr
from au_studio.ui.fields import wrapped
from au_studio.ui.theme import MARGIN, SPACING

_TEXT_WIDTH = 520


def _panel(title: str, text: str, *controls: QWidget) -> QWidget:
    panel = QWidget()
    column = QVBoxLayout(panel)
    column.setSpacing(2 * SPACING)
    column.addStretch(2)
    heading = QLabel(title)
    font = heading.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    heading.setFont(font)
    heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    body = wrapped(text)
    body.setFixedWidth(_TEXT_WIDTH)
    body.setMinimumHeight(body.heightForWidth(_TEXT_WIDTH))
    body.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    column.addWidget(heading)
    column.addWidget(body, 0, Qt.AlignmentFlag.AlignHCenter)
    row = QHBoxLayout()
    row.setContentsMargins(0, MARGIN, 0, 0)
    row.addStretch(1)
    for control in controls:
        row.addWidget(control)
    row.addStretch(1)
    column.addLayout(row)
    column.addStretch(3)
    return panel


class EmptyStates(QStackedWidget):
    """One panel per thing that is missing."""

    draw_requested = Signal()
    """The button that draws the sample was pressed."""
    open_requested = Signal()
    """The button that opens videos was pressed."""
    coder_named = Signal(str)
    """Somebody typed their name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        open_button = QPushButton(tr("Open videos…"))
        open_button.clicked.connect(self.open_requested)
        draw_button = QPushButton(tr("Draw the random sample…"))
        draw_button.clicked.connect(self.draw_requested)
        more_button = QPushButton(tr("Draw more frames…"))
        more_button.clicked.connect(self.draw_requested)
        self.name_edit = QLineEdit()
        self.name_edit.setPlaceholderText(tr("Name or initials, e.g. AB"))
        self.name_edit.setAccessibleName(tr("Coder's name"))
        self.name_edit.setMinimumWidth(240)
        self.name_edit.returnPressed.connect(self._on_named)
        start = QPushButton(tr("Start rating"))
        start.clicked.connect(self._on_named)
        self._panels = {
            Situation.NO_STUDY: _panel(
                tr("Nothing to code yet"),
                tr(
                    "Open one or more videos first. They stay where they are, and nothing leaves this "
                    "computer."
                ),
                open_button,
            ),
            Situation.NO_SAMPLE: _panel(
                tr("Draw the random sample"),
                tr(
                    "A small random part of the frames, 2 % by default, is what you rate by hand. The seed "
                    "of "
                    "the draw is stored, so that it can be reported and repeated. Which frames are drawn has "
                    "nothing to do with what is in them."
                ),
                draw_button,
            ),
            Situation.NO_FRAMES: _panel(
                tr("No frames for you yet"),
                tr(
                    "You rate the double-coded part of the sample, and it has no frames yet. Draw more with "
                    "a "
                    "share for the second coder, or let yourself rate the whole sample (Study > Coders)."
                ),
                more_button,
            ),
            Situation.NO_CODER: _panel(
                tr("Who is rating?"),
                tr(
                    "Every coder has ratings of their own, and sees neither those of others nor what the "
                    "model "
                    "estimates."
                ),
                self.name_edit,
                start,
            ),
        }
        for panel in self._panels.values():
            self.addWidget(panel)

    def set_situation(self, situation: Situation) -> None:
        """Show the panel for what is missing."""
        panel = self._panels.get(situation)
        if panel is not None and panel is not self.currentWidget():
            self.setCurrentWidget(panel)

    def _on_named(self) -> None:
        if self.name_edit.text().strip():
            self.coder_named.emit(self.name_edit.text())
            self.name_edit.clear()
