"""Stage 2 in the program: adapt a model to a coder's few random ratings, and say honestly what it gained."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from au_studio.errors import AUStudioError
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.material.augmentation import Augmentation
from au_studio.learn.material.clips import Clip
from au_studio.learn.material.known_codes import KnownCodes
from au_studio.learn.optimisation import LearningRates
from au_studio.learn.resume import start_digest
from au_studio.learn.stage2.held_out import HeldOut
from au_studio.learn.stage2.kept_run import KeptRun, milestones, report_agreement
from au_studio.learn.stage2.regression import RegressionRun, RegressionSettings
from au_studio.nn.model import IntensityModel
from au_studio.texts import sentence

GENTLE = Augmentation(
    rotation=4, shift=2, scale=0.04, stretch=0.02, colour=0.5,
    shade=0.2, blur=0.15, shrink=0.15, noise=0.2, compress=0.1, occlude=0.1,
)  # fmt: skip
"""The recordings that a model is adapted to look alike: less variation than a whole corpus needs."""


class TooFewRatingsError(AUStudioError):
    """There is nothing to fine-tune on."""


LOOKING_AT = sentence("Looking at the rated frames")
"""What is told while nothing is learned by gradient descent yet."""


@dataclass(frozen=True)
class FinetuneSettings:
    """Settings of a fine-tuning.

    Attributes
    ----------
    steps : int
        Gradient steps of the whole network after the regressor was fitted in closed form, in every model that
        is trained (the final one and one per fold); what they yield is kept only where it lowers the held-out
        error. None by default: on later frames of two rendered persons whom the base had never seen, 40 steps
        lost .02 to .03 of the ICC that the fitted regressor had gained (.24 and .31), 80 steps .02, 160 steps
        .01, at these rates; at five times the rates more was lost.
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

    @property
    def crops_per_step(self) -> int:
        """Crops that one step of one model learns from."""
        return self.rows * self.window

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
        training ratings' median ("constant_"); with `scheme` in words, `n_frames`, `steps` and `error` (by
        which states are chosen). Without folds `au` is empty and `scheme` says why.
    stopped : bool
        Somebody asked it to stop: the model is the best (without folds: the last) of those measured so far.
    seconds : float
        Duration, with that of earlier processes that it went on from.
    """

    model: IntensityModel
    evaluation: dict[str, Any]
    stopped: bool
    seconds: float


class _Progress:
    """Counts steps over all trainings, and stops them all when asked."""

    def __init__(self, runs: Sequence[RegressionRun], hooks: TrainingHooks) -> None:
        self.done, self.total = sum(run.step for run in runs), sum(run.settings.steps for run in runs)
        self.hooks, self.stopped = hooks, False

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
    *,
    before: IntensityModel | None = None,
    state: Path | None = None,
    codes: KnownCodes | None = None,
) -> FinetuneResult:
    """Adapt a model to rated frames, with cross-validated agreement measured while it trains.

    First the regressor is fitted in closed form (`au_studio.learn.stage2.readout`): most of what few ratings
    can teach, in seconds. From there the whole network may learn by gradient descent (`settings.steps`): the
    final model (all ratings) and one per fold advance side by side, so that every figure shown belongs to the
    same amount of training. The state with the lowest held-out error is kept, be it the base itself.
    With too few ratings to hold some out, only the regressor is fitted, with caution.

    Parameters
    ----------
    model : IntensityModel
        The base; it is not changed.
    clips : sequence of Clip
        Runs of crops around the rated frames, columns in the order of ``model.config.aus``.
    before : IntensityModel, optional
        What the result is compared with as the base; `model` itself if absent. Another one is wanted when
        `model` has been adapted without ratings, so that its regressor fits no more, or when it was given
        action units that it has never read: `before` may read fewer of them.
    state : Path, optional
        Folder in which the training is kept as it goes. One that was killed goes on from what is
        there, and ends where it would have ended undisturbed.
    codes : KnownCodes, optional
        Geometry of the crops that was found before; what is found is added.

    Raises
    ------
    TooFewRatingsError
        If no frame carries a rating of one of the model's action units.
    """
    rated = [clip for clip in clips if len(clip.labelled)]
    if not rated:
        raise TooFewRatingsError(
            "There are no ratings to fine-tune on: no coded frame shows the face of the chosen person.",
            next_step="Code some sampled frames first.",
        )
    start = "" if state is None else start_digest(model)
    past = KeptRun(state, asdict(settings), rated, start)
    on_share = _telling_share(hooks, sum(len(clip.labelled) for clip in rated))
    held_out = HeldOut(model, rated, settings.folds, device, before, codes=codes, on_share=on_share)
    materials = [rated, *held_out.training_clips()]
    runs = [
        RegressionRun(begun, material, settings.regression(), device, hooks=hooks, origin=start)
        for begun, material in zip(held_out.start_models(), materials, strict=True)
    ]
    final = runs[0]
    states = [_State(model.state_dict(), {**held_out.agreement_of_base(), "steps": 0, "kept": "base"})]
    at_start = {**held_out.agreement_at_start(), "steps": 0}
    states.append(_State(copy.deepcopy(final.model.state_dict()), at_start))
    report_agreement(hooks, states[-1].evaluation)
    past.restore(runs)
    past.tell(hooks, final.step)
    progress = _Progress(runs, hooks)
    measurable = held_out.splits.splits or not settings.folds
    for stop in milestones(settings.steps, settings.evaluations) if measurable else []:
        _advance(runs, stop, progress, past)
        if progress.stopped:
            break
        if not past.measured_at(stop):
            past.keep(final, held_out.agreement([run.model for run in runs[1:]]), hooks)
    states += [_State(*past.best)] if past.best is not None else []
    kept = min(states, key=_State.held_out_error) if held_out.splits.splits else states[-1]
    scheme = _scheme(held_out.splits.scheme, 2 + len(past.evaluations), kept, stopped=progress.stopped)
    final.model.load_state_dict(kept.weights)
    evaluation = {**kept.evaluation, "scheme": scheme, "frames": past.about[:16]}
    return FinetuneResult(final.model.eval(), evaluation, progress.stopped, past.clock.seconds)


def _telling_share(hooks: TrainingHooks, n_rated: int) -> Callable[[float], None]:
    """Tell that looking at so many rated frames begins, and return what tells how far it is."""

    def tell(share: float) -> None:
        hooks.on_progress(int(share * n_rated), n_rated, LOOKING_AT)

    tell(0.0)
    return tell


@dataclass(frozen=True)
class _State:
    """Weights of the final model at one evaluation, and what was measured then."""

    weights: dict[str, Any]
    evaluation: dict[str, Any]

    def held_out_error(self) -> float:
        """Return the error by which states are chosen; infinite where nothing is held out."""
        error = self.evaluation.get("error")
        return float("inf") if error is None else float(error)


def _scheme(splits: str, measured: int, kept: _State, *, stopped: bool) -> str:
    """Say how the held-out figures came about, and which state was kept."""
    if not kept.evaluation["au"]:
        return splits
    early = " Training was stopped early." if stopped else ""
    if kept.evaluation.get("kept") == "base":
        return (
            f"{splits}{early} The ratings did not make it better on held-out frames, so the new model is the "
            "one before, unchanged."
        )
    if measured <= 2:
        return (
            f"{splits}{early} How much the ratings count was chosen by their held-out error, which flatters "
            "the figures a little."
        )
    return (
        f"{splits}{early} Of {measured} states (the model before, its regressor fitted anew, and "
        f"{measured - 2} while the whole network learned) the one with the lowest held-out error was "
        "kept, which flatters its figures a little."
    )


def _advance(runs: Sequence[RegressionRun], stop: int, progress: _Progress, past: KeptRun) -> None:
    """Bring every run to `stop` steps: the one on all ratings first, then those of the folds."""
    for number, run in enumerate(runs):
        message = f"Learning with fold {number} of {len(runs) - 1} held out"
        if number == 0:
            message = "Learning from all ratings"

        def on_step(step: int, loss: float, number: int = number, message: str = message) -> None:
            if number == 0:
                past.losses.append((step, loss))
                progress.hooks.on_metric(step, "loss", loss, None)
            progress.advance(message)
            past.save_now_and_then(runs, number)

        if run.step < stop:
            run.advance(stop, on_step, progress.should_stop)
            past.save(runs, number)
        if progress.stopped:
            return
