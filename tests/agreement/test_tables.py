"""Figures of agreement are those of the literature; what is undefined says why."""

from __future__ import annotations

import math

import numpy as np
import pytest

from au_studio.agreement.tables import (
    FIGURES,
    agreement_rows,
    disagreements,
    limits_of_agreement,
    pair_values,
    pooled_facs_index,
)
from au_studio.coding.session import SampleFrame

A = [0, 0, 0, 1, 2, 3, 2, 1, 0, 0, 5, 4]
B = [0, 0, 1, 1, 2, 2, 2, 1, 0, 0, 4, 5]
NAMES = ("AB", "CD")


def rater(**columns: list[float]) -> dict[SampleFrame, dict[int, float]]:
    """Return values by frame from one list per action unit (``au12=[…]``); NaN is not rated."""
    length = max(map(len, columns.values()))
    values: dict[SampleFrame, dict[int, float]] = {SampleFrame("r1", n * 40): {} for n in range(length)}
    for name, column in columns.items():
        for frame, value in zip(values, column, strict=False):
            if not math.isnan(value):
                values[frame][int(name[2:])] = float(value)
    return values


def row_of(first, second, au=12, **options):
    rows = agreement_rows(pair_values(first, second), NAMES, **options)
    return next(row for row in rows if row.au == au)


def test_every_figure_is_that_of_its_definition():
    # Worked out from the definitions (mean squares, weights, counts) in a separate script.
    row = row_of(rater(au12=A), rater(au12=B))
    assert row.n == 12
    assert row.icc_consistency.value == pytest.approx(0.935484, abs=1e-6)
    assert row.icc_absolute.value == pytest.approx(0.940541, abs=1e-6)
    assert row.icc_absolute.low < row.icc_absolute.value < row.icc_absolute.high
    assert row.kappa.value == pytest.approx(0.935484, abs=1e-6)
    assert row.exact.value == pytest.approx(8 / 12)
    assert row.within_one.value == 1.0
    assert row.mae.value == pytest.approx(1 / 3)
    assert row.facs_index.value == pytest.approx(2 * 7 / 15)
    assert (row.base_first.value, row.base_second.value) == pytest.approx((7 / 12, 8 / 12))


def test_only_frames_that_both_rated_count():
    nan = float("nan")
    row = row_of(rater(au12=[*A, nan, 3]), rater(au12=[*B, 5, nan]))
    assert row.n == 12
    assert row.mae.value == pytest.approx(1 / 3)


def test_raters_without_a_common_frame_have_no_rows():
    other = {SampleFrame("r2", 0): {12: 1.0}}
    assert agreement_rows(pair_values(rater(au12=A), other), NAMES) == ()


@pytest.mark.parametrize("model", [False, True])
def test_a_rater_who_never_varies_while_the_other_does_agrees_0_and_is_named(model):
    row = row_of(rater(au12=A), rater(au12=[0] * 12), second_is_model=model)
    for figure in (row.icc_absolute, row.icc_consistency, row.kappa):
        assert figure.value == 0
        assert "CD never varies" in figure.note


def test_giving_up_on_an_action_unit_does_not_raise_the_mean():
    first = rater(au12=A, au4=A)
    kept, given_up = (
        agreement_rows(pair_values(first, rater(au12=B, au4=column)), NAMES, second_is_model=True)[-1]
        for column in (B[::-1], [0] * 12)
    )
    assert given_up.icc_consistency.value == pytest.approx(0.935484 / 2, abs=1e-6)
    assert "undefined" not in given_up.icc_consistency.note
    assert kept.icc_consistency.defined


def test_ratings_that_never_vary_make_coefficients_undefined_and_are_named():
    for other, model in (([0] * 12, False), (np.linspace(0, 2, 12).tolist(), True)):
        row = row_of(rater(au12=[0] * 12), rater(au12=other), second_is_model=model)
        for figure in (row.icc_absolute, row.icc_consistency, row.kappa):
            assert not figure.defined
            assert "AB never varies" in figure.note
        assert row.exact.defined
        assert row.mae.defined


def test_agreement_that_hangs_on_a_frame_or_two_is_not_shown_but_told():
    once = [0] * 30 + [3]
    row = row_of(rater(au9=once), rater(au9=once), au=9)
    assert not row.icc_consistency.defined
    assert "varies too little" in row.icc_consistency.note
    assert "1.00" in row.icc_consistency.note


def test_a_model_that_varies_between_the_levels_is_not_taken_for_constant():
    small = (0.2 + 0.01 * np.arange(12)).tolist()
    row = row_of(rater(au12=A), rater(au12=small), second_is_model=True)
    assert row.icc_consistency.defined


def test_rare_action_units_are_marked_as_doubtful():
    few = [0] * 30 + [1, 2, 3, 4]
    row = row_of(rater(au4=few), rater(au4=few), au=4)
    assert row.icc_consistency.defined
    assert "4 of these frames only" in row.icc_consistency.note


def test_an_action_unit_that_nobody_scores_has_no_facs_index():
    row = row_of(rater(au20=[0] * 10), rater(au20=[0] * 10), au=20)
    assert not row.facs_index.defined
    assert row.facs_index.note


def test_the_mean_leaves_out_what_is_undefined_and_says_so():
    paired = pair_values(rater(au12=A, au20=[0] * 12), rater(au12=B, au20=[0] * 12))
    *_, mean = agreement_rows(paired, NAMES)
    assert mean.au is None
    assert mean.n == 12
    assert mean.icc_consistency.value == pytest.approx(0.935484, abs=1e-6)
    assert "1 is undefined" in mean.icc_consistency.note
    assert mean.exact.value == pytest.approx((8 / 12 + 1) / 2)
    assert pooled_facs_index(paired) == pytest.approx(2 * 7 / 15)


def test_the_mean_icc_has_an_interval_over_persons_when_there_are_enough():
    paired = pair_values(rater(au12=A * 2, au4=B * 2), rater(au12=B * 2, au4=A * 2))
    persons = [f"P{n % 6}" for n in range(24)]
    *_, mean = agreement_rows(paired, NAMES, persons=persons)
    assert mean.icc_absolute.low < mean.icc_absolute.value < mean.icc_absolute.high
    *_, mean = agreement_rows(paired, NAMES, persons=["P1"] * 24)
    assert math.isnan(mean.icc_absolute.low)
    assert "5 persons" in mean.icc_absolute.note


def test_every_figure_has_a_definition():
    from au_studio.ui.agree.definitions import DEFINITIONS

    assert tuple(DEFINITIONS) == FIGURES
    assert all(d.meaning and d.source for d in DEFINITIONS.values())


def test_disagreements_come_with_the_largest_first():
    found = disagreements(
        pair_values(rater(au12=[0, 1, 5, 2], au4=[0, 0, 0, 0]), rater(au12=[1, 1, 1, 4], au4=[0, 3, 0, 0]))
    )
    assert [(d.frame.pts, d.au, d.difference) for d in found] == [
        (80, 12, -4),
        (40, 4, 3),
        (120, 12, 2),
        (0, 12, 1),
    ]


def test_limits_of_agreement_are_mean_and_twice_the_spread():
    # Mean 0, sd 0.603023 of the differences B - A.
    limits = limits_of_agreement(A, B)
    assert limits.value == pytest.approx(0.0)
    assert (limits.low, limits.high) == pytest.approx((-1.181924, 1.181924), abs=1e-6)
    assert math.isnan(limits_of_agreement([1], [2]).low)


def test_pairing_gives_what_looking_at_every_cell_gives():
    rng = np.random.default_rng(2)

    def some() -> dict[SampleFrame, dict[int, float]]:
        frames = rng.permutation(30)[:20]
        return {
            SampleFrame(f"r{n % 3}", int(n)): {
                au: float(rng.integers(6)) for au in (1, 4, 12) if rng.random() < 0.5
            }
            for n in frames.tolist()
        }

    first, second = some(), some() | {SampleFrame("r9", 0): {45: 1.0}}
    paired = pair_values(first, second)
    cells = {(f, au) for f, values in first.items() for au in values if au in second.get(f, {})}
    assert paired.frames == tuple(sorted({f for f, _ in cells}))
    assert paired.aus == tuple(sorted({au for _, au in cells}))
    for row, frame in enumerate(paired.frames):
        for column, au in enumerate(paired.aus):
            both = (paired.first[row, column], paired.second[row, column])
            if (frame, au) in cells:
                assert both == (first[frame][au], second[frame][au])
            else:
                assert np.isnan(both).all()
