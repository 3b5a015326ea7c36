"""Long recordings: something to see while they are read, and read only once."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.controllers import indexing
from au_studio.video import kept_index
from au_studio.video.index import index_video
from au_studio.video.reader import FrameReader


@pytest.fixture
def long_ones(monkeypatch):
    """Every recording counts as long and large."""
    monkeypatch.setattr(kept_index, "WORTH_KEEPING", 10)
    monkeypatch.setattr(indexing, "LARGE", 1)


@pytest.mark.usefixtures("long_ones")
def test_the_first_picture_is_there_before_the_recording_is_read(workspace, make_video, qtbot):
    video, heard = make_video("a.mp4"), []
    workspace.list.glimpsed.connect(heard.append)
    workspace.recording_changed.connect(lambda: heard.append("opened"))
    workspace.add_videos([video])
    qtbot.waitUntil(lambda: workspace.index is not None and len(heard) >= 2, timeout=8000)
    picture, opened = heard[-2:]
    assert opened == "opened"
    with FrameReader(workspace.index) as reader:
        np.testing.assert_array_equal(picture, reader.read(0).image)


@pytest.mark.usefixtures("long_ones")
def test_a_study_that_is_opened_again_reads_no_long_recording_again(
    workspace, make_video, tmp_path, qtbot, monkeypatch
):
    workspace.new_study(tmp_path / "Mine")
    with qtbot.waitSignal(workspace.recording_changed, timeout=8000):
        workspace.add_videos([make_video("a.mp4")])
    kept, digest = workspace.list.files.index_path(workspace.current.id), workspace.index.digest()
    qtbot.waitUntil(kept.exists, timeout=8000)
    workspace.close_study()
    monkeypatch.setattr(kept_index, "index_video", None)
    workspace.open_study(tmp_path / "Mine.austudio")
    workspace.list.open_first()
    qtbot.waitUntil(lambda: workspace.index is not None, timeout=8000)
    assert workspace.index.digest() == digest == index_video(workspace.current.path).digest()
