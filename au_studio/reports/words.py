"""How numbers and sentences of a report read, the same in every format."""

from __future__ import annotations

import math

from au_studio.facs.action_units import ACTION_UNITS
from au_studio.stats.episodes import DEFAULT_RULE
from au_studio.texts import mark

FACE_WARNING = mark(
    "This report shows the person's face. Pass it on only as the person has agreed to, and keep it as "
    "safe as the video."
)
RULE = (
    f"An episode is at {DEFAULT_RULE.threshold:g} or more somewhere, stays within "
    f"{DEFAULT_RULE.hysteresis:g} below that, and lasts {DEFAULT_RULE.min_duration:g} s at least. "
    "* It may have lasted longer: it touches the end of the recording or frames without a face."
)


def unit(au: int) -> str:
    """Return an action unit's label and name."""
    known = ACTION_UNITS[au]
    return f"{known.label} {known.name}"


def figure(value: float, decimals: int = 2) -> str:
    """Return a number; a dash where there is none."""
    return f"{value:.{decimals}f}".replace("-", "−") if math.isfinite(value) else "–"


def clock(seconds: float) -> str:
    """Return a time as minutes and seconds, ``2:03.4``; a dash where there is none."""
    if not math.isfinite(seconds):
        return "–"
    tenths = round(seconds * 10)
    return f"{tenths // 600}:{tenths // 10 % 60:02d}.{tenths % 10}"
