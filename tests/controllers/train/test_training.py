"""Fine-tuning without a window: what is said before, while a child learns, and of what came of it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from au_studio.controllers.train.state import Phase
from au_studio.controllers.train.training import TrainingController
from au_studio.jobs import process

FAKE = Path(__file__).parents[1] / "fake_child.py"


@pytest.fixture
def training(rated_study):
    made = TrainingController(rated_study)
    made.choose_base("untrained")
    return made


def behave(behaviour: str) -> None:
    process.child_command = lambda file: [sys.executable, str(FAKE), str(file), behaviour]


def over(training) -> bool:
    return not training.running


def test_what_will_train_is_counted_before(training):
    state = training.state
    assert (state.base_id, len(state.coders)) == ("untrained", 1)
    assert state.can_start
    assert state.summary.frames == 20


def test_a_model_that_was_learned_is_in_the_study_with_its_figures(training, rated_study, qtbot):
    behave("learn")
    with qtbot.waitSignal(training.finished, timeout=30_000) as heard:
        training.start("Ours")
        assert training.running
        training.start("Twice")  # while one runs, nothing begins
    (model_id,) = heard.args
    assert rated_study.study.model(model_id).name == "Ours"
    qtbot.waitUntil(lambda: over(training), timeout=10_000)
    assert training.state.phase is Phase.DONE
    assert {row.au for row in training.state.rows} >= {1}
    assert len(rated_study.study.models()) == 1


def test_a_run_that_is_cancelled_leaves_no_model(training, rated_study, qtbot):
    behave("wait")
    training.start("Ours")
    qtbot.waitUntil(lambda: bool(training.state.losses), timeout=30_000)
    training.cancel()
    assert training.state.phase is Phase.CANCELLING
    qtbot.waitUntil(lambda: over(training), timeout=30_000)
    assert rated_study.study.models() == []


def test_a_child_that_dies_is_told(training, rated_study, qtbot):
    behave("crash")
    with qtbot.waitSignal(rated_study.problem, timeout=30_000) as heard:
        training.start("Ours")
    assert heard.args[0].message
    qtbot.waitUntil(lambda: over(training), timeout=10_000)
    assert rated_study.study.models() == []


def test_without_a_study_nothing_can_start(training, rated_study):
    rated_study.close_study()
    assert not training.state.can_start
    training.start("Ours")
    assert not training.running
