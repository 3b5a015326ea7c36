"""The intensities of the frame on the screen: one bar per action unit, with its value as text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from au_studio.facs import intensity
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.texts import tr
from au_studio.ui.theme import MARGIN, row_font, series_style, tabular, theme_of

_VALUE_WIDTH = 42
_HEADER = 20


class BarsView(QWidget):
    """Bars from 0 to 5; an empty bar with a dash means that no face was read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._aus: tuple[int, ...] = ()
        self._values: NDArray[np.float32] | None = None
        self._provisional = False
        self.setMinimumSize(190, 150)
        self.setAccessibleName(tr("Intensities of this frame"))

    def sizeHint(self) -> QSize:
        """Return a size that leaves the picture the most room."""
        return QSize(230, 320)

    def set_aus(self, aus: Sequence[int]) -> None:
        """Show these action units, from top to bottom."""
        self._aus = tuple(aus)
        self._values = None
        self.update()

    def set_values(self, values: NDArray[np.float32] | None, *, provisional: bool = False) -> None:
        """Show a frame's intensities, float32[A]; NaN without a face, None when not analysed yet."""
        self._values = values
        self._provisional = provisional
        self.setAccessibleDescription(self._as_text())
        self.update()

    def _as_text(self) -> str:
        if self._values is None:
            return tr("not analysed yet")
        pairs = zip(self._aus, self._values, strict=False)
        return ", ".join(f"AU{au} {value:.1f}" for au, value in pairs if np.isfinite(value)) or tr("no face")

    def _row(self, number: int) -> QRectF:
        height = (self.height() - _HEADER - MARGIN) / max(len(self._aus), 1)
        return QRectF(MARGIN, _HEADER + number * height, self.width() - 2 * MARGIN, height)

    def event(self, event: QEvent) -> bool:
        """Name the action unit under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            for number, au in enumerate(self._aus):
                if self._row(number).contains(QPointF(event.pos())) and au in ACTION_UNITS:
                    unit = ACTION_UNITS[au]
                    text = f"{unit.label} {tr(unit.name)}: {tr(unit.description)}"
                    QToolTip.showText(event.globalPos(), text)
                    return True
            QToolTip.hideText()
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint labels, bars and values."""
        painter = QPainter(self)
        theme = theme_of(self.palette())
        font = row_font(self.font(), self._row(0).height())
        label_width = QFontMetricsF(font).horizontalAdvance("AU12") + 8
        left, right = MARGIN + label_width, self.width() - MARGIN - _VALUE_WIDTH
        self._paint_scale(painter, left, right)
        painter.setFont(font)
        for number, au in enumerate(self._aus):
            row = self._row(number)
            value = float("nan")
            if self._values is not None and number < len(self._values):
                value = float(self._values[number])
            known = bool(np.isfinite(value))
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.setPen(theme.color("text" if known else "muted"))
            painter.drawText(
                row,
                middle | Qt.AlignmentFlag.AlignLeft,
                ACTION_UNITS[au].label if au in ACTION_UNITS else f"AU{au:02d}",
            )
            thickness = min(row.height() * 0.5, 14.0)
            track = QRectF(left, row.center().y() - thickness / 2, right - left, thickness)
            painter.fillRect(track, theme.color("grid"))
            if known:
                share = min(max(value / intensity.MAX, 0.0), 1.0)
                color = series_style(au, theme).color
                color.setAlphaF(0.5 if self._provisional else 1.0)
                painter.fillRect(QRectF(track.left(), track.top(), track.width() * share, thickness), color)
            text = f"{value:.2f}" if known else "–"
            painter.drawText(row, middle | Qt.AlignmentFlag.AlignRight, text)

    def _paint_scale(self, painter: QPainter, left: float, right: float) -> None:
        theme = theme_of(self.palette())
        painter.setFont(tabular(self.font(), 0.85))
        bottom = self._row(max(len(self._aus) - 1, 0)).bottom()
        for level in intensity.LEVELS:
            x = round(left + (right - left) * level.value / intensity.MAX) + 0.5
            painter.setPen(QPen(theme.color("border"), 1))
            painter.drawLine(QPointF(x, _HEADER - 2), QPointF(x, bottom))
            painter.setPen(theme.color("muted"))
            painter.drawText(
                QRectF(x - 12, 2, 24, _HEADER - 5), Qt.AlignmentFlag.AlignCenter, str(level.value)
            )
