"""A figure as it will be saved, fitted into its place; or why there is none."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from au_studio.controllers.study.drawing_figures import FigureState
from au_studio.texts import tr
from au_studio.ui.theme import MARGIN, theme_of


class FigurePreview(QWidget):
    """Shows the picture of a `FigureState` on white, as paper is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Preview of the figure"))
        self.setMinimumSize(300, 220)
        self._picture = QPixmap()
        self._text = ""

    def sizeHint(self) -> QSize:
        """Return a size in which letters can be read."""
        return QSize(640, 440)

    @property
    def text(self) -> str:
        """What is said in place of a figure."""
        return self._text

    def set_state(self, state: FigureState) -> None:
        """Show a figure; while a newer one is drawn, the last one stays."""
        if state.picture:
            self._picture.loadFromData(state.picture)
        elif not state.busy:
            self._picture = QPixmap()
        self._text = state.problem or (tr("Drawing…") if state.busy else "")
        self.setAccessibleDescription(state.drawn.caption if state.drawn is not None else state.problem)
        self.setToolTip(state.drawn.caption if state.drawn is not None else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture as large as fits, or the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        theme = theme_of(self.palette())
        if not self._picture.isNull():
            pixels = self.devicePixelRatioF()
            room = self.size() * pixels
            fitted = self._picture.scaled(
                room.boundedTo(self._picture.size()),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            fitted.setDevicePixelRatio(pixels)
            size = fitted.deviceIndependentSize()
            at = (int((self.width() - size.width()) / 2), int((self.height() - size.height()) / 2))
            painter.setOpacity(0.4 if self._text else 1.0)
            painter.drawPixmap(*at, fitted)
            painter.setOpacity(1.0)
        if self._text:
            painter.setPen(theme.color("text"))
            area = self.rect().adjusted(2 * MARGIN, 2 * MARGIN, -2 * MARGIN, -2 * MARGIN)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._text)
