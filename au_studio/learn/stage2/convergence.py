"""Train stage 2 until it stops improving on persons that it does not learn from, and keep the best state.

Or for one cycle of the learning rate. Trainings of a fixed length compare learning speeds; to compare where
two starting points lead, both must end.
"""

from __future__ import annotations

import copy
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch

from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.judging.evaluation import Intensities, agreement, predict_clips
from au_studio.learn.material.clips import Clip
from au_studio.learn.material.crop_making import crop_maker
from au_studio.learn.optimisation import one_cycle
from au_studio.learn.stage2.regression import RegressionRun, RegressionSettings
from au_studio.nn.model import IntensityModel

_WARM_UP = 100


@dataclass(frozen=True)
class ConvergenceRule:
    """When a training counts as ended.

    Attributes
    ----------
    every : int
        Steps between two measurements on the validation persons.
    fewest, most : int
        Steps before which it never ends (a training from scratch sits on a plateau at first), and after
        which it always does.
    patience : int
        Measurements without a better one before the learning rate falls.
    reductions : int
        How often the learning rate falls (each time to a third, from the best state on); after that it ends.
    better_by : float
        Smallest gain of the mean ICC that counts.
    cycle : int
        Instead of all that: steps over which the learning rate rises and falls to zero, once, and the state
        at their end counts. Quicker, where there is no time to wait for the end; 0: not so.
    """

    every: int = 200
    fewest: int = 2000
    most: int = 12_000
    patience: int = 4
    reductions: int = 2
    better_by: float = 0.002
    cycle: int = 0

    @property
    def longest(self) -> int:
        """Steps after which it has ended for certain."""
        return self.cycle or self.most


@dataclass(frozen=True)
class Convergence:
    """How a training went.

    Attributes
    ----------
    steps, best_step : int
        Steps done, and those of the state that was kept.
    curve : list of (int, float)
        Step and mean ICC(3,1) on the validation persons (NaN where no rating varies).
    ended : str
        Why it ended: "converged", "most steps", "cycle" or "stopped".
    seconds : float
        Duration.
    """

    steps: int
    best_step: int
    curve: list[tuple[int, float]]
    ended: str
    seconds: float


class Plateau:
    """Follows the score, and says when the learning rate falls and when to end."""

    def __init__(self, rule: ConvergenceRule) -> None:
        self.rule = rule
        self.factor = 1.0
        self.best: tuple[float, ...] = (-math.inf, -math.inf)
        self.best_step = 0
        self._waited = self._reduced = 0

    def schedule(self, step: int) -> float:
        """Return the factor on the peak learning rates."""
        if self.rule.cycle:
            return one_cycle(step / self.rule.cycle)
        return self.factor * min(1.0, (step + 1) / _WARM_UP)

    def measured(self, step: int, score: tuple[float, ...]) -> bool:
        """Take a score (the higher the better); return whether it is the best so far by a margin."""
        # Until the ratings are followed at all (undefined, or a constant's 0) the smaller error decides.
        blind = self.best[0] <= 0 and score[0] >= self.best[0] and score[1] > self.best[1]
        if score[0] > self.best[0] + self.rule.better_by or blind:
            self.best, self.best_step, self._waited = score, step, 0
            return True
        self._waited += 1
        return False

    def falls(self, step: int) -> bool:
        """Return whether the learning rate falls now; `ended` then tells whether it has fallen enough."""
        if self.rule.cycle or self._waited < self.rule.patience or step < self.rule.fewest:
            return False
        self._reduced += 1
        self._waited = 0
        self.factor /= 3
        return True

    @property
    def memory(self) -> dict[str, Any]:
        """All that has been measured and decided so far, as JSON holds it."""
        return {
            "factor": self.factor,
            "best": [v if math.isfinite(v) else None for v in self.best],
            "best_step": self.best_step,
            "waited": self._waited,
            "reduced": self._reduced,
        }

    @memory.setter
    def memory(self, memory: dict[str, Any]) -> None:
        self.factor, self.best_step = memory["factor"], memory["best_step"]
        self.best = tuple(-math.inf if v is None else v for v in memory["best"])
        self._waited, self._reduced = memory["waited"], memory["reduced"]

    @property
    def ended(self) -> bool:
        """Whether the learning rate has fallen enough."""
        return self._reduced > self.rule.reductions


def train_until_converged(
    model: IntensityModel,
    clips: Sequence[Clip],
    validation: Sequence[Clip],
    *,
    settings: RegressionSettings,
    rule: ConvergenceRule,
    device: torch.device,
    hooks: TrainingHooks,
) -> Convergence:
    """Train in place until the rule says so, and leave the best state (of a cycle: the last) in the model.

    Parameters
    ----------
    model : IntensityModel
        Scratch or pre-trained; in evaluation mode afterwards.
    clips, validation : sequence of Clip
        Of different persons. Validation labels decide about the end only (of a cycle about nothing).
    settings : RegressionSettings
        Its `steps` are not used: the rule's are.
    rule : ConvergenceRule
    device : torch.device
    hooks : TrainingHooks
        Hears "loss" and "icc"; when it stops the training, the best state so far is kept.

    Returns
    -------
    Convergence
    """
    began = time.monotonic()
    plateau = Plateau(rule)
    crops = crop_maker(clips, model.config.crop_size, settings.augmentation, device)
    run = RegressionRun(
        model, clips, replace(settings, steps=rule.longest), device, plateau.schedule, crops=crops
    )
    best = _State(run)
    curve: list[tuple[int, float]] = []
    ended = "cycle" if rule.cycle else "most steps"

    told = "Stage 2: one cycle" if rule.cycle else "Stage 2: until it stops improving"

    def on_step(step: int, loss: float) -> None:
        hooks.on_metric(step, "loss", loss, None)
        hooks.on_progress(step, rule.longest, told)

    while run.step < rule.longest:
        run.advance(min(run.step + rule.every, rule.longest), on_step, hooks.should_stop)
        score = scored(model, validation, device)
        curve.append((run.step, score[0] if score[0] > -math.inf else math.nan))
        hooks.on_metric(run.step, "icc", curve[-1][1], None)
        if plateau.measured(run.step, score):
            best = _State(run)
        if hooks.should_stop():
            ended = "stopped"
            break
        if plateau.falls(run.step):
            best.restore(run)
            if plateau.ended:
                ended = "converged"
                break
    if ended != "cycle":
        best.restore(run)
    kept = run.step if ended == "cycle" else plateau.best_step
    model.eval()
    return Convergence(run.step, kept, curve, ended, time.monotonic() - began)


class _State:
    """Weights and optimizer of a run at one time."""

    def __init__(self, run: RegressionRun) -> None:
        self._model: dict[str, Any] = copy.deepcopy(run.model.state_dict())
        self._optimizer: dict[str, Any] = copy.deepcopy(run.optimizer.state_dict())

    def restore(self, run: RegressionRun) -> None:
        run.model.load_state_dict(self._model)
        run.optimizer.load_state_dict(copy.deepcopy(self._optimizer))


def scored(model: IntensityModel, clips: Sequence[Clip], device: torch.device) -> tuple[float, float]:
    """Return mean ICC (minus infinity where no rating varies) and minus the mean absolute error."""
    predictions = predict_clips(model, clips, device)
    rated: Intensities = np.concatenate([clip.intensities for clip in clips])
    mean = agreement(rated, {"": np.concatenate(predictions)}, model.config.aus)["mean"]
    icc, mae = mean["icc"], mean["mae"]
    return (-math.inf if icc is None else icc, -math.inf if mae is None else -mae)
