"""The choice of the face backend: kept in the study, refused or replaced without its weights, obeyed."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from written_analyses import write_analysis

from au_studio.analysis.of_study import BACKEND_SETTING
from au_studio.analysis.tracks import write_tracks
from au_studio.coding import faces as coding_faces
from au_studio.controllers.study.exporting import ExportController
from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.controllers.watch.watching import WatchController
from au_studio.face import fan
from au_studio.face.model import Face, TrackedFace
from au_studio.jobs import process
from au_studio.study.recording_list import Status

FAKE = Path(__file__).with_name("fake_child.py")
MESH, FAN = "mediapipe", "face-alignment"


@pytest.fixture
def weights(tmp_path, monkeypatch) -> Path:
    """Where the weight file belongs; it is not there."""
    folder = tmp_path / "weights"
    folder.mkdir()
    monkeypatch.setattr(fan, "weight_folders", lambda: (folder, folder))
    return folder / fan.WEIGHTS


@pytest.fixture
def with_weights(weights, monkeypatch) -> Path:
    """The weight file, as far as its name and hash go."""
    weights.write_bytes(b"weights")
    monkeypatch.setattr(fan, "verify", lambda file: None)
    return weights


@pytest.fixture
def notices(workspace) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    workspace.notice.connect(lambda text, level: heard.append((text, level)))
    return heard


@pytest.fixture
def analysed(workspace, make_video, untrained_model, tmp_path, qtbot) -> str:
    """The one recording of a study, open, analysed by its model "model" with the embedded backend."""
    workspace.new_study(tmp_path / "Mine")
    for suffix in (".safetensors", ".json"):
        shutil.copy(untrained_model.with_suffix(suffix), tmp_path / f"Mine.austudio/models/model{suffix}")
    workspace.refresh_models()
    workspace.choose_model("model")
    workspace.add_videos([make_video("a.mp4", 4)])
    qtbot.waitUntil(lambda: workspace.current is not None, timeout=8000)
    recording = workspace.current.id
    provenance = {"backend": MESH, "target_person": None, "complete": True}
    write_analysis(workspace.analysis_path(recording, "model"), provenance)
    workspace.analysis_stored(recording, "model")
    assert workspace.item(recording).status is Status.DONE
    return recording


def test_without_its_weights_a_backend_is_refused_and_the_notice_says_which_file_goes_where(
    workspace, analysed, weights, notices
):
    workspace.face_finder.choose(FAN)
    ((text, level),) = notices
    assert level == "warning"
    for part in (fan.WEIGHTS, str(weights.parent), "embedded backend mediapipe is used"):
        assert part in text
    assert workspace.face_finder.name == MESH
    assert workspace.study.setting(BACKEND_SETTING) is None
    assert workspace.has_analysis(analysed)


def test_the_choice_makes_other_analyses_old_and_comes_back_with_the_study(
    workspace, analysed, with_weights, notices
):
    workspace.face_finder.choose(FAN)
    assert workspace.face_finder.name == FAN
    assert notices[-1][1] == "info"
    assert not workspace.has_analysis(analysed)
    assert workspace.item(analysed).status is Status.READY
    path = workspace.study.path
    workspace.close_study()
    assert workspace.face_finder.name == MESH
    workspace.open_study(path)
    assert workspace.face_finder.name == FAN
    workspace.choose_model("model")
    assert not workspace.has_analysis(analysed)
    workspace.face_finder.choose(MESH)
    assert workspace.item(analysed).status is Status.DONE


def test_a_study_from_a_computer_with_the_weights_is_read_without_them_and_keeps_its_wish(
    workspace, analysed, with_weights, notices
):
    workspace.face_finder.choose(FAN)
    path = workspace.study.path
    workspace.close_study()
    with_weights.unlink()
    notices.clear()
    workspace.open_study(path)
    ((text, level),) = notices
    assert level == "warning"
    assert fan.WEIGHTS in text
    assert workspace.face_finder.name == MESH
    assert workspace.study.setting(BACKEND_SETTING) == FAN
    workspace.face_finder.choose(MESH)
    assert workspace.study.setting(BACKEND_SETTING) == MESH


def test_a_change_warns_of_persons_that_were_chosen_by_number(workspace, analysed, with_weights, notices):
    workspace.set_target_person(analysed, 1)
    workspace.face_finder.choose(FAN)
    text, level = notices[-1]
    assert level == "warning"
    assert "check whose face is read in a.mp4" in text


def test_a_change_restarts_the_analysis_on_the_screen_with_the_other_backend(
    workspace, analysed, with_weights, monkeypatch
):
    monkeypatch.setattr(LiveAnalysis, "start", lambda self: None)
    watch = WatchController(workspace)
    began = []
    watch.live.began.connect(lambda: began.append(watch.live))
    workspace.recording_changed.emit()
    assert watch.live._job["backend"] == MESH
    workspace.face_finder.choose(FAN)
    assert watch.live._job["backend"] == FAN
    workspace.face_finder.choose(FAN)
    assert len(began) == 2
    watch.close()


def test_an_export_analyses_with_the_chosen_backend(workspace, analysed, with_weights, tmp_path, qtbot):
    process.child_command = lambda file: [sys.executable, str(FAKE), str(file), "learn"]
    exporter = ExportController(workspace)
    assert exporter.missing([analysed], "model") == []
    workspace.face_finder.choose(FAN)
    assert exporter.missing([analysed], "model") == [analysed]
    files = []
    workspace.jobs.reported.connect(lambda task, _event: files.append(task.file))
    with qtbot.waitSignal(exporter.finished, timeout=30_000):
        exporter.start(exporter.plan([analysed], ("tidy",), "model", (), tmp_path / "tables"), "model")
    exporter.close()
    assert json.loads(files[0].read_text())["backend"] == FAN


def _face(x: float, side: float) -> Face:
    box = np.array([x, 0, x + side, side], np.float32)
    return Face(box, np.zeros((5, 2), np.float32), np.zeros((3, 2), np.float32), 1.0)


def test_the_coder_sees_the_tracked_person_as_the_chosen_backend_finds_them(tmp_path, monkeypatch):
    tracks = tmp_path / "faces.h5"
    with write_tracks(tracks, backend=FAN, n_landmarks=5, video_hash="v") as writer:
        writer.append(0, [TrackedFace(0, _face(0, 90), True), TrackedFace(1, _face(200, 40), True)])
    made = []

    def create(name):
        made.append(name)
        return SimpleNamespace(detect=lambda image: [_face(203, 38), _face(2, 88)]), ()

    monkeypatch.setattr(coding_faces, "create_backend", create)
    finder = coding_faces.TargetFaceFinder()
    image = np.zeros((100, 300, 3), np.uint8)
    finder.set_tracks({"r": (tracks, 1)}, FAN)
    assert finder.find("r", 0, image).box[0] == 200
    assert made == []
    finder.set_tracks({"r": (tracks, 1)}, MESH)
    assert finder.find("r", 0, image).box[0] == 203
    # Frames that nobody has tracked show the largest face.
    assert finder.find("r", 40, image).box[0] == 2
    finder.set_tracks({"r": (tracks, 1)}, FAN)
    finder.find("r", 40, image)
    assert made == [MESH, FAN]
