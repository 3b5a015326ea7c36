"""The frame around the curves: names of the rows, lines between them, the axis of time, what is analysed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from au_studio.controllers.watch.row_choices import RATINGS, SOUND
from au_studio.facs import intensity
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.texts import mark, tr
from au_studio.ui.theme import Theme, row_font, series_style, tabular

STRIP_NAMES = {SOUND: mark("Sound"), RATINGS: mark("Ratings")}
"""What the rows are called that are no action unit's."""
_SCALE_FROM = 60.0
"""Height of a lane from which its steps are drawn, px."""
Tick = tuple[float, str]
"""Where on the axis of time, px, and what it says."""


def label_of(au: int) -> str:
    """Return number and name of an action unit."""
    return f"{ACTION_UNITS[au].label} {tr(ACTION_UNITS[au].name)}" if au in ACTION_UNITS else f"AU{au:02d}"


def crisp(painter: QPainter, x: float, y: float, width: float, height: float) -> QRectF:
    """Return a line of whole device pixels, one of them wide where `width` or `height` is 0."""
    ratio = painter.deviceTransform().m11()
    one = max(round(ratio), 1) / ratio
    return QRectF(round(x * ratio) / ratio, round(y * ratio) / ratio, width or one, height or one)


def paint_lane_frames(
    painter: QPainter,
    theme: Theme,
    font: QFont,
    area: QRectF,
    *,
    lanes: Sequence[tuple[int, int, QRectF]],
    ticks: Sequence[Tick],
    uncoded: Collection[int] = (),
) -> None:
    """Paint names and borders of the lanes, and the lines of the axis' marks through all of them.

    Parameters
    ----------
    painter, theme, font
        Paints there, with letters like those.
    area : QRectF
        Where the lanes are.
    lanes : sequence of (column, FACS number, lane)
        Those in sight.
    ticks : sequence of (x, text)
        Marks of the axis.
    uncoded : collection of int
        Action units that the study does not code; their names are pale.
    """
    for x, _ in ticks:
        painter.fillRect(crisp(painter, x, area.top(), 0, area.height()), theme.color("grid"))
    for _, au, lane in lanes:
        border = crisp(painter, 0, lane.bottom(), area.right() + 1000, 0)
        painter.fillRect(border, theme.color("border"))
        if lane.height() >= _SCALE_FROM:
            _paint_steps(painter, theme, font, lane)
        color = series_style(au, theme).color
        painter.fillRect(QRectF(0, lane.top() + 2, 3, lane.height() - 4), color)
        unit = ACTION_UNITS.get(au)
        name = tr(unit.name) if unit is not None else ""
        label = unit.label if unit is not None else f"AU{au:02d}"
        box = QRectF(8, lane.top(), area.left() - 10, lane.height())
        paint_name(painter, theme, font, box, label=label, name=name, pale=au in uncoded)


def paint_name(
    painter: QPainter,
    theme: Theme,
    font: QFont,
    box: QRectF,
    *,
    label: str,
    name: str = "",
    pale: bool = False,
) -> None:
    """Write a row's name: what it is called, and what that means in a paler tone as far as there is room."""
    painter.setFont(row_font(font, box.height(), 0.92))
    metrics = painter.fontMetrics()
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.setPen(theme.color("muted" if pale else "text"))
    painter.drawText(box, flags, label)
    painter.setPen(theme.color("muted"))
    rest = QRectF(box)
    rest.setLeft(box.left() + metrics.horizontalAdvance(label + " "))
    if name and rest.width() > metrics.horizontalAdvance("nnnnn"):
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(rest.width()))
        painter.drawText(rest, flags, text)


def _paint_steps(painter: QPainter, theme: Theme, font: QFont, lane: QRectF) -> None:
    """Draw the steps of the scale into a lane that is high enough to read them."""
    painter.setFont(tabular(font, 0.75))
    room = painter.fontMetrics().height()
    inset = 2.0
    for level in intensity.LEVELS:
        share = (level.value - intensity.MIN) / (intensity.MAX - intensity.MIN)
        y = lane.bottom() - inset - share * (lane.height() - 2 * inset)
        painter.fillRect(crisp(painter, lane.left(), y, lane.width(), 0), theme.color("grid"))
        if lane.height() / 5 >= room and intensity.MIN < level.value < intensity.MAX:
            painter.setPen(theme.color("muted"))
            box = QRectF(lane.left() - 16, y - room / 2, 12, room)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(level.value)
            )


def paint_axis(
    painter: QPainter, theme: Theme, font: QFont, axis: QRectF, *, right: float, ticks: Sequence[Tick]
) -> None:
    """Write the times of the axis that fit between its beginning and `right`."""
    painter.setFont(tabular(font, 0.85))
    painter.setPen(theme.color("muted"))
    for x, text in ticks:
        box = QRectF(x - 45, axis.top(), 90, axis.height())
        if box.left() + 20 > axis.left() and box.right() - 20 < right:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def paint_told(painter: QPainter, theme: Theme, font: QFont, box: QRectF, told: Sequence[str]) -> None:
    """Write what was done to the curves, below their names."""
    painter.setFont(tabular(font, 0.85))
    painter.setPen(theme.color("muted"))
    text = painter.fontMetrics().elidedText("  ".join(told), Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def paint_values(
    painter: QPainter,
    theme: Theme,
    font: QFont,
    column: QRectF,
    *,
    lanes: Sequence[tuple[int, int, QRectF]],
    values: NDArray[np.float32] | None,
    provisional: bool,
) -> None:
    """Write the values of a frame, float32 [A], at the right of the lanes; a dash where there is none."""
    if not lanes:
        return
    painter.setPen(theme.color("muted" if provisional else "text"))
    lowest = min(lane.height() for _, _, lane in lanes)
    painter.setFont(row_font(font, lowest))
    painter.setClipRect(column)
    for place, _, lane in lanes:
        value = float(values[place]) if values is not None and place < len(values) else float("nan")
        box = QRectF(column.left(), lane.top(), column.width(), lane.height())
        text = f"{value:.2f}" if np.isfinite(value) else "–"
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
    painter.setClipping(False)
