"""An analysis on the Watch page that fails: the list and the queue know it, and it can be tried again."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from au_studio.controllers.watch.analysis_child import AnalysisChild
from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.controllers.workspace import Workspace
from au_studio.jobs import process
from au_studio.study.recording_list import Status
from au_studio.ui.app import make_window

N = 30
FAKE = Path(__file__).parents[2] / "controllers" / "fake_child.py"


@pytest.fixture
def window(make_video, qtbot, tmp_path, monkeypatch):
    """A window with one recording, a third of which is analysed, and what is said to the child."""
    said = []
    monkeypatch.setattr(LiveAnalysis, "start", lambda live: None)
    monkeypatch.setattr(AnalysisChild, "say", lambda child, command: said.append(command))
    window = make_window(Workspace(home=tmp_path / "home"))
    window.said = said
    window.show()
    window.workspace.add_videos([make_video(n_frames=N)])
    qtbot.waitUntil(lambda: window.watch.controller.frame is not None, timeout=10_000)
    answer(window, "frames", done=10, total=N, provisional=False, restored=False)
    assert window.workspace.current.status is Status.ANALYSING
    yield window
    window.close()
    window.deleteLater()


def opened(window):
    return [command["job"] for command in window.said if command["do"] == "open"]


def answer(window, event, **values):
    """Answer as the child does."""
    live = window.watch.controller.live
    arrays = {
        "intensities": np.ones((10, len(live.aus)), np.float32),
        "pts": window.workspace.index.pts[:10],
        "target": np.zeros(10, np.int16),
        "face_counts": np.zeros(10, np.int16),
    }
    whose = {"generation": opened(window)[-1]["generation"], "comparison": 0}
    live._child.received.emit({"event": event, **whose, **values}, arrays)


def fail(window):
    answer(window, "failed", text="There is no memory left.", next_step="", details="")


def test_the_line_of_a_failed_analysis_says_what_is_stored(window):
    fail(window)
    assert window.workspace.current.status is Status.READY
    assert window._working.text() == ""
    assert window.notices.current.text == "There is no memory left."


def test_the_notice_offers_to_try_again(window):
    fail(window)
    button = window.notices.remedies.itemAt(0).widget()
    assert button.text() == "Try again"
    button.click()
    assert len(opened(window)) == 2
    assert window.notices.current is None
    answer(window, "frames", done=10, total=N, provisional=False, restored=False)
    assert window.workspace.current.status is Status.ANALYSING


def test_choosing_the_recording_again_tries_again_but_only_after_a_failure(window):
    window.recordings.chosen.emit(window.workspace.current.id)
    assert len(opened(window)) == 1
    fail(window)
    window.recordings.chosen.emit(window.workspace.current.id)
    assert len(opened(window)) == 2


def test_a_dead_child_is_a_failure_too_and_another_device_tries_again(window):
    live = window.watch.controller.live
    live._child.ended.emit(9)
    assert "exit code 9" in window.notices.current.text
    assert window.workspace.current.status is Status.READY
    live.use_device("cpu:0")
    assert len(opened(window)) == 2
    assert not live.needs_opening


def test_analysing_all_takes_a_recording_in_whose_analysis_on_the_screen_failed(window, monkeypatch, qtbot):
    work = window.workspace
    started = []
    monkeypatch.setattr(
        process, "child_command", lambda file: [sys.executable, str(FAKE), str(file), "learn"]
    )
    work.jobs.started.connect(started.append)
    work.batch.analyse_all()
    assert started == []
    with qtbot.waitSignal(work.jobs.idle, timeout=10_000):
        fail(window)
    assert [task.title for task in started] == ["Analysing clip.mp4"]


def test_a_recording_that_can_be_read_only_in_part_is_told_and_goes_on(window):
    answer(window, "incomplete", text="clip.mp4 is damaged.", next_step="", details="")
    assert window.notices.current.text == "clip.mp4 is damaged."
    assert window.notices.remedies.count() == 0
    assert window.workspace.current.status is Status.ANALYSING
