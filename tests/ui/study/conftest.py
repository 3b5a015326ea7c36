"""A study of two small recordings, in a window's workspace."""

from __future__ import annotations

import pytest

from au_studio.controllers.workspace import Workspace
from au_studio.study.recording_list import Status


@pytest.fixture
def two_recordings(workspace: Workspace, make_video, qtbot, tmp_path) -> Workspace:
    """A named study with ``one.mp4`` (40 frames) and ``two.mp4`` (30 frames), 40 ms apart."""
    workspace.new_study(tmp_path / "Interviews.austudio")
    workspace.add_videos([make_video("one.mp4", 40), make_video("two.mp4", 30)])
    qtbot.waitUntil(lambda: [i.status for i in workspace.recordings()] == [Status.READY] * 2, timeout=10_000)
    return workspace
