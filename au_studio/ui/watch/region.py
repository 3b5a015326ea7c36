"""The stretch that is selected on the timeline: dragged with Shift, its ends with the pointer alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from au_studio.ui.theme import Theme

_NEAR = 5.0
"""Pixels from an end at which the pointer takes hold of it."""


@dataclass
class Region:
    """A stretch of time, and which of its ends is being dragged.

    Attributes
    ----------
    span : (float, float) or None
        Seconds of its beginning and end.
    """

    span: tuple[float, float] | None = None
    _held: float | None = field(default=None, repr=False)

    def press(self, x: float, seconds: float, x_of: Callable[[float], float], *, new: bool) -> bool:
        """Take hold of an end that is near, or begin anew; return whether anything is held."""
        self._held = None
        if new:
            self._held, self.span = seconds, (seconds, seconds)
        elif self.span is not None:
            for end, other in (self.span, self.span[::-1]):
                if abs(x_of(end) - x) <= _NEAR:
                    self._held = other
        return self._held is not None

    @property
    def held(self) -> bool:
        """Whether an end is being dragged."""
        return self._held is not None

    def drag(self, seconds: float) -> None:
        """Move the end that is held."""
        if self._held is not None:
            self.span = (min(self._held, seconds), max(self._held, seconds))

    def release(self, least: float) -> None:
        """Let go; a stretch shorter than `least` seconds is none."""
        self._held = None
        if self.span is not None and self.span[1] - self.span[0] < least:
            self.span = None

    def near_an_end(self, x: float, x_of: Callable[[float], float]) -> bool:
        """Whether the pointer could take hold of an end."""
        return self.span is not None and any(abs(x_of(end) - x) <= _NEAR for end in self.span)

    def paint(
        self,
        painter: QPainter,
        theme: Theme,
        x_of: Callable[[float], float],
        height: float,
        *,
        strength: float = 0.22,
    ) -> None:
        """Paint the stretch, as strongly as is said (0 to 1), with its two ends."""
        if self.span is None:
            return
        left, right = (x_of(end) for end in self.span)
        color = theme.color("accent")
        color.setAlphaF(strength)
        painter.fillRect(QRectF(left, 0, max(right - left, 1), height), color)
        for x in (left, right):
            painter.fillRect(QRectF(x - 1, 0, 2, height), theme.color("accent"))
