"""A film with curves, made from the open recording's stored analysis."""

from __future__ import annotations

import av
import numpy as np
import pytest

from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import save_analysis
from au_studio.controllers.exporting_video import VideoExportController, VideoLook


@pytest.fixture
def films(workspace):
    made = VideoExportController(workspace)
    yield made
    made.close()


@pytest.fixture
def analysed(workspace, make_video, qtbot, monkeypatch):
    """A recording of 30 frames whose curves are stored, as the analysis would have left them."""
    workspace.add_videos([make_video("one.mp4", 30)])
    qtbot.waitUntil(lambda: workspace.current is not None and workspace.index is not None, timeout=10_000)
    index, aus = workspace.index, workspace.model.aus
    n = index.n_frames
    save_analysis(
        workspace.analysis_path(workspace.current.id),
        RecordingAnalysis(
            aus, index.pts, index.times, np.full((n, len(aus)), 2, np.float32), np.ones(n, np.float32),
            np.ones(n, bool), np.zeros(n, np.int16), np.zeros((n, 4), np.float32),
        ),
    )  # fmt: skip
    monkeypatch.setattr(workspace, "has_analysis", lambda *_: True)
    return workspace


def test_why_there_can_be_none_is_said(films, workspace, make_video, qtbot):
    assert "Open a recording first" in films.why_not
    workspace.add_videos([make_video("one.mp4", 8)])
    qtbot.waitUntil(lambda: workspace.current is not None, timeout=10_000)
    assert "one.mp4 is not analysed to its end yet" in films.why_not


def test_the_film_has_every_frame_and_says_how_far_it_is(films, analysed, qtbot, tmp_path):
    assert films.why_not == ""
    steps = []
    films.progressed.connect(lambda done, total: steps.append((done, total)))
    look = VideoLook((12,), "none", "none", bars=True, curves=False, sound=False)
    with qtbot.waitSignal(films.finished, timeout=30_000) as heard:
        films.start(tmp_path / "film.mp4", look)
        assert films.running
    assert heard.args == [tmp_path / "film.mp4"]
    assert steps[-1] == (30, 30)
    with av.open(str(tmp_path / "film.mp4")) as container:
        assert sum(1 for _ in container.decode(video=0)) == 30


def test_nothing_is_left_of_a_film_that_was_given_up(films, analysed, qtbot, tmp_path):
    look = VideoLook((12,), "none", "none", bars=True, curves=True, sound=False)
    with qtbot.assertNotEmitted(films.finished, wait=50):
        films.start(tmp_path / "film.mp4", look)
        films.cancel()
        films.close()
    assert [path.name for path in tmp_path.glob("*film*")] == []
