"""Stage 2 in the program: adapt a model to a coder's few random ratings, and say honestly what it gained."""

from __future__ import annotations

import copy
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from au_studio.errors import AUStudioError
from au_studio.learn.augmentation import Augmentation
from au_studio.learn.clips import Clip
from au_studio.learn.evaluation import Intensities, agreement, predict_clips
from au_studio.learn.folds import Fold, Folds, make_folds
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.optimisation import LearningRates
from au_studio.learn.regression import RegressionRun, RegressionSettings
from au_studio.nn.model import IntensityModel

GENTLE = Augmentation(
    rotation=4, shift=2, scale=0.04, stretch=0.02, colour=0.5,
    shade=0.2, blur=0.15, shrink=0.15, noise=0.2, compress=0.1, occlude=0.1,
)  # fmt: skip
"""The recordings that a model is adapted to look alike: less variation than a whole corpus needs."""


class TooFewRatingsError(AUStudioError):
    """There is nothing to fine-tune on."""


@dataclass(frozen=True)
class FinetuneSettings:
    """Settings of a fine-tuning.

    Attributes
    ----------
    steps : int
        Optimisation steps of every model that is trained (the final one and one per fold).
    rows, window : int
        Windows per step, frames per window.
    encoder, temporal, regressor : float
        Peak learning rates.
    folds : int
        Largest number of cross-validation folds; 0 skips the held-out agreement.
    evaluations : int
        How often held-out agreement is measured on the way.
    seed : int
        Everything random follows from it.
    """

    steps: int = 120
    rows: int = 6
    window: int = 8
    encoder: float = 1e-4
    temporal: float = 3e-4
    regressor: float = 1e-3
    folds: int = 3
    evaluations: int = 4
    seed: int = 0

    def regression(self) -> RegressionSettings:
        """Return the settings of each single training."""
        return RegressionSettings(
            steps=self.steps,
            rows=self.rows,
            window=self.window,
            rates=LearningRates(self.encoder, self.temporal, self.regressor),
            augmentation=GENTLE,
            seed=self.seed,
        )


@dataclass(frozen=True)
class FinetuneResult:
    """What a fine-tuning yields.

    Attributes
    ----------
    model : IntensityModel
        Trained on all ratings, in evaluation mode.
    evaluation : dict
        Held-out agreement as `evaluation.agreement` gives it, for the model, the base ("base_") and the
        training ratings' mean ("constant_"); with `scheme` in words, `n_frames` and `steps`. Without folds
        `au` is empty and `scheme` says why.
    stopped : bool
        Somebody asked it to stop: the model is the measured one with the lowest held-out error, the last
        measured one without folds, or as it was when stopped before the first measurement. `scheme` says so.
    seconds : float
        Duration.
    """

    model: IntensityModel
    evaluation: dict[str, Any]
    stopped: bool
    seconds: float


class _Progress:
    """Counts steps over all trainings, and stops them all when asked."""

    def __init__(self, total: int, hooks: TrainingHooks) -> None:
        self.done, self.total, self.hooks, self.stopped = 0, total, hooks, False

    def should_stop(self) -> bool:
        self.stopped = self.stopped or self.hooks.should_stop()
        return self.stopped

    def advance(self, message: str) -> None:
        self.done += 1
        self.hooks.on_progress(self.done, self.total, message)


def finetune(
    model: IntensityModel,
    clips: Sequence[Clip],
    settings: FinetuneSettings,
    device: torch.device,
    hooks: TrainingHooks,
) -> FinetuneResult:
    """Adapt a model to rated frames, with cross-validated agreement measured while it trains.

    The final model (all ratings) and one model per fold advance side by side, so that every figure shown
    belongs to the same amount of training. When stopped, the state with the lowest held-out error is kept.

    Parameters
    ----------
    model : IntensityModel
        The base; it is not changed.
    clips : sequence of Clip
        Runs of crops around the rated frames, columns in the order of ``model.config.aus``.

    Raises
    ------
    TooFewRatingsError
        If no frame carries a rating of one of the model's action units.
    """
    began = time.monotonic()
    rated = [clip for clip in clips if len(clip.labelled)]
    if not rated:
        raise TooFewRatingsError(
            "There are no ratings to fine-tune on: no coded frame shows the face of the chosen person.",
            next_step="Code some sampled frames first.",
        )
    folds = make_folds(rated, settings.folds) if settings.folds else None
    splits = folds.folds if folds else []
    final = RegressionRun(copy.deepcopy(model), rated, settings.regression(), device)
    runs = [RegressionRun(copy.deepcopy(model), f.training, settings.regression(), device) for f in splits]
    progress = _Progress(settings.steps * (1 + len(runs)), hooks)
    held_out = _HeldOut(splits, model, device)
    states: list[_State] = []
    for stop in _milestones(settings):
        _advance(final, runs, stop, progress)
        if progress.stopped:
            break
        measured = held_out.agreement([run.model for run in runs])
        _report(hooks, final.step, measured)
        states.append(_State(copy.deepcopy(final.model.state_dict()), {**measured, "steps": final.step}))
    scheme = _scheme(folds, states, stopped=progress.stopped)
    if not states:
        empty = {"au": {}, "mean": {}, "n_frames": 0, "steps": final.step}
        states.append(_State(final.model.state_dict(), empty))
    kept = min(states, key=_State.held_out_error) if progress.stopped and splits else states[-1]
    final.model.load_state_dict(kept.weights)
    seconds = time.monotonic() - began
    return FinetuneResult(
        final.model.eval(), {**kept.evaluation, "scheme": scheme}, progress.stopped, seconds
    )


@dataclass(frozen=True)
class _State:
    """Weights of the final model at one evaluation, and what was measured then."""

    weights: dict[str, Any]
    evaluation: dict[str, Any]

    def held_out_error(self) -> float:
        error = self.evaluation["mean"].get("mae")
        return float("inf") if error is None else float(error)


def _scheme(folds: Folds | None, states: Sequence[_State], *, stopped: bool) -> str:
    """Say how the held-out figures came about, and what an early stop did to them."""
    if folds is None:
        return "Held-out agreement was not asked for."
    if not stopped or not folds.folds:
        return folds.scheme
    if not states:
        return "Training was stopped before the first measurement: nothing was measured on held-out frames."
    if len(states) == 1:
        return f"{folds.scheme} Training was stopped early: the one state that had been measured was kept."
    return (
        f"{folds.scheme} Training was stopped early: of {len(states)} measured states, the one with the "
        "lowest held-out error was kept and the figures are its own, which flatters it a little."
    )


def _milestones(settings: FinetuneSettings) -> list[int]:
    count = max(1, settings.evaluations)
    return sorted({max(1, settings.steps * k // count) for k in range(1, count + 1)})


def _advance(final: RegressionRun, runs: Sequence[RegressionRun], stop: int, progress: _Progress) -> None:
    def on_final(step: int, loss: float) -> None:
        progress.hooks.on_metric(step, "loss", loss, None)
        progress.advance("Learning from all ratings")

    final.advance(stop, on_final, progress.should_stop)
    for number, run in enumerate(runs):
        if progress.stopped:
            return
        message = f"Learning with fold {number + 1} of {len(runs)} held out"
        run.advance(stop, lambda *_, text=message: progress.advance(text), progress.should_stop)


class _HeldOut:
    """The held-out frames of all folds, with what the base model and a constant say about them."""

    def __init__(self, folds: Sequence[Fold], base: IntensityModel, device: torch.device) -> None:
        self.folds, self.device, self.aus = folds, device, base.config.aus
        self.base = [self._rated_frames(base, fold) for fold in folds]
        self.rated = [np.concatenate([clip.intensities[clip.labelled] for clip in f.held_out]) for f in folds]
        self.constant = [
            np.tile(_column_means(fold.training), (len(rated), 1))
            for fold, rated in zip(folds, self.rated, strict=True)
        ]

    def agreement(self, models: Sequence[IntensityModel]) -> dict[str, Any]:
        """Return pooled held-out agreement of the folds' models (empty without folds)."""
        if not self.folds:
            return {"au": {}, "mean": {}, "n_frames": 0}
        ours = [self._rated_frames(model, fold) for model, fold in zip(models, self.folds, strict=True)]
        predicted = {"": ours, "base_": self.base, "constant_": self.constant}
        rated = np.concatenate(self.rated)
        pooled = {name: np.concatenate(values) for name, values in predicted.items()}
        return {**agreement(rated, pooled, self.aus), "n_frames": len(rated)}

    def _rated_frames(self, model: IntensityModel, fold: Fold) -> Intensities:
        predictions = predict_clips(model, fold.held_out, self.device)
        return np.concatenate([p[c.labelled] for p, c in zip(predictions, fold.held_out, strict=True)])


def _column_means(clips: Sequence[Clip]) -> Intensities:
    values = np.concatenate([clip.intensities[clip.labelled] for clip in clips])
    known = np.isfinite(values)
    return np.asarray(
        np.where(known, values, 0).sum(axis=0) / np.maximum(1, known.sum(axis=0)), dtype=np.float32
    )


def _report(hooks: TrainingHooks, step: int, evaluation: dict[str, Any]) -> None:
    for figure in ("icc", "mae"):
        for au, row in evaluation["au"].items():
            if row[figure] is not None:
                hooks.on_metric(step, figure, row[figure], int(au))
        mean = evaluation["mean"].get(figure)
        if mean is not None:
            hooks.on_metric(step, figure, mean, None)
