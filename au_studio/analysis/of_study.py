"""The analyses that an open study has, without a window: where they lie, and whether they hold today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from au_studio.analysis.models import ModelEntry
from au_studio.analysis.rest_of_study import rest_of
from au_studio.analysis.stored_analyses import StoredAnalyses, video_of
from au_studio.face.backends import BACKEND_NAMES, DEFAULT_BACKEND, usable_backend
from au_studio.study.study import Study

BACKEND_SETTING = "face_backend"
"""Name of the study's setting: how faces are found in it."""


def backend_of(study: Study | None) -> tuple[str, tuple[str, ...]]:
    """Return the face backend that a study chose, or what is used in its place here, and what to tell of it.

    Parameters
    ----------
    study : Study or None
        None: the embedded backend.
    """
    wish = study.setting(BACKEND_SETTING, DEFAULT_BACKEND) if study is not None else DEFAULT_BACKEND
    # A newer AU Studio may know backends that this one does not.
    return usable_backend(wish if wish in BACKEND_NAMES else DEFAULT_BACKEND)


class StudyAnalyses:
    """What `au_studio.coding.calibrations.AnalysedStudy` asks for, of a study that a command has open.

    Parameters
    ----------
    study : Study
        The open study.
    models : sequence of ModelEntry
        All models at hand.
    backend : str
        The face backend with which an analysis would be made now.

    Attributes
    ----------
    backend : str
        The same.
    """

    def __init__(self, study: Study, models: Sequence[ModelEntry], backend: str = DEFAULT_BACKEND) -> None:
        self._study = study
        self._models = {model.id: model for model in models}
        self.backend = backend
        self._stored = StoredAnalyses()

    @property
    def study(self) -> Study | None:
        """The open study."""
        return self._study

    def analysis_path(self, recording_id: str, model_id: str, /) -> Path:
        """Return where a model's analysis of a recording lies, or would."""
        return Path(self._study.analysis_path(recording_id, model_id))

    def has_analysis(self, recording_id: str, model_id: str, /) -> bool:
        """Return whether the analysis that the model would make now is stored."""
        return self.provenance(recording_id, model_id) is not None

    def provenance(self, recording_id: str, model_id: str) -> Mapping[str, Any] | None:
        """Return how the stored analysis was made; None where the model would make another one now."""
        recording = self._study.recording(recording_id)
        path, model = self.analysis_path(recording_id, model_id), self._models.get(model_id)
        # As in the window: where a video is missing, its old place says how it would be read.
        video = video_of(self._study, recording) or recording.absolute_path
        rest = str(rest_of(self._study, recording_id))
        return self._stored.fitting(path, recording, model, self.backend, video, rest=rest)
