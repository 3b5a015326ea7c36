"""The marker table: one row per event marker.

Columns: ``recording, person, group, condition, marker, start, stop, duration, start_frame, stop_frame,
note``. Times are seconds of the recording, frames count from 1; ``stop`` is when the last frame of a span
ends, and is empty, like ``duration``, for a marker at one frame.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from au_studio.export.table import EMPTY, seconds, write_table

HEADER = (
    *("recording", "person", "group", "condition", "marker", "start", "stop", "duration"),
    *("start_frame", "stop_frame", "note"),
)


@dataclass(frozen=True)
class MarkerRow:
    """A marker to be written: its name, pts of its first and last frame (None = one frame), and note."""

    name: str
    start: int
    stop: int | None
    note: str = ""


def write(
    path: Path,
    recording: str,
    pts: npt.NDArray[np.int64],
    times: npt.NDArray[np.float64],
    markers: Sequence[MarkerRow],
    *,
    person: str = "",
    condition: str = "",
    group: str = "",
) -> int:
    """Write the markers of a recording.

    Parameters
    ----------
    path : Path
        The file to write or replace.
    recording, person, condition, group : str
        Name of the recording, who it is of, its condition, the person's group.
    pts, times : int64 [T], float64 [T]
        Timestamps of its frames, in units of the time base and in seconds.
    markers : sequence of MarkerRow
        The markers; one that is behind the last frame is put on it.

    Returns
    -------
    int
        Markers written.

    Raises
    ------
    WriteError
        If the file cannot be written.
    """
    step = float(np.median(np.diff(times))) if len(times) > 1 else 0.0

    def rows() -> Iterator[list[str]]:
        for marker in markers:
            first, last = place_marker(pts, marker)
            row = [recording, person, group, condition, marker.name, seconds(float(times[first]))]
            if last is None:
                yield [*row, EMPTY, EMPTY, str(first + 1), EMPTY, marker.note]
                continue
            end = float(times[last + 1]) if last + 1 < len(times) else float(times[last]) + step
            span = [seconds(end), seconds(end - float(times[first]))]
            yield [*row, *span, str(first + 1), str(last + 1), marker.note]

    return write_table(path, HEADER, rows())


def place_marker(pts: npt.NDArray[np.int64], marker: MarkerRow) -> tuple[int, int | None]:
    """Return the positions of a marker's first and last frame (None = one frame); never behind the last."""
    return _place(pts, marker.start), None if marker.stop is None else _place(pts, marker.stop)


def _place(pts: npt.NDArray[np.int64], moment: int) -> int:
    return min(int(np.searchsorted(pts, moment)), len(pts) - 1)
