"""Which frames of which recording belong to which condition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from au_studio.conditions.errors import ConditionsError
from au_studio.conditions.readings import ReadRecording
from au_studio.export.markers_csv import MarkerRow, place_marker
from au_studio.stats.episodes import frame_ends
from au_studio.texts import Sentence, mark, sentence, sentence_n

By = Literal["condition", "group", "marker"]

OUTSIDE = "(no marker)"
"""Name of the condition that is made of all frames in none of the markers compared."""


@dataclass(frozen=True)
class Division:
    """What tells the conditions apart.

    Attributes
    ----------
    by : {"condition", "group", "marker"}
        The recordings' conditions, the persons' groups, or kinds of markers: the frames in them.
    levels : tuple of str
        Which are compared, the first one with the others; empty for all, in the order of the alphabet.
    after : float or None
        Seconds that a marker at one frame is taken to last; None leaves such markers out.
    outside : bool
        Compare what is in no marker, too, as the first condition.
    """

    by: By = "condition"
    levels: tuple[str, ...] = ()
    after: float | None = None
    outside: bool = False

    def __post_init__(self) -> None:
        if self.after is not None and not self.after > 0:
            raise ConditionsError(
                sentence("A marker cannot be taken to last {after} seconds.", after=self.after),
                next_step="Give more than 0.",
            )


@dataclass(frozen=True, eq=False)
class Part:
    """The frames of one recording that belong to one condition.

    Attributes
    ----------
    read : ReadRecording
        The recording.
    level : str
        The condition (group, kind of marker).
    rows : bool [T]
        Its frames.
    starts : tuple of float
        When it begins, each time, in seconds of the file: at markers, or once, with the recording.
    """

    read: ReadRecording
    level: str
    rows: NDArray[np.bool_]
    starts: tuple[float, ...]


@dataclass(frozen=True)
class Parted:
    """All parts, and what was left out.

    Attributes
    ----------
    levels : tuple of str
        The conditions compared, in order.
    parts : tuple of Part
        By recording, then by condition.
    notices : tuple of str
        What was left out, in sentences.
    """

    levels: tuple[str, ...]
    parts: tuple[Part, ...]
    notices: tuple[str, ...]


def part(recordings: Sequence[ReadRecording], division: Division) -> Parted:
    """Give the frames of recordings to conditions.

    Raises
    ------
    ConditionsError
        If there are not two conditions, or one that was named does not exist.
    """
    if division.by == "marker":
        parts, notices = _by_marker(recordings, division)
    else:
        parts, notices = _by_field(recordings, division.by)
    there = sorted({p.level for p in parts} - {OUTSIDE})
    levels = division.levels or tuple(there)
    lacking = [level for level in levels if level not in there]
    if lacking and any(m.name in lacking for read in recordings for m in read.markers):
        raise ConditionsError(
            sentence(
                "All markers {names} are at one frame, which lasts no time.",
                names=" and ".join(f"“{level}”" for level in lacking),
            ),
            next_step="Say for how many seconds such a marker counts, or leave them out.",
        )
    if lacking:
        raise ConditionsError(
            sentence(
                "Nothing analysed has the {by} {names}.",
                by=division.by,
                names=", ".join(f"“{level}”" for level in lacking),
            ),
            next_step=sentence("There are: {names}.", names=", ".join(there)) if there else "There is none.",
        )
    if division.by == "marker" and division.outside:
        parts += _outside(recordings, [p for p in parts if p.level in levels])
        levels = (OUTSIDE, *levels)
    if len(levels) < 2:
        raise _too_few(division.by, levels)
    kept = tuple(p for p in parts if p.level in levels and p.rows.any())
    return Parted(levels, kept, tuple(notices))


def _too_few(by: By, levels: Sequence[str]) -> ConditionsError:
    where = {
        "condition": mark("Give recordings a condition under Recording > Persons and conditions."),
        "group": mark("Give persons a group under Recording > Persons and conditions."),
        "marker": mark(
            "Set markers that last for a while on the Watch page, or say how long a frame counts for."
        ),
    }[by]
    what = {
        "condition": sentence("conditions"),
        "group": sentence("groups"),
        "marker": sentence("kinds of markers"),
    }[by]
    found = sentence("only “{name}”", name=levels[0]) if levels else sentence("none")
    return ConditionsError(
        sentence("Two {what} at least are needed to compare; there is {found}.", what=what, found=found),
        next_step=where,
    )


def _without(by: str, names: Sequence[str]) -> Sentence:
    if by == "group":
        return sentence("Left out, because no group is given: {names}.", names=", ".join(names))
    return sentence("Left out, because no condition is given: {names}.", names=", ".join(names))


def _by_field(recordings: Sequence[ReadRecording], by: str) -> tuple[list[Part], list[str]]:
    parts, without = [], []
    for read in recordings:
        level = getattr(read.recording, by)
        times = read.analysis.times
        if level and len(times):
            parts.append(Part(read, level, np.ones(len(times), np.bool_), (float(times[0]),)))
        elif not level:
            without.append(read.recording.name)
    notices: list[str] = [_without(by, without)] if without else []
    return parts, notices


def _by_marker(recordings: Sequence[ReadRecording], division: Division) -> tuple[list[Part], list[str]]:
    parts, points = [], 0
    for read in recordings:
        for level in sorted({marker.name for marker in read.markers}):
            spans = []
            for marker in (m for m in read.markers if m.name == level):
                span = _span(read, marker, division.after)
                if span is None:
                    points += 1
                else:
                    spans.append(span)
            if spans:
                rows = _within(read, spans)
                parts.append(Part(read, level, rows, tuple(start for start, _ in spans)))
    notices: list[str] = []
    if points:
        notices.append(
            sentence_n(
                "Left out: {n} marker at one frame, which lasts no time. "
                "Say for how many seconds such a marker counts to take it in.",
                "Left out: {n} markers at one frame, which last no time. "
                "Say for how many seconds such a marker counts to take them in.",
                points,
            )
        )
    return parts, notices


def _span(read: ReadRecording, marker: MarkerRow, after: float | None) -> tuple[float, float] | None:
    """Return from when until when a marker lasts, in seconds of the file; None for one frame."""
    times = read.analysis.times
    if not len(times):
        return None
    first, last = place_marker(read.analysis.pts, marker)
    start = float(times[first])
    if last is None:
        return None if after is None else (start, start + after)
    return start, float(frame_ends(times)[last])


def _within(read: ReadRecording, spans: Iterable[tuple[float, float]]) -> NDArray[np.bool_]:
    times = read.analysis.times
    rows = np.zeros(len(times), np.bool_)
    for start, stop in spans:
        rows |= (times >= start) & (times < stop)
    return rows


def _outside(recordings: Sequence[ReadRecording], parts: Sequence[Part]) -> list[Part]:
    """Return what is in none of the parts, of the recordings that have any."""
    found = []
    for read in recordings:
        inside = [p.rows for p in parts if p.read is read]
        if inside:
            rows = ~np.any(inside, axis=0)
            found.append(Part(read, OUTSIDE, rows, (float(read.analysis.times[0]),)))
    return found
