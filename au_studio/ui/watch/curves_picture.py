"""The picture of the timeline: curves, strips and axis, painted once for what is shown, then kept."""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from au_studio.controllers.watch.markers import ShownMarker
from au_studio.controllers.watch.row_choices import RATINGS, SOUND
from au_studio.live.series import Curves
from au_studio.texts import tr
from au_studio.ui.theme import LIGHT, Theme, tabular, theme_of
from au_studio.ui.watch.coverage_paint import paint_coverage
from au_studio.ui.watch.gap_paint import paint_gaps
from au_studio.ui.watch.layer_paint import Layer, paint_layer
from au_studio.ui.watch.legend import LegendButton
from au_studio.ui.watch.marker_paint import paint_over_curves
from au_studio.ui.watch.rows_paint import (
    STRIP_NAMES,
    crisp,
    paint_axis,
    paint_lane_frames,
    paint_name,
    paint_told,
)
from au_studio.ui.watch.rows_view import RowsView
from au_studio.ui.watch.strip_paint import paint_marks, paint_sound
from au_studio.ui.watch.time_axis import clock_text, marks
from au_studio.video.gaps import gaps_in
from au_studio.video.shown_time import since_first

_REPAINT_MS = 66
_COVERAGE = 5.0


class CurvesPicture(RowsView):
    """Holds what is drawn of a recording, and paints it into a picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gaps = gaps_in(self._times)
        self._layers: list[Layer] = []
        self._compared_name = ""
        self._note = ""
        self._covered: NDArray[np.uint8] = np.zeros(0, dtype=np.uint8)
        self._markers: tuple[ShownMarker, ...] = ()
        self._picture: QPixmap | None = None
        self.legend = LegendButton(self)
        self._repaint = QTimer(self)
        self._repaint.setSingleShot(True)
        self._repaint.setInterval(_REPAINT_MS)
        self._repaint.timeout.connect(self.draw_again)

    # ---------------------------------------------------------------- state

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
        self.draw_again()

    def set_note(self, text: str) -> None:
        """Say in a few words, below the lanes' names, what was done to the values; empty for nothing."""
        if text != self._note:
            self._note = text
            self.draw_again()

    def set_covered(self, covered: NDArray[np.uint8]) -> None:
        """Set which frames are analysed, uint8[T]: 0 no, 1 provisionally, 2 exactly, 3 without a face."""
        self._covered = covered

    def data_grown(self) -> None:
        """Paint again soon: the values have changed in place."""
        if not self._repaint.isActive():
            self._repaint.start()

    def set_markers(self, markers: Sequence[ShownMarker]) -> None:
        """Show these markers over the curves."""
        self._markers = tuple(markers)
        self.draw_again()

    def draw_again(self) -> None:
        """Paint the curves anew, soon."""
        self._repaint.stop()
        self._picture = None
        self.lay_out_rows()
        self.update()

    # ---------------------------------------------------------------- painting

    def picture(self) -> QPixmap:
        """Return the picture of what is shown now."""
        if self._picture is None:
            began = time.perf_counter()
            self._picture = self._paint_picture(theme_of(self.palette()))
            # Growing curves may take a quarter of the time of a slow computer, not all of it.
            took = (time.perf_counter() - began) * 1000
            self._repaint.setInterval(max(_REPAINT_MS, int(took * 4)))
        return self._picture

    def _paint_picture(self, theme: Theme) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.color("plot"))
        painter = QPainter(picture)
        self._paint_curves(painter, theme)
        self._paint_strips(painter, theme)
        self._paint_coverage(painter, theme)
        self._paint_axis(painter, theme)
        painter.end()
        return picture

    def paint_for_print(self, painter: QPainter) -> None:
        """Paint all lanes and the axis in light colours, without cursor, values and progress."""
        with self.all_rows_shown():
            self._paint_curves(painter, LIGHT, hairlines=False)
            self._paint_strips(painter, LIGHT)
            self._paint_axis(painter, LIGHT)

    def _paint_curves(self, painter: QPainter, theme: Theme, *, hairlines: bool = True) -> None:
        area, view, lanes = self.lanes_rect(), self.view, self.lanes_in_sight()
        painter.save()
        painter.setClipRect(QRectF(0, area.top(), self.width(), area.height() + 1))
        paint_lane_frames(
            painter, theme, self.font(), area, lanes=lanes, ticks=self._ticks(), uncoded=self.uncoded
        )
        painter.setClipRect(area)
        for layer in (layer for layer in self._layers if not layer.series.empty):
            paint_layer(painter, theme, layer, lanes, times=self._times, view=view, hairlines=hairlines)
        paint_gaps(painter, theme, area, self._times, self.x_of, gaps=self._gaps)
        painter.setFont(tabular(self.font(), 0.85))
        paint_over_curves(painter, theme, area, self.x_of, self._markers)
        painter.restore()

    def _paint_strips(self, painter: QPainter, theme: Theme) -> None:
        area = self.lanes_rect()
        for row in self.strips_in_sight():
            strip = row.rect
            painter.fillRect(crisp(painter, 0, strip.bottom(), self.width(), 0), theme.color("border"))
            name = QRectF(8, strip.top(), area.left() - 10, strip.height())
            paint_name(painter, theme, self.font(), name, label=tr(STRIP_NAMES[row.name]))
            inside = strip.adjusted(0, 1, 0, -1)
            if row.name == SOUND and self.sound is not None:
                first = self.extent[0]
                paint_sound(painter, theme, inside, self.sound, first_second=first, view=self.view)
            elif row.name == RATINGS:
                paint_marks(painter, theme, inside, self.marks, self.view)

    def _ticks(self) -> list[tuple[float, str]]:
        """Return where the time axis has its marks, and what they say."""
        start, stop = since_first(self._start, self._times), since_first(self._stop, self._times)
        ticks, decimals = marks(start, stop, int(self.lanes_rect().width() / 90))
        return [(self.x_of(self._start + tick - start), clock_text(tick, decimals)) for tick in ticks]

    def _paint_axis(self, painter: QPainter, theme: Theme) -> None:
        axis = self.axis_rect()
        texts = QRectF(axis.left(), axis.top() + _COVERAGE, axis.width(), axis.height() - _COVERAGE)
        paint_axis(
            painter, theme, self.font(), texts, right=self.width() - self.legend.width(), ticks=self._ticks()
        )
        told = [self._note] if self._note else []
        told += [f"- - {self._compared_name}"] if self._compared_name else []
        box = QRectF(6, texts.top(), axis.left() - 8, texts.height())
        paint_told(painter, theme, self.font(), box, told)

    def _paint_coverage(self, painter: QPainter, theme: Theme) -> None:
        """Paint a thin strip: which frames are analysed, provisionally (pale) or exactly, or lack a face."""
        axis = self.axis_rect()
        strip = QRectF(axis.left(), axis.top(), axis.width(), _COVERAGE)
        painter.fillRect(strip, theme.color("grid"))
        paint_coverage(
            painter,
            theme,
            strip,
            covered=self._covered,
            times=self._times,
            view=self.view,
            alphas=(0.4, 1.0),
        )
