"""The signs of the timeline and what they mean, behind a small button at its lower right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QToolButton, QWidget

from au_studio.texts import mark, tr
from au_studio.ui.icons import icon
from au_studio.ui.theme import MARGIN, SPACING, Theme, theme_of
from au_studio.ui.watch.strip_paint import FURTHER, RATED, UNRATED, diamond

_SIZE = QSize(26, 16)
Sign = Callable[[QPainter, Theme, QRectF], None]


def _strip(role: str, alpha: float = 1.0) -> Sign:
    def paint(painter: QPainter, theme: Theme, box: QRectF) -> None:
        color = QColor(theme.color(role))
        color.setAlphaF(alpha)
        painter.fillRect(QRectF(box.left(), box.center().y() - 2.5, box.width(), 5), color)

    return paint


def _stroke(role: str, top: float, bottom: float) -> Sign:
    def paint(painter: QPainter, theme: Theme, box: QRectF) -> None:
        height = (bottom - top) * box.height()
        painter.fillRect(
            QRectF(box.center().x(), box.top() + top * box.height(), 1.5, height), theme.color(role)
        )

    return paint


def _rhombus(role: str, *, full: bool) -> Sign:
    def paint(painter: QPainter, theme: Theme, box: QRectF) -> None:
        painter.setPen(QPen(theme.color(role), 1))
        painter.setBrush(theme.color(role if full else "plot"))
        painter.drawPolygon(diamond(box.center(), 4))

    return paint


def _line(role: str, style: Qt.PenStyle, *, upright: bool) -> Sign:
    def paint(painter: QPainter, theme: Theme, box: QRectF) -> None:
        painter.setPen(QPen(theme.color(role), 1, style))
        middle = box.center()
        ends = (
            (QPointF(middle.x(), box.top()), QPointF(middle.x(), box.bottom()))
            if upright
            else (QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y()))
        )
        painter.drawLine(*ends)

    return paint


def _gap(painter: QPainter, theme: Theme, box: QRectF) -> None:
    painter.fillRect(box, QBrush(theme.color("muted"), Qt.BrushStyle.BDiagPattern))


def _stretch(painter: QPainter, theme: Theme, box: QRectF) -> None:
    pale = QColor(theme.color("accent"))
    pale.setAlphaF(0.22)
    painter.fillRect(box, pale)
    for x in (box.left(), box.right() - 2):
        painter.fillRect(QRectF(x, box.top(), 2, box.height()), theme.color("accent"))


SIGNS: tuple[tuple[Sign, str], ...] = (
    (_strip("accent"), mark("analysed (pale: preliminary)")),
    (_strip("problem"), mark("analysed; no face was found")),
    (_gap, mark("the recording has no frames here")),
    (_stroke("muted", *UNRATED), mark("frame drawn, not rated yet")),
    (_stroke("good", *RATED), mark("frame drawn and rated")),
    (_stroke("good", *FURTHER), mark("frame rated, but not drawn")),
    (_rhombus("warning", full=False), mark("two coders differ by one step")),
    (_rhombus("problem", full=True), mark("two coders differ by two steps or more")),
    (_line("text", Qt.PenStyle.DashLine, upright=True), mark("event marker, in the colour of its kind")),
    (_line("muted", Qt.PenStyle.DashLine, upright=False), mark("curve of the model compared with")),
    (_stretch, mark("selected stretch: drag on the axis of time")),
)
"""Signs and what they mean, from top to bottom."""


class _SignLabel(QWidget):
    def __init__(self, sign: Sign, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = sign
        self.setFixedSize(_SIZE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sign as it is on the timeline."""
        painter = QPainter(self)
        theme = theme_of(self.palette())
        painter.fillRect(self.rect(), theme.color("plot"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._sign(painter, theme, QRectF(self.rect()).adjusted(1, 1, -1, -1))


class Legend(QFrame):
    """A small window with every sign and its meaning; a click elsewhere, or Escape, closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(tr("Legend of the timeline"))
        grid = QGridLayout(self)
        grid.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        grid.setHorizontalSpacing(MARGIN)
        grid.setVerticalSpacing(SPACING // 2)
        for row, (sign, text) in enumerate(SIGNS):
            grid.addWidget(_SignLabel(sign, self), row, 0)
            grid.addWidget(QLabel(tr(text), self), row, 1)


class LegendButton(QToolButton):
    """Opens the legend above itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setIcon(icon("info"))
        self.setIconSize(QSize(14, 14))
        self.setAutoRaise(True)
        self.setFixedSize(20, 20)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Legend"))
        self.setToolTip(tr("What the signs of the timeline mean"))
        self.clicked.connect(self.open)

    def open(self) -> Legend:
        """Show the legend and return it."""
        legend = Legend(self)
        legend.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        legend.adjustSize()
        corner = self.mapToGlobal(QPoint(self.width(), 0))
        legend.move(corner.x() - legend.width(), corner.y() - legend.height())
        legend.show()
        return legend
