"""Agreement of two raters on the same frames: figures per action unit, and where they differ most.

No Qt and no disk; the formulas are those of :mod:`au_studio.stats`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from au_studio.coding.session import SampleFrame
from au_studio.stats import agreement, error
from au_studio.stats.group_bootstrap import FEW_PRESENT
from au_studio.stats.mean_icc import mean_icc
from au_studio.texts import joined, sentence, sentence_n

MIN_VARYING = 3
"""A coder who leaves their commonest level on fewer frames than this varies too little. Where nobody whose
values are ratings varies more, ICC and kappa would hang on one or two frames, so they are not shown."""

MIN_PERSONS = 5
"""Fewest persons from which the mean ICC gets an interval; drawn from fewer, it would look too sure."""

LARGE = 1.0
"""Difference in steps of the scale from which two values count as a disagreement."""

_NAN = float("nan")

Values = Mapping[SampleFrame, Mapping[int, float]]
"""A rater's intensities (0 to 5) by frame and action unit; what cannot be coded is absent."""

Column = NDArray[np.float64]


@dataclass(frozen=True)
class Figure:
    """One figure of agreement.

    Attributes
    ----------
    value : float
        NaN when it is undefined or would mislead.
    low, high : float
        Ends of its 95 % interval; NaN when it has none.
    note : str
        Why it is undefined, or why to doubt it; often empty.
    """

    value: float
    low: float = _NAN
    high: float = _NAN
    note: str = ""

    @property
    def defined(self) -> bool:
        """Whether there is a value."""
        return not math.isnan(self.value)


@dataclass(frozen=True)
class AgreementRow:
    """How two raters agree on one action unit (``au`` None: the unweighted mean of the action units).

    Attributes
    ----------
    au : int or None
        FACS number.
    n : int
        Frames that both rated; for the mean, frames with at least one action unit that both rated.
    icc_absolute, icc_consistency : Figure
        ICC(2,1) and ICC(3,1) with 95 % intervals.
    kappa : Figure
        Quadratic-weighted kappa.
    exact, within_one : Figure
        Share of frames (0 to 1) with the same level, and with levels one apart at most.
    mae : Figure
        Mean absolute difference in steps of the scale.
    facs_index : Figure
        FACS agreement index for presence (level 1 or more).
    base_first, base_second : Figure
        Share of these frames (0 to 1) on which each rater scores it at 1 or more.
    """

    au: int | None
    n: int
    icc_absolute: Figure
    icc_consistency: Figure
    kappa: Figure
    exact: Figure
    within_one: Figure
    mae: Figure
    facs_index: Figure
    base_first: Figure
    base_second: Figure


FIGURES = tuple(field.name for field in fields(AgreementRow) if field.name not in {"au", "n"})
"""Names of the figures of a row, in the order of the table."""


class Disagreement(NamedTuple):
    """One action unit in one frame on which the raters differ; None = not codable, said by one of them."""

    frame: SampleFrame
    au: int
    first: float | None
    second: float | None

    @property
    def difference(self) -> float | None:
        """How much higher the second rater's value is, in steps of the scale; None where one has none."""
        return None if self.first is None or self.second is None else self.second - self.first


@dataclass(frozen=True, eq=False)
class PairedValues:
    """The frames that two raters have in common.

    Attributes
    ----------
    frames : tuple of SampleFrame
        n frames in the order of recording and time; on each, both rated one action unit at least.
    aus : tuple of int
        A action units that both rated somewhere, rising.
    first, second : float64[n, A]
        Intensities; NaN in both where either rater has none.
    """

    frames: tuple[SampleFrame, ...]
    aus: tuple[int, ...]
    first: NDArray[np.float64]
    second: NDArray[np.float64]

    def columns(self, au: int) -> tuple[Column, Column]:
        """Return both raters' intensities of an action unit on the frames that both rated, float64[m]."""
        if au not in self.aus:
            return np.empty(0), np.empty(0)
        place = self.aus.index(au)
        return agreement.pairs(self.first[:, place], self.second[:, place])


def pair_values(first: Values, second: Values) -> PairedValues:
    """Put two raters' values on common frames side by side."""
    frames = [f for f in sorted(first.keys() & second.keys()) if not first[f].keys().isdisjoint(second[f])]
    aus = sorted({au for frame in frames for au in first[frame].keys() & second[frame].keys()})
    shape = len(frames), len(aus)
    one, other = (
        np.array([[values[frame].get(au, _NAN) for au in aus] for frame in frames]).reshape(shape)
        for values in (first, second)
    )
    alone = np.isnan(one) | np.isnan(other)
    one[alone] = other[alone] = np.nan
    return PairedValues(tuple(frames), tuple(aus), one, other)


def agreement_rows(
    paired: PairedValues,
    names: tuple[str, str],
    *,
    second_is_model: bool = False,
    persons: Sequence[str] = (),
) -> tuple[AgreementRow, ...]:
    """Compute every figure for every action unit, and their means in the last row.

    Parameters
    ----------
    paired : PairedValues
        Both raters' values.
    names : (str, str)
        What the notes call them.
    second_is_model : bool
        Whether the second rater is a model, which the first one judges: whether figures are defined is up to
        the first one's values alone then.
    persons : sequence of str
        Who each of the n frames shows, for the intervals of the mean; empty when nobody knows.

    Returns
    -------
    tuple of AgreementRow
        One per action unit, the mean last; empty without common frames.
    """
    if not paired.frames:
        return ()
    rows = [_row(au, *paired.columns(au), names, second_is_model) for au in paired.aus]
    return (*rows, _mean_row(rows, paired, persons, second_is_model))


def disagreements(paired: PairedValues, least: float = LARGE) -> tuple[Disagreement, ...]:
    """Return where the raters differ by `least` steps or more, the largest differences first.

    Equal differences keep the order of recording, time and action unit.
    """
    size = np.abs(paired.second - paired.first)
    with np.errstate(invalid="ignore"):
        rows, columns = np.nonzero(size >= least)
    order = np.argsort(-size[rows, columns], kind="stable")
    rows, columns = rows[order], columns[order]
    values = paired.first[rows, columns].tolist(), paired.second[rows, columns].tolist()
    return tuple(
        Disagreement(paired.frames[row], paired.aus[column], one, other)
        for row, column, one, other in zip(rows.tolist(), columns.tolist(), *values, strict=True)
    )


def limits_of_agreement(first: Sequence[float] | Column, second: Sequence[float] | Column) -> Figure:
    """Return the mean difference (second - first) and its 95 % limits of agreement, mean ± 1.96 sd.

    The sd divides by n - 1; with fewer than two frames there are no limits.

    References
    ----------
    Bland & Altman (1986), Lancet 327, 307-310.
    """
    one, other = agreement.pairs(first, second)
    if not one.size:
        return Figure(_NAN)
    difference = other - one
    middle = float(difference.mean())
    if difference.size < 2:
        return Figure(middle)
    reach = 1.96 * float(difference.std(ddof=1))
    return Figure(middle, middle - reach, middle + reach)


def pooled_facs_index(paired: PairedValues) -> float:
    """Return the FACS agreement index over all action units together; NaN when neither scores any."""
    columns = [paired.columns(au) for au in paired.aus]
    return agreement.facs_index_of_sets([(one >= 1, other >= 1) for one, other in columns])


_BY_NOBODY = sentence("No frame was rated by both.")
_BY_NEITHER = sentence("Neither scores it on any of these frames.")


def _row(au: int, one: Column, other: Column, names: tuple[str, str], second_is_model: bool) -> AgreementRow:
    table = np.column_stack([one, other])
    ratings: agreement.Ratings = "first" if second_is_model else "all"
    unvaried = _why_unvaried(one, other, names, ratings)
    flat = _flat(one, other, names)
    doubt = _doubt(one, other)

    def plain(value: float, why: str) -> Figure:
        return Figure(value, note=why if math.isnan(value) else "")

    def coefficient(compute: Callable[[], agreement.Interval]) -> Figure:
        interval = compute()
        if unvaried or math.isnan(interval.value):
            return Figure(
                _NAN, note=_with_value(unvaried or sentence("The formula divides by 0 here."), interval.value)
            )
        return Figure(interval.value, interval.low, interval.high, joined((flat, doubt)))

    kappa = agreement.weighted_kappa(one, other)
    kappa_note = _with_value(unvaried, kappa) if unvaried else joined((flat, doubt))
    return AgreementRow(
        au=au,
        n=len(one),
        icc_absolute=coefficient(lambda: agreement.icc_2_1(table, ratings=ratings)),
        icc_consistency=coefficient(lambda: agreement.icc_3_1(table, ratings=ratings)),
        kappa=Figure(_NAN if unvaried else kappa, note=kappa_note),
        exact=plain(agreement.exact_agreement(one, other), _BY_NOBODY),
        within_one=plain(agreement.within_one_agreement(one, other), _BY_NOBODY),
        mae=plain(error.mae(one, other), _BY_NOBODY),
        facs_index=plain(agreement.facs_index(one, other), _BY_NEITHER),
        base_first=plain(agreement.base_rate(one), _BY_NOBODY),
        base_second=plain(agreement.base_rate(other), _BY_NOBODY),
    )


def _why_unvaried(one: Column, other: Column, names: tuple[str, str], ratings: agreement.Ratings) -> str:
    """Say why a coefficient of variances is not to be shown; empty when it may be.

    It is shown when one of those whose values are ratings varies enough: one who does not is no reason to
    leave an action unit out of the mean, or a rater who gives up would agree better than one who tries.
    """
    if len(one) < 2:
        return sentence("Only one frame was rated by both.") if len(one) else _BY_NOBODY
    raters = [(names[0], one), (names[1], other)][: 1 if ratings == "first" else 2]
    told = [why for name, values in raters if (why := _too_little(name, values))]
    return joined(told) if len(told) == len(raters) else ""


def _too_little(name: str, values: Column) -> str:
    """Say that a coder varies too little; empty when they vary enough."""
    levels, counts = np.unique(values, return_counts=True)
    if len(levels) == 1:
        return sentence(
            "{name} never varies here: {level:g} on all {n} frames.",
            name=name,
            level=float(values[0]),
            n=len(values),
        )
    away = len(values) - int(counts.max())
    if away >= MIN_VARYING:
        return ""
    return sentence_n(
        "{name} varies too little: something other than {level:g} on {n} frame only, so the figure would "
        "hang on those.",
        "{name} varies too little: something other than {level:g} on {n} frames only, so the figure would "
        "hang on those.",
        away,
        name=name,
        level=float(levels[int(counts.argmax())]),
    )


def _flat(one: Column, other: Column, names: tuple[str, str]) -> str:
    """Say that a rater is constant where the other is not; empty otherwise."""
    for name, values in zip(names, (one, other), strict=True):
        if np.ptp(values) == 0:
            return sentence(
                "{name} never varies here, and so follows nothing: {level:g} on all frames.",
                name=name,
                level=float(values[0]),
            )
    return ""


def _doubt(one: Column, other: Column) -> str:
    present = int(((one >= 1) | (other >= 1)).sum())
    if present >= FEW_PRESENT:
        return ""
    return sentence(
        "Scored on {n} of these frames only: expect this figure to change with a few more.", n=present
    )


def _with_value(why: str, value: float) -> str:
    if math.isnan(value):
        return why
    return sentence("{why} (The formula gives {value:.2f}.)", why=why, value=float(value))


def _mean_row(
    rows: Sequence[AgreementRow], paired: PairedValues, persons: Sequence[str], second_is_model: bool
) -> AgreementRow:
    def mean(name: str) -> Figure:
        values = [getattr(row, name).value for row in rows if getattr(row, name).defined]
        if not values:
            return Figure(_NAN, note=sentence("It is undefined for every action unit."))
        left_out = len(rows) - len(values)
        note = sentence_n(
            "Mean of {counted} action units; {n} is undefined.",
            "Mean of {counted} action units; {n} are undefined.",
            left_out,
            counted=len(values),
        )
        return Figure(float(np.mean(values)), note=note if left_out else "")

    ratings: agreement.Ratings = "first" if second_is_model else "all"
    with_interval = partial(_with_interval, rows=rows, paired=paired, persons=persons, ratings=ratings)
    row = AgreementRow(None, len(paired.frames), *(mean(name) for name in FIGURES))
    return replace(
        row,
        icc_absolute=with_interval(row.icc_absolute, absolute=True),
        icc_consistency=with_interval(row.icc_consistency, absolute=False),
    )


def _with_interval(
    figure: Figure,
    *,
    rows: Sequence[AgreementRow],
    paired: PairedValues,
    persons: Sequence[str],
    ratings: agreement.Ratings,
    absolute: bool,
) -> Figure:
    """Return the mean ICC with its interval over persons, when there are enough of them."""
    if not figure.defined:
        return figure
    if len(set(persons)) < MIN_PERSONS:
        why = sentence("No interval: it needs frames of {fewest} persons or more.", fewest=MIN_PERSONS)
        return replace(figure, note=joined((figure.note, why)))
    shown = [row.icc_absolute.defined if absolute else row.icc_consistency.defined for row in rows]
    first, second = paired.first[:, shown], paired.second[:, shown]
    found = mean_icc(first, second, persons, absolute=absolute, ratings=ratings)
    return replace(figure, low=found.low, high=found.high)
