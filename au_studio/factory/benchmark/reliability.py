"""Whether the expected errors are right on persons that neither network nor error model has seen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from au_studio.factory.benchmark.cells import Condition, Frames
from au_studio.factory.benchmark.charts import Axis, Line, line_chart
from au_studio.factory.benchmark.summary import Results
from au_studio.learn.judging.error_fitting import fit_expected_errors
from au_studio.nn.expected_error import LEVELS, ExpectedErrors
from au_studio.stats.agreement import Interval
from au_studio.stats.bootstrap import by_group

CHART = "reliability.svg"
_BINS = 5


@dataclass(frozen=True)
class Reliability:
    """How expected errors compare with those that were made.

    Attributes
    ----------
    coverage : list of Interval
        Share of the labelled values within the band of each of `LEVELS`, with its interval over subjects.
    expected, made : list of float
        Root mean square of the expected and of the actual error, in fifths of rising expected error.
    """

    coverage: list[Interval]
    expected: list[float]
    made: list[float]


def examine(model: ExpectedErrors, frames: Frames) -> Reliability:
    """Compare an error model with the errors in some frames.

    Parameters
    ----------
    model : ExpectedErrors
    frames : Frames
        Of persons that it was not fitted on.
    """
    predicted = frames.predicted.astype(np.float32)
    error = model.expected_error(predicted)
    known = np.isfinite(frames.truth)
    coverage = []
    for level in LEVELS:
        low, high = model.band(predicted, error, level)
        inside = np.where(known, (frames.truth >= low - 1e-6) & (frames.truth <= high + 1e-6), np.nan)
        coverage.append(_share(inside, frames.subject))
    made = (frames.truth - predicted)[known]
    order = np.array_split(np.argsort(error[known], kind="stable"), _BINS)
    return Reliability(
        coverage,
        [float(np.sqrt(np.mean(error[known][rows].astype(float) ** 2))) for rows in order],
        [float(np.sqrt(np.mean(made[rows].astype(float) ** 2))) for rows in order],
    )


def section(results: Results, condition: Condition) -> tuple[str, str]:
    """Return the report's section on expected errors and its chart (both empty without validation frames).

    One error model per seed and division is fitted on the validation persons and examined on the test
    persons; the figures are of all of them together.
    """
    tests, validations = results.frames(condition), results.frames(condition, "validation")
    if not validations:
        return "", ""
    found: list[Reliability] = []
    for seed, parts in tests.items():
        for test, validation in zip(parts, validations[seed], strict=True):
            columns = tuple(range(test.truth.shape[1]))
            model = fit_expected_errors(validation.truth, validation.predicted, validation.subject, columns)
            found.append(examine(model, test))
    coverage = [_mean_interval([r.coverage[k] for r in found]) for k in range(len(LEVELS))]
    expected = np.mean([r.expected for r in found], axis=0)
    made = np.mean([r.made for r in found], axis=0)
    lines = [
        f"## Expected errors ({condition.words})",
        "",
        "An error model (by action unit and predicted intensity) is fitted on the validation persons and "
        "examined on the test persons.",
        "",
        "| band that is to cover | covers | 95 % |",
        "|---|---|---|",
        *(
            f"| {100 * level:.0f} % | {100 * c.value:.1f} % | {100 * c.low:.1f}–{100 * c.high:.1f} % |"
            for level, c in zip(LEVELS, coverage, strict=True)
        ),
        "",
        "| values by expected error, in fifths | expected | made |",
        "|---|---|---|",
        *(
            f"| {k} of {_BINS} | {e:.3f} | {m:.3f} |"
            for k, (e, m) in enumerate(zip(expected, made, strict=True), 1)
        ),
        "",
        f"![Reliability of the bands]({CHART})",
        "",
    ]
    return "\n".join(lines), _chart(coverage)


def _share(inside: npt.NDArray[np.float64], subjects: npt.NDArray[np.str_]) -> Interval:
    return by_group(lambda rows: float(np.nanmean(inside[rows])), subjects, resamples=200)


def _mean_interval(intervals: list[Interval]) -> Interval:
    return Interval(
        float(np.mean([i.value for i in intervals])),
        float(np.mean([i.low for i in intervals])),
        float(np.mean([i.high for i in intervals])),
        intervals[0].n,
    )


def _chart(coverage: list[Interval]) -> str:
    ticks = [(level, f"{100 * level:.0f}") for level in (0.4, 0.6, 0.8, 1.0)]
    points = [(level, c.value) for level, c in zip(LEVELS, coverage, strict=True)]
    return line_chart(
        "Bands on unseen persons",
        Axis("share of values that the band is to cover, %", 0.4, 1.0, ticks),
        Axis("share that it covers, %", 0.4, 1.0, ticks),
        [
            Line("as it should be", [(0.4, 0.4), (1.0, 1.0)], plain=True),
            Line("measured", points, [(c.low, c.high) for c in coverage]),
        ],
    )
