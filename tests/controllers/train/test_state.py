"""Figures of a training that runs find their places in what the page shows."""

from __future__ import annotations

from au_studio.controllers.train.state import TrainingState, after_metric
from au_studio.jobs.protocol import Metric


def after(*events: Metric) -> TrainingState:
    state = TrainingState()
    for event in events:
        state = after_metric(state, event)
    return state


def test_losses_are_kept_in_the_order_of_their_steps():
    state = after(Metric(1, "loss", 0.9), Metric(2, "loss", 0.4))
    assert state.losses == ((1, 0.9), (2, 0.4))
    assert state.rows == ()


def test_icc_and_mae_of_one_step_stand_together():
    state = after(Metric(20, "mae", 0.4), Metric(10, "icc", 0.5), Metric(10, "mae", 0.3))
    assert state.held_out == ((10, 0.5, 0.3), (20, None, 0.4))


def test_a_figure_of_one_action_unit_is_a_row_and_no_point_of_the_curve():
    state = after(Metric(10, "icc", 0.5, au=12), Metric(10, "icc", None, au=1))
    assert [(row.au, row.icc) for row in state.rows] == [(1, None), (12, 0.5)]
    assert state.held_out == ()


def test_what_no_table_shows_changes_nothing():
    assert after(Metric(1, "speed", 3.0)) == TrainingState()
