"""An analysis on its way, kept beside its result: an interruption costs the seconds since it was saved.

``NAME.unfinished/00000.h5``, ``00001.h5``, … each hold a stretch of frames and what was remembered after the
last of them. A part appears whole or not at all, and is never changed. Parts count from the first one up to
one that is missing, cannot be read, belongs to another analysis or does not join on to the one before.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import numpy.typing as npt

from au_studio.analysis.memory import Memory
from au_studio.analysis.results import FrameAnalysis, RecordingAnalysis
from au_studio.analysis.rows import RowCollector
from au_studio.analysis.store import kept_folder, read_arrays, write_arrays
from au_studio.analysis.target_crops import LocatedFrame
from au_studio.analysis.tracks import FaceTracks, TrackWriter, read_tracks
from au_studio.face.model import TrackedFace
from au_studio.hdf5 import write_hdf5

SAVE_SECONDS = 20.0
"""What an interruption costs at most."""
MOST_FRAMES = 2048
"""A stretch of so many frames is saved even before: it is in memory until then."""
METHOD = 1
"""Changes whenever faces are followed, or intensities estimated, in another way: all begins anew then."""


@dataclass(frozen=True, eq=False)
class Stretch:
    """Frames that were analysed before the interruption.

    Attributes
    ----------
    rows : RecordingAnalysis
        Their rows, without provenance.
    faces : FaceTracks or None
        Every face in them, with landmarks; None when the faces are not kept.
    traces : float32 [N, D] or None
        Of the frames with a face, for a rest that is known later; None where none is to come.
    """

    rows: RecordingAnalysis
    faces: FaceTracks | None
    traces: npt.NDArray[np.float32] | None = None

    def __len__(self) -> int:
        return len(self.rows.pts)

    def faces_at(self, place: int) -> list[TrackedFace]:
        """Return the faces of one of its frames, counted from its first."""
        return [] if self.faces is None else self.faces.faces_at(place)

    def results(
        self, positions: Sequence[int], faces: Sequence[Sequence[TrackedFace]]
    ) -> list[FrameAnalysis]:
        """Return what was found out, frame by frame, as it was when it was new."""
        rows = self.rows
        return [
            FrameAnalysis(
                position=position,
                pts=int(rows.pts[place]),
                time=float(rows.times[place]),
                faces=tuple(faces[place]),
                intensities=rows.intensities[place] if rows.success[place] else None,
                confidence=float(rows.confidence[place]),
                person=int(rows.person[place]) if rows.success[place] else None,
            )
            for place, position in enumerate(positions)
        ]


@dataclass(frozen=True, eq=False)
class Remembered:
    """What goes on after the last frame that was saved.

    Attributes
    ----------
    seen, felt : Memory
        Of the analyzer.
    persons : set of int
        Who was seen so far.
    skipped : int
        Frames that could not be decoded so far.
    """

    seen: Memory
    felt: Memory
    persons: set[int]
    skipped: int


class KeptParts:
    """Saves an analysis while it runs, and gives back what an earlier run has saved.

    Parameters
    ----------
    output : Path or None
        Where the finished analysis goes; None saves nothing.
    about : mapping
        Whatever decides the values, in JSON types: what was saved of another analysis is not used.
    aus : tuple of int
        Action units, in the order of the intensities.
    n_landmarks : int or None
        Landmarks of the faces that are kept with the rows; None keeps no faces.

    Attributes
    ----------
    remembered : Remembered or None
        Complete when `stretches` has given its last one; None when there is none.
    """

    def __init__(
        self, output: Path | None, about: Mapping[str, Any], aus: tuple[int, ...], n_landmarks: int | None
    ) -> None:
        self._folder = None if output is None else kept_folder(output)
        self._about = _digest({**about, "method": METHOD, "aus": aus, "landmarks": n_landmarks})
        self._aus = aus
        self._n_landmarks = n_landmarks
        self._parts, self._n_frames = 0, 0
        self.remembered: Remembered | None = None
        self._begin_stretch()

    def _begin_stretch(self) -> None:
        self._rows = RowCollector(self._aus)
        self._faces: list[tuple[int, Sequence[TrackedFace]]] = []
        self._traces: list[npt.NDArray[np.float32]] = []
        self._saved = time.monotonic()

    # ---- going on

    @property
    def begun(self) -> bool:
        """Whether an earlier run of this very analysis has saved something."""
        if self._folder is None:
            return False
        try:
            with h5py.File(self._path(0), "r") as file:
                return bool(file.attrs["about"] == self._about)
        except (OSError, KeyError):
            return False

    def stretches(self) -> Iterator[Stretch]:
        """Yield what an earlier run has saved, in order."""
        while self._folder is not None:
            try:
                stretch, self.remembered = self._read(self._path(self._parts))
            except (OSError, KeyError, ValueError):
                break
            self._parts += 1
            self._n_frames += len(stretch)
            yield stretch
        self._saved = time.monotonic()

    def _read(self, path: Path) -> tuple[Stretch, Remembered]:
        with h5py.File(path, "r") as file:
            if (file.attrs["about"], file.attrs["start"]) != (self._about, self._n_frames):
                raise ValueError("another analysis, or another part of it")
            rows = RecordingAnalysis(aus=self._aus, **read_arrays(file))
            faces = read_tracks(file["faces"], landmarks=True) if self._n_landmarks is not None else None
            traces = file["traces"][()] if "traces" in file else None
            kept = json.loads(file.attrs["kept"])
            seen, felt = (Memory.from_bytes(file[name][()].tobytes()) for name in ("seen", "felt"))
            return Stretch(rows, faces, traces), Remembered(
                seen, felt, set(kept["persons"]), int(kept["skipped"])
            )

    # ---- saving

    def add(self, located: Sequence[LocatedFrame], results: Sequence[FrameAnalysis]) -> None:
        """Take in the next frames, which are not saved yet."""
        if self._folder is None:
            return
        self._rows.add(located, results)
        self._traces += [result.trace for result in results if result.trace is not None]
        if self._n_landmarks is not None:
            self._faces += [(frame.pts, frame.faces) for frame in located]

    @property
    def due(self) -> bool:
        """Whether it is time to save."""
        waiting = len(self._rows)
        return waiting > 0 and (waiting >= MOST_FRAMES or time.monotonic() - self._saved >= SAVE_SECONDS)

    def save(self, remembered: Remembered) -> None:
        """Save the frames that were taken in, and what is remembered after them.

        Raises
        ------
        au_studio.files.WriteError
            If the disk is full or cannot be written.
        """
        if self._folder is None or not len(self._rows):
            return
        with write_hdf5(self._path(self._parts)) as (file, _):
            file.attrs["about"] = self._about
            file.attrs["start"] = self._n_frames
            kept = {"persons": sorted(remembered.persons), "skipped": remembered.skipped}
            file.attrs["kept"] = json.dumps(kept)
            write_arrays(file, self._rows.finish({}))
            if self._traces:
                file.create_dataset("traces", data=np.stack(self._traces), dtype=np.float32)
            if self._n_landmarks is not None:
                writer = TrackWriter(file.create_group("faces"), self._n_landmarks)
                for pts, faces in self._faces:
                    writer.append(pts, faces)
                writer.flush()
            for name, memory in (("seen", remembered.seen), ("felt", remembered.felt)):
                file.create_dataset(name, data=np.frombuffer(memory.to_bytes(), dtype=np.uint8))
        self._parts += 1
        self._n_frames += len(self._rows)
        self._begin_stretch()

    def discard(self) -> None:
        """Delete everything: the analysis is finished, or there is nothing to go on with."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _path(self, number: int) -> Path:
        assert self._folder is not None
        return self._folder / f"{number:05d}.h5"


def _digest(about: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(about, sort_keys=True).encode()).hexdigest()
