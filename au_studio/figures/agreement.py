"""Figures of agreement: Bland–Altman plots, ICCs with intervals, and the learning curve."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from au_studio.agreement.comparison import Comparison
from au_studio.agreement.table_file import SETTINGS
from au_studio.agreement.tables import AgreementRow, Figure, limits_of_agreement
from au_studio.export import sidecar
from au_studio.export.words import counted
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.figures.canvas import (
    BAND,
    COLOURS,
    DASHES,
    FAINT,
    INK,
    WIDTH,
    Drawn,
    FigureError,
    grid,
    library,
    new_figure,
    small_plots,
    styled,
)
from au_studio.texts import joined, sentence

_COLUMNS = 4
_PLOT_POINTS = 77
"""Height of the axes of a small plot, in points."""
_LETTERS = 8
"""Room for a line of its smallest letters, in points."""


def draw_bland_altman(comparison: Comparison, aus: Sequence[int] = ()) -> Drawn:
    """Draw differences against means, a small plot for each action unit.

    Raises
    ------
    FigureError
        If the two rated no frame in common.
    """
    shown = _units(comparison, aus)
    figure, plots = small_plots(len(shown), columns=_COLUMNS, height=1.5)
    with styled():
        reach = max(_paint_differences(plot, comparison, au) for plot, au in zip(plots, shown, strict=True))
        for plot, au in zip(plots, shown, strict=True):
            plot.set_ylim(-reach, reach)
            _name_limits(plot, limits_of_agreement(*comparison.paired.columns(au)), reach)
        figure.supxlabel("mean of the two (0–5)", fontsize=8)
        figure.supylabel(f"{comparison.second.name} − {comparison.first.name}", fontsize=8)
    caption = (
        f"Bland–Altman plots of {comparison.first.name} and {comparison.second.name}: difference against "
        "mean of each frame, larger dots for several frames; solid line: mean difference, dashed: 95 % "
        f"limits of agreement. {_frames(comparison)}"
    )
    return Drawn(figure, caption, _how(comparison))


def _paint_differences(plot: Any, comparison: Comparison, au: int) -> float:
    """Draw one action unit; return how far it reaches from 0."""
    first, second = comparison.paired.columns(au)
    pairs = np.column_stack([(first + second) / 2, second - first])
    places, counts = np.unique(pairs.round(2), axis=0, return_counts=True)
    plot.scatter(
        places[:, 0], places[:, 1], s=np.minimum(5 + 4 * np.sqrt(counts), 90), color=COLOURS[0], alpha=0.55,
        linewidths=0,
    )  # fmt: skip
    limits = limits_of_agreement(first, second)
    for value, dash in ((limits.value, "-"), (limits.low, DASHES[1]), (limits.high, DASHES[1])):
        if math.isfinite(value):
            plot.axhline(value, color=INK, linewidth=0.9, linestyle=dash)
    plot.axhline(0, color=FAINT, linewidth=0.5)
    plot.set_xlim(-0.2, 5.2)
    plot.set_title(f"{ACTION_UNITS[au].label}  (n = {len(first)})", loc="left")
    known = [abs(v) for v in (limits.low, limits.high) if math.isfinite(v)]
    return 1.15 * max([1.0, float(np.abs(pairs[:, 1]).max(initial=0)), *known])


def _name_limits(plot: Any, limits: Figure, reach: float) -> None:
    """Write the mean difference and its limits at their lines, apart where these are close."""
    around = [library().patheffects.withStroke(linewidth=1.5, foreground="white")]
    least = _LETTERS / _PLOT_POINTS * 2 * reach
    mean = limits.value
    for value, at in (
        (mean, mean),
        (limits.high, max(limits.high, mean + least)),
        (limits.low, min(limits.low, mean - least)),
    ):
        if math.isfinite(value):
            plot.annotate(
                f"{value:+.2f}".replace("-", "−"), (1, at), xycoords=("axes fraction", "data"),
                xytext=(-1, 1.5), textcoords="offset points", ha="right", fontsize=6,
                path_effects=around,
            )  # fmt: skip


def draw_iccs(comparison: Comparison, aus: Sequence[int] = ()) -> Drawn:
    """Draw ICC(3,1) and ICC(2,1) of each action unit, with 95 % intervals, and their mean if all are shown.

    Raises
    ------
    FigureError
        If the two rated no frame in common.
    """
    shown = _units(comparison, aus)
    whole = len(shown) == len(comparison.paired.aus)  # the mean is that of all: of some it would mislead
    rows = [row for row in comparison.rows if (whole if row.au is None else row.au in shown)]
    figure = new_figure(WIDTH * 0.75, 0.9 + 0.27 * len(rows))
    with styled():
        (plot,) = grid(figure, 1, columns=1)
        plot.axvline(0, color=FAINT, linewidth=0.8)
        for place, row in enumerate(rows):
            if not (row.icc_consistency.defined or row.icc_absolute.defined):
                _not_defined(plot, place)
                continue
            _paint_icc(plot, row.icc_consistency, place - 0.14, COLOURS[0], "o")
            _paint_icc(plot, row.icc_absolute, place + 0.14, COLOURS[1], "s")
        for colour, shape, name in ((COLOURS[0], "o", "ICC(3,1)"), (COLOURS[1], "s", "ICC(2,1)")):
            plot.plot([], [], shape, color=colour, markersize=4, label=name)
        plot.set_yticks(range(len(rows)), [_label(row) for row in rows])
        plot.set_ylim(len(rows) - 0.4, -0.6)
        plot.set_xlim(min(-0.1, plot.get_xlim()[0]), 1.02)
        plot.grid(axis="x", color=BAND, linewidth=0.5)
        plot.set_axisbelow(True)
        plot.set_xlabel("intraclass correlation")
        handles, labels = plot.get_legend_handles_labels()
        figure.legend(handles, labels, loc="outside upper center", ncols=2)
    of_mean = "; that of the mean is drawn over persons" if whole else ""
    caption = (
        f"Agreement of {comparison.first.name} and {comparison.second.name}: ICC(3,1), consistency, and "
        "ICC(2,1), absolute agreement; in brackets: frames. Intervals of single action units take frames as "
        f"independent, which makes them too narrow{of_mean}. n/a: the ratings hardly vary. "
        f"{_frames(comparison)}"
    )
    return Drawn(figure, caption, _how(comparison))


def _paint_icc(plot: Any, figure: Figure, at: float, colour: str, shape: str) -> None:
    if not figure.defined:
        _not_defined(plot, at)
        return
    if math.isfinite(figure.low):
        plot.plot([figure.low, figure.high], [at, at], color=colour, linewidth=1.1)
    plot.plot([figure.value], [at], shape, color=colour, markersize=4)


def _not_defined(plot: Any, at: float) -> None:
    plot.annotate("n/a", (0, at), textcoords="offset points", xytext=(5, 0), va="center", color=FAINT)


def _label(row: AgreementRow) -> str:
    if row.au is None:
        return f"mean  ({row.n} frames)"
    unit = ACTION_UNITS[row.au]
    return f"{unit.name}  {unit.label}  ({row.n})"


def _units(comparison: Comparison, aus: Sequence[int]) -> tuple[int, ...]:
    shown = tuple(au for au in comparison.paired.aus if not aus or au in aus)
    if not shown or not comparison.n_frames:
        raters = {"one": comparison.first.name, "other": comparison.second.name}
        raise FigureError(
            sentence("{one} and {other} have rated no frame in common with these action units.", **raters)
            if aus
            else sentence("{one} and {other} have rated no frame in common.", **raters),
            next_step=joined(comparison.warnings) or "Let both rate the same sample.",
        )
    return shown


def _frames(comparison: Comparison) -> str:
    return " ".join(
        (f"{comparison.n_frames} frames of {counted(comparison.persons, 'person')}.", *comparison.warnings)
    )


def _how(comparison: Comparison) -> dict[str, Any]:
    return {
        **sidecar.made_now(),
        "raters": [{"kind": r.kind, "name": r.name} for r in (comparison.first, comparison.second)],
        "frames": comparison.n_frames,
        "persons": comparison.persons,
        "warnings": list(comparison.warnings),
        "settings": SETTINGS,
    }


def draw_learning_curve(told: Mapping[str, Any]) -> Drawn:
    """Draw how held-out agreement grows with the number of labels.

    Parameters
    ----------
    told : mapping
        What the study keeps of the last one: ``points`` and ``ahead`` (each with ``n``, ``icc``, ``low``,
        ``high``), ``words``, ``about``.

    Raises
    ------
    FigureError
        If it holds no point.
    """
    points, expected = (
        [p for p in told.get(k) or () if p.get("icc") is not None] for k in ("points", "ahead")
    )
    if not points:
        raise FigureError(
            "The learning curve has no points.", next_step="Compute it again on the Train page."
        )
    figure = new_figure(WIDTH * 0.6, 2.9)
    with styled():
        (plot,) = grid(figure, 1, columns=1)
        _paint_points(plot, points, "measured", colour=COLOURS[0], dash="-", shape="o")
        if expected:
            _paint_points(
                plot,
                [points[-1], *expected],
                "estimated",
                colour=COLOURS[1],
                dash=DASHES[1],
                shape="s",
                first=1,
            )
        plot.set_xlabel("labels")
        plot.set_ylabel("held-out mean ICC(3,1)")
        plot.set_xlim(left=0)
        plot.grid(axis="y", color=BAND, linewidth=0.5)
        plot.legend(loc="lower right")
    caption = (
        "Agreement on held-out frames by the number of labels. Bands: 95 % intervals. "
        f"{told.get('about', '')} {told.get('words', '')}"
    ).strip()
    return Drawn(figure, caption, {**sidecar.made_now(), "curve": dict(told)})


def _paint_points(
    plot: Any,
    points: Sequence[Mapping[str, Any]],
    name: str,
    *,
    colour: str,
    dash: Any,
    shape: str,
    first: int = 0,
) -> None:
    """Draw a curve through points, with a mark on each from the `first` on."""
    n, icc = [p["n"] for p in points], [p["icc"] for p in points]
    low = np.array([math.nan if p["low"] is None else p["low"] for p in points], dtype=float)
    high = np.array([math.nan if p["high"] is None else p["high"] for p in points], dtype=float)
    plot.fill_between(n, low, high, color=colour, alpha=0.15, linewidth=0)
    plot.plot(
        n,
        icc,
        color=colour,
        linestyle=dash,
        marker=shape,
        markersize=4,
        label=name,
        markevery=slice(first, None),
    )
