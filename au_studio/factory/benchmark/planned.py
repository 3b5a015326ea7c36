"""What every benchmark shares, whatever its networks read: its folder, its constants, its frames."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from au_studio.corpora.labelled import Division, Protocols
from au_studio.factory.benchmark.cells import Cell, Frames, load_cell, plan, save_cell
from au_studio.factory.benchmark.settings import BenchmarkError, PlanSettings
from au_studio.files import write_text
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.stage1.unlabelled import UnfitMaterialError
from au_studio.stats.error import best_constant

ABOUT = "benchmark.json"
STOPPED = "The benchmark was stopped; start it again to go on with the cells that are left."


class RatedClip(Protocol):
    """Frames of one person with their ratings, as `au_studio.learn.material.clips.Clip` holds them."""

    @property
    def intensities(self) -> npt.NDArray[np.float32]:
        """[T, A], 0-5; NaN where not rated."""

    @property
    def times(self) -> npt.NDArray[np.float64]:
        """Seconds, [T]."""

    @property
    def group(self) -> str:
        """Person."""

    @property
    def source(self) -> str:
        """Recording."""

    @property
    def labelled(self) -> npt.NDArray[np.intp]:
        """Positions of the frames with a rating."""

    def __len__(self) -> int:
        """Return the number of frames."""


class Persons(Protocol):
    """A corpus that knows whose clips are whose, as `au_studio.corpora.labelled.Material` does."""

    @property
    def name(self) -> str:
        """Of the corpus."""

    @property
    def aus(self) -> tuple[int, ...]:
        """Action units that are rated."""

    @property
    def protocols(self) -> Protocols:
        """Its divisions, by protocol."""

    @property
    def faceless(self) -> int:
        """Labelled frames without a face."""

    def of(self, subjects: frozenset[str]) -> Sequence[RatedClip]:
        """Return the clips of some subjects."""


M = TypeVar("M", bound=Persons)
S = TypeVar("S", bound=PlanSettings)
C = TypeVar("C", bound=RatedClip)


@dataclass(frozen=True, eq=False)
class Planned(Generic[M, S, C]):
    """A benchmark to run: a corpus, a plan of cells, and a folder for them.

    Attributes
    ----------
    material
        The corpus.
    protocol : str
        One of the material's.
    settings
        What is trained, and for how long.
    folder : Path
        Where cells, networks and the report go.
    unlabelled : sequence
        Further clips for stage 1.
    """

    material: M
    protocol: str
    settings: S
    folder: Path
    unlabelled: Sequence[C] = ()

    @property
    def divisions(self) -> tuple[Division, ...]:
        """The divisions of the protocol."""
        return self.material.protocols[self.protocol]

    @property
    def cells(self) -> list[Cell]:
        """Every cell."""
        return plan(self.settings, self.divisions)

    def network_file(self, division: Division, seed: int, ending: str) -> Path:
        """Return where what is trained for all cells of a division and seed is kept."""
        return self.folder / f"{division.name.replace(' ', '-')}_seed{seed}_{ending}"

    def about(self) -> dict[str, Any]:
        """Return what every cell of this benchmark shares."""
        return {
            "corpus": self.material.name,
            "protocol": self.protocol,
            "aus": list(self.material.aus),
            "divisions": {d.name: counts_of(self.material, d) for d in self.divisions},
            "faceless": self.material.faceless,
            "unlabelled_frames": sum(len(clip) for clip in self.unlabelled),
            "start": None,
            "settings": self.settings.to_json(),
        }


AnyPlanned = Planned[Any, Any, Any]


def claim_folder(benchmark: AnyPlanned) -> None:
    """Write down what the folder's benchmark is, or check that it is this one; write what takes no training.

    Raises
    ------
    BenchmarkError
        If it is another one.
    """
    _claim(benchmark)
    _write_constants(benchmark)


def _claim(benchmark: AnyPlanned) -> None:
    path = benchmark.folder / ABOUT
    # Through JSON, so that tuples and lists compare.
    wanted = json.loads(json.dumps(benchmark.about()))
    if path.is_file():
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            found = None
        if found != wanted:
            raise BenchmarkError(
                f"The folder {benchmark.folder} holds a benchmark with other settings or another corpus.",
                next_step="Choose another folder, or the same settings to go on with that one.",
            )
        return
    write_text(path, json.dumps(wanted, indent=1, ensure_ascii=False) + "\n")


def _write_constants(benchmark: AnyPlanned) -> None:
    """Write the cells of the constant predictor, anew where an earlier version predicted the mean."""
    about = {"seconds": 0.0, "predicts": "median"}
    divisions = {division.name: division for division in benchmark.divisions}
    for cell in benchmark.cells:
        if cell.condition.start != "constant":
            continue
        found = load_cell(benchmark.folder, cell) or {}
        if found.get("predicts") != about["predicts"]:
            division, of = divisions[cell.division], benchmark.material.of
            save_cell(benchmark.folder, cell, about, _constant(of(division.train), of(division.test)), None)


def _constant(training: Sequence[RatedClip], test: Sequence[RatedClip]) -> Frames:
    """Predict the median of all training labels everywhere: of all constants it has the smallest MAE."""
    labels = np.concatenate([clip.intensities for clip in training])
    values = best_constant(labels).astype(np.float32)
    return frames_of(test, [np.tile(values, (len(clip), 1)) for clip in test])


def frames_of(clips: Sequence[RatedClip], predicted: Sequence[npt.NDArray[np.float32]]) -> Frames:
    """Return the labelled frames of clips beside the predictions [T, A] of all of each clip's frames."""
    rows = [clip.labelled for clip in clips]
    return Frames(
        truth=np.concatenate([clip.intensities[r] for clip, r in zip(clips, rows, strict=True)]),
        predicted=np.concatenate([p[r] for p, r in zip(predicted, rows, strict=True)]),
        subject=np.repeat([clip.group for clip in clips], [len(r) for r in rows]),
        source=np.repeat([clip.source for clip in clips], [len(r) for r in rows]),
        time=np.concatenate([clip.times[r] for clip, r in zip(clips, rows, strict=True)]),
    )


def counts_of(material: Persons, division: Division) -> dict[str, dict[str, int]]:
    """Return how many subjects and frames are in each part of a division."""
    counts = {}
    for part in ("train", "validation", "test"):
        clips = material.of(getattr(division, part))
        counts[part] = {
            "subjects": len({clip.group for clip in clips}),
            "frames": sum(len(clip) for clip in clips),
            "labelled": sum(len(clip.labelled) for clip in clips),
        }
    return counts


def cells_to_train(benchmark: AnyPlanned) -> list[Cell]:
    """Claim the folder, and return the cells that are not done."""
    claim_folder(benchmark)
    return [cell for cell in benchmark.cells if load_cell(benchmark.folder, cell) is None]


def about_cell(
    cell: Cell, outcome: Mapping[str, Any], before: float, drawn: Mapping[str, Sequence[int]], device: str
) -> dict[str, Any]:
    """Return what is told of a training.

    Parameters
    ----------
    cell : Cell
        Which one.
    outcome : mapping
        How it converged.
    before : float
        Seconds of its stage 1.
    drawn : mapping
        The labelled frames that it learnt from, by recording.
    device : str
        Where it ran.
    """
    return {
        **outcome,
        "stage1_seconds": before,
        "labelled_frames": sum(len(frames) for frames in drawn.values()),
        "drawn": drawn if cell.condition.share < 1 else "all",
        "device": device,
    }


def unfit(error: UnfitMaterialError) -> BenchmarkError:
    """Return what to say when stage 1 cannot learn from the training persons' clips."""
    return BenchmarkError(
        f"The training persons' clips are no material for stage 1: {error}",
        next_step="Use a corpus with longer recordings of faces that move.",
    )


def named(hooks: TrainingHooks, name: str) -> TrainingHooks:
    """Return hooks whose progress names what is trained."""
    return replace(
        hooks, on_progress=lambda done, total, text: hooks.on_progress(done, total, f"{name}: {text}")
    )
