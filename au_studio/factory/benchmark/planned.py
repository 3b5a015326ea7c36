"""What every benchmark shares, whatever its networks read: its folder, its constants, its frames."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from au_studio.corpora.labelled import Division
from au_studio.factory.benchmark.cells import Cell, Frames, load_cell, save_cell
from au_studio.factory.benchmark.settings import BenchmarkError
from au_studio.files import write_text
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
    """A corpus that knows whose clips are whose."""

    def of(self, subjects: frozenset[str]) -> Sequence[RatedClip]:
        """Return the clips of some subjects."""


class Planned(Protocol):
    """A benchmark: a corpus, a plan of cells, and a folder for them."""

    @property
    def material(self) -> Persons:
        """The corpus."""

    @property
    def folder(self) -> Path:
        """Where cells and report go."""

    @property
    def divisions(self) -> Sequence[Division]:
        """Of the protocol."""

    @property
    def cells(self) -> Sequence[Cell]:
        """All of the plan."""

    def about(self) -> Mapping[str, Any]:
        """Return what every cell shares."""


def claim_folder(benchmark: Planned) -> None:
    """Write down what the folder's benchmark is, or check that it is this one; write what takes no training.

    Raises
    ------
    BenchmarkError
        If it is another one.
    """
    _claim(benchmark)
    _write_constants(benchmark)


def _claim(benchmark: Planned) -> None:
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


def _write_constants(benchmark: Planned) -> None:
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
