"""The cells of a benchmark: one training (or constant) each, and where its outcome lies."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from au_studio.corpora.labelled import Division
from au_studio.factory.benchmark.settings import BenchmarkError, PlanSettings
from au_studio.files import atomic_path, write_text

Start = Literal["constant", "scratch", "pretrained"]
_WORDS = {"constant": "constant predictor", "scratch": "scratch", "pretrained": "pre-trained"}


@dataclass(frozen=True, order=True)
class Condition:
    """What is compared: where a training starts from, and with which share of the labels."""

    start: Start
    share: float = 1.0

    @property
    def words(self) -> str:
        """The condition for people: "pre-trained, 2 %"."""
        name = _WORDS[self.start]
        return name if self.start == "constant" else f"{name}, {100 * self.share:g} %"


@dataclass(frozen=True)
class Cell:
    """One condition with one seed in one division."""

    division: str
    seed: int
    condition: Condition

    @property
    def name(self) -> str:
        """The name of its files."""
        place = self.division.replace(" ", "-")
        return f"{place}_seed{self.seed}_{self.condition.start}_{100 * self.condition.share:g}"


@dataclass(frozen=True, eq=False)
class Frames:
    """Predictions of one part (test or validation) beside the truth.

    Attributes
    ----------
    truth, predicted : float32 [N, A]
        NaN where there is no label; predictions in [0, 5].
    subject, source : str [N]
    time : float64 [N]
        Seconds in the recording.
    """

    truth: npt.NDArray[np.float32]
    predicted: npt.NDArray[np.float32]
    subject: npt.NDArray[np.str_]
    source: npt.NDArray[np.str_]
    time: npt.NDArray[np.float64]


FRAME_FIELDS = ("truth", "predicted", "subject", "source", "time")


def conditions(settings: PlanSettings) -> list[Condition]:
    """Return every condition, in the order of the tables."""
    scratch = [Condition("scratch", share) for share in sorted(settings.scratch_shares)]
    pretrained = [Condition("pretrained", share) for share in sorted(settings.shares)]
    return [Condition("constant"), *scratch, *pretrained]


def plan(settings: PlanSettings, divisions: Sequence[Division]) -> list[Cell]:
    """Return every cell, seed by seed: after the first seed there is a whole table already."""
    return [
        Cell(division.name, seed, condition)
        for seed in settings.seeds
        for division in divisions
        for condition in conditions(settings)
    ]


def save_cell(
    folder: Path, cell: Cell, about: dict[str, Any], test: Frames, validation: Frames | None
) -> None:
    """Write a cell's predictions, then its JSON: only with that it counts as done."""
    arrays = {f"test_{name}": getattr(test, name) for name in FRAME_FIELDS}
    if validation is not None:
        arrays |= {f"validation_{name}": getattr(validation, name) for name in FRAME_FIELDS}
    with atomic_path(folder / f"{cell.name}.npz") as part, part.open("wb") as stream:
        np.savez_compressed(stream, **arrays)
    content = {"cell": asdict(cell), **about}
    write_text(folder / f"{cell.name}.json", json.dumps(content, indent=1, ensure_ascii=False) + "\n")


def load_cell(folder: Path, cell: Cell) -> dict[str, Any] | None:
    """Return what is known of a finished cell; None when it is not finished.

    Raises
    ------
    BenchmarkError
        If its file is damaged.
    """
    path = folder / f"{cell.name}.json"
    if not path.is_file():
        return None
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _damaged(path, error) from error
    return content


def load_frames(folder: Path, cell: Cell, part: Literal["test", "validation"] = "test") -> Frames | None:
    """Return the predictions of a finished cell; None when it has none of that part.

    Raises
    ------
    BenchmarkError
        If the file is missing or damaged.
    """
    path = folder / f"{cell.name}.npz"
    try:
        with np.load(path, allow_pickle=False) as arrays:
            if f"{part}_truth" not in arrays:
                return None
            return Frames(**{name: arrays[f"{part}_{name}"] for name in FRAME_FIELDS})
    except (OSError, ValueError, KeyError) as error:
        raise _damaged(path, error) from error


def join(parts: Sequence[Frames]) -> Frames:
    """Put the frames of several divisions one after the other."""
    return Frames(**{name: np.concatenate([getattr(part, name) for part in parts]) for name in FRAME_FIELDS})


def _damaged(path: Path, error: Exception) -> BenchmarkError:
    return BenchmarkError(
        f"The result {path} cannot be read.",
        next_step="Delete it together with the file of the same name, and run the benchmark again.",
        details=str(error),
    )
