"""A widget that shows a part of a recording from left to right: which part, and where a moment lies."""

from __future__ import annotations

from abc import abstractmethod

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

_LEAST_FRAMES = 8


class TimeView(QWidget):
    """Knows which part of the recording is shown.

    Signals
    -------
    view_changed(start, stop)
        Another part of the recording is shown, in seconds.
    """

    view_changed = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times: NDArray[np.float64] = np.zeros(0)
        self._cursor: float | None = None
        self._start, self._stop = 0.0, 1.0

    @property
    def times(self) -> NDArray[np.float64]:
        """Seconds of all frames, float64 [T], rising; empty without a recording."""
        return self._times

    @property
    def cursor_seconds(self) -> float | None:
        """Where the playhead is; None without a recording."""
        return self._cursor

    @property
    def view(self) -> tuple[float, float]:
        """The part of the recording that is shown, in seconds."""
        return self._start, self._stop

    @property
    def extent(self) -> tuple[float, float]:
        """First and last time of the recording in seconds; (0, 1) without one."""
        if len(self._times) < 2:
            return (0.0, 1.0) if not len(self._times) else (float(self._times[0]), float(self._times[0]) + 1)
        return float(self._times[0]), float(self._times[-1])

    @property
    def frame_seconds(self) -> float:
        """Seconds from a frame to the next, on average."""
        first, last = self.extent
        return (last - first) / max(len(self._times) - 1, 1)

    def set_view(self, start: float, stop: float) -> None:
        """Show a part of the recording; it is moved and limited to what there is."""
        first, last = self.extent
        least = _LEAST_FRAMES * self.frame_seconds
        span = min(max(stop - start, min(least, last - first)), last - first)
        start = min(max(start, first), last - span)
        if (start, start + span) != (self._start, self._stop):
            self._start, self._stop = start, start + span
            self.draw_again()
            self.view_changed.emit(self._start, self._stop)

    def fit(self) -> None:
        """Show the whole recording."""
        self.set_view(*self.extent)

    def zoom(self, factor: float, around: float | None = None) -> None:
        """Show `factor` times as much time around a moment (the cursor)."""
        if around is None:
            inside = self._cursor is not None and self._start <= self._cursor <= self._stop
            around = self._cursor if inside and self._cursor is not None else (self._start + self._stop) / 2
        self.set_view(around - (around - self._start) * factor, around + (self._stop - around) * factor)

    def x_of(self, seconds: float) -> float:
        """Return the horizontal place of a time in the widget."""
        area = self.lanes_rect()
        return area.left() + (seconds - self._start) / (self._stop - self._start) * area.width()

    def xs_of(self, seconds: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the horizontal places of times, float64 [N] to float64 [N]."""
        area = self.lanes_rect()
        return area.left() + (seconds - self._start) / (self._stop - self._start) * area.width()

    def seconds_at(self, x: float) -> float:
        """Return the time at a horizontal place of the widget, limited to the recording."""
        area = self.lanes_rect()
        seconds = self._start + (x - area.left()) / area.width() * (self._stop - self._start)
        first, last = self.extent
        return min(max(seconds, first), last)

    def frame_at(self, seconds: float) -> int:
        """Return the position of the frame that is shown at a time: the last that has begun."""
        return int(
            np.clip(np.searchsorted(self._times, seconds + 1e-9, "right") - 1, 0, len(self._times) - 1)
        )

    @abstractmethod
    def lanes_rect(self) -> QRectF:
        """Return where time runs, from the left to the right."""

    @abstractmethod
    def draw_again(self) -> None:
        """Paint anew what depends on the part that is shown."""
