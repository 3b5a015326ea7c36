"""The list of action units that a coder rates: one row each, with its scale from 0 to 5."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from au_studio.coding.session import Cell
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.texts import tr
from au_studio.ui.code.au_model import AU_COLUMN, NAME_COLUMN, RATING_COLUMN, AuModel
from au_studio.ui.theme import MARGIN, SPACING, tabular, theme_of

NOT_CODABLE = "X"
_SCALE = ("0", "1", "2", "3", "4", "5", NOT_CODABLE)
_BOX = 24
_GAP = 3
_MARK_WIDTH = 15
_MIN_ROW, _MAX_ROW = 28, 64


def scale_width() -> int:
    """Return the width of a row's scale, in device-independent pixels."""
    return len(_SCALE) * (_BOX + _GAP) + SPACING + 2 * _MARK_WIDTH + 2 * MARGIN


def box_rect(cell: QRect, place: int) -> QRect:
    """Return where the box of a scale value (0 to 5, 6 = not codable) lies in a rating cell."""
    extra = SPACING if place == len(_SCALE) - 1 else 0
    left = cell.left() + MARGIN + place * (_BOX + _GAP) + extra
    return QRect(left, cell.center().y() - _BOX // 2, _BOX, _BOX)


class _Look:
    """Colours and fonts of the rows, looked up once and not for every cell of every repaint."""

    def __init__(self, widget: QWidget) -> None:
        theme = theme_of(widget.palette())
        self.base, self.focused = theme.color("base"), theme.color("notice")
        self.text, self.muted = theme.color("text"), theme.color("muted")
        self.grid, self.border = theme.color("grid"), theme.color("border")
        self.accent, self.accent_text = theme.color("accent"), theme.color("accent_text")
        self.warning = theme.color("warning")
        self.plain = tabular(widget.font())
        self.strong = tabular(widget.font())
        self.strong.setWeight(QFont.Weight.Bold)
        self.label = tabular(widget.font(), 1.1)
        self.label.setWeight(QFont.Weight.Bold)


class AuDelegate(QStyledItemDelegate):
    """Paints a row: number, name, and the scale with the given value filled in."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the least size of a cell."""
        return QSize(0, _MIN_ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        view = self.parent()
        assert isinstance(view, AuList)
        look = view.look
        focused = index.row() == view.focused_row
        rect = option.rect  # type: ignore[attr-defined]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, look.focused if focused else look.base)
        painter.setPen(look.muted if view.starts_region(index.row()) else look.grid)
        painter.drawLine(rect.topLeft(), rect.topRight())
        if index.column() == RATING_COLUMN:
            self._paint_scale(painter, rect, view.cell(index.row()), look)
            return
        if index.column() == AU_COLUMN and focused:
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), look.accent)
        painter.setFont(look.label if index.column() == AU_COLUMN else look.strong if focused else look.plain)
        painter.setPen(look.text)
        if index.column() == NAME_COLUMN and index.row() in view.flagged:
            mark = rect.adjusted(0, 0, -SPACING, 0)
            painter.setPen(look.warning)
            painter.drawText(mark, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, "⚠")
            painter.setPen(look.text)
        left = 2 * MARGIN if index.column() == AU_COLUMN else SPACING
        area = rect.adjusted(left, 0, -SPACING, 0)
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, area.width() + SPACING
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    @staticmethod
    def _paint_scale(painter: QPainter, rect: QRect, cell: Cell | None, look: _Look) -> None:
        chosen = None if cell is None else (len(_SCALE) - 1 if cell.value is None else cell.value)
        painter.setFont(look.plain)
        for place, text in enumerate(_SCALE):
            box = QRectF(box_rect(rect, place)).adjusted(0.5, 0.5, -0.5, -0.5)
            if place == chosen:
                fill = look.warning if text == NOT_CODABLE else look.accent
                painter.setPen(fill)
                painter.setBrush(fill)
                painter.drawRoundedRect(box, 3, 3)
                painter.setPen(look.base if text == NOT_CODABLE else look.accent_text)
                painter.setFont(look.strong)
                code = cell.code if cell is not None and text == NOT_CODABLE else None
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text if code is None else str(code))
                painter.setFont(look.plain)
                continue
            painter.setPen(look.border)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(look.muted)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        if cell is not None and (cell.unsure or cell.side):
            area = QRect(
                box_rect(rect, len(_SCALE) - 1).right() + 1 + SPACING, rect.top(), _MARK_WIDTH, rect.height()
            )
            painter.setFont(look.label)
            painter.setPen(look.accent)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, cell.side or "")
            painter.setPen(look.warning)
            painter.drawText(
                area.translated(_MARK_WIDTH, 0), Qt.AlignmentFlag.AlignCenter, "?" if cell.unsure else ""
            )


class AuList(QTableView):
    """The rows of one frame; keys belong to the page, the mouse works here."""

    row_clicked = Signal(int)
    """A row was clicked: focus it."""
    value_clicked = Signal(int, object)
    """(row, 0 to 5 or None = not codable): a box of the scale was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Action units of this frame"))
        self.focused_row = 0
        self.flagged: frozenset[int] = frozenset()
        self.look = _Look(self)
        self._region_starts: frozenset[int] = frozenset()
        self._aus: tuple[int, ...] = ()
        self._cells: tuple[Cell | None, ...] = ()
        self._model = AuModel(self)
        self.setModel(self._model)
        self.setItemDelegate(AuDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setMinimumSectionSize(_MIN_ROW)
        self._lay_out_columns()

    def _lay_out_columns(self) -> None:
        header = self.horizontalHeader()
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(NAME_COLUMN, QHeaderView.ResizeMode.Stretch)
        for column, width in (
            (AU_COLUMN, self.fontMetrics().horizontalAdvance("AU00") + 4 * MARGIN),
            (RATING_COLUMN, scale_width()),
        ):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        metrics = self.fontMetrics()
        names = max(metrics.horizontalAdvance(tr(unit.name)) for unit in ACTION_UNITS.values()) + _MARK_WIDTH
        least = scale_width() + metrics.horizontalAdvance("AU00") + 5 * MARGIN
        self._comfortable_width = least + names + 2 * MARGIN
        self.setMinimumWidth(least + names // 2)

    def sizeHint(self) -> QSize:
        """Return the width that leaves every name whole; the height is whatever there is."""
        return QSize(self._comfortable_width, super().sizeHint().height())

    def set_cells(
        self,
        aus: tuple[int, ...],
        cells: tuple[Cell | None, ...],
        focus: int,
        doubtful: Collection[int] = (),
    ) -> None:
        """Show the ratings of a frame, with one row focused.

        Parameters
        ----------
        aus : tuple of int
            Action units, one per row.
        cells : tuple of (Cell or None)
            Their ratings.
        focus : int
            The focused row.
        doubtful : collection of int
            Action units to mark, because their combination is odd.
        """
        self._cells = cells
        if aus != self._aus:
            self._aus = aus
            regions = [ACTION_UNITS[au].region for au in aus]
            self._region_starts = frozenset(i for i in range(1, len(aus)) if regions[i] != regions[i - 1])
            self._model.set_cells(aus, cells)
            self._fit_rows()
        else:
            self._model.set_cells(aus, cells)
        flagged = frozenset(row for row, au in enumerate(aus) if au in doubtful)
        changed, self.flagged = flagged ^ self.flagged, flagged
        for row in changed:
            self._repaint_row(row)
        if focus != self.focused_row:
            before, self.focused_row = self.focused_row, focus
            for row in (before, focus):
                self._repaint_row(row)
            self.scrollTo(self._model.index(focus, 0))

    def starts_region(self, row: int) -> bool:
        """Whether a row is the first of its part of the face (a stronger line is drawn above it)."""
        return row in self._region_starts

    def cell(self, row: int) -> Cell | None:
        """Return the rating shown in a row."""
        return self._cells[row]

    def changeEvent(self, event: QEvent) -> None:
        """Look colours and fonts up again when they changed."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self.look = _Look(self)
            self._lay_out_columns()

    def _repaint_row(self, row: int) -> None:
        for column in range(self._model.columnCount()):
            self.update(self._model.index(row, column))

    def _fit_rows(self) -> None:
        rows = max(self._model.rowCount(), 1)
        height = min(max(self.viewport().height() // rows, _MIN_ROW), _MAX_ROW)
        self.verticalHeader().setDefaultSectionSize(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the rows over the height."""
        super().resizeEvent(event)
        self._fit_rows()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Focus the row, and rate it when a box of its scale was hit."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        if not index.isValid():
            return
        hit = self._box_at(point, self.visualRect(index)) if index.column() == RATING_COLUMN else None
        if hit is None:
            self.row_clicked.emit(index.row())
        else:
            self.value_clicked.emit(index.row(), None if _SCALE[hit] == NOT_CODABLE else hit)

    @staticmethod
    def _box_at(point: QPoint, cell: QRect) -> int | None:
        return next((place for place in range(len(_SCALE)) if box_rect(cell, place).contains(point)), None)
