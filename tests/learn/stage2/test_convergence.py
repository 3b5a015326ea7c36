"""A training ends when it no longer improves on other persons, and its best state is kept."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from made_clips import CONFIG, made_clip

from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.judging.evaluation import agreement
from au_studio.learn.material.augmentation import NO_AUGMENTATION
from au_studio.learn.optimisation import LearningRates
from au_studio.learn.stage2 import convergence
from au_studio.learn.stage2.convergence import ConvergenceRule, train_until_converged
from au_studio.learn.stage2.regression import RegressionSettings
from au_studio.nn.model import IntensityModel

CPU = torch.device("cpu")
SETTINGS = RegressionSettings(
    steps=0,
    rows=3,
    window=4,
    rates=LearningRates(1e-2, 1e-2, 1e-2),
    train_norms=True,
    augmentation=NO_AUGMENTATION,
)
RULE = ConvergenceRule(every=10, fewest=30, most=200, patience=2, reductions=1)


def train(rule, monkeypatch=None, scores=None, hooks=None):
    torch.manual_seed(0)
    model = IntensityModel(CONFIG)
    states = []
    if scores is not None:
        given = iter(scores)

        def score(model, clips, device):
            states.append({name: t.clone() for name, t in model.state_dict().items()})
            return next(given), 0.0

        monkeypatch.setattr(convergence, "scored", score)
    clips, other = [made_clip("a", 24), made_clip("b", 24, 1)], [made_clip("c", 24, 2)]
    outcome = train_until_converged(
        model, clips, other, settings=SETTINGS, rule=rule, device=CPU, hooks=hooks or TrainingHooks()
    )
    return model, outcome, states


def test_it_improves_on_another_person():
    _, outcome, _ = train(replace(RULE, most=80))
    assert outcome.curve[-1][0] == outcome.steps
    assert max(value for _, value in outcome.curve) > outcome.curve[0][1]


def test_it_ends_after_the_learning_rate_has_fallen_often_enough(monkeypatch):
    _, outcome, _ = train(RULE, monkeypatch, [0.1, 0.5, *[0.4] * 20])
    assert outcome.ended == "converged"
    # Best at 20; two without success (and at least 30 steps): 40; after the fall two more: 60.
    assert (outcome.steps, outcome.best_step) == (60, 20)


def test_it_never_ends_before_the_fewest_steps(monkeypatch):
    _, outcome, _ = train(replace(RULE, fewest=100), monkeypatch, [0.5] * 30)
    assert outcome.steps > 100


def test_the_best_state_is_kept(monkeypatch):
    model, outcome, states = train(RULE, monkeypatch, [0.1, 0.6, *[0.3] * 20])
    best = states[outcome.best_step // 10 - 1]
    assert all(torch.equal(model.state_dict()[name], value) for name, value in best.items())
    assert not model.training


def test_it_says_when_it_was_still_improving_at_the_end(monkeypatch):
    _, outcome, _ = train(replace(RULE, most=50), monkeypatch, [0.1, 0.2, 0.3, 0.4, 0.5])
    assert (outcome.ended, outcome.best_step) == ("most steps", 50)


def test_a_cycle_is_as_long_as_it_was_meant_and_its_end_counts(monkeypatch):
    rule = replace(RULE, cycle=50)
    model, outcome, states = train(rule, monkeypatch, [0.1, 0.6, 0.3, 0.3, 0.3])
    assert (outcome.ended, outcome.steps, outcome.best_step) == ("cycle", 50, 50)
    assert all(torch.equal(model.state_dict()[name], value) for name, value in states[-1].items())
    rates = [convergence.Plateau(rule).schedule(step) for step in range(50)]
    assert rates[-1] < 0.05 * max(rates)


def test_a_stop_keeps_the_best_so_far():
    asked = iter(range(15))
    _, outcome, _ = train(RULE, hooks=TrainingHooks(should_stop=lambda: next(asked, None) is None))
    assert outcome.ended == "stopped"
    assert outcome.steps < 20


def test_a_model_that_gives_up_a_unit_is_not_the_better_state():
    plateau = convergence.Plateau(RULE)
    rated = np.tile(np.arange(6.0), (2, 4)).T.astype(np.float32)
    good = rated + np.random.default_rng(0).normal(0, [0.3, 3], rated.shape).astype(np.float32)
    collapsed = good.copy()
    collapsed[:, 1] = 0
    scores = [agreement(rated, {"": given}, (4, 12))["mean"]["icc"] for given in (good, collapsed)]
    assert plateau.measured(10, (scores[0], 0.0))
    assert not plateau.measured(20, (scores[1], 0.0))


def test_while_nothing_varies_the_smaller_error_is_the_better_state():
    plateau = convergence.Plateau(RULE)
    told = [plateau.measured(step, (0.0, -error)) for step, error in ((10, 2.0), (20, 1.0), (30, 1.5))]
    assert told == [True, True, False]
    assert plateau.measured(40, (0.1, -3.0))
    assert not plateau.measured(50, (0.1, -1.0))


@pytest.mark.parametrize("scores", [[-float("inf")] * 30])
def test_an_undefined_agreement_ends_the_training_all_the_same(monkeypatch, scores):
    _, outcome, _ = train(RULE, monkeypatch, scores)
    assert outcome.ended == "converged"
