"""Whose face is read can be chosen wherever a face is that is not read."""

from __future__ import annotations

import shutil

import numpy as np
import pytest

from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.controllers.watch.watching import WatchController
from au_studio.live.seen_faces import FrameFaces, SeenFace
from au_studio.study.recording_list import Status
from au_studio.video.reader import Frame

ALICE, BEN = (
    SeenFace(number, np.array([10, 10, 60, 70], np.float32), np.empty((0, 2), np.float32))
    for number in (0, 1)
)


@pytest.fixture
def watch(workspace, make_video, qtbot, tmp_path):
    """The Watch page's controller with a recording of whose first three frames the faces are known."""
    workspace.new_study(tmp_path / "Mine")
    workspace.add_videos([make_video("one.mp4", 30)])
    qtbot.waitUntil(lambda: [i.status for i in workspace.recordings()] == [Status.READY], timeout=10_000)
    controller = WatchController(workspace)
    controller._on_recording_changed()
    for position, faces in enumerate(((ALICE,), (ALICE, BEN), (BEN,))):
        controller.live.faces.put(position, FrameFaces(faces, provisional=False))
    controller.live.target = np.array([0, 0, -1], np.int16)
    yield controller
    controller.close()


def show(controller, position):
    controller._on_frame_shown(Frame(position, position, position / 25, np.zeros((2, 2, 3), np.uint8)))


def test_somebody_who_is_alone_in_the_picture_can_be_chosen(watch, workspace):
    show(watch, 2)
    watch.choose_person(1)
    assert workspace.target_person(workspace.current.id) == 1


def test_the_next_face_is_the_only_one_when_the_one_that_is_read_is_away(watch, workspace):
    show(watch, 2)
    watch.next_person()
    assert workspace.target_person(workspace.current.id) == 1


def test_who_is_read_already_is_not_chosen_again(watch, workspace):
    said = []
    workspace.notice.connect(lambda text, _level: said.append(text))
    show(watch, 0)
    watch.choose_person(0)
    watch.next_person()
    assert workspace.target_person(workspace.current.id) is None
    assert said == ["There is no other face in this frame. Go to one that shows it."]
    show(watch, 1)
    watch.next_person()
    assert workspace.target_person(workspace.current.id) == 1


@pytest.mark.parametrize(("chosen", "told"), [(None, 1), (0, 0)])
def test_curves_of_several_people_are_told(watch, workspace, chosen, told, monkeypatch):
    said = []
    workspace.notice.connect(lambda text, _level: said.append(text))
    workspace.study.set_target_person(workspace.current.id, chosen)
    monkeypatch.setattr(LiveAnalysis, "open", lambda live, *_, **__: None)
    watch._on_recording_changed()
    watch.live.target = np.array([0, 1, -1], np.int16)
    watch._on_finished(True)
    assert sum("persons 1, 2" in text for text in said) == told
    settled = []
    workspace.notice_settled.connect(settled.append)
    show(watch, 1)
    watch.choose_person(0)
    assert settled == [text for text in said if "persons 1, 2" in text]


def test_a_study_with_a_model_of_its_own_closes_and_nothing_is_said_to_work_on(
    watch, workspace, untrained_model
):
    for suffix in (".safetensors", ".json"):
        shutil.copy(untrained_model.with_suffix(suffix), workspace.study.path / "models" / f"own{suffix}")
    workspace.refresh_models()
    said = []
    watch.working.connect(said.append)
    workspace.choose_model("own")
    assert said == ["starting the analysis…"]
    workspace.close_study()
    assert said[-1] == ""
    assert watch.live.needs_opening
