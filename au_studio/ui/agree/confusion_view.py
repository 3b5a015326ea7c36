"""The confusion matrix of one action unit: how many frames got which pair of levels."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from au_studio.controllers.agree.state import UnitDetail
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.texts import tr
from au_studio.ui.theme import LIGHT, MARGIN, SPACING, Theme, blended, tabular, text_on, theme_of

_LEVELS = 6
_STRONGEST = 0.85
"""Opacity of the fullest cell's shade."""


class ConfusionView(QWidget):
    """Paints the counts, shaded; rows are the first rater's levels, columns the second's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Confusion matrix"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(220, 180)
        self._detail: UnitDetail | None = None
        self._counts: NDArray[np.int64] | None = None
        self._title = tr("Confusion matrix")
        self._names = ("", "")

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(330, 290)

    def set_detail(self, detail: UnitDetail | None, names: tuple[str, str]) -> None:
        """Show an action unit's counts, or none; `names` are those of the raters."""
        if detail is self._detail and names == self._names:
            return
        self._detail = detail
        self._counts = None if detail is None else detail.counts
        self._names = names
        self._title = tr("Confusion matrix")
        if detail is not None:
            unit = ACTION_UNITS[detail.au]
            self._title = tr("{label}  {name}: frames by level", label=unit.label, name=tr(unit.name))
            agreed = int(np.trace(detail.counts))
            self.setAccessibleDescription(
                tr("{agreed} of {int} frames on the diagonal", agreed=agreed, int=int(detail.counts.sum()))
            )
        self.update()

    @property
    def counts(self) -> NDArray[np.int64] | None:
        """The counts shown, int64[6, 6]."""
        return self._counts

    def event(self, event: QEvent) -> bool:
        """Say in words what a cell counts."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self._cell_at(QPointF(event.pos()))
            if cell is None or self._counts is None:
                QToolTip.hideText()
            else:
                row, column = cell
                text = f"{self._names[0]}: {row}, {self._names[1]}: {column}"
                QToolTip.showText(
                    event.globalPos(),
                    tr("{text}\n{counts} frames", text=text, counts=self._counts[row, column]),
                    self,
                )
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint title, axes and cells."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, theme_of(self.palette()))

    def paint_for_print(self, painter: QPainter) -> None:
        """Paint the same in light colours."""
        self._paint(painter, LIGHT)

    def _paint(self, painter: QPainter, theme: Theme) -> None:
        painter.setFont(self.font())
        painter.fillRect(self.rect(), theme.color("plot"))
        painter.setPen(theme.color("text"))
        line = self.fontMetrics().height()
        head = QRectF(0, SPACING, self.width(), line)
        title = self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, title)
        area = self._area()
        self._paint_axes(painter, area, theme)
        if self._counts is None:
            return
        painter.setFont(tabular(self.font()))
        most = max(int(self._counts.max()), 1)
        for row in range(_LEVELS):
            for column in range(_LEVELS):
                box, count = self._box(area, row, column), int(self._counts[row, column])
                self._paint_cell(painter, theme, box, (count, most), diagonal=row == column)

    def _paint_cell(
        self, painter: QPainter, theme: Theme, box: QRectF, of: tuple[int, int], *, diagonal: bool
    ) -> None:
        count, most = of
        # By the root: rare levels stay visible beside the many frames on which nothing happens.
        shade = _STRONGEST * math.sqrt(count / most)
        fill = QColor(theme.color("accent"))
        fill.setAlphaF(shade)
        painter.fillRect(box, theme.color("raised"))
        painter.fillRect(box, fill)
        if diagonal:
            painter.setPen(QPen(theme.color("muted"), 1.2))
            painter.drawRect(box.adjusted(0.6, 0.6, -0.6, -0.6))
        if count:
            painter.setPen(text_on(blended(fill, theme.color("raised")), theme))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{count:,}")

    def _paint_axes(self, painter: QPainter, area: QRectF, theme: Theme) -> None:
        metrics = self.fontMetrics()
        line = metrics.height()
        painter.setPen(theme.color("muted"))
        side = area.width() / _LEVELS
        for level in range(_LEVELS):
            below = QRectF(area.left() + level * side, area.bottom() + 2, side, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(level))
            beside = QRectF(area.left() - line - 2, self._box(area, level, 0).top(), line, side)
            painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, str(level))
        wide = QRectF(0, area.bottom() + line + 4, self.width(), line)
        elided = metrics.elidedText(self._names[1], Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(wide, Qt.AlignmentFlag.AlignCenter, elided)
        painter.save()
        painter.translate(area.left() - 2 * line - 4, area.center().y())
        painter.rotate(-90)
        tall = QRectF(-area.height() / 2, -line / 2, area.height(), line)
        elided = metrics.elidedText(self._names[0], Qt.TextElideMode.ElideRight, int(area.height()))
        painter.drawText(tall, Qt.AlignmentFlag.AlignCenter, elided)
        painter.restore()

    def _area(self) -> QRectF:
        """Return the square of the cells."""
        line = self.fontMetrics().height()
        left = 2.5 * line + MARGIN
        top, bottom = line + 2 * SPACING, 2 * line + MARGIN
        side = max(min(self.width() - left - MARGIN, self.height() - top - bottom), 6.0)
        # The names at the left belong to the square: both are centred together.
        return QRectF(left + (self.width() - left - MARGIN - side) / 2, top, side, side)

    def _box(self, area: QRectF, row: int, column: int) -> QRectF:
        """Return a cell; level 0 is at the bottom left, as in a plot."""
        side = area.width() / _LEVELS
        return QRectF(
            area.left() + column * side, area.top() + (_LEVELS - 1 - row) * side, side, side
        ).adjusted(0.5, 0.5, -0.5, -0.5)

    def _cell_at(self, point: QPointF) -> tuple[int, int] | None:
        area = self._area()
        if not area.contains(point):
            return None
        side = area.width() / _LEVELS
        column = min(int((point.x() - area.left()) / side), _LEVELS - 1)
        row = _LEVELS - 1 - min(int((point.y() - area.top()) / side), _LEVELS - 1)
        return row, column
