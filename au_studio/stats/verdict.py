"""Whether a model is better than another one on the same held-out frames: one rule for all.

*Better* (or *worse*) is said only where the 95 % interval of the **difference** is clear of 0, and figures
rest on enough frames of enough persons (or recordings, or stretches of time). Everything else can't be told
yet, and about how many more frames would tell follows from the width of the interval, which shrinks with the
root of their number.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from au_studio.stats.group_bootstrap import FEWEST_GROUPS
from au_studio.texts import sentence, sentence_n

FEWEST_TOLD = 30
"""Held-out frames below which no difference is told, however clear it looks: a handful repeats itself."""
_HOPELESS = 20
"""Where it would take so many times the frames there are, rating more is no advice."""
_SMALL = 0.005
"""Differences that are 0 when they are written with two decimals."""


class Told(StrEnum):
    """What can be said of a model beside the one before."""

    BETTER = "better"
    WORSE = "worse"
    MIXED = "mixed"
    OPEN = "open"
    """It can't be told yet."""
    UNMEASURED = "unmeasured"


@dataclass(frozen=True)
class Verdict:
    """What can be said, and why not more.

    Attributes
    ----------
    told : Told
        The verdict; `MIXED`: better in one figure, worse in the other.
    why : str
        Why it can't be told, or how many more frames would tell; empty where it is told.
    """

    told: Told
    why: str = ""


def sign(low: float | None, high: float | None, *, higher_is_better: bool) -> int:
    """Return 1 for better, -1 for worse, 0 where the difference's interval is not clear of 0, or lacks."""
    if low is None or high is None or not low <= high or low <= 0 <= high:
        return 0
    return 1 if (low > 0) == higher_is_better else -1


def verdict_of(judged: Mapping[str, Any]) -> Verdict:
    """Apply the rule to a held-out evaluation.

    Parameters
    ----------
    judged : mapping
        As a model's card keeps it: ``mean`` with ``gain`` and ``mae_gain`` (the model's figure minus that of
        the one before) and their ends ``_low`` and ``_high``, ``n_frames``, and, in new cards, ``n_groups``.
    """
    mean: Mapping[str, Any] = judged.get("mean") or {}
    if mean.get("mae") is None or mean.get("base_mae") is None:
        return Verdict(Told.UNMEASURED, sentence("There are too few ratings to hold some out."))
    n, groups = int(judged.get("n_frames") or 0), judged.get("n_groups")
    if n < FEWEST_TOLD:
        more = FEWEST_TOLD - n
        why = sentence_n(
            "only {n} rated frame is held out; at least {more} more are needed",
            "only {n} rated frames are held out; at least {more} more are needed",
            n,
            more=more,
        )
        return Verdict(Told.OPEN, why)
    icc, mae = _ends(mean, "gain"), _ends(mean, "mae_gain")
    if icc is None and mae is None:
        return Verdict(Told.OPEN, _without_interval(groups))
    signs = {
        sign(*ends[1:], higher_is_better=higher)
        for ends, higher in ((icc, True), (mae, False))
        if ends is not None
    }
    if signs <= {0}:
        return Verdict(Told.OPEN, _how_many_more([ends for ends in (icc, mae) if ends is not None], n))
    return Verdict(Told.MIXED if {1, -1} <= signs else Told.BETTER if 1 in signs else Told.WORSE)


def more_frames(value: float, low: float, high: float, n: int) -> int | None:
    """Return about how many frames more would make the interval of a difference clear of 0.

    Parameters
    ----------
    value, low, high : float
        The difference and the ends of its interval.
    n : int
        Frames that it rests on.

    Returns
    -------
    int or None
        None where the difference is too small for any sensible number of frames.
    """
    if abs(value) < _SMALL:
        return None
    # The end that would have to cross 0; with n frames it is that far from the value.
    half = value - low if value > 0 else high - value
    more = n * ((half / abs(value)) ** 2 - 1)
    return None if more > _HOPELESS * n else max(1, math.ceil(more))


def _ends(mean: Mapping[str, Any], name: str) -> tuple[float, float, float] | None:
    found = tuple(mean.get(key) for key in (name, f"{name}_low", f"{name}_high"))
    if any(value is None or not math.isfinite(value) for value in found):
        return None
    value, low, high = found
    return float(value), float(low), float(high)  # type: ignore[arg-type]  # None was ruled out above


def _without_interval(groups: object) -> str:
    if isinstance(groups, int):
        return sentence(
            "the held-out frames are of fewer than {fewest} persons, recordings or stretches of time "
            "({groups} now), too few for an interval",
            fewest=FEWEST_GROUPS,
            groups=groups,
        )
    return sentence(
        "the held-out frames are of fewer than {fewest} persons, recordings or stretches of time, "
        "too few for an interval",
        fewest=FEWEST_GROUPS,
    )


def _how_many_more(differences: list[tuple[float, float, float]], n: int) -> str:
    wanted = [more for ends in differences if (more := more_frames(*ends, n)) is not None]
    if not wanted:
        return sentence("the difference is too small to be told by rating more")
    more = min(wanted)
    step = 10 ** max(len(str(more)) - 2, 0)
    return sentence(
        "about {more:,} more rated frames like these would tell", more=math.ceil(more / step) * step
    )
