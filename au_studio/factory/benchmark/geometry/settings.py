"""What a benchmark on codes trains, and for how long."""

from __future__ import annotations

from dataclasses import dataclass, field

from au_studio.factory.benchmark.geometry.contrast import ContrastSettings
from au_studio.factory.benchmark.geometry.fit import FitSettings
from au_studio.factory.benchmark.geometry.network import NetworkSettings
from au_studio.factory.benchmark.settings import PlanSettings
from au_studio.learn.stage2.convergence import ConvergenceRule

INPUTS = ("geometry", "geometry+picture")
"""What networks may read: codes of mesh and blendshapes, or those of the picture's gradients, too."""
SHARES = (0.01, 0.02, 0.05, 0.10, 1.0)
"""Shares of the labels, from scratch and pre-trained."""


def _rule() -> ConvergenceRule:
    return ConvergenceRule(every=50, fewest=400, most=3000, patience=4)


@dataclass(frozen=True)
class CodedSettings(PlanSettings):
    """Settings of a benchmark on codes; see `au_studio.factory.benchmark.settings.BenchmarkSettings`.

    Attributes
    ----------
    input : str
        One of `INPUTS`.
    """

    input: str = "geometry"
    network: NetworkSettings = field(default_factory=NetworkSettings)
    stage1: ContrastSettings = field(default_factory=ContrastSettings)
    stage2: FitSettings = field(default_factory=FitSettings)
    rule: ConvergenceRule = field(default_factory=_rule)
    shares: tuple[float, ...] = SHARES
    scratch_shares: tuple[float, ...] = SHARES


QUICK_RULE = ConvergenceRule(every=5, fewest=5, most=10, patience=1, reductions=0)
"""For a look whether everything runs; its figures mean nothing."""
