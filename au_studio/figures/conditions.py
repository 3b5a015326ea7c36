"""Figures of conditions compared: mean curves with bands, effect sizes, and the persons' values."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from au_studio.conditions.comparing import ConditionComparison, Effect
from au_studio.conditions.measures import MEASURES
from au_studio.conditions.tables import how_made
from au_studio.conditions.time_courses import TimeCourse, time_courses
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.figures.canvas import (
    BAND,
    COLOURS,
    DASHES,
    FAINT,
    INK,
    SHAPES,
    WIDTH,
    Drawn,
    grid,
    new_figure,
    small_plots,
    styled,
)
from au_studio.stats.contrast import mean_with_interval
from au_studio.stats.group_bootstrap import FEWEST_GROUPS

_COLUMNS = 3
_VALUE_COLUMNS = 5
_LETTER = 0.065
"""Inches that a letter under a plot takes."""


def draw_mean_curves(
    comparison: ConditionComparison, *, before: float = 0.0, seconds: float | None = None
) -> Drawn:
    """Draw the mean curve of every condition, a small plot for each action unit.

    Parameters
    ----------
    comparison : ConditionComparison
        What is drawn.
    before, seconds
        As in `au_studio.conditions.time_courses.time_courses`.

    Raises
    ------
    au_studio.conditions.errors.ConditionsError
        If no time would be shown.
    """
    courses = time_courses(comparison, before=before, seconds=seconds)
    n = len(comparison.aus)
    figure, plots = small_plots(n, columns=_COLUMNS, height=1.35)
    with styled():
        for k, (plot, au) in enumerate(zip(plots, comparison.aus, strict=True)):
            for number, course in enumerate(courses):
                _paint_course(plot, course, k, number)
            if before > 0:
                plot.axvline(0, color=FAINT, linewidth=0.8, linestyle=(0, (2, 2)))
            plot.set_title(f"{ACTION_UNITS[au].label} {ACTION_UNITS[au].name}", loc="left")
            plot.set_xlim(-before, float(courses[0].seconds[-1] + courses[0].seconds[0] + before))
            _scale_up(plot)
        _legend(figure, plots[0], len(courses))
        figure.supxlabel("seconds from the beginning", fontsize=8)
        figure.supylabel("intensity (0–5)", fontsize=8)
    return Drawn(figure, _mean_caption(comparison, courses), how_made(comparison))


def _paint_course(plot: Any, course: TimeCourse, k: int, number: int) -> None:
    colour, dash = COLOURS[number % len(COLOURS)], DASHES[number % len(DASHES)]
    plot.fill_between(
        course.seconds, course.low[:, k], course.high[:, k], color=colour, alpha=0.18, linewidth=0
    )
    plot.plot(course.seconds, course.mean[:, k], color=colour, linestyle=dash, label=course.level)


def _scale_up(plot: Any) -> None:
    """Begin at 0, and show a step of the scale at least: noise must not look like action."""
    top = plot.get_ylim()[1]
    plot.set_ylim(0, min(max(top, 1.0), 5.0))
    plot.grid(axis="y", color=BAND, linewidth=0.5)
    plot.set_axisbelow(True)


def _legend(figure: Any, plot: Any, n: int) -> None:
    handles, labels = plot.get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside upper center", ncols=min(n, 4), handlelength=3)


def _mean_caption(comparison: ConditionComparison, courses: tuple[TimeCourse, ...]) -> str:
    who = "; ".join(f"{c.level}: {c.persons} {_unit(comparison)}{_times(c)}" for c in courses)
    banded = any(np.isfinite(c.low).any() for c in courses)
    return (
        f"Mean action unit intensities over time ({who}). Curves are averaged within each {comparison.unit} "
        "first, then over them. "
        + (
            f"Bands: 95 % bootstrap intervals over whole {_unit(comparison)}."
            if banded
            else f"No bands: fewer than {FEWEST_GROUPS} {_unit(comparison)}."
        )
        + _by_whom(comparison)
    )


def _times(course: TimeCourse) -> str:
    return "" if course.repeats == course.persons else f", {course.repeats} stretches"


def _unit(comparison: ConditionComparison) -> str:
    return "recordings" if comparison.unit.startswith("recording") else "persons"


def _by_whom(comparison: ConditionComparison) -> str:
    calibrated = ", calibrated to each person" if comparison.readings.calibrated else ""
    return f" Intensities as read by “{comparison.readings.model.name}”{calibrated}."


def draw_effects(comparison: ConditionComparison, measure: str = "mean") -> Drawn:
    """Draw the effect sizes of one measure with their intervals, a line for each action unit."""
    effects = comparison.effects_of(measure)
    pairs = list(dict.fromkeys((e.first, e.second) for e in effects))
    figure = new_figure(WIDTH * 0.75, 1.1 + 0.24 * len(comparison.aus) * max(1.0, 0.6 * len(pairs)))
    with styled():
        (plot,) = grid(figure, 1, columns=1)
        plot.axvline(0, color=FAINT, linewidth=0.8)
        for number, pair in enumerate(pairs):
            shift = (number - (len(pairs) - 1) / 2) * 0.7 / max(len(pairs), 1)
            of_pair = [e for e in effects if (e.first, e.second) == pair]
            for place, effect in enumerate(of_pair):
                _paint_effect(plot, effect, place + shift, number)
            name = {"paired": "$d_z$", "independent": "Hedges’ $g$"}[of_pair[0].contrast.design]
            plot.plot(
                [], [], SHAPES[number % len(SHAPES)], color=COLOURS[number % len(COLOURS)], markersize=4,
                label=f"{pair[1]} − {pair[0]} ({name})",
            )  # fmt: skip
        plot.set_yticks(range(len(comparison.aus)))
        plot.set_yticklabels([f"{ACTION_UNITS[au].name}  {ACTION_UNITS[au].label}" for au in comparison.aus])
        plot.set_ylim(len(comparison.aus) - 0.4, -0.6)
        plot.grid(axis="x", color=BAND, linewidth=0.5)
        plot.set_axisbelow(True)
        plot.set_xlabel(f"standardised difference of {MEASURES[measure]}")
        _legend(figure, plot, len(pairs))
    return Drawn(figure, _effects_caption(comparison, effects), how_made(comparison) | {"measure": measure})


def _paint_effect(plot: Any, effect: Effect, at: float, number: int) -> None:
    interval, colour = effect.contrast.effect, COLOURS[number % len(COLOURS)]
    if math.isnan(interval.value):
        plot.annotate("n/a", (0, at), textcoords="offset points", xytext=(5, 0), va="center", color=FAINT)
        return
    clear = interval.low > 0 or interval.high < 0
    if math.isfinite(interval.low):
        plot.plot([interval.low, interval.high], [at, at], color=colour, linewidth=1.1)
    plot.plot(
        [interval.value], [at], SHAPES[number % len(SHAPES)], color=colour, markersize=4.5,
        markerfacecolor=colour if clear else "white", markeredgewidth=1.0,
    )  # fmt: skip


def _effects_caption(comparison: ConditionComparison, effects: tuple[Effect, ...]) -> str:
    sizes = {(e.first, e.second): e.contrast for e in effects}
    told = [
        f"{second} − {first}: "
        + (f"{c.n_first} pairs" if c.design == "paired" else f"{c.n_first} and {c.n_second}")
        for (first, second), c in sizes.items()
    ]
    banded = any(math.isfinite(e.contrast.effect.low) for e in effects)
    return (
        f"Effect sizes per action unit ({'; '.join(told)}; the unit of analysis is the {comparison.unit}). "
        + (
            "Lines: 95 % bootstrap intervals over whole persons; filled marks: the interval does not hold 0. "
            if banded
            else f"No intervals: fewer than {FEWEST_GROUPS} cases. "
        )
        + "d_z: of paired differences; Hedges’ g: of independent persons; n/a: the values do not vary."
        + _by_whom(comparison)
    )


def draw_values(comparison: ConditionComparison, measure: str = "mean") -> Drawn:
    """Draw the value of every person in every condition, and the means with their intervals beside them."""
    n = len(comparison.aus)
    figure, plots = small_plots(n, columns=_VALUE_COLUMNS, height=1.7)
    with styled():
        for plot, au in zip(plots, comparison.aus, strict=True):
            _paint_values(plot, comparison, au, measure)
        if not _fit(comparison.levels, min(n, _VALUE_COLUMNS)):
            for plot in plots:
                plot.tick_params(labelbottom=False)
            _legend(figure, plots[0], len(comparison.levels))
        figure.supylabel(MEASURES[measure], fontsize=8)
    caption = (
        f"{MEASURES[measure].capitalize()} of every {comparison.unit} in each condition (dots; lines join "
        f"those of one {comparison.unit}), and means with 95 % bootstrap intervals over them (large marks, "
        f"where there are {FEWEST_GROUPS} or more)." + _by_whom(comparison)
    )
    return Drawn(figure, caption, how_made(comparison) | {"measure": measure})


def _fit(levels: Sequence[str], columns: int) -> bool:
    """Return whether the names of conditions stand beside each other under a small plot."""
    room = WIDTH * max(0.5, columns / _VALUE_COLUMNS) / columns - 0.5
    return max(len(name) + 1 for name in levels) * _LETTER * len(levels) <= room


def _paint_values(plot: Any, comparison: ConditionComparison, au: int, measure: str) -> None:
    table = np.stack([comparison.values(level, au, measure) for level in comparison.levels])
    mean, low, high = mean_with_interval(table.T)
    places = np.arange(len(comparison.levels))
    plot.plot(places, table, color=FAINT, linewidth=0.5, alpha=0.7)
    for place in places.tolist():
        colour, shape = COLOURS[place % len(COLOURS)], SHAPES[place % len(SHAPES)]
        known = table[place][np.isfinite(table[place])]
        plot.plot(
            np.full(len(known), place),
            known,
            shape,
            color=colour,
            markersize=2.6,
            alpha=0.6,
            linestyle="none",
        )
        if math.isfinite(low[place]):
            plot.plot([place + 0.16] * 2, [low[place], high[place]], color=INK, linewidth=1.3)
        plot.plot(
            [place + 0.16], [mean[place]], shape, color=INK, markerfacecolor=colour, markersize=5.5,
            markeredgewidth=0.8, label=comparison.levels[place], linestyle="none",
        )  # fmt: skip
    plot.set_xticks(places, comparison.levels)
    plot.set_xlim(-0.4, len(places) - 0.4)
    least = 10.0 if measure.startswith("pct") else 1.0  # small differences must not look large
    plot.set_ylim(0, max(plot.get_ylim()[1], least))
    plot.set_title(ACTION_UNITS[au].label, loc="left")
