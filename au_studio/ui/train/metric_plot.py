"""A small plot of a figure over training steps."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtWidgets import QWidget

from au_studio.texts import tr
from au_studio.ui.theme import Theme
from au_studio.ui.themed_plot import ThemedPlot

_FEWEST_STEPS = 10
"""Steps that are in view when fewer have been made."""


class MetricPlot(ThemedPlot, pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Shows one or two curves over steps.

    Parameters
    ----------
    title : str
        What is plotted.
    floor : float or None
        Lowest value that is always in view.
    top : float or None
        Highest value that is always in view.
    """

    def __init__(
        self,
        title: str,
        *,
        floor: float | None = None,
        top: float | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._range = (floor, top)
        self.setAccessibleName(title)
        self.setMenuEnabled(False)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self._curve = self.plot([], [])
        self._reference = pg.InfiniteLine(angle=0)
        self._reference.hide()
        self.addItem(self._reference, ignoreBounds=True)
        self.setLabel("bottom", tr("training step"))
        self.paint_in_own_theme()
        self.set_points([])

    def set_points(self, points: Sequence[tuple[int, float | None]], *, marks: bool = False) -> None:
        """Show values over steps; None leaves a gap.

        Parameters
        ----------
        points : sequence of (step, value or None)
            In the order of steps.
        marks : bool
            Whether each value gets a dot (few values).
        """
        known = [(step, value) for step, value in points if value is not None]
        for name in ("left", "bottom"):
            self.getAxis(name).setStyle(showValues=bool(known))
        self._curve.setSymbol("o" if marks else None)
        self._curve.setData([step for step, _ in known], [value for _, value in known])
        floor, top = self._range
        values = [value for _, value in known]
        if values and (floor is not None or top is not None):
            low = min([*values, *([floor] if floor is not None else [])])
            high = max([*values, *([top] if top is not None else [])])
            self.setYRange(low, high, padding=0.08)
        if known:
            # One step alone has no width: its axis would count in thousandths of a step.
            self.setXRange(0, max(_FEWEST_STEPS, known[-1][0]), padding=0.03)

    def set_reference(self, value: float | None) -> None:
        """Draw a dashed level to compare with (the base model's), or none."""
        self._reference.setVisible(value is not None)
        if value is not None:
            self._reference.setValue(value)

    def paint_in(self, theme: Theme, pixel: float) -> None:
        """Colour everything in the plot, lines as many times wider as `pixel` says."""
        self.setBackground(theme.color("plot"))
        self._curve.setPen(pg.mkPen(theme.color("accent"), width=1.5 * pixel))
        self._curve.setSymbolBrush(theme.color("accent"))
        self._curve.setSymbolPen(None)
        self._curve.setSymbolSize(7)
        self._reference.setPen(pg.mkPen(theme.color("muted"), width=pixel, dash=[5, 4]))
        self.setTitle(self._title, color=theme.color("text"), size="10pt")
        for name in ("left", "bottom"):
            axis = self.getAxis(name)
            axis.setPen(pg.mkPen(theme.color("border"), width=pixel))
            axis.setTextPen(theme.color("muted"))
        self.showGrid(y=True, alpha=0.15)
