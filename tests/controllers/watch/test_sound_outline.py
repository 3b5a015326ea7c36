"""The sound of the open recording is outlined in a thread, and only once."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.controllers.watch import sound_outline
from au_studio.controllers.watch.sound_outline import SoundOutline
from au_studio.study.recording_list import Status

RATE = 48000


@pytest.fixture
def outline(workspace, tmp_path):
    made = SoundOutline(workspace, folder=tmp_path / "kept")
    yield made
    made.close()


def known(outline):
    return outline.series is not None and np.isfinite(outline.series.values).all()


def test_sound_is_outlined_and_kept_for_the_next_time(outline, loud, make_video, qtbot, monkeypatch):
    workspace = outline._workspace
    workspace.add_videos([loud, make_video("silent.mp4", 30)])
    qtbot.waitUntil(lambda: workspace.index is not None and known(outline), timeout=10_000)
    assert np.abs(outline.series.values[5:45]).max() < 0.01
    assert outline.series.values[60:95, 1].min() > 0.45
    qtbot.waitUntil(lambda: len(list((loud.parent / "kept").glob("*.npz"))) == 1, timeout=10_000)
    qtbot.waitUntil(
        lambda: {item.status for item in workspace.recordings()} == {Status.READY}, timeout=10_000
    )
    workspace.open_neighbour(1)
    silent = "silent.mp4"
    qtbot.waitUntil(lambda: workspace.current.name == silent and outline.series is None, timeout=10_000)
    monkeypatch.setattr(sound_outline, "read_outline", None)  # must not be needed again
    workspace.open_neighbour(-1)
    qtbot.waitUntil(lambda: known(outline), timeout=10_000)
    assert outline.series.values[60:95, 1].min() > 0.45
