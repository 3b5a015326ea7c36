"""Saves what a plot shows as a picture for print: PNG at 300 dpi or SVG, always in light colours."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSettings, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QWidget

from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.files import write_bytes
from au_studio.texts import mark, tr
from au_studio.ui.theme import LIGHT

_LEAST_WIDTH = 2000
"""Pixels that a PNG is wide at least: 17 cm, the width of a page's text, at 300 dpi."""
_DOTS_PER_METER = round(300 / 0.0254)
_FILTERS = {".png": mark("PNG picture, 300 dpi (*.png)"), ".svg": mark("SVG drawing (*.svg)")}


class Plot(Protocol):
    """A widget that can paint itself for print."""

    def size(self) -> QSize:
        """Return its size on the screen, in device-independent pixels; the picture has the same shape."""
        ...

    def logicalDpiX(self) -> int:
        """Return how many of these pixels its letters take for an inch."""
        ...

    def paint_for_print(self, painter: QPainter) -> None:
        """Paint what it shows now in light colours, in its own coordinates.

        The painter's device may have many pixels for one of the screen's: lines must be as much wider.
        """
        ...


def write_picture(plot: Plot, path: Path) -> None:
    """Write what a plot shows; what was there before stays until the new file is whole.

    Parameters
    ----------
    plot : Plot
        The plot.
    path : Path
        The file: SVG if it ends so, else PNG.

    Raises
    ------
    au_studio.files.WriteError
        If the file cannot be written.
    """
    write_bytes(path, _svg(plot) if path.suffix.lower() == ".svg" else _png(plot))


def ask_and_save(plot: Plot, name: str, workspace: Workspace, parent: QWidget) -> None:
    """Ask for a file and save what a plot shows there.

    Parameters
    ----------
    plot : Plot
        The plot.
    name : str
        Of the file, as it is proposed, without an ending.
    workspace : Workspace
        Tells how it went.
    parent : QWidget
        Where the dialog belongs.
    """
    folder = Path(str(QSettings().value("folder", str(Path.home()))))
    plain = re.sub(r'[<>:"/\\|?*\x00-\x1f]', "_", name)
    chosen, kind = QFileDialog.getSaveFileName(
        parent, tr("Save the picture"), str(folder / f"{plain}.png"), ";;".join(map(tr, _FILTERS.values()))
    )
    if not chosen:
        return
    path = Path(chosen)
    if path.suffix.lower() not in _FILTERS:
        ending = next((e for e, text in _FILTERS.items() if tr(text) == kind), ".png")
        path = path.with_name(f"{path.name}{ending}")
    try:
        write_picture(plot, path)
    except AUStudioError as error:
        workspace.report(error)
    else:
        workspace.say(tr("The picture is saved as {path}.", path=path), "good")


def _png(plot: Plot) -> bytes:
    size = plot.size()
    scale = max(2, math.ceil(_LEAST_WIDTH / max(size.width(), 1)))
    image = QImage(size * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(LIGHT.color("plot"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    plot.paint_for_print(painter)
    painter.end()
    # Only now: before, it would change the size of the letters.
    image.setDotsPerMeterX(_DOTS_PER_METER)
    image.setDotsPerMeterY(_DOTS_PER_METER)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows bytes only
    return bytes(buffer.data().data())


def _svg(plot: Plot) -> bytes:
    size, buffer = plot.size(), QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(plot.logicalDpiX())
    generator.setSize(size)
    generator.setViewBox(QRect(QPoint(0, 0), size))
    painter = QPainter(generator)
    painter.fillRect(generator.viewBox(), LIGHT.color("plot"))
    plot.paint_for_print(painter)
    painter.end()
    return bytes(buffer.data().data())
