"""Which frame a timestamp of a recording is, and when: from what is stored of it, else from its video."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from au_studio.analysis.store import AnalysisFileError, load_clock, load_provenance
from au_studio.errors import AUStudioError
from au_studio.study.records import Recording
from au_studio.study.study import Study
from au_studio.video.index import index_video


@dataclass(frozen=True, eq=False)
class Clock:
    """The frames of a recording: timestamps, int64 [T], and times in seconds, float64 [T]; both rise."""

    pts: npt.NDArray[np.int64]
    times: npt.NDArray[np.float64]

    @property
    def n_frames(self) -> int:
        """Number of frames, T."""
        return len(self.pts)


class ClockReader:
    """Reads the clock of each recording once."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._known: dict[str, Clock | None] = {}

    def clock(self, recording: Recording) -> Clock | None:
        """Return a recording's clock; None where neither a whole analysis nor the video tells it.

        An analysis is read in milliseconds, a long video in seconds.
        """
        if recording.id not in self._known:
            self._known[recording.id] = self._of_analyses(recording) or self._of_video(recording)
        return self._known[recording.id]

    def _of_analyses(self, recording: Recording) -> Clock | None:
        folder = self._study.analysis_path(recording.id, "any").parent
        for path in sorted(folder.glob("*.h5")):
            try:
                made = load_provenance(path).get("video") or {}
                clock = Clock(*load_clock(path))
            except AnalysisFileError:
                continue  # the faces, or damaged
            # Where frames could not be decoded, rows are not counted as the video's frames are.
            if made.get("content_hash") == recording.content_hash and made.get("frames") == clock.n_frames:
                return clock
        return None

    def _of_video(self, recording: Recording) -> Clock | None:
        try:
            index = index_video(self._study.locate(recording))
        except AUStudioError:
            return None
        return Clock(index.pts, index.times)
