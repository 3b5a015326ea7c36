"""What a benchmark trains, and for how long."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from au_studio.errors import AUStudioError
from au_studio.factory.base import RENDERED
from au_studio.learn.optimisation import LearningRates
from au_studio.learn.stage1.pretrain import PretrainingSettings
from au_studio.learn.stage2.convergence import ConvergenceRule
from au_studio.learn.stage2.regression import RegressionSettings
from au_studio.nn.config import ModelConfig

SHARES = (0.005, 0.01, 0.02, 0.05, 0.10, 1.0)
"""Shares of the labels of the learning curve."""
SCRATCH_SHARES = (0.01, 0.02, 1.0)
"""Those at which a network from random weights is trained, too."""


class BenchmarkError(AUStudioError):
    """A benchmark cannot be run or reported."""


def _stage2() -> RegressionSettings:
    return RegressionSettings(
        steps=0,
        rows=6,
        window=16,
        rates=LearningRates(1e-3, 5e-4, 1e-3),
        balance=True,
        train_norms=True,
        augmentation=RENDERED,
    )


@dataclass(frozen=True)
class PlanSettings:
    """How much of a benchmark is trained: more can be asked for later.

    Attributes
    ----------
    seeds : tuple of int
        One training of each kind per seed; a seed draws weights, labels and windows.
    shares, scratch_shares : tuple of float
        Shares of the labels, pre-trained and from scratch.
    """

    seeds: tuple[int, ...] = (0, 1, 2)
    shares: tuple[float, ...] = SHARES
    scratch_shares: tuple[float, ...] = SCRATCH_SHARES

    def to_json(self) -> dict[str, Any]:
        """Return what every cell depends on: all but the seeds and shares, which may grow."""
        may_grow = {one.name for one in fields(PlanSettings)}
        return {name: value for name, value in asdict(self).items() if name not in may_grow}


@dataclass(frozen=True)
class BenchmarkSettings(PlanSettings):
    """Settings of a benchmark: the same for every kind of training in it.

    Attributes
    ----------
    config : ModelConfig
        The network; its action units are replaced by the corpus's.
    stage1 : PretrainingSettings
        Pre-training on the training persons' frames, without their labels.
    stage2 : RegressionSettings
        Its `steps` are the rule's.
    rule : ConvergenceRule
        When a stage 2 ends.
    """

    config: ModelConfig = field(default_factory=lambda: ModelConfig(width=16))
    stage1: PretrainingSettings = field(default_factory=PretrainingSettings)
    stage2: RegressionSettings = field(default_factory=_stage2)
    rule: ConvergenceRule = field(default_factory=ConvergenceRule)


def seeds_of(asked: int | None, *, quick: bool) -> tuple[int, ...]:
    """Return the seeds of the trainings of each kind: as many as asked for, else three, or one to try it."""
    return tuple(range(asked or (1 if quick else 3)))


def shares_of(percent: Collection[float]) -> tuple[float, ...]:
    """Return shares, rising, of percentages.

    Raises
    ------
    BenchmarkError
        If one is no share.
    """
    if any(not 0 < p <= 100 for p in percent):
        raise BenchmarkError(
            "A share of the labels lies above 0 and is at most 100 per cent.", next_step="Correct --shares."
        )
    return tuple(sorted({p / 100 for p in percent}))


QUICK_RULE = ConvergenceRule(every=20, fewest=20, most=40, patience=1, reductions=0)
"""For a look whether everything runs; its figures mean nothing."""
