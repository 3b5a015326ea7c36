"""Line charts with intervals as SVG: the figures of a report, readable in any browser and at any size."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 720, 440
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 190, 44, 56
# Okabe & Ito (2008), in an order that stays apart on white; dashes tell the lines apart without colour.
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
_DASHES = ("", "7 4", "2 3", "9 3 2 3", "", "7 4", "2 3")


@dataclass(frozen=True)
class Line:
    """One line of a chart.

    Attributes
    ----------
    name : str
        Written at its end.
    points : sequence of (x, y)
        NaN leaves a point out.
    intervals : sequence of (low, high)
        One per point, or empty.
    plain : bool
        A thin grey line without marks: for reference.
    """

    name: str
    points: Sequence[tuple[float, float]]
    intervals: Sequence[tuple[float, float]] = ()
    plain: bool = False


@dataclass(frozen=True)
class Axis:
    """One axis: title, range, ticks with their words; `log` spaces it by factors."""

    title: str
    low: float
    high: float
    ticks: Sequence[tuple[float, str]]
    log: bool = False

    def place(self, value: float) -> float:
        """Return where a value lies, 0 to 1."""
        if self.log:
            return math.log(value / self.low) / math.log(self.high / self.low)
        return (value - self.low) / (self.high - self.low)


def line_chart(title: str, x: Axis, y: Axis, lines: Sequence[Line]) -> str:
    """Return a chart as the text of an SVG file."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'height="{HEIGHT}" font-family="Helvetica, Arial, sans-serif" font-size="13" role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        _text(_LEFT, 24, title, size=15, anchor="start"),
        *_axes(x, y),
    ]
    labels: list[float] = []
    marked = 0
    for line in lines:
        colour, dash = ("#888888", "3 3") if line.plain else (_COLOURS[marked % 7], _DASHES[marked % 7])
        marked += not line.plain
        parts += _line(line, x, y, colour, dash)
        known = [point for point in line.points if math.isfinite(point[1])]
        if known:
            labels.append(_free(_y(y, known[-1][1]), labels))
            parts.append(
                _text(_x(x, known[-1][0]) + 10, labels[-1] + 4, line.name, colour=colour, anchor="start")
            )
    return "\n".join([*parts, "</svg>", ""])


def _free(wanted: float, taken: Sequence[float]) -> float:
    """Return the place nearest to the wanted one where a label hides no other."""
    for away in range(0, HEIGHT, 4):
        for place in (wanted + away, wanted - away):
            if all(abs(place - other) >= 16 for other in taken):
                return place
    return wanted


def _axes(x: Axis, y: Axis) -> list[str]:
    left, right, top, bottom = _LEFT, WIDTH - _RIGHT, _TOP, HEIGHT - _BOTTOM
    parts = []
    for value, words in y.ticks:
        height = _y(y, value)
        parts.append(_stroke(left, height, right, height, "#dddddd"))
        parts.append(_text(left - 8, height + 4, words, anchor="end"))
    for value, words in x.ticks:
        place = _x(x, value)
        parts.append(_stroke(place, bottom, place, bottom + 5, "#444444"))
        parts.append(_text(place, bottom + 20, words))
    parts.append(_stroke(left, bottom, right, bottom, "#444444"))
    parts.append(_stroke(left, top, left, bottom, "#444444"))
    parts.append(_text((left + right) / 2, HEIGHT - 12, x.title))
    middle = (top + bottom) / 2
    parts.append(
        f'<text x="18" y="{middle:.1f}" text-anchor="middle" transform="rotate(-90 18 {middle:.1f})">'
        f"{escape(y.title)}</text>"
    )
    return parts


def _line(line: Line, x: Axis, y: Axis, colour: str, dash: str) -> list[str]:
    places = [(_x(x, a), _y(y, b)) for a, b in line.points if math.isfinite(b)]
    route = " ".join(f"{a:.1f},{b:.1f}" for a, b in places)
    pattern = f' stroke-dasharray="{dash}"' if dash else ""
    width = 1 if line.plain else 2
    parts = [f'<polyline points="{route}" fill="none" stroke="{colour}" stroke-width="{width}"{pattern}/>']
    if not line.plain:
        parts += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3.5" fill="{colour}"/>' for a, b in places]
    for (a, _), (low, high) in zip(line.points, line.intervals, strict=False):
        if math.isfinite(low) and math.isfinite(high):
            parts.append(_stroke(_x(x, a), _y(y, low), _x(x, a), _y(y, high), colour))
    return parts


def _x(axis: Axis, value: float) -> float:
    return _LEFT + axis.place(value) * (WIDTH - _LEFT - _RIGHT)


def _y(axis: Axis, value: float) -> float:
    return HEIGHT - _BOTTOM - min(max(axis.place(value), 0.0), 1.0) * (HEIGHT - _TOP - _BOTTOM)


def _stroke(x0: float, y0: float, x1: float, y1: float, colour: str) -> str:
    return f'<line x1="{x0:.1f}" y1="{y0:.1f}" x2="{x1:.1f}" y2="{y1:.1f}" stroke="{colour}"/>'


def _text(
    x: float, y: float, words: str, *, size: int = 13, colour: str = "#222222", anchor: str = "middle"
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{colour}" text-anchor="{anchor}">'
        f"{escape(words)}</text>"
    )
