"""Three recordings whose analyses a child makes that behaves as it is told, without any model."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from au_studio.controllers.job_runner import Standing
from au_studio.controllers.workspace import Workspace
from au_studio.jobs import process
from au_studio.study.recording_list import Status

FAKE = Path(__file__).parent / "fake_child.py"


@pytest.fixture
def three(workspace: Workspace, make_video, untrained_model, qtbot) -> Workspace:
    """Three recordings, the first on the screen, and a child that behaves as `behaviour` says."""
    workspace.add_videos(
        [make_video(f"{name}.mp4", 20 + n) for n, name in enumerate(("one", "two", "three"))]
    )
    qtbot.waitUntil(lambda: [i.status for i in workspace.recordings()] == [Status.READY] * 3, timeout=10_000)
    qtbot.waitUntil(lambda: workspace.current is not None, timeout=10_000)
    for file in (untrained_model, untrained_model.with_suffix(".json")):
        shutil.copy(file, workspace.study.path / "models" / file.name)
    workspace.refresh_models()
    workspace.choose_model("untrained")
    behave("learn")
    return workspace


def behave(behaviour: str) -> None:
    process.child_command = lambda file: [sys.executable, str(FAKE), str(file), behaviour]


def standings(workspace: Workspace) -> dict[str, Standing]:
    return {Path(line.task.job.video).stem: line.standing for line in workspace.jobs.lines()}


def states(workspace: Workspace) -> list[Status]:
    return [item.status for item in workspace.recordings()]
