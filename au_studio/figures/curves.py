"""The curves of one recording, a row for each action unit, with its markers."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
from numpy.typing import NDArray

from au_studio.conditions.readings import Readings, ReadRecording
from au_studio.export.markers_csv import place_marker
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.figures.canvas import (
    BAND,
    COLOURS,
    DASHES,
    FAINT,
    WIDTH,
    Drawn,
    FigureError,
    grid,
    new_figure,
    styled,
)
from au_studio.figures.words import about_readings
from au_studio.stats.episodes import frame_ends
from au_studio.texts import sentence

Array = NDArray[np.float64]

MOST_POINTS = 3000
"""Points of a curve, twice what 7 inches show at 300 dpi leave room for; beyond, extremes are kept."""
ROW = 0.42
"""Inches that the row of an action unit is high."""


def draw_curves(
    readings: Readings,
    read: ReadRecording,
    aus: tuple[int, ...] = (),
    span: tuple[float, float] | None = None,
    *,
    row: float = ROW,
) -> Drawn:
    """Draw curves over time.

    Parameters
    ----------
    readings : Readings
        Whose readings they are.
    read : ReadRecording
        The recording.
    aus : tuple of int
        Action units; all by default.
    span : (float, float), optional
        Seconds from and to, counted from the first frame; all by default.
    row : float
        Inches that a row is high.

    Raises
    ------
    FigureError
        If the recording has no such action unit or no frame in the span.
    """
    shown = aus or read.analysis.aus
    if unknown := [au for au in shown if au not in read.analysis.aus]:
        raise FigureError(
            sentence(
                "{name} has no curve of {names}.",
                name=read.recording.name,
                names=", ".join(f"AU{au}" for au in unknown),
            ),
            next_step=sentence("There are: {names}.", names=", ".join(f"AU{au}" for au in read.analysis.aus)),
        )
    times = read.times
    begin, end = span or (0.0, float(frame_ends(times)[-1]) if len(times) else 0.0)
    rows = (times >= begin) & (times <= end)
    if not rows.any():
        raise FigureError(
            sentence(
                "{name} has no frame between {begin:g} and {end:g} s.",
                name=read.recording.name,
                begin=begin,
                end=end,
            ),
            next_step=sentence("It lasts {duration:.1f} s.", duration=read.recording.duration),
        )
    figure = new_figure(WIDTH, 0.75 + row * len(shown))
    with styled():
        plots = grid(figure, len(shown), columns=1)
        for number, (plot, au) in enumerate(zip(plots, shown, strict=True)):
            values = read.analysis.intensities[rows, read.analysis.aus.index(au)].astype(np.float64)
            _paint_row(plot, ACTION_UNITS[au].label, last=number == len(shown) - 1)
            plot.plot(*thinned(times[rows], values), color=COLOURS[0], linewidth=0.9)
            _paint_faceless(plot, times[rows], ~read.analysis.success[rows])
            plot.set_xlim(begin, end)
        names = _paint_markers(plots, read, begin, end)
        figure.supylabel("intensity (0–5)", fontsize=8)
    return Drawn(figure, _caption(readings, read, names), about_readings(readings, [read]))


def thinned(times: Array, values: Array, most: int = MOST_POINTS) -> tuple[Array, Array]:
    """Return a curve with fewer points that looks the same: of each stretch, the lowest and highest value.

    Frames without a value (NaN) stay gaps where a whole stretch has none.
    """
    if len(times) <= most:
        return times, values
    edges = np.linspace(0, len(times), most // 2 + 1).astype(int)
    places: list[int] = []
    for first, stop in itertools.pairwise(edges.tolist()):
        part = values[first:stop]
        if np.isnan(part).all():
            places.append(int(first))
            continue
        places += sorted({int(first + np.nanargmin(part)), int(first + np.nanargmax(part))})
    return times[places], values[places]


def _paint_row(plot: Any, label: str, *, last: bool) -> None:
    plot.set_ylim(0, 5)
    plot.set_yticks([0, 5], minor=False)
    plot.set_ylabel(label, rotation=0, ha="right", va="center")
    plot.grid(axis="y", color=BAND, linewidth=0.5)
    plot.set_axisbelow(True)
    if last:
        plot.set_xlabel("seconds")
    else:
        plot.tick_params(axis="x", labelbottom=False, length=0)
        plot.spines["bottom"].set_color(BAND)


def _paint_faceless(plot: Any, times: Array, lost: NDArray[np.bool_]) -> None:
    ends = frame_ends(times)
    steps = np.flatnonzero(np.diff(np.concatenate([[0], lost.astype(np.int8), [0]])))
    for first, stop in zip(steps[::2], steps[1::2], strict=True):
        plot.axvspan(times[first], ends[stop - 1], facecolor="white", edgecolor=FAINT, hatch="////", lw=0)


def _paint_markers(plots: list[Any], read: ReadRecording, begin: float, end: float) -> list[str]:
    """Draw markers through all rows, each kind in its own colour and dash; return the kinds."""
    names = sorted({marker.name for marker in read.markers})
    drawn = set()
    ends = frame_ends(read.times)
    for marker in read.markers:
        first, last = place_marker(read.analysis.pts, marker)
        start = float(read.times[first])
        stop = start if last is None else float(ends[last])
        if stop < begin or start > end:
            continue
        place = names.index(marker.name) + 1
        look = {"color": COLOURS[place % len(COLOURS)], "linestyle": DASHES[place % len(DASHES)]}
        for plot in plots:
            plot.axvline(start, linewidth=0.9, **look)
            if last is not None:
                plot.axvspan(start, stop, color=look["color"], alpha=0.13, linewidth=0)
        if marker.name not in drawn:
            plots[0].plot([], [], linewidth=1.2, label=marker.name, **look)
        drawn.add(marker.name)
    if drawn:
        plots[0].legend(loc="lower right", bbox_to_anchor=(1, 1.02), ncols=min(len(drawn), 5))
    return sorted(drawn)


def _caption(readings: Readings, read: ReadRecording, markers: list[str]) -> str:
    text = (
        f"Action unit intensities (0–5) of {read.recording.name} over time, as read by "
        f"“{readings.model.name}”{', calibrated to the person' if readings.calibrated else ''}."
    )
    if not read.analysis.success.all():
        text += " Hatched: no face was found."
    if markers:
        text += f" Lines and bands: {', '.join(markers)}."
    return text
