"""A recording whose video is missing: its stored curves stay visible."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import save_analysis
from au_studio.controllers.stored_index import has_pictures
from au_studio.controllers.watch.analysis_child import AnalysisChild
from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.controllers.workspace import Workspace
from au_studio.study.recording_list import Status
from au_studio.ui.app import make_window

N = 30


@pytest.fixture
def window(make_video, qtbot, tmp_path, monkeypatch):
    """A window with a study of one recording, which is analysed and whose video is missing."""
    said = []
    monkeypatch.setattr(LiveAnalysis, "start", lambda live: None)
    monkeypatch.setattr(AnalysisChild, "say", lambda child, command: said.append(command))
    video = make_video(n_frames=N)
    work = Workspace(home=tmp_path / "home")
    work.new_study(tmp_path / "Mine")
    work.add_videos([video])
    qtbot.waitUntil(lambda: work.current is not None, timeout=10_000)
    index, recording = work.index, work.study.recordings()[0]
    aus = tuple(work.model.card["config"]["aus"])
    analysis = RecordingAnalysis(
        aus,
        index.pts,
        index.times,
        np.full((N, len(aus)), 1.5, np.float32),
        np.ones(N, np.float32),
        np.ones(N, np.bool_),
        np.zeros(N, np.int16),
        np.zeros((N, 4), np.float32),
        {
            "model": {"sha256": work.model.card["sha256"]},
            "video": {
                "content_hash": recording.content_hash,
                "time_base": str(index.time_base),
                "pixel_aspect": "1",
            },
            "complete": True,
        },
    )
    save_analysis(work.analysis_path(recording.id), analysis)
    root, times = work.study.path, index.times
    work.close_study()
    video.rename(tmp_path / "elsewhere.mp4")
    window = make_window(work)
    window.show()
    work.open_study(root)
    window.said, window.times, window.video_file, window.analysis = said, times, video, analysis
    yield window
    window.close()
    window.deleteLater()


def answer_stored(window):
    """Answer as the child does that has found the stored analysis."""
    live, analysis = window.watch.controller.live, window.analysis
    job = [command["job"] for command in window.said if command["do"] == "open"][-1]
    arrays = {"pts": analysis.pts, "intensities": analysis.intensities, "target": analysis.person}
    whose = {"generation": job["generation"], "comparison": 0}
    live._child.received.emit({"event": "stored", **whose, "aus": list(analysis.aus), "fresh": False}, arrays)


def test_the_stored_curves_are_shown_and_the_line_says_that_the_video_is_missing(window, qtbot):
    work = window.workspace
    (item,) = work.recordings()
    assert item.status is Status.PROBLEM
    work.open_recording(item.id)
    assert work.current is not None
    np.testing.assert_allclose(work.index.times, window.times)
    answer_stored(window)
    values, provisional = window.watch.controller.values()
    assert (values.tolist(), provisional) == ([1.5] * len(window.analysis.aus), False)
    assert window.watch.video._message.startswith("The video is missing")
    play = window.watch.controller.playback
    play.seek(7)
    assert play.position == 7
    play.play()
    assert not play.playing
    assert work.current.status is Status.PROBLEM


def test_a_video_that_is_found_again_is_shown(window, qtbot, tmp_path):
    work = window.workspace
    work.open_recording(work.recordings()[0].id)
    (tmp_path / "elsewhere.mp4").rename(window.video_file)
    work.find_missing(tmp_path)
    qtbot.waitUntil(lambda: work.index is not None and has_pictures(work.index), timeout=10_000)
    qtbot.waitUntil(lambda: window.watch.controller.frame is not None, timeout=10_000)
    assert work.current.status is not Status.PROBLEM


def test_a_missing_video_without_stored_curves_is_not_opened(window):
    work = window.workspace
    work.analysis_path(work.recordings()[0].id).unlink()
    work.open_recording(work.recordings()[0].id)
    assert work.current is None
