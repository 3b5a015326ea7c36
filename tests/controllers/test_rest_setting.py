"""What a study's recordings are measured from: kept in the study, obeyed, and other curves are old."""

from __future__ import annotations

import shutil

import pytest
from written_analyses import write_analysis

from au_studio.analysis.rest_of_study import REST_SETTING
from au_studio.coding.neutral_references import choose_neutral_reference
from au_studio.coding.session import SampleFrame
from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.controllers.watch.watching import WatchController
from au_studio.study.recording_list import Status


@pytest.fixture
def analysed(workspace, make_video, untrained_model, tmp_path, qtbot) -> str:
    """The one recording of a study, open, analysed before there was a choice."""
    workspace.new_study(tmp_path / "Mine")
    for suffix in (".safetensors", ".json"):
        shutil.copy(untrained_model.with_suffix(suffix), tmp_path / f"Mine.austudio/models/model{suffix}")
    workspace.refresh_models()
    workspace.choose_model("model")
    workspace.add_videos([make_video("a.mp4", 4)])
    qtbot.waitUntil(lambda: workspace.current is not None, timeout=8000)
    recording = workspace.current.id
    provenance = {"backend": "mediapipe", "target_person": None, "complete": True}
    write_analysis(workspace.analysis_path(recording, "model"), provenance)
    workspace.analysis_stored(recording, "model")
    assert workspace.item(recording).status is Status.DONE
    return recording


def test_the_choice_makes_other_analyses_old_and_comes_back_with_the_study(workspace, analysed):
    heard = []
    workspace.notice.connect(lambda text, level: heard.append((text, level)))
    assert workspace.rest.kind == "running"
    workspace.rest.choose("refined")
    assert "computed again" in heard[-1][0]
    assert workspace.item(analysed).status is Status.READY
    path = workspace.study.path
    workspace.close_study()
    assert workspace.rest.kind == "running"
    workspace.open_study(path)
    assert workspace.rest.kind == workspace.study.setting(REST_SETTING) == "refined"
    assert not workspace.has_analysis(analysed, "model")
    workspace.rest.choose("running")
    assert workspace.has_analysis(analysed, "model")
    workspace.rest.choose("smiling")
    assert workspace.rest.kind == "running"


def test_neutral_means_the_reference_of_the_recording_or_its_calm_frames(workspace, analysed):
    workspace.rest.choose("neutral")
    assert workspace.rest.of(analysed) == "refined"
    choose_neutral_reference(workspace.study, SampleFrame(analysed, 512))
    assert workspace.rest.of(analysed) == "neutral:pts=512"


def test_what_is_on_the_screen_is_read_again_from_the_chosen_rest(workspace, analysed, monkeypatch):
    opened = []
    monkeypatch.setattr(LiveAnalysis, "start", lambda self: None)
    monkeypatch.setattr(LiveAnalysis, "open", lambda self, *_, **told: opened.append(told["rest"]))
    watching = WatchController(workspace)
    try:
        watching._on_recording_changed()
        workspace.rest.choose("none")
    finally:
        watching.close()
    assert opened == ["running", "none"]
