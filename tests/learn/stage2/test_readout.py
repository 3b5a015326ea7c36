"""The regressor in closed form: few ratings help, none change nothing, and the base always pulls."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from made_clips import CONFIG, made_clip
from made_ratings import persons, world

from au_studio.learn.judging.evaluation import predict_clips
from au_studio.learn.material.rated import rated_features, rated_frames
from au_studio.learn.stage2.readout import STRENGTHS, Readout, Whitening, fit_readout, readout_of
from au_studio.nn.model import IntensityModel

CPU = torch.device("cpu")


def test_action_units_that_nobody_rated_stay_as_they_are():
    features, _, base, rated = world(50)
    rated[:, 1] = np.nan
    fitted = fit_readout(base, features, rated, 0.1)
    assert np.array_equal(fitted.weight[1], base.weight[1])
    assert fitted.bias[1] == base.bias[1]
    assert not np.allclose(fitted.weight[0], base.weight[0])


def test_missing_ratings_are_left_out_and_not_taken_for_zero():
    features, _, base, rated = world(80)
    holes = np.random.default_rng(1).random(rated.shape) < 0.3
    fitted = fit_readout(base, features, np.where(holes, np.nan, rated), 0.1)
    alone = fit_readout(base, features[~holes[:, 2]], rated[~holes[:, 2]], 0.1)
    assert np.allclose(fitted.weight[2], alone.weight[2])
    assert fitted.bias[2] == pytest.approx(alone.bias[2])


@settings(max_examples=25)
@given(n=st.integers(1, 40), seed=st.integers(0, 1000), strength=st.sampled_from(STRENGTHS))
def test_any_ratings_give_finite_values_on_the_scale(n, seed, strength):
    features, _, base, rated = world(n, seed)
    rated[np.random.default_rng(seed).random(rated.shape) < 0.4] = np.nan
    values = fit_readout(base, features, rated, strength)(features)
    assert np.isfinite(values).all()
    assert values.min() >= 0
    assert values.max() <= 5


def test_features_and_readout_together_are_the_model():
    torch.manual_seed(1)
    model = IntensityModel(CONFIG)
    clips = [made_clip("a", 150, seed=1, rated=0.2), made_clip("b", 3, seed=2), made_clip("c", 9, rated=0)]
    own = np.concatenate(
        [p[c.labelled] for p, c in zip(predict_clips(model, clips, CPU), clips, strict=True)]
    )
    features = rated_features(model, clips, CPU)
    assert len(features) == len(rated_frames(clips))
    assert np.allclose(readout_of(model)(features), own, atol=1e-5)
    changed = Readout(readout_of(model).weight * 2, readout_of(model).bias + 1)
    (first, *_) = predict_clips(changed.put_into(model), clips[:1], CPU)
    assert np.allclose(first[clips[0].labelled], changed(features)[: len(clips[0].labelled)], atol=1e-5)


def test_a_readout_reads_the_same_before_and_after_whitening():
    features, names = persons()
    whitening = Whitening.within_persons(features, names)
    _, _, base, _ = world(5)
    assert np.allclose(whitening.readout(base)(whitening.features(features)), base(features))
    assert np.allclose(whitening.plain(whitening.readout(base)).weight, base.weight)


def test_whitened_features_vary_more_alike_within_persons():
    features, names = persons(n_each=200)
    spread = []
    for seen in (features, Whitening.within_persons(features, names).features(features)):
        means = [seen[names == name].mean(axis=0) for name in np.unique(names)]
        centred = seen - np.repeat(means, 200, axis=0)
        spread.append(centred.std(axis=0).max() / centred.std(axis=0).min())
    assert spread[1] < 0.7 * spread[0]


def test_what_is_constant_in_a_person_is_taken_off_with_less_harm_to_what_moves():
    """A base that reads a face at rest as movement is corrected; how movement is read stays as it was."""
    rng = np.random.default_rng(4)
    features, names = persons(n_each=20, count=6, seed=4)
    movement = np.zeros((1, 30))
    movement[0, :3] = 0.5
    centred = features - np.repeat([features[names == n].mean(axis=0) for n in np.unique(names)], 20, axis=0)
    rated = np.clip(2.5 + centred @ movement.T, 0, 5)
    base = Readout(movement + rng.normal(0, 0.02, (1, 30)), np.full(1, 2.5))
    whitening = Whitening.within_persons(features, names)
    train = np.tile(np.arange(20) < 6, 6)
    plain = fit_readout(base, features[train], rated[train], 0.3)
    measured = fit_readout(whitening.readout(base), whitening.features(features)[train], rated[train], 0.3)
    errors = [np.abs(readout(features)[~train] - rated[~train]).mean()
              for readout in (base, plain, whitening.plain(measured))]  # fmt: skip
    assert errors[2] < errors[1] < errors[0]


def test_frames_that_never_change_stay_as_they_are():
    whitening = Whitening.within_persons(np.ones((5, 30)), np.array(["p"] * 5))
    assert np.array_equal(whitening.forth, np.eye(30))


def test_a_base_that_reads_below_nothing_where_nothing_is_there_stays_as_it_is():
    rng = np.random.default_rng(4)
    features = rng.normal(0, 1, (60, 5))
    base = Readout(np.array([[1.0, 0, 0, 0, 0]]), np.array([-2.0]))
    rated = np.clip(features @ base.weight.T + base.bias, 0, 5)  # what it shows: mostly 0, as it should
    fitted = fit_readout(base, features, rated, 0.1)
    np.testing.assert_allclose(fitted.weight, base.weight, atol=1e-9)
    np.testing.assert_allclose(fitted.bias, base.bias, atol=1e-9)
