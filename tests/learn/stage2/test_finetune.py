"""Fine-tuning on sparse ratings helps on held-out frames, and says so honestly."""

import copy
from dataclasses import replace

import numpy as np
import pytest
import torch
from made_clips import CONFIG, made_clip

from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.judging.evaluation import agreement, predict_clips
from au_studio.learn.material.augmentation import NO_AUGMENTATION
from au_studio.learn.material.rated import rated_features, rated_frames
from au_studio.learn.optimisation import LearningRates
from au_studio.learn.stage2.finetune import LOOKING_AT, FinetuneSettings, TooFewRatingsError, finetune
from au_studio.learn.stage2.held_out import HeldOut
from au_studio.learn.stage2.kept_run import KeptRun
from au_studio.learn.stage2.readout import Whitening, fit_readout, readout_of
from au_studio.learn.stage2.regression import RegressionSettings, train_regressor
from au_studio.nn.expected_error import ExpectedErrors
from au_studio.nn.model import IntensityModel

CPU = torch.device("cpu")
QUICK = FinetuneSettings(
    steps=20, rows=4, window=4, encoder=5e-3, temporal=5e-3, regressor=1e-2, folds=3, evaluations=2
)


@pytest.fixture(scope="module")
def base():
    torch.manual_seed(0)
    model = IntensityModel(CONFIG)
    settings = RegressionSettings(
        steps=150, rows=4, window=4, rates=LearningRates(5e-3, 5e-3, 5e-3), train_norms=True,
        augmentation=NO_AUGMENTATION,
    )  # fmt: skip
    train_regressor(model, [made_clip("other", 40, seed=9)], settings, CPU, TrainingHooks())
    return model


def sparse_clips(persons=3, rated=0.3):
    return [made_clip(f"p{k}", 40, seed=k, rated=rated) for k in range(persons)]


def test_few_ratings_improve_held_out_agreement_and_the_base_stays_as_it_was(base):
    before = copy.deepcopy(base.state_dict())
    result = finetune(base, sparse_clips(), QUICK, CPU, TrainingHooks())
    mean = result.evaluation["mean"]
    assert mean["mae"] < mean["base_mae"]
    assert mean["mae"] < mean["constant_mae"]
    rated = [clip.intensities[clip.labelled] for clip in sparse_clips()]
    errors = []
    for person, own in enumerate(rated):  # who is held out while the others train
        others = np.concatenate([values for number, values in enumerate(rated) if number != person])
        errors.append(np.abs(own - np.median(others, axis=0)))
    assert mean["constant_mae"] == pytest.approx(np.concatenate(errors).mean(), abs=1e-6)
    assert result.evaluation["n_frames"] == sum(len(c.labelled) for c in sparse_clips())
    assert "held out" in result.evaluation["scheme"]
    assert all(torch.equal(before[k], v) for k, v in base.state_dict().items())
    assert not result.stopped


def test_unrated_frames_of_the_recordings_get_better_too(base):
    sparse = sparse_clips()
    result = finetune(base, sparse, FinetuneSettings(), CPU, TrainingHooks())
    errors = []
    for model in (result.model, base):
        predicted = np.concatenate(predict_clips(model, sparse, CPU))
        exact = np.concatenate([made_clip(f"p{k}", 40, seed=k).intensities for k in range(3)])
        unrated = ~np.isfinite(np.concatenate([clip.intensities for clip in sparse])).any(axis=1)
        errors.append(np.abs(predicted - exact)[unrated].mean())
    assert errors[0] < 0.95 * errors[1]


def test_the_same_seed_gives_the_same_model(base):
    settings = FinetuneSettings(steps=3, rows=2, window=4, folds=0, seed=4)
    a, b = (finetune(base, sparse_clips(), settings, CPU, TrainingHooks()).model for _ in range(2))
    assert all(
        torch.equal(x, y) for x, y in zip(a.state_dict().values(), b.state_dict().values(), strict=True)
    )


def test_loss_and_held_out_figures_are_reported_live(base):
    metrics, progress = [], []
    hooks = TrainingHooks(
        on_metric=lambda step, name, value, au: metrics.append((step, name, au)),
        on_progress=lambda done, total, message: progress.append((done, total)),
    )
    finetune(base, sparse_clips(), FinetuneSettings(steps=4, rows=2, window=4, evaluations=2), CPU, hooks)
    n_rated = progress[0][1]
    looked = [done for done, total in progress if total == n_rated]
    assert looked == sorted(looked)
    assert (looked[0], len(set(looked)) > 3) == (0, True), "looking at the frames is told as it goes on"
    assert progress[-1] == (16, 16)
    assert {step for step, name, au in metrics if name == "icc" and au is None} == {0, 2, 4}
    assert [step for step, name, _ in metrics if name == "loss"] == [1, 2, 3, 4]


def stopped_after(base, measurements: int, **changes):
    """Fine-tune, and stop when so many held-out measurements have been reported."""
    measured = []
    hooks = TrainingHooks(
        on_metric=lambda step, name, value, au: (
            measured.append(step) if (name, au) == ("mae", None) else None
        ),
        on_progress=lambda done, total, message: progress.append(done),
        should_stop=lambda: len(measured) >= measurements and len(progress) > 0,
    )
    progress = []
    settings = replace(FinetuneSettings(steps=6, rows=2, window=4, evaluations=3), **changes)
    return finetune(base, sparse_clips(), settings, CPU, hooks)


def test_stopping_keeps_the_best_measured_model_and_says_that_this_flatters_it(base):
    result = stopped_after(base, 2)
    assert result.stopped
    assert result.evaluation["steps"] < 6
    assert result.evaluation["mean"]["mae"] is not None
    assert "held out" in result.evaluation["scheme"]
    assert "Training was stopped early. Of 3 states" in result.evaluation["scheme"]
    assert "flatters its figures a little" in result.evaluation["scheme"]


def test_stopped_before_the_network_learns_the_regressor_is_fitted_already(base):
    result = stopped_after(base, 0)
    assert result.stopped
    assert result.evaluation["steps"] == 0
    assert result.evaluation["mean"]["mae"] < result.evaluation["mean"]["base_mae"]
    assert all(
        torch.equal(x, y)
        for x, y in zip(result.model.encoder.parameters(), base.encoder.parameters(), strict=True)
    )


def test_ratings_that_teach_nothing_leave_the_model_as_it_was(base):
    rng = np.random.default_rng(0)
    clips = []
    for clip in sparse_clips():
        noise = rng.integers(0, 6, clip.intensities.shape).astype(np.float32)
        clips.append(replace(clip, intensities=np.where(np.isfinite(clip.intensities), noise, np.nan)))
    result = finetune(base, clips, QUICK, CPU, TrainingHooks())
    mean = result.evaluation["mean"]
    assert result.evaluation["error"] <= 1.3, "about the variance of the ratings, as a constant would have"
    assert mean["mae"] <= mean["base_mae"] + 0.02


def test_what_some_persons_teach_helps_another(base):
    result = finetune(base, sparse_clips(persons=6, rated=0.5), FinetuneSettings(), CPU, TrainingHooks())
    mean = result.evaluation["mean"]
    assert mean["icc"] > mean["base_icc"]
    assert result.evaluation["error"] < 1
    assert "whole persons" in result.evaluation["scheme"]
    assert "figures a little" in result.evaluation["scheme"]


def test_few_frames_of_an_action_unit_get_words_instead_of_a_figure(base):
    clips = sparse_clips()
    for clip in clips:
        clip.intensities[:, 1] = np.where(np.isfinite(clip.intensities[:, 1]), 0, np.nan)
    result = finetune(base, clips, replace(QUICK, steps=2), CPU, TrainingHooks())
    row = result.evaluation["au"]["25"]
    assert row["icc"] is None
    assert "too few labels: there (1 to 5) in 0 of" in row["lacking"]
    assert result.evaluation["au"]["12"]["lacking"] == ""


def test_intervals_are_over_persons_where_there_are_enough_and_say_so(base):
    many = [made_clip(f"p{k}", 30, seed=k, rated=0.4) for k in range(6)]
    evaluation = finetune(base, many, replace(QUICK, steps=2), CPU, TrainingHooks()).evaluation
    assert evaluation["interval"] == "95 % intervals by bootstrap over 6 persons."
    mean = evaluation["mean"]
    assert mean["icc_low"] <= mean["icc"] <= mean["icc_high"]
    assert mean["gain"] == pytest.approx(mean["icc"] - mean["base_icc"])
    unnamed = [replace(clip, group=clip.source) for clip in many]
    evaluation = finetune(base, unnamed, replace(QUICK, steps=0), CPU, TrainingHooks()).evaluation
    assert evaluation["interval"] == "95 % intervals by bootstrap over 6 recordings."
    assert evaluation["groups"] == "recordings"
    few = finetune(base, sparse_clips(), replace(QUICK, steps=2), CPU, TrainingHooks()).evaluation
    assert "No intervals" in few["interval"]
    assert few["mean"]["icc_low"] is None


def test_stopping_without_folds_keeps_the_last_state(base):
    asked = iter([False] * 5 + [True] * 100)
    settings = FinetuneSettings(steps=6, rows=2, window=4, evaluations=3, folds=0)
    result = finetune(base, sparse_clips(), settings, CPU, TrainingHooks(should_stop=lambda: next(asked)))
    assert result.stopped
    assert result.evaluation["steps"] == 4


def test_too_few_ratings_train_but_show_no_figures(base):
    clip = made_clip("p", 3)
    result = finetune(base, [clip], FinetuneSettings(steps=2, rows=2, window=4), CPU, TrainingHooks())
    assert result.evaluation["au"] == {}
    assert "Too few rated frames" in result.evaluation["scheme"]


def test_no_ratings_are_refused(base):
    with pytest.raises(TooFewRatingsError, match="no ratings"):
        finetune(base, [made_clip("p", rated=0)], QUICK, CPU, TrainingHooks())


def test_an_undefined_icc_is_none_and_never_zero():
    rated = np.array([[0.0, 1.0], [0.0, 2.0], [0.0, 3.0], [0.0, np.nan]], dtype=np.float32)
    predicted = np.array([[0.1, 1.0], [0.2, 2.0], [0.3, 3.0], [0.1, 0.0]], dtype=np.float32)
    result = agreement(rated, {"": predicted}, (4, 12))
    assert result["au"]["4"]["icc"] is None
    assert result["au"]["4"]["mae"] == pytest.approx(0.175)
    assert result["au"]["12"]["icc"] == pytest.approx(1.0)
    assert result["au"]["12"]["n"] == 3
    assert result["mean"]["icc"] == pytest.approx(1.0)


def test_a_model_that_gives_one_value_where_ratings_vary_has_an_icc_of_0():
    rated = np.array([[0.0, 1.0], [1.0, 2.0], [2.0, 3.0]], dtype=np.float32)
    flat = np.array([[0.0, 1.0], [0.0, 2.0], [0.0, 3.0]], dtype=np.float32)
    result = agreement(rated, {"": rated, "base_": flat}, (4, 12))
    assert result["au"]["4"]["base_icc"] == 0
    assert result["mean"] == pytest.approx({"icc": 1.0, "base_icc": 0.5, "mae": 0.0, "base_mae": 0.5})


def test_enough_held_out_ratings_tell_how_far_off_the_new_model_may_be(base):
    settings = replace(QUICK, steps=0)
    told = finetune(base, sparse_clips(rated=0.6), settings, CPU, TrainingHooks()).evaluation
    errors = ExpectedErrors.from_json(told["error_model"])
    assert errors.aus == CONFIG.aus
    assert errors.fitted_on.startswith(f"{told['n_frames']} frames of 3 persons")
    made = np.mean([row["mae"] for row in told["au"].values()])
    assert 0.5 * made < errors.expected_error(np.full((1, 2), 2.5)).mean() < 4 * made
    few = finetune(base, sparse_clips(rated=0.1), settings, CPU, TrainingHooks()).evaluation
    assert "error_model" not in few


class PowerCut(Exception):
    """Nothing after this moment happens."""


@pytest.mark.parametrize(("folds", "moment"), [(3, 1), (3, 8), (3, 13), (0, 2), (0, 3)])
def test_a_training_that_is_cut_off_goes_on_and_ends_as_if_it_had_not_been(base, tmp_path, folds, moment):
    settings = FinetuneSettings(steps=4, rows=2, window=4, evaluations=2, folds=folds, seed=1)

    def cut(done, _total, _message):
        if done == moment:
            raise PowerCut

    with pytest.raises(PowerCut):
        finetune(base, sparse_clips(), settings, CPU, TrainingHooks(on_progress=cut), state=tmp_path)
    told = []
    hooks = TrainingHooks(on_metric=lambda step, name, value, au: told.append((step, name, au)))
    resumed = finetune(base, sparse_clips(), settings, CPU, hooks, state=tmp_path)
    whole = finetune(base, sparse_clips(), settings, CPU, TrainingHooks())
    for ours, theirs in zip(resumed.model.parameters(), whole.model.parameters(), strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-5, atol=1e-6)
    assert resumed.evaluation["mean"] == pytest.approx(whole.evaluation["mean"], abs=1e-4)
    # Whoever listens now hears the whole story, from the first step on.
    assert [step for step, name, _ in told if name == "loss"] == [1, 2, 3, 4]
    if folds:
        assert {step for step, name, au in told if (name, au) == ("mae", None)} == {0, 2, 4}


def test_what_is_left_of_a_training_on_other_ratings_is_not_used(base, tmp_path):
    settings = FinetuneSettings(steps=2, rows=2, window=4, evaluations=1)
    finetune(base, sparse_clips(), settings, CPU, TrainingHooks(), state=tmp_path)
    steps = []
    hooks = TrainingHooks(on_progress=lambda done, total, message: steps.append((message, done)))
    finetune(base, sparse_clips(rated=0.5), settings, CPU, hooks, state=tmp_path)
    assert next(done for message, done in steps if message != LOOKING_AT) == 1


def test_what_is_left_of_a_training_from_another_model_is_not_used(base, tmp_path):
    settings = FinetuneSettings(steps=2, rows=2, window=4, evaluations=1)
    finetune(base, sparse_clips(), settings, CPU, TrainingHooks(), state=tmp_path)
    other = copy.deepcopy(base)
    with torch.no_grad():
        other.regressor.bias += 0.5
    steps = []
    hooks = TrainingHooks(on_progress=lambda done, total, message: steps.append((message, done)))
    finetune(other, sparse_clips(), settings, CPU, hooks, state=tmp_path)
    assert next(done for message, done in steps if message != LOOKING_AT) == 1


def test_folds_of_a_training_from_another_model_are_not_taken_up_after_a_second_interruption(base, tmp_path):
    settings = FinetuneSettings(steps=4, rows=2, window=4, evaluations=1, folds=3)
    finetune(base, sparse_clips(), settings, CPU, TrainingHooks(), state=tmp_path)
    other = copy.deepcopy(base)
    with torch.no_grad():
        other.regressor.bias += 0.5

    def cut(done, _total, _message):
        if done == 5:  # the first steps are those on all ratings: no fold has begun anew
            raise PowerCut

    with pytest.raises(PowerCut):
        finetune(other, sparse_clips(), settings, CPU, TrainingHooks(on_progress=cut), state=tmp_path)
    resumed = finetune(other, sparse_clips(), settings, CPU, TrainingHooks(), state=tmp_path)
    whole = finetune(other, sparse_clips(), settings, CPU, TrainingHooks())
    assert resumed.evaluation["mean"] == pytest.approx(whole.evaluation["mean"], abs=1e-4)


def test_ratings_of_persons_are_also_judged_on_other_frames_of_theirs(base):
    clips = [made_clip(f"p{k}", 240, seed=k, rated=0.2, source=f"r{k}") for k in range(3)]
    evaluation = finetune(base, clips, replace(QUICK, steps=0), CPU, TrainingHooks()).evaluation
    within = evaluation["within"]
    assert evaluation["whole_groups"]
    assert within["n_frames"] == sum(len(clip.labelled) for clip in clips)
    assert within["mean"]["mae"] < within["mean"]["base_mae"]
    assert within["mean"]["mae"] < within["mean"]["constant_mae"]
    assert set(within["au"]) == {"12", "25"}
    assert within["scheme"].startswith("3 folds; a stretch of every recording is held out")


def test_one_recording_has_no_second_figure_because_its_own_frames_are_held_out_anyway(base):
    clip = made_clip("p", 400, seed=3, rated=0.2)
    evaluation = finetune(base, [clip], replace(QUICK, steps=0), CPU, TrainingHooks()).evaluation
    assert not evaluation["whole_groups"]
    assert "within" not in evaluation


def test_states_are_chosen_by_strangers_and_by_other_frames_of_who_was_rated_alike(base, monkeypatch):
    clips = [made_clip(f"p{k}", 240, seed=k, rated=0.2, source=f"r{k}") for k in range(3)]
    held_out = HeldOut(base, clips, 3, CPU)
    fitted, unchanged = held_out.agreement_at_start(), held_out.agreement_of_base()
    assert unchanged["within"]["mean"]["mae"] == unchanged["within"]["mean"]["base_mae"]
    monkeypatch.setattr("au_studio.learn.stage2.held_out.split_within_recordings", lambda *_: ())
    held_out = HeldOut(base, clips, 3, CPU)
    for both, strangers in (
        (fitted, held_out.agreement_at_start()),
        (unchanged, held_out.agreement_of_base()),
    ):
        assert both["error"] > strangers["error"] > 0


def test_the_start_is_fitted_to_features_that_are_whitened_within_persons(base):
    clips = [made_clip(f"p{k}", 60, seed=k, rated=0.3, source=f"r{k}") for k in range(3)]
    held_out = HeldOut(base, clips, 0, CPU)
    fitted = readout_of(held_out.start_models()[0])
    features, frames, own = rated_features(base, clips, CPU), rated_frames(clips), readout_of(base)
    whitening = Whitening.within_persons(features, frames.persons)
    whitened = whitening.features(features)
    there = fit_readout(whitening.readout(own), whitened, frames.intensities, held_out.strength)
    assert np.allclose(fitted.weight, whitening.plain(there).weight, atol=1e-5)
    plain = fit_readout(own, features, frames.intensities, held_out.strength)
    assert not np.allclose(fitted.weight, plain.weight, atol=1e-3)


def test_an_unfinished_training_that_began_in_another_way_is_not_gone_on_with(monkeypatch):
    clips = [made_clip("p", 40, rated=0.3)]
    before = KeptRun(None, {}, clips).about
    assert KeptRun(None, {}, clips).about == before
    monkeypatch.setattr("au_studio.learn.stage2.kept_run.METHOD", "another")
    assert KeptRun(None, {}, clips).about != before
