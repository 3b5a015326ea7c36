"""Times as people read them, and where an axis puts its marks."""

from __future__ import annotations

import math

_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200)


def clock_text(seconds: float, decimals: int = 2) -> str:
    """Return a time as ``m:ss.cc`` or ``h:mm:ss.cc``; cut, not rounded, so it never shows the next frame."""
    sign = "-" if seconds < 0 else ""
    scale = 10**decimals
    ticks = math.floor(abs(seconds) * scale + 1e-6)
    whole, part = divmod(ticks, scale)
    hours, rest = divmod(whole, 3600)
    minutes, secs = divmod(rest, 60)
    text = f"{hours}:{minutes:02d}:{secs:02d}" if hours else f"{minutes}:{secs:02d}"
    return f"{sign}{text}.{part:0{decimals}d}" if decimals else f"{sign}{text}"


def marks(start: float, stop: float, most: int) -> tuple[list[float], int]:
    """Return round times between two times, and the decimals that tell them apart.

    Parameters
    ----------
    start, stop : float
        Seconds.
    most : int
        At most about this many marks.
    """
    span = max(stop - start, 1e-6)
    step = next((s for s in _STEPS if span / s <= max(most, 1)), _STEPS[-1])
    first = math.ceil(start / step - 1e-9)
    last = math.floor(stop / step + 1e-9)
    decimals = 0 if step >= 1 else 1 if step >= 0.1 else 2
    return [number * step for number in range(first, last + 1)], decimals
