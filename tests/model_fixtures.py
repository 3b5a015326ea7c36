"""A study with two models, one trained from the other, that both have analysed a recording."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from written_models import write_child

from au_studio import resources
from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import save_analysis
from au_studio.controllers.workspace import Workspace
from au_studio.facs.action_units import DISFA_AUS
from au_studio.study.recording_list import Status


@pytest.fixture
def shipped(tmp_path, monkeypatch, untrained_model) -> Path:
    """Resources whose only model is an untrained one called base."""
    folder = tmp_path / "resources"
    (folder / "models").mkdir(parents=True)
    for suffix in (".safetensors", ".json"):
        shutil.copy(untrained_model.with_suffix(suffix), folder / "models" / f"base{suffix}")
    monkeypatch.setattr(resources, "root", lambda: folder)
    return folder / "models" / "base.safetensors"


@pytest.fixture
def study(shipped, workspace: Workspace, make_video, qtbot) -> Workspace:
    """One recording of 300 frames; the child's AU12 is 3 higher at frames 200 to 210."""
    workspace.add_videos([make_video("one.mp4", 300)])
    qtbot.waitUntil(lambda: [i.status for i in workspace.recordings()] == [Status.READY], timeout=20_000)
    folder = workspace.study
    digest = resources.sha256(shipped)
    child = write_child(shipped, folder.model_path("child"), "Child", parent=digest)
    folder.add_model(child, json.loads(child.with_suffix(".json").read_text()), parent="base")
    (recording,) = folder.recordings()
    index = workspace.index_of(recording.id)
    values = np.tile(np.linspace(0, 2, len(index.pts))[:, None], (1, 12)).astype(np.float32)
    for model, path in (("base", shipped), ("child", child)):
        mine = values.copy()
        if model == "child":
            mine[200:211, DISFA_AUS.index(12)] += 3
        n = len(index.pts)
        save_analysis(
            folder.analysis_path(recording.id, model),
            RecordingAnalysis(
                DISFA_AUS, index.pts, index.times, mine, np.ones(n, np.float32), np.ones(n, bool),
                np.zeros(n, np.int16), np.zeros((n, 4), np.float32),
                {"target_person": None, "model": {"sha256": resources.sha256(path)},
                 "video": {"content_hash": recording.content_hash}, "backend": "mediapipe"},
            ),
        )  # fmt: skip
    workspace.refresh_models()
    return workspace
