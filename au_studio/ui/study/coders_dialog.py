"""The dialog of the study's coders: who there is, what each rates, and how far they are."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from au_studio.controllers.study.coder_list import CoderListController, CoderRow
from au_studio.study.records import CoderPart
from au_studio.texts import mark, tr
from au_studio.ui.fields import choice, dialog_column, wrapped
from au_studio.ui.fitting import fit_on_screen
from au_studio.ui.focus import walk_as_laid_out
from au_studio.ui.theme import tabular

_PARTS: tuple[tuple[str, CoderPart], ...] = (
    (mark("the whole sample"), "all"),
    (mark("the double-coded part"), "double"),
)
_KINDS = {"human": "", "consensus": mark("consensus"), "imported": mark("imported")}
_COLUMNS = (mark("Coder"), mark("Rates"), mark("Frames"), mark("Ratings"), mark("Last"), "")
_NOTE = mark(
    "Every coder has ratings of their own and sees no others’. The double-coded part is the share of the "
    "sample for the second coder, chosen when the sample is drawn. Double-click a name to change it."
)


class CodersDialog(QDialog):
    """Lists the coders; what is changed holds at once.

    Parameters
    ----------
    controller : CoderListController
        Does it.
    """

    def __init__(self, controller: CoderListController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Coders"))
        self._controller = controller
        self._filling = False
        self._rows: list[CoderRow] = []
        self.table = QTableWidget(0, len(_COLUMNS))
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Name or initials of a new coder"))
        self.name.setAccessibleName(tr("Name of a new coder"))
        self.part = _part_box()
        self.add_button = QPushButton(tr("&Add"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._build(buttons)
        self.add_button.clicked.connect(self._on_add)
        self.table.itemChanged.connect(self._on_item_changed)
        buttons.rejected.connect(self.reject)
        controller.changed.connect(self._fill)
        self._fill()
        walk_as_laid_out(self)

    def _build(self, buttons: QDialogButtonBox) -> None:
        self.table.setHorizontalHeaderLabels([tr(title) for title in _COLUMNS])
        self.table.setAccessibleName(tr("Coders of this study"))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        note = wrapped(tr(_NOTE))
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.part)
        row.addWidget(self.add_button)
        column = dialog_column(self)
        column.addWidget(note)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addWidget(buttons)
        fit_on_screen(self, 760, 420)

    def _fill(self) -> None:
        self._filling = True
        self._rows = self._controller.rows()
        self.table.setRowCount(len(self._rows))
        for place, row in enumerate(self._rows):
            self._fill_row(place, row)
        self._filling = False

    def _fill_row(self, place: int, row: CoderRow) -> None:
        coder = row.coder
        kind = tr(_KINDS[coder.kind])
        frames = (
            tr("{frames_done} of {frames}", frames_done=f"{row.frames_done:,}", frames=f"{row.frames:,}")
            if coder.kind == "human"
            else "–"
        )
        last = f"{datetime.fromisoformat(row.last).astimezone():%Y-%m-%d %H:%M}" if row.last else ""
        for column, text in ((0, coder.name), (2, frames), (3, f"{row.ratings:,}"), (4, last)):
            item = QTableWidgetItem(text)
            item.setFont(tabular(self.font()))
            if column in {2, 3}:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            flags = item.flags() & ~Qt.ItemFlag.ItemIsEditable if column else item.flags()
            if coder.removed is not None:
                flags &= ~Qt.ItemFlag.ItemIsEnabled
            item.setFlags(flags)
            self.table.setItem(place, column, item)
        if coder.kind == "human":
            box = _part_box()
            box.setCurrentIndex(box.findData(coder.part))
            box.setEnabled(coder.removed is None)
            box.activated.connect(partial(self._on_part_chosen, coder.id, box))
            self.table.setCellWidget(place, 1, box)
        else:
            self.table.removeCellWidget(place, 1)
            item = QTableWidgetItem(kind)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            self.table.setItem(place, 1, item)
        button = QPushButton(tr("Remove") if coder.removed is None else tr("Bring back"))
        button.setToolTip(tr("The ratings stay.") if coder.removed is None else "")
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._on_button, row))
        self.table.setCellWidget(place, 5, button)

    def _on_add(self) -> None:
        name = self.name.text()
        self.name.clear()
        self._controller.add(name, self.part.currentData())

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if not self._filling and item.column() == 0:
            self._controller.rename(self._rows[item.row()].coder.id, item.text())

    def _on_part_chosen(self, coder_id: str, box: QComboBox, _index: int) -> None:
        self._controller.set_part(coder_id, box.currentData())

    def _on_button(self, row: CoderRow, _checked: bool = False) -> None:
        if row.coder.removed is None:
            self._controller.remove(row.coder.id)
        else:
            self._controller.bring_back(row.coder.id)


def _part_box() -> QComboBox:
    box = choice(tr("Part of the sample to rate"))
    for text, part in _PARTS:
        box.addItem(tr(text), part)
    return box
