"""The regressor in closed form: few ratings help, none change nothing, and the base always pulls."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from made_clips import CONFIG, made_clip

from au_studio.learn.evaluation import predict_clips
from au_studio.learn.rated import RatedFrames, rated_features, rated_frames
from au_studio.learn.readout import STRENGTHS, Readout, choose_strength, fit_readout, readout_of
from au_studio.nn.model import IntensityModel

CPU = torch.device("cpu")


def world(n, seed=0, depth=30, useful=4):
    """Return features, true readout, a base that misjudges it, and ratings [n, 3] of made-up frames."""
    rng = np.random.default_rng(seed)
    features = rng.normal(0, 1, (n, depth)) * np.linspace(1, 0.1, depth)
    truth = Readout(np.zeros((3, depth)), np.full(3, 2.5))
    truth.weight[:, :useful] = np.random.default_rng(99).normal(0, 0.6, (3, useful))
    base = Readout(truth.weight * 0.4, truth.bias - 1.0)
    return features, truth, base, np.rint(truth(features))


def frames(rated, seconds=4.0):
    n = len(rated)
    names = np.array(["p"] * n)
    return RatedFrames(rated.astype(np.float32), np.arange(n) * seconds, names, names)


def test_a_hundred_ratings_correct_what_the_base_misjudges():
    features, truth, base, rated = world(100)
    fitted = fit_readout(base, features, rated, choose_strength(base, features, frames(rated)))
    new, *_ = world(400, seed=5)
    assert np.abs(fitted(new) - truth(new)).mean() < 0.35 * np.abs(base(new) - truth(new)).mean()


def test_ratings_that_mean_nothing_change_next_to_nothing():
    features, _, base, _ = world(60)
    noise = np.random.default_rng(3).integers(0, 6, (60, 3)).astype(float)
    assert choose_strength(base, features, frames(noise)) >= 3.0


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
