"""A small figure on the Train page: how held-out agreement grows with the number of labels."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from au_studio.controllers.train.learning_curve import CurveState
from au_studio.texts import mark, tr
from au_studio.ui.fields import thin_bar, wrapped
from au_studio.ui.theme import MARGIN, SPACING, Theme
from au_studio.ui.themed_plot import ThemedPlot

_HELP = mark(
    "The model learns from an eighth, a quarter, half … of your labels; each time the same held-out frames "
    "judge it. The curve is continued to all of your labels (held-out ones do not train), one and a half "
    "times and twice as many."
)


class LearningCurvePanel(QWidget):
    """Shows a `CurveState`, and emits what the user wants; whoever holds it finds a place for its `plot`.

    Signals
    -------
    start_requested(), stop_requested()
        Compute the curve; end it.
    """

    start_requested = Signal()
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = QPushButton(tr("Would more labels help?"))
        self.start.setToolTip(tr(_HELP))
        self.stop = QPushButton(tr("Stop"))
        self.stop.setToolTip(tr("End the computation; there is no curve then."))
        self.bar = thin_bar(tr("Progress of the learning curve"))
        self.words = wrapped()
        self.plot = CurvePlot()
        told = QVBoxLayout()
        told.setSpacing(SPACING)
        told.addWidget(self.bar)
        told.addWidget(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        row.setSpacing(2 * SPACING)
        row.addWidget(self.start)
        row.addWidget(self.stop)
        row.addLayout(told, 1)
        self.start.clicked.connect(self.start_requested)
        self.stop.clicked.connect(self.stop_requested)
        self.set_state(CurveState(), can_start=False)

    def set_state(self, state: CurveState, *, can_start: bool) -> None:
        """Show the state of the curve; `can_start`: there are ratings and a model to learn from them."""
        self.start.setVisible(not state.running)
        self.start.setEnabled(can_start)
        self.stop.setVisible(state.running)
        self.bar.setVisible(state.running)
        self.bar.setMaximum(max(state.total, 1))  # 0 would show a bar that looks full
        self.bar.setValue(state.done if state.total else 0)
        lines = [f"<b>{state.words}</b>" if state.words else "", state.doing if not state.words else ""]
        lines += [state.about if state.words else ""]
        text = "<br>".join(line for line in lines if line)
        self.words.setText(text)
        self.words.setVisible(bool(text))
        self.plot.setVisible(bool(state.points))
        self.plot.set_points(state.points, state.expected)


class CurvePlot(ThemedPlot, pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Measured points with their interval as a band, and the estimate dashed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Held-out mean ICC by number of labels"))
        self.setMenuEnabled(False)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self._low, self._high = pg.PlotCurveItem(), pg.PlotCurveItem()
        self._band = pg.FillBetweenItem(self._low, self._high)
        self._measured, self._estimated = pg.PlotDataItem(), pg.PlotDataItem()
        for item in (self._low, self._high, self._band, self._estimated, self._measured):
            self.addItem(item)
        self.setLabel("bottom", tr("rated frames learned from"))
        self.paint_in_own_theme()

    def set_points(
        self,
        points: Sequence[tuple[int, float, float | None, float | None]],
        expected: Sequence[tuple[int, float, float | None, float | None]],
    ) -> None:
        """Show measured points, and estimates that go on from the last of them."""
        self._measured.setData([p[0] for p in points], [p[1] for p in points])
        more = [*points[-1:], *expected]
        self._estimated.setData([p[0] for p in more], [p[1] for p in more])
        banded = [p for p in (*points, *expected) if p[2] is not None and p[3] is not None]
        self._low.setData([p[0] for p in banded], [p[2] for p in banded])
        self._high.setData([p[0] for p in banded], [p[3] for p in banded])

    def paint_in(self, theme: Theme, pixel: float) -> None:
        """Colour everything in the plot, lines as many times wider as `pixel` says."""
        self.setBackground(theme.color("plot"))
        accent = theme.color("accent")
        faint = theme.color("accent")
        faint.setAlphaF(0.16)
        self._band.setBrush(faint)
        for edge in (self._low, self._high):
            edge.setPen(None)
        self._measured.setPen(pg.mkPen(accent, width=1.5 * pixel))
        self._measured.setSymbol("o")
        self._measured.setSymbolSize(6)
        self._measured.setSymbolBrush(accent)
        self._measured.setSymbolPen(None)
        self._estimated.setPen(pg.mkPen(accent, width=1.5 * pixel, dash=[4, 4]))
        self.setTitle(tr("Held-out ICC by labels (dashed: estimate)"), color=theme.text, size="9pt")
        for name in ("left", "bottom"):
            self.getAxis(name).setPen(pg.mkPen(theme.color("border"), width=pixel))
            self.getAxis(name).setTextPen(theme.color("muted"))
        self.showGrid(y=True, alpha=0.15)
