"""The Bland–Altman plot of one action unit: differences of two raters against their means."""

from __future__ import annotations

import math
from html import escape

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from au_studio.controllers.agree.state import UnitDetail
from au_studio.texts import tr
from au_studio.ui.fitting import elided
from au_studio.ui.theme import Theme, theme_of
from au_studio.ui.themed_plot import ThemedPlot

_LONGEST = 14
"""Letters of a name above a plot that may be small."""
_SMALLEST, _GROWTH, _LARGEST = 5.0, 2.5, 26.0
"""Diameter of a dot in pixels: for one frame, how it grows with the root of their number, and at most."""


class BlandAltmanPlot(ThemedPlot, pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """One dot per pair of values, larger for several frames; mean and 95 % limits as lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Bland–Altman plot"))
        self.setMenuEnabled(False)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self.setMinimumSize(220, 170)
        self._detail: UnitDetail | None = None
        self._names = ("", "")
        self._dots = pg.ScatterPlotItem(pxMode=True)
        self.addItem(self._dots)
        self._lines = [pg.InfiniteLine(angle=0, label="") for _ in range(3)]
        for line in self._lines:
            self.addItem(line, ignoreBounds=True)
        self.set_detail(None, ("", ""))
        self.paint_in_own_theme()

    def set_detail(self, detail: UnitDetail | None, names: tuple[str, str]) -> None:
        """Show an action unit, or none; `names` are those of the raters."""
        if detail is not None and detail is self._detail:
            return
        self._detail, self._names = detail, names
        for line in self._lines:
            line.hide()
        if detail is None or not detail.first.size:
            self._dots.setData([], [])
            self.setAccessibleDescription("")
        else:
            pairs = np.column_stack([(detail.first + detail.second) / 2, detail.second - detail.first])
            places, counts = np.unique(pairs.round(3), axis=0, return_counts=True)
            size = np.minimum(_SMALLEST + _GROWTH * np.sqrt(counts), _LARGEST)
            self._dots.setData(places[:, 0], places[:, 1], size=size)
            limits = detail.limits
            for line, value in zip(self._lines, (limits.value, limits.low, limits.high), strict=True):
                if not math.isnan(value):  # NaN: fewer than two frames have no limits
                    line.setValue(value)
                    line.show()
                    # A label takes its text only while its line is shown.
                    line.label.setFormat(f"{value:+.2f}".replace("-", "−"))
            reach = max(
                float(np.abs(pairs[:, 1]).max()),
                *(abs(v) for v in (limits.low, limits.high) if not math.isnan(v)),
                1,
            )
            self.setYRange(-reach, reach, padding=0.12)
            self.setAccessibleDescription(
                tr(
                    "Mean difference {value}, limits {low} to {high}",
                    value=f"{limits.value:.2f}",
                    low=f"{limits.low:.2f}",
                    high=f"{limits.high:.2f}",
                )
            )
        self.setXRange(0, 5.8, padding=0.04)  # room at the right for what the lines say
        self._label(theme_of(self.palette()))

    @property
    def levels(self) -> list[float]:
        """Mean difference and limits as far as they are shown."""
        return [float(line.value()) for line in self._lines if line.isVisible()]

    def _label(self, theme: Theme) -> None:
        first, second = self._names
        self.setLabel("bottom", tr("mean of the two"), color=theme.muted)
        self.setLabel("left", tr("difference"), color=theme.muted)
        # Names stand above, where there is room for them: the axis may be shorter than they are.
        names = f"{elided(second, _LONGEST)} − {elided(first, _LONGEST)}"
        self.setTitle(escape(names) if first else tr("Bland–Altman"), color=theme.text, size="9pt")

    def paint_in(self, theme: Theme, pixel: float) -> None:
        """Colour everything in the plot, lines as many times wider as `pixel` says."""
        self.setBackground(theme.color("plot"))
        fill = QColor(theme.color("accent"))
        fill.setAlphaF(0.55)
        self._dots.setBrush(fill)
        self._dots.setPen(pg.mkPen(theme.color("accent"), width=pixel))
        middle, *limits = self._lines
        middle.setPen(pg.mkPen(theme.color("cursor"), width=1.5 * pixel))
        for line in limits:
            line.setPen(pg.mkPen(theme.color("cursor"), width=pixel, dash=[5, 4]))
        for line in self._lines:
            line.label.setColor(theme.color("text"))
            line.label.setPosition(0.93)
        for name in ("left", "bottom"):
            axis = self.getAxis(name)
            axis.setPen(pg.mkPen(theme.color("border"), width=pixel))
            axis.setTextPen(theme.color("muted"))
        self.showGrid(y=True, alpha=0.15)
        self._label(theme)
