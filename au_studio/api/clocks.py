"""Which frame a timestamp of a recording is, and when: from what is stored of it, else from its video."""

from __future__ import annotations

from au_studio.analysis.store import AnalysisFileError, load_provenance
from au_studio.analysis.stored_index import stored_index
from au_studio.errors import AUStudioError
from au_studio.study.records import Recording
from au_studio.study.study import Study
from au_studio.video.index import VideoIndex, index_video


class ClockReader:
    """Reads the clock of each recording once."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._known: dict[str, VideoIndex | None] = {}

    def clock(self, recording: Recording) -> VideoIndex | None:
        """Return a recording's clock; None where neither a whole analysis nor the video tells it.

        An analysis is read in milliseconds, a long video in seconds.
        """
        if recording.id not in self._known:
            self._known[recording.id] = self._of_analyses(recording) or self._of_video(recording)
        return self._known[recording.id]

    def _of_analyses(self, recording: Recording) -> VideoIndex | None:
        folder = self._study.analysis_path(recording.id, "any").parent
        for path in sorted(folder.glob("*.h5")):
            try:
                made = load_provenance(path).get("video") or {}
            except AnalysisFileError:
                continue  # the faces, or damaged
            clock = stored_index(path, recording.absolute_path)
            # Where frames could not be decoded, rows are not counted as the video's frames are.
            if clock is None or made.get("frames") != clock.n_frames:
                continue
            if made.get("content_hash") == recording.content_hash:
                return clock
        return None

    def _of_video(self, recording: Recording) -> VideoIndex | None:
        try:
            return index_video(self._study.locate(recording))
        except AUStudioError:
            return None
