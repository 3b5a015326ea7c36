"""A video with sound."""

from __future__ import annotations

import av
import numpy as np
import pytest

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
