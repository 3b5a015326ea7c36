"""Stacked intensity curves over time: one lane per action unit, a common time axis, a cursor with values.

Curves are painted once into a picture with at most two points per pixel column (the lowest and the highest
value, so that no peak is lost) and painted again only when the data, the zoom or the size changes. The
cursor lies over that picture, so moving it costs the same for a minute and for two hours.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollBar, QWidget

from au_studio.controllers.watch.markers import ShownMarker
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.live.series import Curves
from au_studio.ui.theme import LIGHT, Theme, row_font, series_style, tabular, theme_of
from au_studio.ui.watch.coverage_paint import paint_coverage
from au_studio.ui.watch.gap_paint import paint_gaps
from au_studio.ui.watch.layer_paint import Layer, paint_layer
from au_studio.ui.watch.marker_paint import paint_over_curves
from au_studio.ui.watch.time_axis import clock_text, marks
from au_studio.video.shown_time import since_first

_VALUE_WIDTH = 46
_AXIS_HEIGHT = 22
_REPAINT_MS = 66
_LEAST_FRAMES = 8
LEAST_LANE = 26
"""Height of a lane in which two models' curves can be told apart, px; what does not fit is scrolled to."""


class CurvesView(QWidget):
    """Curves of every action unit of one recording.

    Signals
    -------
    seek_requested(seconds)
        The user clicked or dragged in the lanes.
    view_changed(start, stop)
        Another part of the recording is shown, in seconds.
    """

    seek_requested = Signal(float)
    view_changed = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._aus: tuple[int, ...] = ()
        self._hidden: frozenset[int] = frozenset()
        self._times: NDArray[np.float64] = np.zeros(0)
        self._layers: list[Layer] = []
        self._compared_name = ""
        self._note = ""
        self._covered: NDArray[np.uint8] = np.zeros(0, dtype=np.uint8)
        self._samples: NDArray[np.float64] = np.zeros(0)
        self._markers: tuple[ShownMarker, ...] = ()
        self._values: NDArray[np.float32] | None = None
        self._values_provisional = False
        self._cursor: float | None = None
        self._start, self._stop = 0.0, 1.0
        self._picture: QPixmap | None = None
        self._labels_width = 0.0
        self._pan_from: tuple[float, float, float] | None = None
        self._printing = False
        self.scroll_bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.scroll_bar.setAccessibleName("More action units")
        self.scroll_bar.setCursor(Qt.CursorShape.ArrowCursor)
        self.scroll_bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_bar.valueChanged.connect(self._draw_again)
        self.scroll_bar.hide()
        self._repaint = QTimer(self)
        self._repaint.setSingleShot(True)
        self._repaint.setInterval(_REPAINT_MS)
        self._repaint.timeout.connect(self._draw_again)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumHeight(140)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName("Curves of the action units over time")
        self.setToolTip("")

    def sizeHint(self) -> QSize:
        """Return a size that gives twelve lanes room."""
        return QSize(900, 12 * 30 + _AXIS_HEIGHT)

    # ---------------------------------------------------------------- state

    def set_recording(self, times: NDArray[np.float64], aus: Sequence[int]) -> None:
        """Show the empty lanes of a recording.

        Parameters
        ----------
        times : float64[T]
            Time of every frame in seconds, rising; empty for no recording.
        aus : sequence of int
            FACS numbers of the lanes from top to bottom.
        """
        same = len(times) == len(self._times) and np.array_equal(times, self._times)
        self._times = times
        self._aus = tuple(aus)
        self._layers = []
        self._values = None
        self._covered = np.zeros(len(times), dtype=np.uint8)
        if not same:
            self._cursor = float(times[0]) if len(times) else None
            self.fit()
        self._draw_again()

    def set_series(
        self,
        exact: Curves | None,
        provisional: Curves | None,
        compared: Curves | None,
        compared_name: str = "",
        band: tuple[Curves, Curves] | None = None,
    ) -> None:
        """Show these values: exact ones, provisional ones (pale), and another model's (dashed).

        `band` holds the lower and upper ends of what the exact values may be; it is shaded in place of the
        area under the curves.
        """
        self._layers = []
        if provisional is not None:
            self._layers.append(Layer(provisional, pale=True))
        if compared is not None:
            self._layers.append(Layer(compared, dashed=True))
        if exact is not None:
            self._layers.append(Layer(exact, band=band))
        self._compared_name = compared_name if compared is not None else ""
        self._draw_again()

    def set_note(self, text: str) -> None:
        """Say in a few words, below the lanes' names, what was done to the values; empty for nothing."""
        if text != self._note:
            self._note = text
            self._draw_again()

    def set_hidden(self, aus: frozenset[int]) -> None:
        """Leave these action units' lanes out (FACS numbers); the others get their room."""
        self._hidden = aus
        self._draw_again()

    def set_covered(self, covered: NDArray[np.uint8]) -> None:
        """Set which frames are analysed, uint8[T]: 0 not yet, 1 provisionally, 2 exactly."""
        self._covered = covered

    def data_grown(self) -> None:
        """Paint again soon: the values have changed in place."""
        if not self._repaint.isActive():
            self._repaint.start()

    def set_samples(self, seconds: NDArray[np.float64]) -> None:
        """Mark sampled frames on the time axis."""
        self._samples = seconds
        self._draw_again()

    def set_markers(self, markers: Sequence[ShownMarker]) -> None:
        """Show these markers over the curves."""
        self._markers = tuple(markers)
        self._draw_again()

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

    @property
    def view(self) -> tuple[float, float]:
        """The part of the recording that is shown, in seconds."""
        return self._start, self._stop

    @property
    def extent(self) -> tuple[float, float]:
        """First and last time of the recording in seconds; (0, 1) without one."""
        if len(self._times) < 2:
            return (0.0, 1.0) if not len(self._times) else (float(self._times[0]), float(self._times[0]) + 1)
        return float(self._times[0]), float(self._times[-1])

    def set_view(self, start: float, stop: float) -> None:
        """Show a part of the recording; it is moved and limited to what there is."""
        first, last = self.extent
        least = _LEAST_FRAMES * (last - first) / max(len(self._times) - 1, 1)
        span = min(max(stop - start, min(least, last - first)), last - first)
        start = min(max(start, first), last - span)
        if (start, start + span) != (self._start, self._stop):
            self._start, self._stop = start, start + span
            self._draw_again()
            self.view_changed.emit(self._start, self._stop)

    def fit(self) -> None:
        """Show the whole recording."""
        self.set_view(*self.extent)

    def zoom(self, factor: float, around: float | None = None) -> None:
        """Show `factor` times as much time around a moment (the cursor)."""
        if around is None:
            inside = self._cursor is not None and self._start <= self._cursor <= self._stop
            around = self._cursor if inside and self._cursor is not None else (self._start + self._stop) / 2
        self.set_view(around - (around - self._start) * factor, around + (self._stop - around) * factor)

    # ---------------------------------------------------------------- geometry

    def lanes_rect(self) -> QRectF:
        """Return where the curves lie, without labels, values and axis."""
        left = self._label_width()
        right = _VALUE_WIDTH + (self.scroll_bar.width() if self._scrolls() else 0)
        return QRectF(left, 0, max(self.width() - left - right, 10), self.height() - _AXIS_HEIGHT)

    def x_of(self, seconds: float) -> float:
        """Return the horizontal place of a time in the widget."""
        area = self.lanes_rect()
        return area.left() + (seconds - self._start) / (self._stop - self._start) * area.width()

    def seconds_at(self, x: float) -> float:
        """Return the time at a horizontal place of the widget, limited to the recording."""
        area = self.lanes_rect()
        seconds = self._start + (x - area.left()) / area.width() * (self._stop - self._start)
        first, last = self.extent
        return min(max(seconds, first), last)

    def _scrolls(self) -> bool:
        return len(self._lanes()) * LEAST_LANE > self.height() - _AXIS_HEIGHT and not self._printing

    def _fit_scroll_bar(self) -> None:
        """Offer to scroll to lanes that would be too low if all were shown at once."""
        bar, room = self.scroll_bar, self.height() - _AXIS_HEIGHT
        width = bar.sizeHint().width()
        bar.setGeometry(self.width() - width, 0, width, max(room, 0))
        bar.setPageStep(max(room, 1))
        bar.setSingleStep(LEAST_LANE)
        bar.setRange(0, max(len(self._lanes()) * LEAST_LANE - room, 0) if self._scrolls() else 0)
        bar.setVisible(self._scrolls())

    def _label_width(self) -> float:
        if not self._labels_width:
            self._labels_width = self._measure_labels()
        return self._labels_width

    def _measure_labels(self) -> float:
        metrics = QFontMetricsF(tabular(self.font(), 0.92))
        full = max(
            (metrics.horizontalAdvance(_label(au)) for au in self._aus),
            default=metrics.horizontalAdvance("AU12"),
        )
        if full > self.width() * 0.28:
            full = metrics.horizontalAdvance("AU12 ")
        return full + 14

    # ---------------------------------------------------------------- events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Seek with the left button; pan with the middle one, or with Shift."""
        if not len(self._times):
            return
        pans = event.button() is Qt.MouseButton.MiddleButton or (
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        )
        if pans:
            self._pan_from = (event.position().x(), self._start, self._stop)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() is Qt.MouseButton.LeftButton:
            self.seek_requested.emit(self.seconds_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on seeking or panning."""
        if self._pan_from is not None:
            x, start, stop = self._pan_from
            shift = (event.position().x() - x) / self.lanes_rect().width() * (stop - start)
            self.set_view(start - shift, stop - shift)
        elif event.buttons() & Qt.MouseButton.LeftButton and len(self._times):
            self.seek_requested.emit(self.seconds_at(event.position().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End panning."""
        self._pan_from = None
        self.setCursor(Qt.CursorShape.CrossCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer; sideways turns (or Shift) pan; over the names, scroll to more of them."""
        delta = event.angleDelta()
        if self._scrolls() and event.position().x() < self.lanes_rect().left():
            self.scroll_bar.setValue(self.scroll_bar.value() - delta.y())
            event.accept()
            return
        if abs(delta.x()) > abs(delta.y()):
            shift = -delta.x() / 960 * (self._stop - self._start)
            self.set_view(self._start + shift, self._stop + shift)
        elif delta.y():
            self.zoom(0.8 ** (delta.y() / 120), self.seconds_at(event.position().x()))
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint the curves for the new size."""
        super().resizeEvent(event)
        self._labels_width = 0.0
        self._picture = None
        self._fit_scroll_bar()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the keys that turn pages."""
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in steps and self._scrolls():
            self.scroll_bar.setValue(self.scroll_bar.value() + steps[Qt.Key(event.key())] * 3 * LEAST_LANE)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Paint the curves in the new colours or font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._draw_again()

    def _draw_again(self) -> None:
        self._repaint.stop()
        self._labels_width = 0.0
        self._picture = None
        self._fit_scroll_bar()
        self.update()

    # ---------------------------------------------------------------- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the curves' picture, and over it the cursor and the values."""
        painter = QPainter(self)
        theme = theme_of(self.palette())
        if not len(self._times):
            painter.fillRect(self.rect(), theme.color("plot"))
            return
        if self._picture is None:
            began = time.perf_counter()
            self._picture = self._paint_picture(theme)
            # Growing curves may take a quarter of the time of a slow computer, not all of it.
            took = (time.perf_counter() - began) * 1000
            self._repaint.setInterval(max(_REPAINT_MS, int(took * 4)))
        painter.drawPixmap(0, 0, self._picture)
        self._paint_cursor(painter, theme)
        self._paint_values(painter, theme)

    def _lanes(self) -> list[tuple[int, int]]:
        """Return (column of the values, FACS number) of every lane, from top to bottom."""
        return [(column, au) for column, au in enumerate(self._aus) if au not in self._hidden]

    def _crisp(self, x: float, y: float, width: float, height: float) -> QRectF:
        """Return a line of whole device pixels, one of them wide where `width` or `height` is 0."""
        ratio = self.devicePixelRatioF()
        one = max(round(ratio), 1) / ratio
        return QRectF(round(x * ratio) / ratio, round(y * ratio) / ratio, width or one, height or one)

    def _lane(self, number: int, area: QRectF) -> QRectF:
        if self._scrolls():
            top = area.top() + number * LEAST_LANE - self.scroll_bar.value()
            return QRectF(area.left(), top, area.width(), LEAST_LANE)
        height = area.height() / max(len(self._lanes()), 1)
        return QRectF(area.left(), area.top() + number * height, area.width(), height)

    def _in_sight(self, area: QRectF) -> list[tuple[int, int, QRectF]]:
        """Return (column of the values, FACS number, place) of the lanes that are not scrolled away."""
        lanes = [(column, au, self._lane(k, area)) for k, (column, au) in enumerate(self._lanes())]
        return [lane for lane in lanes if lane[2].bottom() > area.top() and lane[2].top() < area.bottom()]

    def _paint_picture(self, theme: Theme) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.color("plot"))
        painter = QPainter(picture)
        self._paint_curves(painter, theme)
        self._paint_coverage(painter, theme, self.lanes_rect())
        self._paint_axis(painter, theme, self.lanes_rect())
        painter.end()
        return picture

    def paint_for_print(self, painter: QPainter) -> None:
        """Paint all lanes and the axis in light colours, without cursor, values and progress."""
        self._printing = True
        self._paint_curves(painter, LIGHT, hairlines=False)
        self._paint_axis(painter, LIGHT, self.lanes_rect())
        self._printing = False

    def _paint_curves(self, painter: QPainter, theme: Theme, *, hairlines: bool = True) -> None:
        area, view = self.lanes_rect(), (self._start, self._stop)
        painter.save()
        painter.setClipRect(QRectF(0, area.top(), self.width(), area.height() + 1))
        self._paint_grid(painter, theme, area)
        painter.setClipRect(area)
        lanes = self._in_sight(area)
        for layer in (layer for layer in self._layers if not layer.series.empty):
            paint_layer(painter, theme, layer, lanes, times=self._times, view=view, hairlines=hairlines)
        paint_gaps(painter, theme, area, self._times, self.x_of)
        painter.setFont(tabular(self.font(), 0.85))
        paint_over_curves(painter, theme, area, self.x_of, self._markers)
        painter.restore()

    def _paint_grid(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        line = theme.color("grid")
        painter.setFont(row_font(self.font(), self._lane(0, area).height(), 0.92))
        metrics = painter.fontMetrics()
        for x, _ in self._ticks(area):
            painter.fillRect(self._crisp(x, area.top(), 0, area.height()), line)
        for _, au, lane in self._in_sight(area):
            border = self._crisp(0, lane.bottom(), self.width(), 0)
            painter.fillRect(border, theme.color("border"))
            color = series_style(au, theme).color
            painter.fillRect(QRectF(0, lane.top() + 2, 3, lane.height() - 4), color)
            box = QRectF(8, lane.top(), area.left() - 10, lane.height())
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.setPen(theme.color("text"))
            label = ACTION_UNITS[au].label if au in ACTION_UNITS else f"AU{au:02d}"
            painter.drawText(box, flags, label)
            painter.setPen(theme.color("muted"))
            box.setLeft(box.left() + metrics.horizontalAdvance(label + " "))
            if box.width() > metrics.horizontalAdvance("nnnnn"):
                name = ACTION_UNITS[au].name if au in ACTION_UNITS else ""
                painter.drawText(
                    box, flags, metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(box.width()))
                )

    def _ticks(self, area: QRectF) -> list[tuple[float, str]]:
        """Return where the time axis has its marks, and what they say."""
        start, stop = since_first(self._start, self._times), since_first(self._stop, self._times)
        ticks, decimals = marks(start, stop, int(area.width() / 90))
        return [(self.x_of(self._start + tick - start), clock_text(tick, decimals)) for tick in ticks]

    def _paint_axis(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        painter.setFont(tabular(self.font(), 0.85))
        painter.setPen(theme.color("muted"))
        for x, text in self._ticks(area):
            box = QRectF(x - 45, area.bottom() + 5, 90, _AXIS_HEIGHT - 6)
            if box.left() + 20 > area.left() and box.right() - 20 < self.width():
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        told = [self._note] if self._note else []
        told += [f"- - {self._compared_name}"] if self._compared_name else []
        if told:
            painter.setPen(theme.color("muted"))
            box = QRectF(6, area.bottom() + 5, area.left() - 8, _AXIS_HEIGHT - 6)
            text = "  ".join(told)
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.setPen(QPen(theme.color("text"), 1))
        for seconds in self._samples[(self._samples >= self._start) & (self._samples <= self._stop)]:
            x = self.x_of(float(seconds))
            painter.drawLine(QPointF(x, area.bottom() - 4), QPointF(x, area.bottom() + 4))

    def _paint_coverage(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        """Paint a thin strip: which frames are analysed, provisionally (pale) or exactly."""
        strip = QRectF(area.left(), area.bottom(), area.width(), 3)
        painter.fillRect(strip, theme.color("grid"))
        paint_coverage(
            painter, theme, strip, covered=self._covered, times=self._times, x_of=self.x_of, alphas=(0.4, 1.0)
        )

    def _paint_cursor(self, painter: QPainter, theme: Theme) -> None:
        if self._cursor is None or not self._start <= self._cursor <= self._stop:
            return
        area = self.lanes_rect()
        line = self._crisp(self.x_of(self._cursor), area.top(), 0, area.height() + 4)
        painter.fillRect(line, theme.color("cursor"))

    def _paint_values(self, painter: QPainter, theme: Theme) -> None:
        area = self.lanes_rect()
        painter.setFont(row_font(self.font(), self._lane(0, area).height()))
        painter.setPen(theme.color("muted" if self._values_provisional else "text"))
        painter.setClipRect(QRectF(0, area.top(), self.width(), area.height()))
        for column, _, lane in self._in_sight(area):
            value = float("nan")
            if self._values is not None and column < len(self._values):
                value = float(self._values[column])
            text = f"{value:.2f}" if np.isfinite(value) else "–"
            box = QRectF(area.right(), lane.top(), _VALUE_WIDTH - 8, lane.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)


def _label(au: int) -> str:
    return f"{ACTION_UNITS[au].label} {ACTION_UNITS[au].name}" if au in ACTION_UNITS else f"AU{au:02d}"
