"""Stage 2 in the program: adapt a model to a coder's few random ratings, and say honestly what it gained."""

from __future__ import annotations

import copy
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch

from au_studio.errors import AUStudioError
from au_studio.learn.augmentation import Augmentation
from au_studio.learn.clips import Clip
from au_studio.learn.held_out import HeldOut
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
        Gradient steps of the whole network after the regressor was fitted in closed form, in every model that
        is trained (the final one and one per fold). None by default: on rendered persons whom the base had
        never seen (`tests/benchmarks/finetune_gain.py`) the fitted regressor gained .24 ICC, and 45 to 60
        steps from there lost up to .05 again.
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

    steps: int = 0
    rows: int = 6
    window: int = 8
    encoder: float = 2e-5
    temporal: float = 2e-5
    regressor: float = 3e-5
    folds: int = 5
    evaluations: int = 2
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
        training ratings' mean ("constant_"); with `scheme` in words, `n_frames`, `steps` and `error` (by
        which states are chosen). Without folds `au` is empty and `scheme` says why.
    stopped : bool
        Somebody asked it to stop: the model is the best (without folds: the last) of those measured so far.
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

    First the regressor is fitted in closed form (`au_studio.learn.readout`): most of what few ratings can
    teach, in seconds. From there the whole network may learn by gradient descent (`settings.steps`): the
    final model (all ratings) and one per fold advance side by side, so that every figure shown belongs to the
    same amount of training. The state with the lowest held-out error is kept, be it the base itself.
    With too few ratings to hold some out, only the regressor is fitted, with caution.

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
    hooks.on_progress(0, 0, "Looking at the rated frames")
    held_out = HeldOut(model, rated, settings.folds, device)
    materials = [rated, *held_out.training_clips()]
    final, *runs = [
        RegressionRun(start, material, settings.regression(), device)
        for start, material in zip(held_out.start_models(), materials, strict=True)
    ]
    progress = _Progress(settings.steps * (1 + len(runs)), hooks)
    states = [_State(model.state_dict(), {**held_out.agreement_of_base(), "steps": 0, "kept": "base"})]
    measured = held_out.agreement_at_start()
    _report(hooks, 0, measured)
    states.append(_State(copy.deepcopy(final.model.state_dict()), {**measured, "steps": 0}))
    for stop in _milestones(settings) if held_out.splits.splits or not settings.folds else []:
        _advance(final, runs, stop, progress)
        if progress.stopped:
            break
        measured = held_out.agreement([run.model for run in runs])
        _report(hooks, final.step, measured)
        states.append(_State(copy.deepcopy(final.model.state_dict()), {**measured, "steps": final.step}))
    kept = min(states, key=_State.held_out_error) if held_out.splits.splits else states[-1]
    scheme = _scheme(held_out.splits.scheme, states, kept, stopped=progress.stopped)
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
        """Return the error by which states are chosen; infinite where nothing is held out."""
        error = self.evaluation.get("error")
        return float("inf") if error is None else float(error)


def _scheme(splits: str, states: Sequence[_State], kept: _State, *, stopped: bool) -> str:
    """Say how the held-out figures came about, and which state was kept."""
    if not kept.evaluation["au"]:
        return splits
    early = " Training was stopped early." if stopped else ""
    if kept.evaluation.get("kept") == "base":
        return (
            f"{splits}{early} The ratings did not make it better on held-out frames, so the new model is the "
            "one before, unchanged."
        )
    if len(states) <= 2:
        return f"{splits}{early}"
    return (
        f"{splits}{early} Of {len(states)} states (the model before, its regressor fitted anew, and "
        f"{len(states) - 2} while the whole network learned) the one with the lowest held-out error was "
        "kept, which flatters its figures a little."
    )


def _milestones(settings: FinetuneSettings) -> list[int]:
    if not settings.steps:
        return []
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


def _report(hooks: TrainingHooks, step: int, evaluation: dict[str, Any]) -> None:
    for figure in ("icc", "mae"):
        for au, row in evaluation["au"].items():
            if row[figure] is not None:
                hooks.on_metric(step, figure, row[figure], int(au))
        mean = evaluation["mean"].get(figure)
        if mean is not None:
            hooks.on_metric(step, figure, mean, None)
