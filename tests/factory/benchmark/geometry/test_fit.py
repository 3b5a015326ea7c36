"""Stage 2 on codes finds what ratings tell, from the rated frames alone, and ends when that helps no more."""

import numpy as np
import pytest
import torch

from au_studio.factory.benchmark.geometry.fit import FitSettings, Job, fit_all, predict
from au_studio.factory.benchmark.geometry.network import NetworkSettings, fresh
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.material.label_draw import drawn_positions
from au_studio.learn.stage2.convergence import ConvergenceRule
from au_studio.stats.agreement import icc

SETTINGS = FitSettings(rows=6, window=16, rate=0.01, rate_of_f_and_g=0.01)
RULE = ConvergenceRule(every=20, fewest=40, most=160, patience=2, reductions=1)
SHORT = ConvergenceRule(every=3, fewest=3, most=6, patience=9)


def job(parts, name="one", share=1.0, seed=0):
    rated = drawn_positions([clip.labelled for clip in parts[0]], share, seed)
    return Job(name, fresh(5, 2, NetworkSettings(8, 4), seed), rated, seed)


def fitted(jobs, parts, rule, settings=SETTINGS, clips=None):
    ended = {}

    def on_end(job, weights, outcome):
        ended[job.name] = weights, outcome

    assert fit_all(jobs, clips or parts[0], parts[1], settings=settings, rule=rule,
                   hooks=TrainingHooks(), on_end=on_end)  # fmt: skip
    return ended


def test_intensities_of_persons_never_seen_are_read_and_the_best_state_is_kept(parts):
    weights, outcome = fitted([job(parts)], parts, RULE)["one"]
    predicted = np.concatenate(predict(weights, parts[2])[0])
    truth = np.concatenate([clip.intensities for clip in parts[2]])
    assert min(icc(truth[:, k], predicted[:, k], ratings="first") for k in (0, 1)) > 0.6
    figures = dict(outcome.curve)
    assert figures[outcome.best_step] >= max(figures.values()) - RULE.better_by
    own = np.concatenate(predict(weights, parts[1])[0])
    rated = np.concatenate([clip.intensities for clip in parts[1]])
    kept = np.mean([icc(rated[:, k], own[:, k], ratings="first") for k in (0, 1)])
    assert kept == pytest.approx(figures[outcome.best_step], abs=1e-6)


def test_side_by_side_every_training_comes_to_what_it_comes_to_alone(parts):
    jobs = [job(parts, "all"), job(parts, "few", 0.1), job(parts, "other", 1.0, 1)]
    together = fitted(jobs, parts, SHORT)
    for own in jobs:
        alone = fitted([own], parts, SHORT)[own.name][0]
        for name, tensor in together[own.name][0].items():
            torch.testing.assert_close(tensor, alone[name], atol=1e-5, rtol=1e-4)


def test_labels_that_were_not_drawn_change_nothing(parts):
    few = job(parts, share=0.1)
    hidden = []
    for clip, rows in zip(parts[0], few.rated, strict=True):
        values = np.full_like(clip.intensities, 5.0)
        values[rows] = clip.intensities[rows]
        hidden.append(type(clip)(clip.codes, values, clip.times, clip.group, clip.source))
    one, other = fitted([few], parts, SHORT)["one"][0], fitted([few], parts, SHORT, clips=hidden)["one"][0]
    for name, tensor in one.items():
        torch.testing.assert_close(tensor, other[name])


def test_with_f_and_g_held_the_regressor_alone_learns(parts):
    one = job(parts)
    weights = fitted([one], parts, SHORT, FitSettings(rows=6, window=16, rate_of_f_and_g=0.0))["one"][0]
    for name, tensor in weights.items():
        same = torch.equal(tensor[0], one.weights[name])
        assert same == (not name.startswith("regressor")), name


def test_an_interrupted_training_goes_on_to_the_very_same_end(parts, tmp_path):
    jobs, state = [job(parts), job(parts, "few", 0.2)], tmp_path / "state.npz"
    rule = ConvergenceRule(every=4, fewest=4, most=16, patience=1, reductions=9)
    ended = {}

    def go(stop_after):
        asked = iter(range(stop_after))
        hooks = TrainingHooks(should_stop=lambda: next(asked, None) is None)
        return fit_all(jobs, parts[0], parts[1], settings=SETTINGS, rule=rule, hooks=hooks, state=state,
                       on_end=lambda own, *outcome: ended.update({own.name: outcome}))  # fmt: skip

    assert not go(9)
    assert state.is_file()
    assert go(99)
    assert not state.is_file()
    at_once = fitted(jobs, parts, rule)
    for name, (weights, outcome) in at_once.items():
        assert ended[name][1].curve == outcome.curve
        assert all(torch.equal(tensor, ended[name][0][key]) for key, tensor in weights.items())


def test_it_stops_when_asked(parts):
    hooks = TrainingHooks(should_stop=lambda: True)
    assert not fit_all([job(parts)], parts[0], parts[1], settings=SETTINGS, rule=SHORT, hooks=hooks,
                       on_end=lambda *_: pytest.fail("it has not ended"))  # fmt: skip
