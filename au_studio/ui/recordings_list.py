"""The list of recordings at the left: name, length, and how far each one is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QWidget

from au_studio.study.recording_list import RecordingItem, Status
from au_studio.texts import shown, tr
from au_studio.ui.theme import MARGIN, selection_of, tabular, theme_of
from au_studio.ui.watch.time_axis import clock_text

AnyIndex = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole


def status_text(item: RecordingItem) -> str:
    """Return how far a recording is, in words."""
    words = {
        Status.CHECKING: tr("checking…"),
        Status.READY: tr("not analysed yet"),
        Status.ANALYSING: tr("analysing {int} %", int=int(item.fraction * 100)),
        Status.DONE: tr("analysed"),
        Status.PROBLEM: tr("cannot be used"),
    }
    return words[item.status]


class RecordingsModel(QAbstractListModel):
    """Recording items as Qt wants them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[RecordingItem] = []
        self._rows: dict[str, int] = {}
        self._named: Counter[str] = Counter()

    def set_items(self, items: Sequence[RecordingItem]) -> None:
        """Show these lines; a change of status alone keeps selection and scrolling."""
        if [i.id for i in items] == [i.id for i in self._items]:
            for row, (old, new) in enumerate(zip(self._items, items, strict=True)):
                if old != new:
                    self._replace(row, new)
            return
        self.beginResetModel()
        self._items = list(items)
        self._rows = {item.id: row for row, item in enumerate(items)}
        self._named = Counter(item.name.casefold() for item in items)
        self.endResetModel()

    def set_item(self, item: RecordingItem) -> None:
        """Show one of the lines anew."""
        if (row := self._rows.get(item.id)) is not None and self._items[row] != item:
            self._replace(row, item)

    def _replace(self, row: int, item: RecordingItem) -> None:
        self._named[self._items[row].name.casefold()] -= 1
        self._named[item.name.casefold()] += 1
        self._items[row] = item
        self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, recording_id: str) -> int | None:
        """Return a recording's line, or None."""
        return self._rows.get(recording_id)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line's text, tool tip, accessible text or item."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            alone = self._named[item.name.casefold()] == 1
            return item.name if alone else f"{item.name} ({item.path.parent.name})"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (str(item.path), shown(item.message)) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{item.name}, {clock_text(item.duration, 0)}, {status_text(item)}. {shown(item.message)}"
        return item if role == ITEM else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return that broken recordings can be selected too, so that their message can be read."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Delegate(QStyledItemDelegate):
    """Paints two lines: name and length, status with progress."""

    def sizeHint(self, option: Any, _index: AnyIndex) -> QSize:
        return QSize(120, int(option.fontMetrics.height() * 2 + 16))

    def paint(self, painter: QPainter, option: Any, index: AnyIndex) -> None:
        item: RecordingItem = index.data(ITEM)
        theme = theme_of(option.palette)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = QRectF(option.rect)
        painter.save()
        if selected:
            painter.fillRect(rect, selection_of(theme))
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.color("accent"))
        inner = rect.adjusted(MARGIN + 2, 5, -MARGIN, -6)
        line = option.fontMetrics.height()
        top = QRectF(inner.left(), inner.top(), inner.width(), line)
        painter.setFont(tabular(option.font, 0.92))
        length = clock_text(item.duration, 0) if item.duration else ""
        width = painter.fontMetrics().horizontalAdvance(length)
        painter.setPen(theme.color("muted"))
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, length)
        painter.setFont(option.font)
        painter.setPen(theme.color("muted" if item.status is Status.PROBLEM else "text"))
        room = int(top.width() - width - 8)
        whole = str(index.data(Qt.ItemDataRole.DisplayRole))
        name = option.fontMetrics.elidedText(whole, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        self._paint_status(painter, option, item, QRectF(inner.left(), top.bottom() + 2, inner.width(), line))
        painter.restore()

    def _paint_status(self, painter: QPainter, option: Any, item: RecordingItem, line: QRectF) -> None:
        theme = theme_of(option.palette)
        role = {Status.DONE: "good", Status.PROBLEM: "problem", Status.ANALYSING: "accent"}.get(
            item.status, "muted"
        )
        signs = {Status.DONE: "✓ ", Status.PROBLEM: "✕ "}
        text = signs.get(item.status, "") + status_text(item)
        if item.status is Status.PROBLEM and item.message:
            text = signs[Status.PROBLEM] + shown(item.message)
        elif item.message:
            text += f" · {shown(item.message)}"
        painter.setFont(tabular(option.font, 0.9))
        painter.setPen(theme.color(role))
        fitted = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(line.width()))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitted)
        if item.status is Status.ANALYSING:
            groove = QRectF(line.left(), line.bottom() + 1, line.width(), 3)
            painter.fillRect(groove, theme.color("grid"))
            groove.setWidth(groove.width() * item.fraction)
            painter.fillRect(groove, theme.color("accent"))


class RecordingsList(QListView):
    """The list.

    Signals
    -------
    chosen(recording_id)
        The user picked a recording, also the one that is open already.
    removal_requested()
        The marked line is to leave the study.
    """

    chosen = Signal(str)
    removal_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RecordingsModel(self)
        self._setting = False
        self._pressed_on: str | None = None
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Recordings of this study"))
        self.setMinimumWidth(150)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(self._on_clicked)

    def set_recordings(self, items: Sequence[RecordingItem]) -> None:
        """Show these recordings."""
        current = self.current_id()
        self._setting = True
        self._model.set_items(items)
        self._setting = False
        if current is not None:
            self.set_current(current)

    def show_progress(self, item: RecordingItem) -> None:
        """Show how far one of the recordings is."""
        self._model.set_item(item)

    def set_current(self, recording_id: str | None) -> None:
        """Mark a recording as the open one without choosing it again."""
        row = self._model.row_of(recording_id) if recording_id is not None else None
        self._setting = True
        self.setCurrentIndex(self._model.index(row) if row is not None else QModelIndex())
        self._setting = False

    def current_id(self) -> str | None:
        """Return the marked recording's id."""
        item = self.currentIndex().data(ITEM)
        return item.id if isinstance(item, RecordingItem) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which line was marked: a click on another one has told its choice when it ends."""
        self._pressed_on = self.current_id()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the marked line again with Return."""
        current = self.current_id()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and current is not None:
            self.chosen.emit(current)
        elif event.key() == Qt.Key.Key_Delete and current is not None:
            self.removal_requested.emit()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        item = index.data(ITEM)
        if isinstance(item, RecordingItem) and item.id == self._pressed_on:
            self.chosen.emit(item.id)

    def _on_current_changed(self, current: QModelIndex) -> None:
        item = current.data(ITEM)
        if isinstance(item, RecordingItem) and not self._setting:
            self.chosen.emit(item.id)


def local_files(urls: Sequence[object]) -> list[Path]:
    """Return the local paths of dropped URLs."""
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]  # type: ignore[attr-defined]
