"""Pictures follow the study that is open."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt

from au_studio.controllers.code.coding import CodingController
from au_studio.controllers.study_pictures import StudyPictures
from au_studio.study.recording_list import Status


@pytest.fixture
def sampled_study(workspace, make_video, tmp_path, qtbot):
    """Makes a study with a video, a sample of it and a coder, and leaves it open."""

    def make(name: str, n_frames: int):
        workspace.new_study(tmp_path / name)
        workspace.add_videos([make_video(f"{name}.mp4", n_frames)], open_first=False)
        qtbot.waitUntil(lambda: [i.status for i in workspace.recordings()] == [Status.READY], timeout=10_000)
        recording = workspace.recordings()[0].id
        index = workspace.index_of(recording)
        workspace.study.draw_sample(recording, seed=1, index_digest=index.digest(), pts=index.pts, count=4)
        workspace.study.add_coder("AB")
        return workspace.study.path

    return make


def test_the_face_of_a_second_study_is_shown_however_soon_the_worker_looks(workspace, sampled_study, qtbot):
    second = sampled_study("Second", 20)
    sampled_study("First", 30)
    controller = CodingController(workspace)
    shown, failures, answered = [], [], threading.Event()
    controller.display.pictures_changed.connect(shown.append)
    controller.display.failed.connect(failures.append)
    try:
        controller.reload()
        qtbot.waitUntil(lambda: bool(shown) and shown[-1] is not None, timeout=10_000)
        pictures = controller.display.findChild(StudyPictures)
        for answer in (pictures.loaded, pictures.failed):
            answer.connect(lambda *_: answered.set(), Qt.ConnectionType.DirectConnection)
        # Whoever else hears of the study takes their time: the worker answers before the list is told.
        workspace.study_changed.connect(lambda: answered.wait(10))
        workspace.open_study(second)
        qtbot.waitUntil(lambda: bool(failures) or shown[-1] is not None, timeout=10_000)
        assert failures == []
        assert shown[-1].frame == controller.state.frame
        assert shown[-1].frame.recording_id == workspace.recordings()[0].id
    finally:
        controller.close()
