"""Both stages train, repeat exactly, and resume exactly."""

import time
from dataclasses import replace

import numpy as np
import pytest
import torch
from made_clips import CONFIG, made_clip, made_meshes

from au_studio.errors import Stopped
from au_studio.factory.base import BaseSettings, train_base
from au_studio.learn import resume
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.material.augmentation import NO_AUGMENTATION
from au_studio.learn.material.prefetch import Prefetcher
from au_studio.learn.material.rated import rated_features
from au_studio.learn.optimisation import LearningRates
from au_studio.learn.stage1 import pretrain as pretrain_module
from au_studio.learn.stage1.contrastive import ContrastiveOptions
from au_studio.learn.stage1.pretrain import PretrainingSettings, pretrain
from au_studio.learn.stage2 import regression
from au_studio.learn.stage2.regression import RegressionRun, RegressionSettings, train_regressor
from au_studio.nn.model import IntensityModel

CPU = torch.device("cpu")
STAGE1 = PretrainingSettings.of("future", steps=8, rows=4, blocks=5, predicted=2, stride=1)
MOVEMENT = PretrainingSettings.of("movement", steps=8, rows=4, blocks=6, augmentation=NO_AUGMENTATION)
STAGE2 = RegressionSettings(
    steps=8,
    rows=3,
    window=4,
    rates=LearningRates(1e-2, 1e-2, 1e-2),
    train_norms=True,
    augmentation=NO_AUGMENTATION,
)


def new_model(block_frames: int = 1) -> IntensityModel:
    torch.manual_seed(0)
    return IntensityModel(replace(CONFIG, block_frames=block_frames))


def clips():
    return [made_clip(f"p{k}", 24, seed=k) for k in range(3)]


def same(a, b) -> bool:
    return all(
        torch.equal(x, y) for x, y in zip(a.state_dict().values(), b.state_dict().values(), strict=True)
    )


def losses_of(train):
    losses = []
    hooks = TrainingHooks(
        on_metric=lambda step, name, value, au: losses.append(value) if name == "loss" else None
    )
    train(hooks)
    return losses


def test_stage_2_learns_what_can_be_seen():
    model = new_model()
    settings = replace(STAGE2, steps=150, rows=6)
    losses = losses_of(lambda hooks: train_regressor(model, clips(), settings, CPU, hooks))
    assert losses[-1] < 0.3 * losses[0]


@pytest.mark.parametrize("block_frames", [1, 3])
def test_stage_1_learns_to_find_the_future_and_leaves_the_regressor_alone(block_frames):
    model = new_model(block_frames)
    before = model.regressor.weight.clone()
    settings = replace(STAGE1, steps=80, learning_rate=3e-3)
    losses = losses_of(lambda hooks: pretrain(model, clips(), settings, CPU, hooks))
    assert losses[-1] < losses[0] - 0.1
    torch.testing.assert_close(model.regressor.weight, before)


@pytest.mark.parametrize("block_frames", [1, 3])
def test_stage_1_learns_to_find_what_moves_and_leaves_the_regressor_alone(block_frames):
    model = new_model(block_frames)
    before = model.regressor.weight.clone()
    settings, end = replace(MOVEMENT, steps=150), {}
    hooks = TrainingHooks(on_metric=lambda step, name, value, au: end.update({name: value}))
    losses = losses_of(lambda told: pretrain(model, clips(), settings, CPU, told, meshes_of=made_meshes))
    assert losses[0] > np.log(24) - 0.5
    assert losses[-1] < losses[0] - 0.8
    pretrain(new_model(block_frames), clips(), settings, CPU, hooks, meshes_of=made_meshes)
    assert end["moment"] > 0.5
    assert end["top1"] <= end["clip"]
    torch.testing.assert_close(model.regressor.weight, before)


def test_features_that_tell_what_moves_make_few_ratings_go_further():
    """A ridge regression from frozen features to every sixth rating finds the intensities of new persons."""
    new = [made_clip(f"new{k}", 24, seed=20 + k) for k in range(3)]

    def error(model):
        x, seen = (np.concatenate([rated_features(model, [c], CPU) for c in part]) for part in (clips(), new))
        y, wanted = (np.concatenate([c.intensities for c in part]) for part in (clips(), new))
        x, y = x[::6], y[::6]
        middle, spread, mean = x.mean(axis=0), x.std(axis=0) + 1e-3, y.mean(axis=0)
        x, seen = (x - middle) / spread, (seen - middle) / spread
        ridge = 0.1 * len(x) * np.eye(x.shape[1])
        weights = np.linalg.solve(x.T @ x + ridge, x.T @ (y - mean))
        return np.abs(seen @ weights + mean - wanted).mean()

    taught, untaught = new_model(), new_model()
    pretrain(taught, clips(), replace(MOVEMENT, steps=150), CPU, TrainingHooks(), meshes_of=made_meshes)
    assert error(taught) < 0.7 * error(untaught)


def test_rarely_moving_action_units_count_more_when_balanced():
    quiet = [replace(clip, intensities=clip.intensities * np.float32([1.0, 0.5])) for clip in clips()]
    balanced = RegressionRun(new_model(), quiet, replace(STAGE2, balance=True), CPU)
    often, seldom = balanced.weights.tolist()
    assert 2.0 < seldom / often < 6.25
    assert RegressionRun(new_model(), quiet, STAGE2, CPU).weights is None


def test_the_same_seed_trains_the_same_model():
    models = []
    for seed in (0, 0, 1):
        model = new_model()
        pretrain(model, clips(), replace(STAGE1, seed=seed, steps=3), CPU, TrainingHooks())
        train_regressor(model, clips(), replace(STAGE2, seed=seed, steps=3), CPU, TrainingHooks())
        models.append(model)
    assert same(models[0], models[1])
    assert not same(models[0], models[2])


def test_landmarks_stay_with_their_clips_however_long_they_take(monkeypatch):
    monkeypatch.setattr(torch, "get_num_threads", lambda: 3)
    slow = clips()[0].group

    def late(clip):
        if clip.group == slow:
            time.sleep(0.1)
        return made_meshes(clip)

    models = [new_model(), new_model()]
    for model, read in zip(models, (made_meshes, late), strict=True):
        pretrain(model, clips(), replace(MOVEMENT, steps=2), CPU, TrainingHooks(), meshes_of=read)
    assert same(*models)


@pytest.mark.parametrize("stage", ["movement", "future", "ratings"])
def test_an_interrupted_training_resumes_to_the_same_weights(stage, tmp_path, monkeypatch):
    monkeypatch.setattr(regression, "SAVE_SECONDS", 0.0)
    monkeypatch.setattr(pretrain_module, "SAVE_SECONDS", 0.0)

    def train(model, hooks, state):
        if stage != "ratings":
            settings = MOVEMENT if stage == "movement" else STAGE1
            pretrain(model, clips(), settings, CPU, hooks, state=state, meshes_of=made_meshes)
        else:
            train_regressor(model, clips(), STAGE2, CPU, hooks, state=state)

    whole = new_model()
    train(whole, TrainingHooks(), None)
    state = tmp_path / "state.safetensors"
    # While the landmarks are looked at it is asked, too, once for each clip.
    asked = iter([False] * (3 + 3 * (stage == "movement")) + [True])
    train(new_model(), TrainingHooks(should_stop=lambda: next(asked)), state)
    assert state.is_file()
    resumed = new_model()
    train(resumed, TrainingHooks(should_stop=lambda: False), state)
    assert same(whole, resumed)


def test_a_state_of_other_settings_is_not_resumed(tmp_path, monkeypatch):
    monkeypatch.setattr(regression, "SAVE_SECONDS", 0.0)
    state = tmp_path / "state.safetensors"
    train_regressor(new_model(), clips(), STAGE2, CPU, TrainingHooks(), state=state)
    steps = []
    other = replace(STAGE2, seed=5)
    hooks = TrainingHooks(on_progress=lambda done, total, message: steps.append(done))
    train_regressor(new_model(), clips(), other, CPU, hooks, state=state)
    assert steps[0] == 1


class Hours:
    """A clock in place of `time` on which every look takes an hour."""

    def __init__(self) -> None:
        self.hours = 0

    def monotonic(self) -> float:
        self.hours += 1
        return 3600.0 * self.hours


@pytest.mark.parametrize("stage", [1, 2])
def test_the_time_of_a_training_is_that_of_all_its_processes(stage, tmp_path, monkeypatch):
    state = tmp_path / "state.safetensors"

    def train(hooks):
        if stage == 1:
            return pretrain(new_model(), clips(), STAGE1, CPU, hooks, state=state)["seconds"]
        return train_regressor(new_model(), clips(), STAGE2, CPU, hooks, state=state)[1]

    asked = iter([False] * 3 + [True])
    monkeypatch.setattr(resume, "time", Hours())
    assert train(TrainingHooks(should_stop=lambda: next(asked))) >= 3600
    monkeypatch.undo()
    assert train(TrainingHooks()) >= 3600


def test_what_stage_1_came_to_is_known_also_when_only_stage_2_is_resumed(tmp_path):
    state = tmp_path / "state.safetensors"
    whole, again = (pretrain(new_model(), clips(), STAGE1, CPU, TrainingHooks(), state=state) for _ in "ab")
    whole.pop("seconds"), again.pop("seconds")
    assert again == whole
    assert "loss" in again


def other_weights() -> IntensityModel:
    torch.manual_seed(1)
    return IntensityModel(CONFIG)


def other_width() -> IntensityModel:
    torch.manual_seed(0)
    return IntensityModel(replace(CONFIG, width=16))


def other_clips():
    """Clips of the same names and times that show something else."""
    return [made_clip(f"p{k}", 24, seed=9 + k) for k in range(3)]


@pytest.mark.parametrize("stage", [1, 2])
@pytest.mark.parametrize(
    ("model", "material"),
    [(new_model, other_clips), (other_weights, clips), (other_width, clips)],
    ids=["other clips", "other start", "other network"],
)
def test_a_state_of_another_training_is_not_resumed(stage, model, material, tmp_path, monkeypatch):
    monkeypatch.setattr(regression, "SAVE_SECONDS", 0.0)
    monkeypatch.setattr(pretrain_module, "SAVE_SECONDS", 0.0)
    train = pretrain if stage == 1 else train_regressor
    settings = replace(STAGE1 if stage == 1 else STAGE2, steps=3)
    state, steps = tmp_path / "state.safetensors", []
    train(new_model(), clips(), settings, CPU, TrainingHooks(), state=state)
    hooks = TrainingHooks(on_progress=lambda done, total, message: steps.append(done))
    trained, undisturbed = model(), model()
    train(trained, material(), settings, CPU, hooks, state=state)
    assert steps[0] == 1
    train(undisturbed, material(), settings, CPU, TrainingHooks())
    assert same(trained, undisturbed)


def test_a_base_training_killed_in_stage_2_goes_on_there(tmp_path, monkeypatch):
    """Stage 1, which was last saved long before its end, has not to be done again for that."""
    monkeypatch.setattr(regression, "SAVE_SECONDS", 0.0)
    settings = BaseSettings(CONFIG, STAGE1, STAGE2)

    def train(work, hooks):
        work.mkdir(exist_ok=True)
        return train_base(clips(), [], settings, CPU, hooks, work=work)[0]

    def kill(done, total, message):
        if message.startswith("Learning intensities") and done == 5:
            raise KeyboardInterrupt

    whole = train(tmp_path / "whole", TrainingHooks())
    with pytest.raises(KeyboardInterrupt):
        train(tmp_path / "killed", TrainingHooks(on_progress=kill))
    steps = []
    resumed = train(tmp_path / "killed", TrainingHooks(on_progress=lambda done, *_: steps.append(done)))
    assert steps == [5, 6, 7, 8]
    assert same(whole, resumed)


def test_stage_1_of_a_base_learns_from_the_parts_of_clips_in_which_the_face_was_lost(tmp_path):
    lost = [replace(clip, restart=np.arange(24) % 12 == 0) for clip in clips()]
    settings = BaseSettings(CONFIG, replace(STAGE1, steps=1), replace(STAGE2, steps=1))
    _, training = train_base(lost, [], settings, CPU, TrainingHooks(), work=tmp_path)
    assert training["stage1"]["end"]["steps"] == 1


def test_clips_too_short_to_predict_are_refused_in_words():
    with pytest.raises(ValueError, match="as long as 5 frames"):
        pretrain(new_model(), [made_clip("a", 4)], STAGE1, CPU, TrainingHooks())


def test_what_shows_no_face_or_does_not_move_is_refused_in_words():
    blind = made_clip("a", 24)
    with pytest.raises(ValueError, match="No clip shows a face in 6 frames"):
        pretrain(
            new_model(), [blind], MOVEMENT, CPU, TrainingHooks(), meshes_of=lambda c: made_meshes(c) * np.nan
        )
    still = np.repeat(made_meshes(blind)[:1], 24, axis=0)
    with pytest.raises(ValueError, match="Nothing moves"):
        pretrain(new_model(), [blind], MOVEMENT, CPU, TrainingHooks(), meshes_of=lambda _: still)


def test_it_can_be_stopped_while_it_looks_at_the_landmarks():
    looked = []

    def look(clip):
        looked.append(clip)
        time.sleep(0.02)
        return made_meshes(clip)

    many = [made_clip(f"person {k}", 24, seed=k) for k in range(40)]
    with pytest.raises(Stopped):
        pretrain(new_model(), many, MOVEMENT, CPU, TrainingHooks(should_stop=lambda: True), meshes_of=look)
    assert 1 <= len(looked) < 20


def test_an_error_while_making_batches_reaches_the_training():
    def make(step):
        if step == 2:
            raise KeyError("broken crop")
        return step

    with pytest.raises(KeyError, match="broken crop"), Prefetcher(make, 0, 5) as batches:
        for _ in batches:
            pass


def test_batches_come_in_order_and_an_early_end_is_clean():
    with Prefetcher(lambda step: step * 10, 3, 100) as batches:
        taken = [next(iter(batches)) for _ in range(3)]
    assert taken == [(3, 30), (4, 40), (5, 50)]


def test_accumulated_parts_learn_without_the_memory_of_the_whole():
    losses = losses_of(
        lambda hooks: pretrain(
            new_model(), clips(), replace(STAGE1, steps=80, accumulate=2, learning_rate=3e-3), CPU, hooks
        )
    )
    assert losses[-1] < losses[0] - 0.1


@pytest.mark.parametrize(
    "wrong",
    [
        {"accumulate": 3},
        {"accumulate": 4},
        {"predicted": 5},
        {"predicted": 0},
        {"objective": "past"},
        {"objective": "movement"},  # with the future's augmentation, which mirrors
        {"objective": "movement", "augmentation": NO_AUGMENTATION, "blocks": 1},
    ],
)
def test_impossible_settings_of_stage_1_are_refused_at_once(wrong):
    with pytest.raises(ValueError, match=r"block|rows|movement or future|flip"):
        replace(STAGE1, **wrong)


def test_stage_1_reports_retrieval_and_whether_features_collapse():
    seen = {}
    hooks = TrainingHooks(on_metric=lambda step, name, value, au: seen.update({name: value}))
    pretrain(new_model(), clips(), replace(STAGE1, steps=2), CPU, hooks)
    assert {"loss", "top1", "top3", "top5", "clip", "cell", "step", "spread"} <= seen.keys()
    assert seen["top1"] <= seen["top3"] <= seen["top5"] <= 1
    assert 0 < seen["spread"] <= 1


@pytest.mark.parametrize(
    "options", [{"normalise": True, "temperature": 0.1}, {"stop_gradient": True}, {"temperature": 4.0}]
)
@pytest.mark.parametrize("block_frames", [1, 5])
def test_every_variant_of_the_loss_trains_with_both_block_lengths(options, block_frames):
    model = new_model(block_frames)
    before = model.encoder.stem[0].weight.clone()
    settings = replace(STAGE1, steps=2, blocks=4, predicted=2, loss=ContrastiveOptions(**options))
    end = pretrain(model, clips(), settings, CPU, TrainingHooks())
    assert np.isfinite(end["loss"])
    assert not torch.equal(before, model.encoder.stem[0].weight)
