"""The table of recordings: who is in each, group, condition and notes; several lines at once."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from au_studio.controllers.study.recording_details import FIELDS, RecordingDetailsController, value_of
from au_studio.study.records import Recording
from au_studio.texts import mark, tr
from au_studio.ui.fields import dialog_column, wrapped
from au_studio.ui.fitting import fit_on_screen
from au_studio.ui.focus import walk_as_laid_out
from au_studio.ui.theme import tabular
from au_studio.ui.watch.time_axis import clock_text

_NOTE = mark(
    "Recordings of the same person stay together when a model is tested on persons it has not seen, and "
    "share one neutral reference. Select several cells of a column and type once to fill them all. "
    "Group and condition go into the tables. What you enter is saved at once; Ctrl+Z takes it back."
)
_FIELDS = [*FIELDS]


class DetailsDialog(QDialog):
    """Shows and changes the details of recordings.

    Parameters
    ----------
    controller : RecordingDetailsController
        Does it.
    """

    def __init__(self, controller: RecordingDetailsController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Persons and conditions"))
        self._controller = controller
        self._filling = False
        self._recordings: list[Recording] = []
        self.table = QTableWidget(0, len(FIELDS) + 1)
        self.table.setItemDelegate(_FieldDelegate(controller, self))
        self.remove_button = QPushButton(tr("&Remove from the study"))
        self.remove_button.setToolTip(
            tr("Ctrl+Z, or adding the same video again, brings everything back. No file is deleted.")
        )
        self.remove_button.setAutoDefault(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.remove_button, QDialogButtonBox.ButtonRole.ActionRole)
        self._build(buttons)
        self.table.itemChanged.connect(self._on_item_changed)
        self.table.itemSelectionChanged.connect(self._on_selection_changed)
        self.remove_button.clicked.connect(self._on_remove)
        buttons.rejected.connect(self.reject)
        controller.changed.connect(self._fill)
        self._fill()
        walk_as_laid_out(self)

    def _build(self, buttons: QDialogButtonBox) -> None:
        self.table.setHorizontalHeaderLabels([*(tr(name) for name in FIELDS.values()), tr("Length")])
        self.table.setAccessibleName(tr("Recordings with persons, groups, conditions and notes"))
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(_FIELDS.index("note"), QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        for column, width in enumerate((220, 110, 110, 110)):
            self.table.setColumnWidth(column, width)
        note = wrapped(tr(_NOTE))
        column_box = dialog_column(self)
        column_box.addWidget(note)
        column_box.addWidget(self.table, 1)
        column_box.addWidget(buttons)
        fit_on_screen(self, 900, 520)

    def _fill(self) -> None:
        self._filling = True
        self._recordings = self._controller.recordings()
        if self.table.rowCount() != len(self._recordings):
            self.table.setRowCount(len(self._recordings))
        for row, recording in enumerate(self._recordings):
            texts = [*(value_of(recording, field) for field in FIELDS), clock_text(recording.duration, 0)]
            for column, text in enumerate(texts):
                item = self.table.item(row, column)
                if item is None:
                    item = QTableWidgetItem()
                    item.setFont(tabular(self.font()))
                    if column == len(FIELDS):
                        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                    self.table.setItem(row, column, item)
                item.setText(text)
                item.setToolTip(str(recording.absolute_path) if column == 0 else text)
        self._filling = False
        self._on_selection_changed()

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if self._filling:
            return
        column = item.column()
        rows = {index.row() for index in self.table.selectedIndexes() if index.column() == column}
        # A name is of one recording; everything else is given to all selected lines at once.
        rows = {item.row()} if column == 0 or item.row() not in rows else rows
        self._controller.change([self._recordings[row].id for row in rows], _FIELDS[column], item.text())

    def _on_selection_changed(self) -> None:
        self.remove_button.setEnabled(bool(self.table.selectedIndexes()))

    def _on_remove(self) -> None:
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        self._controller.remove([self._recordings[row].id for row in rows])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo, redo, and empty the selected cells with Delete."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._controller.undo()
        elif event.matches(QKeySequence.StandardKey.Redo) or (
            event.key() == Qt.Key.Key_Y and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._controller.redo()
        elif event.key() == Qt.Key.Key_Delete:
            self._empty_selected()
        else:
            super().keyPressEvent(event)

    def _empty_selected(self) -> None:
        chosen = self.table.selectedIndexes()
        for column in sorted({index.column() for index in chosen} - {0, len(FIELDS)}):
            ids = [self._recordings[index.row()].id for index in chosen if index.column() == column]
            self._controller.change(ids, _FIELDS[column], "")

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z for the table while the dialog is open."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            event.accept()
            return True
        return super().event(event)


class _FieldDelegate(QStyledItemDelegate):
    """Offers what stands in other lines of the column while one types."""

    def __init__(self, controller: RecordingDetailsController, parent: QWidget) -> None:
        super().__init__(parent)
        self._controller = controller

    def createEditor(
        self, parent: QWidget, _option: Any, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = QLineEdit(parent)
        field = _FIELDS[index.column()]
        if field not in {"name", "note"}:
            completer = QCompleter(self._controller.values_of(field), editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            editor.setCompleter(completer)
        return editor
