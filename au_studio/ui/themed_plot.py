"""What plots made with pyqtgraph have in common: they follow the theme, and paint themselves for print."""

from __future__ import annotations

from typing import Any

from pyqtgraph import ScatterPlotItem
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QWidget

from au_studio.ui.theme import LIGHT, Theme, theme_of


class ThemedPlot:
    """Stands before pyqtgraph's class among the bases; the plot says in `paint_in` what a theme colours.

    pyqtgraph's pens count pixels of the device: `paint_in` is told how many of these one of the screen's is.
    """

    _themed = False

    def paint_in(self, theme: Theme, pixel: float) -> None:
        """Colour everything in the plot, lines as many times wider as `pixel` says."""
        raise NotImplementedError

    def paint_in_own_theme(self) -> None:
        """Colour everything as the window is coloured; from now on it follows the window."""
        assert isinstance(self, QWidget)
        self._themed = True
        self.paint_in(theme_of(self.palette()), 1.0)

    def paint_for_print(self, painter: QPainter) -> None:
        """Paint what is shown now, in light colours (see `au_studio.ui.plot_picture.Plot`)."""
        view: Any = self
        dots = [item for item in view.scene().items() if isinstance(item, ScatterPlotItem)]
        self.paint_in(LIGHT, painter.deviceTransform().m11())
        for item in dots:  # as outlines: on the screen they are small pictures
            item.setExportMode(True, {"antialias": True, "resolutionScale": 1.0})
        try:
            view.render(painter, QRectF(view.rect()), view.viewport().rect())
        finally:
            for item in dots:
                item.setExportMode(False)
            self.paint_in_own_theme()

    def offer(self, action: QAction) -> None:
        """Offer an action at a right click."""
        assert isinstance(self, QWidget)
        self.addAction(action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)  # type: ignore[misc]  # of the widget that follows among the bases
        if event.type() == QEvent.Type.PaletteChange and self._themed:
            self.paint_in_own_theme()
