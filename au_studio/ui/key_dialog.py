"""The key map on one screen, made from the one dictionary."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeySequence, QPalette
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
    (Group.WATCH, Group.AGREE),
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
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(area, 1)
        column.addWidget(buttons)
        self.resize(1180, 680)

    def _column(self, groups: tuple[Group, ...]) -> QVBoxLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        line = 0
        for group in groups:
            title = QLabel(group.value, self)
            font = title.font()
            font.setBold(True)
            title.setFont(font)
            grid.addWidget(title, line, 0)
            for name, binding in KEYMAP.items():
                if binding.group is group and binding.keys:
                    line += 1
                    self._add_line(grid, line, name)
            grid.setRowMinimumHeight(line + 1, 12)
            line += 2
        column = QVBoxLayout()
        column.addLayout(grid)
        column.addStretch(1)
        return column

    def _add_line(self, grid: QGridLayout, line: int, name: str) -> None:
        native = QKeySequence.SequenceFormat.NativeText
        keys = QLabel("  or  ".join(key.toString(native) for key in shortcuts(name)), self)
        keys.setForegroundRole(QPalette.ColorRole.Accent)
        grid.addWidget(QLabel(KEYMAP[name].text.replace("&", "").rstrip("…"), self), line, 0)
        grid.addWidget(keys, line, 1, Qt.AlignmentFlag.AlignRight)
