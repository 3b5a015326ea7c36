"""A comparison as text for people: one measure, a line for each action unit."""

from __future__ import annotations

import math

from au_studio.conditions.comparing import ConditionComparison, Effect
from au_studio.conditions.measures import MEASURES
from au_studio.conditions.tables import EFFECT_NAMES
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.stats.agreement import Interval
from au_studio.texts import mark

UNKNOWN = "n/a"


def number_text(value: float, decimals: int = 2) -> str:
    """Return a number as people read it; n/a where it is undefined."""
    if not math.isfinite(value):
        return UNKNOWN
    return f"{value:.{decimals}f}".replace("-", "−")


def interval_text(interval: Interval, decimals: int = 2) -> str:
    """Return a value with its interval in brackets, if it has one."""
    value = number_text(interval.value, decimals)
    if math.isnan(interval.low):
        return value
    return f"{value} [{number_text(interval.low, decimals)}, {number_text(interval.high, decimals)}]"


def p_text(p: float) -> str:
    """Return a p-value as papers write it; n/a where there is no test."""
    if not math.isfinite(p):
        return UNKNOWN
    return "< .001" if p < 0.001 else f"{p:.3f}".removeprefix("0")


def design_text(effect: Effect, unit: str) -> str:
    """Say what was compared with what, and what a case is."""
    c = effect.contrast
    if c.design == "paired":
        many = f"{c.n_first} pairs, each a {unit} in both"
    else:
        many = f"{c.n_first} and {c.n_second}, each a {unit}"
    return f"{effect.second} − {effect.first}: {EFFECT_NAMES[c.design]}; {many}"


def shortened(name: str, most: int) -> str:
    """Return a name of so many letters at most; dots stand for what is left out."""
    return name if len(name) <= most else f"{name[: most - 1]}…"


def comparison_text(comparison: ConditionComparison, measure: str) -> str:
    """Return a plain table of one measure: means, difference and effect size with intervals, p."""
    lines = [f"{MEASURES[measure]}; the unit of analysis is the {comparison.unit}"]
    pair = ("", "")
    wide: list[int] = []
    for effect in comparison.effects_of(measure):
        if (effect.first, effect.second) != pair:
            pair = (effect.first, effect.second)
            names = [shortened(name, _WIDEST) for name in pair]
            wide = [max(9, len(name) + 2) for name in names]
            means = "".join(f"{name:>{n}}" for name, n in zip(names, wide, strict=True))
            lines += ["", design_text(effect, comparison.unit), f"{'':6}{means}{_HEAD}"]
        c = effect.contrast
        lines.append(
            f"{ACTION_UNITS[effect.au].label:6}"
            f"{number_text(c.mean_first):>{wide[0]}}{number_text(c.mean_second):>{wide[1]}}"
            f"{interval_text(c.difference):>24}{interval_text(c.effect):>24}"
            f"{p_text(c.p):>9}{p_text(effect.p_holm):>9}"
        )
    return "\n".join([*lines, "", P_EXPLAINED]) + "\n"


P_EXPLAINED = mark(
    "p: two-sided, whole persons permuted; Holm: for all action units and pairs of conditions."
)
"""What a p-value is, wherever one is shown."""

_WIDEST = 24
"""Letters of a condition's name above its column of means."""
_HEAD = f"{'difference':>24}{'effect size':>24}{'p':>9}{'p Holm':>9}"
