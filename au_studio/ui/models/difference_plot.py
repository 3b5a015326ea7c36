"""Two models' curves of one action unit over each other, and their difference below; a click goes there."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from au_studio.agreement.model_differences import PairedCurves
from au_studio.texts import tr
from au_studio.ui.theme import Theme, theme_of
from au_studio.ui.themed_plot import ThemedPlot
from au_studio.video.shown_time import since_first


class DifferencePlot(ThemedPlot, pg.GraphicsLayoutWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Shows one column of paired curves.

    Signals
    -------
    clicked(seconds)
        The user clicked at this time of the recording.

    Attributes
    ----------
    names : tuple of str
        The two models' names.
    """

    clicked = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Curves of both models and their difference"))
        self.setToolTip(tr("Click to go there on the Watch page; drag or turn the wheel to look closer."))
        self._upper = self.addPlot(row=0, col=0)
        self._lower = self.addPlot(row=1, col=0)
        self.ci.layout.setRowStretchFactor(0, 3)
        self.ci.layout.setRowStretchFactor(1, 2)
        self._lower.setXLink(self._upper)
        for plot in (self._upper, self._lower):
            plot.setMenuEnabled(False)
            plot.hideButtons()
            plot.setMouseEnabled(x=True, y=False)
            plot.setClipToView(True)
            plot.setDownsampling(auto=True, mode="peak")
            plot.getAxis("left").setWidth(40)
        self._upper.setYRange(0, 5, padding=0.03)
        self._upper.getAxis("bottom").setStyle(showValues=False)
        self._first = self._upper.plot(connect="finite")
        self._second = self._upper.plot(connect="finite")
        self._gap = self._lower.plot(connect="finite")
        self._zero = pg.InfiniteLine(0, angle=0)
        self._lower.addItem(self._zero, ignoreBounds=True)
        self._lower.setLabel("bottom", tr("seconds"))
        self.names = ("first", "second")
        self._shown: tuple[object, int] | None = None
        self.scene().sigMouseClicked.connect(self._on_clicked)
        self.paint_in_own_theme()

    def set_curves(self, pair: PairedCurves | None, column: int, names: tuple[str, str]) -> None:
        """Show a column of the curves of a recording; None shows nothing."""
        self.names = names
        self._paint_titles(theme_of(self.palette()))
        if pair is None:
            for curve in (self._first, self._second, self._gap):
                curve.setData([], [])
            self._shown = None
            return
        times = since_first(pair.times, pair.times)
        first, second = pair.first[:, column], pair.second[:, column]
        self._second.setData(times, second)
        self._first.setData(times, first)
        self._gap.setData(times, first - second)
        widest = float(np.nanmax(np.abs(first - second))) if np.isfinite(first - second).any() else 1.0
        self._lower.setYRange(-max(widest, 1.0), max(widest, 1.0), padding=0.05)
        if self._shown is None or self._shown[0] is not pair:
            self._upper.setXRange(0, float(times[-1]) if len(times) else 1.0, padding=0.01)
        self._shown = (pair, column)

    def _on_clicked(self, event: object) -> None:
        place = self._upper.vb.mapSceneToView(event.scenePos())  # type: ignore[attr-defined]
        if self._shown is not None and event.button() == Qt.MouseButton.LeftButton:  # type: ignore[attr-defined]
            pair = self._shown[0]
            assert isinstance(pair, PairedCurves)
            last = float(pair.times[-1] - pair.times[0])
            self.clicked.emit(float(pair.times[0]) + float(np.clip(place.x(), 0.0, last)))

    def paint_in(self, theme: Theme, pixel: float) -> None:
        """Colour everything in the plot, lines as many times wider as `pixel` says."""
        self.setBackground(theme.color("plot"))
        # One pixel wide: wider pens make long curves many times slower to paint.
        self._first.setPen(pg.mkPen(theme.color("accent"), width=pixel))
        self._second.setPen(pg.mkPen(theme.color("warning"), width=pixel, dash=[4, 3]))
        self._gap.setPen(pg.mkPen(theme.color("muted"), width=pixel))
        self._zero.setPen(pg.mkPen(theme.color("border"), width=pixel))
        for plot in (self._upper, self._lower):
            plot.showGrid(y=True, alpha=0.15)
            for name in ("left", "bottom"):
                plot.getAxis(name).setPen(pg.mkPen(theme.color("border"), width=pixel))
                plot.getAxis(name).setTextPen(theme.color("muted"))
        self._paint_titles(theme)

    def _paint_titles(self, theme: Theme) -> None:
        first, second = self.names
        self._upper.setTitle(
            f"<span style='color:{theme.accent}'>━ {first}</span>&nbsp;&nbsp;&nbsp;"
            f"<span style='color:{theme.warning}'>╌ {second}</span>",
            size="9pt",
        )
        self._lower.setTitle(
            tr("{first} minus {second}", first=first, second=second), color=theme.text, size="9pt"
        )
