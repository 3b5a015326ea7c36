"""The sound of the open recording is outlined in a thread, and only once."""

from __future__ import annotations

import av
import numpy as np
import pytest

from au_studio.controllers.watch import sound_outline
from au_studio.controllers.watch.sound_outline import SoundOutline

RATE = 48000


@pytest.fixture
def loud(tmp_path):
    """A video of one second whose sound sets in after half of it."""
    path = tmp_path / "loud.mov"
    sound = np.zeros(RATE, np.int16)
    sound[RATE // 2 :] = 16000
    with av.open(str(path), "w") as container:
        pictures = container.add_stream("mpeg4", rate=25)
        pictures.width, pictures.height, pictures.pix_fmt = 64, 64, "yuv420p"
        audio = container.add_stream("pcm_s16le", rate=RATE, layout="mono")
        for number in range(26):
            image = np.full((64, 64, 3), 8 * number, np.uint8)
            container.mux(pictures.encode(av.VideoFrame.from_ndarray(image, format="rgb24")))
        container.mux(pictures.encode(None))
        frame = av.AudioFrame.from_ndarray(sound[None], format="s16", layout="mono")
        frame.sample_rate, frame.pts = RATE, 0
        container.mux(audio.encode(frame))
        container.mux(audio.encode(None))
    return path


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
    workspace.open_neighbour(1)
    qtbot.waitUntil(lambda: workspace.current.name == "silent.mp4", timeout=10_000)
    assert outline.series is None
    monkeypatch.setattr(sound_outline, "read_outline", None)  # must not be needed again
    workspace.open_neighbour(-1)
    qtbot.waitUntil(lambda: known(outline), timeout=10_000)
    assert outline.series.values[60:95, 1].min() > 0.45
