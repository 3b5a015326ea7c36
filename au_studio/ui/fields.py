"""Fields of dialogs and panels, made and named in one line each."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QLabel,
    QListWidget,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from au_studio.ui.theme import MARGIN, SPACING


class TickList(QListWidget):
    """A list whose lines can be ticked; the theme gives it boxes that can be seen."""


def choice(name: str, entries: Iterable[tuple[object, str]] = (), *, letters: int = 0) -> QComboBox:
    """Return a box to choose from.

    Parameters
    ----------
    name : str
        What screen readers call it.
    entries : iterable of (value, text)
        What there is to choose; `currentData` gives the value.
    letters : int
        Make it so wide and no wider, however long the texts are; 0: as wide as the longest.
    """
    box = QComboBox()
    box.setAccessibleName(name)
    if letters:
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(letters)
    with QSignalBlocker(box):
        for value, text in entries:
            box.addItem(text, value)
    return box


def number(name: str, most: float, suffix: str, *, step: float = 1.0, least_text: str = "") -> QDoubleSpinBox:
    """Return a field for a number from 0 to `most`; `least_text` stands in place of 0."""
    box = QDoubleSpinBox()
    box.setAccessibleName(name)
    box.setRange(0.0, most)
    box.setSingleStep(step)
    box.setSuffix(suffix)
    box.setSpecialValueText(least_text)
    return box


def wrapped(text: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a text that goes on in further lines where there is no room."""
    label = QLabel(text, parent)
    label.setWordWrap(True)
    return label


def thin_bar(name: str) -> QProgressBar:
    """Return a bar that shows how far something is, without a number on it."""
    bar = QProgressBar()
    bar.setTextVisible(False)
    bar.setMaximumHeight(10)
    bar.setAccessibleName(name)
    return bar


def scrolled(inside: QWidget, name: str) -> QScrollArea:
    """Return an area without a frame, in which something scrolls that has no room."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(inside)
    area.setAccessibleName(name)
    return area


def dialog_column(dialog: QDialog) -> QVBoxLayout:
    """Return the layout of a dialog, with the margins that all have."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(2 * MARGIN, 2 * MARGIN, 2 * MARGIN, MARGIN)
    column.setSpacing(2 * SPACING)
    return column
