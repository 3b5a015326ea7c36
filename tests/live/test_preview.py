"""The look ahead: where frames are lost or the recording is cut short it goes on, and ends."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
import torch

from au_studio.live import preview as live_preview
from au_studio.live.preview import Preview
from au_studio.video.index import index_video

N, BATCH = 60, 16


def motion_jpeg(path: Path) -> tuple[bytearray, list[int]]:
    """Write a clip whose frames stand one by one; return its bytes, and where the frames begin in them."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mjpeg", rate=25)
        stream.width, stream.height, stream.pix_fmt = 96, 64, "yuvj420p"
        stream.codec_context.time_base = Fraction(1, 25)
        for number in range(N):
            image = np.full((64, 96, 3), 40 + 3 * number, np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(image, format="rgb24")))
        container.mux(stream.encode())
    data = bytearray(path.read_bytes())
    places = [k for k in range(data.find(b"movi"), len(data)) if data[k : k + 4] == b"00dc"]
    return data, places[:N]


@pytest.fixture
def look(tmp_path, untrained_model, monkeypatch):
    """Looks at a place of a recording until nothing is wanted any more; returns the positions read."""
    path = tmp_path / "clip.avi"
    previews = []

    def look_at(position: int, index=None) -> list[int]:
        if index is not None:
            monkeypatch.setattr(live_preview, "index_video", lambda _path: index)
        preview = Preview(
            path, untrained_model, torch.device("cpu"), target_person=None, batch=BATCH, backend="mediapipe"
        )
        previews.append(preview)
        seen: list[int] = []
        for _ in range(2 * N):
            results = preview.advance(position, 0)
            if not results:
                return seen
            seen += [result.position for result in results]
        pytest.fail(f"it never ends: {seen[:60]}")

    yield path, look_at
    for preview in previews:
        preview.close()


def test_a_look_at_a_lost_frame_goes_on_behind_it_and_ends(look):
    path, look_at = look
    data, places = motion_jpeg(path)
    index = index_video(path)  # of a long recording only parts are decoded, so that it lists lost frames
    for lost in (36, 40, 41):
        data[places[lost] + 8 : places[lost + 1]] = bytes(places[lost + 1] - places[lost] - 8)
    path.write_bytes(data)
    assert look_at(40, index) == list(range(42, N))
    assert look_at(35, index) == [35, *range(37, 40), *range(42, N)]


def test_a_look_at_the_end_of_a_recording_that_is_cut_short_leaves_telling_to_the_analysis(look):
    path, look_at = look
    data, places = motion_jpeg(path)
    path.write_bytes(data[: places[50] + 10])
    n_frames = index_video(path).n_frames
    assert 45 < n_frames < N
    assert look_at(40) == list(range(40, n_frames))
