"""What is said of the place under the pointer: an action unit, a marked frame, a marker."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF

from au_studio.controllers.watch.markers import ShownMarker
from au_studio.controllers.watch.row_choices import RATINGS, SOUND
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.texts import mark, tr, tr_n
from au_studio.ui.watch.marker_paint import marker_text
from au_studio.ui.watch.row_mouse import row_at
from au_studio.ui.watch.rows_view import RowsView
from au_studio.ui.watch.strip_paint import Marks
from au_studio.ui.watch.time_axis import clock_text
from au_studio.video.shown_time import since_first

_NEAR = 4.0
_NAMES = {
    SOUND: mark("The sound, as loud as it is"),
    RATINGS: mark(
        "Frames that were drawn, rated, or that coders rate differently; the legend is at the right"
    ),
}
_UNCODED = mark(
    "The model reads it; this study does not code it (pale name). See Code > Action units to rate."
)
_ARRANGE = mark("Drag to move the row, its lower border to resize it; double-click to show it big.")


def hint_at(view: RowsView, place: QPointF, markers: Sequence[ShownMarker]) -> str:
    """Return what is to be said of a place of the timeline; empty for nothing.

    Parameters
    ----------
    view : RowsView
        The rows.
    place : QPointF
        In the widget.
    markers : sequence of ShownMarker
        Those of the recording.
    """
    row = row_at(view.shown_rows(), place.y())
    if row is None or not len(view.times):
        return ""
    if place.x() < row.rect.left():
        unit = ACTION_UNITS.get(int(row.name[2:])) if not row.is_strip else None
        what = tr(_NAMES[row.name]) if row.name in _NAMES else ""
        if unit is not None:
            what = f"{unit.label} {tr(unit.name)}: {tr(unit.description)}"
            if unit.number in view.uncoded:
                what += f"\n{tr(_UNCODED)}"
        return f"{what}\n{tr(_ARRANGE)}"
    if row.name == RATINGS:
        return "\n".join(_marked(view, view.marks, place.x()))
    near = [
        marker
        for marker in markers
        if view.x_of(marker.start) - _NEAR <= place.x() <= view.x_of(marker.stop or marker.start) + _NEAR
    ]
    return "\n".join(marker_text(marker, view.times) for marker in near) if place.y() < 18 else ""


def _marked(view: RowsView, marks: Marks, x: float) -> list[str]:
    """Return a line for the marked frame next to the pointer, if there is one near it."""
    kinds = (
        (marks.unrated, tr("drawn, not rated yet")),
        (marks.rated, tr("drawn and rated")),
        (marks.further, tr("rated, not drawn")),
    )
    found = []
    for seconds, text in kinds:
        if len(seconds):
            place = int(np.argmin(np.abs(view.xs_of(seconds) - x)))
            found.append((abs(view.x_of(float(seconds[place])) - x), float(seconds[place]), text))
    if not found or min(found)[0] > _NEAR:
        return []
    _, moment, text = min(found)
    lines = [f"{clock_text(since_first(moment, view.times))}: {text}"]
    where = np.flatnonzero(marks.disputed == moment)
    if len(where):
        steps = int(marks.steps[where[0]])
        units = ", ".join(f"AU{au:02d}" for au in marks.units[where[0]])
        lines.append(
            tr_n(
                "two coders differ by {n} step at most, in {units}",
                "two coders differ by {n} steps at most, in {units}",
                steps,
                units=units,
            )
        )
    return lines
