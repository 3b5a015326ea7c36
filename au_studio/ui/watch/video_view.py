"""The picture with what the model sees in it: face boxes, contours, and whose face is read."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from au_studio.live.faces import contour_lines
from au_studio.live.seen_faces import SeenFace
from au_studio.texts import tr
from au_studio.ui.theme import theme_of

_LABEL_PADDING = 4


class VideoView(QWidget):
    """Shows a frame as large as it fits, with overlays; a click on a face chooses that person.

    Signals
    -------
    person_chosen(int)
        The user clicked on a person's face.
    """

    person_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixels: NDArray[np.uint8] | None = None
        self._image: QImage | None = None
        self._faces: tuple[SeenFace, ...] = ()
        self._target: int | None = None
        self._provisional = False
        self._message = ""
        self._boxes = True
        self._contours = True
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 150)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Picture of the recording"))

    def sizeHint(self) -> QSize:
        """Return a size that suits standard-definition video."""
        return QSize(640, 400)

    def set_frame(self, pixels: NDArray[np.uint8] | None) -> None:
        """Show a picture, uint8 ``[H, W, 3]`` RGB, C-contiguous; it is not copied. None shows the message."""
        self._pixels = pixels
        if pixels is None:
            self._image = None
        else:
            height, width = pixels.shape[:2]
            self._image = QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_RGB888)
        self.update()

    def set_message(self, text: str) -> None:
        """Say something where the picture would be, while there is none."""
        self._message = text
        self.update()

    def set_faces(self, faces: Sequence[SeenFace], target: int | None, *, provisional: bool = False) -> None:
        """Draw these faces; `target` is the number of the person whose face is read."""
        self._faces = tuple(faces)
        self._target = target
        self._provisional = provisional
        self.update()

    def set_overlays(self, *, boxes: bool, contours: bool) -> None:
        """Choose what is drawn over the picture."""
        self._boxes, self._contours = boxes, contours
        self.update()

    def picture_rect(self) -> QRectF:
        """Return where the picture lies in the widget; empty without a picture."""
        if self._image is None:
            return QRectF()
        scale = min(self.width() / self._image.width(), self.height() / self._image.height())
        width, height = self._image.width() * scale, self._image.height() * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def person_at(self, point: QPointF) -> int | None:
        """Return the person whose box contains a point of the widget; the smallest box wins."""
        if self._image is None:
            return None
        rect = self.picture_rect()
        scale = rect.width() / self._image.width()
        x, y = (point.x() - rect.x()) / scale, (point.y() - rect.y()) / scale
        hit = [f for f in self._faces if f.box[0] <= x <= f.box[2] and f.box[1] <= y <= f.box[3]]
        if not hit:
            return None
        return min(hit, key=lambda f: float((f.box[2] - f.box[0]) * (f.box[3] - f.box[1]))).person

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the person under the pointer."""
        person = self.person_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and person is not None:
            self.person_chosen.emit(person)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a face can be clicked when there is a choice."""
        person = self.person_at(event.position())
        clickable = person is not None and not self._provisional and person != self._target
        self.setCursor(Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint picture and overlays."""
        painter = QPainter(self)
        theme = theme_of(self.palette())
        painter.fillRect(self.rect(), theme.color("stage"))
        if self._image is None:
            painter.setPen(theme.color("stage").lighter(500))  # dark in either look of the window
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._message)
            return
        rect = self.picture_rect()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(rect, self._image)
        if not self._faces:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        scale = rect.width() / self._image.width()
        for face in self._faces:
            self._paint_face(painter, face, rect.topLeft(), scale)

    def _paint_face(self, painter: QPainter, face: SeenFace, origin: QPointF, scale: float) -> None:
        is_target = self._is_read(face)
        # White on a dark halo is visible on every skin and background; the colour only marks the target.
        color = QColor("#56d4ff") if is_target else QColor("#d0d0d0")
        color.setAlphaF((0.55 if self._provisional else 0.95) if is_target else 0.6)
        if self._contours and len(face.contour):
            points = face.contour * scale + np.array([origin.x(), origin.y()], dtype=np.float32)
            lines = [
                QLineF(float(points[a, 0]), float(points[a, 1]), float(points[b, 0]), float(points[b, 1]))
                for a, b in contour_lines(len(points))
            ]
            halo = QColor(0, 0, 0, 90)
            painter.setPen(QPen(halo, 2.6))
            painter.drawLines(lines)
            painter.setPen(QPen(color, 1.1))
            painter.drawLines(lines)
        if self._boxes:
            x0, y0, x1, y1 = (float(v) * scale for v in face.box)
            box = QRectF(origin.x() + x0, origin.y() + y0, x1 - x0, y1 - y0)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(0, 0, 0, 120), 3.0))
            painter.drawRect(box)
            style = Qt.PenStyle.DashLine if self._provisional else Qt.PenStyle.SolidLine
            painter.setPen(QPen(color, 1.6, style))
            painter.drawRect(box)
            self._paint_label(painter, face, box, is_target)

    def _is_read(self, face: SeenFace) -> bool:
        # As long as persons are not numbered for good, an only face is taken for the one that is read.
        unknown = self._target is None and self._provisional
        return unknown or face.person == self._target

    def _paint_label(self, painter: QPainter, face: SeenFace, box: QRectF, is_target: bool) -> None:
        text = tr("Person {person}", person=face.person + 1)
        if is_target and len(self._faces) > 1:
            text += tr(" · read")
        font = QFont(self.font())
        font.setPointSizeF(max(font.pointSizeF() * 0.9, 7.0))
        painter.setFont(font)
        size = painter.fontMetrics().size(0, text)
        label = QRectF(
            box.left(),
            max(box.top() - size.height() - 2 * _LABEL_PADDING + 2, self.picture_rect().top()),
            size.width() + 2 * _LABEL_PADDING,
            size.height() + 2,
        )
        painter.fillRect(label, QColor(0, 0, 0, 150))
        painter.setPen(QColor("#ffffff") if is_target else QColor("#cccccc"))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)
