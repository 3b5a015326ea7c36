"""Stacked intensity curves over time: one lane per action unit, a common time axis, a cursor with values.

Curves are painted once into a picture with at most two points per pixel column (the lowest and the highest
value, so that no peak is lost) and painted again only when the data, the zoom or the size changes. The
cursor, the pointer's values and the selected stretch lie over that picture, so moving them costs the same
for a minute and for two hours.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from au_studio.texts import tr
from au_studio.ui.theme import Theme, theme_of
from au_studio.ui.watch.curves_picture import CurvesPicture
from au_studio.ui.watch.hover_paint import Readout, paint_hover
from au_studio.ui.watch.region import Region
from au_studio.ui.watch.row_hints import hint_at
from au_studio.ui.watch.row_layout import LEAST_LANE
from au_studio.ui.watch.rows_paint import crisp, paint_values
from au_studio.ui.watch.rows_view import AXIS_HEIGHT
from au_studio.ui.watch.time_axis import clock_text
from au_studio.video.gaps import gaps_in
from au_studio.video.shown_time import since_first

__all__ = ["LEAST_LANE", "CurvesView"]

_VALUE_MARGIN = 8


class CurvesView(CurvesPicture):
    """Curves of every action unit of one recording.

    Signals
    -------
    seek_requested(seconds)
        The user clicked or dragged in the lanes.
    region_changed(span or None)
        Another stretch is selected, (start, stop) in seconds: dragged on the axis of time, or its ends.
    """

    seek_requested = Signal(float)
    region_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: NDArray[np.float32] | None = None
        self._values_provisional = False
        self._pan_from: tuple[float, float, float] | None = None
        self._pointer: float | None = None
        self._readout: tuple[int, Readout] | None = None
        self.region = Region()
        self._region_before: tuple[float, float] | None = None
        self.pointed: float | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setMinimumHeight(116)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(tr("Curves of the action units over time"))
        self.setToolTip("")

    def sizeHint(self) -> QSize:
        """Return a size that gives twelve lanes room."""
        return QSize(900, 12 * 30 + AXIS_HEIGHT)

    # ---------------------------------------------------------------- state

    def set_recording(self, times: NDArray[np.float64], aus: Sequence[int]) -> None:
        """Show the empty lanes of a recording.

        Parameters
        ----------
        times : float64[T]
            Time of every frame in seconds, rising; empty for no recording.
        aus : sequence of int
            FACS numbers of the lanes, in their usual order.
        """
        same = len(times) == len(self._times) and np.array_equal(times, self._times)
        self._times = times
        self._aus = tuple(aus)
        self._layers = []
        self._values = self._readout = None
        self._covered = np.zeros(len(times), dtype=np.uint8)
        if not same:
            self._gaps = gaps_in(times)
            self._cursor = float(times[0]) if len(times) else None
            self._pointer = self.pointed = None
            self.region = Region()
            self.fit()
        self.draw_again()

    def set_region(self, span: tuple[float, float] | None) -> None:
        """Show this stretch as the selected one, or none."""
        self.region = Region(span)
        self.update()

    def set_cursor(self, seconds: float) -> None:
        """Move the cursor; the view follows when it leaves on the right or left."""
        self._cursor = seconds
        if not self._start <= seconds <= self._stop and self._pan_from is None:
            span = self._stop - self._start
            self.set_view(seconds - 0.05 * span, seconds + 0.95 * span)
        self.update()

    def set_values(self, values: NDArray[np.float32] | None, *, provisional: bool = False) -> None:
        """Write a frame's values, float32[A], beside the lanes; None when there are none yet."""
        self._values = values
        self._values_provisional = provisional
        self.update()

    # ---------------------------------------------------------------- events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Seek, select or arrange with the left button; pan with the middle one, or with Shift."""
        if not len(self._times):
            return
        x, y = event.position().x(), event.position().y()
        self.pointed = self.seconds_at(x)
        if event.button() is Qt.MouseButton.RightButton:
            self.choose_row_at(y)
            return
        pans = event.button() is Qt.MouseButton.MiddleButton or (
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        )
        on_axis = y > self.axis_rect().top()
        if pans:
            self._pan_from = (x, self._start, self._stop)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() is not Qt.MouseButton.LeftButton:
            return
        elif x < self.lanes_rect().left():
            self.press_row(y)
        else:
            self._region_before = self.region.span
            if not self.region.press(x, self.seconds_at(x), self.x_of, new=False) and on_axis:
                self.region.press(x, self.seconds_at(x), self.x_of, new=True)
            if not self.region.held:
                self.seek_requested.emit(self.seconds_at(x))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with what was begun; else show the values under the pointer."""
        x, y = event.position().x(), event.position().y()
        if self.rows.held:
            self.drag_row(y)
        elif self._pan_from is not None:
            began, start, stop = self._pan_from
            shift = (x - began) / self.lanes_rect().width() * (stop - start)
            self.set_view(start - shift, stop - shift)
        elif self.region.held:
            self.region.drag(self.seconds_at(x))
        elif event.buttons() & Qt.MouseButton.LeftButton and len(self._times):
            self.seek_requested.emit(self.seconds_at(x))
        area = self.lanes_rect()
        inside = area.left() <= x <= area.right() and len(self._times) > 0
        self._pointer = self.seconds_at(x) if inside and not self.rows.held else None
        if not event.buttons():
            self.setCursor(self._shape_at(x, y))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what was begun."""
        self._pan_from = None
        self.release_row()
        if self.region.held:
            self.region.release(2 * self.frame_seconds)
            if self.region.span is None:  # a click on the axis: it only goes there
                self.region = Region(self._region_before)
                self.seek_requested.emit(self.seconds_at(event.position().x()))
            elif self.region.span != self._region_before:
                self.region_changed.emit(self.region.span)
        self.setCursor(self._shape_at(event.position().x(), event.position().y()))
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show a row big, or all of them again."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.toggle_big_at(event.position().y())

    def leaveEvent(self, event: QEvent) -> None:
        """Show no values under a pointer that is gone."""
        super().leaveEvent(event)
        self._pointer = None
        self.update()

    def event(self, event: QEvent) -> bool:
        """Explain what is under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = hint_at(self, QPointF(event.pos()), self._markers) or self.toolTip()
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer; sideways turns (or Shift) pan; over the names, scroll to more of them."""
        delta = event.angleDelta()
        if self.scrolls and event.position().x() < self.lanes_rect().left():
            self.scroll_bar.setValue(self.scroll_bar.value() - delta.y())
        elif abs(delta.x()) > abs(delta.y()):
            shift = -delta.x() / 960 * (self._stop - self._start)
            self.set_view(self._start + shift, self._stop + shift)
        elif delta.y():
            self.zoom(0.8 ** (delta.y() / 120), self.seconds_at(event.position().x()))
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint the curves for the new size."""
        super().resizeEvent(event)
        self.legend.move(self.width() - self.legend.width() - 2, self.height() - self.legend.height() - 1)
        self.draw_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the keys that turn pages."""
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in steps and self.scrolls:
            self.scroll_bar.setValue(self.scroll_bar.value() + steps[Qt.Key(event.key())] * 3 * LEAST_LANE)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Paint the curves in the new colours or font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self.draw_again()

    def draw_again(self) -> None:
        """Paint the curves anew, soon; what was read of them counts no more."""
        self._readout = None
        super().draw_again()

    def _shape_at(self, x: float, y: float) -> Qt.CursorShape:
        """Return what the pointer looks like where it can do this or that."""
        if x < self.lanes_rect().left():
            border = self.rows.border_at(self.shown_rows(), y)
            return Qt.CursorShape.SplitVCursor if border is not None else Qt.CursorShape.OpenHandCursor
        if self.region.near_an_end(x, self.x_of):
            return Qt.CursorShape.SizeHorCursor
        on_axis = y > self.axis_rect().top()
        return Qt.CursorShape.IBeamCursor if on_axis else Qt.CursorShape.CrossCursor

    # ---------------------------------------------------------------- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the curves' picture, and over it the stretch, the cursor and the values."""
        painter = QPainter(self)
        theme = theme_of(self.palette())
        if not len(self._times):
            painter.fillRect(self.rect(), theme.color("plot"))
            return
        painter.drawPixmap(0, 0, self.picture())
        area, below = self.lanes_rect(), self.axis_rect()
        running = QRectF(area.left(), area.top(), area.width(), below.top() - area.top())
        painter.save()
        painter.setClipRect(QRectF(area.left() - 1, 0, area.width() + 2, self.height()))
        self.region.paint(painter, theme, self.x_of, below.bottom(), strength=0.13)
        painter.restore()
        if self._cursor is not None and self._start <= self._cursor <= self._stop:
            line = crisp(painter, self.x_of(self._cursor), area.top(), 0, running.height())
            painter.fillRect(line, theme.color("cursor"))
        column = QRectF(area.right(), area.top(), self.value_width - _VALUE_MARGIN, area.height())
        lanes = self.lanes_in_sight()
        paint_values(
            painter,
            theme,
            self.font(),
            column,
            lanes=lanes,
            values=self._values,
            provisional=self._values_provisional,
        )
        self._paint_pointer(painter, theme, running, lanes)
        self.paint_row_marks(painter, theme)

    def _paint_pointer(
        self, painter: QPainter, theme: Theme, area: QRectF, lanes: Sequence[tuple[int, int, QRectF]]
    ) -> None:
        if self._pointer is None:
            return
        position = self.frame_at(self._pointer)
        if self._readout is None or self._readout[0] != position:
            self._readout = (position, Readout.of(self._layers, position, len(self._aus)))
        texts = self._readout[1].texts
        moment = float(self._times[position])
        paint_hover(
            painter,
            theme,
            area,
            x=self.x_of(self._pointer),
            time=clock_text(since_first(moment, self._times), 2),
            values=[(lane, texts[column]) for column, _, lane in lanes] if self._layers else [],
            font=self.font(),
        )
