"""The list of markers beside the picture: what was marked, with notes, and the kinds that can be set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from au_studio.controllers.watch.markers import MarkersState, ShownMarker
from au_studio.study.records import Marker, MarkerKind
from au_studio.texts import mark, tr
from au_studio.ui.fields import wrapped
from au_studio.ui.theme import MARGIN, SPACING, tabular, theme_of
from au_studio.ui.watch.marker_paint import COLOURS, marker_icon
from au_studio.ui.watch.time_axis import clock_text
from au_studio.video.shown_time import since_first

_EMPTY = mark(
    "Play to the frame where something happens, then press the digit of a kind, or double-click it."
)
_ROLE = Qt.ItemDataRole.UserRole


class MarkerPanel(QWidget):
    """Shows markers and kinds; emits what the user wants.

    Signals
    -------
    seek_requested(float)
        Go to this time, in seconds of the container.
    kind_chosen(MarkerKind)
        Set a marker of this kind at the playhead.
    marker_changed(Marker)
        A note was edited.
    marker_removed(str)
        Take this marker away.
    kind_named(str), kind_changed(MarkerKind), kind_removed(str)
        Edits of the kinds.
    """

    seek_requested = Signal(float)
    kind_chosen = Signal(object)
    marker_changed = Signal(object)
    marker_removed = Signal(str)
    kind_named = Signal(str)
    kind_changed = Signal(object)
    kind_removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._markers: tuple[ShownMarker, ...] = ()
        self._kinds: tuple[MarkerKind, ...] = ()
        self._times: NDArray[np.float64] = np.zeros(0)
        self._filling = False
        self.kinds = QListWidget()
        self.kinds.setAccessibleName(tr("Kinds of markers"))
        self.new_kind = QLineEdit()
        self.new_kind.setPlaceholderText(tr("New kind, e.g. question asked"))
        self.new_kind.setAccessibleName(tr("Name of a new kind of marker"))
        self.edit_button = QPushButton(tr("&Edit the kind…"))
        self.edit_button.setAutoDefault(False)
        self.table = _MarkerTable()
        self.hint = wrapped(tr(_EMPTY))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, SPACING, MARGIN, SPACING)
        column.setSpacing(SPACING)
        column.addWidget(QLabel(tr("<b>Markers</b>")))
        column.addWidget(self.table, 3)
        column.addWidget(self.hint)
        column.addWidget(self.kinds, 2)
        column.addWidget(self.new_kind)
        column.addWidget(self.edit_button)
        self.setMinimumWidth(330)
        self._connect()

    def _connect(self) -> None:
        self.new_kind.returnPressed.connect(self._on_kind_named)
        self.kinds.itemActivated.connect(lambda item: self.kind_chosen.emit(item.data(_ROLE)))
        self.edit_button.clicked.connect(self._ask_kind)
        self.table.cellDoubleClicked.connect(self._on_double_clicked)
        self.table.itemChanged.connect(self._on_item_changed)
        self.table.removal_requested.connect(self._on_removal_requested)

    def set_recording(self, times: NDArray[np.float64]) -> None:
        """Set the times of all frames in seconds, float64[T]; empty for none."""
        self._times = times

    def set_state(self, state: MarkersState) -> None:
        """Show these markers and kinds."""
        self._filling = True
        self._markers, self._kinds = state.markers, state.kinds
        theme = theme_of(self.palette())
        self.kinds.clear()
        for kind in state.kinds:
            item = QListWidgetItem(marker_icon(kind.colour, theme), f"{kind.key or '–'}   {kind.name}")
            item.setData(_ROLE, kind)
            self.kinds.addItem(item)
        self.kinds.setCurrentRow(0)
        self.edit_button.setEnabled(bool(state.kinds))
        self.hint.setVisible(not state.markers)
        self.table.setRowCount(len(state.markers))
        for row, marker in enumerate(state.markers):
            self._fill_row(row, marker)
        self._filling = False

    def _fill_row(self, row: int, marker: ShownMarker) -> None:
        lasts = "" if marker.stop is None else f"{marker.stop - marker.start:.2f} s"
        texts = (clock_text(since_first(marker.start, self._times)), marker.name, lasts, marker.marker.note)
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setFont(tabular(self.font()))
            item.setToolTip(text)
            if column == 1:
                item.setIcon(marker_icon(marker.colour, theme_of(self.palette())))
            if column != _MarkerTable.NOTE:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            self.table.setItem(row, column, item)

    def _on_kind_named(self) -> None:
        if self.new_kind.text().strip():
            self.kind_named.emit(self.new_kind.text())
            self.new_kind.clear()

    def _on_double_clicked(self, row: int, column: int) -> None:
        if column != _MarkerTable.NOTE:
            self.seek_requested.emit(self._markers[row].start)

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if not self._filling and item.column() == _MarkerTable.NOTE:
            marker: Marker = self._markers[item.row()].marker
            self.marker_changed.emit(replace(marker, note=item.text().strip()))

    def _on_removal_requested(self, row: int) -> None:
        self.marker_removed.emit(self._markers[row].marker.id)

    def _ask_kind(self) -> None:
        item = self.kinds.currentItem()
        if item is not None:
            dialog = KindDialog(item.data(_ROLE), self._kinds, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.changed.connect(self.kind_changed)
            dialog.removed.connect(self.kind_removed)
            dialog.open()


class _MarkerTable(QTableWidget):
    """Time, kind, duration and note; Delete takes a marker away."""

    removal_requested = Signal(int)
    NOTE = 3

    def __init__(self) -> None:
        super().__init__(0, 4)
        self.setHorizontalHeaderLabels([tr("Time"), tr("Marker"), tr("Lasts"), tr("Note")])
        self.setAccessibleName(tr("Markers of this recording"))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(self.NOTE, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a marker away with Delete."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self.currentRow() >= 0:
            self.removal_requested.emit(self.currentRow())
        else:
            super().keyPressEvent(event)


class KindDialog(QDialog):
    """Edits a kind of marker: name, colour, digit.

    Parameters
    ----------
    kind : MarkerKind
        The kind.
    kinds : sequence of MarkerKind
        All kinds, for the digits that are taken.
    """

    changed = Signal(object)
    removed = Signal(str)

    def __init__(self, kind: MarkerKind, kinds: Sequence[MarkerKind], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Kind of marker"))
        self._kind = kind
        self.name = QLineEdit(kind.name)
        self.colour = QComboBox()
        theme = theme_of(self.palette())
        for place, name in enumerate(COLOURS):
            self.colour.addItem(marker_icon(place, theme), tr(name), place)
        self.colour.setCurrentIndex(kind.colour % len(COLOURS))
        self.key = QComboBox()
        self.key.addItem(tr("none"), None)
        taken = {other.key for other in kinds if other.id != kind.id}
        for digit in range(1, 10):
            if digit not in taken:
                self.key.addItem(str(digit), digit)
        self.key.setCurrentIndex(max(self.key.findData(kind.key), 0))
        form = QFormLayout()
        for title, field in ((tr("&Name"), self.name), (tr("&Colour"), self.colour), (tr("&Key"), self.key)):
            form.addRow(title, field)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        remove = buttons.addButton(tr("Offer no more"), QDialogButtonBox.ButtonRole.DestructiveRole)
        remove.setToolTip(tr("Its markers stay."))
        remove.clicked.connect(self._on_remove)
        buttons.accepted.connect(self._on_save)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(buttons)

    def _on_save(self) -> None:
        kind = replace(
            self._kind, name=self.name.text(), colour=self.colour.currentData(), key=self.key.currentData()
        )
        self.changed.emit(kind)
        self.accept()

    def _on_remove(self) -> None:
        self.removed.emit(self._kind.id)
        self.accept()
