"""A second model's curves on the Watch page: they carry their own model's name, or do not come."""

from __future__ import annotations

import shutil

import numpy as np
import pytest

from au_studio.controllers.watch.analysis_child import AnalysisChild
from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.study.recording_list import Status
from au_studio.ui.watch.watch_page import WatchPage

N = 30


@pytest.fixture
def page(workspace, make_video, untrained_model, qtbot, monkeypatch):
    """A page with one recording, three models, and what is said to the child in place of a child."""
    said = []
    monkeypatch.setattr(LiveAnalysis, "start", lambda live: None)
    monkeypatch.setattr(AnalysisChild, "say", lambda child, command: said.append(command))
    page = WatchPage(workspace)
    page.said = said
    qtbot.addWidget(page)
    workspace.add_videos([make_video(n_frames=N)])
    qtbot.waitUntil(lambda: [i.status for i in workspace.recordings()] == [Status.READY], timeout=10_000)
    qtbot.waitUntil(lambda: page.controller.frame is not None, timeout=10_000)
    for name in ("B", "C"):
        for suffix in (".safetensors", ".json"):
            copy = workspace.study.path / "models" / f"{name}{suffix}"
            shutil.copy(untrained_model.with_suffix(suffix), copy)
    workspace.refresh_models()
    yield page
    page.close_page()


def job(page, model):
    """What the child was last told about a model."""
    jobs = [command["job"] for command in page.said if command["do"] == "compare"]
    return [job for job in jobs if job["output"].endswith(f"{model}.h5")][-1]


def answer(page, job, event="compared", **values):
    """Answer as the child does."""
    live = page.controller.live
    ones = np.ones((N, len(live.aus)), np.float32)
    arrays = {"pts": page.controller.index.pts, "intensities": ones} if event == "compared" else {}
    whose = {"generation": job["generation"], "comparison": job["comparison"]}
    live._child.received.emit({"event": event, **whose, "aus": list(live.aus), **values}, arrays)


def test_curves_of_a_model_that_is_no_longer_wanted_do_not_come_under_anothers_name(page, workspace):
    workspace.compare_with("B")
    workspace.compare_with("C")
    answer(page, job(page, "B"))
    assert page.controller.live.compared is None
    answer(page, job(page, "C"))
    assert page.controller.live.compared is not None
    assert page.curves._compared_name == workspace.compared_model.name


def test_no_curves_come_after_the_comparison_was_ended(page, workspace):
    workspace.compare_with("B")
    workspace.compare_with(None)
    assert page.said[-1] == {"do": "stop_comparing"}
    answer(page, job(page, "B"))
    assert page.controller.live.compared is None
    workspace.compare_with("B")
    answer(page, job(page, "B"))
    assert page.controller.live.compared is not None


def test_what_goes_wrong_with_a_model_that_is_no_longer_wanted_is_not_told(page, workspace):
    told = []
    workspace.problem.connect(told.append)
    workspace.compare_with("B")
    failure = {"event": "failed", "text": "It is damaged.", "next_step": "", "details": ""}
    of_b = job(page, "B")
    workspace.compare_with("C")
    answer(page, of_b, **failure)
    assert told == []
    answer(page, job(page, "C"), **failure)
    assert [error.message for error in told] == ["It is damaged."]
    workspace.open_recording(workspace.current.id)
    assert job(page, "C")["comparison"] > job(page, "B")["comparison"] + 1
    answer(page, job(page, "C"))
    assert page.controller.live.compared is not None


def test_a_comparison_that_has_yet_to_come_survives_a_change_of_the_device(page, workspace):
    workspace.compare_with("B")
    before = job(page, "B")
    page.controller.live.use_device("cpu:0")
    after = job(page, "B")
    assert [command["do"] for command in page.said[-3:]] == ["open", "stop_comparing", "compare"]
    assert (after["generation"], after["device"]) == (before["generation"] + 1, "cpu:0")
