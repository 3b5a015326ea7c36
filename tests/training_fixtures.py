"""A study that was rated, and a model to begin from."""

from __future__ import annotations

import shutil

import pytest

from au_studio.controllers.workspace import Workspace
from au_studio.study.recording_list import Status


@pytest.fixture
def rated_study(workspace: Workspace, make_video, untrained_model, qtbot) -> Workspace:
    """Two recordings with ten rated frames each, and a model to start from."""
    workspace.add_videos([make_video("one.mp4", 20), make_video("two.mp4", 21)])
    qtbot.waitUntil(lambda: [i.status for i in workspace.recordings()] == [Status.READY] * 2, timeout=10_000)
    study = workspace.study
    coder = study.add_coder("AB")
    for recording in study.recordings():
        for number, pts in enumerate(workspace.index_of(recording.id).pts[:10].tolist()):
            for au in (1, 12):
                study.rate(coder.id, recording.id, pts, au, number % 4)
    for file in (untrained_model, untrained_model.with_suffix(".json")):
        shutil.copy(file, study.path / "models" / file.name)
    workspace.refresh_models()
    return workspace
