"""Where the files of a study's recordings lie, and whether an analysis is the one that would be made now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from au_studio.analysis.stored_analyses import StoredAnalyses
from au_studio.controllers.face_finder import FaceFinderChoice
from au_studio.controllers.model_choice import ModelChoice
from au_studio.controllers.open_study import OpenStudy
from au_studio.controllers.rest_setting import RestSetting
from au_studio.errors import AUStudioError
from au_studio.study.recording_list import RecordingItem, Status, with_analysis
from au_studio.study.records import Recording
from au_studio.video.kept_index import INDEX_FILE

if TYPE_CHECKING:
    from au_studio.controllers.recordings import Recordings


class StoredFiles:
    """Knows the files of the recordings of the open study; where no model is named, the chosen one counts."""

    def __init__(
        self,
        opened: OpenStudy,
        choice: ModelChoice,
        face_finder: FaceFinderChoice,
        recordings: Recordings,
        *,
        rest: RestSetting,
    ) -> None:
        self._opened, self._choice, self._face_finder, self._rest = opened, choice, face_finder, rest
        self._recordings = recordings
        self._stored = StoredAnalyses()

    def analysis_path(self, recording_id: str, model_id: str | None = None) -> Path | None:
        """Return where a recording's analysis with a model (the chosen one) is or will be stored."""
        model_id = model_id or self._choice.model_id
        if self._opened.study is None or model_id is None or not self._recordings.in_study(recording_id):
            return None
        return self._opened.place_of(self._opened.study.analysis_path(recording_id, model_id))

    def analysis_paths(self, model_id: str) -> dict[str, Path]:
        """Return where the analyses with a model are or will be stored, by recording."""
        paths = {r.id: self.analysis_path(r.id, model_id) for r in self._recordings.recordings()}
        return {key: path for key, path in paths.items() if path is not None}

    def tracks_path(self, recording_id: str) -> Path | None:
        """Return where a recording's face tracks are or will be stored."""
        if self._opened.study is None or not self._recordings.in_study(recording_id):
            return None
        return self._opened.place_of(self._opened.study.tracks_path(recording_id))

    def index_path(self, recording_id: str) -> Path | None:
        """Return where a recording's timestamps are or will be kept, if it is long."""
        if self._opened.study is None or not self._recordings.in_study(recording_id):
            return None
        # Beside the faces, and like them made again if it is lost.
        return self._opened.place_of(self._opened.study.tracks_path(recording_id).with_name(INDEX_FILE))

    def samples_path(self, recording_id: str) -> Path | None:
        """Return the folder of a recording's sampled frames that were extracted."""
        if self._opened.study is None or not self._recordings.in_study(recording_id):
            return None
        return Path(self._opened.study.samples_path(recording_id))

    def has_analysis(self, recording_id: str, model_id: str | None = None) -> bool:
        """Return whether the analysis that a model (the chosen one) would make now is stored."""
        model_id = model_id or self._choice.model_id
        if self._opened.study is None or not self._recordings.in_study(recording_id):
            return False
        return self.provenance(self._opened.study.recording(recording_id), model_id) is not None

    def provenance(self, recording: Recording, model_id: str | None) -> Mapping[str, Any] | None:
        """Return how the stored analysis was made, if it is the one that would be made now."""
        if self._opened.study is None or model_id is None:
            return None
        item = self._recordings.item(recording.id)
        return self._fitting(recording, model_id, recording.absolute_path if item is None else item.path)

    def _fitting(self, recording: Recording, model_id: str | None, video: Path) -> Mapping[str, Any] | None:
        if self._opened.study is None or model_id is None:
            return None
        path = self._opened.place_of(Path(self._opened.study.analysis_path(recording.id, model_id)))
        return self._stored.fitting(
            path,
            recording,
            self._choice.find(model_id),
            self._face_finder.name,
            video,
            rest=self._rest.of(recording.id),
        )

    def line_of(self, recording_id: str) -> RecordingItem:
        """Return the line of a recording of the open study, as it is in the study now."""
        assert self._opened.study is not None
        return self.line(self._opened.study.recording(recording_id))

    def line(self, recording: Recording) -> RecordingItem:
        """Return the line of a recording of the open study: where its video is, and what there is of it."""
        assert self._opened.study is not None
        path = recording.absolute_path
        item = RecordingItem(recording.id, recording.name, path, recording.duration, recording.n_frames)
        try:
            item = replace(item, path=self._opened.study.locate(recording))
        except AUStudioError as error:
            return replace(item, status=Status.PROBLEM, message=error.shown())
        return with_analysis(item, self._fitting(recording, self._choice.model_id, item.path))
