"""The bar under the picture: the whole recording, what is analysed, the playhead, the part shown below."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from au_studio.controllers.watch.markers import ShownMarker
from au_studio.texts import tr
from au_studio.ui.theme import theme_of
from au_studio.ui.watch.coverage_paint import paint_coverage
from au_studio.ui.watch.gap_paint import paint_gaps
from au_studio.ui.watch.marker_paint import marker_text, paint_on_timeline
from au_studio.ui.watch.region import Region

_SIDE = 7.0


class Timeline(QWidget):
    """Seeks by click and drag.

    Signals
    -------
    seek_requested(seconds)
        The user clicked or dragged.
    region_changed(span or None)
        Another stretch is selected, (start, stop) in seconds: dragged with Shift; a click with Shift ends it.
    """

    seek_requested = Signal(float)
    region_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times: NDArray[np.float64] = np.zeros(0)
        self._covered: NDArray[np.uint8] = np.zeros(0, dtype=np.uint8)
        self._cursor = 0.0
        self._view: tuple[float, float] | None = None
        self._markers: tuple[ShownMarker, ...] = ()
        self.region = Region()
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Place in the recording"))

    def sizeHint(self) -> QSize:
        """Return a slim size."""
        return QSize(400, 24)

    def set_recording(self, times: NDArray[np.float64]) -> None:
        """Set the times of all frames in seconds, float64[T]; empty for none."""
        self._times = times
        self._covered = np.zeros(len(times), dtype=np.uint8)
        self._cursor = float(times[0]) if len(times) else 0.0
        self._view = None
        self.region = Region()
        self.update()

    def set_covered(self, covered: NDArray[np.uint8]) -> None:
        """Set which frames are analysed, uint8[T]: 0 not yet, 1 provisionally, 2 exactly."""
        self._covered = covered
        self.update()

    def set_cursor(self, seconds: float) -> None:
        """Move the playhead."""
        self._cursor = seconds
        self.update()

    def set_view(self, start: float, stop: float) -> None:
        """Mark the part that the curves show."""
        self._view = (start, stop)
        self.update()

    def set_markers(self, markers: Sequence[ShownMarker]) -> None:
        """Show these markers."""
        self._markers = tuple(markers)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Name the marker under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and len(self._times):
            x = event.pos().x()
            texts = [
                marker_text(marker, self._times)
                for marker in self._markers
                if self._x_of(marker.start) - 3 <= x <= self._x_of(marker.stop or marker.start) + 3
            ]
            QToolTip.showText(event.globalPos(), "\n".join(texts), self)
            return True
        return super().event(event)

    def _extent(self) -> tuple[float, float]:
        first, last = float(self._times[0]), float(self._times[-1])
        return first, max(last, first + 1e-3)

    def _x_of(self, seconds: float) -> float:
        first, last = self._extent()
        return _SIDE + (seconds - first) / (last - first) * (self.width() - 2 * _SIDE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Seek; the right button asks for the menu."""
        if event.button() is not Qt.MouseButton.LeftButton or not len(self._times):
            return
        new = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        x = event.position().x()
        if not self.region.press(x, self._seconds_at(x), self._x_of, new=new):
            self._seek(event)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on seeking, or dragging an end of the selected stretch."""
        x = event.position().x()
        if self.region.held:
            self.region.drag(self._seconds_at(x))
            self.update()
        elif event.buttons() & Qt.MouseButton.LeftButton:
            self._seek(event)
        at_end = len(self._times) > 0 and (self.region.held or self.region.near_an_end(x, self._x_of))
        self.setCursor(Qt.CursorShape.SizeHorCursor if at_end else Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select what was dragged."""
        if self.region.held and event.button() is Qt.MouseButton.LeftButton:
            self.region.release(2 * self._frame_seconds())
            self.region_changed.emit(self.region.span)
            self.update()

    def set_region(self, span: tuple[float, float] | None) -> None:
        """Select a stretch, or none."""
        self.region = Region(span)
        self.update()

    def _frame_seconds(self) -> float:
        first, last = self._extent()
        return (last - first) / max(len(self._times) - 1, 1)

    def _seconds_at(self, x: float) -> float:
        first, last = self._extent()
        share = (x - _SIDE) / max(self.width() - 2 * _SIDE, 1)
        return first + min(max(share, 0.0), 1.0) * (last - first)

    def _seek(self, event: QMouseEvent) -> None:
        if len(self._times):
            self.seek_requested.emit(self._seconds_at(event.position().x()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar."""
        painter = QPainter(self)
        theme = theme_of(self.palette())
        groove = QRectF(_SIDE, self.height() / 2 - 3, self.width() - 2 * _SIDE, 6)
        painter.fillRect(groove, theme.color("border"))
        if not len(self._times):
            return
        paint_coverage(
            painter,
            theme,
            groove,
            covered=self._covered,
            times=self._times,
            view=self._extent(),
            alphas=(0.3, 0.75),
        )
        paint_gaps(painter, theme, groove.adjusted(0, -2, 0, 2), self._times, self._x_of)
        if self._view is not None and self._view != self._extent():
            painter.setPen(QPen(theme.color("text"), 1))
            left, right = self._x_of(self._view[0]), self._x_of(self._view[1])
            painter.drawRect(QRectF(left, groove.top() - 3, right - left, groove.height() + 6))
        self.region.paint(painter, theme, self._x_of, self.height())
        paint_on_timeline(painter, theme, self._x_of, self._markers)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = self._x_of(self._cursor)
        painter.setPen(QPen(theme.color("base"), 1))
        painter.setBrush(theme.color("cursor"))
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(x - 5, 2),
                    QPointF(x + 5, 2),
                    QPointF(x + 5, self.height() - 8),
                    QPointF(x, self.height() - 2),
                    QPointF(x - 5, self.height() - 8),
                ]
            )
        )
