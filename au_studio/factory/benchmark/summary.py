"""The figures of a benchmark: what each condition reached, over seeds and with intervals over subjects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from au_studio.factory.benchmark.cells import Cell, Condition, Frames, join, load_cell, load_frames
from au_studio.stats.agreement import Interval
from au_studio.stats.icc_of_runs import RunFigures, figures_of_runs, icc_gain


@dataclass(frozen=True, eq=False)
class Outcome:
    """What one condition reached.

    Attributes
    ----------
    condition : Condition
    seeds : tuple of int
        Those whose cells are finished in every division.
    figures : RunFigures
        On the test frames of all divisions together.
    labelled_frames, steps, seconds, stage1_seconds : float
        Means over its cells.
    not_converged : int
        Cells that ended at the largest number of steps, still improving perhaps.
    """

    condition: Condition
    seeds: tuple[int, ...]
    figures: RunFigures
    labelled_frames: float
    steps: float
    seconds: float
    stage1_seconds: float
    not_converged: int


@dataclass(frozen=True)
class Gain:
    """How much higher the mean ICC of one condition is than another's."""

    better: Condition
    worse: Condition
    gain: Interval


class Results:
    """The finished cells of a benchmark.

    Parameters
    ----------
    folder : Path
        Of the benchmark.
    cells : sequence of Cell
        All cells of its plan; those that are not done are left out seed by seed.
    """

    def __init__(self, folder: Path, cells: Sequence[Cell]) -> None:
        self._folder = folder
        self._by_condition: dict[Condition, dict[int, list[Cell]]] = {}
        finished = {cell for cell in cells if load_cell(folder, cell) is not None}
        self.n_finished, self.n_cells = len(finished), len(cells)
        for cell in cells:
            self._by_condition.setdefault(cell.condition, {}).setdefault(cell.seed, []).append(cell)
        for condition, seeds in list(self._by_condition.items()):
            whole = {seed: own for seed, own in seeds.items() if finished >= set(own)}
            if whole:
                self._by_condition[condition] = whole
            else:
                del self._by_condition[condition]

    @property
    def conditions(self) -> list[Condition]:
        """Conditions with at least one seed, in the order of the plan."""
        return list(self._by_condition)

    def frames(
        self, condition: Condition, part: Literal["test", "validation"] = "test"
    ) -> dict[int, list[Frames]]:
        """Return the predictions by seed, one per division."""
        found: dict[int, list[Frames]] = {}
        for seed, cells in self._by_condition.get(condition, {}).items():
            parts = [load_frames(self._folder, cell, part) for cell in cells]
            known = [frames for frames in parts if frames is not None]
            if len(known) == len(cells):
                found[seed] = known
        return found

    def outcome(self, condition: Condition) -> Outcome:
        """Return what a condition reached."""
        truth, runs, subjects = self._runs(condition)
        about = [self._about(cell) for cells in self._by_condition[condition].values() for cell in cells]

        def mean(name: str) -> float:
            return float(np.mean([float(cell.get(name, 0)) for cell in about]))

        return Outcome(
            condition,
            tuple(self._by_condition[condition]),
            figures_of_runs(truth, runs, subjects),
            mean("labelled_frames"),
            mean("steps"),
            mean("seconds"),
            mean("stage1_seconds"),
            sum(cell.get("ended") == "most steps" for cell in about),
        )

    def gain(self, better: Condition, worse: Condition) -> Gain:
        """Return how much higher one mean ICC is than another, with an interval paired over subjects."""
        truth, runs, subjects = self._runs(better)
        return Gain(better, worse, icc_gain(truth, runs, self._runs(worse)[1], subjects))

    def _runs(
        self, condition: Condition
    ) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], npt.NDArray[np.str_]]:
        """Return truth [n, A], predictions [R, n, A] and subjects [n], all divisions together."""
        joined = [join(parts) for parts in self.frames(condition).values()]
        runs = np.stack([frames.predicted for frames in joined]).astype(float)
        return joined[0].truth.astype(float), runs, joined[0].subject

    def _about(self, cell: Cell) -> dict[str, Any]:
        return load_cell(self._folder, cell) or {}


def gains(results: Results) -> list[Gain]:
    """Return what stage 1 gains at every share of the labels that was trained both ways."""
    known = results.conditions
    pairs = [(Condition("pretrained", c.share), c) for c in known if c.start == "scratch"]
    return [results.gain(better, worse) for better, worse in pairs if better in known]
