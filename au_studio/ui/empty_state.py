"""What the window shows before a recording is open: what to do next, and studies opened lately."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from au_studio.texts import tr, tr_n
from au_studio.ui.fields import wrapped
from au_studio.ui.fitting import elided
from au_studio.ui.icons import icon
from au_studio.ui.recent import told_apart
from au_studio.ui.theme import SPACING

_LONGEST = 90
"""Letters of a study's name and folder; all of it is in the tool tip."""
_MOST_RECENT = 5


class EmptyState(QFrame):
    """Says how to begin.

    Parameters
    ----------
    actions : sequence of QAction
        Ways to begin, as buttons; the first one is the usual way.

    Signals
    -------
    study_chosen(Path)
        The user chose one of the studies opened lately.
    """

    study_chosen = Signal(object)

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(SPACING * 2)
        column.addStretch(3)
        self._picture = QLabel(self)
        self._draw_logo()
        self._title = QLabel(self)
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        self._title.setFont(font)
        self._text = wrapped(parent=self)
        for label in (self._picture, self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        self._text.setForegroundRole(self._text.palette().ColorRole.PlaceholderText)
        row = QHBoxLayout()
        row.addStretch(1)
        for number, action in enumerate(actions):
            button = QPushButton(action.text(), self)
            button.setToolTip(action.toolTip())
            button.setDefault(number == 0)
            button.clicked.connect(action.trigger)
            row.addWidget(button)
        row.addStretch(1)
        column.addSpacing(SPACING)
        column.addLayout(row)
        self._recent_title = QLabel(tr("Studies opened lately"), self)
        self._recent_title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._recent_title.setForegroundRole(self._recent_title.palette().ColorRole.PlaceholderText)
        column.addSpacing(SPACING * 3)
        column.addWidget(self._recent_title)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        column.addLayout(self._recent)
        column.addStretch(4)
        self.set_study("", 0)
        self.set_recent(())

    def changeEvent(self, event: QEvent) -> None:
        """Draw the logo in the colours of a new theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_picture"):
            self._draw_logo()

    def _draw_logo(self) -> None:
        self._picture.setPixmap(icon("logo").pixmap(56, 56))

    def set_study(self, name: str, n_recordings: int) -> None:
        """Say what is open: a study's name (empty for none) and how many recordings it has."""
        if name and n_recordings:
            self._title.setText(tr("Choose a recording at the left"))
            self._text.setText(
                tr_n("“{name}” has {n} recording.", "“{name}” has {n} recordings.", n_recordings, name=name)
            )
        else:
            self._title.setText(tr("Drop videos here, or press Ctrl+O"))
            told = tr("Folders and studies can be dropped too. Nothing ever leaves this computer.")
            if name:
                told = tr("They are added to the study “{name}”.", name=name) + " " + told
            self._text.setText(told)

    def set_recent(self, studies: Sequence[Path]) -> None:
        """Offer studies opened lately."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for path in studies[:_MOST_RECENT]:
            button = QPushButton(elided(told_apart(path), _LONGEST), self)
            button.setFlat(True)
            button.setToolTip(str(path))
            button.clicked.connect(lambda _checked=False, p=path: self.study_chosen.emit(p))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        self._recent_title.setVisible(bool(studies))
