"""Real faces without labels: their look, and that artefacts change no expression."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from au_studio.factory.base import BaseSettings, train_base
from au_studio.factory.real_faces import DEGRADED, RealFaces, RealFacesRun, averaged, with_amplitudes
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.material.augmentation import NO_AUGMENTATION
from au_studio.learn.material.clips import Clip
from au_studio.learn.optimisation import LearningRates
from au_studio.learn.stage2.regression import RegressionSettings, run_to_end
from au_studio.nn.config import ModelConfig
from au_studio.nn.model import IntensityModel

CPU = torch.device("cpu")
SETTINGS = RegressionSettings(
    steps=25, rows=2, window=4, rates=LearningRates(3e-3, 1e-3, 3e-3), train_norms=True,
    augmentation=NO_AUGMENTATION,
)  # fmt: skip


def clip(seed: int, frames: int = 8, *, rated: bool = False) -> Clip:
    rng = np.random.default_rng(seed)
    crops = rng.integers(0, 255, (frames, 36, 36, 3), dtype=np.uint8)
    values = rng.uniform(0, 5, (frames, 1)) if rated else np.full((frames, 1), np.nan)
    restart = np.arange(frames) == 0
    times = np.arange(frames) / 8
    return Clip(crops, values.astype(np.float32), times, np.arange(frames), restart, str(seed), str(seed))


def model() -> IntensityModel:
    torch.manual_seed(3)
    return IntensityModel(ModelConfig(aus=(12,), width=8, features=8, crop_size=32))


def unrest(network: IntensityModel) -> float:
    """How far readings of degraded crops are from those of the clean ones (mean square)."""
    faces, apart = [clip(k) for k in (50, 51)], []
    for number in range(10):
        crops = faces[number % 2].crops
        clean, bad = (
            torch.from_numpy(vary(crops, 32, np.random.default_rng(number))).movedim(-1, -3)[None]
            for vary in (NO_AUGMENTATION, DEGRADED)
        )
        with torch.no_grad():
            one, other = network.eval()(clean)[0], network(bad)[0]
        apart.append((one - other).square().mean())
    return float(torch.stack(apart).mean())


def trained(weight: float) -> IntensityModel:
    labelled = [clip(k, rated=True) for k in range(3)]
    real = [clip(k) for k in (50, 51)]
    faces = RealFaces(look=0.0, weight=weight)
    run = RealFacesRun(model(), labelled, SETTINGS, CPU, real=real, faces=faces, hooks=TrainingHooks())
    assert run_to_end(run, TrainingHooks())[0] == SETTINGS.steps
    return run.model


def test_artefacts_of_real_faces_change_less_afterwards():
    assert unrest(trained(30.0)) < 0.3 * unrest(trained(0.0))


def test_a_crop_with_the_amplitudes_of_another_keeps_its_phases():
    one, other = clip(1).crops[:1], clip(2).crops[0]
    np.testing.assert_allclose(with_amplitudes(one, other, 0.0).astype(int), one, atol=1)
    full = np.fft.fft2(with_amplitudes(one, other, 0.5)[0, :, :, 1])
    before, given = np.fft.fft2(one[0, :, :, 1]), np.fft.fft2(other[:, :, 1])
    turned = np.angle(full * np.conj(before))
    assert np.median(np.abs(turned)) < 0.2  # the clamp to 0-255 turns some a little
    wanted = 0.5 * np.abs(before) + 0.5 * np.abs(given)
    assert np.corrcoef(np.abs(full).ravel()[1:], wanted.ravel()[1:])[0, 1] > 0.9


def test_weights_lie_between_start_and_end():
    first, last = model(), trained(0.0)
    between = averaged(first, last, 0.25)
    one, other, got = (m.regressor.weight for m in (first, last, between))
    torch.testing.assert_close(got, 0.75 * one + 0.25 * other)
    assert between.state_dict().keys() == last.state_dict().keys()


def test_real_clips_shorter_than_a_window_are_refused():
    with pytest.raises(ValueError, match="No real clip has 4 frames"):
        RealFacesRun(
            model(), [clip(0, rated=True)], SETTINGS, CPU,
            real=[clip(1, frames=3)], faces=RealFaces(), hooks=TrainingHooks(),
        )  # fmt: skip


def test_a_base_training_says_that_real_faces_took_part(tmp_path):
    settings = BaseSettings(model().config, None, replace(SETTINGS, steps=2), RealFaces(), share=0.5)
    labelled, real = [clip(k, rated=True) for k in range(3)], [clip(50)]
    start = model()
    before = start.regressor.weight.clone()
    got, training = train_base(labelled, real, settings, CPU, TrainingHooks(), work=tmp_path, start=start)
    assert training["real"]["look"] == RealFaces().look
    assert training["share"] == 0.5
    assert not torch.equal(got.regressor.weight, before)
