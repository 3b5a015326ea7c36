"""Collects the rows of a recording's analysis while it streams by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from au_studio.analysis.results import FrameAnalysis, RecordingAnalysis
from au_studio.analysis.target_crops import LocatedFrame


class RowCollector:
    """Grows by about 100 bytes a frame: an hour at 30 frames/s is 10 MB.

    Parameters
    ----------
    aus : tuple of int
        Action units, in the order of the intensities.
    """

    def __init__(self, aus: tuple[int, ...]) -> None:
        self._aus = aus
        self._pts: list[np.ndarray[Any, Any]] = []
        self._times: list[np.ndarray[Any, Any]] = []
        self._intensities: list[np.ndarray[Any, Any]] = []
        self._confidence: list[np.ndarray[Any, Any]] = []
        self._person: list[np.ndarray[Any, Any]] = []
        self._boxes: list[np.ndarray[Any, Any]] = []
        self._n_frames = 0

    def __len__(self) -> int:
        return self._n_frames

    def add(self, located: Sequence[LocatedFrame], results: Sequence[FrameAnalysis]) -> None:
        """Add the next frames, given by what was found in them and what was estimated."""
        absent = np.full(len(self._aus), np.nan, dtype=np.float32)
        no_box = np.full(4, np.nan, dtype=np.float32)
        self._pts.append(np.array([r.pts for r in results], dtype=np.int64))
        self._times.append(np.array([r.time for r in results], dtype=np.float64))
        self._confidence.append(np.array([r.confidence for r in results], dtype=np.float32))
        self._intensities.append(
            np.stack([absent if r.intensities is None else r.intensities for r in results])
        )
        self._person.append(np.array([-1 if r.person is None else r.person for r in results], dtype=np.int16))
        self._boxes.append(np.stack([no_box if f.target is None else f.target.face.box for f in located]))
        self._n_frames += len(results)

    def restore(self, rows: RecordingAnalysis) -> None:
        """Add the rows of frames that were analysed earlier."""
        self._pts.append(rows.pts)
        self._times.append(rows.times)
        self._intensities.append(rows.intensities)
        self._confidence.append(rows.confidence)
        self._person.append(rows.person)
        self._boxes.append(rows.boxes)
        self._n_frames += len(rows.pts)

    def finish(self, provenance: dict[str, Any]) -> RecordingAnalysis:
        """Return everything added so far as arrays; at least one frame was added."""
        person = np.concatenate(self._person)
        return RecordingAnalysis(
            aus=self._aus,
            pts=np.concatenate(self._pts),
            times=np.concatenate(self._times),
            intensities=np.concatenate(self._intensities),
            confidence=np.concatenate(self._confidence),
            success=person >= 0,
            person=person,
            boxes=np.concatenate(self._boxes),
            provenance=provenance,
        )
