"""The key map on one screen, made from the one dictionary."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from au_studio.ui.keymap import KEYMAP, Group, shortcuts

_COLUMNS = (
    (Group.STUDY, Group.RECORDING, Group.VIEW, Group.EXPORT, Group.HELP),
    (Group.WATCH,),
    (Group.CODE, Group.TRAIN),
)


class KeyDialog(QDialog):
    """Every action that has a key, by menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Key map")
        inside = QWidget(self)
        row = QHBoxLayout(inside)
        row.setSpacing(32)
        for groups in _COLUMNS:
            row.addLayout(self._column(groups))
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(area, 1)
        column.addWidget(buttons)
        self.resize(1040, 660)

    def _column(self, groups: tuple[Group, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        for group in groups:
            title = QLabel(group.value, self)
            font = title.font()
            font.setBold(True)
            title.setFont(font)
            column.addWidget(title)
            grid = QGridLayout()
            grid.setHorizontalSpacing(16)
            grid.setVerticalSpacing(3)
            named = [name for name, binding in KEYMAP.items() if binding.group is group and binding.keys]
            for line, name in enumerate(named):
                native = QKeySequence.SequenceFormat.NativeText
                keys = QLabel("  or  ".join(key.toString(native) for key in shortcuts(name)), self)
                keys.setForegroundRole(keys.palette().ColorRole.Accent)
                grid.addWidget(QLabel(KEYMAP[name].text.replace("&", "").rstrip("…"), self), line, 0)
                grid.addWidget(keys, line, 1, Qt.AlignmentFlag.AlignRight)
            grid.setColumnStretch(0, 1)
            column.addLayout(grid)
            column.addSpacing(10)
        column.addStretch(1)
        return column
